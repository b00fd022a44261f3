"""The whole window with its actions: what can be done when, and what a change of language, look or board changes."""

import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui.config import Settings, keys
from supervisor_gui.live.alerts import WAIT, Alarm, Level
from supervisor_gui.live.board import Board, Caller, Diff, MemberState
from supervisor_gui.live.commands import Batch, Command, Outcome, PauseAgent, TargetResult
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.live.policy import Policy
from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.live.user_limits import limits_of
from supervisor_gui.netsantral.errors import NotSent
from supervisor_gui.netsantral.types import AgentStatus, Membership, StreamChange, StreamState
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.board.agent_tiles import GAP, chips_area
from supervisor_gui.ui.board.wishes import AgentsDropped
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.language import Language
from supervisor_gui.ui.settings.page import SettingsView
from supervisor_gui.ui.shell import Shell
from tests.helpers import board_samples as samples
from tests.helpers.board_samples import NOW, agent, queue

ON_AGENTS = ("pause", "resume", "add", "remove", "rename")
FULL = samples.board(
    [
        agent("101", queues=("Destek", "Satış")),
        agent("102", queues=("Destek",), paused=("Destek",), reason="Çay molası", since=NOW - 1600),
        agent("103", AgentStatus.TALKING, queues=("Destek", "Satış", "Muhasebe")),
    ],
    [queue("Destek", 2), queue("Satış"), queue("Muhasebe")],
    [Caller("Destek", "5550001122", since=NOW - 70)],
)


class Bus:
    """Takes batches and keeps them."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, tuple[Command, ...]]] = []

    def submit(self, action: str, commands: Sequence[Command]) -> Batch:
        self.sent.append((action, tuple(commands)))
        return Batch(id=1, action=action, results=tuple(map(TargetResult, commands)), started=NOW)

    def numbers_in(self, queue: str) -> frozenset[str]:
        return frozenset()

    def numbers(self) -> frozenset[tuple[str, str]]:
        return frozenset()


Make = Callable[..., Shell]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Iterator[Make]:
    """Opens windows; each is closed as the program's end does it."""
    made: list[Shell] = []

    def opened(*, policy: Policy | None = None, settings: Settings | None = None) -> Shell:
        shell = Shell(policy=policy or Policy(), settings=settings or Settings(), theme=looks.LIGHT)
        shell.window.resize(1280, 800)
        shell.window.show()
        shell.window.activateWindow()
        qtbot.waitUntil(shell.window.isActiveWindow)
        made.append(shell)
        return shell

    looks.apply(qapp, looks.LIGHT)
    yield opened
    for shell in made:
        shell.window.close_for_good()
        shell.window.deleteLater()
    looks.apply(qapp, looks.LIGHT)


def at_work(shell: Shell, board: Board = FULL) -> Bus:
    """Attach a session that shows `board`."""
    bus = Bus()
    shell.attach(bus, "Ofis", "8501110000", samples.name_of)
    shell.show_board(samples.update(board))
    shell.open_page("live")
    return bus


def choose(shell: Shell, *extensions: str) -> None:
    shell.board.focus_agents()
    shell.board.agents.table.select(extensions)


def enabled(shell: Shell) -> set[str]:
    return {name for name in ON_AGENTS if shell.actions[name].isEnabled()}


# What can be done when.


def test_without_a_session_nothing_can_be_done_to_agents(make: Make) -> None:
    shell = make()
    shell.show_board(samples.update(FULL))
    choose(shell, "101")
    assert enabled(shell) == set()
    at_work(shell)
    choose(shell, "101")
    assert enabled(shell) > set()
    shell.detach()
    assert enabled(shell) == set()


@pytest.mark.parametrize(
    ("chosen", "possible"),
    [
        ((), set()),
        (("101",), {"pause", "add", "remove", "rename"}),
        (("102",), {"pause", "resume", "add", "remove", "rename"}),
        (("103",), {"pause", "remove", "rename"}),
        (("101", "102"), {"pause", "resume", "add", "remove"}),
    ],
)
def test_an_action_is_offered_for_those_chosen_agents_it_fits(
    make: Make, chosen: tuple[str, ...], possible: set[str]
) -> None:
    shell = make()
    at_work(shell)
    choose(shell, *chosen)
    assert enabled(shell) == possible


def test_an_action_follows_the_board_under_the_selection(make: Make) -> None:
    shell = make()
    at_work(shell)
    choose(shell, "101")
    assert "resume" not in enabled(shell)
    paused = samples.board([agent("101", paused=("Destek",), reason="Yemek"), *_others()])
    shell.show_board(samples.update(paused, FULL))
    assert "resume" in enabled(shell)


def _others() -> list[object]:
    return [one for extension, one in FULL.agents.items() if extension != "101"]


def test_what_the_seat_may_not_do_is_never_offered(make: Make) -> None:
    shell = make(policy=Policy(denied=("pause", "remove", "names")))
    at_work(shell)
    choose(shell, "101")
    assert enabled(shell) == {"add"}


def test_a_single_letter_works_on_the_board_and_is_text_in_the_filter(make: Make, qtbot: QtBot) -> None:
    shell = make()
    bus = at_work(shell)
    choose(shell, "102")
    qtbot.keyClick(shell.board.agents.table, Qt.Key.Key_R)
    assert [action for action, _ in bus.sent] == ["resume"]
    qtbot.keyClick(shell.board.agents.table, Qt.Key.Key_Slash)
    box = shell.board.agents.filter
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_R)
    assert box.text() == "r"
    assert len(bus.sent) == 1


def test_the_menu_over_an_agent_holds_the_rows_still_and_offers_what_is_possible(make: Make, qtbot: QtBot) -> None:
    shell = make()
    at_work(shell)
    choose(shell, "103")
    table = shell.board.agents.table
    point = table.visualRect(shell.board.agents.model.index(0, 0)).center()
    shell.board._on_agent_menu(table.viewport().mapToGlobal(point))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.objectName() for action in menu.actions() if action.isEnabled()] == ["pause", "remove", "rename"]
    assert not shell.board.pace.may(), "no row moves under an open menu"
    menu.close()
    assert not menu.isVisible()


def test_agents_dropped_on_a_card_are_added_there(make: Make) -> None:
    shell = make()
    bus = at_work(shell)
    shell.board.agents_dropped.emit(AgentsDropped(("101", "102"), "Muhasebe"))
    [(action, commands)] = bus.sent
    assert action == "add"
    assert {(one.extension, one.queue) for one in commands} == {("101", "Muhasebe"), ("102", "Muhasebe")}


def test_f1_lists_every_key(make: Make, qtbot: QtBot) -> None:
    shell = make()
    at_work(shell)
    qtbot.keyClick(shell.window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"P", "Q", "R", "F5", "Break", "Add to queue"} <= words
    dialog.close()


def test_what_the_program_itself_does_is_handed_on(make: Make, qtbot: QtBot) -> None:
    shell = make()
    for name in ("refresh", "quit", "profiles", "password", "audit"):
        with qtbot.waitSignal(shell.wished) as wish:
            shell.actions[name].trigger()
        assert wish.args == [name]


def test_a_page_is_asked_for_once_and_opened_when_it_is_there(make: Make) -> None:
    shell = make()
    asked: list[str] = []
    shell.page_needed.connect(asked.append)
    shell.open_page("settings")
    assert asked == ["settings"]
    page = QWidget()
    shell.window.add_page("settings", page)
    shell.open_page("settings")
    assert asked == ["settings"]
    assert shell.window.stack.currentWidget() is page


# What comes through the bridge.


@pytest.mark.parametrize(("wish", "beeps"), [(True, 1), (False, 0)])
def test_a_limit_that_turns_red_beeps_if_wished(
    make: Make, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, wish: bool, beeps: int
) -> None:
    heard: list[None] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append(None)))
    shell = make()
    bridge = Bridge(lambda *_: samples.Alarms(), parent=shell)
    shell.listen(bridge)
    shell.set_limits(limits_of(Settings()), beep=wish)
    bridge.turned_red.emit((Alarm(WAIT, "Destek", Level.RED, NOW),))
    assert len(heard) == beeps


def test_the_window_follows_what_the_bridge_carries(make: Make) -> None:
    shell = make()
    at_work(shell)
    bridge = Bridge(lambda *_: samples.Alarms(), wall=lambda: NOW, parent=shell)
    shell.listen(bridge)
    bridge.take_board(FULL, samples.changed())
    assert shell.window.windowTitle().startswith("(2) ")
    bridge.status_changed.emit(PollStatus(link=Link.OK, last_ok=NOW - 100, interval=30.0))
    bridge.ticked.emit(NOW)
    assert shell.window.top.age.text() == "1 min ago"
    assert shell.window.top.age.property("level") == "grey"
    result = TargetResult(PauseAgent("101", "Destek", "Yemek"), Outcome.SENT)
    bridge.batch_changed.emit(Batch(id=1, action="pause", results=(result,), started=NOW))
    assert shell.window.batches.isVisible()
    bridge.stop()


def test_other_limits_recolour_at_once(make: Make) -> None:
    shell = make()
    at_work(shell)
    row = shell.board.callers.model.row_at(0)
    assert (row.warn, row.limit) == (30, 60)
    limits = limits_of(Settings(given={keys.WAIT_WARN.key: 100, keys.WAIT_RED.key: 200}))
    assert limits.default == QueueLimits(wait_warn=100, wait_red=200)
    shell.set_limits(limits, beep=False)
    row = shell.board.callers.model.row_at(0)
    assert (row.warn, row.limit) == (100, 200)


def test_masked_numbers_show_two_digits_only(make: Make) -> None:
    shell = make(policy=Policy(mask_numbers=True))
    at_work(shell)
    shown = str(shell.board.callers.model.index(0, 0).data())
    assert shown == "•••22"


# Language and look.


def words_of(widget: QWidget) -> list[str]:
    """Everything that a window says now to the eye or to a screen reader."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said: list[str] = [widget.windowTitle()]
    for one in filter(QWidget.isVisible, [widget, *widget.findChildren(QWidget)]):
        said += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        match one:
            case QLabel() | QAbstractButton():
                said.append(one.text())
            case QLineEdit():
                said.append(one.placeholderText())
            case QGroupBox():
                said.append(one.title())
            case QComboBox():
                said += [one.itemText(place) for place in range(one.count())]
            case QHeaderView() if one.model() is not None:
                across = range(one.model().columnCount())
                said += [str(one.model().headerData(place, Qt.Orientation.Horizontal)) for place in across]
            case QAbstractItemView() if one.model() is not None:
                model = one.model()
                across = range(model.columnCount()) if isinstance(model, QAbstractTableModel) else range(1)
                said += [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in across]
    said += [action.text() for action in widget.findChildren(QAction)]
    return [words for words in said if words]


def furnished(make: Make) -> Shell:
    """A window in which everything that has words is in use."""
    shell = make()
    members = {"Destek": MemberState("Destek", Membership.STATIC, paused=True, reason="Yemek", since=NOW - 99)}
    fixed = agent("104", AgentStatus.RINGING)
    board = samples.board(
        [*FULL.agents.values(), type(fixed)("104", AgentStatus.OFFLINE, since=NOW - 60, members=members)],
        FULL.queues.values(),
        FULL.callers.values(),
    )
    at_work(shell, board)
    page = SettingsView()
    shell.window.add_page("settings", page)
    page.show_settings(Settings())
    page.show_queues(["Destek", "Satış"])
    shell._on_status(PollStatus(link=Link.FAILING, error=NotSent("queue_status", "dns"), last_ok=NOW, left=1))
    shell.window.link.show_stream(StreamChange(StreamState.WAITING))
    result = TargetResult(PauseAgent("101", "Destek", "Yemek"), Outcome.REFUSED, NotSent("agent_pause", "refused"))
    shell._on_batch(Batch(id=1, action="pause", results=(result,), started=NOW))
    shell.board.tick(NOW)
    shell.window.tick(NOW + 70)
    return shell


@pytest.mark.parametrize(("first", "then"), [("tr", "en"), ("en", "tr")])
def test_after_a_change_of_language_the_window_says_what_one_opened_in_it_would(
    make: Make, qapp: QApplication, first: str, then: str
) -> None:
    language = Language(qapp)
    language.use(first)
    shell = furnished(make)
    before = _on_both_pages(shell)
    language.use(then)
    after = _on_both_pages(shell)
    fresh = _on_both_pages(furnished(make))
    assert (after - fresh, fresh - after) == (set(), set())
    assert len(before & after) < len(after) / 2, "most words did change"


def _on_both_pages(shell: Shell) -> set[str]:
    QCoreApplication.processEvents()  # the change of language is told by an event
    shell.window.tick(NOW + 70)
    shell.board.tick(NOW)
    said: list[str] = []
    for page in ("live", "settings"):
        shell.open_page(page)
        said += words_of(shell.window)
    return {re.sub(r"\d+:\d\d", "…", words) for words in said}  # durations run on


def test_menus_do_not_multiply_with_each_change_of_language(make: Make, qapp: QApplication) -> None:
    shell = make()
    language = Language(qapp)
    before = len(shell.window.menuBar().findChildren(QMenu))
    for name in ("tr", "en", "tr"):
        language.use(name)
        qapp.processEvents()
    assert len(shell.window.menuBar().findChildren(QMenu)) == before
    assert [action.text() for action in shell.window.menuBar().actions()][1] == "&Temsilciler"


def test_a_change_of_theme_paints_the_whole_window_anew(make: Make, qapp: QApplication) -> None:
    shell = furnished(make)
    light = shell.window.grab().toImage()
    looks.apply(qapp, looks.DARK)
    shell.apply_theme(looks.DARK)
    qapp.processEvents()
    dark = shell.window.grab().toImage()
    corners = [QPoint(4, 400), QPoint(640, 700), QPoint(1000, 300)]
    assert all(light.pixelColor(at).lightness() > 150 > dark.pixelColor(at).lightness() for at in corners)
    assert shell.theme is looks.DARK


def test_when_a_session_ends_nothing_of_its_pbx_stays_or_can_be_acted_on(make: Make) -> None:
    shell = make()
    at_work(shell)
    choose(shell, "101")
    assert enabled(shell)
    shell.detach()
    assert shell.board.agents.model.rowCount() == 0
    assert not enabled(shell)
    assert not shell.window.windowTitle().startswith("(")


def test_hiding_numbers_takes_effect_at_once(make: Make) -> None:
    shell = make()
    at_work(shell)
    assert any("5550001122" in text for text in _callers(shell))
    shell.set_policy(Policy(mask_numbers=True))
    assert not any("5550001122" in text for text in _callers(shell))
    assert any("•••22" in text for text in _callers(shell))


def _callers(shell: Shell) -> list[str]:
    model = shell.board.callers.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_the_seat_may_not_do_is_said_where_no_button_could_be_greyed(make: Make) -> None:
    shell = make(policy=Policy(denied=("limits",)))
    assert shell.refuses("limits")
    told = shell.window.statusBar().currentMessage()
    assert told == "This seat may not do that: your administrator has switched it off."
    assert not shell.refuses("names")


def test_a_chip_pressed_on_a_tile_means_that_queue_alone(make: Make, qtbot: QtBot) -> None:
    shell = make()
    at_work(shell)
    shell.board.show_tiles(True)
    tiles = shell.board.agents.tiles
    tiles.select(("101",))
    place = tiles.rows_model.place_of("101")
    rect = tiles.visualRect(tiles.rows_model.index(place, tiles.modelColumn())).adjusted(0, 0, -GAP, -GAP)
    chip = chips_area(rect, tiles.ink).topLeft() + QPoint(12, 8)
    qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=chip)
    chosen = shell.board.selected()
    assert chosen.extensions == ("101",)
    assert chosen.queue in FULL.agents["101"].members
    qtbot.keyClick(tiles, Qt.Key.Key_Escape)
    assert shell.board.selected().queue == ""


def test_with_the_first_agents_the_keyboard_is_on_them_but_is_not_taken_from_who_types(make: Make) -> None:
    idle, typing = make(), make()
    idle.window.rail.findChild(QToolButton, "live").setFocus()
    typing.board.agents.filter.setFocus()
    for shell in (idle, typing):
        shell.show_board(samples.update(FULL))
    assert idle.window.focusWidget() is idle.board.agents.table
    assert typing.window.focusWidget() is typing.board.agents.filter


def test_agents_that_another_page_hides_are_not_acted_on(make: Make) -> None:
    shell = make()
    bus = at_work(shell)
    choose(shell, "102")
    assert shell.actions["resume"].isEnabled()
    shell.window.add_page("settings", QWidget())
    shell.open_page("settings")
    assert [name for name in ON_AGENTS if shell.actions[name].isEnabled()] == []
    shell.actions["resume"].trigger()
    assert bus.sent == []
    shell.open_page("live")
    assert shell.actions["resume"].isEnabled()


def test_the_board_of_the_run_before_looks_its_age_until_the_pbx_answers(make: Make) -> None:
    shell = make()
    at_work(shell)
    bridge = Bridge(lambda *_: samples.Alarms(), wall=lambda: NOW, parent=shell)
    shell.listen(bridge)
    bridge.ticked.emit(NOW)
    green = QColor(looks.LIGHT.marks.idle).name()
    assert green not in colours(shell.board.agents)
    assert (shell.window.top.age.text(), shell.window.top.age.property("level")) == ("5 s ago", "grey")
    bridge.status_changed.emit(PollStatus(link=Link.OK, last_ok=NOW, interval=30.0))
    bridge.ticked.emit(NOW)
    assert green in colours(shell.board.agents)
    bridge.stop()


def colours(widget: QWidget) -> set[str]:
    """Every colour that is painted."""
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_after_the_bridges_end_no_board_reaches_the_window(make: Make) -> None:
    shell = make()
    bridge = Bridge(lambda *_: samples.Alarms(), parent=shell)
    shown: list[object] = []
    bridge.board_changed.connect(shown.append)
    bridge.start()
    bridge.stop()
    bridge.take_board(FULL, Diff())
    assert shown == []
