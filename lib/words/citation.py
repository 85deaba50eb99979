"""Words of the link and the citation of a page."""

WORDS: dict[str, tuple[str, str]] = {
    "citation.open": ("链接与引用", "Link and cite"),
    "citation.link": (
        "本页现在的样子（筛选、选项、语言都在链接里）：",
        "This page as it is now; filters, choices and language are in the link:",
    ),
    "citation.cite": (
        "引用（GB/T 7714，及英文写法）：",
        "To cite it (GB/T 7714, and in English):",
    ),
    "citation.text": (
        "政府信息公开年报：{page}：{dataset}，版本{version}[DS/OL].[{day}].{url}.",
        "Disclosure Annual Reports. {page}: {dataset}, version {version} [data set]. "
        "Accessed {day}. {url}",
    ),
}
