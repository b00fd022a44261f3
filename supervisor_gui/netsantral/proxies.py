"""Which proxy a URL is reached through: none, the system's, or one that the user named. It connects to nothing."""

import ipaddress
import urllib.request
from urllib.parse import urlsplit

NONE = ""
SYSTEM = "system"


def proxy_for(url: str, setting: str | None) -> str | None:
    """The proxy's URL for `url`, None for a direct connection.

    Args:
        url: The base URL to reach. Loopback is always reached directly.
        setting: None or "" for none, "system" for what the operating system says, else the proxy's own URL.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not setting or is_loopback(host):
        return None
    if setting != SYSTEM:
        return _with_scheme(setting)
    if urllib.request.proxy_bypass(host):
        return None
    found = urllib.request.getproxies()
    proxy = found.get(parts.scheme) or found.get("all")
    return _with_scheme(proxy) if proxy else None


def is_loopback(host: str) -> bool:
    """Whether `host` names this computer itself."""
    name = host.rstrip(".").casefold()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _with_scheme(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"
