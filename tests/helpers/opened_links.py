"""The program's own application object with links handed to it as macOS does, as a process of its own.

Run as `python -m tests.helpers.opened_links FOLDER`. It prints one JSON line of what the window showed.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from supervisor_gui.desktop.url_events import Application
from tests.helpers.call_desk import open_call_desk
from tests.helpers.qt_async import run_qt, until


def opened(app: Application, link: str) -> None:
    """The system wants this opened."""
    QCoreApplication.postEvent(app, QFileOpenEvent(QUrl(link)))


async def _serve(app: Application, folder: Path) -> None:
    shown = []
    # At a start with a link, the links come while the window is still being built.
    opened(app, "tel:05550000008")
    opened(app, "tel:0555%20000%2000%2001")
    async with open_call_desk(app, folder, events=False) as phone:
        strip = phone.front.strip
        shown.append(strip.isVisible())
        app.give_links_to(phone.desk.program.pages.take_link)
        await until(strip.isVisible, "the newest link from before")
        shown.append(strip.words)
        strip.dismiss.click()
        for link in ("file:///a/document.txt", "https://example.org/", "tel:05550000002;ext=1", "tel:05550000003"):
            opened(app, link)
            if link.startswith("tel:"):
                await until(strip.isVisible, link)
                shown.append(strip.words)
                strip.dismiss.click()
    sys.stdout.write(json.dumps(shown) + "\n")


if __name__ == "__main__":
    application = Application([])
    run_qt(application, _serve(application, Path(sys.argv[1])), 90)
