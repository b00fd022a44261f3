"""What was asked on the command line, as one frozen value. Parsing is in `cli`."""

from pathlib import Path

import msgspec

PAGES = ("live", "calls", "missed", "records", "statistics", "campaigns", "settings")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The arguments of one start.

    Attributes:
        demo: Run on the built-in simulator.
        profile: Name of the profile to open, empty for the last one.
        account: PBX number; with it a profile is made from the arguments and defaults.
        pbx_url, api_url: Base addresses, empty for the profile's.
        events: "HOST:PORT", "off", or empty for the profile's.
        data_dir: Where everything is written; None for the platform's place.
        lang: "tr", "en", or empty for the settings'.
        page: The page to open.
        wallboard: Open the wallboard instead of the main window.
        show: What a window that runs already is to show: a page, "wallboard", or empty to come to the front.
        theme: "light", "dark", "system", or empty for the settings'.
        size: Window width and height in pixels, None for the remembered one.
        shot: File for a picture of the window; the program ends after it.
        shot_after: Seconds between the first data and the picture.
        log_level: Name of the log level.
        time_factor: Shortens every PBX window; loopback addresses only.
        usercode, password: From the environment, for headless commands; the password never in a repr.
        number: A number to dial or a link with one, as it came; to be read with `desktop.tel_links.read_link`.
    """

    demo: bool = False
    profile: str = ""
    account: str = ""
    pbx_url: str = ""
    api_url: str = ""
    events: str = ""
    data_dir: Path | None = None
    lang: str = ""
    page: str = "live"
    wallboard: bool = False
    show: str = ""
    theme: str = ""
    size: tuple[int, int] | None = None
    shot: Path | None = None
    shot_after: float = 0.0
    log_level: str = "INFO"
    time_factor: float = 1.0
    usercode: str = ""
    password: str = ""
    number: str = ""

    def __repr__(self) -> str:
        return f"Options(account={self.account!r}, demo={self.demo}, page={self.page!r})"

    @property
    def headless(self) -> bool:
        """Whether nobody can be asked anything."""
        return self.shot is not None
