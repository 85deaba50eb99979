"""The statistics table of the reports before 2019 (政府信息公开情况统计表), declared once as data.

Two generations of it are known: the national table of 国办发〔2014〕32号 (reports for 2014 to 2018)
and tables of provinces and cities before and beside it, which share a family of rows. It is no
earlier edition of the statutory form of lib.form: it counts other things. So every row is an
indicator under a name of its own, `statistics.<key>`, and rows that only one province prints are
kept under the label they were printed with. What an indicator has to do with a cell of today's
form is said by its `counterpart`, and only where `comparable` is set may its number stand there.

>>> indicator("statistics.received").counterpart
('requests.received.total',)
>>> [each.key for each in indicators() if each.comparable]
['statistics.received']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

TABLE = "statistics"  # the name of the table in Report.editions, and the head of every key
NATIONAL, LOCAL = "2014", "local"
FORMS = {
    NATIONAL: (
        "2014年版统计表（国办发〔2014〕32号）",
        "2014 statistics table (国办发〔2014〕32号)",
    ),
    LOCAL: ("地方统计表", "statistics table of a province or city"),
}
FIRST_YEAR = 2003  # Shanghai and Guangzhou reported before the national rules of 2008
LOCAL_ROW = f"{TABLE}.local."

_UNITS_EN = {
    "条": "pieces", "件": "cases", "次": "times", "篇": "texts", "个": "units", "人": "persons",
    "人次": "attendances", "万元": "10,000 yuan", "元": "yuan",
}  # fmt: skip
UNITS = tuple(sorted(_UNITS_EN, key=len, reverse=True))


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One row of the table.

    `forms` are the generations that print it; `adds_up` whether its children add up to it (the
    channels of disclosure do not: one text on two channels counts once), `within` the rows it
    cannot exceed. `counterpart` names the cells of today's form that come nearest, `comparable`
    whether the number may stand in the one it names, and the notes say why or why not."""

    key: str
    zh: str
    en: str
    unit: str
    forms: tuple[str, ...] = (NATIONAL,)
    aliases: tuple[str, ...] = ()
    adds_up: bool = False
    within: tuple[str, ...] = ()
    counterpart: tuple[str, ...] = ()
    comparable: bool = False
    note_zh: str = ""
    note_en: str = ""
    children: tuple[Indicator, ...] = ()

    @property
    def unit_en(self) -> str:
        return _UNITS_EN[self.unit]

    def spellings(self) -> tuple[str, ...]:
        return (self.zh, *self.aliases)


@dataclass(frozen=True, slots=True)
class Group:
    """A numbered part of the national table; local rows are sorted under the same heads."""

    zh: str
    en: str
    indicators: tuple[Indicator, ...]


# fmt: off
# ruff: noqa: E501

_BOTH, _LOCAL = (NATIONAL, LOCAL), (LOCAL,)
_DISCLOSED = (f"{TABLE}.disclosed", f"{TABLE}.disclosed_documents")


def _at(key: str, zh: str, en: str, unit: str, *children: Indicator, **more: object) -> Indicator:
    return Indicator(f"{TABLE}.{key}", zh, en, unit, children=children, **more)  # type: ignore[arg-type]


_APPROXIMATE = {
    "note_zh": "与现行表格的口径只是相近，不并入其数列。",
    "note_en": "Close to today's row but not counted in the same way: kept apart from its series.",
}

GROUPS = (
    Group("主动公开情况", "Proactive disclosure", (
        _at("disclosed", "主动公开政府信息数", "Pieces of information disclosed", "条",
            _at("disclosed_normative", "主动公开规范性文件数", "Normative documents disclosed", "条",
                counterpart=("disclosure.normative_documents.newly_published",), **_APPROXIMATE),
            forms=_BOTH, aliases=("主动公开信息数", "主动公开政府信息总数", "主动公开信息总数")),
        _at("disclosed_documents", "主动公开文件数", "Documents disclosed", "条", forms=_LOCAL),
        _at("normative_made", "制发规范性文件总数", "Normative documents made", "件",
            counterpart=("disclosure.normative_documents.made",),
            note_zh="2019年起为“本年新制作数量”，2021年起只计“行政规范性文件”；口径逐次收窄，不并入。",
            note_en="“Newly made” from 2019 on and narrowed to 行政规范性文件 in 2021: kept apart."),
        _at("by_gazette", "政府公报公开政府信息数", "Disclosed in the gazette", "条", forms=_BOTH, within=_DISCLOSED,
            aliases=("政府公报公开", "政府公报公开数", "政府公报公开信息数", "公报公开")),
        _at("by_website", "政府网站公开政府信息数", "Disclosed on the website", "条", forms=_BOTH, within=_DISCLOSED,
            aliases=("网站公开", "政府网站公开", "政府网站公开数", "网站公开数", "政府网站公开信息数")),
        _at("by_microblog", "政务微博公开政府信息数", "Disclosed by microblog", "条", within=_DISCLOSED),
        _at("by_wechat", "政务微信公开政府信息数", "Disclosed by WeChat", "条", within=_DISCLOSED),
        _at("by_other", "其他方式公开政府信息数", "Disclosed in other ways", "条", within=_DISCLOSED),
    )),
    Group("回应解读情况", "Responses and explanations", (
        _at("responses", "回应公众关注热点或重大舆情数", "Responses to matters of public concern", "次"),
        _at("press_conferences", "参加或举办新闻发布会总次数", "Press conferences", "次",
            _at("press_conferences_head", "主要负责同志参加新闻发布会次数", "of which with the head of the organ", "次")),
        _at("interviews", "政府网站在线访谈次数", "Online interviews", "次",
            _at("interviews_head", "主要负责同志参加政府网站在线访谈次数", "of which with the head of the organ", "次")),
        _at("explanations", "政策解读稿件发布数", "Explanations of policies published", "篇"),
        _at("responses_microblog", "微博微信回应事件数", "Responses by microblog and WeChat", "次"),
        _at("responses_other", "其他方式回应事件数", "Responses in other ways", "次"),
    )),
    Group("依申请公开情况", "Disclosure on request", (
        _at("received", "收到申请数", "Requests received", "件",
            _at("received_in_person", "当面申请数", "in person", "件", forms=_BOTH),
            _at("received_fax", "传真申请数", "by fax", "件", forms=_BOTH),
            _at("received_email", "电子邮件申请数", "by e-mail", "件", forms=_LOCAL),
            _at("received_online", "网络申请数", "online", "件", forms=_BOTH, aliases=("网上申请数",)),
            _at("received_letter", "信函申请数", "by letter", "件", forms=_BOTH),
            _at("received_letter_fax", "信函、传真申请数", "by letter or fax", "件", forms=_LOCAL),
            _at("received_other", "其他形式申请数", "in another form", "件", forms=_LOCAL,
                aliases=("其它形式申请数", "其他方式申请数", "其它方式申请数")),
            adds_up=True, forms=_BOTH,
            aliases=("收到申请总数", "收到申请数量", "申请总数", "受理依申请公开信息总数", "受理政府信息依申请公开总数",
                     "受理依申请公开总数", "受理依申请公开政府信息总数", "受理申请总数", "受理申请数"),
            counterpart=("requests.received.total",), comparable=True,
            note_zh="与“本年新收政府信息公开申请数量”的总计可比。地方统计表称“受理”，按各渠道收到的申请合计。",
            note_en="Comparable with the total of new requests. Local tables say “accepted”: the sum over the channels they came by."),
        _at("completed", "申请办结数", "Requests completed", "件",
            _at("completed_in_time", "按时办结数", "in time", "件"),
            _at("completed_extended", "延期办结数", "after an extension", "件"),
            adds_up=True, counterpart=("requests.handled.total",), **_APPROXIMATE),
        _at("replies", "申请答复数", "Replies to requests", "件",
            _at("reply_public", "属于已主动公开范围数", "Already public", "件",
                counterpart=("requests.granted.total",), **_APPROXIMATE),
            _at("reply_granted", "同意公开答复数", "Granted", "件", forms=_BOTH,
                counterpart=("requests.granted.total",),
                note_zh="2019年起的“予以公开”还包括告知已主动公开的，不并入。",
                note_en="“Granted” from 2019 on includes what was already public: kept apart."),
            _at("reply_partly", "同意部分公开答复数", "Partly granted", "件", forms=_BOTH,
                counterpart=("requests.partly_granted.total",), **_APPROXIMATE),
            _at("reply_refused", "不同意公开答复数", "Refused", "件",
                _at("refused_state_secret", "涉及国家秘密", "State secrets", "件",
                    counterpart=("requests.refused_state_secret.total",), **_APPROXIMATE),
                _at("refused_trade_secret", "涉及商业秘密", "Trade secrets", "件",
                    counterpart=("requests.refused_third_party.total",), **_APPROXIMATE),
                _at("refused_privacy", "涉及个人隐私", "Privacy", "件",
                    counterpart=("requests.refused_third_party.total",), **_APPROXIMATE),
                _at("refused_stability", "危及国家安全、公共安全、经济安全和社会稳定", "Security and stability", "件",
                    counterpart=("requests.refused_stability.total",), **_APPROXIMATE),
                _at("refused_no_information", "不是《条例》所指政府信息", "Not information in the Regulation's sense", "件",
                    note_zh="无一一对应的现行行。", note_en="No single row of today's form."),
                _at("refused_other_law", "法律法规规定的其他情形", "Other cases named by law", "件",
                    counterpart=("requests.refused_prohibited.total",), **_APPROXIMATE),
                adds_up=True, forms=_BOTH, aliases=("否决公开答复数", "不予公开答复数", "否决公开答复总数")),
            _at("reply_not_competent", "不属于本行政机关公开数", "Another organ's to disclose", "件",
                counterpart=("requests.unable_not_held.total",), **_APPROXIMATE),
            _at("reply_nonexistent", "申请信息不存在数", "Information does not exist", "件",
                counterpart=("requests.unable_not_held.total",), **_APPROXIMATE),
            _at("reply_correct", "告知作出更改补充数", "Asked to correct the request", "件",
                note_zh="是一次告知，不是办理结果，与“补正后申请内容仍不明确”不同。",
                note_en="A notice and no outcome: not the same as “still unclear after correction”."),
            _at("reply_other_channel", "告知通过其他途径办理数", "Referred to another procedure", "件",
                note_zh="只有一部分属于“不予处理”。", note_en="Only in part what “not processed” counts."),
            _at("reply_other", "其他类型答复数", "Other replies", "条", forms=_LOCAL,
                aliases=("其它类型答复数", "其他答复数", "其它答复数")),
            adds_up=True, forms=_BOTH,
            aliases=("对申请的答复总数", "对申请的答复数", "申请答复总数", "对申请答复总数"),
            counterpart=("requests.handled.total",), **_APPROXIMATE),
    )),
    Group("行政复议、行政诉讼和举报", "Reconsideration, litigation and complaints", (
        _at("reconsideration", "行政复议数量", "Administrative reconsideration", "件",
            _at("reconsideration_upheld", "维持具体行政行为数", "Upheld", "件",
                counterpart=("remedies.reconsideration.upheld",), **_APPROXIMATE),
            _at("reconsideration_corrected", "被依法纠错数", "Corrected", "件",
                counterpart=("remedies.reconsideration.corrected",), **_APPROXIMATE),
            _at("reconsideration_other", "其他情形数", "Other", "件",
                counterpart=("remedies.reconsideration.other_result",), **_APPROXIMATE),
            adds_up=True, forms=_BOTH, aliases=("行政复议数",),
            counterpart=("remedies.reconsideration.total",),
            note_zh="2019年起的总计含尚未审结的案件，不并入。",
            note_en="The total includes pending cases from 2019 on: kept apart."),
        _at("litigation", "行政诉讼数量", "Administrative litigation", "件",
            _at("litigation_upheld", "维持具体行政行为或者驳回原告诉讼请求数", "Upheld or dismissed", "件"),
            _at("litigation_corrected", "被依法纠错数", "Corrected", "件"),
            _at("litigation_other", "其他情形数", "Other", "件"),
            adds_up=True, forms=_BOTH, aliases=("行政诉讼数",),
            counterpart=("remedies.litigation_direct.total", "remedies.litigation_after.total"),
            note_zh="2019年起分为未经复议和复议后两类，并含尚未审结的案件，不并入。",
            note_en="Split by route and including pending cases from 2019 on: kept apart."),
        _at("appeals", "行政申诉数", "Administrative appeals", "件", forms=_LOCAL),
        _at("appeals_reports", "接受行政申诉、举报数", "Appeals and reports received", "件", forms=_LOCAL,
            aliases=("接受行政诉讼、举报数",)),
        _at("complaints", "举报投诉数量", "Reports and complaints", "件", forms=_BOTH, aliases=("举报投诉数",)),
    )),
    Group("收费", "Fees", (
        _at("fees", "依申请公开信息收取的费用", "Fees collected for requests", "万元",
            aliases=("依申请公开信息收取费用",),
            note_zh="是申请人支付的费用，2019年起见第六部分的信息处理费；不是行政事业性收费。",
            note_en="Paid by applicants: from 2019 on the information processing fee of section six, not administrative fees."),
        _at("fees_waived", "政府信息公开收费减免金额", "Fees reduced or waived", "元", forms=_LOCAL,
            aliases=("收费减免金额",)),
    )),
    Group("机构建设和保障经费情况", "Offices, staff and funds", (
        _at("offices", "政府信息公开工作专门机构数", "Dedicated offices", "个"),
        _at("reading_rooms", "设置政府信息公开查阅点数", "Reading places", "个"),
        _at("staff", "从事政府信息公开工作人员数", "Staff", "人",
            _at("staff_full_time", "专职人员数", "full-time", "人", aliases=("专职人员数(不包括政府公报及政府网站工作人员数)",)),
            _at("staff_part_time", "兼职人员数", "part-time", "人"),
            adds_up=True),
        _at("funds", "政府信息公开专项经费", "Dedicated funds", "万元"),
    )),
    Group("会议和培训情况", "Meetings and training", (
        _at("meetings", "召开政府信息公开工作会议或专题会议数", "Meetings", "次"),
        _at("trainings", "举办各类培训班数", "Training courses", "次"),
        _at("trainees", "接受培训人员数", "Persons trained", "人次"),
    )),
)

# fmt: on


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator, parents before their children, in the order of the tables."""

    def walk(found: tuple[Indicator, ...]) -> Iterator[Indicator]:
        for each in found:
            yield each
            yield from walk(each.children)

    return tuple(each for group in GROUPS for each in walk(group.indicators))


@cache
def _by_key() -> dict[str, Indicator]:
    return {each.key: each for each in indicators()}


def indicator(key: str) -> Indicator:
    """The indicator named `key`; KeyError for another name."""
    return _by_key()[key]


@cache
def parents() -> dict[str, Indicator]:
    """Key -> the indicator it is a part of."""
    return {child.key: each for each in indicators() for child in each.children}


def is_statistic(key: str) -> bool:
    """Whether a cell key names a row of the old table, declared or local."""
    return key.startswith(f"{TABLE}.")


def name(key: str, lang: str = "zh") -> str:
    """The name of a row in one language. A local row has only the label it was printed with.

    >>> name("statistics.received_fax", "en"), name("statistics.local.窗口接待人数")
    ('Requests received: by fax', '窗口接待人数')
    """
    if key.startswith(LOCAL_ROW):
        return key.removeprefix(LOCAL_ROW)
    found = indicator(key)
    above = parents().get(key)
    if lang == "zh":
        # 被依法纠错数 is printed under both 行政复议 and 行政诉讼
        return f"{above.zh}：{found.zh}" if above and _repeats(found.zh) else found.zh
    return f"{above.en}: {found.en}" if above else found.en


@cache
def _repeats(label: str) -> bool:
    return sum(each.zh == label for each in indicators()) > 1


def unit(key: str, lang: str = "zh") -> str:
    """The unit of a row, "" for a local one."""
    if key.startswith(LOCAL_ROW):
        return ""
    found = indicator(key)
    return found.unit if lang == "zh" else found.unit_en


def national() -> tuple[Indicator, ...]:
    """The rows of the national table."""
    return tuple(each for each in indicators() if NATIONAL in each.forms)


def totals() -> tuple[Indicator, ...]:
    """The indicators whose children add up to them."""
    return tuple(each for each in indicators() if each.adds_up)
