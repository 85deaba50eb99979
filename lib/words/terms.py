"""What the lines of the form mean, in sentences of our own. A line's key is term.TABLE.LINE; the
articles beside them are in lib.form."""

WORDS: dict[str, tuple[str, str]] = {
    # section two
    "term.disclosure.regulations": (
        "国务院部门、省级政府和设区的市政府制定的规章。其他机关无权制定，此行应为0。",
        "Rules made by ministries, provinces and cities divided into districts. Other organs "
        "cannot make them, and print 0 here.",
    ),
    "term.disclosure.normative_documents": (
        "机关发布的、规章以外、对公众普遍适用并可反复适用的文件。2019年版写作“规范性文件”，范围略宽。",
        "Documents below the rank of rules that bind the public and can be applied again and "
        "again. The 2019 form uses a slightly wider name.",
    ),
    "term.disclosure.made": (
        "报告年度内制定并发出的件数。",
        "How many were made in the report year.",
    ),
    "term.disclosure.newly_published": (
        "报告年度内新向社会公开的件数，2019年版才有。",
        "How many were newly opened to the public in the year; 2019 form only.",
    ),
    "term.disclosure.published_total": (
        "到年底为止对外公开的总数，不等于现行有效的件数。",
        "All that are open to the public at the year's end: not the same as those in force.",
    ),
    "term.disclosure.repealed": (
        "报告年度内废止、失效的件数，2021年版起才有。",
        "How many ceased to apply in the year; from the 2021 form on.",
    ),
    "term.disclosure.in_force": (
        "年底仍然有效的件数。上年有效加本年制发减本年废止，应等于本年有效。",
        "How many apply at the year's end. Last year's number plus made less repealed should be "
        "this year's.",
    ),
    "term.disclosure.licences": (
        "作出的行政许可决定。",
        "Decisions on administrative licences.",
    ),
    "term.disclosure.other_services": (
        "许可以外、面向公众办理的管理服务事项，2019年版才有。",
        "Other business with the public, beyond licences; 2019 form only.",
    ),
    "term.disclosure.penalties": ("作出的行政处罚决定。", "Decisions that impose a penalty."),
    "term.disclosure.coercion": (
        "实施的行政强制，如查封、扣押。",
        "Coercive measures taken, such as sealing or seizing property.",
    ),
    "term.disclosure.items_last_year": (
        "上一年的事项数目，不是办理的件数。",
        "How many kinds of business there were last year, not how many cases.",
    ),
    "term.disclosure.items_change": (
        "事项数目比上一年增加或减少多少，减少为负数。",
        "How many more or fewer kinds than last year; fewer is negative.",
    ),
    "term.disclosure.decisions": (
        "报告年度内作出决定的件数。",
        "How many decisions were made in the report year.",
    ),
    "term.disclosure.fees": (
        "机关依法向特定服务对象收取的费用。2019年版填项目数，2021年版填金额，两者不能相连。",
        "Charges an organ levies under the law for particular services. The 2019 form counts "
        "items, the 2021 form the money: never one line.",
    ),
    "term.disclosure.amount": (
        "全年收取的金额，以万元计；常见的错误是误填为元。",
        "Money collected in the year, in ten thousands of yuan; a common mistake is to print yuan.",
    ),
    "term.disclosure.procurement": (
        "纳入集中采购的政府采购，2019年版才有。",
        "Purchases made through the government's central procurement; 2019 form only.",
    ),
    "term.disclosure.projects": ("采购项目的数目。", "How many purchases there were."),
    "term.disclosure.value": (
        "采购的总金额；表上不定单位，读出时一律换算成元。",
        "What they cost; the form fixes no unit, so amounts are read into yuan.",
    ),
    # section three
    "term.requests.received": (
        "报告年度内新收到的政府信息公开申请。",
        "Requests for government information that arrived in the report year.",
    ),
    "term.requests.carried_in": (
        "上一年收到、年底还没有办结、转入本年继续办理的申请；应等于上年报告的结转下年度。",
        "Requests of last year still open at its end; should equal what last year's report "
        "carried over.",
    ),
    "term.requests.outcomes": (
        "本年办结的申请各得到什么结果，一件只计一种。",
        "What became of the requests closed this year, each counted once.",
    ),
    "term.requests.granted": (
        "申请的信息全部提供，或者已经公开、告知如何获取。",
        "All of the information was given, or was public already and the way to it was told.",
    ),
    "term.requests.partly_granted": (
        "信息中有不能公开的内容，区分处理后提供其余部分。",
        "Part of the information could not be disclosed; the rest was given.",
    ),
    "term.requests.refused": (
        "信息存在，但依法不予公开，须写明是八种理由中的哪一种。",
        "The information exists but is withheld under one of eight grounds.",
    ),
    "term.requests.refused_state_secret": (
        "依法确定为国家秘密的信息。",
        "The information is classified as a state secret.",
    ),
    "term.requests.refused_prohibited": (
        "其他法律、行政法规禁止公开的信息。",
        "Another law or administrative regulation forbids disclosure.",
    ),
    "term.requests.refused_stability": (
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定。",
        "Disclosure might endanger national, public or economic security or social stability.",
    ),
    "term.requests.refused_third_party": (
        "涉及商业秘密、个人隐私，公开会损害第三方合法权益，第三方不同意且公共利益也不要求公开。",
        "Trade secrets or privacy: a third party would be harmed, does not agree, and no public "
        "interest outweighs it.",
    ),
    "term.requests.refused_internal": (
        "人事管理、后勤管理、内部工作流程三类信息，可以不公开。",
        "Personnel, logistics and internal working procedures may be withheld.",
    ),
    "term.requests.refused_process": (
        "讨论记录、过程稿、磋商信函、请示报告四类过程性信息，可以不公开。",
        "Records of discussion, drafts, letters of consultation, and submissions to superiors may "
        "be withheld.",
    ),
    "term.requests.refused_enforcement": (
        "行政执法案卷中的信息，可以不公开。",
        "What is in the file of an enforcement case may be withheld.",
    ),
    "term.requests.refused_query": (
        "工商、不动产登记等资料，法律另有查询办法，告知申请人依照办理。",
        "Business and land registers and the like have their own way of enquiry, which the "
        "applicant is told.",
    ),
    "term.requests.unable": (
        "因为没有这一信息或者不清楚要什么而无法提供。",
        "There is nothing to give, or it stays unclear what is asked for.",
    ),
    "term.requests.unable_not_held": (
        "经检索没有所申请的信息，或者不属于本机关负责公开。",
        "A search finds no such information, or another organ is responsible for it.",
    ),
    "term.requests.unable_to_create": (
        "没有现成的信息，需要加工、分析才能得到。",
        "It does not exist as such and would have to be compiled or analysed.",
    ),
    "term.requests.unable_unclear": (
        "要求补正以后，申请的内容还是不明确。",
        "Asked to correct the request, the applicant did not make it clear.",
    ),
    "term.requests.declined": (
        "不当作政府信息公开申请办理的五种情形。",
        "Five cases that are not handled as requests for information.",
    ),
    "term.requests.declined_complaint": (
        "以申请的形式信访、投诉、举报，告知走相应的渠道。",
        "A petition, complaint or report in the form of a request; the proper channel is told.",
    ),
    "term.requests.declined_repeat": (
        "对同一信息已经答复过，同一申请人再次申请。",
        "The same applicant asks again for what has been answered already.",
    ),
    "term.requests.declined_publication": (
        "要求提供公报、报刊、书籍等公开出版物，可以告知获取的途径。",
        "Gazettes, newspapers or books are asked for; where to get them may be told.",
    ),
    "term.requests.declined_excessive": (
        "申请的数量、频次明显超过合理范围，说明的理由不合理。",
        "Number and frequency clearly exceed what is reasonable, without a good reason.",
    ),
    "term.requests.declined_reissue": (
        "要求对已经获取的信息予以确认或者重新出具。",
        "Confirmation or a new copy of what the applicant has already is asked for.",
    ),
    "term.requests.other": (
        "上面各项以外的处理。2019年版为一行，2021年版分为三行。",
        "Whatever else was done. One row in the 2019 form, three in the 2021 form.",
    ),
    "term.requests.other_not_corrected": (
        "要求补正而申请人无正当理由逾期不补正，视为放弃申请。",
        "Asked to correct the request, the applicant let the time pass: it counts as given up.",
    ),
    "term.requests.other_fee_unpaid": (
        "收到信息处理费的收费通知后逾期不缴费，视为放弃申请。",
        "The notice of an information-processing fee was not paid in time: the request counts as "
        "given up.",
    ),
    "term.requests.other_rest": (
        "前两项以外的其他处理，如申请人撤回。",
        "Anything else, such as a request withdrawn.",
    ),
    "term.requests.handled": (
        "本年办结的全部申请，等于（一）至（六）各项之和。",
        "All requests closed this year: the sum of the outcomes.",
    ),
    "term.requests.carried_out": (
        "年底没有办结、转入下一年的申请。新收加上年结转，应等于总计加结转下年度。",
        "Requests still open at the year's end. New plus carried in should equal handled plus "
        "carried over.",
    ),
    "term.requests.natural_person": ("以个人名义申请。", "A person asks in his or her own name."),
    "term.requests.organisation": (
        "以单位名义申请，分为五种。",
        "Asked in the name of an organisation, of five kinds.",
    ),
    "term.requests.business": ("企业。", "Companies."),
    "term.requests.research": ("科研院所、高等学校等。", "Institutes, universities and the like."),
    "term.requests.public_interest": (
        "社会公益组织。",
        "Charities and other public-interest bodies.",
    ),
    "term.requests.legal_service": ("律师事务所等。", "Law firms and the like."),
    "term.requests.other_organisation": ("其他单位。", "Any other organisation."),
    "term.requests.total": (
        "这一行各类申请人之和。",
        "The sum of the kinds of applicant in the row.",
    ),
    # section four
    "term.remedies.reconsideration": (
        "申请人不服机关在信息公开中的行为，向上级或本级政府申请复议的案件。",
        "Cases in which an act of disclosure is taken to administrative reconsideration.",
    ),
    "term.remedies.litigation": (
        "不服机关在信息公开中的行为，向法院起诉的案件，按是否先经复议分为两种。",
        "Cases taken to court, told apart by whether reconsideration came first.",
    ),
    "term.remedies.litigation_direct": (
        "没有先申请复议，直接向法院起诉。",
        "Taken to court without reconsideration.",
    ),
    "term.remedies.litigation_after": (
        "先经过复议，再向法院起诉。",
        "Taken to court after reconsideration.",
    ),
    "term.remedies.upheld": (
        "机关的行为得到维持，或者申请人的请求被驳回。",
        "The organ's act stands, or the claim was rejected.",
    ),
    "term.remedies.corrected": (
        "机关的行为被撤销、变更、确认违法，或被责令履行。",
        "The act was set aside, changed or found unlawful, or the organ was ordered to act.",
    ),
    "term.remedies.other_result": (
        "维持、纠正以外的结果，如撤回、终止。",
        "Neither upheld nor corrected: withdrawn or ended, for example.",
    ),
    "term.remedies.pending": (
        "年底还没有结果的案件。计入总计，下一年可能再次计入，所以总计不得跨年相加。",
        "Open at the year's end. Inside the total, and perhaps inside next year's too: totals of "
        "years are never added.",
    ),
    "term.remedies.total": (
        "四种结果之和，含尚未审结。",
        "The sum of the four results, pending cases included.",
    ),
}
