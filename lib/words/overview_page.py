"""Words of the overview."""

WORDS: dict[str, tuple[str, str]] = {
    "overview.title": ("政府信息公开年报概览", "Disclosure reports at a glance"),
}
