"""Words of the page on comparison and of the choice of an indicator."""

WORDS: dict[str, tuple[str, str]] = {
    "indicator.theme": ("主题", "Topic"),
    "indicator.which": ("指标与口径", "Indicator and definition"),
    "indicator.formula": ("{formula}。{caveat}", "{formula}. {caveat}"),
    "indicator.theme.requests": ("申请数量", "Numbers of requests"),
    "indicator.theme.outcomes": ("公开与办理比率", "Disclosure and handling rates"),
    "indicator.theme.applicants": ("申请人结构", "Who asks"),
    "indicator.theme.reasons": ("不公开的理由", "Why requests are refused"),
    "indicator.theme.remedies": ("复议与诉讼", "Review and litigation"),
    "indicator.theme.documents": ("规章与规范性文件", "Regulatory documents"),
    "indicator.theme.decisions": ("许可、处罚、强制", "Licences, penalties, coercion"),
    "indicator.theme.fees": ("收费", "Fees"),
    "compare.title": ("指标比较", "Compare"),
    "compare.intro": (
        "任选一个指标，比较地区、同类机关或单个机关。比率按合计数计算，不取各单位比率的平均。",
        "Choose an indicator and compare places, peer groups, or single organs. Rates are computed "
        "from sums, never as means of rates.",
    ),
    "compare.by": ("比较对象", "Compare"),
    "compare.by.all": ("所选整体", "All selected"),
    "compare.by.province": ("省级", "Provinces"),
    "compare.by.city": ("地市", "Cities"),
    "compare.by.county": ("县区", "Counties"),
    "compare.by.peers": ("同类机关", "Peer groups"),
    "compare.by.organ": ("单个机关", "Organs"),
    "compare.members": ("选择对象（最多{most}个）", "Which (up to {most})"),
    "compare.look": ("图形", "Show as"),
    "compare.look.lines": ("折线", "Lines"),
    "compare.look.bars": ("条形", "Bars"),
    "compare.look.stack": ("堆叠", "Stacked"),
    "compare.look.panels": ("分图", "Panels"),
    "compare.look.spread": ("分布", "Distribution"),
    "compare.look.scatter": ("两项指标", "Two indicators"),
    "compare.look.table": ("表格", "Table"),
    "compare.as": ("数值", "Values"),
    "compare.as.value": ("原值", "Value"),
    "compare.as.share": ("占比", "Share"),
    "compare.as.change": ("比上年", "Change on last year"),
    "compare.as.residents": ("每10万人", "Per 100,000 residents"),
    "compare.scale": ("纵轴", "Vertical axis"),
    "compare.scale.shared": ("同一刻度", "One scale"),
    "compare.scale.own": ("各自刻度", "Own scales"),
    "compare.year": ("年度", "Year"),
    "compare.second": ("（横轴）", " (horizontal axis)"),
    "compare.mark": ("标出", "Mark"),
    "compare.figure": ("{measure} · {by}", "{measure} · {by}"),
    "compare.figure_as": ("{measure}（{way}）· {by}", "{measure} ({way}) · {by}"),
    "compare.figure_year": ("{title} · {year}年", "{title} · {year}"),
    "compare.scatter": ("{y} 与 {x} · {year}年", "{y} by {x} · {year}"),
    "compare.change_points": ("比上年，百分点", "change on last year, percentage points"),
    "compare.points": ("个百分点", "percentage points"),
    "compare.percentile": (
        "{name}：{value}，在{n}个同类对象中高于{percentile}%（并列各计一半）。",
        "{name}: {value}, above {percentile}% of {n} (ties counted half).",
    ),
    "compare.spread_help": (
        "每点代表一个对象，横向为数值，纵向仅为错开显示。虚线为中位数，点线为上、下四分位数。",
        "Each point is one member; its height means nothing. The dashed line is the median, the "
        "dotted ones the quartiles.",
    ),
    "compare.scatter_help": (
        "虚线为两项指标各自的中位数，将图分为四个区域。相关不等于因果。",
        "Dashed lines are the two medians and cut the plane in four. Correlation is not cause.",
    ),
    "compare.bars_help": (
        "图示前{most}个，全部见数据表。",
        "The first {most} are drawn; all are in the data table.",
    ),
    "compare.small": (
        "分母不足{minimum}的{small}个对象不绘图、不排序，仅列入数据表：相差一件即可变动数个百分点。",
        "{small} whose denominator is below {minimum} are neither drawn nor ranked, only listed in "
        "the data table: one case more would move them by points.",
    ),
    "compare.residents_help": (
        "人口：{source}。没有人口数的地区留空。",
        "Residents: {source}. Places without a number are left empty.",
    ),
    "compare.residents_bring": (
        "添加市县人口（CSV，列名code和population）",
        "Add residents of cities or counties (CSV with the columns code and population)",
    ),
    "compare.residents_encoding": ("表格须为UTF-8编码。", "The table must be in UTF-8."),
    "compare.residents_none": (
        "所选对象均无人口数。随附的只有31个省份2020年普查人口；市县和演示数据的人口请自行添加。",
        "None of these places has a number of residents. Only the 31 provinces' census of 2020 "
        "ships; bring your own for cities, counties and the demonstration.",
    ),
    "compare.levels_mixed": (
        "按地区合计时，政府的报告可能已含其部门的数，合计会重复计算；请用层级和机关类型筛选。",
        "A government's report may already hold its departments' numbers, so adding up a place may "
        "count them twice: narrow the level and the kind of organ.",
    ),
    "compare.nothing": (
        "所选对象的分母均不足{minimum}，不作比较。",
        "No member's denominator reaches {minimum}.",
    ),
    "charts.column_label": ("对象", "Member"),
    "charts.column_member": ("编号", "Id"),
    "charts.column_residents": ("人口", "Residents"),
    "charts.column_x": ("横轴", "Horizontal"),
    "charts.column_y": ("纵轴", "Vertical"),
}
