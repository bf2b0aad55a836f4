"""How the window looks: colours, fonts and sizes, in a light and a dark set, at any text scale.

For every screen:

- `new_application(name)` makes the application; `apply_theme(app, name, scale)` sets palette,
  font and style sheet and may be called again at any time: every widget follows.
- `tokens(widget)` gives the colours in force; `tokens(widget).shade(Tone.OVERDUE)` ink, tint and
  shape of a status. Ask when painting, never at construction: the theme can change.
- `px(12)` scales a length of the sketches (4-point grid) to the text scale in force.
- `ui.icons`: Lucide icons in any colour. `ui.style_sheet`: what each object name looks like.

Palette roles: Window ground, Base surface, AlternateBase tint, Text and WindowText ink,
PlaceholderText quiet, Mid line, Highlight accent, HighlightedText on it, BrightText warning ink,
Link accent.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources
from ui.garbage import GuiGarbage
from ui.style_sheet import style_sheet
from ui.tokens import DARK, LIGHT, Shade, Tokens, Tone

__all__ = [
    "Shade",
    "Tokens",
    "Tone",
    "apply_theme",
    "body_font",
    "colour",
    "font",
    "new_application",
    "px",
    "repolish",
    "set_look",
    "text_height",
    "text_scale",
    "tokens",
]

FAMILY = "Be Vietnam Pro"
BODY_POINTS = 10.0
_FACES = ("Regular", "SemiBold", "Bold")
_LOADED = "motcuaFontsLoaded"
_IS_FUSION = "motcuaIsFusion"
# importlib.resources would cost more than the fonts themselves before the first paint.
_FONTS = Path(resources.__file__).parent / "fonts"


THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def new_application(name: str) -> QApplication:
    """The application, in Fusion from the start: setting the style later loads all of QStyle.

    From here on garbage is collected on its thread only (`ui.garbage`).
    """
    app = QApplication([name, "-style", "fusion"])
    app.setProperty(_IS_FUSION, True)
    GuiGarbage(app)
    return app


def apply_theme(app: QApplication, name: str = "light", scale: int = 100) -> None:
    """Dress the whole program.

    A look already in force is left alone, as each redress visits every widget alive.

    Args:
        app: the application.
        name: ``light`` or ``dark``.
        scale: text size in percent, 100 to 200.
    """
    theme = THEMES[name]
    sheet = style_sheet(theme, scale / 100)
    if app.styleSheet() == sheet:
        return
    _load_fonts(app)
    if app.styleSheet():
        # A sheet in force keeps the former palette on every widget it has dressed.
        app.setStyleSheet("")
    if not app.property(_IS_FUSION):
        app.setStyle("Fusion")
        app.setProperty(_IS_FUSION, True)
    app.setFont(body_font(scale))
    app.setPalette(_palette(theme))
    app.setStyleSheet(sheet)


def tokens(widget: QWidget) -> Tokens:
    """The colours in force for `widget`.

    The program's palette decides: a widget's own may hold what its style sheet made of it.
    """
    ground = QApplication.palette(widget).color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def px(length: float) -> int:
    """A length of the sketches in pixels at the text scale in force."""
    return round(length * text_scale())


def text_scale() -> float:
    """The text scale in force, 1.0 to 2.0."""
    return QApplication.font().pointSizeF() / BODY_POINTS


def body_font(scale: int = 100) -> QFont:
    """The font of running text at `scale` percent."""
    font = QFont(FAMILY)
    font.setPointSizeF(BODY_POINTS * scale / 100)
    return font


def font(points: float = BODY_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font of the window for painting, `points` at 100 %."""
    made = QFont(FAMILY)
    made.setPointSizeF(points * text_scale())
    made.setWeight(weight)
    return made


@lru_cache(maxsize=256)
def text_height(face: QFont, text: str, width: int, flags: int) -> int:
    """How high `text` stands in `width` pixels; layouts ask the same several times over."""
    return QFontMetrics(face).boundingRect(QRect(0, 0, width, 10_000), flags, text).height()


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A token as a colour, `alpha` 0 to 1."""
    made = QColor(value)
    made.setAlphaF(alpha)
    return made


def _load_fonts(app: QApplication) -> None:
    if app.property(_LOADED):
        return
    app.setProperty(_LOADED, True)
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(_FONTS / f"BeVietnamPro-{face}.ttf"))


def _palette(theme: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.tint,
        role.Text: theme.ink,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.BrightText: theme.due_soon.ink,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.surface,
        role.Accent: theme.accent,
    }
    palette = QPalette()
    for which, value in colours.items():
        palette.setColor(which, QColor(value))
    off = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, which, QColor(theme.edge))
    return palette


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Give `widget` a property the style sheet tells looks apart by; it looks again at another."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at `widget`'s properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
