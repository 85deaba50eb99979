"""Words of the upload page."""

WORDS: dict[str, tuple[str, str]] = {
    "upload.title": ("上传报告", "Upload reports"),
    "upload.intro": (
        "将年度报告的网页、DOCX、WPS、Excel、PDF、OFD或文本拖到下面，可一次上传多份，"
        "也可上传ZIP压缩包。"
        "程序读取表格、核对勾稽关系，由您查看后决定是否存入数据集。文件只在本次会话中处理，不存入则不保留。",
        "Drop annual reports below as web pages, Word, WPS, Excel, PDF, OFD or text, one or many, "
        "or in a zip. The tables are read and their sums checked; you look at the result and "
        "decide whether to add it. Files are kept for this session only unless you add them.",
    ),
    "upload.drop": ("报告文件", "Report files"),
    "upload.paste": ("没有文件：粘贴文本", "No file: paste the text"),
    "upload.paste_help": (
        "从网页、文档或电子表格中全选复制，粘贴到这里；表格须一并复制。",
        "Copy the whole report from its web page, Word or Excel, tables included, and paste it "
        "here.",
    ),
    "upload.paste_read": ("读取并核对", "Read and check"),
    "upload.pasted": ("粘贴的文本.txt", "pasted text.txt"),
    "upload.all_findings": ("下载全部问题清单（XLSX）", "Download all findings (XLSX)"),
    "upload.findings_of": (
        "上传的{n}份文件的核对结果",
        "What was found in the {n} files uploaded",
    ),
    "upload.findings_file": ("上传核对问题清单", "findings_of_uploads"),
    "upload.browse": ("选择文件", "Choose files"),
    "upload.limit": (
        "网页、MHTML、DOCX、DOC、WPS、RTF、ODT、XLSX、XLS、PDF、OFD、TXT、Markdown及ZIP压缩包，"
        "每份不超过50MB",
        "Web pages, MHTML, DOCX, DOC, WPS, RTF, ODT, XLSX, XLS, PDF, OFD, TXT, Markdown, and zips "
        "of them; up to 50 MB each",
    ),
    "upload.reading": ("正在读取{name}……", "Reading {name} …"),
    "upload.file": ("文件", "File"),
    "upload.status": ("结果", "Result"),
    "upload.unread": ("未能读取", "Not read"),
    "upload.read": ("已读出{cells}格", "{cells} cells read"),
    "upload.errors": ("{n}处错误", "{n} errors"),
    "upload.warnings": ("{n}处警告", "{n} warnings"),
    "upload.notes": ("{n}处提示", "{n} notes"),
    "upload.clean": ("未发现问题", "nothing found"),
    "upload.standing.added": ("已存入", "added"),
    "upload.standing.same": ("数据集中已有", "in the dataset already"),
    "upload.standing.exists": ("数据集中另有一份", "the dataset has another"),
    "upload.standing.twin": ("与前一文件同机关同年度", "same organ and year as a file above"),
    "upload.standing.unknown": ("机关、年度或地区待补", "organ, year or place to be given"),
    "upload.choose": ("查看哪一份", "Which file to look at"),
    "upload.identity": ("这是谁的哪一年的报告", "Whose report is it, and for which year"),
    "upload.organ": ("机关名称", "Organ"),
    "upload.year": ("报告年度", "Report year"),
    "upload.place": ("所在地区", "Place"),
    "upload.place_ambiguous": (
        "这个名称在多个地区都有，请选择是哪一个。",
        "Several places have this name; please choose which.",
    ),
    "upload.place_unknown": (
        "未能从名称判断地区；可以照样存入，地区记为未知。",
        "The place could not be told from the name; the report can be added with place unknown.",
    ),
    "upload.choose_place": ("请选择", "Choose"),
    "upload.published": ("发布日期：{date}", "Published: {date}"),
    "upload.published_unknown": ("发布日期：文件中没有", "Published: not in the file"),
    "upload.editions": ("所用表格：{editions}", "Forms used: {editions}"),
    "upload.form": ("读出的表格", "The form as read"),
    "upload.source": ("文件原文", "The source"),
    "upload.findings": ("发现的问题", "Findings"),
    "upload.no_findings": (
        "{sums}处合计与平衡关系全部成立，没有发现问题。",
        "All {sums} sums and balances hold; nothing was found.",
    ),
    "upload.compared": (
        "已与该机关{years}年度的报告对照。",
        "Compared with the organ's reports for {years}.",
    ),
    "upload.legend": (
        "斜纹：原文空白。/：不适用。?：无法辨认。×：未找到。虚下划线：由合计推定。橙框：错误；黄框：警告。",
        "Hatched: blank in the source. /: not applicable. ?: unreadable. ×: not found. Dotted "
        "underline: inferred from the sums. Orange frame: error; yellow frame: warning.",
    ),
    "upload.add": ("存入工作数据集", "Add to the working dataset"),
    "upload.add_all": ("全部存入（{n}份）", "Add all ({n})"),
    "upload.add_new": ("存入其中新的{n}份", "Add the new ones ({n})"),
    "upload.discard": ("放弃这份", "Discard this file"),
    "upload.exists": (
        "工作数据集中已有{organ}{year}年度的报告（第{revision}版，来自{source}）。"
        "存入后将成为第{next}版，原来的一版仍可查看。",
        "The dataset already has a report of {organ} for {year} (revision {revision}, from "
        "{source}). Adding this one makes it revision {next}; the earlier one stays readable.",
    ),
    "upload.confirm": ("作为新的一版存入", "Add it as a new revision"),
    "upload.identical": (
        "数据集中已有这份文件（内容完全相同），无需再存。",
        "The dataset already has this very file; there is nothing to add.",
    ),
    "upload.saved": (
        "已存入工作数据集：{organ} {year}年度（第{revision}版）。",
        "Added to the working dataset: {organ}, {year} (revision {revision}).",
    ),
    "upload.open": ("打开这份报告", "Open this report"),
    "upload.need_organ": ("请先填写机关名称。", "Please enter the organ's name first."),
    "upload.need_year": (
        "请先填写报告年度（2019年及以后）。",
        "Please enter the report year first (2019 or later).",
    ),
    "upload.to_quality": (
        "查看工作数据集的报送情况和问题",
        "See coverage and findings of the working dataset",
    ),
    "upload.batch_same": (
        "{n}份与数据集中的文件完全相同，无需再存。",
        "Already in the dataset, the very same file: {n}.",
    ),
    "upload.batch_exists": (
        "{n}份在数据集中已有同一机关同一年度的报告，请逐份查看，再决定是否作为新的一版存入。",
        "The dataset has another report of that organ and year: {n}. Look at these one by one, and "
        "decide whether to add them as new revisions.",
    ),
    "upload.batch_twin": (
        "{n}份与本次上传的另一份属同一机关同一年度，请逐份查看。",
        "Of the same organ and year as another of these files: {n}. Look at these one by one.",
    ),
    "upload.batch_unknown": (
        "{n}份缺少机关名称、年度或所在地区，请逐份补填。",
        "Organ, place or year missing: {n}. Please fill these in one by one.",
    ),
    "upload.batch_saved": ("已存入工作数据集{n}份。", "Added to the working dataset: {n}."),
    "upload.empty": (
        "尚未上传文件。可以先用一份年度报告的网页试试：在浏览器中打开，另存为网页，再拖到上面；也可以复制全文后粘贴。",
        "No file yet. Try one report: open its web page, save the page, and drop it above; or copy "
        "its text and paste it.",
    ),
    "upload.try_sample": (
        "用一份虚构的年报试试（内有一处错误）",
        "Try an invented report (with one mistake in it)",
    ),
    "upload.sample_name": ("虚构样例_{name}", "invented_sample_{name}"),
    "upload.sample_only": (
        "这是程序编造的样例，供试用，不能存入数据集。",
        "This sample is invented, for trying only: it cannot be added to the dataset.",
    ),
    "upload.empty_zip": (
        "压缩包里没有可读的文件。",
        "There is no file to read in this archive.",
    ),
    "upload.unexpected": (
        "读取这份文件时出了意外，没有读出内容。数据集没有改变。",
        "Something unexpected happened while reading this file; nothing was read. The dataset is "
        "unchanged.",
    ),
}
