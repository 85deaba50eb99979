"""Words of the overview."""

WORDS: dict[str, tuple[str, str]] = {
    "overview.title": ("政府信息公开年报数据", "Government disclosure reports as data"),
    "overview.what": (
        "每年，中国的行政机关都要公布**政府信息公开工作年度报告**：制发和废止了多少文件，"
        "收到多少公开申请、如何答复，被复议和起诉多少次、结果如何。这里把这些法定表格读成数据："
        "可以查看、比较、下载，也可以上传新的报告并核对它的勾稽关系。",
        "Every year China's administrative organs publish a **report on government information "
        "disclosure**: the documents they made and repealed, the requests they received and how "
        "each was decided, the reviews and lawsuits that followed. Here the statutory tables are "
        "data: look, compare, download, or upload a new report and have its sums checked.",
    ),
    "overview.few": (
        "随程序提供的真实报告只有{reports}份，仅供说明读取方法，不能代表全国。想试用全部功能，"
        "请打开演示数据；要做研究，请上传报告或用命令行批量读入。",
        "Only {reports} real reports ship with the app: enough to show how it reads, not to speak "
        "for the country. To try everything, open the demonstration; for research, upload reports "
        "or take in a folder from the command line.",
    ),
    "overview.reports": ("报告", "Reports"),
    "overview.organs": ("机关", "Organs"),
    "overview.years": ("年度", "Years"),
    "overview.with_errors": ("有错误的报告", "Reports with errors"),
    "overview.with_errors_help": (
        "表内合计不符、数字缺失或无法辨认的报告。数字按原文保留，不改动。",
        "Reports whose sums do not add up, or with numbers missing or unreadable. Numbers are kept "
        "as printed.",
    ),
    "overview.latest_one": (
        "{year}年度：只有{organ}一份报告",
        "Report year {year}: one report, of {organ}",
    ),
    "overview.latest_n": ("{year}年度：{n}份报告", "Report year {year}: {n} reports"),
    "overview.received": ("本年新收申请（件）", "New requests"),
    "overview.cases": ("行政复议（件）", "Reconsiderations"),
    "overview.n_of_m": ("{m}份报告中{n}份有此数", "given by {n} of {m} reports"),
    "overview.rate_n": ("{numerator}/{denominator}", "{numerator} of {denominator}"),
    "overview.questions": ("从这里开始", "Start here"),
    "overview.q_upload": (
        "上传一份年报：读出表格，核对数字",
        "Upload a report: have its tables read and its numbers checked",
    ),
    "overview.to_demo": ("打开演示数据（虚构）", "Open the demonstration (invented)"),
    "overview.q_outcomes": (
        "申请都是怎样答复的？各类结果占多少？",
        "How are requests decided, and in what shares?",
    ),
    "overview.q_organ": (
        "{organ}历年的公开率是多少？",
        "What share of requests does {organ} grant, year by year?",
    ),
    "overview.q_report": (
        "{organ}{year}年度报告的数字对得上吗？",
        "Do the numbers of {organ} for {year} add up?",
    ),
    "overview.q_lawsuits": (
        "哪些省份每百件申请引起的诉讼最多？",
        "Which provinces have the most lawsuits per 100 requests?",
    ),
    "overview.q_reasons": (
        "申请被拒，是因为什么理由？",
        "For which reasons are requests refused?",
    ),
    "overview.coverage": ("覆盖：哪些机关、哪些年度", "Coverage: which organs, which years"),
    "overview.coverage_organs": (
        "●有报告，▲有报告但有错误，空白为数据集中没有（不等于没有公布）。",
        "● a report; ▲ a report with errors; empty: not in the dataset (which does not mean it was "
        "not published).",
    ),
    "overview.coverage_places": (
        "每格为“有报告的机关数/该地在所选范围内的机关数”。没有的不等于没有公布。",
        "Each cell: organs with a report / organs of the place in the selection. A missing report "
        "is not in the dataset; it may well have been published.",
    ),
    "overview.place": ("地区", "Place"),
    "overview.organ": ("机关", "Organ"),
    "overview.reading": ("怎样读这些数字", "How to read these numbers"),
    "overview.reading_text": (
        "- **空白不是0。** 报告里空着的格子保持空白；合计只加有数的报告，并注明有几份。\n"
        "- **比率都写明分母。** 公开率、纠错率各有几种算法，页面上都写出公式。\n"
        "- **2021年换过表格。** 同名的项目未必是同一件事：行政事业性收费在2019—2020年是项目数，"
        "2021年起是金额；现行有效件数与对外公开总数也不同。图上的线在此断开。\n"
        "- **尚未审结的案件会计入两年的总计**，所以复议、诉讼不跨年相加。\n"
        "- **政府的报告可能只是本机关，也可能是整个辖区。** 不要把政府与其部门相加。\n"
        "- **数字按原文。** 原文错了也照录，并标出错在哪里。",
        "- **A blank is not zero.** Empty cells stay empty; totals add the reports that give a "
        "number, and say how many they are.\n"
        "- **Every rate names its denominator.** Grant and correction rates have several "
        "definitions; the formula is on the page.\n"
        "- **The form changed in 2021.** The same label may mean something else: fees are a number "
        "of items in 2019–2020 and an amount from 2021; “in force” is not “published in total”. "
        "Lines break there.\n"
        "- **A pending case is in the totals of two years**, so reviews and lawsuits are never "
        "added over years.\n"
        "- **A government's report may cover its own office or its whole area.** Do not add a "
        "government to its departments.\n"
        "- **Numbers are as printed.** A published mistake is kept, and marked.",
    ),
}
