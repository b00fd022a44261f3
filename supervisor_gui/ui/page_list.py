"""The pages in the order of the rail, their pictures and their names. Who builds them is `pages`."""

from collections.abc import Mapping

from supervisor_gui.i18n import translate
from supervisor_gui.ui.widgets.marks import Icon

PAGES = (
    ("live", Icon.PULSE),
    ("calls", Icon.PHONE),
    ("missed", Icon.RETURN),
    ("records", Icon.LIST),
    ("statistics", Icon.BARS),
    ("campaigns", Icon.DIALS),
    ("settings", Icon.GEAR),
)


def page_words() -> Mapping[str, str]:
    """What each page is called."""
    return {
        "live": translate("Window", "Live"),
        "calls": translate("Window", "Calls"),
        "missed": translate("Window", "Missed"),
        "records": translate("Window", "Records"),
        "statistics": translate("Window", "Statistics"),
        "campaigns": translate("Window", "Lists"),
        "settings": translate("Window", "Settings"),
    }
