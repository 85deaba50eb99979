"""Words of the page on requests."""

WORDS: dict[str, tuple[str, str]] = {
    "requests.title": ("申请办理", "Request handling"),
    "requests.tab": ("内容", "Show"),
    "requests.tab.flow": ("收办情况", "Flow"),
    "requests.tab.outcomes": ("办理结果", "Outcomes"),
    "requests.tab.applicants": ("申请人", "Applicants"),
    "requests.tab.reasons": ("理由", "Reasons"),
    "requests.tab.rates": ("比率", "Rates"),
    "requests.tab.organs": ("分机关", "By organ"),
    "requests.as": ("显示", "Show as"),
    "requests.as.shares": ("占比", "Shares"),
    "requests.as.counts": ("件数", "Counts"),
    "requests.flow": ("申请收办与结转情况", "Requests received, handled and carried over"),
    "requests.flow_help": (
        "每份报告均应满足：本年新收+上年结转=办理总计+结转下年度。各年报告份数不同，总量升降不一定是申请量增减。",
        "In each report new + carried in = handled + carried out. Years have different numbers of "
        "reports, so a rise in the sum need not be a rise in requests.",
    ),
    "requests.year": ("年度", "Year"),
    "requests.passage": (
        "{year}年申请来源与去向",
        "Where a year's requests came from and went: {year}",
    ),
    "requests.passage_help": (
        "左：本年新收与上年结转；右：六类办理结果与结转下年度。悬停可看占比和《条例》条款。",
        "Left: new requests and those carried in; right: the six outcomes and those carried over. "
        "Hover over a stream for its share and its article.",
    ),
    "requests.balanced": ("两侧相等，均为{came}件。", "Both sides are equal: {came}."),
    "requests.unbalanced": (
        "两侧不相等：左{came}件，右{went}件，相差{gap}件；系个别报告自身勾稽不平所致。",
        "The sides differ: {came} on the left, {went} on the right ({gap}): some reports do not "
        "balance in themselves.",
    ),
    "requests.outcomes": ("各年办理结果", "Outcomes by year"),
    "requests.outcomes_help": (
        "六类结果之和为办理总计；只统计六类均有数的报告。“其他处理”2019年版为一行，2021年版为三行，此处取合计。",
        "The six outcomes add up to the total handled; only reports that give all six are counted. "
        "“Handled otherwise” is one row in the 2019 form and three in the 2021 form: their sum.",
    ),
    "requests.by_applicant": ("各类申请人申请的办理结果", "Outcomes by kind of applicant"),
    "requests.by_applicant_help": (
        "每条为一类申请人的办理总计，条内为各类结果占比（占该类申请人办理总计）。总数较小时占比波动较大。",
        "Each bar is one kind of applicant's total handled, split by "
        "outcome: shares of that total. Shares of small totals swing easily.",
    ),
    "requests.applicants": ("申请人构成", "Who makes requests"),
    "requests.applicants_help": (
        "按本年新收申请的申请人类别。",
        "New requests of the year by kind of applicant.",
    ),
    "requests.reasons": (
        "不予公开、无法提供、不予处理、其他处理的理由",
        "Reasons for refusing, not providing, not processing, handling otherwise",
    ),
    "requests.reasons_help": (
        "条末为件数及占本组的比例。四组用同一刻度。2019年版“其他处理”不分理由，不在此图。",
        "Each bar ends in its count and its share of the group. All "
        "four groups are on one scale. The 2019 form has no reasons under “handled otherwise”.",
    ),
    "requests.group": ("类别", "Group"),
    "requests.reasons_year": ("{group}：各年理由", "{group}: reasons by year"),
    "requests.reasons_year_help": (
        "只统计本组各理由都有数的报告。",
        "Only reports that give every reason of the group are counted.",
    ),
    "requests.rates": ("公开率的几种口径", "Grant rates, by definition"),
    "requests.rates_help": (
        "同称“公开率”而分母不同，数值可相差很大：{formulas}。",
        "Rates called “grant rate” divide by different things: {formulas}.",
    ),
    "requests.other_rates": (
        "其他结果的比率与结转率",
        "Rates of the other outcomes and carry-over",
    ),
    "requests.other_rates_help": (
        "{formulas}。",
        "{formulas}.",
    ),
    "requests.measure": ("指标", "Measure"),
    "requests.peers": ("同类机关", "Peer group"),
    "requests.peer": ("{level}·{kind}", "{kind}, {level}"),
    "requests.organs": ("{measure}：{peer}", "{measure}: {peer}"),
    "requests.together": ("{years}年合计", "{years} together"),
    "requests.of_year": ("{year}年", "{year}"),
    "requests.pooled": (
        "{years}年各年之和，可在上方改选某一年。",
        "The years {years} are added up; choose a single year above.",
    ),
    "requests.who": ("申请人", "Applicants"),
    "requests.everyone": ("全部申请人", "All applicants"),
    "requests.organs_help": (
        "{formula}。只在同层级、同类型的机关之间比较；分母不足{minimum}件的列在表中，不参与排序。"
        "图示前{most}个，条上为分子/分母；全部机关见数据表。{caveat}",
        "{formula}. Only organs of one level and kind are compared; those with a denominator below "
        "{minimum} are in the table but not ranked. The figure has the first {most}, with "
        "numerator/denominator; the table has all. {caveat}",
    ),
    "requests.organs_none": (
        "所选范围内没有分母达到{minimum}件的机关，不排序；见数据表。",
        "No organ in this selection has a denominator of {minimum} or more, so none is ranked.",
    ),
}
