"""The platform we stand on: versions that lose references or convert data would take the program down."""

import sys
from importlib.metadata import version

import pytest
from PySide6.QtCore import QObject, QTimer, Signal


class _Sender(QObject):
    fired = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on")
def test_a_thousand_emits_lose_no_references(qtbot: object) -> None:
    sender = _Sender()
    timer = QTimer(sender)
    received: list[object] = []
    sender.fired.connect(received.append)
    before = (sys.getrefcount(None), sys.getrefcount(True))
    for number in range(1000):
        sender.fired.emit(number)
        sender.setObjectName("x")
        timer.stop()
    after = (sys.getrefcount(None), sys.getrefcount(True))
    assert all(abs(one - other) < 200 for one, other in zip(before, after, strict=True))


def test_objects_cross_a_signal_as_they_are(qtbot: object) -> None:
    sender = _Sender()
    received: list[object] = []
    sender.fired.connect(received.append)
    value = {1: ("a", 2)}
    sender.fired.emit(value)
    assert received[0] is value


def test_the_qt_version_is_one_that_was_tried() -> None:
    assert (6, 10) <= tuple(map(int, version("PySide6_Essentials").split(".")[:2])) < (6, 12)
