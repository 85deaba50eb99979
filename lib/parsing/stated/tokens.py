"""The words of a report's sentences that say what a figure is about, and the figures.

They are found in one pass. Which word means what is the table below, in the order in which the
wordings are tried: a longer one stands before one it contains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lib.parsing.numerals import CHARACTERS, NUMBER, read_figure
from lib.parsing.stated.beginnings import beginnings


@dataclass(slots=True, eq=False)  # its parts are asked for far more often than it is made
class Token:
    """`kind` is the first part of a word's name below, `key` the rest. A figure has `value` (None
    where it is no exact figure) and `unit`."""

    kind: str
    key: str
    start: int
    end: int
    value: Decimal | None = None
    unit: str = ""


_NUMERALS = f"[{CHARACTERS}]"
_PIECE = (
    r"件次|件|个(?!工作|自然|月|小时|方面|部门|单位|镇|乡|街|县|区|市|村|平台|专[栏题区]|栏目|账号|"
    r"网站|公众|渠道|窗口|领域|类|大类|一级|二级)|宗|份|例|起|条(?!例)|项|次|人次|桩|封"
)
_MONEY = r"万元|亿元|千元|元(?!旦)"
_SHORT = "政府信息公开|信息公开|公开(?:政府)?信息|政府信息"
_REQUEST = (
    r"(?:依申请|依法申请)(?:公开)?(?:的)?(?:政府)?信息(?:公开)?(?:的)?(?:申请|事项|办件)?(?:件(?!\d))?"
    r"|依申请公开(?!文件|公文|类|属性)(?:的)?(?:申请|事项|办件|业务|件(?!数?\d))?"
    rf"|(?:要求|请求|获取|申请获取)?(?:的)?(?:{_SHORT})(?:的)?(?:类)?(?:依)?申请(?!人|行政复议|复议|表|公开)(?:公开)?"
    rf"|(?:要求|请求)(?:{_SHORT})的(?:书面|信函)?申请(?!人)"
    r"|申请公开(?:的)?政府信息|公开申请(?!人)"
    r"|(?<![许可复议被助被核因再并已要])申请(?=件|数|总|办|共|量|的?\d|[,。;:)(]|中|$|全部|均|已|后|为|[一二三四五六七八九十百]+[件份宗个])"
)
# fmt: off
# ruff: noqa: E501

# name -> wordings; the order is the order of trial
WORDS: dict[str, str] = {
    "partial.months": r"[上下]半年|前?[一二三四1-4]个?季度|\d{1,2}月?(?:-|至|—|~)\d{1,2}月(?!\d)",
    "skip.percent": r"(?:约|近)?\d+(?:\.\d+)?(?:%|‰|个?百分点)|百分之[\d一二三四五六七八九十百点零]+",
    "skip.range": rf"\d+(?:-|~|—|–|至)\d+(?:{_PIECE}|{_MONEY}|日|年)",
    "skip.number": r"[〔\[(]?20\d\d[〕\])]\d+号|第\d+[号条项款次届期]|第[一二三四五六七八九十]+[条项款次届期个]",
    "date.day": r"(?:20\d\d年)?\d{1,2}月\d{1,2}日|20\d\d年\d{1,2}月(?:份)?",
    # carried over: before the bare years
    "in.": (
        r"(?:(?P<from>20\d\d)年度?|上一?个?年度?|去年|往年|上年末)(?:的)?"
        r"(?:未办结)?(?:未?办理完毕)?(?:的)?(?:政府信息公开申请|信息公开申请|依申请公开申请|依申请公开|依申请|申请)?"
        r"(?:件|事项)?(?:的)?(?:结转|转结|转入|转接|顺延|延续|遗留)(?:至|到|入)?(?:本年度?|今年|(?P<into>20\d\d)年度?)?"
        r"(?:继续)?(?:办理|处理)?(?:的)?|结转上一?年度?|上年度?(?:末)?未办结"
    ),
    "out.": (
        r"(?:结转|转结|转入?|顺延|延续|留转|延期)(?:至|到|入)?(?:下一?个?(?:年度|年)|次年|明年|翌年|(?P<next>20\d\d)年)"
        r"度?(?:继续)?(?:办理|处理)?(?:的)?(?:答复)?|下一?年度?(?:继续办理)?(?:的)?结转|"
        r"跨年度?(?:办理|结转)|(?:正在|尚在|仍在)(?:办理|处理)(?:之?中|期限内)?|"
        r"(?:尚)?未(?:到期|办结)(?!率)|待(?:办理|答复)|结转(?:办理)?"
    ),
    "compare.": r"(?:同比|环比|相比|相较|(?:较|比)(?:上一?年度?|去年|20\d\d年度?|往年|同期|前年)|增加|增长|减少|下降|上升|回落|提高|提升|多出)(?:了)?",
    "last.": r"上一?年度?|去年|往年|前年|历年|20\d\d年以来|施行以来|实施以来",
    "year.": r"(?P<year>20\d\d)(?:年度?|(?=-))(?:初|底|末|内|来)?",
    "sum.": r"累计",
    "whole.": r"截[至止]",
    # negation, after the wordings it is a part of
    "remedy.litigation_direct": (
        r"(?:未经(?:行政)?复议(?:程序)?(?:而|的)?)?(?:直接(?:提起|起诉)|直诉)(?:的)?(?:行政)?(?:诉讼)?(?:案件)?"
        r"|未经(?:行政)?复议(?:而|的)?(?:提起)?(?:行政)?(?:诉讼|起诉)"
    ),
    "remedy.litigation_after": r"(?:经|先)?(?:行政)?复议后(?:再)?(?:提起|起诉)?(?:的)?(?:行政)?(?:诉讼)?(?:案件)?",
    "reason.unable_to_create": r"没有现成(?:的)?(?:政府)?信息(?:[,、]?需要?另行(?:制作|加工))?|需要?另行制作",
    "reason.unable_unclear": r"(?:经)?补正后(?:申请)?(?:内容)?(?:仍|依然)?不明确",
    "reason.unable_not_held": (
        r"(?:属于)?(?:因)?(?:本(?:行政)?机关|本单位|本[局委办厅镇]|我[局委办厅镇单位]位?)?(?:政府)?不掌握(?:相关|所申请|该)?(?:的)?(?:政府)?(?:信息)?"
    ),
    "reason.other_not_corrected": r"(?:申请人)?(?:无正当理由)?逾期(?:不|未)补正(?:[,、]行政机关不再处理其政府信息公开申请)?",
    "reason.other_fee_unpaid": r"(?:申请人)?逾期(?:未|不)(?:按收费通知要求)?缴(?:纳)?费(?:用)?(?:[,、]行政机关不再处理其政府信息公开申请)?",
    "reason.declined_excessive": r"(?:无正当理由)?大量反复申请",
    "reason.declined_repeat": r"重复(?:性)?申请(?:公开)?",
    "reason.declined_complaint": r"(?:属于)?信访[、,]?(?:举报|投诉)[、,]?(?:举报|投诉)?类?(?:的)?(?:申请)?",
    "reason.declined_publication": r"(?:要求提供)?公开出版物",
    "reason.declined_reissue": r"(?:要求(?:行政机关)?)?确认或(?:者)?重新出具(?:已获取信息)?",
    "reason.refused_state_secret": r"(?:属于|涉及)?国家秘密(?:的)?(?:信息)?",
    "reason.refused_prohibited": r"(?:其他)?法律[、,]?(?:行政)?法规禁止公开(?:的)?(?:信息)?",
    "reason.refused_stability": r"(?:危及)?[“\"]?三安全一稳定[”\"]?",
    "reason.refused_third_party": r"(?:保护|涉及|损害)?第三方合法权益",
    "reason.refused_internal": r"(?:属于)?(?:三类)?内部(?:管理|事务)(?:性)?信息",
    "reason.refused_process": r"(?:属于)?(?:四类)?过程性(?:性)?信息",
    "reason.refused_enforcement": r"(?:属于)?行政执法案卷(?:信息)?",
    "reason.refused_query": r"(?:属于)?行政查询(?:类)?事项",
    "outcome.partly_granted": r"(?:予以|同意|准予)?部分(?:予以)?公开(?:答复)?(?:的)?",
    "outcome.refused": r"不(?:予|同意|准)(?:以)?公开(?!文件|公文|类|属性)(?:答复|决定)?(?:的)?",
    "outcome.unable": r"无法(?:予以)?提供(?:的)?",
    "outcome.declined": r"不予(?:以)?处理(?:的)?",
    "outcome.other": r"(?:作)?其[他它](?:方式|情形|原因)?(?:予以)?处理(?:的)?(?!决定)",
    "outcome.granted": r"(?:予以|准予|同意|全部|完全|依法)(?:全部)?(?:予以)?公开(?:答复)?(?:的)?(?!条例)",
    "public.": r"公民、?(?:和|及|或)?法人(?:、|和|或者?|及)?其[他它]组织|个人隐私",
    "neg.": (
        r"(?:未|没有?)(?:曾|有)?(?P<verb>收到|接到|接收到?|接受|收取|受理|发生|产生|出现|涉及|引发|引起|存在|办理|"
        r"制定|制发|出台|印发|废止|实施|作出|有|(?:因)?被(?=申请|提起|提出|行政|诉讼|复议))|没有|"
        r"无(?!法|正当|论|偿|误|需|效|障|纸|缝|证|须|异议|理由|超期|逾期|不当|投诉|举报|任何投诉|违|主|人)"
    ),
    "amount.": r"信息处理费|信息公开处理费|信息公开收费|信息公开费用",
    "remedy.reconsideration": r"(?:被)?(?:申请|提起|提出)?行政复议(?:申请|案件|案)?|(?<!行政)复议(?:申请|案件|案)?",
    "remedy.litigation": r"(?:被)?(?:提起)?行政(?:诉讼|应诉)(?:案件|案)?|(?:被)?(?:提起)?(?<!行政)诉讼(?:案件|案)?",
    "result.other_result": r"其[他它]结果|撤回|终止|和解|驳回|撤诉|不予受理",
    "result.pending": r"(?:尚)?未审结|(?:正在|尚在)审理(?:之?中)?|审理中|未结案?",
    "result.upheld": r"(?:结果|全部|均获|均被)?维持(?:原(?:具体)?行政行为|原?决定|原告知)?",
    "result.corrected": r"(?:结果|被依法)?纠(?:正|错)",
    "result.lost": r"败诉|撤销|胜诉|确认违法",
    "doc.normative_documents": r"(?:行政)?规范性(?:行政)?文件",
    "doc.regulations": r"(?:政府)?规章(?!制度|库|立法|制定程序)",
    "docverb.in_force": r"现行有效|继续有效",
    "docverb.repealed": r"(?:清理)?废止",
    "docverb.newly_published": r"新公开",
    "docverb.published_total": r"对外公开(?:总数|总数量|总量)",
    "docverb.made": r"新?制发|新?制定(?:并)?(?:出台|印发|发布)?|新?制订|新?出台|新制作|新?印发",
    "dec.licences": r"行政许可(?!事项|证|信息|结果|决定书|公示|目录|清单|等|和|类|、|标准)",
    "dec.penalties": r"行政处罚(?!事项|裁量|信息|结果|决定书|公示|目录|清单|等|类|和|、|标准)",
    "dec.coercion": r"行政强制(?:措施)?(?!事项|信息|结果|决定书|公示|目录|清单|等|和|类|、|标准)",
    "fees.": r"行政事业性收费(?!项目|目录|清单|标准|等|信息|事项|公示)(?:本年)?(?:收费)?(?:金额|总额|收入)?",
    "other.": (
        r"(?:道路|补贴|低保|住房|登记|施工|项目|资金|贷款|用地|认定|资质|备案|入学|仲裁|专利|商标)申请(?:件(?!\d))?|"
        r"主动公开|主动发布|人大代表|政协|建议|提案|留言|咨询|信箱|信件|来信|来电|来访|来函|信访|热线|工单|诉求|问题|意见|舆情|"
        r"投诉|举报|申诉|新闻|稿件|解读|微博|微信|视频|公众号|抖音|公报|会议|培训|检查|督查|考核|专栏|栏目|网页|"
        r"公示|公告|发布|转发|上传|录入|归集|推送|更新|清单|目录|预算|决算|采购|备案|审查|审核|清理|修[改订]|评估|"
        r"征集|起草|宣传|访问|浏览|点击|粉丝|关注|政务服务|服务事项|好差评|查阅点|工作人员|其他文件|任免|文件(?!\d)|信息(?=\d)"
    ),
    "early.": r"[一二再]审(?!查|核)|立案|(?:按[时期]|延期|逾期|超期|提前|当[场日年天])(?:内)?(?:予以)?(?:办结|答复|回复|办理)?",
    "new.": r"(?:本年(?:度)?)?新(?:增)?(?:收(?:到|取)?|接收|受理|增|发生|产生)",
    "closed.": r"审结|结案",
    "recv.": r"(?:共|总共|累计)?(?:收到|接收到?|接到|接获|受理|收件|登记|收悉|承接)(?:并(?:办结|答复|处理|办理))?",
    "happen.": r"发生|产生|引发|引起|涉及|提起|共有",
    "done.": r"(?:已|全部|共)?(?:依[法规])?(?:办结|办复|答复|回复|办理完[成毕结]|作出答复)(?!率|口径|工作|流程|意见|方式|时限|期限|时间|质量|内容|文书|机制|制度|格式)",
    "dealt.": r"(?:共)?办理(?!事项|流程|工作|机制|制度|指南|情况|时限|程序|质量|要素)",
    "who.natural_person": r"自然人|(?<!法)个人(?!隐私|信息)|公民",
    "who.organisation": r"法人(?:或|和|及|、)?(?:者)?(?:其[他它])?组织|法人(?=申请?\d)",
    "who.business": r"商业企业|企业(?!群众|法人|和群众|家|开办|服务)",
    "who.research": r"科研机构",
    "who.public_interest": r"社会公益(?:性)?组织|公益组织",
    "who.legal_service": r"法律服务机构|律师事务所|律所",
    "who.other_organisation": r"其[他它](?:法人)?组织",
    "request.": _REQUEST,
    "channel.": (
        r"(?:通过)?(?:网上|网络|互联网|在线|线上|线下|信函|书信|邮寄|当面|现场|传真|电子邮[件箱]|邮箱|窗口|门户网站|申请平台|邮政)"
        r"(?:申请平台|平台|渠道|方式|提交|申请|受理|形式|途径)?"
    ),
    "scope.area": r"全(?:区|市|县|省|州|旗|镇|乡|街道|系统)(?!面|域)(?:各级|各部门)?(?:行政机关)?",
    "scope.own": r"本机关|本单位|我单位|本部门|[我本][局办委厅](?!们)",
    "scope.office": r"(?:省|市|县|区|旗|州)(?:人民)?政府(?:本级|办公?[室厅]|办)(?!公)|(?:区|市|县|省)本级|(?:办公室|办公厅)(?=代表|共|本|收|受理|办理|新收|直接|\d)",
    "scope.others": r"各(?:部门|镇|乡|街道|区县|县区|县|单位|级|股室|科室|有关)|乡镇|镇街|街镇|镇[、(](?:街道|乡)|(?:区|市|县)直|下属|(?:区|市|县)?(?:政府)?部门(?=收到|受理|共|办理)|派出所|分局",
    "part.": r"其中|含|包括",
    "etc.": r"等",
    "each.": r"各(?=\d|[一二两三四五六七八九十])",
    "respectively.": r"分别",
    "zero.": r"(?:均|都|数量?|总数)?(?:为|是|:)(?:零|0)(?![\d.])(?!件|个|宗|份|例|起|条|项|次|万元|元|%)|(?:均|都|数量?|总数)?为无",
    "figure.": (
        rf"(?P<approx>约|近|逾|超过?|不足|至少|大约|第)?(?P<number>{NUMBER}|(?<!第){_NUMERALS}+)"
        rf"(?P<more>余|多|几)?(?P<unit>{_PIECE}|{_MONEY})(?P<after>以上|左右|以内|余)?"
    ),
    "now.": r"今年|本年(?:度)?|报告期",
    "list.": r"、",
    "sep.": r"[,;:()]",
    "stop.": r"[。!?\n]",
}
# fmt: on


_NAMES = {f"w{number}": tuple(name.split(".", 1)) for number, name in enumerate(WORDS)}
_KEYS = {"year": "year", "in": "from", "out": "next", "neg": "verb"}  # kind -> the group its key is
_BEGINNINGS = tuple(map(beginnings, WORDS.values()))
_ONE = re.compile(
    r"[,。;:)、(]|$|行政|政府信息|信息|依申请|申请|公开|复议|诉讼|规范性|规章|案件|由|因"
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and figures of a stretch of folded text, in order."""
    found: list[Token] = []
    at, end = start, len(text) if end is None else end
    while at < end:
        wordings = _wordings[text[at : at + 2]]
        if wordings is None or (match := wordings.match(text, at, end)) is None:
            at += 1
            continue
        kind, key = _NAMES[match.lastgroup or ""]
        beyond = match.end()
        if kind == "figure":
            found.append(_figure(match, text, at, beyond))
        elif kind == "zero":
            found.append(Token("figure", "zero", at, beyond, Decimal(0)))
        else:
            if kind in _KEYS:
                key = match[_KEYS[kind]] or ""
            found.append(Token(kind, key, at, beyond))
        at = beyond
    return found


class _Wordings(dict[str, re.Pattern[str] | None]):
    """The wordings that can begin with two characters, or with the first and end there."""

    def __missing__(self, characters: str) -> re.Pattern[str] | None:
        first = characters[:1]
        numbers = [n for n, some in enumerate(_BEGINNINGS) if characters in some or first in some]
        if len(self) >= _MOST_PAIRS:
            self.clear()
        self[characters] = found = _any_of(tuple(numbers)) if numbers else None
        return found


_wordings = _Wordings()
_MOST_PAIRS = 20_000


@cache
def _any_of(numbers: tuple[int, ...]) -> re.Pattern[str]:
    """Some of the wordings, in their order of trial."""
    wordings = tuple(WORDS.values())
    return re.compile("|".join(f"(?P<w{number}>{wordings[number]})" for number in numbers))


def _figure(found: re.Match[str], text: str, start: int, end: int) -> Token:
    number, approx, more, after, unit = found.group("number", "approx", "more", "after", "unit")
    exact = not (approx or more or after)
    # 一起 and 一次 are words as often as figures
    word = number == "一" and not _ONE.match(text, end)
    value = read_figure(number) if exact and not word else None
    return Token("figure", "", start, end, value, unit)
