"""Why a request did not reach the PBX, read from what the operating system and TLS raised. It knows no HTTP."""

import errno
import re
import socket
import ssl

from supervisor_gui.certificates import system_has_certificates
from supervisor_gui.netsantral.errors import NoAnswer

_ERRNO = {
    errno.ECONNREFUSED: "refused",
    errno.ENETUNREACH: "unreachable",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETDOWN: "unreachable",
    errno.ETIMEDOUT: "connect_timeout",
}
_WINDOWS = {
    121: "connect_timeout",
    1225: "refused",
    1231: "unreachable",
    1232: "unreachable",
    10050: "unreachable",
    10051: "unreachable",
    10060: "connect_timeout",
    10061: "refused",
    10065: "unreachable",
}
"""Windows' own numbers; the event loop there tells most of them with the error number of a bad argument."""

_CERTIFICATE = {
    9: "tls_expired",  # not valid yet
    10: "tls_expired",
    18: "tls_unknown_ca",
    19: "tls_unknown_ca",
    20: "tls_unknown_ca",
    21: "tls_unknown_ca",
    62: "tls_name",
    64: "tls_name",
    # Windows
    0x800B0101: "tls_expired",
    0x800B0109: "tls_unknown_ca",
    0x800B010A: "tls_unknown_ca",
    0x800B010F: "tls_name",
    # macOS
    -67818: "tls_expired",
    -67819: "tls_expired",  # not valid yet
    -67843: "tls_unknown_ca",
    -67602: "tls_name",
}
"""Why a certificate was not taken: OpenSSL's verify codes, and those of the systems that judge by themselves."""

_NUMBER = re.compile(r"\[(Errno|WinError) (\d+)\]")


class Dropped(NoAnswer):
    """A kept connection was gone before a byte of the answer came; reason "cut", like any other cut."""


def not_sent_reason(error: BaseException) -> tuple[str, str]:
    """(reason, words) for a connection that never stood: the deepest cause that tells something."""
    reason, words = "connect", str(error)
    for cause in _chain(error):
        found = _one_reason(cause)
        if found:
            reason, words = found, _words(cause)
    return reason, words


def _one_reason(error: BaseException) -> str:
    if isinstance(error, socket.gaierror):
        return "dns"
    if isinstance(error, ssl.SSLCertVerificationError):
        found = _CERTIFICATE.get(getattr(error, "verify_code", 0), "tls")
        # Without a store every issuer is unknown, and what must be done is something else.
        return "tls_no_store" if found == "tls_unknown_ca" and not system_has_certificates() else found
    if isinstance(error, ssl.SSLError):
        # Errors that are not OpenSSL's own have no reason: other systems' certificate checks raise such.
        return "no_tls" if getattr(error, "reason", "") in {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"} else "tls"
    if isinstance(error, OSError):
        return _of_system(error) or ("" if error.errno else _told(error))
    return ""


def _of_system(error: OSError) -> str:
    return _WINDOWS.get(getattr(error, "winerror", None) or 0) or _ERRNO.get(error.errno or 0, "")


def _told(error: OSError) -> str:
    """The reason behind the number that asyncio leaves in the words alone when a host has several addresses."""
    found = _NUMBER.search(str(error))
    if found is None:
        return ""
    return (_WINDOWS if found[1] == "WinError" else _ERRNO).get(int(found[2]), "")


def _words(error: BaseException) -> str:
    told = getattr(error, "verify_message", None)
    if isinstance(told, str) and told:
        return told
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def _chain(error: BaseException | None) -> list[BaseException]:
    """`error` and everything it came from, outermost first; each member of a group counts."""
    found: list[BaseException] = []
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or one in found:
            continue
        found.append(one)
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
    return found
