"""The little CSS the app adds, and its icon: type scale, calm cards, room on narrow screens."""

import streamlit as st

from lib.charts.style import COLOURS

# A form with a row filled in, for the browser's tab; drawn here, so that nothing is fetched for it.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect x="4" y="3" width="24" height="26" rx="3" fill="#1f5a96"/>'
    '<path d="M8 10h16M8 16h16M8 22h16M14 7v18" stroke="#fff" stroke-width="2"/>'
    '<rect x="15" y="17" width="9" height="4" fill="#e69f00"/></svg>'
)

_STYLE = """
<style>
:root{--paper:PAPER}
html[lang="en"] body{font-feature-settings:"pwid"}
.source{font-feature-settings:normal}
.stMainBlockContainer{padding:2.6rem 5rem 4rem;max-width:78rem}
.stMainBlockContainer h1{font-size:1.7rem;font-weight:650;letter-spacing:0;padding:.2rem 0 .3rem}
.stMainBlockContainer h2{font-size:1.25rem;font-weight:620;padding:.6rem 0 .2rem}
.stMainBlockContainer h3{font-size:1.05rem;font-weight:600;padding:.4rem 0 .1rem}
[data-testid="stCaptionContainer"]{color:inherit;opacity:.78}
[data-testid="stHeading"]{margin-bottom:.4rem}
[data-testid="stTable"] tbody th{min-width:5.5em}
.stMainBlockContainer [data-testid="stPageLink"] *{white-space:normal;overflow:visible;
 text-overflow:clip}
[data-testid="stMetricLabel"] p{white-space:normal}
[data-testid="stMetric"]{border:1px solid rgba(128,128,128,.25);border-radius:.5rem;
 padding:.6rem .8rem}
[class*="st-key-card_"]{padding:.6rem .8rem}
[class*="st-key-card_"] [data-testid="stMetric"]{border:0;padding:0}
[data-testid="stMetricValue"]{font-size:1.55rem;font-variant-numeric:tabular-nums}
@media (max-width:640px){
 [data-testid="stColumn"]:has([data-testid="stMetric"]){min-width:calc(50% - 1rem)}
 [class*="st-key-card_"] [data-testid="stMetricLabel"]{min-height:2.4em}
 .stMainBlockContainer{padding:4.1rem 1rem 3rem}
 .stMainBlockContainer h1{font-size:1.35rem}
 [data-testid="stMetricValue"]{font-size:1.25rem}
}
.stMainBlockContainer a:focus-visible,.stMainBlockContainer button:focus-visible,
[data-testid="stSidebar"] a:focus-visible,[tabindex="0"]:focus-visible{
 outline:2px solid #0072b2;outline-offset:2px}
/* the whole of the menu and the filters at 1280 by 900: menu entries as high as a finger needs on
   a screen without touch, and each filter's name beside it */
[data-testid="stSidebarHeader"]{height:2.2rem;margin-bottom:0}
[data-testid="stSidebarNavItems"] li,[data-testid="stSidebarNavLink"]{margin-top:0;margin-bottom:0}
[data-testid="stSidebarNavLink"]{min-height:1.65rem;height:1.65rem}
[data-testid="stNavSectionHeader"]{margin:.15rem 0 .1rem;font-size:.85rem}
[data-testid="stSidebarNavItems"]>div+div{margin-top:.35rem}
[data-testid="stSidebarUserContent"]{padding:.6rem 0 1rem}
[data-testid="stSidebarUserContent"] .stVerticalBlock{gap:.45rem}
[data-testid="stSidebarUserContent"] :is(.stSelectbox,.stMultiSelect){display:flex;
 align-items:flex-start;gap:.4rem}
[data-testid="stSidebarUserContent"] :is(.stSelectbox,.stMultiSelect)>label{width:5.2em;
 flex:none;min-height:2.3rem;margin:0;font-size:.87rem;line-height:1.15;align-items:center}
[data-testid="stSidebarUserContent"] :is(.stSelectbox,.stMultiSelect)>div{flex:1;min-width:0}
.without{column-width:17rem;font-size:.9rem;margin:0;padding-left:1.1rem}
@media print{
 @page{margin:14mm}
 section[data-testid="stSidebar"],[data-testid="stHeader"],[data-testid="stToolbar"],
 [data-testid="stPopover"],[data-testid="stExpander"],[data-testid="stPageLink"],
 .stButton,.stDownloadButton,.stTextInput,.modebar-container{display:none!important}
 .stApp,[data-testid="stAppViewContainer"],[data-testid="stMain"]{position:static!important;
  overflow:visible!important;height:auto!important;display:block!important}
 .stMainBlockContainer{max-width:none;padding:0}
 .stPlotlyChart,tr,.finding{break-inside:avoid}
 h2,h3{break-after:avoid}
}
</style>
"""


def style(theme: str) -> str:
    """The CSS of every page, in the colours of a theme."""
    paper = st.get_option(f"theme.{theme}.backgroundColor") or COLOURS[theme]["paper"]
    return _STYLE.replace("PAPER", paper)


# What an embedded figure is shown with: itself, and notices about the data and the link.
ONLY = """
<style>
section[data-testid="stSidebar"],[data-testid="stHeader"]{display:none}
.stMainBlockContainer{padding:.5rem .8rem}
[data-testid="stMain"] .stVerticalBlock>:not(:has([class*="st-key-figure_"])):not(
 [class*="st-key-figure_"],[class*="st-key-figure_"] *,:has([data-testid="stAlert"])){display:none}
</style>
"""


def uploader(key: str, browse: str, limit: str) -> str:
    """Streamlit's uploader has English words of its own and no way to change them: hide them, and
    put ours in their place."""
    dropzone = f'.st-key-{key} [data-testid="stFileUploaderDropzone"]'
    button = f'{dropzone} [data-testid="stBaseButton-secondary"] p'
    instructions = f'{dropzone} [data-testid="stFileUploaderDropzoneInstructions"]'
    words = f"{instructions} span"
    return (
        f"<style>{button},{words}{{font-size:0}}"
        f'{button}::after{{content:"{browse}";font-size:.9rem}}'
        f"{dropzone}{{height:auto}}{instructions} *{{white-space:normal;overflow:visible}}"
        f'{words}::after{{content:"{limit}";font-size:.85rem}}</style>'
    )
