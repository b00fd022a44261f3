"""The wallboard on a computer with two screens: prints as one JSON line on which of them it opened each time.

Run as `python -m tests.helpers.wall_screens_child SETTINGS` with an offscreen platform of two screens.
"""

import json
import sys
from pathlib import Path

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from supervisor_gui.config import SettingsStore, keys
from supervisor_gui.desks.wallboard_flow import WallboardFlow
from supervisor_gui.live.alerts import Alarms
from supervisor_gui.live.policy import Policy
from supervisor_gui.options import Options
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.bridge import Bridge
from supervisor_gui.ui.shell import Shell
from tests.helpers.board_samples import NOW


def main() -> int:
    """Open it as it comes, on the second screen by the menu, and again."""
    app = QApplication([])
    settings = SettingsStore(Path(sys.argv[1]))
    shell = Shell(policy=Policy(), settings=settings.settings, theme=looks.LIGHT)
    bridge = Bridge(lambda _board, _now: Alarms(), lambda: NOW)
    flow = WallboardFlow(shell, bridge, settings, Options(), lambda: NOW)
    shell.window.show()
    found: dict[str, object] = {"menu": [action.text() for action in flow.screens.actions()]}
    found["shown"] = flow.screens.menuAction().isVisible()
    found["in view"] = flow.screens.menuAction() in shell.actions.menu("view").actions()
    flow.open()
    found["first"] = _screen(flow).name()
    flow.leave()
    flow.screens.actions()[1].trigger()
    found["chosen"] = _screen(flow).name()
    flow.leave()
    flow.open()
    found["next time"] = _screen(flow).name()
    found["kept"] = settings.settings.get(keys.WALL_SCREEN)
    sys.stdout.write(json.dumps(found) + "\n")
    flow.close()
    shell.window.close_for_good()
    app.quit()
    return 0


def _screen(flow: WallboardFlow) -> QScreen:
    assert flow.window is not None
    screen = flow.window.screen()
    assert screen.geometry().intersects(flow.window.geometry())
    return screen


if __name__ == "__main__":
    sys.exit(main())
