"""A number is followed to the place it is printed in, and back, with mouse and with keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from lib.words import say
from tests.browser.conftest import Server, Visit, settled
from tests.browser.test_upload import EXAMPLES, drop


def test_a_saved_file_shows_each_number_where_it_is_printed(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/upload?lang=zh")
    drop(page, EXAMPLES / "2023-pipes-mixed-editions.txt")
    page.get_by_role("button", name=say("upload.add", "zh")).click()
    page.get_by_role("link", name=say("upload.open", "zh")).click()
    square = page.locator('.printed [data-cell="requests.granted.total"]')
    expect(square).to_have_text("6")
    expect(page.locator(".source .lit")).to_have_count(0)
    # from the form to the source
    square.locator("a").click()
    lit = page.locator(".source .lit")
    expect(lit).to_have_text("6")
    expect(lit).to_be_in_viewport()
    expect(lit.locator("xpath=..")).to_contain_text("予以公开")
    expect(page.locator(".cellcard")).to_contain_text("予以公开 › 总计")
    assert "cell=requests.granted.total" in page.url
    # from the source to the form, by keyboard
    row = page.locator(".source tr", has_text="予以公开").first
    first = row.locator("a").first
    first.focus()
    page.keyboard.press("Enter")
    square = page.locator('.printed [data-cell="requests.granted.natural_person"]')
    expect(square).to_have_class("n reported error lit")
    expect(square).to_be_in_viewport()
    # the address leads a new visitor there
    settled(page)
    other = visit(page.url)
    expect(other.locator(".source .lit")).to_have_text("4")
    # and the back button returns
    page.go_back()
    expect(page.locator(".source .lit")).to_have_text("6")
    assert not server.errors()
