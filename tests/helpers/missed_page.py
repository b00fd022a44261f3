"""The page of missed callers in a window of its own, with callers for it, and what it shows and wishes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.history.missed_values import CallerState, MissedCaller, MissedView
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.missed.page import MissedPage

TODAY = date(2026, 11, 29)
NOW = pbx_midnight_of(TODAY) + 14 * 3600
NAMES = {"05550000001": "Deniz Kaya", "102": "Ümit Çelik"}
LEFT = Qt.MouseButton.LeftButton
WISHES = (
    "dial_wanted",
    "note_changed",
    "set_aside_wanted",
    "take_back_wanted",
    "span_changed",
    "records_wanted",
    "forget_wanted",
    "unmask_wanted",
    "export_wanted",
    "refresh_wanted",
    "said",
)


def caller(ends: int, ago: float = 3600, state: CallerState = CallerState.OPEN, **more: Any) -> MissedCaller:
    """The caller whose number `ends` so, first missed `ago` seconds ago."""
    number = f"05550000{ends:03d}"
    closed = {} if state in {CallerState.OPEN, CallerState.TRIED} else {"closed": NOW - 60}
    fields = {"name": "", "queue": "Destek", "first": NOW - ago, "last": NOW - ago, "misses": 1, "state": state}
    return MissedCaller(tail=number[-10:], number=number, **(fields | closed | more))


def view(*callers: MissedCaller, withheld: int = 0) -> MissedView:
    """Those callers in the order of a view."""
    waiting = sorted((one for one in callers if one.waits), key=lambda one: one.first)
    done = sorted((one for one in callers if not one.waits), key=lambda one: -one.closed)
    return MissedView((*waiting, *done), withheld, NOW - 120)


def closed(one: MissedCaller, state: CallerState = CallerState.REACHED) -> MissedCaller:
    """The same caller, done a moment ago."""
    return msgspec.structs.replace(one, state=state, closed=NOW - 10, closed_by="102")


class Heard:
    """What the page wished, in order."""

    def __init__(self, page: MissedPage) -> None:
        """Listen to `page` from now on."""
        self.all: list[tuple[Any, ...]] = []
        for name in WISHES:
            self._listen(page, name)

    def _listen(self, page: MissedPage, name: str) -> None:
        getattr(page, name).connect(lambda *told: self.all.append((name, *told)))

    def of(self, name: str) -> list[Any]:
        """What one signal told."""
        return [told[0] if len(told) == 1 else tuple(told) for wish, *told in self.all if wish == name]


def open_page(qtbot: QtBot, app: QApplication, wall: Callable[[], float]) -> MissedPage:
    """The page, shown and active, with nobody on it."""
    looks.apply(app, looks.LIGHT)
    made = MissedPage(wall=wall)
    qtbot.addWidget(made)
    made.apply_theme(looks.LIGHT)
    made.set_today(TODAY)
    made.set_names(lambda number: NAMES.get(number, ""))
    made.tick(NOW)
    made.resize(912, 540)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    # Qt's double click of an earlier test leaves the button pressed, and rows wait for a hand to go.
    qtbot.mouseRelease(made, LEFT)
    return made


def tails(page: MissedPage) -> list[str]:
    """The last three digits of the rows shown."""
    return [row.key[-3:] for row in page.table.callers_model.rows]


def chosen(page: MissedPage) -> str:
    """The last three digits of the chosen caller, and that the view's own idea of it is the same."""
    rows = page.table.selectionModel().selectedRows()
    picked = [page.table.callers_model.row_at(index.row()).key[-3:] for index in rows]
    named = page.chosen.key[-3:] if page.chosen is not None else ""
    assert picked == ([named] if named else [])
    if named:
        assert page.table.currentIndex().row() == rows[0].row()
    return named
