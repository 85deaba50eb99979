"""The statutory form of the 政府信息公开工作年度报告, declared once as data.

Everything else in this project is a way of getting a document to this form or of looking at it:
the parser's labels, the checks, the Parquet columns, the data dictionary, the synthetic reports,
the words on the pages and the heads of the exports are all derived from the tables below.

Sources: the format notices 国办公开办函〔2019〕60号 (reports for 2019 and 2020) and
国办公开办函〔2021〕30号 (reports for 2021 on), and the 政府信息公开条例 (State Council Order 711 of
2019), whose articles are named beside the lines. A line's article is our reading of the wording;
the notices print articles only over the blocks of section two.

Adding next year's form: add an Edition, mark the lines it drops or adds, add one example.

>>> len(cells(E2021)), len(cells(E2019))
(200, 198)
>>> len(identities(E2021)), len(identities(E2019))
(42, 40)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

# --- editions ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """One generation of the form: `since` and `until` are report years, both included."""

    key: str
    notice: str
    since: int
    until: int
    zh: str
    en: str


E2019 = Edition(
    "2019", "国办公开办函〔2019〕60号", 2019, 2020, "2019年版(试行)", "2019 form (trial)"
)
E2021 = Edition("2021", "国办公开办函〔2021〕30号", 2021, 9999, "2021年版", "2021 form")
EDITIONS = (E2019, E2021)
LATEST = EDITIONS[-1]
BOTH = ("2019", "2021")


def edition(key: str) -> Edition:
    """The edition named `key`; KeyError for another name."""
    return {each.key: each for each in EDITIONS}[key]


def edition_for(year: int) -> Edition:
    """The edition prescribed for a report year: a guess only, since real tables decide for
    themselves (a 2023 report with a 2019 row exists). ValueError before 2019."""
    for each in EDITIONS:
        if each.since <= year <= each.until:
            return each
    raise ValueError(f"no edition of the form covers the year {year}")


# The parts of the form exist once: they are compared and hashed as the objects they are.

# --- the parts a form is made of --------------------------------------------------------------


class Unit(StrEnum):
    """What a number counts. The value is the printed unit."""

    PIECES = "件"
    ITEMS = "项"
    CHANGE = "项(增/减)"
    FEE = "万元"
    YUAN = "元"

    @property
    def en(self) -> str:
        return {
            "件": "cases",
            "项": "items",
            "项(增/减)": "items (change)",
            "万元": "10,000 yuan",
            "元": "yuan",
        }[self.value]

    @property
    def signed(self) -> bool:
        return self is Unit.CHANGE

    @property
    def fractional(self) -> bool:
        return self in (Unit.FEE, Unit.YUAN)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row or column of the form.

    `zh` is the label as the newest edition that has the line prints it, `zh_2019` as the 2019
    form does where that differs, `short` a name for charts, `aliases` wordings seen in published
    reports. A line with children in force is a heading: it has no cell of its own. A `total` line
    equals the sum of the leaves beside it under the same parent (this is what makes the sums).
    """

    key: str
    zh: str
    en: str
    editions: tuple[str, ...] = BOTH
    zh_2019: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    article: str = ""
    unit: Unit | None = None
    total: bool = False
    children: tuple[Line, ...] = ()

    def label(self, edition: str = "2021") -> str:
        """The label as `edition` prints it."""
        return self.zh_2019 if edition == "2019" and self.zh_2019 else self.zh

    @property
    def name(self) -> str:
        """The short Chinese name, for charts and lists."""
        return self.short or self.zh

    def spellings(self) -> tuple[str, ...]:
        """Every wording this line is known by, official ones first."""
        return tuple(dict.fromkeys(s for s in (self.zh, self.zh_2019, *self.aliases) if s))

    def in_force(self, edition: str) -> tuple[Line, ...]:
        """The children in force in `edition`."""
        return tuple(child for child in self.children if edition in child.editions)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A rectangle of cells: `rows` times `columns`. Section two is made of five of them, each
    under a caption naming the item of 第二十条; sections three and four are one each."""

    caption: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    editions: tuple[str, ...] = BOTH
    article: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A statutory table: its section's numeral, its titles, and its blocks.

    `balance` names two pairs of rows whose sums are equal in every column."""

    key: str
    numeral: str
    zh: str
    en: str
    blocks: tuple[Block, ...]
    balance: tuple[tuple[str, ...], tuple[str, ...]] | None = None


# --- the form -----------------------------------------------------------------------------------
# fmt: off
# ruff: noqa: E501

ONLY_2019, ONLY_2021 = ("2019",), ("2021",)

_ITEMS_LAST_YEAR = Line("items_last_year", "上一年项目数量", "Items last year", ONLY_2019, unit=Unit.ITEMS)
_ITEMS_CHANGE    = Line("items_change", "本年增/减", "Change in items this year", ONLY_2019, aliases=("本年增/",), unit=Unit.CHANGE)
_DECISIONS       = Line("decisions", "本年处理决定数量", "Decisions this year", zh_2019="处理决定数量", short="处理决定数量", unit=Unit.PIECES)

DISCLOSURE = Table(
    "disclosure", "二", "主动公开政府信息情况", "Proactive disclosure",
    blocks=(
        Block(
            "第二十条第(一)项", article="第二十条第一项",
            rows=(
                Line("regulations", "规章", "Regulations (规章)"),
                Line("normative_documents", "行政规范性文件", "Normative documents (行政规范性文件)", zh_2019="规范性文件"),
            ),
            columns=(
                Line("made", "本年制发件数", "Made this year", zh_2019="本年新制作数量", short="本年制发", aliases=("本年制发数量",), unit=Unit.PIECES),
                Line("newly_published", "本年新公开数量", "Newly published this year", ONLY_2019, short="本年新公开", unit=Unit.PIECES),
                Line("published_total", "对外公开总数量", "Published in total", ONLY_2019, short="对外公开总数", unit=Unit.PIECES),
                Line("repealed", "本年废止件数", "Repealed this year", ONLY_2021, short="本年废止", aliases=("本年废止数量",), unit=Unit.PIECES),
                Line("in_force", "现行有效件数", "In force", ONLY_2021, short="现行有效", aliases=("现行有效数量", "现行有效件"), unit=Unit.PIECES),
            ),
        ),
        Block(
            "第二十条第(五)项", article="第二十条第五项",
            rows=(
                Line("licences", "行政许可", "Administrative licences"),
                Line("other_services", "其他对外管理服务事项", "Other services to the public", ONLY_2019),
            ),
            columns=(_ITEMS_LAST_YEAR, _ITEMS_CHANGE, _DECISIONS),
        ),
        Block(
            "第二十条第(六)项", article="第二十条第六项",
            rows=(
                Line("penalties", "行政处罚", "Administrative penalties"),
                Line("coercion", "行政强制", "Administrative coercion", aliases=("行政强制措施",)),
            ),
            columns=(_ITEMS_LAST_YEAR, _ITEMS_CHANGE, _DECISIONS),
        ),
        Block(
            "第二十条第(八)项", article="第二十条第八项",
            rows=(Line("fees", "行政事业性收费", "Administrative fees"),),
            columns=(
                _ITEMS_LAST_YEAR, _ITEMS_CHANGE,
                Line("amount", "本年收费金额(单位:万元)", "Amount collected this year", ONLY_2021, short="收费金额",
                     aliases=("本年收费金额", "本年收费金额(万元)"), unit=Unit.FEE),
            ),
        ),
        Block(
            "第二十条第(九)项", article="第二十条第九项", editions=ONLY_2019,
            rows=(Line("procurement", "政府集中采购", "Centralised procurement", ONLY_2019),),
            columns=(
                Line("projects", "采购项目数量", "Procurement projects", ONLY_2019, unit=Unit.ITEMS),
                Line("value", "采购总金额", "Procurement value", ONLY_2019, unit=Unit.YUAN),
            ),
        ),
    ),
)

_APPLICANT_HEADS = (
    Line("natural_person", "自然人", "Natural persons"),
    Line("organisation", "法人或其他组织", "Legal persons and other organisations", children=(
        Line("business", "商业企业", "Businesses"),
        Line("research", "科研机构", "Research institutions"),
        Line("public_interest", "社会公益组织", "Public-interest organisations"),
        Line("legal_service", "法律服务机构", "Legal-service institutions"),
        Line("other_organisation", "其他", "Other organisations", short="其他组织", aliases=("其它",)),
    )),
    Line("total", "总计", "Total", aliases=("合计",), total=True),
)

REQUESTS = Table(
    "requests", "三", "收到和处理政府信息公开申请情况", "Requests received and handled",
    balance=(("received", "carried_in"), ("handled", "carried_out")),
    blocks=(Block("", columns=_APPLICANT_HEADS, rows=(
        Line("received", "一、本年新收政府信息公开申请数量", "New requests received", short="本年新收", aliases=("一、本年新收申请数量",), article="第二十七条"),
        Line("carried_in", "二、上年结转政府信息公开申请数量", "Carried in from last year", short="上年结转", aliases=("二、上年结转申请数量",)),
        Line("outcomes", "三、本年度办理结果", "Outcomes this year", short="办理结果", children=(
            Line("granted", "(一)予以公开", "Granted", short="予以公开", article="第三十六条第一、二项"),
            Line("partly_granted", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "Partly granted", short="部分公开", article="第三十七条",
                 aliases=("(二)部分公开", "(二)部分公开(区分处理的,只计这一情况,不计其他情形)")),
            Line("refused", "(三)不予公开", "Refused", short="不予公开", children=(
                Line("refused_state_secret", "1.属于国家秘密", "State secrets", short="国家秘密", article="第十四条"),
                Line("refused_prohibited", "2.其他法律行政法规禁止公开", "Disclosure prohibited by law", short="法律法规禁止公开", article="第十四条"),
                Line("refused_stability", "3.危及“三安全一稳定”", "Security and stability (三安全一稳定)", short="三安全一稳定", article="第十四条"),
                Line("refused_third_party", "4.保护第三方合法权益", "Rights of third parties", short="第三方合法权益", article="第十五条、第三十二条"),
                Line("refused_internal", "5.属于三类内部事务信息", "Internal affairs", short="内部事务信息", article="第十六条第一款"),
                Line("refused_process", "6.属于四类过程性信息", "Deliberative process", short="过程性信息", article="第十六条第二款"),
                Line("refused_enforcement", "7.属于行政执法案卷", "Enforcement case files", short="行政执法案卷", article="第十六条第二款"),
                Line("refused_query", "8.属于行政查询事项", "Matters for other enquiry procedures", short="行政查询事项", article="第三十六条第七项"),
            )),
            Line("unable", "(四)无法提供", "Unable to provide", short="无法提供", children=(
                Line("unable_not_held", "1.本机关不掌握相关政府信息", "Information not held", short="本机关不掌握", article="第三十六条第四、五项"),
                Line("unable_to_create", "2.没有现成信息需要另行制作", "Would have to be created", short="需要另行制作", article="第三十八条"),
                Line("unable_unclear", "3.补正后申请内容仍不明确", "Still unclear after correction", short="补正后仍不明确", article="第三十条"),
            )),
            Line("declined", "(五)不予处理", "Not processed", short="不予处理", children=(
                Line("declined_complaint", "1.信访举报投诉类申请", "Petitions, reports and complaints", short="信访举报投诉", article="第三十九条"),
                Line("declined_repeat", "2.重复申请", "Repeated requests", short="重复申请", article="第三十六条第六项"),
                Line("declined_publication", "3.要求提供公开出版物", "Public publications", short="公开出版物", article="第三十九条"),
                Line("declined_excessive", "4.无正当理由大量反复申请", "Excessive requests without good reason", short="大量反复申请", article="第三十五条"),
                Line("declined_reissue", "5.要求行政机关确认或重新出具已获取信息", "Confirmation or re-issue of information already held", short="确认或重新出具"),
            )),
            Line("other", "(六)其他处理", "Handled otherwise", short="其他处理", children=(
                Line("other_not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "Applicant did not correct the request in time", ONLY_2021,
                     short="逾期不补正", aliases=("1.逾期不补正",), article="第三十条"),
                Line("other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "Applicant did not pay the fee in time", ONLY_2021,
                     short="逾期不缴费", aliases=("2.逾期不缴费",), article="第四十二条"),
                Line("other_rest", "3.其他", "Other", ONLY_2021, short="其他", aliases=("3.其它",)),
            )),
            Line("handled", "(七)总计", "Total handled", short="办理总计", aliases=("(七)合计",), total=True),
        )),
        Line("carried_out", "四、结转下年度继续办理", "Carried over to next year", short="结转下年度"),
    )),),
)


def _results(*, article: str = "第五十一条") -> tuple[Line, ...]:
    return (
        Line("upheld", "结果维持", "Upheld", article=article),
        Line("corrected", "结果纠正", "Corrected", article=article),
        Line("other_result", "其他结果", "Other result", article=article),
        Line("pending", "尚未审结", "Pending", aliases=("未审结",), article=article),
        Line("total", "总计", "Total", aliases=("合计",), total=True, article=article),
    )


REMEDIES = Table(
    "remedies", "四", "政府信息公开行政复议、行政诉讼情况", "Administrative reconsideration and litigation",
    blocks=(Block("", rows=(), columns=(
        Line("reconsideration", "行政复议", "Administrative reconsideration", children=_results()),
        Line("litigation", "行政诉讼", "Administrative litigation", children=(
            Line("litigation_direct", "未经复议直接起诉", "Litigation without reconsideration", short="直接起诉", aliases=("未经复议直接提起诉讼",), children=_results()),
            Line("litigation_after", "复议后起诉", "Litigation after reconsideration", short="复议后起诉", children=_results()),
        )),
    )),),
)

TABLES = (DISCLOSURE, REQUESTS, REMEDIES)

# fmt: on


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six sections of text. `words` are what a heading must contain to be this one:
    real headings renumber and reword, so any of the tuples will do."""

    key: str
    numeral: str
    zh: str
    en: str
    words: tuple[tuple[str, ...], ...]


SECTIONS = (
    Section("overview", "一", "总体情况", "Overview", (("总体情况",), ("基本情况",), ("概述",))),
    Section("disclosure", "二", DISCLOSURE.zh, DISCLOSURE.en, (("主动公开", "情况"),)),
    Section("requests", "三", REQUESTS.zh, REQUESTS.en, (("收到和处理",), ("公开申请", "情况"))),
    Section("remedies", "四", REMEDIES.zh, REMEDIES.en, (("复议", "诉讼"),)),
    Section(
        "problems",
        "五",
        "存在的主要问题及改进情况",
        "Main problems and improvements",
        (("问题", "改进"), ("问题", "措施")),
    ),
    Section("other", "六", "其他需要报告的事项", "Other matters to report", (("其他", "报告"),)),
)


# --- the crosswalk ----------------------------------------------------------------------------


class Comparability(StrEnum):
    """How a series stands across the change of form between report years 2020 and 2021."""

    SAME = "same"  # one series
    BREAK = "break"  # both editions have a number, but of different things: draw two lines
    ONLY_2019 = "only_2019"
    ONLY_2021 = "only_2021"
    SUM = "sum"  # comparable only as a sum


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What the cells of the two editions mean to each other. Cell keys, and the reason."""

    key: str
    kind: Comparability
    cells_2019: tuple[str, ...]
    cells_2021: tuple[str, ...]
    zh: str
    en: str


def _crosswalk() -> tuple[Crosswalk, ...]:
    kind = Comparability
    found: list[Crosswalk] = []
    for row in ("regulations", "normative_documents"):
        at = f"disclosure.{row}."
        found += [
            Crosswalk(
                f"{row}.made",
                kind.SAME,
                (at + "made",),
                (at + "made",),
                "2019版为“本年新制作数量”，2021版为“本年制发件数”，可比；"
                "2021版“行政规范性文件”的范围较“规范性文件”为窄。",
                "“Newly made” in the 2019 form and “made” in the 2021 form are comparable; "
                "the 2021 form narrows 规范性文件 to 行政规范性文件.",
            ),
            Crosswalk(
                f"{row}.repealed",
                kind.ONLY_2021,
                (),
                (at + "repealed",),
                "2019版无废止数：缺，不是0。",
                "The 2019 form has no repealed count: absent, not zero.",
            ),
            Crosswalk(
                f"{row}.stock",
                kind.BREAK,
                (at + "published_total",),
                (at + "in_force",),
                "2019版为“对外公开总数量”，2021版为“现行有效件数”，不是同一件事，线在此断开。",
                "Published in total (2019 form) and in force (2021 form) are different things: "
                "the line breaks here.",
            ),
            Crosswalk(
                f"{row}.newly_published",
                kind.ONLY_2019,
                (at + "newly_published",),
                (),
                "只有2019版有此项。",
                "Only in the 2019 form.",
            ),
        ]
    for row in ("licences", "penalties", "coercion"):
        cell = f"disclosure.{row}.decisions"
        found.append(
            Crosswalk(
                f"{row}.decisions",
                kind.SAME,
                (cell,),
                (cell,),
                "两版均为处理决定数量，可比。",
                "Decisions in both forms: comparable.",
            )
        )
    found += [
        Crosswalk(
            "fees",
            kind.BREAK,
            ("disclosure.fees.items_last_year", "disclosure.fees.items_change"),
            ("disclosure.fees.amount",),
            "行标签相同，数量不同：2019版是收费项目数，2021版是收费金额（万元），不得相连。",
            "Same row label, different quantity: number of fee items in the 2019 form, "
            "money collected (10,000 yuan) in the 2021 form. Never joined.",
        ),
        Crosswalk(
            "other_services",
            kind.ONLY_2019,
            ("disclosure.other_services.decisions",),
            (),
            "只有2019版有此项。",
            "Only in the 2019 form.",
        ),
        Crosswalk(
            "procurement",
            kind.ONLY_2019,
            ("disclosure.procurement.projects", "disclosure.procurement.value"),
            (),
            "只有2019版有此项。",
            "Only in the 2019 form.",
        ),
    ]
    for column in leaves(_APPLICANT_HEADS, "2021"):
        found.append(
            Crosswalk(
                f"other.{column.key}",
                kind.SUM,
                (f"requests.other.{column.key}",),
                tuple(
                    f"requests.{row}.{column.key}"
                    for row in ("other_not_corrected", "other_fee_unpaid", "other_rest")
                ),
                "“（六）其他处理”在2019版为一行，2021版为三行，只能以合计相比。",
                "“Handled otherwise” is one row in the 2019 form and three in the 2021 form: "
                "compare only their sum.",
            )
        )
    return tuple(found)


# --- what follows from the form -----------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One statutory cell. `key` is its name everywhere, such as requests.received.total;
    `row` and `column` are the paths of lines from the outermost heading to the leaf."""

    key: str
    table: str
    block: int
    row: tuple[Line, ...]
    column: tuple[Line, ...]
    editions: tuple[str, ...]
    unit: Unit

    @property
    def zh(self) -> str:
        """Row and column in Chinese, short: 本年新收 · 总计."""
        return " · ".join(line.name for line in self._naming())

    @property
    def en(self) -> str:
        """Row and column in English: New requests received · Total."""
        return " · ".join(line.en for line in self._naming())

    def _naming(self) -> tuple[Line, ...]:
        if not self.row:  # section four has no rows: the group and the result name the cell
            return self.column[-2:]
        return self.row[-1], self.column[-1]

    @property
    def article(self) -> str:
        """The article of the Regulation the cell rests on, or "" where none is named."""
        for line in (*reversed(self.row), *reversed(self.column)):
            if line.article:
                return line.article
        return table(self.table).blocks[self.block].article


def paths(
    lines: tuple[Line, ...], edition: str, above: tuple[Line, ...] = ()
) -> Iterator[tuple[Line, ...]]:
    """The path to every leaf in force, in the order the form prints them."""
    for line in lines:
        if edition not in line.editions:
            continue
        children = line.in_force(edition)
        if children:
            yield from paths(children, edition, (*above, line))
        else:
            yield (*above, line)


def leaves(lines: tuple[Line, ...], edition: str) -> tuple[Line, ...]:
    """Every leaf in force under `lines`, in the order the form prints them."""
    return tuple(path[-1] for path in paths(lines, edition))


APPLICANT_COLUMNS = leaves(_APPLICANT_HEADS, LATEST.key)
"""The seven columns of section three, the same in every edition: six kinds of applicant and their
total."""


def table(key: str) -> Table:
    """The statutory table named `key`; KeyError for another name."""
    return {each.key: each for each in TABLES}[key]


@cache
def cells(edition: Edition, table: str | None = None) -> tuple[Cell, ...]:
    """Every cell of an edition (or of one of its tables), in the order the form prints them."""
    found: list[Cell] = []
    for each in TABLES:
        if table is not None and each.key != table:
            continue
        for number, block in enumerate(each.blocks):
            if edition.key not in block.editions:
                continue
            for row in paths(block.rows, edition.key) if block.rows else iter(((),)):
                for column in paths(block.columns, edition.key):
                    named = (row[-1], column[-1]) if row else column[-2:]
                    found.append(
                        Cell(
                            ".".join((each.key, *(line.key for line in named))),
                            each.key,
                            number,
                            row,
                            column,
                            _editions(row, column),
                            column[-1].unit or Unit.PIECES,
                        )
                    )
    return tuple(found)


def _editions(row: tuple[Line, ...], column: tuple[Line, ...]) -> tuple[str, ...]:
    """Where both the row and the column are leaves: 其他处理 is one only in 2019."""
    return tuple(
        key
        for key in BOTH
        if all(key in line.editions for line in (*row, *column))
        and not (row and row[-1].in_force(key))
    )


@cache
def all_cells() -> tuple[Cell, ...]:
    """Every cell of every edition once, in table order: the columns of the dataset."""
    found: dict[str, Cell] = {}
    for each in TABLES:
        for one in reversed(EDITIONS):
            for item in cells(one, each.key):
                found.setdefault(item.key, item)
    return tuple(found.values())


@cache
def cell(key: str) -> Cell:
    """The cell named `key`; KeyError for another name."""
    return _by_key()[key]


@cache
def _by_key() -> dict[str, Cell]:
    return {each.key: each for each in all_cells()}


@cache
def line(table_key: str, key: str) -> Line:
    """The row or column `key` of a table, headings included; KeyError for another name."""

    def walk(lines: tuple[Line, ...]) -> Iterator[Line]:
        for each in lines:
            yield each
            yield from walk(each.children)

    for block in table(table_key).blocks:
        for each in (*walk(block.rows), *walk(block.columns)):
            if each.key == key:
                return each
    raise KeyError(f"{table_key} has no line {key}")


class Rule(StrEnum):
    """The kinds of arithmetic the form promises, named in the findings as sum.<rule>."""

    BALANCE = "balance"  # new + carried in = handled + carried out, per kind of applicant
    OUTCOMES = "outcomes"  # the outcomes add up to (七)总计, per kind of applicant
    APPLICANTS = "applicants"  # the kinds of applicant add up to 总计, per row
    REMEDIES = "remedies"  # the four results add up to 总计, per group


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """A promise of the form: the cells of `left` and of `right` have the same sum.

    `about` is the line the promise is made for (a column for balance and outcomes, a row for
    applicants, a group for remedies)."""

    rule: Rule
    table: str
    about: Line
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self.left, *self.right)


@cache
def identities(edition: Edition, table: str | None = None) -> tuple[Identity, ...]:
    """Every sum and balance of an edition (or of one of its tables): 42 for the 2021 form,
    7 balances + 7 outcome totals + 25 applicant totals + 3 remedy totals."""
    return tuple(
        promise
        for each in TABLES
        if table in (None, each.key)
        for block in each.blocks
        for promise in _promises(each, block, edition.key)
    )


def _promises(of: Table, block: Block, edition: str) -> Iterator[Identity]:
    """What a block promises: down its columns, then along its rows, or, where it has no rows,
    within each group of columns."""
    columns = leaves(block.columns, edition)

    def down(rule: Rule, column: Line, left: Iterable[str], right: Iterable[str]) -> Identity:
        ends = (tuple(f"{of.key}.{row}.{column.key}" for row in side) for side in (left, right))
        return Identity(rule, of.key, column, *ends)

    if of.balance:
        for column in columns:
            yield down(Rule.BALANCE, column, *of.balance)
    for parts, total in _totals(block.rows, edition):
        for column in columns:
            yield down(Rule.OUTCOMES, column, (part.key for part in parts), (total.key,))
    along = [(row, block.columns) for row in leaves(block.rows, edition)] or [
        (group, group.children) for group in _groups(block.columns)
    ]
    rule = Rule.APPLICANTS if block.rows else Rule.REMEDIES
    for about, lines in along:
        start = f"{of.key}.{about.key}."
        for parts, total in _totals(lines, edition):
            left = tuple(start + part.key for part in parts)
            yield Identity(rule, of.key, about, left, (start + total.key,))


def _totals(lines: tuple[Line, ...], edition: str) -> Iterator[tuple[tuple[Line, ...], Line]]:
    """Each total line with the leaves beside it under the same parent."""
    for each in lines:
        if each.total:
            others = tuple(other for other in lines if other is not each)
            yield leaves(others, edition), each
        elif each.children:
            yield from _totals(each.children, edition)


def _groups(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines whose children are leaves."""
    for each in lines:
        if each.children and all(not child.children for child in each.children):
            yield each
        else:
            yield from _groups(each.children)


CROSSWALK = _crosswalk()

# --- the lines that others go by, in the form's order ---------------------------------------------

assert REQUESTS.balance is not None
COMES_IN, _GOES = REQUESTS.balance
LEFT = _GOES[-1]
_GROUPS_OF_OUTCOMES = tuple(
    each for each in line("requests", "outcomes").children if not each.total
)

FLOW = (*COMES_IN, *_GOES)
"""What comes in and goes out: new, carried in, handled, carried out."""
OUTCOMES = tuple(each.key for each in _GROUPS_OF_OUTCOMES)
"""What becomes of a request, (一) to (六)."""
REASON_GROUPS = tuple(each.key for each in _GROUPS_OF_OUTCOMES if each.children)
"""Those that are told apart by reason."""
APPLICANTS = tuple(each.key for each in APPLICANT_COLUMNS if not each.total)
REMEDY_GROUPS = tuple(each.key for each in _groups(REMEDIES.blocks[0].columns))
RESULTS = tuple(each.key for each in _results() if not each.total)
DOCUMENTS = tuple(each.key for each in DISCLOSURE.blocks[0].rows)
DOCUMENT_COLUMNS = tuple(each.key for each in DISCLOSURE.blocks[0].columns)


def _rows_under(column: str, edition: Edition) -> tuple[str, ...]:
    return tuple(
        each.row[-1].key for each in cells(edition, "disclosure") if each.column[-1].key == column
    )


DECISIONS = _rows_under("decisions", LATEST)
"""The rows of section two whose decisions are counted."""
ITEMS = _rows_under("items_last_year", E2019)
"""Those whose items the 2019 form counts."""
