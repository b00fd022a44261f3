"""Pictures of the past: bars, lines and agents' days, on screen and for files. pyqtgraph is imported here alone."""

import PySide6.QtCore  # noqa: F401  pyqtgraph takes the binding that is loaded before it
