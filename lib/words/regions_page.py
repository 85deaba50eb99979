"""Words of the page on regions and of the search for organs."""

WORDS: dict[str, tuple[str, str]] = {
    "nav.regions": ("分地区", "Regions"),
    "regions.title": ("分地区", "Regions"),
    "regions.country": ("全部省份", "All provinces"),
    "regions.look.tiles": ("方格图", "Tiles"),
    "regions.look.bars": ("条形", "Bars"),
    "regions.look.map": ("地图", "Map"),
    "regions.tiles_help": (
        "每格一个地区，大小相同，省份按大致方位排列。颜色仅表示图中各地区的相对高低，不从0起算。"
        "点击一格进入下一级，也可用图下的按钮。",
        "One tile a place, all of one size; provinces stand about where they lie. Colours "
        "run from the lowest of these places to the highest, not from zero. Click a tile to go "
        "down, or use the buttons below.",
    ),
    "regions.map_help": (
        "边界由本站运营者提供，颜色只表示指标；点击一个地区进入下一级。",
        "Borders are supplied by the operator of this site; colours show the indicator only. Click "
        "a place to go down.",
    ),
    "regions.small": (
        "分母不足{minimum}的比率只列数值，不着色、不排序。按地区合计会把政府与其部门的报告加在一起，可能重复计算。",
        "Rates with a denominator below {minimum} are written, not coloured or ranked. A place "
        "adds up the reports of its government and departments, which may count cases twice.",
    ),
    "regions.own": ("{title} · 本级各机关", "{title} · its own organs"),
    "regions.own_help": (
        "点击机关名称可看其历年数据。分母不足{minimum}的列在后面，按名称排序。",
        "A name leads to the organ's years. Rates with a denominator below {minimum} come last, by "
        "name.",
    ),
    "regions.enter": ("进入", "Go down to"),
    "regions.organ": ("{organ}：{value}", "{organ}: {value}"),
    "regions.no_organs": (
        "本级机关在该年度没有报告。",
        "No organ of this place itself has a report for the year.",
    ),
    "regions.here.reasons": ("为什么不公开", "Why requests were refused"),
    "regions.here.remedies": ("复议与诉讼", "Review and litigation"),
    "regions.here.continuity": ("现行有效文件是否衔接", "Do documents in force add up"),
    "search.label": ("查找机关或地区", "Find an organ or a place"),
    "search.place": ("{place}（地区，全部机关）", "{place} (place, all its organs)"),
    "search.placeholder": (
        "名称、拼音或首字母，如：财政局、caizheng、czj",
        "Name, pinyin or its first letters, as in caizheng or czj",
    ),
    "search.hit": (
        "{organ}（{place}，{first}–{last}年）",
        "{organ} ({place}, {first}–{last})",
    ),
    "search.more": ("共{n}个，只列前{shown}个。", "{n} in all; the first {shown} are listed."),
    "search.nothing": (
        "没有找到“{words}”。请换一个名称或拼音首字母。",
        "Nothing was found for “{words}”. Try another name, or the first letters of its pinyin.",
    ),
}
