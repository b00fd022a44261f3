"""Which way requests go out; loopback never through a proxy."""

import pytest

from supervisor_gui.netsantral.proxies import is_loopback, proxy_for

PBX = "https://pbx.example.com"


@pytest.mark.parametrize("setting", [None, "", "system"])
def test_without_a_proxy_requests_go_directly(setting: str | None) -> None:
    assert proxy_for(PBX, setting) is None


def test_a_named_proxy_is_used_with_or_without_its_scheme() -> None:
    assert proxy_for(PBX, "http://proxy.example.com:3128") == "http://proxy.example.com:3128"
    assert proxy_for(PBX, "proxy.example.com:3128") == "http://proxy.example.com:3128"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST.", "a.localhost", "[::1]"])
def test_loopback_is_reached_directly_whatever_the_settings(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example.com:3128")
    assert proxy_for(f"http://{host}:9111", "system") is None
    assert proxy_for(f"http://{host}:9111", "http://proxy.example.com:3128") is None


def test_the_systems_proxy_is_taken_for_the_urls_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example.com:3128")
    assert proxy_for(PBX, "system") == "http://proxy.example.com:3128"
    assert proxy_for("http://pbx.example.com:9111", "system") is None


def test_the_systems_exceptions_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example.com:3128")
    monkeypatch.setenv("no_proxy", "example.com")
    assert proxy_for(PBX, "system") is None


@pytest.mark.parametrize("host", ["", "pbx.example.com", "10.0.0.1", "localhost.example.com"])
def test_other_hosts_are_no_loopback(host: str) -> None:
    assert not is_loopback(host)
