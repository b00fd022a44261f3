"""Why a connection never stood, from what the operating system told, however deep it lies."""

import errno
import socket
import ssl

import pytest

from supervisor_gui.netsantral.failures import not_sent_reason


def test_a_host_with_several_addresses_that_all_refuse_is_refused() -> None:
    told = "Multiple exceptions: [Errno 111] Connect call failed ('::1', 9111), [Errno 111] Connect call failed"
    assert not_sent_reason(OSError(told)) == ("refused", told)


def test_the_cause_inside_a_group_is_found() -> None:
    inner = ExceptionGroup("attempts", [OSError(errno.EHOSTUNREACH, "No route to host")])
    outer = OSError("All connection attempts failed")
    outer.__cause__ = inner
    assert not_sent_reason(outer) == ("unreachable", "No route to host")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "dns"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "unreachable"),
        (OSError(errno.EPERM, "Operation not permitted"), "connect"),
        (ssl.SSLError(1, "handshake failure"), "tls"),
        (ssl.SSLCertVerificationError("refused by the system's own check"), "tls"),
        (RuntimeError("something"), "connect"),
    ],
)
def test_each_cause_has_its_reason(error: Exception, reason: str) -> None:
    assert not_sent_reason(error)[0] == reason


def test_a_circle_of_causes_ends() -> None:
    one, two = ValueError("a"), ValueError("b")
    one.__cause__, two.__cause__ = two, one
    assert not_sent_reason(one) == ("connect", "a")
