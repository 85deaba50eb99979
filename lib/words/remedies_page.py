"""Words of the page on reconsideration and litigation."""

WORDS: dict[str, tuple[str, str]] = {
    "remedies.title": ("复议诉讼", "Review and litigation"),
    "remedies.tab": ("内容", "Show"),
    "remedies.tab.results": ("案件结果", "Results"),
    "remedies.tab.corrections": ("纠错率", "Correction rates"),
    "remedies.tab.disputes": ("每百件申请", "Per 100 requests"),
    "remedies.tab.way": ("从申请到诉讼", "From request to court"),
    "remedies.way": ("每百件新收申请：{year}年", "For 100 new requests: {year}"),
    "remedies.way_help": (
        "蓝色为案件总计，橙红为其中结果纠正。案件未必出自本年的申请，所以画成条形而不画成流向；复议后起诉的案件在复议中也计一次。",
        "Blue: all cases; orange: those corrected. A year's cases need not come from its requests, "
        "so these are bars and no stream; a case litigated after reconsideration counts in both.",
    ),
    "remedies.tab.organs": ("分机关", "By organ"),
    "remedies.as": ("显示", "Show as"),
    "remedies.as.counts": ("件数", "Counts"),
    "remedies.as.shares": ("占比", "Shares"),
    "remedies.results": ("各年案件结果", "Results by year"),
    "remedies.results_help": (
        "尚未审结的案件计入当年总计，下一年度可能再次计入，因此各年总计不可相加。三组刻度各异。",
        "Pending cases are inside a year's total and may be counted again the next year, so totals "
        "must not be added over years. Each panel has a scale of its own in counts.",
    ),
    "remedies.corrections": ("纠错率，两种口径", "Correction rates, with both denominators"),
    "remedies.corrections_help": (
        "全部口径：结果纠正÷总计（含尚未审结）；审结口径：结果纠正÷(总计-尚未审结)。"
        "没有案件的年度没有比率。件数少时比率易波动，悬停可见分子、分母。",
        "Of all cases: corrected ÷ total, pending included; of closed cases: corrected ÷ (total − "
        "pending). A year without cases has no rate. Rates of few cases swing easily: hover for "
        "numerator and denominator.",
    ),
    "remedies.disputes": ("每百件新收申请的复议诉讼案件", "Cases per 100 new requests"),
    "remedies.disputes_help": (
        "案件总计÷本年新收×100；两者均有数的报告才计入。案件未必出自本年的申请；复议后起诉的案件"
        "在复议中也计一次。",
        "Cases ÷ new requests × 100, over reports that give both. A case need not arise from a "
        "request of the same year, and one litigated after reconsideration is counted in both.",
    ),
    "remedies.year": ("年度", "Year"),
    "remedies.group": ("途径", "Route"),
    "remedies.organs": ("{year}年{group}案件最多的机关", "Organs with most cases, {group}, {year}"),
    "remedies.organs_help": (
        "按案件总计排列，图示前{most}个；案件多往往因为申请多。全部机关及两种口径的纠错率见数据表，"
        "总计不足{minimum}件的比率不宜比较。",
        "By number of cases; the figure has the first {most}. Many cases often come with many "
        "requests. The table has all organs and both correction rates; rates of fewer than "
        "{minimum} cases should not be compared.",
    ),
}
