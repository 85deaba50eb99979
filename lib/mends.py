"""What would mend each kind of finding: an instruction to the clerk who can still change the
report, in Chinese and in English. A check that knows better says so in the finding itself."""

from __future__ import annotations

_SOURCE = (
    "对照原件核对，在上传页或原文件中补正这一处。",
    "Compare with the original and correct this place in the file.",
)
_LAYOUT = (
    "换用表格完整的原文件（如网页或Word）再上传；不能换时逐格核对。",
    "Upload the original with whole tables (web page or Word); failing that, check each cell.",
)
_FORM = (
    "按年度规定的格式改正行名、列名或表格。",
    "Put the labels and tables as the year's prescribed form has them.",
)

MENDS: dict[str, tuple[str, str]] = {
    "sum.balance": (
        "核对这一列的新收、上年结转、办理总计和结转下年度，使两边相等。",
        "Check new, carried in, handled and carried over of this column until both sides agree.",
    ),
    "sum.outcomes": (
        "核对这一列的各项办理结果和（七）总计。",
        "Check the outcomes of this column and its total.",
    ),
    "sum.applicants": (
        "核对这一行各类申请人的数和总计。",
        "Check the kinds of applicant in this row and its total.",
    ),
    "sum.remedies": (
        "核对这一组的四种结果和总计，尚未审结的也计入总计。",
        "Check the four results of this group and its total; pending cases count.",
    ),
    "sum.statistics": (
        "核对统计表里这一项的总数和各分项。",
        "Check the total of this item of the statistics table and its parts.",
    ),
    "statistics.crosswalk": (
        "无须改动；与2019年以后的数比较时注意口径。",
        "Nothing to mend; mind the definition when comparing with the years from 2019 on.",
    ),
    "statistics.local": (
        "无须改动；全国统计表没有的行按所印行名保留。",
        "Nothing to mend; rows that the national table has not are kept under their labels.",
    ),
    "sum.blank_as_zero": (
        "没有的数填0，不留空白。",
        "Print 0 where there is none; leave no cell blank.",
    ),
    "sum.one_cell": (
        "先核对这一格。",
        "Check this cell first.",
    ),
    "count.above_total": (
        "核对这两个数，部分不能大于全部。",
        "Check both numbers: a part cannot be more than its whole.",
    ),
    "count.below_zero": (
        "核对上一年项目数量和本年增/减的正负号。",
        "Check last year's number of items and the sign of the change.",
    ),
    "count.fee_items": (
        "2019年版这一行填收费项目的个数，不填金额。",
        "In the 2019 form this row counts fee items; it is not an amount.",
    ),
    "count.no_projects": (
        "补填采购项目数量，或核对采购总金额。",
        "Give the number of projects, or check the value.",
    ),
    "count.regulations": (
        "规章由国务院部门、省级和设区的市级政府制定；其他机关的文件填入行政规范性文件。",
        "规章 are made by ministries and by governments of provinces and of cities with districts; "
        "put other documents under normative documents.",
    ),
    "form.empty": (
        "填好表格再上传；没有的数填0，不留空白。",
        "Fill the form in and upload that; print 0 where there is none, leave no cell blank.",
    ),
    "table.repeated": (
        "只保留本机关本年度的一份表，再上传。",
        "Keep only the organ's own table of the year and upload the file again.",
    ),
    "report.several": (
        "把几份报告分成几个文件，分别上传。",
        "Put each report into a file of its own and upload them one by one.",
    ),
    "cell.missing": _LAYOUT,
    "cell.unreadable": _SOURCE,
    "cell.unclaimed": _FORM,
    "cell.inferred": _LAYOUT,
    "cell.ocr": (
        "逐格对照图片核对，或上传有文字的原文件。",
        "Compare every cell with the picture, or upload the original text.",
    ),
    "cell.unconfirmed": (
        "对照图片核对这一格，或上传有文字的原文件。",
        "Compare this cell with the picture, or upload the original text.",
    ),
    "cell.doubtful": (
        "在Excel中另存为XLSX再上传。",
        "Save the file as XLSX in Excel and upload that.",
    ),
    "cell.format": (
        "把单元格格式设为“常规”，核对其中的数。",
        "Set the cell's number format to General and check the number.",
    ),
    "cell.note": (
        "数字格内只填数字，附注移到表下。",
        "Keep only the number in the cell; move the note below the table.",
    ),
    "cell.unit": (
        "注明金额单位是元还是万元。",
        "Say whether the amount is in 元 or in 万元.",
    ),
    "cell.negative": (
        "改为不小于0的数。",
        "Give a number not below 0.",
    ),
    "cell.fraction": (
        "改为整数。",
        "Give a whole number.",
    ),
    "row.ambiguous": _LAYOUT,
    "row.repeated": (
        "删去重复的一行，只留正确的。",
        "Remove the repeated row and keep the right one.",
    ),
    "row.blank_copy": (
        "删去空白的一份。",
        "Remove the blank copy.",
    ),
    "text.traditional": (
        "无需更正；核对机关名称即可。",
        "Nothing to mend; check the organ's name.",
    ),
    "label.fuzzy": _FORM,
    "label.position": _FORM,
    "table.missing": (
        "补上这张表，没有的数填0。",
        "Add the table; print 0 where there is none.",
    ),
    "table.edition": (
        "换用年度规定的表格。",
        "Use the table prescribed for the year.",
    ),
    "organ.unknown": (
        "在标题中写明机关全称。",
        "Give the organ's full name in the title.",
    ),
    "year.unknown": (
        "在标题中写明报告年度。",
        "Give the report year in the title.",
    ),
    "year.inferred": (
        "在标题中写明报告年度。",
        "Give the report year in the title.",
    ),
    "year.conflict": (
        "核对标题和统计期限的年份。",
        "Check the year of the title and of the period covered.",
    ),
    "section.missing": (
        "补上这一部分及其标题；没有内容也要说明。",
        "Add the section and its heading, and say so where there is nothing to report.",
    ),
    "section.unseen": (
        "上传标题各占一行的原文件。",
        "Upload the original, with each heading on a line of its own.",
    ),
    "section.empty": (
        "补写内容；没有的写明没有。",
        "Write the section; where there is nothing, say so.",
    ),
    "section.order": (
        "按规定的六个部分排列。",
        "Arrange the six sections as the form has them.",
    ),
    "section.no_problems": (
        "写明存在的主要问题和改进措施（条例第五十条第四项）。",
        "Name the main problems and the improvements (Regulation, art. 50(4)).",
    ),
    "time.late": (
        "已逾期的尽快发布并说明原因；日期有误的更正发布日期。",
        "Publish without delay and say why it is late; if the date is wrong, correct it.",
    ),
    "years.carried_over": (
        "核对两年的报告；机构改革、合并等原因造成的差异在第六部分说明。",
        "Check both reports; explain a reorganisation in section six.",
    ),
    "years.in_force": (
        "核对两年的现行有效、本年制发和废止件数；重新清理的在第六部分说明。",
        "Check what was in force, made and repealed; explain a recount in section six.",
    ),
    "years.items": (
        "核对上一年项目数量：应为上年报告的上一年项目数量加其本年增/减。",
        "Check items last year: the year before's items plus the change it gave.",
    ),
    "years.items_same": (
        "核对上一年项目数量是否为上年年末的数。",
        "Check that items last year is the number at the end of last year.",
    ),
    "years.fee_unit": (
        "收费金额的单位是万元：核对是否误填了元（或相反）。",
        "The amount is in 万元 (10,000 yuan): check whether 元 was printed, or the reverse.",
    ),
    "years.jump": (
        "核对是否误填；属实的在报告中说明原因。",
        "Check for a slip; if it is right, say why in the report.",
    ),
    "years.identical": (
        "核对是否误用了上年的表格。",
        "Check whether last year's table was used again.",
    ),
    "copied.year": (
        "按本年工作重写重复的文字。",
        "Write the repeated text anew, about this year's work.",
    ),
    "copied.organ": (
        "核对重复的文字是否抄自其他机关，改写本机关的情况。",
        "Check whether the text was copied from another organ, and write about this one.",
    ),
    "levels.sum": (
        "仅供参考：在报告中写明数字是本机关的还是全区域汇总的。",
        "A hint only: say in the report whether its numbers are the organ's own or the whole "
        "area's.",
    ),
    "text.scope": (
        "在文字和表格中都写明是本机关的还是全辖区的数。",
        "Say in the text and above the table whether a number is the organ's own or its area's.",
    ),
    "text.year": (
        "改正文中的年份；若沿用了上年文字，按本年情况重写。",
        "Correct the year in the text; if last year's text was used again, write this year's.",
    ),
    "text.organ": (
        "改正文中的机关或地名；若抄自其他机关，改写本机关的情况。",
        "Correct the name in the text; if it was copied from another organ, write about this one.",
    ),
}
