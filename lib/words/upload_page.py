"""Words of the upload page."""

WORDS: dict[str, tuple[str, str]] = {
    "upload.title": ("上传报告", "Upload reports"),
}
