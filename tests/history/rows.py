"""Rows for the store's tests, each with everything but the point of the test filled in."""

from supervisor_gui.live.ports import AuditRow, MinuteSample, SeenCall, StateInterval

ACCOUNT = "8501110000"
OTHER = "3121110000"
DAY = 86_400.0
NOON = 1_750_000_000.0


def action(words: str = "", *, at: float = NOON, account: str = ACCOUNT, extension: str = "103") -> AuditRow:
    """One finished action."""
    return AuditRow(
        at=at,
        who="ayse",
        account=account,
        action="pause",
        extension=extension,
        queue="destek",
        detail="Mola",
        outcome="done",
        words=words,
    )


def sample(minute: int, queue: str = "destek", *, waiting: int = 1, account: str = ACCOUNT) -> MinuteSample:
    """One queue in one minute."""
    return MinuteSample(
        account=account,
        minute=minute,
        queue=queue,
        waiting=waiting,
        longest=20,
        idle=3,
        ringing=1,
        talking=2,
        paused=1,
        offline=4,
        completed=17,
        abandoned=2,
    )


def interval(
    began: float, ended: float | None, extension: str = "103", *, state: str = "idle", account: str = ACCOUNT
) -> StateInterval:
    """One state of one agent."""
    return StateInterval(account=account, extension=extension, began=began, ended=ended, state=state)


def seen_call(
    at: float, number: str = "05550001122", extension: str = "103", *, key: str = "", account: str = ACCOUNT
) -> SeenCall:
    """One answered call of a minute."""
    return SeenCall(
        account=account,
        key=key or f"sip3-{at:.0f}.{extension}",
        at=at,
        ended=at + 60.0,
        extension=extension,
        number=number,
        queue="destek",
        direction="incoming",
        answered_seconds=45,
    )
