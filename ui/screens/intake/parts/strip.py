"""A tinted strip that says something and offers what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import px
from ui.tips import on_button, set_tip
from ui.widgets.text.plain import plain_label


@dataclass(frozen=True, slots=True)
class StripAction:
    """A button of a strip.

    Attributes:
        words: what the button says.
        do: what it does.
        tip: the whole text where `words` are short for it.
        spoken: what a screen reader says where it is not `words`.
        drop: what the second Delete on it does; None where nothing can be dropped.
        asks: what the button says after the first Delete, or click on the cross beside it.
        drops: what the cross beside the button is for, for screen readers.
    """

    words: str
    do: Callable[[], object]
    tip: str = ""
    spoken: str = ""
    drop: Callable[[], object] | None = None
    asks: str = ""
    drops: str = ""


@dataclass(frozen=True, slots=True)
class StripLook:
    """How a strip is arranged.

    Attributes:
        kind: its tint: ``info``, ``warning`` or ``problem``.
        margins: around it.
        spacing: between label and buttons; -1 for what the style says.
        most: how many buttons there can be.
        face: the buttons' name in the style sheet; empty for an ordinary button.
        wraps: the text takes the room there is and wraps; else the buttons follow it.
        is_list: the buttons stand below each other, each cut to the width less `aside`.
        aside: pixels at 100 % that the buttons of a list leave free.
        takes_enter: Enter presses the button that has the keyboard.
        takes_focus: the buttons can have the keyboard at all.
        has_crosses: beside each button stands a cross that drops it.
    """

    kind: str
    margins: tuple[int, int, int, int] = (10, 6, 10, 6)
    spacing: int = -1
    most: int = 1
    face: str = "link"
    wraps: bool = True
    is_list: bool = False
    aside: int = 0
    takes_enter: bool = False
    takes_focus: bool = True
    has_crosses: bool = False


class Strip(QWidget):
    """Hidden while it has nothing to say and nothing to offer.

    Args:
        look: how it is arranged.
        undo: a link beside the text of a list; hidden until `show_undo`.
    """

    def __init__(
        self, look: StripLook, undo: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", look.kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._actions: tuple[StripAction, ...] = ()
        self._sentence = ""
        self._said = plain_label("", "stripText", wraps=look.wraps)
        self._more = plain_label("", "small", wraps=False)
        self._undo = undo
        self._head: QBoxLayout | None = None
        self.buttons = [self._button(nth) for nth in range(look.most)]
        self.crosses = [self._cross(button) for button in self.buttons if look.has_crosses]
        self._arrange()
        self.hide()

    @property
    def words(self) -> str:
        """What it says, with the words of its buttons where they go on with the sentence."""
        if self._look.wraps:
            return self._said.text()
        links = [button.text() for button in self.buttons if not button.isHidden()]
        return " ".join([self._said.text(), *links, self._more.text()]).rstrip()

    def show_all(self, words: str, actions: Sequence[StripAction] = (), more: str = "") -> None:
        """Say `words` and offer `actions`; neither of them hides the strip.

        Args:
            words: the sentence.
            actions: what can be done; beyond the look's `most` they are not offered.
            more: says that there are others, or which; stands behind the buttons.
        """
        self._actions = tuple(actions[: self._look.most])
        self._sentence = words
        self._said.setText(words)
        self._said.setVisible(bool(words) or not self._look.is_list)
        self.say_more(more)
        if self._undo is not None:
            self._undo.hide()
        for nth, button in enumerate(self.buttons):
            button.show_action(self._actions[nth] if nth < len(self._actions) else None)
        for cross, action in zip_longest(self.crosses, self._actions[: len(self.crosses)]):
            cross.setVisible(action is not None and action.drop is not None)
            cross.setAccessibleName(action.drops if action else "")
            set_tip(cross, action.drops if action else "")
        self.setVisible(bool(words) or bool(self._actions))
        self._fit()

    def set_wraps(self, *, wraps: bool) -> None:
        """Whether the text takes the room there is and wraps; the buttons follow it else."""
        row = self.layout()
        assert isinstance(row, QBoxLayout)  # noqa: S101 - as it was arranged
        self._said.setWordWrap(wraps)
        own, usual = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        policy = QSizePolicy(own if wraps else usual, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self._said.setSizePolicy(policy)
        row.setStretch(0, int(wraps))
        row.setStretch(row.count() - 1, int(not wraps))

    def say_more(self, more: str) -> None:
        """Say that there are others, or which, behind the buttons."""
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def show_first(self, count: int) -> None:
        """Show the first `count` of the actions offered; the others only answer to `press`."""
        for nth, button in enumerate(self.buttons):
            is_shown = nth < min(count, len(self._actions))
            button.setVisible(is_shown)
            if self.crosses:
                self.crosses[nth].setVisible(is_shown and self._actions[nth].drop is not None)

    def width_with(self, count: int) -> int:
        """How wide a row is with its text, the first `count` buttons and what stands behind."""
        parts: list[QWidget] = [self._said, *self.buttons[:count], *self.crosses[:count]]
        if self._more.text():
            parts.append(self._more)
        if self._said.wordWrap():
            parts.remove(self._said)
        left, _, right, _ = self._look.margins
        gaps = self._look.spacing * len(parts)
        for part in parts:
            part.ensurePolished()  # what was never shown does not know its least size yet
        return sum(part.sizeHint().width() for part in parts) + gaps + left + right

    def show_undo(self) -> None:
        """Offer to take back what the text says was done."""
        if self._undo is not None:
            self._undo.show()

    def press(self, nth: int) -> bool:
        """Do the action at `nth`; False if there is none."""
        if nth >= len(self._actions):
            return False
        self._actions[nth].do()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a list a button's words end in "…" where they are too long; the tip is whole."""
        if not self._look.is_list:
            return
        self._place_undo()
        room = self.width() - px(self._look.aside)
        for button, action in zip(self.buttons, self._actions, strict=False):
            cut = button.fontMetrics().elidedText(action.words, Qt.TextElideMode.ElideRight, room)
            button.say(cut)

    def _place_undo(self) -> None:
        """Beside the text, or below it where a word of the text would be cut."""
        if self._head is None or self._undo is None:
            return
        metrics = self._said.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._sentence.split()), default=0)
        left, _, right, _ = self._look.margins
        beside = longest + self._undo.sizeHint().width() + self._head.spacing() + left + right
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if beside <= self.width() else ways.TopToBottom)

    def _button(self, nth: int) -> "_StripButton":
        made = _StripButton(takes_enter=self._look.takes_enter)
        if self._look.face:
            made.setObjectName(self._look.face)
        if not self._look.takes_focus:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: made.ask_or_drop() if made.is_asking else self.press(nth))
        return made

    def _cross(self, button: "_StripButton") -> QPushButton:
        made = QPushButton("×")
        made.setObjectName("cross")
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Delete

        def pressed() -> None:
            for other in self.buttons:
                if other is not button:
                    other.forget_question()
            button.ask_or_drop()

        made.clicked.connect(pressed)
        return made

    def _arrange(self) -> None:
        look = self._look
        row: QBoxLayout = QVBoxLayout(self) if look.is_list else QHBoxLayout(self)
        row.setContentsMargins(*look.margins)
        row.setSpacing(look.spacing)
        if self._undo is not None:
            self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            self._head.addWidget(self._said, 1)
            self._head.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(self._head)
        else:
            row.addWidget(self._said, 1 if look.wraps else 0)
        single = look.wraps and not look.is_list and look.face == "link"
        side = Qt.AlignmentFlag.AlignTop if single else Qt.AlignmentFlag(0)
        for nth, button in enumerate(self.buttons):
            row.addWidget(button, 0, side)
            if self.crosses:
                row.addWidget(self.crosses[nth])
        row.addWidget(self._more)
        if not look.wraps and not look.is_list:
            row.addStretch(1)


_LEAST_BUTTON = 120
"""Pixels at 100 % for one button, whose words end in "…" in less than they need."""


class RowStrip(Strip):
    """In one row a text, the buttons there is room for, and how many others there are."""

    def __init__(self, look: StripLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._offered: tuple[StripAction, ...] = ()
        self._is_cut = False

    def rest_words(self, rest: int) -> str:
        """What stands behind the buttons where `rest` others are not shown."""
        raise NotImplementedError

    def show_row(self, words: str, actions: Sequence[StripAction]) -> None:
        """Say `words` and offer the first of `actions`; neither of them hides the strip."""
        self._offered = tuple(actions)
        self.show_all(words, self._offered)
        self._share()

    def minimumSizeHint(self) -> QSize:
        high = super().minimumSizeHint().height()
        return QSize(self.width_with(0) + px(_LEAST_BUTTON), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()

    def _share(self) -> None:
        """Show the first buttons that fit; the words of one alone end in "…" where they must."""
        if self._is_cut:
            self._is_cut = False
            self.buttons[0].say(self._offered[0].words if self._offered else "")
        shown = min(len(self._offered), len(self.buttons))
        self._say_rest(shown)
        while shown > 1 and self.width_with(shown) > self.width():
            shown -= 1
            self._say_rest(shown)
        self.show_first(shown)
        lacking = self.width_with(shown) - self.width()
        if shown == 1 and lacking > 0 and self.isVisible():
            self._is_cut = True
            words, metrics = self._offered[0].words, self.buttons[0].fontMetrics()
            room = metrics.horizontalAdvance(words) - lacking
            self.buttons[0].say(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        row = self.layout()
        assert row is not None  # noqa: S101 - arranged when it was made
        row.activate()  # in one step: no button stands in the place of a former for a moment

    def _say_rest(self, shown: int) -> None:
        rest = len(self._offered) - shown
        self.say_more(self.rest_words(rest) if rest > 0 else "")


class _StripButton(QPushButton):
    """A button of a strip; Delete asks once more on the button itself, a second Delete drops."""

    def __init__(self, *, takes_enter: bool) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self._takes_enter = takes_enter
        self._action: StripAction | None = None
        self._is_asking = False

    def say(self, words: str) -> None:
        """Bear `words`, as they are."""
        self.setText(on_button(words))

    def show_action(self, action: StripAction | None) -> None:
        """Stand for `action`, or hide."""
        self._action = action
        self._is_asking = False
        self.setMinimumWidth(0)
        self.setVisible(action is not None)
        if action is not None:
            self.say(action.words)
            self.setAccessibleName(action.spoken)
            set_tip(self, action.tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes_enter and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.forget_question()
                self.click()
        elif event.key() == Qt.Key.Key_Delete and self._action and self._action.drop:
            self.ask_or_drop()
        else:
            self.forget_question()
            super().keyPressEvent(event)

    @property
    def is_asking(self) -> bool:
        """Whether it asks to be clicked once more to drop what it stands for."""
        return self._is_asking

    def forget_question(self) -> None:
        """Say again what the button is for."""
        if self._is_asking and self._action:
            self._is_asking = False
            self.setMinimumWidth(0)
            self.say(self._action.words)

    def ask_or_drop(self) -> None:
        """Ask on the button itself; the second time drop."""
        action = self._action
        if action is None or action.drop is None:
            return
        if self._is_asking:
            action.drop()
            return
        self._is_asking = True
        self.setMinimumWidth(self.width())  # the cross stays where it was clicked
        self.say(action.asks)
