"""Words of the glossary."""

WORDS: dict[str, tuple[str, str]] = {
    "nav.glossary": ("术语", "Glossary"),
    "glossary.title": ("术语", "Glossary"),
    "glossary.intro": (
        "表格的各行各列、各项指标、各类核对结果和常用术语：说明其含义，注明所依据的《政府信息公开条例》"
        "条款。点击术语名称可得到其链接。",
        "Every row and column of the form, every indicator, every kind of finding, and the terms "
        "of the field: what each means and which article of the Regulation on Open Government "
        "Information it rests on. Click a term for its address.",
    ),
    "glossary.search": ("查找术语（中文或英文）", "Find a term (in English or Chinese)"),
    "glossary.kind": ("种类", "Kind"),
    "glossary.kind.field": ("常用术语", "Terms of the field"),
    "glossary.kind.form": ("表格的行与列", "Rows and columns"),
    "glossary.kind.measures": ("指标", "Indicators"),
    "glossary.kind.findings": ("核对结果", "Findings"),
    "glossary.found": ("找到{n}条。", "{n} found."),
    "glossary.nothing": (
        "没有包含“{words}”的术语。请换一个词，或按下面的种类查找。",
        "No term has “{words}”. Try another word, or look under a kind below.",
    ),
    "glossary.unit": ("单位：{unit}", "unit: {unit}"),
    "glossary.only": ("只有{form}有", "{form} only"),
    "glossary.printed": ("表中写作“{label}”", "printed as “{label}”"),
    "glossary.in_2019": ("2019年版写作“{label}”", "the 2019 form words it “{label}”"),
    "glossary.ranked": (
        "分母不足{minimum}的不参与排序。",
        "Not ranked where the denominator is below {minimum}.",
    ),
    "glossary.mend_itself": (
        "改正建议见各条核对结果。",
        "Each finding says itself what would mend it.",
    ),
    "glossary.article": ("依据：{article}", "Basis: {article}"),
    "glossary.compare": ("查看这个指标", "Explore this indicator"),
}
