"""Words of the page on method."""

WORDS: dict[str, tuple[str, str]] = {
    "nav.method": ("方法", "Method"),
    "method.title": ("方法与局限", "Method and limits"),
    "method.tab.form": ("表格与可比性", "The form"),
    "method.tab.checks": ("核对什么", "What is checked"),
    "method.tab.numbers": ("数字怎样算", "How numbers are made"),
    "method.tab.reading": ("怎样读原文", "How files are read"),
    "method.tab.cite": ("引用与许可", "Cite and reuse"),
    "method.form_intro": (
        "年报的表格由国务院办公厅规定，有两版。一份报告采用哪一版，逐表按其实际的行和列判断，不按年度判断："
        "2021年以后仍有报告沿用旧的行。2018年度及以前的报告用的是另一种统计表，见下。",
        "The form is prescribed by the General Office of the State Council, in two editions. Which "
        "one a report uses is told table by table from the rows and columns it prints, not from "
        "its year: some reports after 2021 still have old rows. The reports up to 2018 have "
        "another table: see below.",
    ),
    "method.edition": ("版本", "Edition"),
    "method.notice": ("依据", "Prescribed by"),
    "method.years": ("报告年度", "Report years"),
    "method.since": ("{since}年度起", "from {since}"),
    "method.until": ("{since}—{until}年度", "{since}-{until}"),
    "method.cells": ("单元格数", "Cells"),
    "method.sums": ("应成立的等式", "Equations that should hold"),
    "method.crosswalk": ("两版之间", "Between the two"),
    "method.checks_intro": (
        "读取报告时，凡有疑问之处均记为一条核对结果，写明涉及的单元格、应有数和填报数，不改动任何数字。"
        "“错误”指数字有误或缺失；“警告”指应当核对；“提示”供参考。",
        "Whatever is doubtful in a report becomes a finding, which names the cells, what was "
        "expected and what is printed. Findings never change a number. An error: a number is wrong "
        "or missing. A warning: worth a look. A note: good to know.",
    ),
    "method.rules": ("等式", "Equations"),
    "method.rule": ("等式", "Equation"),
    "method.rule.balance": (
        "本年新收+上年结转=办理总计+结转下年度（每类申请人一式）",
        "new + carried in = handled + carried over, for each kind of applicant",
    ),
    "method.rule.outcomes": (
        "各项办理结果之和=办理总计（每类申请人一式）",
        "the outcomes add up to the total handled, for each kind of applicant",
    ),
    "method.rule.applicants": (
        "各类申请人之和=总计（每行一式）",
        "the kinds of applicant add up to the total, for each row",
    ),
    "method.rule.remedies": (
        "四种结果之和=总计（复议一式，诉讼两式）",
        "the four results add up to the total, for reconsideration and each route of litigation",
    ),
    "method.kinds": ("全部种类", "All kinds of findings"),
    "method.code": ("结果", "Finding"),
    "method.severity": ("程度", "Severity"),
    "method.mend": ("改正建议", "What would mend it"),
    "method.numbers_text": (
        "- **合计只加有数的报告。** 图表均写明应填报的报告份数和其中有数的份数，不补不估。\n"
        "- **比率是合计之比，不是比率的平均。** 分子、分母取自同一批报告，缺一格则两边都不计。\n"
        "- **分母不足{minimum}的比率可以显示，不参与排序。** 相差一件即可变动数个百分点。\n"
        "- **分母为0，比率没有定义。** 写作“—”，不写0。\n"
        "- **百分位** 是同类机关中低于它的占百分之几，相同的各算一半。\n"
        "- **人均** 用第七次全国人口普查的省级常住人口；没有人口数的地方不算。",
        "- **Sums add the reports that give a number.** Every chart and table says how many of the "
        "selected reports that is; nothing is filled in or estimated.\n"
        "- **A rate is a ratio of sums, never a mean of rates.** Both its sides are over the same "
        "reports: one that lacks any of the cells counts in neither.\n"
        "- **A rate with a denominator below {minimum} is shown but not ranked.** One case more "
        "would move it by points.\n"
        "- **Over zero a rate is undefined.** It is written “—”, not 0.\n"
        "- **A percentile** is how many in a hundred of the peers lie below, ties counted half.\n"
        "- **Per resident** uses the 2020 census of the provinces; places without a number of "
        "residents have none.",
    ),
    "method.reading_text": (
        "- **一格一数，都有出处。** 每个数都记着印在原文哪页、哪表、哪行；原文件记其SHA-256。\n"
        "- **按行名、列名识别单元格。** 不按位置猜测；名称与规定不同而仍可认出的，记一条警告。\n"
        "- **连在一起的数字用等式拆开。** 只有一种拆法的方予采用，并标为“推定”；否则不采用。\n"
        "- **图片识别的数字** 经等式证实的方予采用，其余不予采用。\n"
        "- **同一行出现两次而数字不同的，不予采用。**\n"
        "- **正文与表格对照。** 正文里说到的数若与表格不同，记一条警告；拿不准指什么的句子不用。",
        "- **Every number has its place.** The page, table and row it was printed in are kept, and "
        "the file is known by its SHA-256.\n"
        "- **Cells are known by their labels.** Nothing is guessed from position alone; a label "
        "that differs from the form and can still be told is a warning.\n"
        "- **Digits run together are parted by the equations,** and only where there is one way; "
        "such numbers are marked as inferred. Where there are two ways, no number is given.\n"
        "- **Numbers recognised in pictures** are taken only where the equations confirm them.\n"
        "- **A row printed twice and differently gives no number.**\n"
        "- **Text is held against tables.** A number in the text that differs is a warning; "
        "sentences that may speak of something else are not used.",
    ),
    "method.limits": ("局限", "Limits"),
    "method.limits_text": (
        "- 数据集里没有的报告，不等于没有公布。\n"
        "- 数字由各机关自行填报；等式成立不代表数字真实。\n"
        "- 公开率高低受申请的性质影响，不能单独用来评价机关。\n"
        "- 机关的名称、隶属会变；同一机关改名前后按两个机关计。\n"
        "- 2018年度及以前的报告用另一种统计表，按其自己的名称存放，不与现在的表格连成一线。",
        "- A report that is not in the dataset may well have been published.\n"
        "- Numbers are the organs' own; equations that hold do not make them true.\n"
        "- What is asked for decides much of a grant rate: alone it judges no organ.\n"
        "- Organs are renamed and moved; before and after, they count as two.\n"
        "- Reports for 2018 and earlier use another table: kept under its own names, and never "
        "drawn as one line with today's form.",
    ),
    "method.cite_text": (
        "引用时请写明数据集和版本：数据会增补，同一链接以后的数字可能不同。每一页右上角的“链接与引用”"
        "给出该页的引用文字。",
        "Name the dataset and its version: data is added, and a link may show other numbers later. "
        "“Link and cite” at the top of every page gives the words for that page.",
    ),
    "method.licence": ("许可", "Licence"),
    "method.licence_text": (
        "程序以MIT许可发布。报告中的数字是公开的事实，可以自由使用，请注明来源；演示数据为虚构，不得当作真实数据引用。",
        "The program is under the MIT licence. Figures in the reports are public facts, free to "
        "use with their source. The demonstration is invented and must never be cited as real.",
    ),
}
