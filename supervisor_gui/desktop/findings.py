"""What the doctor found, one line a thing, and the table that shows it. It looks at nothing itself."""

import enum
import textwrap
from collections.abc import Sequence

import msgspec

from supervisor_gui.i18n import translate
from supervisor_gui.text import clean

WIDTH = 100
"""Columns of the table, where the terminal is not asked."""
_LONGEST = 600


class Verdict(enum.Enum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    """It works, with a drawback that the user should know."""
    PROBLEM = "problem"
    """Something of the program does not work."""


class Finding(msgspec.Struct, frozen=True):
    """One line of the table.

    Attributes:
        verdict: How bad it is.
        subject: What was looked at.
        found: What was found, a sentence or a name.
        advice: What to do, empty when nothing.
    """

    verdict: Verdict
    subject: str
    found: str
    advice: str = ""


def any_problem(findings: Sequence[Finding]) -> bool:
    """Whether something does not work."""
    return any(finding.verdict is Verdict.PROBLEM for finding in findings)


def render(findings: Sequence[Finding], width: int = WIDTH) -> str:
    """The findings as an aligned table of plain text, advice below its line, and a last line that sums up.

    Args:
        findings: In the order in which they are shown.
        width: Columns that a line may take; long texts go on below themselves.
    """
    words = [_word(finding.verdict) for finding in findings]
    first = max(map(len, words), default=0) + 2
    second = first + max((len(finding.subject) for finding in findings), default=0) + 2
    lines: list[str] = []
    for word, finding in zip(words, findings, strict=True):
        head = f"{word:<{first}}{finding.subject:<{second - first}}"
        for text in (finding.found, finding.advice):
            if text:
                lines += _wrapped(head, text, second, width)
                head = " " * second
    return "\n".join([*lines, "", _sum(findings)])


def _wrapped(head: str, text: str, indent: int, width: int) -> list[str]:
    room = max(20, width - indent)
    parts = textwrap.wrap(clean(text, _LONGEST), room, break_long_words=False, break_on_hyphens=False) or [""]
    return [head + parts[0], *(" " * indent + part for part in parts[1:])]


def _word(verdict: Verdict) -> str:
    match verdict:
        case Verdict.OK:
            return translate("Doctor", "ok")
        case Verdict.WARNING:
            return translate("Doctor", "warning")
        case Verdict.PROBLEM:
            return translate("Doctor", "problem")


def _sum(findings: Sequence[Finding]) -> str:
    problems = sum(finding.verdict is Verdict.PROBLEM for finding in findings)
    warnings = sum(finding.verdict is Verdict.WARNING for finding in findings)
    if not problems and not warnings:
        return translate("Doctor", "Nothing is wrong.")
    return translate("Doctor", "Problems: {problems}, warnings: {warnings}.").format(
        problems=problems, warnings=warnings
    )
