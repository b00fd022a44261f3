"""The statistics page put together: choices become a request, what comes is a report. It asks and counts nothing."""

from collections.abc import Sequence
from datetime import date

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from supervisor_gui.history.backfill_values import BackfillProgress
from supervisor_gui.i18n import translate
from supervisor_gui.reports.request import Group, Preset, ReportRequest, View
from supervisor_gui.reports.values import Chart, Report, Table
from supervisor_gui.ui import plain
from supervisor_gui.ui.charts.picture_view import PictureView
from supervisor_gui.ui.file_page import FilePage
from supervisor_gui.ui.statistics import looks, wishes
from supervisor_gui.ui.statistics.halves import Halves
from supervisor_gui.ui.statistics.notes_line import NotesLine
from supervisor_gui.ui.statistics.picture_bar import PictureBar
from supervisor_gui.ui.statistics.presets import PresetBar
from supervisor_gui.ui.statistics.range_popup import RangePopup
from supervisor_gui.ui.statistics.table_view import TablePanel
from supervisor_gui.ui.statistics.tiles import TileStrip
from supervisor_gui.ui.theme import Theme
from supervisor_gui.ui.widgets.ink import Ink
from supervisor_gui.ui.widgets.key_button import KeyButton

UNKNOWN_DAY = date(2000, 1, 1)
"""Before anybody told what day it is; nothing is asked for then."""


class StatisticsView(FilePage):
    """The page.

    Signals, besides those of every page with files:
        wished(object): A ReportRequest, whenever it is another one than before; the first one with `set_today`.
        pause_wanted(bool): Filling the history is to rest, or to go on.
        cancel_wanted(): Filling the history is to end.
    """

    wished = Signal(object)
    pause_wanted = Signal(bool)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = wishes.Choices()
        self._today = UNKNOWN_DAY
        self._told: ReportRequest | None = None
        self._report: Report | None = None
        self.presets = PresetBar()
        self.range_popup = RangePopup(self)
        self.copy_action = QAction(self)
        self.copy_button = KeyButton(self.copy_action)
        self.tiles = TileStrip()
        self.bar = PictureBar()
        self.picture = PictureView()
        self.table = TablePanel()
        self.notes = NotesLine()
        self.keyboard.watch(self.notes)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.presets.add_right(self.export)
        self.bar.add_right(self.copy_button)
        card = QFrame()
        card.setObjectName("statisticsCard")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(14, 8, 10, 4)
        inner.setSpacing(2)
        inner.addWidget(self.bar)
        inner.addWidget(self.picture, 1)
        card.setMinimumHeight(190)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.presets)
        layout.addWidget(self.tiles)
        layout.addWidget(Halves(card, self.table), 1)
        layout.addWidget(self.notes)
        layout.addWidget(self.progress)

    def _connect(self) -> None:
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.copy_action)
        self.copy_action.triggered.connect(self.copy_picture)
        self.table.copy_wanted.connect(self.copy_table)
        self.presets.preset_chosen.connect(self._on_preset)
        self.presets.range_wanted.connect(self._on_range_wanted)
        self.presets.compare_toggled.connect(self._on_compare)
        self.range_popup.range_chosen.connect(self._on_range)
        self.bar.view_chosen.connect(self._on_view)
        self.bar.group_chosen.connect(self._on_group)
        self.bar.day_stepped.connect(self._on_step)
        self.bar.queue_chosen.connect(self._on_queue)
        self.bar.agent_chosen.connect(self._on_agent)
        self.picture.place_pointed.connect(self._on_pointed)
        self.notes.refresh_wanted.connect(self.refresh_wanted)
        self.progress.pause_wanted.connect(self.pause_wanted)
        self.progress.cancel_wanted.connect(self.cancel_wanted)

    # in

    @property
    def request(self) -> ReportRequest:
        """What is asked for now."""
        return wishes.request(self._choices, self._today)

    def set_today(self, day: date) -> None:
        """Tell what day it is, as often as one likes; when it is another one, named periods move on."""
        if day != self._today:
            self._today = day
            self._ask()

    def set_defaults(self, threshold: int, short: int, target: int) -> None:
        """Limits of the service level: seconds, seconds, percent (0 for no line)."""
        self._choose(threshold=threshold, short=short, target=target)

    def set_choices(self, queues: Sequence[str], agents: Sequence[tuple[str, str]]) -> None:
        """Queues by short name, agents by extension and shown name, in the order to offer."""
        self.bar.set_choices(queues, agents)

    def show_report(self, report: Report) -> None:
        """Show a report; what is the same as before is not painted anew."""
        old, self._report = self._report, report
        self.tiles.show_tiles(report.tiles)
        if old is None or old.picture != report.picture:
            self.picture.show_picture(report.picture)
        if old is None or old.table != report.table:
            self.table.show_table(report.table)
        self.notes.show_notes(report.notes, moving=report.as_of > 0)

    def forget(self) -> None:
        """Show no figures any more: whose they were is not what is looked at now, nor are their queues and agents."""
        self._report = None
        self._choose(queue="", extension="")
        self.tiles.show_tiles(())
        self.picture.show_picture(Chart("", (), (), ()))
        self.table.show_table(Table((), ()))
        self.notes.show_notes((), moving=False)

    def show_progress(self, progress: BackfillProgress) -> None:
        """Show how filling the history is going."""
        self.progress.show_progress(progress)

    def show_busy(self, busy: bool) -> None:
        """Whether a report is being made."""
        self.bar.show_busy(busy=busy)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, where this seat may take anything out of the program."""
        if self.export.refused:
            self.said.emit(self.export.refused)
        elif self._report is not None:
            QGuiApplication.clipboard().setImage(self.picture.image())
            self.said.emit(translate("StatisticsPage", "The chart is on the clipboard."))

    def copy_table(self) -> None:
        """Put the selected rows on the clipboard as text; without a selection all of them with their totals.

        Refused as the picture is.
        """
        if self.export.refused:
            self.said.emit(self.export.refused)
        elif self._report is not None:
            QGuiApplication.clipboard().setText(self.table.copied_text())
            self.said.emit(translate("StatisticsPage", "The table is on the clipboard."))

    def focus_first(self) -> None:
        """Give the keyboard to the chosen period."""
        self.presets.buttons[self.request.period.preset].setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Take another look."""
        ink = Ink(theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(looks.sheet(theme))
        self.tiles.set_ink(ink)
        self.copy_button.set_ink(ink)
        self.table.set_ink(ink)
        self.picture.apply_theme(theme)

    def show_rights(self) -> None:
        """Grey the copying as the export is, with the same reason; the window says it when the key is pressed."""
        refused = self.export.refused
        self.copy_action.setEnabled(not refused)
        tip = translate("StatisticsPage", "As a picture. In the table the same keys copy its rows as text.")
        self.copy_button.setToolTip(plain.tooltip(refused or tip))

    def retranslate(self) -> None:
        """Take today's language; words inside of a report come with the next one."""
        self.setAccessibleName(translate("StatisticsPage", "Statistics"))
        self.copy_action.setText(translate("StatisticsPage", "Copy chart"))
        self.save_action.setText(translate("StatisticsPage", "Export"))
        self.show_rights()
        for part in (self.presets, self.range_popup, self.export, self.bar, self.table, self.notes, self.progress):
            part.retranslate()
        self.picture.retranslate()
        self._show_request()
        if self._report is not None:
            report, self._report = self._report, None
            self.show_report(report)

    # inside

    def _choose(self, **changed: object) -> None:
        self._choices = msgspec.structs.replace(self._choices, **changed)
        self._ask()

    def _ask(self) -> None:
        """Show what is chosen, and wish for it when it is something else than before."""
        if self._today == UNKNOWN_DAY:
            return
        self._show_request()
        asked = self.request
        if asked != self._told:
            self._told = asked
            self.wished.emit(asked)

    def _show_request(self) -> None:
        asked = self.request
        self.presets.show_request(asked)
        self.bar.show_request(
            asked,
            groups=wishes.may_group(asked.period),
            back=wishes.stepped(self._choices, -1, self._today) != self._choices,
            forth=wishes.stepped(self._choices, 1, self._today) != self._choices,
        )

    def _on_preset(self, preset: Preset) -> None:
        self._choose(preset=preset, span=None, day=None)

    def _on_range_wanted(self) -> None:
        days = self.request.period
        self.range_popup.open_at(days.start, days.end, self._today, self.presets.popup_place())

    def _on_range(self, start: date, end: date) -> None:
        self._choices = wishes.with_range(self._choices, start, end, self._today)
        self._ask()

    def _on_compare(self, compare: bool) -> None:
        self._choose(compare=compare)

    def _on_view(self, view: View) -> None:
        self._choose(view=view)

    def _on_group(self, group: Group) -> None:
        self._choose(group=group)

    def _on_step(self, days: int) -> None:
        self._choices = wishes.stepped(self._choices, days, self._today)
        self._ask()

    def _on_queue(self, queue: str) -> None:
        self._choose(queue=queue)

    def _on_agent(self, extension: str) -> None:
        self._choose(extension=extension)

    def _on_pointed(self, place: int) -> None:
        self.table.point_at(place, len(getattr(self._report.picture, "labels", ())) if self._report else 0)
