"""Words of the frame around every page: navigation, filters, datasets, notices."""

WORDS: dict[str, tuple[str, str]] = {
    "common.app": ("政府信息公开年报", "Disclosure Annual Reports"),
    "common.tagline": (
        "中国行政机关政府信息公开工作年度报告的数据",
        "What China's administrative organs report on government information disclosure",
    ),
    "common.language": ("语言", "Language"),
    "common.n_of_m": ("所选{m}份报告中有{n}份", "{n} of the {m} reports selected"),
    "common.filters": ("筛选", "Filters"),
    "common.dataset": ("数据集", "Dataset"),
    "common.dataset_help": (
        "真实：随程序提供的真实报告数字。演示：虚构数据，只供试用。工作：上传并保存的报告，以真实数据为起点。",
        "Real: figures of real reports that ship with the app. Demonstration: invented data, for "
        "trying things out. Working: reports you upload and save; it begins as a copy of the real.",
    ),
    "common.dataset.real": ("真实数据", "Real reports"),
    "common.dataset.demo": ("演示数据（虚构）", "Demo (invented)"),
    "common.dataset.working": ("工作数据集", "Working dataset"),
    "common.years": ("年度", "Years"),
    "common.province": ("省级", "Province"),
    "common.city": ("地市", "City"),
    "common.county": ("县区", "County"),
    "common.no_city": ("直辖区县", "No city in between"),
    "common.level": ("层级", "Level"),
    "common.kind": ("机关类型", "Kind of organ"),
    "common.organ": ("机关", "Organ"),
    "common.all": ("全部", "All"),
    "common.choose": ("请选择", "Choose"),
    "common.unknown": ("未知", "Unknown"),
    "common.without_errors": ("不计有错误的报告", "Leave out reports with errors"),
    "common.without_errors_help": (
        "有错误（数字有误或缺失）且未被忽略的报告不计入各页的统计。",
        "Reports that carry an error (a number wrong or missing) which nobody has dismissed count "
        "for nothing on any page.",
    ),
    "common.reset": ("重置筛选", "Reset filters"),
    "common.organs_many": (
        "机关较多，列表只显示前{n}个；请先选地区。",
        "Only the first {n} organs are listed; choose a region first.",
    ),
    "common.level.national": ("国家级", "National"),
    "common.level.province": ("省级", "Province"),
    "common.level.city": ("地市级", "City"),
    "common.level.county": ("县区级", "County"),
    "common.level.town": ("乡镇街道", "Town"),
    "common.level.": ("未知", "Unknown"),
    "common.kind.government": ("人民政府", "Government"),
    "common.kind.department": ("部门", "Department"),
    "common.kind.functional_zone": ("功能区", "Functional zone"),
    "common.kind.town_street": ("乡镇、街道", "Town or street"),
    "common.kind.other": ("其他", "Other"),
    "common.invented": (
        "**虚构数据** 本页显示的是演示数据集：地名、机关和数字全部由程序编造，不反映任何真实机关。",
        "**Invented data** This page shows the demonstration dataset: its places, organs and "
        "numbers are all made up by a program and describe no real organ.",
    ),
    "common.stale.d": (
        "链接中的数据集“{value}”不存在，已改用真实数据。",
        "The link names the dataset “{value}”, which does not exist; showing the real reports.",
    ),
    "common.stale.y": (
        "链接中的年度“{value}”在此数据集里没有，未采用。",
        "The link names the year “{value}”, which this dataset does not have; it was left out.",
    ),
    "common.stale.r": (
        "链接中的地区代码“{value}”在此数据集里没有，未采用。",
        "The link names the region “{value}”, which this dataset does not have; it was left out.",
    ),
    "common.stale.l": (
        "链接中的层级“{value}”不存在，未采用。",
        "The link names the level “{value}”, which does not exist; it was left out.",
    ),
    "common.stale.k": (
        "链接中的机关类型“{value}”不存在，未采用。",
        "The link names the kind “{value}”, which does not exist; it was left out.",
    ),
    "common.stale.o": (
        "链接中的机关“{value}”在此数据集里没有，未采用。",
        "The link names the organ “{value}”, which this dataset does not have; it was left out.",
    ),
    "common.stale.e": (
        "链接中的“e={value}”没有意义，未采用。",
        "The link's “e={value}” means nothing; it was left out.",
    ),
    "common.stale.lang": (
        "链接中的语言“{value}”不支持。",
        "The link names the language “{value}”, which is not supported.",
    ),
    "common.stale.other": (
        "链接中的“{value}”在此页没有对应的内容，未采用。",
        "The link's “{value}” means nothing on this page; it was left out.",
    ),
    "common.wrong": (
        "出了问题，这一页没有完成。您的数据没有改变；请刷新页面，或换一个筛选条件再试。",
        "Something went wrong and this page is not complete. Your data is unchanged; reload the "
        "page or try another selection.",
    ),
    "common.empty": (
        "所选范围内没有报告。请放宽左侧的筛选，或换一个数据集。",
        "No report matches. Widen the filters on the left, or choose another dataset.",
    ),
    "common.about": (
        "数字取自各机关公布的年度报告；空白不当作0。",
        "Numbers are those the organs published; a blank is never taken for zero.",
    ),
    "common.nav_explore": ("查看", "Explore"),
    "common.nav_reports": ("机关与报告", "Organs and reports"),
    "common.nav_work": ("检查与上传", "Check and upload"),
    "common.nav_reference": ("数据与说明", "Data and methods"),
    "nav.overview": ("概览", "Overview"),
    "nav.compare": ("指标比较", "Compare"),
    "nav.requests": ("申请办理", "Request handling"),
    "nav.remedies": ("复议诉讼", "Review and litigation"),
    "nav.documents": ("文件与收费", "Documents and fees"),
    "nav.report": ("单份报告", "One report"),
    "nav.upload": ("上传报告", "Upload"),
    "nav.data": ("数据下载", "Data"),
}
