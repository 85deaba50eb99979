"""Words of the page of one report."""

WORDS: dict[str, tuple[str, str]] = {
    "report.title": ("单份报告", "One report"),
    "report.organ": ("机关", "Organ"),
    "report.year": ("年度", "Year"),
    "report.revision": ("版本", "Revision"),
    "report.revision_n": ("第{n}版", "Revision {n}"),
    "report.revision_current": ("第{n}版（现行）", "Revision {n} (current)"),
    "report.superseded": (
        "这是已被替换的旧版，不计入统计。",
        "This revision has been superseded and is not counted.",
    ),
    "report.none": (
        "所选范围内没有报告。请放宽筛选，或换一个数据集。",
        "No report matches. Widen the filters or choose another dataset.",
    ),
    "report.stale": (
        "链接中的“{value}”在此数据集里没有，已显示另一份。",
        "The link names “{value}”, which this dataset does not have; another is shown.",
    ),
    "report.tables": ("表格", "Tables"),
    "report.text": ("文字部分", "Text"),
    "report.record": ("来源", "Provenance"),
    "report.clean": (
        "未发现问题：{sums}处合计与平衡关系均成立，因空白无法核对的已注明。",
        "Nothing was found: the form's {sums} sums and balances hold, or what blanks leave "
        "unchecked is said.",
    ),
    "report.no_text": (
        "此数据集不保存报告的文字部分。",
        "This dataset does not keep the text of reports.",
    ),
    "report.received": ("本年新收申请（件）", "New requests"),
    "report.handled": ("办理总计（件）", "Handled"),
    "report.carried_out": ("结转下年度（件）", "Carried over"),
    "report.cases": ("行政复议（件）", "Reconsiderations"),
    "report.source_name": ("文件", "File"),
    "report.source_url": ("原文地址", "Address"),
    "report.source_sha256": ("文件指纹（SHA-256）", "File hash (SHA-256)"),
    "report.source_format": ("文件格式", "File format"),
    "report.read_at": ("读取时间", "Read at"),
    "report.published": ("发布日期", "Published"),
    "report.place": ("地区", "Place"),
    "report.editions": ("所用表格", "Forms used"),
    "report.report_id": ("报告编号", "Report id"),
    "report.unknown": ("未知", "unknown"),
    "report.invented": ("虚构", "invented"),
    "report.places": (
        "每个数字出自原文何处（表、行、列或行号）",
        "Where each number is printed in the source (table, row, column, or line)",
    ),
    "report.cell": ("项目", "Cell"),
    "report.value": ("数值", "Value"),
    "report.printed": ("原文", "Printed"),
    "report.where": ("位置", "Place"),
    "report.at_line": ("第{line}行", "line {line}"),
    "report.at_page": ("第{page}页", "page {page}"),
    "report.at_table": ("表{table}第{row}行第{col}列", "table {table}, row {row}, column {col}"),
    "report.local_rows": (
        "其他（按所印行名）",
        "Other rows, under the labels they were printed with",
    ),
    "report.legend": (
        "斜纹：原文空白（不是0）。/：不适用。?：无法辨认。×：未找到。虚下划线：由合计推定。"
        "橙框：有错误；黄框：有警告；指向数字可看说明。",
        "Hatched: blank in the source (not zero). /: not applicable. ?: unreadable. ×: not found. "
        "Dotted underline: inferred from the sums. Orange frame: an error; yellow: a warning; "
        "point at the number to read it.",
    ),
    "report.opening": ("正在打开原文……", "Opening the source …"),
    "report.stale_cell": (
        "链接所指的格“{value}”不存在，未采用。",
        "The link names the cell “{value}”, which does not exist; it was left out.",
    ),
    "report.linked": ("所指的一格", "The linked cell"),
    "report.unlink": ("取消标出", "Clear the mark"),
    "report.no_cell": (
        "链接所指的“{cell}”不在这份报告所用的表格里。{note}",
        "The link names “{cell}”, which the form of this report does not have. {note}",
    ),
    "report.state": ("读取结果", "Read as"),
    "report.state_n": ("{state}：{n}格", "{state}: {n}"),
    "report.article": ("条例条文", "Article"),
    "report.state.reported": ("填有数字", "a printed number"),
    "report.state.inferred": ("由合计推定", "inferred from the sums"),
    "report.state.blank": ("空白（不是0）", "blank (not zero)"),
    "report.state.not_applicable": ("标为不适用", "marked as not applicable"),
    "report.state.unreadable": ("无法辨认", "unreadable"),
    "report.state.missing": ("未找到", "not found"),
    "report.form": ("报告表格", "The form, filled"),
    "report.form_help": (
        "点击表中的数字，右侧原文中的对应单元格即标出；点击原文中的数字，表中的对应单元格也会标出。",
        "Click a number of the form to light it in the source, or one of the source to light it "
        "in the form.",
    ),
    "report.source": ("原文", "The source"),
    "report.source.kept": (
        "{name}：存入时保留的文件，指纹与读取时一致。",
        "{name}: the file kept when the report was added; its hash is the one that was read.",
    ),
    "report.source.brought": (
        "{name}：您提供的文件，指纹与读取时一致。只在本次会话中显示。",
        "{name}: the file you brought; its hash is the one that was read. Shown in this session "
        "only.",
    ),
    "report.source.invented": (
        "这不是原件：演示报告没有文件，本页由程序按数据排印，供试用“点数字看出处”。",
        "Not an original: the demonstration has no files. This page is printed from the data, so "
        "that you can try how a number leads to its place.",
    ),
    "report.source.none": (
        "未保留这份报告的文件，只能给出数字所在位置。如有文件“{name}”，可在此上传：指纹一致方可显示。",
        "The file of this report is not kept, so only the place of each number can be given. If "
        "you have “{name}”, drop it here: it is shown if its hash is the same.",
    ),
    "report.source.other": (
        "这不是所读的那份文件：它的指纹是{found}…，所读文件的是{wanted}…。",
        "This is not the file that was read: its hash is {found}…, that of the file read is "
        "{wanted}….",
    ),
    "report.source.failed": (
        "文件已保留，但现在不能打开。",
        "The file is kept but cannot be opened now.",
    ),
    "report.source.otherwise": (
        "现在的读取程序对其中{n}格的读法与数据集所存不同：{cells}。",
        "Today's reader reads {n} cells otherwise than the dataset has them: {cells}.",
    ),
    "report.source.unplaced": (
        "在这份文件里没有找到这一格的位置。",
        "The place of this cell was not found in the file.",
    ),
    "report.bring": ("这份报告的文件", "The file of this report"),
    "report.download": ("下载文件", "Download the file"),
    "report.page": ("第几页", "Page"),
    "report.page_n": ("第{page}页", "Page {page}"),
    "report.page_alt": ("原文第{page}页", "Page {page} of the source"),
    "report.encoding": ("文字编码", "Encoding"),
    "report.kept": ("文件是否保留", "File kept"),
    "report.kept.yes": ("已随数据集保留", "yes, beside the dataset"),
    "report.kept.no": ("没有保留", "no"),
    "report.kept.store": (
        "没有保留：数据集在对象存储里，不保留文件",
        "no: a dataset in an object store keeps no files",
    ),
    "report.cells_read": ("读出的格", "Cells read"),
    "report.recognised": ("图片识别", "Recognised"),
    "report.recognised_yes": (
        "数字由图片识别，由合计关系证实后采用",
        "Numbers were recognised from a picture and taken where a sum confirms them",
    ),
    "report.history": ("版本沿革", "Revisions"),
    "report.history_one": (
        "这份报告只有一版。",
        "There is one revision of this report.",
    ),
    "report.changed": ("与上一版相比", "Against the one before"),
    "report.cells_changed": ("{n}格不同", "{n} cells differ"),
    "report.against": ("与其他年度对照", "Compare with another year"),
    "report.format.html": ("网页（HTML）", "web page (HTML)"),
    "report.format.mhtml": ("网页归档（MHTML）", "web archive (MHTML)"),
    "report.format.text": ("纯文本", "plain text"),
    "report.format.markdown": ("Markdown文本", "Markdown text"),
    "report.format.pdf": ("PDF文件", "PDF"),
    "report.format.ofd": ("OFD文件", "OFD"),
    "report.format.docx": ("Word文档（DOCX）", "Word document (DOCX)"),
    "report.format.doc": (
        "Word文档（DOC），经LibreOffice转换",
        "Word document (DOC), by LibreOffice",
    ),
    "report.format.xlsx": ("Excel工作簿", "Excel workbook"),
    "report.format.xls": ("Excel工作簿（XLS）", "Excel workbook (XLS)"),
    "report.format.rtf": ("RTF文档，经LibreOffice转换", "RTF, by LibreOffice"),
    "report.format.odt": ("ODT文档，经LibreOffice转换", "ODT, by LibreOffice"),
    "report.format.image": ("图片，经文字识别", "picture, by character recognition"),
    "report.format.invented": ("虚构，没有文件", "invented, without a file"),
    "report.format.other": ("其他格式", "another format"),
}
