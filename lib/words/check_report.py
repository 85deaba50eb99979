"""Words of findings told at length, on a page and in the report of a check."""

WORDS: dict[str, tuple[str, str]] = {
    "check.title": (
        "{organ}{year}年度报告核对结果",
        "Check of the annual report of {organ} for {year}",
    ),
    "check.summary": ("{counts}。", "{counts}."),
    "check.comma": ("，", "; "),
    "check.no_error": ("未发现错误", "No errors"),
    "check.n_error": ("错误{n}处", "Errors: {n}"),
    "check.n_warning": ("警告{n}处", "warnings: {n}"),
    "check.n_note": ("提示{n}处", "notes: {n}"),
    "check.cells": ("涉及", "Cells"),
    "check.place": ("位置", "Where"),
    "check.sides": ("数字", "Numbers"),
    "check.two_sides": (
        "应为{expected}，填报为{printed}，相差{difference}",
        "expected {expected}, printed {printed}, difference {difference}",
    ),
    "check.mend": ("改正建议", "To mend it"),
    "check.more": ("等{n}处", " and others, {n} in all"),
    "check.compared": ("对照的其他年度", "Compared with"),
    "check.compared_none": (
        "数据集中没有该机关上一年度或下一年度的报告",
        "the dataset has no report of the organ for the year before or after",
    ),
    "check.legend": (
        "空格：原文空白（不是0）。/：不适用。?：无法辨认。×：未找到。底色：橙为错误，黄为警告，蓝为提示。",
        "Empty: blank in the source (not zero). /: not applicable. ?: unreadable. ×: not found. "
        "Shaded orange: an error; yellow: a warning; blue: a note.",
    ),
    "check.closing": (
        "以上由程序按规定格式和勾稽关系核对得出，只指出不一致之处，是否有误请对照原件判断。",
        "This was found by a program that holds the report against its prescribed form. It points "
        "at what does not agree; whether it is wrong is for a reader of the original to judge.",
    ),
    "check.download": ("核对结果", "Report of the check"),
    "check.docx": ("下载 Word", "Download Word"),
    "check.pdf": ("下载 PDF", "Download PDF"),
    "check.no_font": (
        "这台服务器没有安装中文字体（Noto Sans CJK SC），不能生成PDF；可以下载Word。",
        "This server lacks the Chinese font (Noto Sans CJK SC), so there is no PDF; the Word file "
        "is available.",
    ),
    "check.more_in_file": (
        "共{n}处，这里列前{shown}处；核对结果文件中有全部。",
        "{n} in all; the first {shown} are listed here, all of them in the report of the check.",
    ),
    "check.file": ("核对结果", "check"),
    "check.show": ("标出", "Show"),
    "check.hide": ("取消", "Hide"),
}
