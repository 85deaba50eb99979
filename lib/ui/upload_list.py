"""The upload page's two questions: which file, and whose report for which year; and the answer,
to add it or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.findings import Severity
from lib.old_form import FIRST_YEAR
from lib.organs import Organ, recognise
from lib.ui import address, frame, sample, uploads
from lib.ui.frame import View
from lib.ui.upload_follow_up import follow_up_button
from lib.ui.uploads import Upload
from lib.ui.verbatim import verbatim
from lib.words.written import day, sentences


def _result(upload: Upload, view: View, standing: str = "") -> str:
    if upload.refused:
        return view.say("upload.unread")
    counts = upload.severities()
    parts = [view.say("upload.read", cells=upload.cells_read())]
    for severity, key in (
        (Severity.ERROR, "upload.errors"),
        (Severity.WARNING, "upload.warnings"),
        (Severity.NOTE, "upload.notes"),
    ):
        if counts[severity]:
            parts.append(view.say(key, n=counts[severity]))
    if not counts:
        parts.append(view.say("upload.clean"))
    if standing not in ("", "new"):
        parts.append(view.say(f"upload.standing.{standing}"))
    return " · ".join(parts)


def file_list(taken: list[Upload], view: View) -> Upload | None:
    """Every file with its result; the one to look at. None where there is no file."""
    if not taken:
        return None
    if len(taken) == 1:
        added = "added" if taken[0].added else ""
        st.caption(f"{verbatim(taken[0].name)} — {_result(taken[0], view, added)}")
        return taken[0]
    standings = uploads.standings(taken)
    st.table(
        pd.DataFrame(
            {
                view.say("upload.file"): [verbatim(upload.name) for upload in taken],
                view.say("upload.organ"): [
                    verbatim(u.report.organ) if u.report else "" for u in taken
                ],
                view.say("upload.year"): [
                    str(u.report.year or "") if u.report else "" for u in taken
                ],
                view.say("upload.status"): [
                    _result(upload, view, standing)
                    for upload, standing in zip(taken, standings, strict=True)
                ],
            }
        ).set_index(view.say("upload.file"))
    )
    counts = Counter(standings)
    with st.container(horizontal=True):
        if new := counts["new"]:
            words = view.say("upload.add_all" if new == len(taken) else "upload.add_new", n=new)
            st.button(words, key="add_all", on_click=_add_all, args=(taken,))
        follow_up_button(taken, view)
    others = [
        view.say(f"upload.batch_{each}", n=counts[each])
        for each in ("same", "exists", "twin", "unknown")
        if counts[each]
    ]
    if others:
        st.caption(sentences(others, view.lang))
    if saved := st.session_state.pop("batch", 0):
        st.success(view.say("upload.batch_saved", n=saved), icon=":material/check_circle:")
        st.page_link(
            frame.path("quality"),
            label=view.say("upload.to_quality"),
            icon=":material/fact_check:",
            query_params=address.link(dataset="working", regions=(), organs=()),
        )
    names = {upload.sha256: upload for upload in taken}
    digest = st.selectbox(
        view.say("upload.choose"),
        list(names),
        format_func=lambda digest: names[digest].name,
        key="upload_choice",
    )
    return names[digest] if digest in names else taken[0]


def _add_all(taken: list[Upload]) -> None:
    st.session_state["batch"] = uploads.add_all(taken)


def identity(upload: Upload, view: View) -> tuple[Organ | None, int]:
    """Organ, year and place as read, for the reader to put right; then add or discard. The organ
    and year that stand there now; None and 0 where they are not known."""
    report = upload.report
    assert report is not None
    st.subheader(view.say("upload.identity"), anchor=False)
    first, second, third = st.columns([3, 1, 3])
    name = first.text_input(
        view.say("upload.organ"), report.organ, key=f"organ_{upload.sha256}"
    ).strip()
    year = second.number_input(
        view.say("upload.year"),
        min_value=FIRST_YEAR,
        max_value=2099,
        value=report.year or None,
        step=1,
        key=f"year_{upload.sha256}",
    )
    organ = uploads.placed(upload, name, int(year or 0)) if name else None
    with third:
        organ = _place(upload, organ, view)
    published = report.published
    st.caption(
        view.say("upload.published", date=day(published, view.lang))
        if published
        else view.say("upload.published_unknown")
    )
    _answer(upload, organ, int(year or 0), view)
    return organ, int(year or 0)


def _place(upload: Upload, organ: Organ | None, view: View) -> Organ | None:
    label = view.say("upload.place")
    if organ is None:
        return None
    if organ.candidates:
        code = st.selectbox(
            label,
            list(organ.candidates),
            index=None,
            format_func=_place_name,
            placeholder=view.say("upload.choose_place"),
            help=view.say("upload.place_ambiguous"),
            key=f"place_{upload.sha256}",
        )
        return recognise(organ.name, _place_name(code)) if code else organ
    where = " ".join(part for part in (organ.province, organ.city, organ.county) if part)
    level = view.say(f"common.level.{organ.level}")
    kind = view.say(f"common.kind.{organ.kind}")
    st.text_input(
        label,
        f"{where or view.say('common.unknown')} · {level} · {kind}",
        disabled=True,
        help=None if where or organ.level == "national" else view.say("upload.place_unknown"),
        key=f"where_{upload.sha256}_{organ.organ_id}",
    )
    return organ


def _place_name(code: str) -> str:
    from lib.organs.regions import place_name

    return place_name(code)


def _answer(upload: Upload, organ: Organ | None, year: int, view: View) -> None:
    """Add, ask, or say what is missing."""
    if upload.added:
        _added(upload, organ, view)
        return
    if sample.is_sample(upload.sha256):  # what is invented is no part of the working dataset
        st.info(view.say("upload.sample_only"), icon=":material/science:")
        st.button(view.say("upload.discard"), on_click=sample.forget)
        return
    before = uploads.existing(organ, year) if organ and year else None
    same = before is not None and before["source_sha256"] == upload.sha256
    if organ is None:
        st.warning(view.say("upload.need_organ"))
    elif not year:
        st.warning(view.say("upload.need_year"))
    elif same:
        st.info(view.say("upload.identical"), icon=":material/done_all:")
    elif before:
        st.warning(
            view.say(
                "upload.exists",
                organ=verbatim(organ.name),
                year=year,
                revision=before["revision"],
                source=verbatim(before["source_name"]),
                next=before["revision"] + 1,
            ),
            icon=":material/history:",
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        words = "upload.confirm" if before else "upload.add"
        ready = organ is not None and bool(year) and not same
        if ready and st.button(view.say(words), key=f"add_{upload.sha256}", type="primary"):
            assert organ is not None
            uploads.add(upload, organ, year)
            st.rerun()
        if st.button(view.say("upload.discard"), key=f"discard_{upload.sha256}"):
            upload.discarded = True
            st.rerun()
        if same and organ is not None:
            _links(organ, year, view)


def _added(upload: Upload, organ: Organ | None, view: View) -> None:
    assert upload.added is not None
    result = upload.added
    name = organ.name if organ else ""
    st.success(
        view.say("upload.saved", organ=verbatim(name), year=result.year, revision=result.revision),
        icon=":material/check_circle:",
    )
    if organ is not None:
        _links(replace(organ, organ_id=result.organ_id), result.year, view)


def _links(organ: Organ, year: int, view: View) -> None:
    query = address.link(dataset="working", regions=(), organs=(), organ=organ.organ_id, year=year)
    st.page_link(
        frame.path("report"),
        label=view.say("upload.open"),
        icon=":material/article:",
        query_params=query,
    )
