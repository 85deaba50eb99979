"""What axe finds on a page: serious and critical violations that are ours."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Streamlit's own, which a page cannot mend: its menu has a div between a ul and its li, and the
# frame in which a table scrolls on a narrow screen takes no focus.
STREAMLITS = {
    "list": '[data-testid="stSidebarNav"]',
    "listitem": '[data-testid="stSidebarNav"]',
    "scrollable-region-focusable": '[data-testid="stTable"]',
}
INSIDE = """([selector, part]) => {
  const found = document.querySelector(selector);
  return Boolean(found && found.closest(part));
}"""

_axe = Axe()


def violations(page: Page) -> list[str]:
    """One line a place: the rule it breaks, and its markup."""
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]}"
        for rule in _axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not (
            rule["id"] in STREAMLITS
            and page.evaluate(INSIDE, [node["target"][0], STREAMLITS[rule["id"]]])
        )
    ]
