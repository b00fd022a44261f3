"""The columns of the agents' table, one record each. They read a row and hold nothing."""

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.agent_rows import AgentRow
from supervisor_gui.ui.models.column import Column, Paint, muted_tone


def _state(row: AgentRow, _now: float) -> str:
    return row.words


def _state_tone(row: AgentRow, _now: float) -> str:
    return row.tone


def _state_tip(row: AgentRow, _now: float) -> str:
    return f"{row.words}\n{row.customer}" if row.customer else row.words


def _extension(row: AgentRow) -> str:
    return row.key


def _name(row: AgentRow, _now: float) -> str:
    return row.label


def _queues(row: AgentRow, _now: float) -> str:
    return ", ".join([chip.words for chip in row.chips])


def _queues_tip(row: AgentRow, _now: float) -> str:
    return "\n".join([chip.words for chip in row.chips])


def since_text(row: AgentRow, now: float) -> str:
    """Time in state, and the minutes past a break's limit."""
    text = figures.lasting(now - row.since, row.exact) if row.since else figures.NONE
    minutes = row.overrun(now)
    if minutes < 0:
        return text
    return f"{text} · " + translate("Board", "{n} min over").format(n=minutes) if minutes else f"{text} !"


def since_tone(row: AgentRow, now: float) -> str:
    """Red past the limit, amber near it."""
    if not row.limit and not row.warn:
        return "text"
    elapsed = now - row.since
    if not row.since:
        return "text"
    if row.limit and elapsed >= row.limit:
        return "limit"
    return "warn" if row.warn and elapsed >= row.warn else "text"


def since_fill(row: AgentRow, now: float) -> float:
    """The share of the break's limit that is used up."""
    return max(0.01, (now - row.since) / row.limit) if row.limit and row.since else 0.0


def _since_tip(row: AgentRow, now: float) -> str:
    lines = []
    if row.since and not row.exact:
        lines.append(translate("Board", "It began before this program first saw it; it has lasted at least this long."))
    if row.limit:
        minutes = translate("Board", "Limit of this break: {n} min").format(n=int(row.limit // 60))
        lines.append(minutes)
    return "\n".join(lines)


def _today(row: AgentRow, _now: float) -> str:
    return row.today


def _by_state(row: AgentRow) -> tuple[int, str]:
    return row.order[0], row.words


def _by_name(row: AgentRow) -> object:
    return row.place


def _by_queues(row: AgentRow) -> tuple[str, ...]:
    return tuple(chip.label for chip in row.chips)


def _by_time(row: AgentRow) -> float:
    return -row.since


def _by_today(row: AgentRow) -> int:
    return row.calls


AGENT_COLUMNS: tuple[Column[AgentRow], ...] = (
    Column(
        key="state",
        header=QT_TRANSLATE_NOOP("Board", "State"),
        width=200,
        narrowest=172,
        text=_state,
        sort=_by_state,
        paint=Paint.STATE,
        tone=_state_tone,
        tip=_state_tip,
    ),
    Column(
        key="agent",
        header=QT_TRANSLATE_NOOP("Board", "Agent"),
        width=210,
        narrowest=138,
        text=_name,
        sort=_by_name,
        paint=Paint.NAME,
        tip=_name,
        dials=_extension,
        editable=True,
    ),
    Column(
        key="queues",
        header=QT_TRANSLATE_NOOP("Board", "Queues"),
        width=190,
        narrowest=130,
        text=_queues,
        sort=_by_queues,
        paint=Paint.CHIPS,
        tip=_queues_tip,
        stretch=True,
    ),
    Column(
        key="since",
        header=QT_TRANSLATE_NOOP("Board", "In this state"),
        width=160,
        narrowest=132,
        text=since_text,
        sort=_by_time,
        tone=since_tone,
        fill=since_fill,
        tip=_since_tip,
        right=True,
        ticks=True,
        hint=QT_TRANSLATE_NOOP("Board", "“≥”: it began before this program saw it."),
    ),
    Column(
        key="today",
        header=QT_TRANSLATE_NOOP("Board", "Today"),
        width=70,
        narrowest=54,
        text=_today,
        sort=_by_today,
        tone=muted_tone,
        right=True,
        hint=QT_TRANSLATE_NOOP(
            "Board", "Calls answered today that this program saw in the event stream; “–” while it does not listen."
        ),
    ),
)
