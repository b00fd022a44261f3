"""Why getting in failed, in the words of somebody who does it for the first time. Everything else is in `explain`."""

from typing import NamedTuple

from supervisor_gui.config import host_of, is_encrypted
from supervisor_gui.i18n import translate
from supervisor_gui.live.first_contact import Contact
from supervisor_gui.netsantral.errors import BadCredentials, PbxError
from supervisor_gui.netsantral.explain import explain

UNREACHED = frozenset({"refused", "unreachable", "connect_timeout", "connect", "deadline", "cut"})
CERTIFICATE = frozenset({"tls", "tls_expired", "tls_name", "tls_unknown_ca"})
SOMETHING_ELSE = frozenset({"no_tls", "html", "redirect", "not_json", "shape", "empty", "encoding", "too_large"})


class Words(NamedTuple):
    """What happened, what to do, and the outside world's own words."""

    title: str
    text: str
    details: str = ""


def failure_words(contact: Contact) -> Words:
    """Words for a first contact that failed."""
    error = contact.error
    if error is None:
        return Words(translate("FirstStart", "The PBX did not answer."), "")
    details = _details(error, contact)
    if isinstance(error, BadCredentials):
        return _refused(error, details)
    host = host_of(contact.route.url)
    if error.reason == "dns":
        return Words(
            translate("FirstStart", "The name {host} cannot be found.").format(host=host),
            translate(
                "FirstStart",
                "Check that this computer is online, then the address under Advanced. In a company network the "
                "administrator can say whether outside names are looked up, or only a proxy may be used.",
            ),
            details,
        )
    if error.reason in CERTIFICATE:
        return _certificate(host, details)
    if error.reason in UNREACHED:
        return _unreached(host, contact, details)
    if error.reason in SOMETHING_ELSE or error.reason.startswith("http_"):
        return Words(
            translate("FirstStart", "Something answers at {host}, but it is not the PBX.").format(host=host),
            translate(
                "FirstStart",
                "It may be a log-in page of the network, a proxy or a wrong address. Open a web page to see whether "
                "the network asks for a log-in, then check the address and the proxy under Advanced.",
            ),
            details,
        )
    known = explain(error)
    return Words(known.title, "\n".join(filter(None, (known.meaning, known.todo))), details)


def _refused(error: BadCredentials, details: str) -> Words:
    if error.reason == "not_enabled":
        return Words(
            translate("FirstStart", "API access is not enabled for this account."),
            translate("FirstStart", "Enable it in the Netgsm portal: Settings, API operations. Then try again."),
            details,
        )
    causes = (
        translate("FirstStart", "It gives the same answer for three causes. Check them in this order:"),
        translate("FirstStart", "1. The account is the 10-digit PBX number, and the password is the API user's."),
        translate("FirstStart", "2. API access is enabled in the Netgsm portal: Settings, API operations."),
        translate("FirstStart", "3. If addresses are restricted there, this network's outside address is on the list."),
    )
    title = translate("FirstStart", "The PBX does not accept this account and password from here.")
    return Words(title, "\n".join(causes), details)


def _certificate(host: str, details: str) -> Words:
    return Words(
        translate("FirstStart", "The encrypted connection to {host} cannot be trusted.").format(host=host),
        translate(
            "FirstStart",
            "Nothing was sent. In company networks a firewall often opens encrypted connections: ask the administrator "
            "for its CA file and name it under Advanced. Elsewhere do not go on: somebody may be listening. "
            "Check this computer's date, too.",
        ),
        details,
    )


def _unreached(host: str, contact: Contact, details: str) -> Words:
    plain = [url for url in (*contact.tried, contact.route.url) if not is_encrypted(url)]
    if not plain:
        return Words(
            translate("FirstStart", "{host} does not answer.").format(host=host),
            translate(
                "FirstStart", "Check that this computer is online, then the address and the proxy under Advanced."
            ),
            details,
        )
    return Words(
        translate("FirstStart", "{host} does not answer, and neither does port 9111.").format(host=host)
        if len(plain) < len(set(contact.tried) | {contact.route.url})
        else translate("FirstStart", "{host} does not answer. Port 9111 is probably blocked.").format(host=host),
        translate(
            "FirstStart",
            "Many company firewalls block port 9111. Ask the administrator to let this computer reach {host} on ports "
            "443 and 9111, or name the proxy under Advanced. At home check that this computer is online.",
        ).format(host=host),
        details,
    )


def _details(error: PbxError, contact: Contact) -> str:
    lines = [", ".join(contact.tried) or contact.route.url, str(error), error.words or error.details]
    return "\n".join(dict.fromkeys(filter(None, lines)))
