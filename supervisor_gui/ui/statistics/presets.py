"""The line above everything: which days, against which, and what can be done with them. It decides nothing."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.reports.request import ONE_DAY_VIEWS, Preset, ReportRequest
from supervisor_gui.ui import plain
from supervisor_gui.ui.statistics.pills import pill
from supervisor_gui.ui.statistics.wrapping import WrapLayout

PRESETS = tuple(Preset)


class PresetBar(QWidget):
    """Periods as buttons, the comparison as a switch.

    Signals:
        preset_chosen(object): A Preset that has a name.
        range_wanted(): Other days are to be asked for.
        compare_toggled(bool): Whether the period before is wanted beside.
    """

    preset_chosen = Signal(object)
    range_wanted = Signal()
    compare_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: ReportRequest | None = None
        self._line = WrapLayout(self)
        self._group = QButtonGroup(self)
        self.buttons = {preset: pill("preset") for preset in PRESETS}
        for number, button in enumerate(self.buttons.values()):
            self._group.addButton(button, number)
            self._line.addWidget(button)
        self.compare = pill()
        self._line.addWidget(self.compare)
        self._group.buttonClicked.connect(self._on_clicked)
        self.compare.clicked.connect(self.compare_toggled)

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._line.add_right(widget)

    def show_request(self, asked: ReportRequest) -> None:
        """Show what is asked for."""
        self._asked = asked
        self.buttons[asked.period.preset].setChecked(True)
        self.compare.setChecked(asked.compare)
        # The views of one day compare nothing: a button that does nothing is a riddle.
        self.compare.setVisible(asked.view not in ONE_DAY_VIEWS)
        self._show_compare()

    def popup_place(self) -> QPoint:
        """Where the dates are asked for: below their button, in points of the screen."""
        button = self.buttons[Preset.RANGE]
        return button.mapToGlobal(button.rect().bottomLeft())

    def retranslate(self) -> None:
        """Take today's language."""
        words = {
            Preset.TODAY: translate("StatisticsPage", "Today"),
            Preset.YESTERDAY: translate("StatisticsPage", "Yesterday"),
            Preset.THIS_WEEK: translate("StatisticsPage", "This week"),
            Preset.LAST_WEEK: translate("StatisticsPage", "Last week"),
            Preset.THIS_MONTH: translate("StatisticsPage", "This month"),
            Preset.LAST_MONTH: translate("StatisticsPage", "Last month"),
            Preset.RANGE: translate("StatisticsPage", "Range…"),
        }
        for preset, button in self.buttons.items():
            button.setText(words[preset])
            button.setAccessibleName(words[preset])
        tip = translate("StatisticsPage", "Shows the period before it, dotted, and what changed since.")
        self.compare.setToolTip(plain.tooltip(tip))
        self._show_compare()

    def _show_compare(self) -> None:
        if self._asked is not None:
            words = _against(self._asked)
            self.compare.setText(words)
            self.compare.setAccessibleName(words)

    def _on_clicked(self, button: QAbstractButton) -> None:
        preset = PRESETS[self._group.id(button)]
        if self._asked is not None:
            self.show_request(self._asked)
        if preset is Preset.RANGE:
            self.range_wanted.emit()
        else:
            self.preset_chosen.emit(preset)


def _against(asked: ReportRequest) -> str:
    """Which period is the one before."""
    days = asked.period.days
    if asked.period.preset is Preset.RANGE:
        if days == 1:
            return translate("StatisticsPage", "vs the day before")
        return translate("StatisticsPage", "vs the %n days before", None, days)
    words = {
        Preset.TODAY: translate("StatisticsPage", "vs yesterday"),
        Preset.YESTERDAY: translate("StatisticsPage", "vs the day before"),
        Preset.THIS_WEEK: translate("StatisticsPage", "vs last week"),
        Preset.LAST_WEEK: translate("StatisticsPage", "vs the week before"),
        Preset.THIS_MONTH: translate("StatisticsPage", "vs last month"),
        Preset.LAST_MONTH: translate("StatisticsPage", "vs the month before"),
    }
    return words[asked.period.preset]
