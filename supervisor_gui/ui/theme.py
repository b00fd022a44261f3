"""The two looks as records of colours, and how one is put on the application. It draws nothing itself."""

from typing import Literal

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from supervisor_gui.ui.link_words import Freshness

Choice = Literal["light", "dark", "system"]

BOXED = ("QCheckBox", "QRadioButton", "QMenu")
"""Classes of widgets that have boxes to tick; none of them fills anything with the window's colour."""


class Tones(msgspec.Struct, frozen=True):
    """One tone a state; red is for broken limits alone.

    Attributes:
        idle, ringing, talking, paused, offline, other: Agents' states.
        limit: A limit that is broken.
        warn: A limit that is near.
    """

    idle: str
    ringing: str
    talking: str
    paused: str
    offline: str
    other: str
    limit: str
    warn: str


class Theme(msgspec.Struct, frozen=True):
    """All colours of one look, as `#rrggbb`.

    Attributes:
        name: "light" or "dark"; an aged look keeps its name.
        page, surface, pill, selected, alarm: Backgrounds, from the window to a broken limit's tile.
        border, line: Frames, and rules between rows.
        text, muted, accent, on_accent: Words, secondary words, links and focus, words on the accent.
        marks: Tones of shapes and bars, at least 3:1 on every background.
        words: Tones of coloured text, at least 4.5:1 on every background.
        level: How old what is shown is; FRESH is the plain look.
    """

    name: str
    page: str
    surface: str
    pill: str
    selected: str
    alarm: str
    border: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    marks: Tones
    words: Tones
    level: Freshness = Freshness.FRESH

    @property
    def backgrounds(self) -> tuple[str, ...]:
        """Every colour that words and marks may stand on."""
        return self.page, self.surface, self.pill, self.selected, self.alarm

    def aged(self, level: Freshness) -> "Theme":
        """This look for figures that are old: DIM fades words and marks, GREY takes all hue away."""
        if level in {Freshness.FRESH, Freshness.NEVER} or self.level is level:
            return self
        if level is Freshness.DIM:
            return _mixed(self, self.surface, 0.32, level)
        flat = msgspec.structs.replace(self, surface=_mix(self.surface, self.page, 0.75), selected=self.pill)
        return _mixed(_mixed(flat, self.muted, 0.88, level), flat.surface, 0.25, level)


LIGHT = Theme(
    name="light",
    page="#F3F5F8",
    surface="#FFFFFF",
    pill="#E9EDF2",
    selected="#E4F0FB",
    alarm="#FDEAE2",
    border="#D5DBE2",
    line="#E6EAEF",
    text="#18212C",
    muted="#525E6B",
    accent="#0B57A4",
    on_accent="#FFFFFF",
    marks=Tones(
        idle="#008A64",
        ringing="#388BC4",
        talking="#0061A0",
        paused="#8F5900",
        offline="#68737F",
        other="#68737F",
        limit="#C44900",
        warn="#8F5900",
    ),
    words=Tones(
        idle="#00664A",
        ringing="#0F6494",
        talking="#0A5490",
        paused="#7A5000",
        offline="#56616D",
        other="#56616D",
        limit="#A63C00",
        warn="#7A5000",
    ),
)

DARK = Theme(
    name="dark",
    page="#11161B",
    surface="#1B2128",
    pill="#2A323B",
    selected="#203850",
    alarm="#3D2019",
    border="#333D47",
    line="#29313A",
    text="#E9EDF1",
    muted="#A9B4BF",
    accent="#7CBAF8",
    on_accent="#0D141B",
    marks=Tones(
        idle="#17A67F",
        ringing="#6CC2F2",
        talking="#4496DC",
        paused="#D18F0A",
        offline="#8793A0",
        other="#8793A0",
        limit="#F4683A",
        warn="#D18F0A",
    ),
    words=Tones(
        idle="#4CD0A6",
        ringing="#7CC7F2",
        talking="#7DB9F0",
        paused="#F0B84A",
        offline="#A9B4BF",
        other="#A9B4BF",
        limit="#FF9A73",
        warn="#F0B84A",
    ),
)


def resolve(choice: str, app: QApplication) -> Theme:
    """The look for a setting: "light", "dark", or what the desktop uses for "system"."""
    if choice == "system":
        return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Put `theme` on the whole application: Fusion style, palette, one style sheet, digits of one width."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    font = app.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    sheet = style_sheet(theme)
    if app.styleSheet() == sheet:
        return  # the desktop tells a change of looks more than once, and each would polish every widget
    app.setPalette(palette(theme))
    for kind in BOXED:
        app.setPalette(_boxed(theme), kind)  # type: ignore[arg-type]  # the stubs want bytes, PySide takes none
    app.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Qt's palette made of the record."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = (
        (role.Window, theme.page),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.page),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.words.limit),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.border),
        (role.Midlight, theme.line),
        (role.Mid, theme.border),
        (role.Dark, theme.border),
        (role.Shadow, theme.border),
    )
    for which, colour in pairs:
        made.setColor(which, QColor(colour))
    faint = QColor(_mix(theme.text, theme.surface, 0.55))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faint)
    return made


def _boxed(theme: Theme) -> QPalette:
    """The palette of widgets with boxes to tick, whose frames must be seen.

    Fusion makes the frame of a box from the window's colour, 1.4 times as dark and then 1.1 times as light.
    """
    made = palette(theme)
    made.setColor(QPalette.ColorRole.Window, QColor(theme.marks.offline).lighter(round(140 / 1.1)))
    return made


def style_sheet(theme: Theme) -> str:
    """The application's one style sheet; everything on the board itself is painted, not styled."""
    return f"""
QToolTip {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border}; padding: 4px; }}
QFrame#rail {{ background: {theme.pill}; border: none; border-right: 1px solid {theme.border}; }}
QFrame#rail QToolButton {{ border: none; border-radius: 8px; color: {theme.muted}; padding: 4px 0; }}
QFrame#rail QToolButton:hover {{ background: {theme.surface}; }}
QFrame#rail QToolButton:checked {{ background: {theme.selected}; color: {theme.accent}; font-weight: bold; }}
QFrame#rail QToolButton:focus {{ border: 2px solid {theme.accent}; }}
QFrame#topLine {{ background: {theme.surface}; border: none; border-bottom: 1px solid {theme.border}; }}
QLabel#profileTitle {{ font-weight: bold; }}
QLabel#demoMark {{ background: {theme.accent}; color: {theme.on_accent}; border-radius: 4px; padding: 2px 8px;
    font-weight: bold; }}
QLabel#agePill, QLabel#nextPill {{ background: {theme.pill}; color: {theme.text}; border-radius: 11px;
    padding: 4px 12px; }}
QLabel#agePill[level="fresh"] {{ color: {theme.words.idle}; }}
QLabel#agePill[level="dim"] {{ color: {theme.words.warn}; font-weight: bold; }}
QLabel#agePill[level="grey"], QLabel#agePill[level="never"] {{ background: {theme.muted}; color: {theme.surface};
    font-weight: bold; }}
QStatusBar {{ background: {theme.surface}; border-top: 1px solid {theme.border}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {theme.muted}; padding: 0 8px; }}
QStatusBar QLabel#encryption, QStatusBar QLabel#advice {{ color: {theme.text}; font-weight: bold; }}
QFrame#batchPanel {{ background: {theme.selected}; border: none; border-top: 1px solid {theme.border}; }}
QFrame#callsBand {{ background: {theme.surface}; border: none; border-top: 1px solid {theme.border}; }}
QFrame#boardPanel, QFrame#limitsPopup {{ background: {theme.surface}; border: 1px solid {theme.border};
    border-radius: 8px; }}
QFrame#actionBar {{ background: {theme.selected}; border: none; }}
QScrollArea#cardColumn, QWidget#cardColumnBody {{ background: transparent; border: none; }}
QLineEdit, QPlainTextEdit, QListWidget, QTableWidget {{ background: {theme.surface}; color: {theme.text};
    border: 1px solid {theme.border}; border-radius: 4px; padding: 3px 6px; }}
QLineEdit:focus, QPlainTextEdit:focus, QListWidget:focus, QTableWidget:focus {{ border-color: {theme.accent}; }}
QListWidget#offers {{ padding: 3px; }}
QSpinBox, QDoubleSpinBox, QComboBox {{ min-height: 18px; }}
QSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit {{ border: none; padding: 0 2px; }}
QLabel#panelTitle {{ font-weight: bold; }}
QFrame#boardPanel QListView {{ background: {theme.surface}; border: none; padding: 8px; }}
QFrame#boardPanel QHeaderView::section {{ background: {theme.surface}; color: {theme.muted}; border: none;
    border-bottom: 1px solid {theme.border}; padding: 4px 8px; }}
QFrame#boardPanel QHeaderView::section:hover {{ color: {theme.accent}; }}
{_button_style(theme)}"""


def _button_style(theme: Theme) -> str:
    """Buttons, and the lines that stand beside them: one height, one frame, a thicker one for the keyboard."""
    places = ("boardPanel", "actionBar", "dialBar", "callsBand")

    def buttons(state: str = "") -> str:
        return ", ".join([*(f"QFrame#{place} QToolButton{state}" for place in places), f"QPushButton{state}"])

    def lines(state: str = "") -> str:
        return ", ".join(f"QFrame#{place} QLineEdit{state}" for place in ("boardPanel", "dialBar", "transferBar"))

    return f"""
{buttons()} {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border};
    border-radius: 6px; padding: 4px 10px; }}
{buttons("[popupMode='2']")} {{ padding-right: 20px; }}
{buttons("::menu-indicator")} {{ subcontrol-origin: padding; subcontrol-position: right center; right: 5px; }}
QFrame#dialBar QToolButton {{ padding: 3px 2px 3px 7px; }}
QFrame#dialBar QToolButton#moreButton {{ padding: 3px 4px; }}
QPushButton {{ min-width: 60px; }}
{buttons(":hover")} {{ border-color: {theme.accent}; }}
{buttons(":pressed")} {{ background: {theme.pill}; }}
{buttons(":checked")} {{ background: {theme.selected}; border: 1px solid {theme.accent}; }}
QPushButton:default {{ border-color: {theme.accent}; }}
{buttons(":focus")} {{ border: 2px solid {theme.accent}; padding: 3px 9px; }}
{buttons("[popupMode='2']:focus")} {{ padding-right: 19px; }}
QFrame#dialBar QToolButton:focus {{ padding: 2px 1px 2px 6px; }}
QFrame#dialBar QToolButton#moreButton:focus {{ padding: 2px 3px; }}
{buttons(":disabled")} {{ color: {_mix(theme.text, theme.surface, 0.55)}; border-color: {theme.line}; }}
{lines()} {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border};
    border-radius: 6px; padding: 4px 8px; }}
{lines(":focus")} {{ border: 2px solid {theme.accent}; padding: 3px 7px; }}
QPushButton#partyLink {{ background: transparent; color: {theme.accent}; border: none; padding: 4px 6px;
    text-align: left; }}
QPushButton#partyLink:hover {{ text-decoration: underline; }}
QPushButton#partyLink:focus {{ border: 2px solid {theme.accent}; padding: 2px 4px; }}
QPushButton#partyLink:disabled {{ color: {theme.text}; }}
"""


def _mixed(theme: Theme, towards: str, share: float, level: Freshness) -> Theme:
    """`theme` with its words and marks moved towards one colour."""
    marks = {name: _mix(getattr(theme.marks, name), towards, share) for name in Tones.__struct_fields__}
    words = {name: _mix(getattr(theme.words, name), towards, share) for name in Tones.__struct_fields__}
    return msgspec.structs.replace(
        theme,
        text=_mix(theme.text, towards, share),
        muted=_mix(theme.muted, towards, share / 3),
        alarm=_mix(theme.alarm, theme.surface, share),
        marks=Tones(**marks),
        words=Tones(**words),
        level=level,
    )


def _mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` of `other` in it."""
    one, two = int(colour[1:], 16), int(other[1:], 16)
    parts = [round(((one >> shift) & 255) * (1 - share) + ((two >> shift) & 255) * share) for shift in (16, 8, 0)]
    return "#{:02X}{:02X}{:02X}".format(*parts)
