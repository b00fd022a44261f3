"""Whether the PBX is reached, and safely, and whether the clocks agree. The reaching is its caller's."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.config.addresses import is_loopback
from supervisor_gui.desktop.findings import Finding, Verdict
from supervisor_gui.i18n import translate

SKEW_WARNING = 5.0
"""Seconds between this clock and a server's from which ages and waits are visibly wrong."""
SKEW_PROBLEM = 300.0
"""Seconds from which certificates and the borders of days go wrong too."""


class Reach(msgspec.Struct, frozen=True):
    """What reaching one address showed.

    Attributes:
        error: Why it was not reached, in words for the user; empty when it was.
        advice: What to do about the error.
        server_time: The time that its answer bore, seconds since the epoch; None without one.
        asked_at: When it was asked, seconds since the epoch by this computer's clock.
        answered_at: When the answer came, by the same clock.
        url: The address that was reached in place of the one that was asked first; empty when that one was, or none.
    """

    error: str = ""
    advice: str = ""
    server_time: float | None = None
    asked_at: float = 0.0
    answered_at: float = 0.0
    url: str = ""

    def skew(self) -> float | None:
        """Seconds that this computer's clock is ahead of the server's, never less sure than the answer allows.

        A server tells whole seconds, and its answer was made at some moment between question and answer.
        """
        if self.server_time is None:
            return None
        ahead = self.asked_at - (self.server_time + 1.0)
        behind = self.answered_at - self.server_time
        return max(0.0, ahead) + min(0.0, behind)


def shown_address(url: str) -> str:
    """Scheme, host and port of `url`; nothing that may hold a secret."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "?"
    host = parts.hostname or "?"
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def examine_reach(subject: str, url: str, reach: Reach) -> Finding:
    """Whether the address `url`, called `subject`, was reached."""
    address = shown_address(url)
    if reach.error:
        found = translate("Doctor", "{address} cannot be reached: {words}").format(address=address, words=reach.error)
        return Finding(Verdict.PROBLEM, subject, found, reach.advice)
    if reach.url:
        words = translate("Doctor", "{address} does not answer, {other} does")
        return Finding(Verdict.OK, subject, words.format(address=address, other=shown_address(reach.url)))
    return Finding(Verdict.OK, subject, translate("Doctor", "{address} answers").format(address=address))


def examine_encryption(urls: Sequence[str], unreached: Collection[str] = ()) -> Finding:
    """Which of the addresses carry the password readably; what stays on this computer does not count.

    Args:
        urls: All of them; where another one was reached in the place of one, that one.
        unreached: Those of them that did not answer, so that nobody saw how they are.
    """
    subject = translate("Doctor", "Encryption")
    away = [url for url in urls if not is_loopback(urlsplit(url).hostname or "")]
    plain = [shown_address(url) for url in away if not url.lower().startswith("https://")]
    if plain:
        return Finding(
            Verdict.WARNING,
            subject,
            translate("Doctor", "The password travels unencrypted to {addresses}.").format(addresses=", ".join(plain)),
            translate("Doctor", "Use an https:// address where the PBX has one, else only a network that you trust."),
        )
    if not away:
        return Finding(Verdict.OK, subject, translate("Doctor", "nothing leaves this computer"))
    unseen = [shown_address(url) for url in away if url in unreached]
    if unseen:
        words = translate("Doctor", "Encrypted by their addresses; it was not seen where none answered: {addresses}.")
        return Finding(Verdict.WARNING, subject, words.format(addresses=", ".join(unseen)))
    return Finding(Verdict.OK, subject, translate("Doctor", "every connection is encrypted"))


def examine_clock(reaches: Sequence[Reach]) -> Finding:
    """This computer's clock against the servers' that told theirs."""
    subject = translate("Doctor", "Clock")
    skews = [skew for reach in reaches if (skew := reach.skew()) is not None]
    if not skews:
        return Finding(Verdict.WARNING, subject, translate("Doctor", "No server told its time; it was not compared."))
    skew = min(skews, key=abs)
    if abs(skew) < SKEW_WARNING:
        return Finding(Verdict.OK, subject, translate("Doctor", "agrees with the PBX"))
    found = (
        translate("Doctor", "This computer's clock is {n} s ahead of the PBX.")
        if skew > 0
        else translate("Doctor", "This computer's clock is {n} s behind the PBX.")
    ).format(n=round(abs(skew)))
    verdict = Verdict.PROBLEM if abs(skew) >= SKEW_PROBLEM else Verdict.WARNING
    return Finding(verdict, subject, found, translate("Doctor", "Switch on the automatic time of the system."))


def examine_zone(offset: float) -> Finding:
    """This computer's time zone against the PBX's.

    Args:
        offset: Seconds that this computer's zone is east of UTC today.
    """
    subject = translate("Doctor", "Time zone")
    here = timedelta(seconds=offset)
    if here == PBX_ZONE.utcoffset(None):
        return Finding(Verdict.OK, subject, translate("Doctor", "Turkish time, as the PBX's"))
    minutes = int(here.total_seconds() // 60)
    zone = f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return Finding(
        Verdict.WARNING,
        subject,
        translate("Doctor", "This computer is at {zone}; the PBX's days are Turkish days (UTC+03:00).").format(
            zone=zone
        ),
        translate("Doctor", "If this computer stands in Turkey, set its time zone to Europe/Istanbul."),
    )
