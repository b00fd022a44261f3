"""Every action as one record: words, key, menu, right, and when it can be done. It does nothing itself."""

from collections.abc import Callable

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP
from supervisor_gui.live import plans
from supervisor_gui.live.board import Agent, Board


class Scope(msgspec.Struct, frozen=True):
    """What an action would be done on.

    Attributes:
        board: The board now.
        agents: The chosen agents.
        queue: The queue whose chip was pressed, or the chosen queue; empty for none.
    """

    board: Board
    agents: tuple[Agent, ...] = ()
    queue: str = ""


class ActionRecord(msgspec.Struct, frozen=True):
    """One action.

    Attributes:
        id: Its name in the program and in the audit.
        text: English words, translated in context "Actions".
        key: Shortcut in Qt's portable form, empty for none.
        menu: "agents", "queues", "view", "profile", "help".
        right: The policy's word for it, empty when everybody may.
        on_board: Whether the key works only while the board has the focus (single letters).
        possible: Whether it can be done on a scope.
        bar: Whether it stands in the bar above the agents.
    """

    id: str
    text: str
    key: str = ""
    menu: str = "agents"
    right: str = ""
    on_board: bool = False
    possible: Callable[[Scope], bool] = bool
    bar: bool = False


def _anything(_: Scope) -> bool:
    return True


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


def _has_external(scope: Scope) -> bool:
    return any(agent.external for agent in scope.board.agents.values())


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
        possible=_anything,
    ),
    ActionRecord(
        id="export_names",
        text=QT_TRANSLATE_NOOP("Actions", "Names to a CSV file…"),
        menu="agents",
        possible=_anything,
    ),
    ActionRecord(
        id="refresh",
        text=QT_TRANSLATE_NOOP("Actions", "Ask the PBX now"),
        key="F5",
        menu="view",
        possible=_anything,
    ),
    ActionRecord(
        id="filter",
        text=QT_TRANSLATE_NOOP("Actions", "Filter agents"),
        key="/",
        menu="view",
        on_board=True,
        possible=_anything,
    ),
    ActionRecord(
        id="tiles",
        text=QT_TRANSLATE_NOOP("Actions", "Table or tiles"),
        key="Ctrl+T",
        menu="view",
        possible=_anything,
    ),
    ActionRecord(
        id="page_live",
        text=QT_TRANSLATE_NOOP("Actions", "Live board"),
        key="Ctrl+1",
        menu="view",
        possible=_anything,
    ),
    ActionRecord(
        id="page_settings",
        text=QT_TRANSLATE_NOOP("Actions", "Settings"),
        key="Ctrl+,",
        menu="view",
        possible=_anything,
    ),
    ActionRecord(
        id="audit",
        text=QT_TRANSLATE_NOOP("Actions", "What was done…"),
        key="Ctrl+H",
        menu="view",
        possible=_anything,
    ),
    ActionRecord(
        id="profiles",
        text=QT_TRANSLATE_NOOP("Actions", "Profiles…"),
        menu="profile",
        possible=_anything,
    ),
    ActionRecord(
        id="password",
        text=QT_TRANSLATE_NOOP("Actions", "New password…"),
        menu="profile",
        possible=_anything,
    ),
    ActionRecord(
        id="quit",
        text=QT_TRANSLATE_NOOP("Actions", "Quit"),
        key="Ctrl+Q",
        menu="profile",
        possible=_anything,
    ),
    ActionRecord(
        id="keys",
        text=QT_TRANSLATE_NOOP("Actions", "Keys"),
        key="F1",
        menu="help",
        possible=_anything,
    ),
)

MENUS: tuple[tuple[str, str], ...] = (
    ("profile", QT_TRANSLATE_NOOP("Actions", "&Profile")),
    ("agents", QT_TRANSLATE_NOOP("Actions", "&Agents")),
    ("queues", QT_TRANSLATE_NOOP("Actions", "&Queues")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
