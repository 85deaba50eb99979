"""Links between pages and cells that keep the session: a link marked data-soft changes the address
and lets the app follow it, as the back button does, instead of loading the page anew.

Without this script, or with a key held for a new tab, the same link works as any other.
"""

SOFT_LINKS = """
<script>
if (!window.softLinks) {
  window.softLinks = true;
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a[data-soft]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
}
</script>
"""

# Scrolls to what is lit: the source within its own frame; the form, where it is out of sight, and
# the page with it. What is drawn last may come after the script, so it looks a few times.
_SCROLL = """
<script>
(() => {
  const key = %s, shown = %s, began = Date.now();
  let form = false, source = false;
  const look = () => {
    const square = document.querySelector(".printed td.lit");
    if (square && square.dataset.cell === key && !form) {
      form = true;
      const box = square.getBoundingClientRect();
      const panel = document.querySelector(".st-key-source_above, .st-key-source_beside");
      const over = panel ? panel.getBoundingClientRect() : box;
      const above = panel && over.left < box.right && over.right > box.left;
      square.style.scrollMarginBottom = above ? "25vh" : "";
      if (box.top < (above ? over.bottom : 80) || box.bottom > innerHeight - 40)
        square.scrollIntoView({block: above ? "end" : "center", inline: "nearest"});
      const link = square.querySelector("a");
      if (link && (!document.activeElement || document.activeElement === document.body))
        link.focus({preventScroll: true});
    }
    const frame = document.querySelector(".source");
    const place = frame && frame.dataset.cell === key && frame.querySelector(".lit");
    const picture = frame && frame.querySelector("img");
    if (place && !source && (!picture || picture.complete)) {
      source = true;
      const at = place.getBoundingClientRect(), of = frame.getBoundingClientRect();
      frame.scrollTop += at.top - of.top - (frame.clientHeight - at.height) / 2;
      frame.scrollLeft += Math.max(at.right - of.right + 8, 0);
    }
    if ((!form || !source) && Date.now() - began < 3000) setTimeout(look, 60);
  };
  setTimeout(look, 60);
})();
</script>
"""


def scroll_to(cell: str, source: str) -> str:
    """The script that brings the lit cell into sight. It runs anew when the cell or `source`, the
    name of what it is shown in, is another."""
    import json

    key, shown = (json.dumps(each).replace("<", "\\u003c") for each in (cell, source))
    return _SCROLL % (key, shown)
