"""Words of the page of one report."""

WORDS: dict[str, tuple[str, str]] = {
    "report.title": ("单份报告", "One report"),
}
