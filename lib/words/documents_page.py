"""Words of the page on regulatory documents, decisions and fees."""

WORDS: dict[str, tuple[str, str]] = {
    "documents.title": ("文件与收费", "Documents and fees"),
    "documents.tab": ("内容", "Show"),
    "documents.tab.documents": ("规章和规范性文件", "Regulatory documents"),
    "documents.tab.continuity": ("逐年衔接", "From year to year"),
    "documents.tab.decisions": ("许可、处罚、强制", "Licences, penalties, coercion"),
    "documents.tab.fees": ("收费", "Fees"),
    "documents.changes": ("制发与废止", "Made and repealed"),
    "documents.stocks": ("公开总数与现行有效", "Published in total, and in force"),
    "documents.decisions": ("处理决定数量", "Decisions"),
    "documents.decisions_help": (
        "三类数量相差悬殊，各图刻度不同。",
        "The three differ widely in number; each panel has a scale of its own.",
    ),
    "documents.fee_amount": (
        "行政事业性收费金额（万元）",
        "Administrative fees collected (10,000 yuan)",
    ),
    "documents.money": ("{n}万元", "{n} (10,000 yuan)"),
    "documents.fee_items": ("行政事业性收费项目数", "Items of administrative fees"),
    "documents.fee_note": (
        "个别报告误将元填作万元，一份报告即可使总额骤增；可按机关筛选核对。",
        "A report that prints yuan as 10,000 yuan can make the sum jump; filter by organ to check.",
    ),
    "documents.row": ("类别", "Kind"),
    "documents.continuity": (
        "{row}：现行有效件数与上年是否衔接",
        "{row}: is the number in force consistent with the year before?",
    ),
    "documents.continuity_help": (
        "应有=上年现行有效+本年制发−本年废止；2022年度起才能核对。机构改革、集中清理未计入废止等也会造成不衔接，不衔接不等于有误。",
        "Expected = in force the year before + made − repealed, from the reports for 2022 on. "
        "Mergers, or clearances not counted as repeals, also leave a gap: a gap is not proof of "
        "an error.",
    ),
    "documents.continuity_covered": (
        "应核对的报告{of}份，其中{n}份可核对；{lack}份缺上年报告或缺数，未计入。",
        "Of {of} reports to be checked {n} can be; {lack} lack the year before or a number, and "
        "are not judged.",
    ),
    "documents.continuity_covered_all": (
        "应核对的报告{of}份，均可核对。",
        "All {of} reports to be checked can be.",
    ),
    "documents.continuity_none": (
        "所选范围没有2022年度及以后的报告，无法核对。",
        "No report for 2022 or later is selected, so nothing can be checked.",
    ),
    "documents.state.holds": ("衔接", "Consistent"),
    "documents.state.broken": ("不衔接", "Not consistent"),
    "documents.state.unknown": (
        "无法核对（缺上年或缺数）",
        "Cannot be checked",
    ),
    "documents.stock.in_force": ("报告填报", "As printed"),
    "documents.stock.expected": ("按上年和增减推算", "From the year before and the changes"),
    "documents.all_add_up": (
        "可核对的{n}份报告均与上年衔接。",
        "All {n} reports that can be checked are consistent with the year before.",
    ),
    "documents.gaps": ("与上年不衔接的报告（{n}份）", "Reports that are not consistent ({n})"),
    "documents.gap": (
        "{organ} {year}年度：{before}+{made}−{repealed}={expected}，填报为{in_force}（{gap}）",
        "{organ}, {year}: {before} + {made} − {repealed} = {expected}, printed {in_force} ({gap})",
    ),
    "documents.sum_note": (
        "数值为所选报告之和；政府的报告可能已含其部门的数，同时选取会重复计算。",
        "Sums over the reports selected. A government's report may include its departments': "
        "selecting both counts them twice.",
    ),
}
