"""Files that only LibreOffice can open, by way of what it makes of them: Word documents until
2003, WPS, RTF and OpenDocument.

LibreOffice is an optional program. Each conversion has a profile of its own that is thrown away,
so several run side by side; macros are off, links are not followed, and after two minutes the
program is stopped with all it has started.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from lib.reading.document import Document, Unreadable
from lib.reading.docx import read_docx
from lib.reading.rtf import with_results
from lib.reading.workbook import read_workbook

NOT_INSTALLED = (
    "这种文件（DOC、WPS、RTF、ODT、ODS等）要借助LibreOffice打开，这台机器上没有安装。"
    "请安装LibreOffice，或者把文件另存为DOCX或XLSX再提供。",
    "Files of this kind (DOC, WPS, RTF, ODT, ODS and others) are opened with LibreOffice, which is "
    "not installed on this machine. Please install it, or save the file as DOCX or XLSX.",
)
TOO_LONG = (
    "LibreOffice打开这份文件用时过长，已中止。请另存为DOCX或XLSX再提供。",
    "LibreOffice took too long to open this file and was stopped. Please save it as DOCX or XLSX.",
)
FAILED = (
    "LibreOffice打不开这份文件：可能已损坏或设有密码。请另存为DOCX或XLSX再提供。",
    "LibreOffice cannot open this file: it may be damaged or locked with a password. Please save "
    "it as DOCX or XLSX.",
)
_SECONDS = 120  # on a machine that is busy; two otherwise
_SHEETS = frozenset({"ods", "fods", "xls", "xml"})
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    # a proxy that is not there: nothing is fetched that a document refers to
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


@cache
def program() -> str | None:
    """The path of LibreOffice, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_converted(name: str, data: bytes, sha256: str, kind: str) -> Document:
    """A Document whose places are table, row and column. `kind` is the format as a suffix without
    its dot; it becomes the Document's format. Raises Unreadable."""
    sheets = kind in _SHEETS
    source = with_results(data) if kind == "rtf" else data
    made = convert(source, kind, "xlsx" if sheets else "docx")
    document = (read_workbook if sheets else read_docx)(name, made, sha256)
    return replace(document, format=kind)


def convert(data: bytes, kind: str, to: str, seconds: float = _SECONDS) -> bytes:
    """What LibreOffice makes of a file: `kind` and `to` are suffixes. Raises Unreadable where it
    is not installed, fails, or takes longer than `seconds`."""
    office = program()
    if office is None:
        raise Unreadable(*NOT_INSTALLED)
    with tempfile.TemporaryDirectory(prefix="convert-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        source = home / f"report.{kind}"
        source.write_bytes(data)
        profile = home / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), "utf-8")
        command = [
            office,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", to, "--outdir", str(home / "made"), str(source)),
        ]
        if limiter := shutil.which("timeout"):
            # stopped even where this process is killed before it can do so
            command = [limiter, "--signal=KILL", str(seconds + 5), *command]
        _run(command, home, seconds)
        made = home / "made" / f"report.{to}"
        if not made.is_file():
            raise Unreadable(*FAILED)
        return made.read_bytes()


def _run(command: list[str], home: Path, seconds: float) -> None:
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    running = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env={**kept, "HOME": str(home), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(*TOO_LONG) from error
    finally:
        # the program that was started is only a parent of the one that works
        if sys.platform == "win32":
            running.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, key, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>"
    )
