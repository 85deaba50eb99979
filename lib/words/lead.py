"""Words of the sentence below a figure's title, which says what it shows."""

WORDS: dict[str, tuple[str, str]] = {
    "lead.in_year": ("{year}年，{words}", "In {year}: {words}"),
    "lead.of": ("{what}：{words}", "{what} · {words}"),
    "lead.year": ("{year}年为{value}", "{value} in {year}"),
    "lead.year_of": (
        "{year}年为{value}（{n}份报告）",
        "{value} in {year} (reports: {n})",
    ),
    "lead.change": ("，比上年{change}", ", {change} on the year before"),
    "lead.cases": ("{n}件", "{n}"),
    "lead.comma": ("；", "; "),
    "lead.whole": ("{parts}。", "{parts}."),
    "lead.sum": (
        "{year}年合计{value}，来自{n}份报告。",
        "{value} in {year} (reports: {n}).",
    ),
    "lead.extremes": (
        "{n}个中{most}最高，为{most_value}；{least}最低，为{least_value}。",
        "highest of {n}: {most}, {most_value}; lowest: {least}, {least_value}.",
    ),
    "lead.commonest": (
        "最多的理由是{name}：{value}件，占{group}的{share}。",
        "The commonest reason is {name}: {value}, {share} of {group}.",
    ),
    "lead.part": ("{name}占{share}", "{name} {share}"),
    "lead.then": ("，其次", ", then "),
    "lead.largest": (
        "{year}年{n}份报告中，{parts}。",
        "In {year}, in {n} reports: {parts}.",
    ),
}
