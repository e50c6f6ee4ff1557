"""The pages of one audit: one dataclass a template, one function that fills it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from generator.aggregate.book import Book, FoundRecommendation
from generator.aggregate.figure import Figure
from generator.aggregate.matrix import CellState, Matrix
from generator.aggregate.results import AuditResults, QuestionResult
from generator.diagnostics.wording import counted
from generator.model.case import Case
from generator.model.findings import Analysis, Finding, FindingKind, Reach, RecommendationKind
from generator.model.library import Audit
from generator.model.returns import GoodPractice, Reason, Return, ReturnStatus
from generator.model.tool import Section, Tool
from generator.render import uris
from generator.render.page import SearchEntry, Step, case_name
from generator.render.prose import plain
from generator.render.writer import Plan, View

_LOWEST_SHOWN: Final = 5
_LONGEST_TITLE: Final = 90


@dataclass(frozen=True)
class Frame:
    """What every page of an audit shows around its content."""

    audit: Audit
    partnership: str
    tabs: tuple[Step, ...]
    """The pages of the audit."""
    tab: str
    """The address of the tab that is open."""

    def called(self, page: str) -> str:
        """What a page of the audit is called where it stands among pages of others."""
        return f"{page} · {self.audit.title}{' (made up)' if self.audit.made_up else ''}"

    @property
    def when(self) -> str:
        """When the audit was published, or the last that is known."""
        dates = self.audit.dates
        known = (dates.published, dates.meeting, dates.due, dates.sent)
        return next((one.words for one in known if one), "")


@dataclass(frozen=True)
class Overview:
    """What was looked at, what was found, what to do."""

    template: ClassVar[str] = "overview.html"
    frame: Frame
    facts: tuple[tuple[str, str], ...]
    """A number with what it counts."""
    results: AuditResults
    matrix: Matrix
    lowest: tuple[QuestionResult, ...]
    worries: tuple[tuple[str, Finding], ...]
    strengths: tuple[tuple[str, Finding], ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return plain(self.frame.audit.about)

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The audit by its title, and what it says in short."""
        audit = self.frame.audit
        words = " ".join([plain(audit.about), *(plain(one) for one in audit.in_short)])
        return (SearchEntry("", self.frame.called("Overview"), words),)


@dataclass(frozen=True)
class ResultsSection:
    """A section of the tool with what came of its questions."""

    section: Section
    results: tuple[QuestionResult, ...]


@dataclass(frozen=True)
class Results:
    """What came of every question."""

    template: ClassVar[str] = "results.html"
    frame: Frame
    sections: tuple[ResultsSection, ...]
    results: AuditResults
    case_names: dict[str, str]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Every question of the audit with its answers: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every question by its words."""
        return (
            SearchEntry("", self.frame.called("Results")),
            *(
                SearchEntry(
                    uris.anchor(result.question.ref),
                    f"{result.question.ref} {result.question.label}",
                    _result_words(result),
                )
                for of_section in self.sections
                for result in of_section.results
            ),
        )


@dataclass(frozen=True)
class NamedCase:
    """A case with what pages call it."""

    id: str
    name: str
    case: Case


@dataclass(frozen=True)
class Cases:
    """The index of the cases."""

    template: ClassVar[str] = "cases.html"
    frame: Frame
    cases: tuple[NamedCase, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"The {counted(len(self.cases), 'case')} of the audit: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title: the cases' own pages say the rest."""
        return (SearchEntry("", self.frame.called("Cases")),)


@dataclass(frozen=True)
class CaseAnswers:
    """What each agency answered to one question about a case."""

    result: QuestionResult
    answers: dict[str, str]
    """By agency."""
    comments: tuple[tuple[str, str, str], ...]
    """Agency, answer and what it wrote."""


@dataclass(frozen=True)
class CasePage:
    """One child's case, and what each agency answered about it."""

    template: ClassVar[str] = "case.html"
    frame: Frame
    named: NamedCase
    answers: tuple[CaseAnswers, ...]
    returns: dict[str, Return]
    states: dict[str, CellState]
    notes: dict[str, str]
    """What a reader must know of an agency's return, by agency."""
    received: dict[str, Return]
    """The returns of which this edition may show when they came in and who completed them."""
    practice: tuple[tuple[str, GoodPractice], ...]
    """Good practice, each with the agency that saw it."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"{self.named.name}: pen picture, what worked well and what to improve."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The pen picture and every point."""
        case = self.named.case
        points = (plain(point.text) for point in (*case.worked_well, *case.to_improve))
        title = self.frame.called(self.named.name)
        return (SearchEntry("", title, " ".join([plain(case.pen_picture), *points])),)


@dataclass(frozen=True)
class Returns:
    """The returns matrix."""

    template: ClassVar[str] = "returns.html"
    frame: Frame
    matrix: Matrix
    case_names: dict[str, str]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Who was asked about which case, and what came back: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title."""
        return (SearchEntry("", self.frame.called("Returns"), self.about),)


@dataclass(frozen=True)
class ShownFinding:
    """A finding with what it rests on and what answers it."""

    id: str
    finding: Finding
    figures: tuple[tuple[str, str, Figure], ...]
    """The reference, label and figure of each question it rests on."""
    answered_by: tuple[FoundRecommendation, ...]


@dataclass(frozen=True)
class FindingGroup:
    """Findings that belong together."""

    id: str
    title: str
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True)
class Findings:
    """What was found, by group."""

    template: ClassVar[str] = "findings.html"
    frame: Frame
    groups: tuple[FindingGroup, ...]
    themes: tuple[str, ...]
    agencies: tuple[str, ...]
    case_names: dict[str, str]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What worked well and what to improve: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every finding by its words."""
        return (
            SearchEntry("", self.frame.called("Findings")),
            *(
                _entry(one.id, one.finding.text, one.finding.detail)
                for group in self.groups
                for one in group.findings
            ),
        )


@dataclass(frozen=True)
class RecommendationGroup:
    """Recommendations of one kind."""

    id: str
    title: str
    recommendations: tuple[FoundRecommendation, ...]


@dataclass(frozen=True)
class Recommendations:
    """What is to be done, by whom and by when."""

    template: ClassVar[str] = "recommendations.html"
    frame: Frame
    groups: tuple[RecommendationGroup, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What is to be done, by whom and by when: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every recommendation by its words."""
        return (
            SearchEntry("", self.frame.called("Recommendations")),
            *(
                _entry(one.id, one.recommendation.text, one.recommendation.detail)
                for group in self.groups
                for one in group.recommendations
            ),
        )


@dataclass(frozen=True)
class AnalysisPage:
    """The thematic analysis, with its figures bound."""

    template: ClassVar[str] = "analysis.html"
    frame: Frame
    parts: dict[str, Analysis]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What the answers and the cases say together: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every part by its words."""
        return (
            SearchEntry("", self.frame.called("Analysis")),
            *(SearchEntry(id_, part.title, plain(part.text)) for id_, part in self.parts.items()),
        )


@dataclass(frozen=True)
class ToolPage:
    """The tool, to read and to print."""

    template: ClassVar[str] = "tool.html"
    frame: Frame
    tool: Tool
    statuses: tuple[ReturnStatus, ...]
    """What the agency can say that its return is."""
    reasons: tuple[Reason, ...]
    has_results: bool
    """Whether search finds the questions among the results."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"The questions that each agency was asked: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title, and every question that no results page leads to."""
        words = plain(f"{self.tool.title}\n\n{self.tool.about or self.about}")
        questions = () if self.has_results else self.tool.questions
        return (
            SearchEntry("", self.frame.called("The tool"), words),
            *(
                SearchEntry(uris.anchor(one.ref), f"{one.ref} {one.label}", plain(one.text))
                for one in questions
            ),
        )


@dataclass(frozen=True)
class About:
    """How the audit was done and what was learnt about auditing."""

    template: ClassVar[str] = "about.html"
    frame: Frame

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Method, sources and what was learnt about auditing: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The prose of the page."""
        audit = self.frame.audit
        prose = (audit.summary, audit.method, audit.process, audit.sources)
        words = " ".join(plain(one) for one in prose if one)
        return (SearchEntry("", self.frame.called("About the audit"), words),)


def plans(book: Book, audit: Audit) -> tuple[Plan, ...]:
    """The pages that the audit's data supports, in the order they are read."""
    partnership = book.library.partnerships[audit.partnership].short
    frame = Frame(audit, partnership, (), "")
    made = list(_plans(book, frame))
    tabs = tuple(Step(plan.title, plan.uri) for plan in made if "/cases/" not in plan.uri)
    at = next((index for index, plan in enumerate(made) if plan.uri == uris.cases(audit.id)), None)
    if at is not None:
        tabs = (*tabs[:at], Step("Cases", uris.cases(audit.id)), *tabs[at:])
    framed = [_framed(plan, tabs) for plan in made]
    steps = [None, *(Step(plan.title, plan.uri) for plan in framed), None]
    return tuple(
        replace(plan, previous=steps[index], next=steps[index + 2])
        for index, plan in enumerate(framed)
    )


def _framed(plan: Plan, tabs: tuple[Step, ...]) -> Plan:
    audit_cases = plan.uri.rpartition("/")[0] + "/index.html"
    tab = audit_cases if "/cases/" in plan.uri else plan.uri
    frame = replace(plan.view.frame, tabs=tabs, tab=tab)  # type: ignore[attr-defined]
    return replace(plan, view=replace(plan.view, frame=frame))  # type: ignore[type-var]


def _plans(book: Book, frame: Frame) -> Iterator[Plan]:
    audit, results, matrix = (
        frame.audit,
        book.results[frame.audit.id],
        book.matrices[frame.audit.id],
    )
    case_names = {id_: case_name(id_) for id_ in audit.cases}

    def plan(page: str, title: str, view: View, file: str) -> Plan:
        uri = uris.of_audit(audit.id, page)
        return Plan(uri, title, view, f"audits/{audit.id}/{file}")

    yield plan("index", "Overview", _overview(book, frame), "audit.yml")
    has_results = any(result.tally for result in results.questions.values())
    if has_results:
        file = "published.yml" if audit.published else "tool.yml"
        sections = tuple(
            ResultsSection(
                section, tuple(results.questions[question.ref] for question in section.questions)
            )
            for section in (audit.tool.sections if audit.tool else ())
        )
        yield plan("results", "Results", Results(frame, sections, results, case_names), file)
    if audit.findings:
        yield plan("findings", "Findings", _findings(book, frame), "findings.yml")
    if audit.recommendations:
        view = Recommendations(frame, tuple(_recommendation_groups(book, audit)))
        yield plan("recommendations", "Recommendations", view, "recommendations.yml")
    if audit.analysis:
        first = next(iter(audit.analysis))
        view_ = AnalysisPage(frame, audit.analysis)
        yield plan("analysis", "Analysis", view_, f"analysis/{first}.md")
    if audit.cases:
        named = tuple(NamedCase(id_, case_names[id_], case) for id_, case in audit.cases.items())
        yield plan("cases/index", "Cases", Cases(frame, named), "audit.yml")
        for one in named:
            case_page = _case(frame, one, results, matrix)
            yield plan(f"cases/{one.id}", one.name, case_page, f"cases/{one.id}.md")
    if matrix.rows and matrix.cases:
        yield plan("returns", "Returns", Returns(frame, matrix, case_names), "audit.yml")
    if audit.tool:
        tool = _tool_page(frame, audit.tool, has_results=has_results)
        yield plan("tool", "The tool", tool, "tool.yml")
    yield plan("about", "About the audit", About(frame), "audit.yml")


def _overview(book: Book, frame: Frame) -> Overview:
    audit, results = frame.audit, book.results[frame.audit.id]
    matrix = book.matrices[audit.id]
    ranked = sorted(
        (
            (result.tally.figure.percent, result)
            for result in results.questions.values()
            if result.tally and result.scale.favourable and result.tally.figure.percent is not None
        ),
        key=lambda one: one[0],
    )
    return Overview(
        frame=frame,
        facts=tuple(_facts(book, audit, matrix)),
        results=results,
        matrix=matrix,
        lowest=tuple(result for _, result in ranked[:_LOWEST_SHOWN]),
        worries=_of_kind(audit, FindingKind.WORRY),
        strengths=_of_kind(audit, FindingKind.STRENGTH),
    )


def _of_kind(audit: Audit, kind: FindingKind) -> tuple[tuple[str, Finding], ...]:
    return tuple((id_, one) for id_, one in audit.findings.items() if one.kind is kind)


def _facts(book: Book, audit: Audit, matrix: Matrix) -> Iterator[tuple[str, str]]:
    if audit.cases:
        yield str(len(audit.cases)), "case" if len(audit.cases) == 1 else "cases"
    if audit.asked:
        yield str(len(audit.asked)), "agency asked" if len(audit.asked) == 1 else "agencies asked"
    if matrix.with_answers:
        yield f"{matrix.with_answers} of {matrix.asked}", "returns came back with answers"
    if audit.tool:
        count = len(audit.tool.questions)
        yield str(count), "question" if count == 1 else "questions"
    if audit.recommendations:
        count = len(book.recommendations[audit.id])
        yield str(count), "thing to do" if count == 1 else "things to do"


_REACHES: Final = {
    Reach.SYSTEM: ("wider-system", "To improve: the wider system"),
    Reach.THEME: ("theme", "To improve: work on {theme}"),
    Reach.AGENCY: ("single-agencies", "To improve: single agencies"),
    None: ("to-improve", "To improve"),
}


def _findings(book: Book, frame: Frame) -> Findings:
    audit = frame.audit
    theme = book.library.themes[audit.themes[0]].name.lower() if audit.themes else "the theme"
    shown = [_shown(book, audit, id_, one) for id_, one in audit.findings.items()]
    groups = []
    for reach, (id_, title) in _REACHES.items():
        of_reach = [
            one
            for one in shown
            if one.finding.kind is FindingKind.WORRY and one.finding.reach is reach
        ]
        groups.append(FindingGroup(f"group_{id_}", title.format(theme=theme), tuple(of_reach)))
    for kind, id_, title in (
        (FindingKind.STRENGTH, "strengths", "What worked well"),
        (FindingKind.LEARNING, "learning", "What else was learnt"),
    ):
        of_kind = tuple(one for one in shown if one.finding.kind is kind)
        groups.append(FindingGroup(f"group_{id_}", title, of_kind))
    used = [one.finding for one in shown]
    return Findings(
        frame=frame,
        groups=tuple(group for group in groups if group.findings),
        themes=tuple(dict.fromkeys(theme for one in used for theme in one.themes)),
        agencies=tuple(dict.fromkeys(agency for one in used for agency in one.agencies)),
        case_names={case: case_name(case) for case in audit.cases},
    )


def _shown(book: Book, audit: Audit, id_: str, finding: Finding) -> ShownFinding:
    results = book.results[audit.id].questions
    figures = tuple(
        (ref, results[ref].question.label, tally.figure)
        for ref in finding.rests_on.answers
        if ref in results and (tally := results[ref].tally) and results[ref].scale.favourable
    )
    answered = tuple(
        one for one in book.recommendations[audit.id] if id_ in one.recommendation.findings
    )
    return ShownFinding(id_, finding, figures, answered)


def _recommendation_groups(book: Book, audit: Audit) -> Iterator[RecommendationGroup]:
    titles = {
        RecommendationKind.RECOMMENDATION: "What was recommended",
        RecommendationKind.ACTION: "What was already agreed",
        RecommendationKind.PROCESS: "How the next audit should be done",
    }
    for kind, title in titles.items():
        of_kind = tuple(
            one for one in book.recommendations[audit.id] if one.recommendation.kind is kind
        )
        if of_kind:
            yield RecommendationGroup(f"group_{kind.value.replace(' ', '-')}", title, of_kind)


def _case(frame: Frame, named: NamedCase, results: AuditResults, matrix: Matrix) -> CasePage:
    of_case = frame.audit.returns.get(named.id, {})
    returns = {
        asked.agency: of_case[asked.agency]
        for asked in frame.audit.asked
        if asked.agency in of_case
    }
    with_answers = {agency: one for agency, one in returns.items() if one.status.has_answers}
    answers = []
    for ref, result in results.questions.items() if with_answers else ():
        given = {
            agency: one.answers[ref].answer if ref in one.answers else "blank"
            for agency, one in with_answers.items()
        }
        comments = tuple(
            (agency, one.answers[ref].answer, text)
            for agency, one in with_answers.items()
            if ref in one.answers and (text := one.answers[ref].comment)
        )
        answers.append(CaseAnswers(result, given, comments))
    return CasePage(
        frame=frame,
        named=named,
        answers=tuple(answers),
        returns=with_answers,
        states={
            agency: row[named.id]
            for agency, row in matrix.rows.items()
            if row[named.id] not in (CellState.NOT_ASKED, CellState.NOT_PRESERVED)
        },
        notes={agency: one.note for agency, one in returns.items() if one.note},
        received={
            agency: one for agency, one in returns.items() if one.received or one.completed_by
        },
        practice=tuple(
            (agency, practice) for agency, one in returns.items() for practice in one.good_practice
        ),
    )


def _tool_page(frame: Frame, tool: Tool, *, has_results: bool) -> ToolPage:
    statuses = tuple(one for one in ReturnStatus if one is not ReturnStatus.NO_RETURN)
    return ToolPage(frame, tool, statuses, tuple(Reason), has_results)


def _result_words(result: QuestionResult) -> str:
    words = [plain(result.question.text)]
    if result.tally and result.tally.base and result.scale.favourable:
        words.append(result.tally.figure.words)
    return " ".join(words)


def _entry(anchor: str, text: str, detail: str | None) -> SearchEntry:
    """A text by its words: as the title, or its start if it is long and then the whole below."""
    title, below = plain(text), plain(detail or "")
    if len(title) <= _LONGEST_TITLE:
        return SearchEntry(anchor, title, below)
    start = title[:_LONGEST_TITLE].rpartition(" ")[0]
    return SearchEntry(anchor, f"{start} …", f"{title} {below}".strip())
