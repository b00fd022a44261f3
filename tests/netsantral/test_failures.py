"""Why a connection never stood, from what the operating system told, however deep it lies."""

import errno
import socket
import ssl

import pytest

from supervisor_gui.netsantral import failures
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


class _OnWindows(OSError):
    """What Windows' event loop raises: the system's number beside the error number of a bad argument."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EINVAL, "The remote computer refused the network connection")
        self.winerror = number


@pytest.mark.parametrize(
    ("number", "reason"),
    [(1225, "refused"), (10061, "refused"), (1231, "unreachable"), (10065, "unreachable"), (121, "connect_timeout")],
)
def test_windows_own_numbers_are_known(number: int, reason: str) -> None:
    outer = OSError("All connection attempts failed")
    outer.__cause__ = _OnWindows(number)
    assert not_sent_reason(outer) == (reason, "The remote computer refused the network connection")


def test_on_windows_several_addresses_that_refuse_are_refused_too() -> None:
    told = "Multiple exceptions: [WinError 1225] The remote computer refused it, [WinError 10051] Unreachable"
    assert not_sent_reason(OSError(told)) == ("refused", told)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (0x800B0101, "tls_expired"),
        (0x800B0109, "tls_unknown_ca"),
        (0x800B010F, "tls_name"),
        (-67818, "tls_expired"),
        (-67843, "tls_unknown_ca"),
        (-67602, "tls_name"),
        (0x80092013, "tls"),
    ],
)
def test_a_certificate_that_windows_or_macos_refused_has_its_reason(
    code: int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failures, "system_has_certificates", lambda: True)
    error = ssl.SSLCertVerificationError("refused")
    error.verify_code, error.verify_message = code, "the system's words"
    assert not_sent_reason(error) == (reason, "the system's words")


def test_a_circle_of_causes_ends() -> None:
    one, two = ValueError("a"), ValueError("b")
    one.__cause__, two.__cause__ = two, one
    assert not_sent_reason(one) == ("connect", "a")
