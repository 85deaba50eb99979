"""Words of the page that sets two reports of an organ side by side."""

WORDS: dict[str, tuple[str, str]] = {
    "nav.changes": ("前后对照", "Changes"),
    "changes.title": ("前后对照", "Changes"),
    "changes.before": ("从", "From"),
    "changes.after": ("到", "To"),
    "changes.side": ("{year}年度", "{year}"),
    "changes.side_revision": ("{year}年度第{n}版", "{year}, revision {n}"),
    "changes.one_report": (
        "该机关只有一份报告，没有可对照的另一份；可先上传其他年度的报告。",
        "There is one report of this organ only, and nothing to set beside it; upload another year "
        "first.",
    ),
    "changes.old_form": (
        "2018年度及以前的统计表与现行表格不是同一套指标，不能逐格对照。请改选两份2019年度及以后的报告；"
        "没有的，可先上传存入。文字部分仍可对照。",
        "The statistics tables up to 2018 count other things than today's form and cannot be set "
        "beside it cell by cell. Choose two reports for 2019 or later; where there are none, "
        "upload them first. The texts can be compared.",
    ),
    "changes.numbers": ("数字", "Numbers"),
    "changes.text": ("文字", "Text"),
    "changes.show": ("显示", "Show"),
    "changes.changed": ("只看有变化的", "Changed only"),
    "changes.all": ("全部", "All"),
    "changes.counted": (
        "可比的{m}格中有{n}格发生变化；点击数字可查看其在报告中的位置。两年均有数字的才计算差值和变化率；空白不按0计。",
        "{n} of {m} comparable cells changed; click a number to see where it is printed. A "
        "change is given only where both print a number: a blank is not zero.",
    ),
    "changes.none": ("可比的各格没有变化。", "No comparable cell changed."),
    "changes.form_changed": ("因表格改版不能直接比较的项目", "Where the form changed"),
    "changes.cell": ("项目", "Cell"),
    "changes.difference": ("差值", "Change"),
    "changes.relative": ("变化率", "Relative change"),
    "changes.kind": ("可比性", "Comparable"),
    "changes.note": ("说明", "Note"),
    "changes.key": ("键名", "Key"),
    "changes.as_sum": ("合计相比", "as a sum"),
    "changes.one_side": ("只有其中一年的表格有此项。", "Only one of the forms has this cell."),
    "changes.kind.same": ("可比", "yes"),
    "changes.kind.sum": ("以合计相比", "as a sum"),
    "changes.kind.break": ("不是同一件事", "no: different things"),
    "changes.kind.one_side": ("只有一年有", "no: on one side only"),
    "changes.no_text": (
        "两份报告的文字至少有一份没有保存，不能对照。只有工作数据集保存文字；随程序提供的真实数据只有数字，演示数据没有文字。",
        "The text of at least one of the two is not kept, so there is nothing to compare. Only the "
        "working dataset keeps texts: the real data that ships has figures only, and the "
        "demonstration has no texts.",
    ),
    "changes.text_help": (
        "划线：只在前一份；下划线：只在后一份；改动的句子里不同之处加深。没有变的句子较淡。",
        "Struck through: in the earlier only. Underlined: in the later only. Within a changed "
        "sentence what differs is darker. Sentences that stayed are paler.",
    ),
    "changes.text_same": ("各章节文字完全相同。", "The texts of all sections are the same."),
    "changes.file": ("前后对照", "changes"),
}
