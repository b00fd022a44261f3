"""What a user did with kept calls, put into the audit of one account. Commands to the PBX note themselves."""

import getpass
import os
import sys
from pathlib import PurePath

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.live.ports import AuditLog, AuditRow


class Exported(msgspec.Struct, frozen=True):
    """An export that has ended: title of the report, days in words, the file's name, and done, refused or cancelled."""

    title: str
    period: str
    file: str
    outcome: str
    words: str = ""


class SessionAudit:
    """Writes under one account and one local user's name."""

    def __init__(self, log: AuditLog, *, account: str, who: str, clock: Clock) -> None:
        """Args.

        log: Takes the rows.
        account: Whose calls.
        who: The local user.
        clock: Dates the rows.
        """
        self._log = log
        self._account = account
        self._who = who
        self._clock = clock

    def note(
        self, action: str, *, detail: str, outcome: str = "done", words: str = "", extension: str = "", queue: str = ""
    ) -> None:
        """Note one action; what stands for what is told by `AuditRow`."""
        row = AuditRow(
            at=self._clock.wall(),
            who=self._who,
            account=self._account,
            action=action,
            extension=extension,
            queue=queue,
            detail=detail,
            outcome=outcome,
            words=words,
        )
        self._log.record((row,))

    def note_export(self, exported: Exported) -> None:
        """Note a file that was written, or was not."""
        kind = PurePath(exported.file).suffix.removeprefix(".").upper()
        what = f"{exported.title}, {exported.period}" + (f" ({kind})" if kind else "")
        self.note("export", detail=what, outcome=exported.outcome, words=exported.words)


def local_user() -> str:
    """Who works on this machine, for the audit; a user without a name is a number."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # Windows has no table of users to be asked
        if sys.platform == "win32":
            return ""
        return str(os.getuid())
