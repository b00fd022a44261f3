"""The columns of the queues' table, one record each. They read a row and hold nothing."""

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.text import duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.queue_rows import QueueRow, damage_words, rate_tip, service_tip
from supervisor_gui.ui.models.column import Column, Paint, muted_tone

IDLE, RINGING, TALKING, PAUSED, OFFLINE = range(5)


def _name(row: QueueRow, _now: float) -> str:
    return f"! {row.name}" if row.red else row.name


def _name_tip(row: QueueRow, _now: float) -> str:
    return "\n".join(line for line in (row.full_name or row.name, damage_words(row.damaged)) if line)


def _waiting(row: QueueRow, _now: float) -> str:
    return str(row.waiting)


def _waiting_tone(row: QueueRow, _now: float) -> str:
    return row.waiting_tone


def _wait(row: QueueRow, now: float) -> str:
    return row.wait(now)


def _wait_tone(row: QueueRow, _now: float) -> str:
    return row.wait_tone


def _longest(row: QueueRow, _now: float) -> str:
    return row.longest


def _longest_number(row: QueueRow) -> str:
    return row.longest_number


def _free(row: QueueRow, _now: float) -> str:
    return str(row.states[IDLE])


def _free_tone(row: QueueRow, _now: float) -> str:
    return row.free_tone


def _talking(row: QueueRow, _now: float) -> str:
    return str(row.states[TALKING])


def _paused(row: QueueRow, _now: float) -> str:
    return str(row.states[PAUSED])


def _offline(row: QueueRow, _now: float) -> str:
    return str(row.states[OFFLINE])


def _states(row: QueueRow, _now: float) -> str:
    idle, ringing, talking, paused, offline = row.states
    text = translate("Board", "free {i}, ringing {r}, talking {t}, on break {p}, offline {o}")
    return text.format(i=idle, r=ringing, t=talking, p=paused, o=offline)


def _answered(row: QueueRow, _now: float) -> str:
    return figures.count(row.answered)


def _abandoned(row: QueueRow, _now: float) -> str:
    return figures.count(row.abandoned)


def counting_since(row: QueueRow, _now: float) -> str:
    """Since when the counters run, and why not since midnight."""
    if not row.since:
        return ""
    text = translate("Board", "Counting since {time}").format(time=row.since)
    if row.reset:
        text += "\n" + translate("Board", "The PBX's counters fell to zero then; earlier calls are not in them.")
    return text


def _service(row: QueueRow, _now: float) -> str:
    return f"{row.service} {row.margin}" if row.margin else row.service


def _service_tip(row: QueueRow, _now: float) -> str:
    return service_tip(row)


def _rate(row: QueueRow, _now: float) -> str:
    return row.rate


def _rate_tip(row: QueueRow, _now: float) -> str:
    return rate_tip(row)


def _recent(row: QueueRow, _now: float) -> str:
    return f"{duration(row.hold_time)} / {duration(row.talk_time)}"


def _since(row: QueueRow, _now: float) -> str:
    return f"{row.since} *" if row.reset else row.since


def _by_service(row: QueueRow) -> float:
    return row.service_level.value if row.service_level is not None else -1.0


def _by_rate(row: QueueRow) -> float:
    return row.abandon_rate.value if row.abandon_rate is not None else -1.0


def _by_wait(row: QueueRow) -> float:
    return row.wait_since or float("inf")


QUEUE_COLUMNS: tuple[Column[QueueRow], ...] = (
    Column(
        key="queue",
        header=QT_TRANSLATE_NOOP("Board", "Queue"),
        width=160,
        narrowest=94,
        text=_name,
        sort=lambda row: row.name.casefold(),
        paint=Paint.NAME,
        tip=_name_tip,
        stretch=True,
    ),
    Column(
        key="waiting",
        header=QT_TRANSLATE_NOOP("Board", "Waiting"),
        width=84,
        narrowest=70,
        text=_waiting,
        sort=lambda row: row.waiting,
        paint=Paint.STRONG,
        tone=_waiting_tone,
        right=True,
    ),
    Column(
        key="wait",
        header=QT_TRANSLATE_NOOP("Board", "Longest"),
        width=80,
        narrowest=64,
        text=_wait,
        sort=_by_wait,
        paint=Paint.STRONG,
        tone=_wait_tone,
        right=True,
        ticks=True,
    ),
    Column(
        key="longest",
        header=QT_TRANSLATE_NOOP("Board", "Who waits longest"),
        width=130,
        narrowest=100,
        text=_longest,
        sort=lambda row: row.longest,
        tip=_longest,
        dials=_longest_number,
    ),
    Column(
        key="free",
        header=QT_TRANSLATE_NOOP("Board", "Free"),
        width=62,
        narrowest=52,
        text=_free,
        sort=lambda row: row.states[IDLE],
        tone=_free_tone,
        right=True,
    ),
    Column(
        key="talking",
        header=QT_TRANSLATE_NOOP("Board", "Talking"),
        width=90,
        narrowest=66,
        text=_talking,
        sort=lambda row: row.states[TALKING],
        right=True,
    ),
    Column(
        key="paused",
        header=QT_TRANSLATE_NOOP("Board", "Break"),
        width=66,
        narrowest=52,
        text=_paused,
        sort=lambda row: row.states[PAUSED],
        right=True,
    ),
    Column(
        key="offline",
        header=QT_TRANSLATE_NOOP("Board", "Offline"),
        width=72,
        narrowest=58,
        text=_offline,
        sort=lambda row: row.states[OFFLINE],
        tone=muted_tone,
        right=True,
    ),
    Column(
        key="states",
        header=QT_TRANSLATE_NOOP("Board", "States"),
        width=96,
        narrowest=50,
        text=_states,
        sort=lambda row: sum(row.states),
        paint=Paint.BAR,
        stretch=True,
        tip=_states,
    ),
    Column(
        key="answered",
        header=QT_TRANSLATE_NOOP("Board", "Answered"),
        width=100,
        narrowest=76,
        text=_answered,
        sort=lambda row: row.answered,
        tip=counting_since,
        right=True,
    ),
    Column(
        key="abandoned",
        header=QT_TRANSLATE_NOOP("Board", "Abandoned"),
        width=104,
        narrowest=76,
        text=_abandoned,
        sort=lambda row: row.abandoned,
        tip=counting_since,
        right=True,
    ),
    Column(
        key="rate",
        header=QT_TRANSLATE_NOOP("Board", "Lost"),
        width=76,
        narrowest=64,
        text=_rate,
        sort=_by_rate,
        tip=_rate_tip,
        right=True,
        hint=QT_TRANSLATE_NOOP("Board", "Abandon rate without short abandons; “≈”: part of it is estimated."),
    ),
    Column(
        key="service",
        header=QT_TRANSLATE_NOOP("Board", "Service level"),
        width=120,
        narrowest=96,
        text=_service,
        sort=_by_service,
        paint=Paint.STRONG,
        tip=_service_tip,
        right=True,
        hint=QT_TRANSLATE_NOOP("Board", "“≈” with its range: waits between two answers of the PBX are estimated."),
    ),
    Column(
        key="recent",
        header=QT_TRANSLATE_NOOP("Board", "Recent avg."),
        width=116,
        narrowest=100,
        text=_recent,
        sort=lambda row: row.hold_time,
        tone=muted_tone,
        right=True,
        hint=QT_TRANSLATE_NOOP(
            "Board", "Wait / talk over the last calls, the PBX's moving average: the newest call weighs a quarter."
        ),
    ),
    Column(
        key="since",
        header=QT_TRANSLATE_NOOP("Board", "Since"),
        width=66,
        narrowest=58,
        text=_since,
        sort=lambda row: row.since,
        tone=muted_tone,
        tip=counting_since,
        right=True,
        hint=QT_TRANSLATE_NOOP("Board", "When the counters of answered and abandoned began; * after a PBX reset."),
    ),
)
