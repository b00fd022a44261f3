"""What a usable address looks like, and which addresses never leave this machine. It connects to nothing."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from supervisor_gui.i18n import translate

PBX_URL = "https://crmsntrl.netgsm.com.tr"
API_URL = "https://api.netgsm.com.tr"
EVENTS = "crmsntrl.netgsm.com.tr:9110"
PLAIN_PORT = 9111
"""Where the PBX's control host listens without encryption (docs/protocol.md, Encryption)."""


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine."""
    name = host.strip("[]").lower()
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def host_of(url: str) -> str:
    """The host of a URL or of HOST:PORT, lower case; empty when there is none."""
    try:
        return (urlsplit(url if "://" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return ""


def is_encrypted(url: str) -> bool:
    """Whether requests to `url` travel in TLS."""
    return url.lower().startswith("https://")


def plain_form(url: str) -> str:
    """The unencrypted address of the host of `url`: another port, same host."""
    host = host_of(url)
    return f"http://[{host}]:{PLAIN_PORT}" if ":" in host else f"http://{host}:{PLAIN_PORT}"


def stream_address(text: str) -> tuple[str, int] | None:
    """Host and port of "HOST:PORT"; None for "off", nothing, or nonsense."""
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or not 0 < int(port) < 65536:
        return None
    return host.strip("[]"), int(port)


def url_problem(url: str) -> str:
    """Why `url` cannot be a base address, in words; empty when it can."""
    parts = _web_parts(url)
    if parts is None or " " in url or not url.isprintable():
        return translate("Settings", "An address begins with https:// and names a host.")
    if parts.username is not None or parts.query or parts.fragment:
        return translate("Settings", "No user name, password or question mark belongs in the address.")
    return ""


def stream_problem(text: str) -> str:
    """Why `text` cannot be the event stream's address, in words; empty when it can."""
    return (
        "" if stream_address(text) else translate("Settings", "HOST:PORT, for example {example}").format(example=EVENTS)
    )


def proxy_problem(text: str) -> str:
    """Why `text` cannot be a proxy's address, in words; empty when it can. A password is never kept here."""
    parts = _web_parts(text)
    if parts is None:
        return translate("Settings", "A proxy's address looks like http://proxy.example:8080.")
    if parts.username is not None or "@" in text:
        return translate("Settings", "A proxy that wants a password cannot be used: passwords are not kept here.")
    return ""


def template_problem(text: str) -> str:
    """Why `text` cannot be an address with a place for a number, in words; empty when it can."""
    parts = _web_parts(text)
    behind = f"{parts.path}{parts.query}{parts.fragment}" if parts is not None and parts.username is None else ""
    if "{number}" not in behind or " " in text or not text.isprintable():
        return translate(
            "Settings", "An address begins with https://, names a host and holds {place} after it."
        ).format(place="{number}")
    return ""


def _web_parts(text: str) -> SplitResult | None:
    """The parts of an http or https address; None for anything else, and where it names no host or a bad port."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None
