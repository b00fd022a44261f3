"""What the figures of a report are called and how they are counted, in words. It counts nothing itself."""

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.reports.request import ReportRequest
from supervisor_gui.reports.values import CellKind, Column


class Metric(msgspec.Struct, frozen=True):
    """One kind of figure; its words are English sources.

    Attributes:
        key: Its name in the program, and that of its colour.
        kind: What it is measured in.
        title: Heading of its column.
        name: Its name within a sentence: for tiles, the legend and the hover.
        hint: How it is counted; `{t}` and `{s}` are the seconds of the service level and of short abandons.
    """

    key: str
    kind: CellKind
    title: str
    name: str
    hint: str = ""


INCOMING = Metric(
    "incoming",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Incoming"),
    QT_TRANSLATE_NOOP("Statistics", "incoming calls"),
    QT_TRANSLATE_NOOP("Statistics", "All incoming calls of the PBX, over every queue."),
)
ANSWERED = Metric(
    "answered",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Answered"),
    QT_TRANSLATE_NOOP("Statistics", "answered"),
    QT_TRANSLATE_NOOP("Statistics", "Calls that an agent took."),
)
UNANSWERED = Metric(
    "unanswered",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Unanswered"),
    QT_TRANSLATE_NOOP("Statistics", "unanswered"),
    QT_TRANSLATE_NOOP("Statistics", "Calls that nobody took, abandoned ones left out."),
)
ABANDONED = Metric(
    "abandoned",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Abandoned"),
    QT_TRANSLATE_NOOP("Statistics", "abandoned"),
    QT_TRANSLATE_NOOP("Statistics", "Calls whose caller left before an agent answered."),
)
SHORT = Metric(
    "short",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Short abandons"),
    QT_TRANSLATE_NOOP("Statistics", "short abandons"),
    QT_TRANSLATE_NOOP("Statistics", "Abandoned within {s} s. They do not count in the service level."),
)
SERVICE = Metric(
    "service",
    CellKind.PERCENT,
    QT_TRANSLATE_NOOP("Statistics", "Service level ({t} s)"),
    QT_TRANSLATE_NOOP("Statistics", "service level ({t} s)"),
    QT_TRANSLATE_NOOP(
        "Statistics",
        "Answered within {t} s ÷ (all answered + abandoned after more than {s} s). Only days whose call lists are kept"
        " count.",
    ),
)
ANSWER_RATE = Metric(
    "answer_rate",
    CellKind.PERCENT,
    QT_TRANSLATE_NOOP("Statistics", "Answered %"),
    QT_TRANSLATE_NOOP("Statistics", "answer rate"),
    QT_TRANSLATE_NOOP("Statistics", "Answered ÷ incoming."),
)
ANSWER_WAIT = Metric(
    "answer_wait",
    CellKind.SECONDS,
    QT_TRANSLATE_NOOP("Statistics", "Avg. answer time"),
    QT_TRANSLATE_NOOP("Statistics", "avg. answer time"),
    QT_TRANSLATE_NOOP("Statistics", "Waits of answered calls ÷ answered (ASA)."),
)
AVERAGE_WAIT = Metric(
    "average_wait",
    CellKind.SECONDS,
    QT_TRANSLATE_NOOP("Statistics", "Avg. wait (all callers)"),
    QT_TRANSLATE_NOOP("Statistics", "avg. wait (all callers)"),
    QT_TRANSLATE_NOOP("Statistics", "Waits of all callers ÷ incoming, also of those who were not answered."),
)
AVERAGE_TALK = Metric(
    "average_talk",
    CellKind.SECONDS,
    QT_TRANSLATE_NOOP("Statistics", "Avg. talk"),
    QT_TRANSLATE_NOOP("Statistics", "avg. talk"),
    QT_TRANSLATE_NOOP("Statistics", "Conversation in all ÷ answered."),
)
LONGEST_WAIT = Metric(
    "longest_wait",
    CellKind.SECONDS,
    QT_TRANSLATE_NOOP("Statistics", "Longest wait"),
    QT_TRANSLATE_NOOP("Statistics", "longest wait"),
    QT_TRANSLATE_NOOP("Statistics", "The longest wait of any caller, answered or not."),
)
PER_DAY = Metric(
    "per_day",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Incoming a day"),
    QT_TRANSLATE_NOOP("Statistics", "incoming a day"),
    QT_TRANSLATE_NOOP("Statistics", "Incoming ÷ days counted."),
)
COUNTED_DAYS = Metric(
    "days",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Days"),
    QT_TRANSLATE_NOOP("Statistics", "days"),
    QT_TRANSLATE_NOOP("Statistics", "Days of the period that are counted here."),
)
MISSED = Metric(
    "missed",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Not answered"),
    QT_TRANSLATE_NOOP("Statistics", "not answered"),
    QT_TRANSLATE_NOOP("Statistics", "Unanswered and abandoned calls together: call records do not tell them apart."),
)
WAITING = Metric(
    "waiting",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Waiting"),
    QT_TRANSLATE_NOOP("Statistics", "waiting"),
    QT_TRANSLATE_NOOP("Statistics", "Callers in the queue at the end of the minute."),
)
LONGEST_NOW = Metric(
    "longest_wait",
    CellKind.SECONDS,
    QT_TRANSLATE_NOOP("Statistics", "Longest wait"),
    QT_TRANSLATE_NOOP("Statistics", "longest wait"),
    QT_TRANSLATE_NOOP("Statistics", "How long the oldest caller had been waiting at the end of the minute."),
)
IDLE = Metric(
    "idle",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Free"),
    QT_TRANSLATE_NOOP("Statistics", "free"),
    QT_TRANSLATE_NOOP("Statistics", "Agents who could take a call. One in several queues counts once."),
)
RINGING = Metric(
    "ringing",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Ringing"),
    QT_TRANSLATE_NOOP("Statistics", "ringing"),
    QT_TRANSLATE_NOOP("Statistics", "Agents whose phone rang."),
)
TALKING = Metric(
    "talking",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "Talking"),
    QT_TRANSLATE_NOOP("Statistics", "talking"),
    QT_TRANSLATE_NOOP("Statistics", "Agents in a call, private ones included."),
)
PAUSED = Metric(
    "paused",
    CellKind.COUNT,
    QT_TRANSLATE_NOOP("Statistics", "On break"),
    QT_TRANSLATE_NOOP("Statistics", "on break"),
    QT_TRANSLATE_NOOP("Statistics", "Agents on break: in the chosen queue, or over all queues in each of theirs."),
)

_STATES = {
    "idle": QT_TRANSLATE_NOOP("Statistics", "Free"),
    "ringing": QT_TRANSLATE_NOOP("Statistics", "Ringing"),
    "talking": QT_TRANSLATE_NOOP("Statistics", "Talking"),
    "paused": QT_TRANSLATE_NOOP("Statistics", "Break"),
    "offline": QT_TRANSLATE_NOOP("Statistics", "Offline"),
    "other": QT_TRANSLATE_NOOP("Statistics", "Other"),
}


def state_order() -> tuple[str, ...]:
    """The states of agents in the order of legends and tables."""
    return tuple(_STATES)


def state_word(state: str) -> str:
    """An agent's state in words; one that is not ours is "Other"."""
    return translate("Statistics", _STATES.get(state, _STATES["other"]))


def title(metric: Metric, request: ReportRequest) -> str:
    """The heading of the metric's column."""
    return _filled(metric.title, request)


def name(metric: Metric, request: ReportRequest) -> str:
    """The metric within a sentence."""
    return _filled(metric.name, request)


def hint(metric: Metric, request: ReportRequest) -> str:
    """How the metric is counted."""
    return _filled(metric.hint, request)


def column(metric: Metric, request: ReportRequest) -> Column:
    """The metric's column in a table."""
    return Column(metric.key, title(metric, request), metric.kind, hint(metric, request))


def _filled(source: str, request: ReportRequest) -> str:
    return translate("Statistics", source).format(t=request.threshold, s=request.short) if source else ""
