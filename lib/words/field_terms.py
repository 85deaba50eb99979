"""What the words of the field mean, in sentences of our own. A word has its name at field.NAME and
its meaning at field.NAME.means; the articles beside them are in lib.glossary."""

WORDS: dict[str, tuple[str, str]] = {
    "field.report": (
        "政府信息公开工作年度报告",
        "Annual report on government information disclosure",
    ),
    "field.report.means": (
        "机关对上一年政府信息公开工作的报告，格式由国务院主管部门统一规定。县级以上政府部门每年1月31日前公布，"
        "地方政府主管部门3月31日前公布本级政府的报告。",
        "An organ's report on its disclosure work of the year before, in one national format. "
        "Departments at county level and above publish by 31 January, the offices in charge "
        "publish their government's report by 31 March.",
    ),
    "field.information": ("政府信息", "Government information"),
    "field.information.means": (
        "机关在履行行政管理职能中制作或者获取、以一定形式记录保存的信息。",
        "What an organ makes or obtains in its administrative duties and keeps in recorded form.",
    ),
    "field.proactive": ("主动公开", "Proactive disclosure"),
    "field.proactive.means": (
        "机关不待申请、自行公开的信息，一般在形成或变更后20个工作日内公开。",
        "Information published without being asked for, as a rule within 20 working days.",
    ),
    "field.on_request": ("依申请公开", "Disclosure on request"),
    "field.on_request.means": (
        "个人和单位可以申请获取主动公开以外的政府信息。",
        "Anyone may apply for government information beyond what is published.",
    ),
    "field.norm": ("以公开为常态", "Disclosure as the norm"),
    "field.norm.means": (
        "政府信息公开的原则：公开是常态，不公开是例外。",
        "The principle: to disclose is the rule, to withhold the exception.",
    ),
    "field.deadline": ("答复期限", "Time to reply"),
    "field.deadline.means": (
        "能当场答复的当场答复，否则20个工作日内；经同意可延长，最多20个工作日。",
        "At once where possible, else within 20 working days, which may be extended by at most 20.",
    ),
    "field.correction": ("补正", "Correction of a request"),
    "field.correction.means": (
        "申请内容不明确时，机关在7个工作日内一次性告知如何补正；无正当理由逾期不补正，视为放弃。",
        "Where a request is unclear the organ says once, within 7 working days, what to correct; "
        "a request not corrected in time counts as given up.",
    ),
    "field.separate": ("区分处理", "Separation"),
    "field.separate.means": (
        "信息中能公开与不能公开的部分可以分开的，提供能公开的部分；年报中计入部分公开。",
        "Where what can be disclosed can be told apart from what cannot, it is given; the report "
        "counts it as partly granted.",
    ),
    "field.third_party": ("第三方意见", "Third parties heard"),
    "field.third_party.means": (
        "公开可能损害第三方合法权益的，书面征求意见，第三方在15个工作日内提出。",
        "Third parties whose rights disclosure may harm are asked in writing and have 15 working "
        "days.",
    ),
    "field.processing_fee": ("信息处理费", "Information-processing fee"),
    "field.processing_fee.means": (
        "申请政府信息一般不收费；数量、频次明显超过合理范围的，可以收取。第六部分须报告收费情况。",
        "Asking is free, but where number and frequency clearly exceed what is reasonable a fee "
        "may be charged. Section six reports on it.",
    ),
    "field.agencies": ("派出机构、内设机构", "Branches and internal units"),
    "field.agencies.means": (
        "依照法律、法规以自己的名义对外履行职能的，可以由其负责公开，也可以有自己的年报。",
        "Those that act outwardly in their own name may answer for disclosure themselves and may "
        "have a report of their own.",
    ),
    "field.in_charge": ("政府信息公开工作主管部门", "Office in charge of disclosure"),
    "field.in_charge.means": (
        "负责推进、指导、协调、监督政府信息公开的部门，国务院和县级以上地方政府的办公厅（室）。",
        "The general offices of the State Council and of local governments, which guide and "
        "supervise disclosure.",
    ),
    "field.relief": ("救济", "Remedies"),
    "field.relief.means": (
        "认为机关在信息公开中侵犯其合法权益的，可以投诉、举报，也可以申请复议或者起诉。",
        "Whoever believes an organ has infringed his or her rights may complain, apply for "
        "reconsideration or sue.",
    ),
    "field.tie": ("勾稽关系", "Cross-footing"),
    "field.tie.means": (
        "表中数字之间必须成立的等式：各项之和等于总计，新收加结转等于办结加结转下年度。年报核对的第一步。",
        "The equations the numbers of a form must satisfy: parts add up to totals, and what comes "
        "in equals what goes out. The first thing to check.",
    ),
    "field.carry": ("结转", "Carry-over"),
    "field.carry.means": (
        "年底没有办结的申请转入下一年。上年报告的结转下年度，应等于本年报告的上年结转。",
        "Requests open at the year's end go into the next. What one report carries over, the next "
        "should carry in.",
    ),
    "field.definition": ("口径", "Definition of a count"),
    "field.definition.means": (
        "一个数包括什么、不包括什么。同名的比率可能分母不同，比较前先看口径。",
        "What a number includes and leaves out. Rates of one name may have different "
        "denominators: look before comparing.",
    ),
    "field.blank": ("空白", "Blank"),
    "field.blank.means": (
        "报告中空着的格子。不知道是0还是漏填，所以既不当作0，也不参加合计。",
        "A cell left empty. It may be zero or forgotten, so it is neither taken for zero nor "
        "added.",
    ),
    "field.form_2019": ("2019年版表格", "The 2019 form"),
    "field.form_2019.means": (
        "2019、2020年度报告所用的试行格式。",
        "The trial format of the reports for 2019 and 2020.",
    ),
    "field.form_2021": ("2021年版表格", "The 2021 form"),
    "field.form_2021.means": (
        "2021年度起报告所用的格式。",
        "The format of reports for 2021 and later.",
    ),
    "field.peers": ("同类机关", "Peers"),
    "field.peers.means": (
        "层级和类型都相同的机关，如县级政府之间。比较只在同类之间才有意义。",
        "Organs of one level and kind, such as county governments: only like is compared with "
        "like.",
    ),
    "field.region_code": ("行政区划代码", "Region code"),
    "field.region_code.means": (
        "GB/T 2260规定的六位数字：前两位省级，中间两位地市，后两位县区。",
        "Six digits of the standard GB/T 2260: two for the province, two for the city, two for "
        "the county.",
    ),
}
