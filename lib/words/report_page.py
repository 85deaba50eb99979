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
        "没有发现问题：{sums}处合计与平衡关系成立，或因空白无法核对处已注明。",
        "Nothing was found: the form's {sums} sums and balances hold, or what blanks leave "
        "unchecked is said.",
    ),
    "report.no_text": (
        "此数据集不保存报告的文字部分。",
        "This dataset does not keep the text of reports.",
    ),
    "report.received": ("本年新收申请", "New requests"),
    "report.handled": ("办理总计", "Handled"),
    "report.carried_out": ("结转下年度", "Carried over"),
    "report.cases": ("行政复议", "Reconsiderations"),
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
        "斜纹：原文空白（不是0）。/:不适用。?:无法辨认。×:未找到。虚下划线：由合计推定。"
        "橙框：有错误；黄框：有警告；指向数字可看说明。",
        "Hatched: blank in the source (not zero). /: not applicable. ?: unreadable. ×: not found. "
        "Dotted underline: inferred from the sums. Orange frame: an error; yellow: a warning; "
        "point at the number to read it.",
    ),
}
