"""The figures a report's text states. Every sentence is invented, its figures typed beside it.

The notation: `received 20` is the total of a row of section three, `received/business 3` one kind
of applicant, `granted+partly_granted 12` the sum of two rows, `reconsideration 1`, `litigation 2`,
`reconsideration.upheld 1` are of section four, `normative_documents.made 5` of section two. `@2022`
is a figure of another year than the report's, which is 2023.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from lib.form import leaves, line
from lib.parsing.labels import fold
from lib.parsing.report import Stated
from lib.parsing.stated import passages, processing_fee, read_stated
from lib.reading.document import Paragraph, Place

E2021 = {"disclosure": "2021", "requests": "2021", "remedies": "2021"}
E2019 = {"disclosure": "2019", "requests": "2019", "remedies": "2019"}
GROUPS = {
    "reconsideration": ["reconsideration"],
    "litigation": ["litigation_direct", "litigation_after"],
    "litigation_direct": ["litigation_direct"],
    "litigation_after": ["litigation_after"],
}
LEGAL_PERSONS = ["business", "research", "public_interest", "legal_service", "other_organisation"]


def cells(name: str, editions: dict[str, str]) -> tuple[str, ...]:
    """The cells of one name of the notation."""
    found: list[str] = []
    for part in name.split("+"):
        first, _, result = part.partition(".")
        if first in GROUPS:
            found += [f"remedies.{group}.{result or 'total'}" for group in GROUPS[first]]
        elif result:
            found.append(f"disclosure.{part}")
        elif first in ("licences", "penalties", "coercion"):
            found.append(f"disclosure.{first}.decisions")
        elif first == "fees":
            found.append("disclosure.fees.amount")
        else:
            row, _, who = first.partition("/")
            columns = LEGAL_PERSONS if who == "organisation" else [who or "total"]
            below = leaves((line("requests", row),), editions["requests"])
            found += [f"requests.{leaf.key}.{column}" for leaf in below for column in columns]
    return tuple(found)


def stated(text: str, editions: dict[str, str], year: int = 2023) -> list[Stated]:
    paragraphs = [Paragraph(line, Place(line=n)) for n, line in enumerate(text.split("\n"), 1)]
    return list(read_stated(passages(paragraphs), year, editions))


def expected(notation: str, editions: dict[str, str]) -> set[tuple[tuple[str, ...], Decimal, int]]:
    found = set()
    for part in filter(None, (each.strip() for each in notation.split(";"))):
        name, value = part.split(" ")
        number, _, year = value.partition("@")
        found.add((cells(name, editions), Decimal(number), int(year or 0)))
    return found


CASES: list[tuple[str, str]] = [
    # --- documents by how they may be disclosed are no requests
    (
        "全年制作公文30件，其中主动公开21件、依申请公开6件、不予公开3件。",
        "",
    ),
    ("印发依申请公开文件7件，不予公开文件2份。", ""),
    ("依申请公开政务信息数4件，均已办理。", "received 4"),
    ("收到政府信息依申请公开办理事项3件，已按时办结。", "received 3"),
    # --- a clause's negation ends with it
    (
        "收到8宗政府信息公开申请，未被行政诉讼，3宗被行政复议结果维持。",
        "received 8; litigation 0; reconsideration.upheld 3",
    ),
    ("全年未发生与诉讼（含行政复议）有关的支出。", ""),
    ("收到申请2件，出具《政府信息公开申请答复书》1份。", "received 2"),
    # --- received: verbs, units, numerals, the order of the words
    ("2023年，本机关共收到政府信息公开申请20件。", "received 20"),
    ("全年收到公开政府信息的申请共计 135 件。", "received 135"),
    ("本年度受理依申请公开12宗。", "received 12"),
    ("我局2023年度共接收政府信息公开申请9份，均已答复。", "received 9"),
    ("2023年新收政府信息公开申请1,204件。", "received 1204"),
    ("2023年收到政府信息公开申请３３件。", "received 33"),
    ("一年来登记依申请公开事项7例。", "received 7"),
    ("全年收到8份政府信息公开申请。", "received 8"),
    ("今年以来接到4次信息公开申请。", "received 4"),
    ("2023年，我镇收到依申请公开两件。", "received 2"),
    ("本年度共收到政府信息公开申请三十六件。", "received 36"),
    ("本年度收到政府信息公开申请一件。", "received 1"),
    ("政府信息公开申请共收到16件。", "received 16"),
    ("本年度政府信息公开申请数量为0件。", "received 0"),
    ("依申请公开数为零。", "received 0"),
    ("2023年我办依申请公开3件。", "received 3"),
    ("全区各级行政机关共受理政府信息公开申请417件。", "received 417"),
    ("全市各部门共收到政府信息公开申请2031件。", "received 2031"),
    ("年内受理并办结依申请公开23件。", "received 23"),
    ("2023年，某街道发生依申请公开1次。", "received 1"),
    ("我局2023年度收到依申请信息公开5项。", "received 5"),
    ("通过邮寄、网络等渠道共收到政府信息公开申请18件。", "received 18"),
    ("受理公民、法人和其他组织提出的政府信息公开申请5件。", "received 5"),
    ("2023年累计收到政府信息公开申请40件。", "received 40"),
    # --- none received
    ("2023年，我局未收到政府信息公开申请。", "received 0"),
    ("本年度没有收到依申请公开事项。", "received 0"),
    ("2023年度，我镇未接到依申请公开办件。", "received 0"),
    ("我单位2023年无政府信息公开申请。", "received 0"),
    ("本年度无新增政府信息公开申请情况。", "received 0"),
    ("2023年，某镇未收到群众要求政府信息公开的申请。", "received 0"),
    ("全年未受理依申请公开业务", "received 0"),
    ("2023年未发生依申请公开。", "received 0"),
    ("截至年底，我中心尚未收到公民、法人或其他组织的政府信息公开申请。", "received 0"),
    ("全年没有1件政府信息公开申请。", "received 0"),
    # --- what becomes of them
    ("上年结转政府信息公开申请2件。", "carried_in 2"),
    ("2022年结转至2023年办理的政府信息公开申请3件。", "carried_in 3"),
    ("上一年度结转的申请6件。", "carried_in 6"),
    ("办结政府信息公开申请21件，结转下年度继续办理4件。", "handled 21; carried_out 4"),
    ("全年答复政府信息公开申请805件，另有72件顺延到下年度答复。", "handled 805; carried_out 72"),
    ("共收到申请70件，依法依规办结69件，1件结转下年度继续办理。",
     "received 70; handled 69; carried_out 1"),
    ("共收到申请154件，共办结148件，结转至2024年6件。",
     "received 154; handled 148; carried_out 6"),
    ("收到政府信息公开申请15件，已办结14件，1件正在办理。",
     "received 15; handled 14; carried_out 1"),
    ("新收政府信息公开申请30件，上年结转5件，办结31件，结转下年度4件。",
     "received 30; carried_in 5; handled 31; carried_out 4"),
    ("收到依申请公开6件。结转2件。", "received 6; carried_out 2"),
    ("2023年无结转下年度办理的申请。", "carried_out 0"),
    ("共收到申请8件，无下年度结转。", "received 8; carried_out 0"),
    ("收到申请11件，办理完毕11件。", "received 11; handled 11"),
    # --- outcomes
    ("其中准予公开8件，部分公开4件，不予公开4件。", "granted 8; partly_granted 4; refused 4"),
    ("答复结果中，同意公开9宗，不予公开2宗，无法提供10宗，不予处理0宗，其他处理14宗。",
     "granted 9; refused 2; unable 10; declined 0; other 14"),
    ("予以公开及部分公开42件，占51.85%；不予公开5件，占6.17%。",
     "granted+partly_granted 42; refused 5"),
    ("因本机关不掌握等原因无法提供26件。", "unable 26"),
    ("收到申请12件，8件予以公开，3件部分公开，1件不予公开。",
     "received 12; granted 8; partly_granted 3; refused 1"),
    ("全部公开五件，部分公开二件。", "granted 5; partly_granted 2"),
    ("不予公开、不予处理共3件。", "refused+declined 3"),
    ("不予公开和不予处理均为0件。", "refused 0; declined 0"),
    ("办结依申请公开81件，其中：予以公开40件；无法提供31件；其它处理10件。",
     "handled 81; granted 40; unable 31; other 10"),
    # --- reasons
    ("属于国家秘密不予公开1件，属于四类过程性信息不予公开2件。",
     "refused_state_secret 1; refused_process 2"),
    ("本机关不掌握相关政府信息7件，没有现成信息需要另行制作2件，补正后申请内容仍不明确1件。",
     "unable_not_held 7; unable_to_create 2; unable_unclear 1"),
    ("重复申请3件，信访举报投诉类申请5件。", "declined_repeat 3; declined_complaint 5"),
    ("属于行政执法案卷4件、行政查询事项6件、三类内部事务信息2件。",
     "refused_enforcement 4; refused_query 6; refused_internal 2"),
    ("保护第三方合法权益1件，危及“三安全一稳定”0件。",
     "refused_third_party 1; refused_stability 0"),
    ("申请人无正当理由逾期不补正2件。", "other_not_corrected 2"),
    ("要求提供公开出版物1件，大量反复申请9件。",
     "declined_publication 1; declined_excessive 9"),
    ("其他法律行政法规禁止公开2件。", "refused_prohibited 2"),
    # --- who asks
    ("收到政府信息公开申请81件，涉及自然人80件、商业企业1件。",
     "received 81; received/natural_person 80; received/business 1"),
    ("收到8份政府信息公开申请，均为自然人申请。", "received 8; received/natural_person 8"),
    ("收到自然人申请17件、企业申请3件、科研机构申请1件。",
     "received/natural_person 17; received/business 3; received/research 1"),
    ("受理依申请公开20件，其中自然人15件，法人或其他组织5件。",
     "received 20; received/natural_person 15; received/organisation 5"),
    ("办结申请9件，其中自然人8件，法律服务机构1件。",
     "handled 9; handled/natural_person 8; handled/legal_service 1"),
    ("收到申请6件，其中社会公益组织1件，其他组织2件，个人3件。",
     "received 6; received/public_interest 1; received/other_organisation 2; "
     "received/natural_person 3"),
    # --- reviews and lawsuits
    ("因政府信息公开引发的行政复议1个和行政诉讼1个。", "reconsideration 1; litigation 1"),
    ("信息公开类行政复议7件，诉讼9件。", "reconsideration 7; litigation 9"),
    ("全年因政府信息公开被申请行政复议36起，被提起行政诉讼9起。",
     "reconsideration 36; litigation 9"),
    ("2023年未发生因政府信息公开申请提起的行政复议和行政诉讼案件。",
     "reconsideration 0; litigation 0"),
    ("没有因政府信息公开引起的行政复议、行政诉讼。", "reconsideration 0; litigation 0"),
    ("政府信息公开行政复议、行政诉讼均为0件。", "reconsideration 0; litigation 0"),
    ("因信息公开引发行政复议、行政诉讼分别为2件、7件。", "reconsideration 2; litigation 7"),
    ("因信息公开引发行政复议和行政诉讼各1件。", "reconsideration 1; litigation 1"),
    ("有1件涉及政府信息公开工作的行政复议。", "reconsideration 1"),
    ("政府信息公开未经复议直接起诉3件，复议后起诉2件。",
     "litigation_direct 3; litigation_after 2"),
    ("政府信息公开行政复议案件7件，其中维持5件，纠正1件，尚未审结1件。",
     "reconsideration 7; reconsideration.upheld 5; reconsideration.corrected 1; "
     "reconsideration.pending 1"),
    ("因政府信息公开工作产生行政诉讼零件。", "litigation 0"),
    ("未收到政府信息公开申请，未发生行政复议、行政诉讼。",
     "received 0; reconsideration 0; litigation 0"),
    ("未发生由政府信息公开引发的举报、投诉、行政复议和行政诉讼等。",
     "reconsideration 0; litigation 0"),
    ("办理涉及信息公开的行政复议案件十二件。", "reconsideration 12"),
    # --- documents
    ("全年制发行政规范性文件5件，废止3件，现行有效17件。",
     "normative_documents.made 5; normative_documents.repealed 3; "
     "normative_documents.in_force 17"),
    ("制定规章2件、规范性文件6件。", "regulations.made 2; normative_documents.made 6"),
    ("现行有效的行政规范性文件393件。", "normative_documents.in_force 393"),
    ("本年度出台规范性文件4件。", "normative_documents.made 4"),
    ("2023年未制定行政规范性文件。", "normative_documents.made 0"),
    ("清理并集中发布现行有效行政规范性文件77件。", "normative_documents.in_force 77"),
    ("废止规范性文件十件。", "normative_documents.repealed 10"),
    ("新制定5件规范性文件。", "normative_documents.made 5"),
    # --- decisions and fees
    ("作出行政许可97件、行政处罚0件。", "licences 97; penalties 0"),
    ("全年办理行政许可41268件，实施行政强制65件。", "licences 41268; coercion 65"),
    ("作出行政处罚决定968件。", "penalties 968"),
    ("未实施行政强制措施。", "coercion 0"),
    ("本年度行政事业性收费金额2858.48万元。", "fees 2858.48"),
    ("行政事业性收费共计251000元。", "fees 25.1"),
    ("行政事业性收费1.2亿元。", "fees 12000"),
    ("2023年无行政事业性收费。", "fees 0"),
    # --- wordings met in the field
    ("全区受理依申请公开件255件，办结255件，其中予以公开71件、部分公开5件。",
     "received 255; handled 255; granted 71; partly_granted 5"),
    ("制定发布规范性文件4件，清理废止文件0件，现行有效文件20件。",
     "normative_documents.made 4; normative_documents.repealed 0; "
     "normative_documents.in_force 20"),
    ("收到1件政府信息公开申请，结转至下一年度办理，未发生被申请行政复议、提起行政诉讼情况。",
     "received 1; reconsideration 0; litigation 0"),
    ("办理因2022年度政府信息公开申请引发行政复议1件、引发行政诉讼2件，均维持结果。",
     "reconsideration 1; litigation 2"),
    ("政府信息公开行政复议1件(申请人撤回结案)、行政诉讼0件。",
     "reconsideration 1; litigation 0"),
    ("2023年以来现行有效的行政规范性文件0件。", "normative_documents.in_force 0"),
    ("园区依申请公开系统中收到12封申请。", "received 12"),
    ("收到政府信息公开申请15件。另有3件正在办理。", "received 15; carried_out 3"),
    ("办理政府信息公开行政诉讼案件一审5件、二审3件。", ""),
    ("答复政府信息公开申请50件，其中属于主动公开范围12件，同意公开30件。", "handled 50"),
    ("未出现因答复不当引起的政府信息公开行政复议、行政诉讼。", ""),
    # the form's 制发 may count the revised with the new
    ("主动公开规章13件(含新制定5件，修改4件，废止4件)。", "regulations.repealed 4"),
    # --- nothing: approximations, ranges, shares, comparisons
    ("全年收到政府信息公开申请约20件。", ""),
    ("全年收到政府信息公开申请近百件。", ""),
    ("全年收到政府信息公开申请20余件。", ""),
    ("全年收到政府信息公开申请100多件。", ""),
    ("收到政府信息公开申请超过300件。", ""),
    ("全年收到政府信息公开申请20件以上。", ""),
    ("每年收到政府信息公开申请10-20件。", ""),
    ("予以公开占51.85%，不予公开占6.17%。", ""),
    ("政府信息公开申请较上年增长15%。", ""),
    ("政府信息公开申请较上年增加12件。", ""),
    ("收到政府信息公开申请30件，同比减少5件。", "received 30"),
    ("收到申请60件，比去年多出8件，办结60件。", "received 60; handled 60"),
    ("政府信息公开申请在20个工作日内答复。", ""),
    ("政府信息公开申请办结率达100%。", ""),
    ("自2008年条例施行以来，收到政府信息公开申请500件。", ""),
    ("截至2023年底，累计收到政府信息公开申请900件。", ""),
    ("上半年收到政府信息公开申请9件。", ""),
    ("1-6月收到政府信息公开申请9件。", ""),
    # --- other years
    ("2022年收到政府信息公开申请12件，2023年收到政府信息公开申请15件。",
     "received 12@2022; received 15"),
    ("去年收到政府信息公开申请12件。", "received 12@2022"),
    ("2022年未收到政府信息公开申请。", "received 0@2022"),
    ("2021年制定规范性文件3件。", "normative_documents.made 3@2021"),
    # --- parts: channels, sub-units
    ("收到政府信息公开申请20件，其中网上申请12件、信函申请5件、当面申请3件。", "received 20"),
    ("网上收到申请5件，信函收到申请3件。", ""),
    ("全区收到政府信息公开申请95件，其中区政府办公室受理17件，各镇街收到30件。", "received 95"),
    ("各部门收到政府信息公开申请50件。", ""),
    ("收到申请18件，按期办结17件，延期办结1件。", "received 18"),
    # --- not of the form
    ("2023年主动公开政府信息1136条。", ""),
    ("通过门户网站发布政府信息393条，微信公众号推送205条。", ""),
    ("全年办理人大代表建议12件、政协提案9件。", ""),
    ("受理网上咨询55件，均已答复。", ""),
    ("收到市长信箱来信20件，办结20件。", ""),
    ("开展政策解读14次，召开新闻发布会3场。", ""),
    ("依申请公开渠道畅通，全年收到群众咨询20件。", ""),
    ("受理12345热线工单300件，办结298件。", ""),
    ("主动公开行政规范性文件13件。", ""),
    ("公示行政许可信息120条、行政处罚信息30条。", ""),
    ("报备规范性文件备案审查5件。", ""),
    ("解读规范性文件6件。", ""),
    ("梳理行政许可事项33项。", ""),
    ("公布行政事业性收费项目35项。", ""),
    ("修订规章制度3项。", ""),
    ("无法提供现场查阅的，可网上查阅。", ""),
    ("该行政复议未被复议审查机关纠错。", ""),
    ("未经复议直接起诉的案件依法应诉。", ""),
    ("无行政复议被纠错情形。", ""),
    ("未发生依申请公开超期答复情况。", ""),
    ("不予公开的，应当说明理由。", ""),
    ("没有收到关于政府信息公开的投诉。", ""),
    ("第三方评估列全市第2位。", ""),
    ("按照第20条第1项公开。", ""),
    ("编制政府信息公开指南1份。", ""),
    ("印发《2023年政务公开工作要点》等3份文件。", ""),
    ("共收到政府信息公开申请46件。公民个人提出申请30件。",
     "received 46; received/natural_person 30"),
    ("共收到政府信息公开申请8件。经查，2022年收到，结转至2023年作出答复的政府信息公开申请3件。",
     "received 8; carried_in 3"),
    ("政府信息公开申请：新收35件，结转2件，办结36件，结转下年度1件。",
     "received 35; carried_in 2; handled 36; carried_out 1"),
    ("制定行政规范性文件5件（其中以区政府名义制发2件）。", "normative_documents.made 5"),
    ("受理申请6件，均在规定时间内办结，其中1件为2022年12月收到。", "received 6"),
    ("受理自然人政府信息公开申请12件，法人申请1件。",
     "received/natural_person 12; received/organisation 1"),
    # what a remark in brackets counts ends with it
    ("受理政府信息公开申请25件（含2022年结转1件），其中自然人申请24件。",
     "received 25; carried_in 1; received/natural_person 24"),
    ("收到政府信息公开申请52件，办结51件，转结下年度继续办理1件。",
     "received 52; handled 51; carried_out 1"),
    ("共受理依申请公开12件。办理挖掘城市道路申请件77件。", "received 12"),
    # reviews and lawsuits are received and dealt with too
    ("受理政府信息公开申请57件。做好行政复议、诉讼应诉，全县共办理相关案件14件。", "received 57"),
    ("收到政府信息公开申请9件，上年转结1件，发生政府信息公开行政复议1件。",
     "received 9; carried_in 1; reconsideration 1"),
    ("收到政府信息公开申请5件。行政复议办结3件。", "received 5"),
    ("收到政府信息公开申请5件，引发行政复议共收到3件，办结2件。", "received 5; reconsideration 3"),
    ("政府信息公开行政诉讼案件共办理4件，均胜诉。", ""),
    ("政府信息公开行政复议2件均维持。全年收到政府信息公开申请9件，办结9件。",
     "reconsideration 2; received 9; handled 9"),
    ("答复人大代表建议5件，答复政府信息公开申请6件。", "handled 6"),
    ("培训政府信息公开工作人员30人次。", ""),
    ("按照国办公开办函〔2021〕30号要求编制。", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "notation"), CASES, ids=[case[0] for case in CASES])
def test_what_a_sentence_states(sentence: str, notation: str) -> None:
    found = {(each.cells, each.value, each.year) for each in stated(sentence, E2021)}
    assert found == expected(notation, E2021)


def test_the_cases_are_many() -> None:
    assert len({sentence for sentence, _ in CASES}) >= 150


FEES: list[tuple[str, str | None]] = [
    ("2023年未向申请人收取信息处理费。", "0"),
    ("2023年，无收取信息处理费情况。", "0"),
    ("全年收取政府信息公开信息处理费0元。", "0"),
    ("本年度收取信息处理费1,250元。", "1250"),
    ("2023年收取信息处理费1.3万元。", "13000"),
    ("本年度没有收取信息处理费。没有其他需要报告的事项。", "0"),
    ("本机关2023年发出收费通知的件数为2件，总金额为80元，实际收取的总金额为60元。", "60"),
    ("发出收费通知的件数、总金额和实际收取的总金额分别为0件、0元、0元。", "0"),
    ("依据《政府信息公开信息处理费管理办法》，本年度未收取费用。", "0"),
    ("信息处理费收取情况：无。", "0"),
    ("2023年度信息处理费为零。", "0"),
    ("未产生政府信息公开信息处理费", "0"),
    ("向申请人收取信息处理费三百元。", "300"),
    ("2023年未发生政府信息公开收费事项。", "0"),
    ("收取信息处理费约500元。", None),
    # what was waived, another year's, a part of it
    ("本机关收取信息处理费共计1.2万元，减免0.1万元。", "12000"),
    ("2023年收取信息处理费300元，2022年收取信息处理费100元。", "300"),
    ("全市行政机关共收取信息处理费12450元，其中市本级300元。", "12450"),
    ("发出收费通知2件，总金额660元，其中实际收取信息处理费200元。", "200"),
    ("本单位收取政府信息公开信息处理费：无", "0"),
    ("2022年收取信息处理费300元。", None),
    ("2023年行政事业性收费120万元。", None),
    ("无。", None),
    ("没有其他需要报告的事项。", None),
    ("申请超过30件的，超过部分每件收取信息处理费100元。", None),
]


@pytest.mark.parametrize(("sentence", "amount"), FEES, ids=[case[0] for case in FEES])
def test_the_processing_fee(sentence: str, amount: str | None) -> None:
    paragraphs = [
        Paragraph("六、其他需要报告的事项", Place(line=1)),
        Paragraph(sentence, Place(line=2)),
    ]
    fee = processing_fee(passages(paragraphs), 2023)
    assert (fee.amount if fee else None) == (None if amount is None else Decimal(amount))
    if fee:
        assert fee.place.line == 2 and fee.text in fold(sentence)


def test_the_2019_form_has_its_own_cells() -> None:
    found = stated("制定规范性文件5件，废止2件；其他处理3件；行政事业性收费8万元。", E2019)
    assert [(each.cells, each.value) for each in found] == [
        (("disclosure.normative_documents.made",), 5),
        (("requests.other.total",), 3),
    ]


def test_a_statement_knows_its_words_section_place_and_scope() -> None:
    text = (
        "一、总体情况\n(二)依申请公开情况\n2023年，我局共收到政府信息公开申\n请20件。\n"
        "四、政府信息公开行政复议、行政诉讼情况\n全区行政复议2件。"
    )
    received, reviews = stated(text, E2021)
    assert (received.text, received.unit, received.section, received.scope) == (
        "共收到政府信息公开申请20件",
        "件",
        "overview",
        "organ",
    )
    assert received.place.line == 3
    assert (reviews.section, reviews.scope, reviews.place.line) == ("remedies", "area", 6)


def test_lines_cut_by_a_page_are_read_as_one_sentence() -> None:
    text = (
        "全年收到政府信息公开申请34件，其中不予公开答复 2\n"
        "件，无法提供的 10 件，不予处理的0件，转下一\n年度办理答复的有 1 件。"
    )
    assert {(each.cells, each.value, each.year) for each in stated(text, E2021)} == expected(
        "received 34; refused 2; unable 10; declined 0; carried_out 1", E2021
    )


def test_sections_run_together_are_told_apart() -> None:
    text = (
        "某区2023年政府信息公开工作年度报告一、总体情况2023年收到政府信息公开申请20件。"
        "二、主动公开政府信息情况第二十条第(一)项规章000六、其他需要报告的事项2023年未收取信息处理费。"
    )
    found = passages([Paragraph(text, Place(line=1))])
    assert [passage.section for passage in found] == ["overview", "disclosure", "other"]
    fee = processing_fee(found, 2023)
    assert fee is not None and fee.amount == 0
    assert fee.text == "2023年未收取信息处理费"


def test_words_found_by_their_beginnings_are_those_found_by_trying_all() -> None:
    from lib.parsing.stated.tokens import WORDS, tokens

    every = re.compile("|".join(f"(?P<w{n}>{w})" for n, w in enumerate(WORDS.values())))
    for sentence in (*(case[0] for case in CASES), *(case[0] for case in FEES)):
        text = fold(sentence)
        assert [(t.start, t.end) for t in tokens(text)] == [m.span() for m in every.finditer(text)]


def test_a_wording_with_no_certain_beginning_is_refused() -> None:
    from lib.parsing.stated.beginnings import beginnings

    for wording in ("收?", "[^收]到", ".到", r"\w到"):
        with pytest.raises(ValueError):
            beginnings(wording)
