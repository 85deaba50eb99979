"""Do the checks find what is wrong, and are they silent where nothing is?

    python -m lib.synthetic.try_slips --reports 100000

Invents consistent reports, checks each against its year before (nothing may be found), then plants
one slip in it (lib.synthetic.slips) and checks again (it must be found). A leap that the inventor
drew himself is a true one and no false alarm; reports that leave their zeros blank are checked
clean and get no slip, since a blank is compared with nothing.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing import get_context

import numpy as np

from lib.checks import check, copied
from lib.checks.on_time import limit
from lib.checks.years import check_pair
from lib.findings import Finding
from lib.organs import Organ
from lib.parsing.report import Report, State
from lib.synthetic.organs import invent_organs
from lib.synthetic.reports import invent_reports
from lib.synthetic.slips import ARITHMETIC, SLIPS, Pair

_TRUE_OF_CLEAN = {"sum.blank_as_zero"}
_SHARE = 50  # organs a process takes at a time


@dataclass(slots=True)
class Tally:
    """What a trial found: slips planted and found by kind, what was said beside the slip, and the
    false alarms on clean reports by code."""

    clean: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    leaps: int = 0

    def add(self, other: Tally) -> None:
        self.clean += other.clean
        self.leaps += other.leaps
        for name in ("planted", "found", "alarms"):
            getattr(self, name).update(getattr(other, name))

    def __str__(self) -> str:
        lines = [f"{'slip':24} {'planted':>8} {'found':>8} {'recall':>8}"]
        for kind in SLIPS:
            planted, found = self.planted[kind], self.found[kind]
            recall = f"{found / planted:.2%}" if planted else "-"
            lines.append(f"{kind:24} {planted:>8} {found:>8} {recall:>8}")
        sums = [sum(each[kind] for kind in ARITHMETIC) for each in (self.planted, self.found)]
        lines.append(f"{'all of number':24} {sums[0]:>8} {sums[1]:>8}")
        lines.append(f"{'all':24} {self.planted.total():>8} {self.found.total():>8}")
        lines.append(
            f"clean reports: {self.clean}, false alarms: {self.alarms.total()} "
            f"{dict(self.alarms) if self.alarms else ''}"
        )
        lines.append(f"leaps that were drawn, and said: {self.leaps}")
        return "\n".join(lines)


def trial(reports: int, seed: int = 1, jobs: int = 1) -> Tally:
    """Invent about `reports` pairs of years (at least that many), over `jobs` processes."""
    tally = Tally()
    work = _work(seed)
    if jobs == 1:
        for each in work:
            tally.add(_part(each))
            if tally.planted.total() >= reports:
                return tally
    with get_context("spawn").Pool(jobs) as pool:
        for part in pool.imap_unordered(_part, _bounded(work, reports)):
            tally.add(part)
            if tally.planted.total() >= reports:
                pool.terminate()
                break
    return tally


def _work(seed: int) -> Iterator[tuple[int, int]]:
    """(seed of the lives, first organ) without end."""
    organs = len(invent_organs())
    while True:
        for first in range(0, organs, _SHARE):
            yield seed, first
        seed += 1


def _bounded(work: Iterator[tuple[int, int]], reports: int) -> Iterable[tuple[int, int]]:
    for number, each in enumerate(work):
        if number * _SHARE * 4 > reports:
            return
        yield each


def _part(work: tuple[int, int]) -> Tally:
    seed, first = work
    random = np.random.default_rng([seed, first])
    tally = Tally()
    before: Report | None = None
    kinds = list(SLIPS)
    organs = invent_organs()[first : first + _SHARE]
    for number, (report, organ) in enumerate(
        invent_reports(seed, faults=0.0, gaps=0.0, organs=organs)
    ):
        report = _in_time(report, organ, random)
        if before and before.organ == report.organ and before.year == report.year - 1:
            pair = Pair(before, report, organ)
            _clean(pair, tally)
            if not any(entry.state is State.BLANK for entry in report.entries.values()):
                _planted(pair, kinds, number, random, tally)
        before = report
    return tally


def _in_time(report: Report, organ: Organ, random: np.random.Generator) -> Report:
    text = "。".join(_sentence(random) for _ in range(14)) + "。"
    return replace(
        report,
        published=limit(report.year, organ.kind),
        sections=report.sections | {"overview": text},
    )


def _clean(pair: Pair, tally: Tally) -> None:
    tally.clean += 1
    for finding in findings(pair):
        if finding.code == "years.jump" and _really(finding):
            tally.leaps += 1
        elif finding.code not in _TRUE_OF_CLEAN:
            tally.alarms[finding.code] += 1


def _really(finding: Finding) -> bool:
    low, high = sorted(float(each or 0) for each in (finding.expected, finding.printed))
    return high > 5 * low


def _planted(
    pair: Pair, kinds: list[str], number: int, random: np.random.Generator, tally: Tally
) -> None:
    """The kinds in turn; where one has no place in the report, the next."""
    for step in range(len(kinds)):
        kind = kinds[(number + step) % len(kinds)]
        spoilt = SLIPS[kind].plant(pair, random)
        if spoilt is None:
            continue
        tally.planted[kind] += 1
        tally.found[kind] += bool(SLIPS[kind].expects & {each.code for each in findings(spoilt)})
        return


def findings(pair: Pair) -> list[Finding]:
    """All that the checks say of a report, its year before and their texts."""
    values = ({key: e.value for key, e in r.entries.items()} for r in (pair.before, pair.report))
    found = [
        *check(pair.report, pair.organ.level, pair.organ.kind),
        *check_pair(pair.report.year, *values),
    ]
    here, there = (copied.ready(each.sections, each.organ) for each in (pair.report, pair.before))
    alike = copied.likeness(here, there)
    return [*found, copied.copied_from_last_year(pair.report.year, alike)] if alike else found


# Words of an invented overview: each sentence one of each column, so that two texts share phrases
# as real ones do, and few share a sentence.
_WHEN = ("上半年", "年中", "汛期前", "秋季", "第四季度", "换届之后", "机构调整后", "入冬以来")
_WHO = (
    "办公室会同各股室",
    "信息中心牵头",
    "窗口工作人员",
    "两名新到岗的干部",
    "各下属站所",
    "分管负责人带队",
)
_DID = (
    "把办事指南逐条核对了{}遍",
    "走访了{}个村和社区征求意见",
    "合并了{}个内容重复的栏目",
    "补录历史文件目录{}条",
    "制作图解和短视频{}个",
    "组织答复文书评查{}次",
    "更换失效的链接{}处",
    "开展面向基层的培训{}场",
    "清理长期不更新的账号{}个",
    "公布了{}项收费的依据和标准",
)
_SO = (
    "群众查找文件比过去方便",
    "答复用时平均缩短了几天",
    "咨询电话明显少了",
    "下一步准备推广到乡镇",
    "发现的差错当场改正",
    "仍有个别单位报送不及时",
    "材料清单由此减少",
    "评议中得到多数人肯定",
)


def _sentence(random: np.random.Generator) -> str:
    parts = [str(random.choice(words)) for words in (_WHEN, _WHO, _DID, _SO)]
    return "，".join((parts[0] + parts[1], parts[2].format(random.integers(2, 90)), parts[3]))


def main() -> int:
    """0 where every slip of number was found and nothing was said of clean reports."""
    parser = argparse.ArgumentParser(prog="python -m lib.synthetic.try_slips", description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    tally = trial(options.reports, options.seed, options.jobs)
    print(tally)
    missed = any(tally.found[kind] < tally.planted[kind] for kind in ARITHMETIC)
    return int(missed or bool(tally.alarms))


if __name__ == "__main__":
    raise SystemExit(main())
