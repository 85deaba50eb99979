"""Words of the data page."""

WORDS: dict[str, tuple[str, str]] = {
    "data.title": ("数据与下载", "Data and downloads"),
    "data.intro": (
        "筛选后的报告，一行一份，一列一格。空白表示报告中没有这个数，不是0。",
        "The reports that the filters choose, one row each, one column a cell of the form. Empty "
        "means the report gives no number; it is not zero.",
    ),
    "data.tables": ("包括哪些表", "Tables to include"),
    "data.reports": ("共{n}份报告，{columns}列。", "{n} reports, {columns} columns."),
    "data.preview": (
        "下表显示前{shown}份；下载的文件包括全部{n}份。",
        "The table shows the first {shown}; the files hold all {n}.",
    ),
    "data.keys": (
        "第二行加上机器列名",
        "Add the machine names of the columns as a second row",
    ),
    "data.download": ("下载", "Download"),
    "data.csv": ("CSV（Excel可直接打开）", "CSV (opens in Excel)"),
    "data.xlsx": ("XLSX（含说明与数据字典）", "XLSX (with notes and dictionary)"),
    "data.parquet": ("Parquet", "Parquet"),
    "data.slow": (
        "较大的XLSX需要几秒钟生成。",
        "A large XLSX takes some seconds to make.",
    ),
    "data.rows_tab": ("数据", "Data"),
    "data.dictionary_tab": ("数据字典", "Data dictionary"),
    "data.crosswalk_tab": ("历次表格对照", "Across the forms"),
    "data.dictionary_intro": (
        "由表格定义生成：每一列是什么、单位、在哪一版表格中、依据哪一条。",
        "Made from the form: what each column is, its unit, the forms that have it, its article.",
    ),
    "data.search": ("查找", "Search"),
    "data.crosswalk_intro": (
        "2019年版（2019—2020年度）与2021年版（2021年度起）之间，哪些可比，哪些不可比。",
        "What is and is not comparable between the 2019 form (report years 2019–2020) and the "
        "2021 form (from 2021).",
    ),
    "data.crosswalk.same": ("可比", "comparable"),
    "data.crosswalk.break": ("不可比，断开", "not comparable: a break"),
    "data.crosswalk.only_2019": ("只有2019年版", "2019 form only"),
    "data.crosswalk.only_2021": ("只有2021年版", "2021 form only"),
    "data.crosswalk.sum": ("只能以合计相比", "comparable as a sum only"),
    "data.statistics": ("2018年度及以前的统计表", "The statistics table up to 2018"),
    "data.statistics_intro": (
        "2018年度及以前的报告用另一种统计表。下列各行按自己的名称另存，"
        "只有可比的一行并入现行数列；各地自设的行按所印行名保留。",
        "The reports up to 2018 have another table. Its rows are kept in `entries` under names of "
        "their own; only the one that is comparable joins today's series. Rows that one place "
        "added are kept under the label they were printed with.",
    ),
    "data.statistics_none": (
        "所选报告都没有这种统计表。",
        "None of the reports selected has this table.",
    ),
    "data.statistics_csv": (
        "下载所选{reports}份报告的旧统计表（CSV，{n}行）",
        "Download the old tables of the {reports} reports selected (CSV, {n} rows)",
    ),
    "data.statistics_file": ("旧统计表", "old_statistics"),
    "data.s_cell": ("项目", "Row"),
    "data.s_unit": ("单位", "Unit"),
    "data.s_value": ("数值", "Value"),
    "data.s_text": ("原文", "As printed"),
    "data.s_state": ("怎样读出", "How it was read"),
    "data.s_key": ("列名", "Key"),
    "data.s_joins": ("并入现行数列", "Joins today's column"),
    "data.c_near": ("现行表格中最接近的一格", "Nearest cell of today's form"),
    "data.c_kind": ("关系", "Relation"),
    "data.c_2019": ("2019年版", "2019 form"),
    "data.c_2021": ("2021年版", "2021 form"),
    "data.c_note": ("说明", "Note"),
    "data.d_key": ("列名", "Column"),
    "data.d_name": ("名称", "Name"),
    "data.d_type": ("类型", "Type"),
    "data.d_unit": ("单位", "Unit"),
    "data.d_editions": ("表格版本", "Forms"),
    "data.d_article": ("依据条款", "Article"),
    "data.d_comparability": ("两版可比性", "Across the forms"),
    "data.d_note": ("说明", "Note"),
    "data.source": (
        "各机关公布的政府信息公开工作年度报告",
        "Annual reports on government information disclosure, as published by each organ",
    ),
    "data.selection_all": ("全部", "all"),
    "data.file": ("政府信息公开年报", "disclosure_reports"),
}
