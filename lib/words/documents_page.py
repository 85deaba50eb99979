"""Words of the page on regulatory documents, decisions and fees."""

WORDS: dict[str, tuple[str, str]] = {
    "documents.title": ("文件与收费", "Documents and fees"),
    "documents.tab": ("内容", "Show"),
    "documents.tab.documents": ("规章和规范性文件", "Regulatory documents"),
    "documents.tab.decisions": ("许可、处罚、强制", "Licences, penalties, coercion"),
    "documents.tab.fees": ("收费", "Fees"),
    "documents.changes": ("制发与废止", "Made and repealed"),
    "documents.stocks": ("公开总数与现行有效", "Published in total, and in force"),
    "documents.decisions": ("处理决定数量", "Decisions"),
    "documents.decisions_help": (
        "三类数量相差悬殊，刻度各异。",
        "The three differ widely in number; each panel has a scale of its own.",
    ),
    "documents.fee_amount": (
        "行政事业性收费金额（万元）",
        "Administrative fees collected (10,000 yuan)",
    ),
    "documents.fee_items": ("行政事业性收费项目数", "Items of administrative fees"),
    "documents.fee_note": (
        "个别报告把元写成万元，总额可因一份报告而跳升；可按机关筛选核对。",
        "A report that prints yuan as 10,000 yuan can make the sum jump; filter by organ to check.",
    ),
    "documents.sum_note": (
        "为所选报告之和；政府的报告可能已含其部门的数，同选两者会重复计算。",
        "Sums over the reports selected. A government's report may include its departments': "
        "selecting both counts them twice.",
    ),
}
