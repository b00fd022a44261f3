"""The status bar: account, link, budget, events, encryption and actions under way. It only shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from supervisor_gui.i18n import translate
from supervisor_gui.live.commands import Batch
from supervisor_gui.live.status import PollStatus
from supervisor_gui.netsantral.types import StreamChange, StreamState
from supervisor_gui.ui import link_words
from supervisor_gui.ui.batches import OPEN


class LinkBar(QStatusBar):
    """One line at the window's foot; every part is plain text with an accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._account = ""
        self._status = PollStatus()
        self._stream = StreamChange(StreamState.OFF)
        self._open: dict[int, int] = {}
        self._now = 0.0
        self._labels = {name: QLabel(self) for name in ("link", "budget", "events", "encryption", "advice")}
        for label in self._labels.values():
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.addWidget(label)
        self._labels["encryption"].setObjectName("encryption")
        self._labels["advice"].setObjectName("advice")
        self._pending = QLabel(self)
        self.addPermanentWidget(self._pending)
        self.messageChanged.connect(self._show)

    def set_account(self, account: str) -> None:
        """The PBX number as this seat may see it."""
        self._account = account
        self._show()

    def show_status(self, status: PollStatus) -> None:
        """The link moved on."""
        self._status = status
        self._show()

    def show_stream(self, change: StreamChange) -> None:
        """The event stream moved on."""
        self._stream = change
        self._show()

    def show_batch(self, batch: Batch) -> None:
        """An action moved on."""
        count = batch.count(*OPEN)
        self._open.pop(batch.id, None)
        if count:
            self._open[batch.id] = count
        self._show()

    def forget_batches(self) -> None:
        """The session whose actions were under way has ended."""
        self._open.clear()
        self._show()

    def tick(self, now: float) -> None:
        """A second has passed."""
        self._now = now
        self._show()

    def retranslate(self) -> None:
        """Take today's language."""
        names = {
            "link": translate("Link", "Connection"),
            "budget": translate("Link", "Queries left"),
            "events": translate("Link", "Event stream"),
            "encryption": translate("Link", "Encryption"),
            "advice": translate("Link", "Advice"),
        }
        for key, name in names.items():
            self._labels[key].setAccessibleName(name)
        self._show()

    def _show(self) -> None:
        events_on = self._stream.state is not StreamState.OFF
        connected = bool(self._account)
        texts = {
            "link": f"{self._account}  {link_words.link_words(self._status)}" if connected else "",
            "budget": link_words.budget_words(self._status, self._now) if connected else "",
            "events": link_words.stream_words(self._stream) if connected else "",
            "encryption": link_words.encryption_words(self._status, events_on) if self._status.last_ok else "",
            "advice": link_words.advice_words(self._status, self._now) if connected else "",
        }
        for key, text in texts.items():
            if self._labels[key].text() != text:
                self._labels[key].setText(text)
            # A message stands where the labels do; Qt shows them again when it has gone.
            if not self.currentMessage():
                self._labels[key].setVisible(bool(text))
        waiting = sum(self._open.values())
        text = translate("Link", "%n action(s) under way", None, waiting) if waiting else ""
        if self._pending.text() != text:
            self._pending.setText(text)
