"""Words of the page on one organ."""

WORDS: dict[str, tuple[str, str]] = {
    "nav.organ": ("单个机关", "One organ"),
    "organ.title": ("单个机关", "One organ"),
    "organ.about": (
        "{place} · {peer} · {n}份报告，{years}年",
        "{place} · {peer} · reports: {n}, {years}",
    ),
    "organ.tab.years": ("历年数据", "All years"),
    "organ.tab.trend": ("走势", "Trend"),
    "organ.tab.peers": ("同类比较", "Among peers"),
    "organ.tab.findings": ("发现的问题", "Findings"),
    "organ.tab.reports": ("报告", "Reports"),
    "organ.years": ("历年数据", "Numbers over the years"),
    "organ.cell": ("表中项目", "Cell of the form"),
    "organ.years_help": (
        "点击数字可查看其在报告中的位置。带框的数字存在核对问题，悬停可看说明。“—”表示报告未填数或当年表格无此项。",
        "Click a number to see the cell it was printed in. Framed numbers have findings; hover "
        "over one to read why. “—” means that no number is printed or the form of the year has no "
        "such cell.",
    ),
    "organ.trend_help": (
        "另一条线是数据集中同一层级、同一类型的机关：比率按合计计算，数量取平均。",
        "The other line is the dataset's organs of the same level and kind: rates over their sums, "
        "counts as their mean.",
    ),
    "organ.peers_together": ("{peer}（合计）", "{peer} (together)"),
    "organ.peers_mean": ("{peer}（平均）", "{peer} (mean)"),
    "organ.peers_help": (
        "同类：{peer}。百分位=同类中数值比它低的比例（并列各计一半）；分母不足30的比率不排。数值高低本身不代表好坏。",
        "Peers: {peer}. Percentile = how many in a hundred peers lie below (ties counted half); "
        "rates with a denominator below 30 are not ranked. High or low is neither good nor bad.",
    ),
    "organ.median": ("同类中位数", "Peers' median"),
    "organ.percentile": ("百分位", "Percentile"),
    "organ.n_peers": ("可比的同类", "Peers"),
    "organ.no_findings": ("各年报告均未发现问题。", "Nothing was found in any of its reports."),
    "organ.report": (
        "{year}年度报告（发布：{day}；错误{errors}，警告{warnings}）",
        "Report for {year} (published: {day}; errors {errors}, warnings {warnings})",
    ),
}
