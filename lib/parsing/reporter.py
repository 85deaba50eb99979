"""Whose report it is, where no title says so: the sentences in which an organ names itself.

A report says who made it (由…编制), whom to ask (请与…联系), on whose site it stands, and begins
with what the organ did (2022年,…认真贯彻). A name that leaves its place out (区教育局) is taken
only where no other says more.
"""

from __future__ import annotations

import re

ORGAN_END = re.compile(
    r"(?:人民政府|政府|办公室|办公厅|委员会|管委会|局|厅|部|委|院|办|署|会|中心|处|所|队|站|"
    r"公司|集团|大学|学院|学校|医院|街道|镇|乡|苏木|区|县|市|省|旗|州|盟|银行|支行|分行|总队|支队|大队|"
    r"分局|馆|社|校|海关|兵团|农场|林场|园区|产业园|科技园|新城|电视台)$"
)
_OFFICES = re.compile(
    r"(?:人民政府|[镇乡]政府|办公室|办公厅|委员会|管委会|(?<![省市县区旗州盟党政纪常团])委|局|厅|办事处|街道|镇|乡|苏木|中心|总队|支队|大队|"
    r"分局|医院|银行|海关|管理处|管理所|监督所|监督站|科技园|产业园|公司|学校|大学|学院|图书馆|研究院|研究所)$"
)
# what a sentence puts before the name in its title
_LEAD = re.compile(
    r"^.*(?:(?:特|现)?(?:面)?向(?:全)?社会(?:各界)?(?:公布|公开|发布)|"
    r"编制(?!委|办|管理)(?:形成|发布|并发布|并公布)?了?|现公布|现发布|现公开|现将|特公布|特发布|形成了|"
    r"标题|名称|题名|关于|解读|:)|^(?:公布|发布|编制|印发|总结)"
)
_ISSUED = re.compile(r"(?:关于|公布|发布|印发)\s*$")
_PARTED = re.compile(r"[\s\-—_>》】\]]")
_SELF = re.compile(
    r"^(?:我|本|该|各|全|其)(?:局|厅|委|办|院|镇|乡|街道|县|市|区|旗|州|盟|省|机关|单位|部门|中心|处|"
    r"队|站|所|校|会|行|级|地|系统|年度|管委会|苏木|开发区|园区|政府|馆)"
)
_NO_NAME = re.compile(
    r"公布|发布|编制(?!委)|根据|按照|要求|做好|通知|向社会|认真|贯彻|坚持|落实|我[局市县区镇乡委办]|"
    r"信息公开(?!办|工作领导|领导)|报告|年报|国务院|平台$|[年月日]$|^(?:的|与|由|在|对|以|等|及|为|请|并|或|结合|围绕|立足|依托|会同|配合|协助|联合)|"
    r"^(?:市|区|县|省|州|旗|盟)委(?:$|[、市区县省州旗盟])|^[市区县省州旗盟](?:人民)?政府$|领导下|[A-Za-z\d]{3}|网站$|党工委$|党委$|党组$|时间$|日期$|机构$|^(?:(?:人民)?政府|党政(?:综合)?)?(?:办公[室厅]|办)$"
)
# whose figures they are, said after the name: 海关总署(本级机关), 广州海关关区
_OF_WHOM = re.compile(
    r"\((?:本级(?:机关)?|机关(?:本级)?|本机关|汇总|全系统|系统)\)$|(?<=海关)关区$"
)
_RELATIVE = re.compile(r"^(?:省|自治区|市(?![中南北]区)|州|盟|县|区|旗|镇|乡|街道)")
# the office within an organ that a reader is to ask, or that wrote the report
_INNER = re.compile(
    r"(?<=.{4})(?:党政(?:综合)?办(?:公室)?|(?:(?<!人民)政府)?信息公开(?:工作)?(?:领导小组)?(?:办公室|办)|"
    r"政务(?:信息)?(?:公开)?(?:工作)?(?:领导小组)?(?:办公室|办)|综合(?:办公室|科|处|股)|办公厅|办公室)$"
)
_OF_A_TOWN = re.compile(r"(.+?(?:[镇乡](?:人民)?政府|街道办事处)).{2,10}(?:办公室|办|科|股|中心)$")
_OUTER = re.compile(
    r"(?:局|厅|院|所|处|人民政府|办事处|街道|镇|乡|管理委员会|管委会|健康委|健康委员会|队|中心|站|"
    r"银行|公司|大学|学校|馆|苏木)$"
)
_NAME = r"(?P<name>[一-鿿()]{3,40}?)"
_MADE_BY = re.compile(
    rf"由{_NAME}(?:\(以下简称[^)]*\))?(?:负责|牵头|统一|组织|综合|汇总|会同|根据|按照|依据|依照|结合|参照|收集|总结|编(?!制委)|撰|起草|制作)"
)
_ASK = re.compile(
    rf"(?:与|同|向|联系|致函|致电){_NAME}(?:\((?:联系)?(?:地址|电话|联系)|"
    r"(?:直接)?(?:联系|联络|咨询|反映|查询)|\(?(?:地址|电话))"
)
_ASK_BELOW = re.compile(rf"联系:{_NAME}[,(;。]")
_SITE = re.compile(
    rf"(?:从|在|通过|登录|登陆|访问|于)[“\"]?{_NAME}(?:(?:政府)?(?:门户|官方|政务|政府|公众|信息)?"
    r"(?:信息公开)?(?:网站|官网|公众信息网)|[”\"]?\(?(?:http|www))"
)
_DID = re.compile(
    rf"(?:^|[,。;:\n])(?:(?:19|20)\d\d年度?(?:以来)?[,:]?)?{_NAME}(?:\(以下简称[^)]*\))?"
    r"(?:以习近平|以《|认真|全面|坚持|严格|深入|积极|高度|始终|紧紧|紧密|持续|切实|不断|准确|按照|根据|在(?:市|区|县|省|自治区|上级|党)|"
    r"围绕|结合|进一步|着力|扎实|充分|依法|通过|(?:政府信息|信息|政务)公开工作)"
)
_WORK_OF = re.compile(
    rf"(?:做好|推进|开展|加强|规范|总结){_NAME}(?:的)?(?:政府)?信息公开(?:年度)?工作"
)
_PLACE_DID = re.compile(
    r"^(?:(?:19|20)\d\d年度?(?:以来)?[,:]?)?(?P<name>[一-鿿]{2,12}[省市县区旗州盟])"
    r"(?:坚持|认真|全面|严格|深入|积极|始终|紧紧|紧密|持续|切实|按照|围绕|扎实)"
)
_HOSTS = re.compile(
    r"(?:政府|管委会|管理委员会|办事处|街道|镇|乡)$"
)  # have others' pages on their sites
_MOST = 3000  # characters: sentences about the report itself stand near its beginning
_HEADED = 400  # characters of section one


def is_relative(name: str) -> bool:
    """Whether a name says of what level its place is, and not which: 区教育局."""
    return bool(_RELATIVE.match(name))


def name_in(words: str) -> str:
    """The organ at the end of the words before a report's title, "" where there is none.

    >>> name_in("现公布石浦县林业局"), name_in("特向社会公布"), name_in("石浦县人民政府关于做好")
    ('石浦县林业局', '', '')
    """
    if not words:
        return ""
    name = _LEAD.sub("", _ISSUED.sub("", words.strip()))
    name = _PARTED.split(name.strip(" 《“\"'("))[-1].strip(" 的《“\"'(")
    name = _OF_WHOM.sub("", name)
    if len(name) < 3 or not ORGAN_END.search(name) or _SELF.match(name) or _NO_NAME.search(name):
        return ""
    return name


def named_in(about: str, section_one: str) -> list[str]:
    """The names by which an organ calls itself, the surest first, those without their place last.
    `about` is what the report says of itself and, at its end, its section one."""
    first_words = about[: len(about) - len(section_one) + _HEADED]
    found: list[str] = []
    hosts: list[str] = []
    for pattern, text in (
        (_MADE_BY, about[:_MOST]),
        (_ASK, about[:_MOST]),
        (_ASK_BELOW, about[:_MOST]),
        (_WORK_OF, about[:_MOST]),
        (_DID, first_words[:_MOST]),
        (_SITE, about[:_MOST]),
    ):
        for match in pattern.finditer(text):
            name = _LEAD.sub("", match["name"])
            if pattern is _SITE and name.endswith("人民"):
                name += "政府"  # 石浦县人民政府网站
            if pattern is not _DID or "我办" not in about:
                name = _outer(name)
            if pattern is _SITE and _HOSTS.search(name):
                # a government's own report speaks of 我县 where that is the county's site
                own = name.endswith("人民政府") and bool(
                    re.search(f"[我本]{name[-5:-4]}", f"{about}{section_one}")
                )
                hosts += [name] * (own and _is_name(name))
            elif _is_name(name) and not (pattern is _SITE and is_relative(name)):
                found.append(name)  # 在省自然资源厅网站上公开: a city's bureau may say that
    found = found or hosts
    if not found and (place := _PLACE_DID.match(section_one)) and not _SELF.match(place["name"]):
        found.append(place["name"])  # a government's report on its whole area
    return sorted(dict.fromkeys(found), key=is_relative)


def _outer(name: str) -> str:
    """The organ without the office within it."""
    if town := _OF_A_TOWN.match(name):
        return town[1]
    while inner := _INNER.search(name):
        outer = name[: inner.start()]
        if not _OUTER.search(outer):
            break
        name = outer
    return name


def _is_name(name: str) -> bool:
    return (
        len(name) >= 3
        and bool(_OFFICES.search(name))
        and not _SELF.match(name)
        and not _NO_NAME.search(name)
    )
