"""What a form is: everything that preview, print, reprint, settings and commands ask of one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from app.domain.forms.form_set import FormSet
from app.domain.workflow.states import DossierState
from app.print_settings import read_own
from app.printing import stored as kept
from app.printing.facts import FormFacts
from app.printing.layout.attaching import Attachment
from app.printing.layout.corner import PRACTICE_MARK, PREVIEW_MARK, reprint_mark
from app.printing.layout.document import Rendered, document
from app.printing.layout.fitting import LaidOut
from app.printing.paper import (
    FIRST_PRINT,
    PREVIEW,
    STRIPS,
    Copy,
    CopyMark,
    Paper,
    PaperNotOffered,
)
from app.printing.profile import PrintProfile, own_profile
from app.settings import Settings

Layout = Callable[[Any, str], LaidOut]
"""Lays one content of the form out on one paper, with the given words in its corner."""


class Subject(StrEnum):
    """What one print of a form is about; its id is kept with the print."""

    DOSSIER = "DOSSIER"
    SUPPLEMENT = "SUPPLEMENT"
    """A request for papers: each has a paper, and a number, of its own."""
    APOLOGY = "APOLOGY"
    """An extension of the promise: each has a paper, and a number, of its own."""
    ENDING = "ENDING"
    """How a dossier ended: each end has a paper, and a number, of its own once it is printed."""
    APPLICANT = "APPLICANT"
    """Whoever came, before there is a dossier."""
    PAYMENT = "PAYMENT"
    CASH_SHEET = "CASH_SHEET"
    DAY = "DAY"
    BOOK = "BOOK"
    PROOF = "PROOF"
    HANDOVER = "HANDOVER"
    REGISTER = "REGISTER"
    OFFICE = "OFFICE"


@dataclass(frozen=True, slots=True)
class NoContent:
    """The content of a form that says the same every time."""


NO_CONTENT = kept.to_json(NoContent())
"""It, as it is stored."""


def _never(_content: Any) -> bool:  # noqa: ANN401 - of any form
    return False


def _unmarked(_content: Any) -> str:  # noqa: ANN401 - of any form
    return ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Form:
    """One form.

    Args:
        code: its stable key in records, settings and commands.
        name: what the paper is called, in Vietnamese; the title of its PDF.
        subject: what it is about.
        content: the frozen dataclass of what it says.
        content_from: makes that content of a dossier's facts; None: it is made from another form's
            content, or of no dossier.
        layouts: how it is laid out on each paper it is offered on, the most usual paper first.
        sets: the legal sets that prescribe it (`form_set.VALIDITY` says from when to when); empty:
            it is the office's own.
        series: the symbol of the series its papers are numbered in (``TNHS``); None: they carry no
            number, or one of a series kept elsewhere.
        series_setting: the key of the setting in which the office names that symbol otherwise.
        content_of: the code of the form whose content it is made from; empty: its own.
        copies: the copies (liên) it is printed in with the words that name each; empty: only one.
        on_demand: states of a dossier in which it is made when somebody asks for it, of what holds
            at that moment; empty: it is made by a move, a slip or another use case.
        marks_reprints: whether a second print says that it is one.
        is_unseen: whether the law's own layout was not seen, so that the house's stands in for it.
        is_draft: whether a content is of nothing stored yet and is marked so on every print.
        own_mark: the mark of a content that takes the place of an earlier one: its first print is
            no reprint of that one; empty for others.
        setting: the key of the setting in which it says how it prints otherwise than its paper;
            empty: always as its paper. What the setting may name stands in
            `print_settings.FORM_PARTS`.
        paper_settings: papers on which it has another such setting.
        paper_names: papers on which it is called otherwise.
        attachment: the file that goes inside its PDF; None: there is none.
    """

    code: str
    name: str
    subject: Subject
    layouts: Mapping[Paper, Layout]
    content: type = NoContent
    content_from: Callable[[FormFacts], object] | None = None
    sets: tuple[FormSet, ...] = ()
    series: str | None = None
    series_setting: str = ""
    content_of: str = ""
    copies: Mapping[Copy, str] = field(default_factory=dict)
    on_demand: frozenset[DossierState] = frozenset()
    marks_reprints: bool = True
    is_unseen: bool = False
    is_draft: Callable[[Any], bool] = _never
    own_mark: Callable[[Any], str] = _unmarked
    setting: str = ""
    paper_settings: Mapping[Paper, str] = field(default_factory=dict)
    paper_names: Mapping[Paper, str] = field(default_factory=dict)
    attachment: Callable[[Any], Attachment] | None = None

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers it is offered on, the most usual first."""
        return tuple(self.layouts)

    @property
    def content_form(self) -> str:
        """The code under which its content is stored."""
        return self.content_of or self.code

    def symbol(self, settings: Settings) -> str | None:
        """The symbol of its series at this office; None if its papers carry no such number."""
        own = getattr(settings, self.series_setting) if self.series_setting else ""
        return own or self.series

    def frozen(self, facts: FormFacts) -> bytes:
        """Its content as it is stored, of these facts."""
        if self.content_from is None:
            raise ValueError(f"{self.code} has no content of its own")
        return self.to_json(self.content_from(facts))

    def to_json(self, content: object) -> bytes:
        """`content` as it is stored."""
        return kept.to_json(content)

    def from_json(self, stored: bytes | str) -> Any:  # noqa: ANN401 - a value of `content`
        """The content that was stored.

        Raises:
            ContentUnreadable: it is damaged, or another form's.
        """
        return kept.from_json(stored, self.content)

    def render(
        self, stored: bytes | str, *, paper: str, copy_number: int, is_practice: bool = False
    ) -> Rendered:
        """A print of stored content: `copy_number` 1 is the first, n is marked as reprint n - 1.

        Every print of a practice office (`is_practice`) is marked as such.

        Raises:
            PaperNotOffered: no such paper, or the form has no layout for it.
            ContentUnreadable: the stored content is damaged.
        """
        offered = self.offered(paper)
        return self.draw(
            [self.from_json(stored)],
            offered,
            CopyMark(reprint=copy_number - 1, is_practice=is_practice),
        )

    def preview(self, content: object, *, paper: str, is_practice: bool = False) -> Rendered:
        """One copy of a content that nobody has stored yet, marked as such.

        Raises:
            PaperNotOffered: as for `render`.
        """
        return self.draw([content], self.offered(paper), replace(PREVIEW, is_practice=is_practice))

    def draw(
        self, contents: Iterable[object], paper: Paper, copy: CopyMark = FIRST_PRINT
    ) -> Rendered:
        """Several contents in one file, each in the copies that are asked for."""
        layout = self.layouts[paper]
        attached = self.attachment
        drawn = list(contents) if attached else contents
        return document(
            self.paper_names.get(paper, self.name),
            (layout(content, self._mark(content, paper, copy)) for content in drawn),
            self._copy_names(paper, copy),
            is_side_by_side=paper is Paper.A4X2,
            is_practice=copy.is_practice,
            attachments=[attached(content) for content in drawn] if attached else (),
        )

    def offered(self, paper: str) -> Paper:
        """`paper`, if the form is made on it.

        Raises:
            PaperNotOffered: no such paper, or the form has no layout for it.
        """
        if paper not in self.layouts:
            raise PaperNotOffered(paper=paper, form=self.code, offered=", ".join(self.layouts))
        return Paper(paper)

    def copies_on(self, paper: str) -> int:
        """How many copies follow each other in one print on `paper`; side by side counts as one."""
        return 1 if paper in STRIPS or paper == Paper.A4X2 else max(1, len(self.copies))

    def setting_on(self, paper: str) -> str:
        """The setting in which it says how it prints on `paper`; empty if it has none."""
        return self.paper_settings.get(Paper(paper), self.setting)

    def usual_paper(self, settings: Settings) -> str:
        """The paper it goes on when nobody says which.

        That is what its own setting names, else the office's usual paper where the form is offered
        on it, else its own first.
        """
        own = read_own(self.setting, getattr(settings, self.setting)) if self.setting else {}
        wanted = str(own.get("paper", settings.paper))
        return wanted if wanted in self.layouts else self.papers[0].value

    def profile(self, settings: Settings, paper: str) -> PrintProfile:
        """How it goes to its printer on `paper`: its own way where it has one, else its paper's."""
        return own_profile(settings, self.setting_on(paper), paper)

    def _mark(self, content: object, paper: Paper, copy: CopyMark) -> str:
        if copy.is_practice and paper is Paper.LABEL:
            return PRACTICE_MARK  # there is room for no more
        mark = reprint_mark(copy.reprint) if self.marks_reprints else ""
        if copy.is_preview or self.is_draft(content):
            mark = PREVIEW_MARK
        practice = PRACTICE_MARK if copy.is_practice else ""
        return " – ".join(filter(None, (practice, self.own_mark(content), mark)))

    def _copy_names(self, paper: Paper, copy: CopyMark) -> list[str]:
        wanted = (Copy.GIVEN,) if paper in STRIPS else copy.copies
        names = [name for one, name in self.copies.items() if one in wanted]
        return names or [*self.copies.values()][:1] or [""]
