"""Every action as one record: words, key, menu, right, and when it can be done. It does nothing itself."""

from collections.abc import Callable

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.live import plans
from supervisor_gui.live.board import Agent, Board
from supervisor_gui.live.live_calls import LiveCall


class Scope(msgspec.Struct, frozen=True):
    """What an action would be done on.

    Attributes:
        board: The board now.
        agents: The chosen agents.
        queue: The queue whose chip was pressed, or the chosen queue; empty for none.
        connected: Whether commands can be sent.
        call: The running call that is meant: the chosen agent's, else the own one.
        own: The running call of the own extension, or one that was started here.
        mine: The own extension on the board.
    """

    board: Board
    agents: tuple[Agent, ...] = ()
    queue: str = ""
    connected: bool = False
    call: LiveCall | None = None
    own: LiveCall | None = None
    mine: Agent | None = None


def _anything(_: Scope) -> bool:
    return True


class ActionRecord(msgspec.Struct, frozen=True):
    """One action.

    Attributes:
        id: Its name in the program and in the audit.
        text: English words, translated in context "Actions".
        key: Shortcut in Qt's portable form, empty for none.
        menu: "agents", "calls", "queues", "view", "profile", "help".
        right: The policy's word for it, empty when everybody may.
        on_board: Whether the key works only while the board has the focus (single letters).
        possible: Whether it can be done on a scope; on every one unless it says so.
        bar: Whether it stands in the bar above the agents.
    """

    id: str
    text: str
    key: str = ""
    menu: str = "agents"
    right: str = ""
    on_board: bool = False
    possible: Callable[[Scope], bool] = _anything
    bar: bool = False


def _can_pause(scope: Scope) -> bool:
    return bool(plans.pause(scope.agents, "\0", scope.queue))


def _can_resume(scope: Scope) -> bool:
    return bool(plans.resume(scope.agents, scope.queue))


def _can_add(scope: Scope) -> bool:
    queues = scope.board.queues
    return any(not agent.external and queues.keys() - agent.members.keys() for agent in scope.agents)


def _can_remove(scope: Scope) -> bool:
    return any(agent.members for agent in scope.agents)


def _one_agent(scope: Scope) -> bool:
    return len(scope.agents) == 1


def _has_queues(scope: Scope) -> bool:
    return bool(scope.board.queues)


def _connected(scope: Scope) -> bool:
    return scope.connected


def _can_hang_up(scope: Scope) -> bool:
    return scope.own is not None and bool(scope.own.call)


def _can_steer(scope: Scope) -> bool:
    return scope.call is not None and bool(scope.call.call)


def _can_leave(scope: Scope) -> bool:
    return scope.mine is not None and bool(plans.pause((scope.mine,), "\0"))


def _can_return(scope: Scope) -> bool:
    return scope.mine is not None and bool(plans.resume((scope.mine,)))


ACTIONS: tuple[ActionRecord, ...] = (
    ActionRecord(
        id="pause",
        text=QT_TRANSLATE_NOOP("Actions", "Break"),
        key="P",
        right="pause",
        on_board=True,
        possible=_can_pause,
        bar=True,
    ),
    ActionRecord(
        id="resume",
        text=QT_TRANSLATE_NOOP("Actions", "Resume"),
        key="R",
        right="resume",
        on_board=True,
        possible=_can_resume,
        bar=True,
    ),
    ActionRecord(
        id="add",
        text=QT_TRANSLATE_NOOP("Actions", "Add to queue"),
        key="Q",
        right="add",
        on_board=True,
        possible=_can_add,
        bar=True,
    ),
    ActionRecord(
        id="remove",
        text=QT_TRANSLATE_NOOP("Actions", "Remove from queue"),
        key="Del",
        right="remove",
        on_board=True,
        possible=_can_remove,
        bar=True,
    ),
    ActionRecord(
        id="rename",
        text=QT_TRANSLATE_NOOP("Actions", "Name of the agent"),
        key="F2",
        right="names",
        on_board=True,
        possible=_one_agent,
    ),
    ActionRecord(
        id="add_number",
        text=QT_TRANSLATE_NOOP("Actions", "Add an external number…"),
        key="Ctrl+E",
        menu="queues",
        right="add_number",
        possible=_has_queues,
    ),
    ActionRecord(
        id="remove_number",
        text=QT_TRANSLATE_NOOP("Actions", "Remove an external number…"),
        menu="queues",
        right="remove_number",
        possible=_has_queues,
    ),
    ActionRecord(
        id="import_names",
        text=QT_TRANSLATE_NOOP("Actions", "Names from a CSV file…"),
        menu="agents",
        right="names",
    ),
    ActionRecord(
        id="export_names",
        text=QT_TRANSLATE_NOOP("Actions", "Names to a CSV file…"),
        menu="agents",
        right="export",
    ),
    ActionRecord(
        id="dial",
        text=QT_TRANSLATE_NOOP("Actions", "Dial…"),
        key="Ctrl+L",
        menu="calls",
        right="dial",
        possible=_connected,
    ),
    ActionRecord(
        id="hang_up",
        text=QT_TRANSLATE_NOOP("Actions", "Hang up my call"),
        key="Ctrl+K",
        menu="calls",
        right="hang_up",
        possible=_can_hang_up,
    ),
    ActionRecord(
        id="mute",
        text=QT_TRANSLATE_NOOP("Actions", "Mute…"),
        key="M",
        menu="calls",
        right="mute",
        on_board=True,
        possible=_can_steer,
    ),
    ActionRecord(
        id="transfer",
        text=QT_TRANSLATE_NOOP("Actions", "Transfer…"),
        key="T",
        menu="calls",
        right="transfer",
        on_board=True,
        possible=_can_steer,
    ),
    ActionRecord(
        id="bridge",
        text=QT_TRANSLATE_NOOP("Actions", "Connect two numbers, or a number with a menu…"),
        key="Ctrl+Shift+L",
        menu="calls",
        right="bridge",
        possible=_connected,
    ),
    ActionRecord(
        id="my_break",
        text=QT_TRANSLATE_NOOP("Actions", "Break for me…"),
        key="Ctrl+B",
        menu="calls",
        right="pause",
        possible=_can_leave,
    ),
    ActionRecord(
        id="my_return",
        text=QT_TRANSLATE_NOOP("Actions", "Back from my break"),
        key="Ctrl+Shift+B",
        menu="calls",
        right="resume",
        possible=_can_return,
    ),
    ActionRecord(
        id="directory",
        text=QT_TRANSLATE_NOOP("Actions", "Directory…"),
        key="Ctrl+D",
        menu="calls",
        right="names",
        possible=_connected,
    ),
    ActionRecord(
        id="refresh",
        text=QT_TRANSLATE_NOOP("Actions", "Ask the PBX now"),
        key="F5",
        menu="view",
    ),
    ActionRecord(
        id="filter",
        text=QT_TRANSLATE_NOOP("Actions", "Filter agents"),
        key="/",
        menu="view",
        on_board=True,
    ),
    ActionRecord(
        id="tiles",
        text=QT_TRANSLATE_NOOP("Actions", "Table or tiles"),
        key="Ctrl+T",
        menu="view",
    ),
    ActionRecord(
        id="page_live",
        text=QT_TRANSLATE_NOOP("Actions", "Live board"),
        key="Ctrl+1",
        menu="view",
    ),
    ActionRecord(
        id="page_calls",
        text=QT_TRANSLATE_NOOP("Actions", "Calls"),
        key="Ctrl+2",
        menu="view",
    ),
    ActionRecord(
        id="page_missed",
        text=QT_TRANSLATE_NOOP("Actions", "Missed callers"),
        key="Ctrl+3",
        menu="view",
    ),
    ActionRecord(
        id="page_records",
        text=QT_TRANSLATE_NOOP("Actions", "Call records"),
        key="Ctrl+4",
        menu="view",
    ),
    ActionRecord(
        id="page_statistics",
        text=QT_TRANSLATE_NOOP("Actions", "Statistics"),
        key="Ctrl+5",
        menu="view",
    ),
    ActionRecord(
        id="page_campaigns",
        text=QT_TRANSLATE_NOOP("Actions", "Auto-dial lists"),
        key="Ctrl+6",
        menu="view",
    ),
    ActionRecord(
        id="page_settings",
        text=QT_TRANSLATE_NOOP("Actions", "Settings"),
        key="Ctrl+,",
        menu="view",
    ),
    ActionRecord(
        id="forget",
        text=QT_TRANSLATE_NOOP("Actions", "Delete everything about a number…"),
        menu="calls",
        right="delete_number",
        possible=_connected,
    ),
    ActionRecord(
        id="do_not_call",
        text=QT_TRANSLATE_NOOP("Actions", "Do-not-call list…"),
        menu="calls",
        right="campaigns",
        possible=_connected,
    ),
    ActionRecord(
        id="wallboard",
        text=QT_TRANSLATE_NOOP("Actions", "Wallboard"),
        key="F11",
        menu="view",
    ),
    ActionRecord(
        id="audit",
        text=QT_TRANSLATE_NOOP("Actions", "What was done…"),
        key="Ctrl+H",
        menu="view",
    ),
    ActionRecord(
        id="profiles",
        text=QT_TRANSLATE_NOOP("Actions", "Profiles…"),
        menu="profile",
    ),
    ActionRecord(
        id="password",
        text=QT_TRANSLATE_NOOP("Actions", "New password…"),
        menu="profile",
    ),
    ActionRecord(
        id="quit",
        text=QT_TRANSLATE_NOOP("Actions", "Quit"),
        key="Ctrl+Q",
        menu="profile",
    ),
    ActionRecord(
        id="keys",
        text=QT_TRANSLATE_NOOP("Actions", "Keys"),
        key="F1",
        menu="help",
    ),
    ActionRecord(
        id="guide",
        text=QT_TRANSLATE_NOOP("Actions", "User guide"),
        key="Shift+F1",
        menu="help",
    ),
    ActionRecord(
        id="about",
        text=QT_TRANSLATE_NOOP("Actions", "About this program…"),
        menu="help",
    ),
)

MENUS: tuple[tuple[str, str], ...] = (
    ("profile", QT_TRANSLATE_NOOP("Actions", "&Profile")),
    ("agents", QT_TRANSLATE_NOOP("Actions", "&Agents")),
    ("queues", QT_TRANSLATE_NOOP("Actions", "&Queues")),
    ("calls", QT_TRANSLATE_NOOP("Actions", "&Calls")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
