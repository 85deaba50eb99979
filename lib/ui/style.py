"""The little CSS the app adds: type scale, calm cards, room on narrow screens."""

STYLE = """
<style>
.stMainBlockContainer{padding-top:2.6rem;max-width:78rem}
.stMainBlockContainer h1{font-size:1.7rem;font-weight:650;letter-spacing:0;padding:.2rem 0 .3rem}
.stMainBlockContainer h2{font-size:1.25rem;font-weight:620;padding:.6rem 0 .2rem}
.stMainBlockContainer h3{font-size:1.05rem;font-weight:600;padding:.4rem 0 .1rem}
[data-testid="stMetric"]{border:1px solid rgba(128,128,128,.25);border-radius:.5rem;
 padding:.6rem .8rem}
[data-testid="stMetricValue"]{font-size:1.55rem;font-variant-numeric:tabular-nums}
@media (max-width:640px){
 .stMainBlockContainer{padding-left:1rem;padding-right:1rem}
 .stMainBlockContainer h1{font-size:1.35rem}
 [data-testid="stMetricValue"]{font-size:1.25rem}
}
@media print{section[data-testid="stSidebar"],[data-testid="stToolbar"]{display:none}}
</style>
"""


def uploader(key: str, browse: str, limit: str) -> str:
    """Streamlit's uploader has English words of its own and no way to change them: hide them, and
    put ours in their place."""
    dropzone = f'.st-key-{key} [data-testid="stFileUploaderDropzone"]'
    button = f'{dropzone} [data-testid="stBaseButton-secondary"] p'
    words = f'{dropzone} [data-testid="stFileUploaderDropzoneInstructions"] span'
    return (
        f"<style>{button},{words}{{font-size:0}}"
        f'{button}::after{{content:"{browse}";font-size:.9rem}}'
        f'{words}::after{{content:"{limit}";font-size:.85rem}}</style>'
    )
