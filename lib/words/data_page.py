"""Words of the data page."""

WORDS: dict[str, tuple[str, str]] = {
    "data.title": ("数据与下载", "Data and downloads"),
}
