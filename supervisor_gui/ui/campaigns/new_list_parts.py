"""The groups of the form for a new list. Each tells the part of the draft typed in it; none decides anything."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.autodial.draft import MOST_LIMIT, MOST_STOP, ListDraft, group_names
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import (
    LONGEST_NAME,
    LONGEST_PAUSE,
    LONGEST_PREFIX,
    MOST_RETRIES,
    Consent,
    ListNumber,
    StopRule,
)
from supervisor_gui.text import clean
from supervisor_gui.ui.campaigns import new_list_words as words
from supervisor_gui.ui.campaigns.new_list_fields import Choice, Field, NameBox, day_box, day_of, time_box, time_of
from supervisor_gui.ui.dialogs.parts import Mark, plain_label

LONGEST_URL = 500
GROUPS_HEIGHT = 52
SUMMARY = 600


class Part(QGroupBox):
    """A group of fields.

    Signals:
        changed(): Something else is typed or chosen.

    Attributes:
        fields: By the names that `autodial.draft.check` gives them.
    """

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.fields: dict[str, Field] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(9)

    def values(self) -> Mapping[str, Any]:
        """This part of the draft."""
        raise NotImplementedError

    def _add(self, field: Field, *names: str) -> Field:
        self.fields |= dict.fromkeys(names, field)
        self._rows.addWidget(field)
        return field

    def _tell(self, *_: object) -> None:
        self.changed.emit()


class ListPart(Part):
    """Name, prefix, kind, days and hours."""

    def __init__(self, draft: ListDraft) -> None:
        super().__init__(translate("Campaigns", "The list"))
        self.name = QLineEdit(draft.name, maxLength=LONGEST_NAME)
        self.counter = plain_label(muted=True)
        self.counter.setWordWrap(False)
        self.prefix = QLineEdit(draft.prefix, maxLength=LONGEST_PREFIX)
        self.kind = Choice(words.kind_choices(), draft.kind)
        self.first = day_box(draft.first_day, translate("Campaigns", "First day"), self._tell)
        self.last = day_box(draft.last_day, translate("Campaigns", "Last day"), self._tell)
        self.begin = time_box(draft.from_time, translate("Campaigns", "Calls begin at"), self._tell)
        self.end = time_box(draft.until_time, translate("Campaigns", "Calls end at"), self._tell)
        self._add(Field(translate("Campaigns", "&Name"), self.name, self.counter), "name")
        self._kind = self._add(Field(translate("Campaigns", "&Kind"), self.kind, right=True), "kind")
        self._add(Field(translate("Campaigns", "First and last &day"), self.first, self.last, even=True), "days")
        daily = translate("Campaigns", "Every day, Turkish time.")
        label = translate("Campaigns", "&Hours, from and until")
        self._add(Field(label, self.begin, self.end, even=True, sentence=daily, instead=True), "times")
        shown = translate("Campaigns", "Up to four digits that agents see before the number; may be empty.")
        self._add(Field(translate("Campaigns", "&Prefix"), self.prefix, sentence=shown, instead=True), "prefix")
        for line in (self.name, self.prefix):
            line.textChanged.connect(self._tell)
        self.kind.currentIndexChanged.connect(self._tell)
        self.changed.connect(self._show)
        self._show()

    def values(self) -> Mapping[str, Any]:
        """This part of the draft."""
        return {
            "name": self.name.text(),
            "prefix": self.prefix.text(),
            "kind": self.kind.value(),
            "first_day": day_of(self.first),
            "last_day": day_of(self.last),
            "from_time": time_of(self.begin),
            "until_time": time_of(self.end),
        }

    def _show(self) -> None:
        self.counter.setText(f"{len(self.name.text())}/{LONGEST_NAME}")
        self._kind.say(words.kind_sentence(self.kind.value()))


class NumbersPart(Part):
    """Numbers, phone-book groups and the İYS filter.

    Signals:
        numbers_wanted(): The user wants to choose numbers.
    """

    numbers_wanted = Signal()

    def __init__(self, draft: ListDraft) -> None:
        super().__init__(translate("Campaigns", "Whom it calls"))
        self.numbers: tuple[ListNumber, ...] = ()
        self.button = QPushButton(translate("Campaigns", "Choose num&bers…"))
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(self.button.text().replace("&", ""))
        self.groups = QPlainTextEdit("\n".join(draft.groups))
        self.groups.setTabChangesFocus(True)
        self.groups.setFixedHeight(GROUPS_HEIGHT)
        self.consent = Choice(words.consent_choices(), draft.consent)
        self.mark, self.warning = Mark("!"), plain_label()
        self.mark.setAccessibleName(translate("Campaigns", "Warning"))
        self._numbers = self._add(Field(translate("Campaigns", "Numbers"), self.button, instead=True), "numbers")
        self._add(Field(translate("Campaigns", "İYS &filter"), self.consent, below=self._warned(), right=True))
        known = translate("Campaigns", "Groups of the Netgsm phone book, one a line or with commas between.")
        self._add(Field(translate("Campaigns", "Phone-book &groups"), self.groups, sentence=known, right=True))
        self.button.clicked.connect(self.numbers_wanted)
        self.groups.textChanged.connect(self._tell)
        self.consent.currentIndexChanged.connect(self._tell)
        self.changed.connect(self._show)
        self._show()

    def set_numbers(self, numbers: Sequence[ListNumber], summary: str) -> None:
        """The numbers that were chosen, and what is said of them."""
        self.numbers = tuple(numbers)
        self._numbers.say("\n".join(clean(line, SUMMARY) for line in summary.splitlines()))
        self.changed.emit()

    def values(self) -> Mapping[str, Any]:
        """This part of the draft."""
        groups = group_names(self.groups.toPlainText())
        return {"groups": groups, "consent": self.consent.value(), "count": len(self.numbers)}

    def _warned(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.warning, 1)
        return row

    def _show(self) -> None:
        consent = self.consent.value()
        self.mark.setVisible(consent is Consent.NONE)
        self.warning.setText(words.consent_sentence(consent))
        self.consent.setAccessibleDescription(self.warning.text())


class ConnectPart(Part):
    """Department, line and what the called are connected to."""

    def __init__(
        self,
        draft: ListDraft,
        *,
        queues: Sequence[str],
        lines: Sequence[str],
        menus: Sequence[str],
        announcements: Sequence[str],
    ) -> None:
        super().__init__(translate("Campaigns", "How calls are connected"))
        self._names = {TargetKind.QUEUE: queues, TargetKind.IVR: menus, TargetKind.ANNOUNCEMENT: announcements}
        self._typed = {draft.target_kind: draft.target}
        self.department = NameBox(queues, draft.department or _only(queues))
        self.trunk = NameBox(lines, draft.trunk or _only(lines))
        self.target_kind = Choice(words.target_choices(), draft.target_kind)
        self._kind = self.target_kind.value()
        self.target = NameBox(self._names[self._kind], draft.target)
        self.target.setAccessibleName(translate("Campaigns", "Name of the queue, IVR or announcement"))
        pace = translate("Campaigns", "The queue whose free agents set the pace.")
        self._add(Field(translate("Campaigns", "D&epartment"), self.department, sentence=pace), "department")
        self._add(Field(translate("Campaigns", "&Line"), self.trunk), "trunk")
        connect = Field(translate("Campaigns", "Connect the called &to"), self.target_kind, self.target, even=True)
        self._add(connect, "target_kind", "target")
        for box in (self.department, self.trunk, self.target):
            box.currentTextChanged.connect(self._tell)
        self.target_kind.currentIndexChanged.connect(self._on_kind)

    def values(self) -> Mapping[str, Any]:
        """This part of the draft."""
        return {
            "department": self.department.value(),
            "trunk": self.trunk.value(),
            "target_kind": self._kind,
            "target": self.target.value(),
        }

    def _on_kind(self) -> None:
        """Each kind has names of its own; what was typed for the other is not lost."""
        self._typed[self._kind] = self.target.value()
        self._kind = self.target_kind.value()
        self.target.set_names(self._names[self._kind], self._typed.get(self._kind, ""))
        self.changed.emit()


class PacePart(Part):
    """Retries, calls at once and the stop rule."""

    def __init__(self, draft: ListDraft) -> None:
        super().__init__(translate("Campaigns", "Pace and end"))
        self.retries = _spin(0, MOST_RETRIES, draft.retries, translate("Campaigns", "Further tries"))
        self.pause = _spin(0, LONGEST_PAUSE, draft.retry_minutes, translate("Campaigns", "Minutes between two tries"))
        self.limit_rule = Choice(words.limit_choices(), draft.limit_rule)
        self.limit = _spin(1, MOST_LIMIT, draft.limit, translate("Campaigns", "n of calls at once"))
        self.stop_rule = Choice(words.stop_choices(), draft.stop_rule)
        self.stop_limit = _spin(0, MOST_STOP, draft.stop_limit, translate("Campaigns", "n of the stop rule"))
        tries = Field(
            translate("Campaigns", "Further t&ries and minutes between"),
            self.retries,
            self.pause,
            even=True,
            right=True,
        )
        self._retries = self._add(tries, "retries", "retry_minutes")
        pace = Field(translate("Campaigns", "Calls &at once"), self.limit_rule, self.limit, right=True)
        self._limit = self._add(pace, "limit")
        stop = Field(translate("Campaigns", "&Stop early at"), self.stop_rule, self.stop_limit, instead=True)
        self._stop = self._add(stop, "stop_limit")
        for spin in (self.retries, self.pause, self.limit, self.stop_limit):
            spin.valueChanged.connect(self._tell)
        for choice in (self.limit_rule, self.stop_rule):
            choice.currentIndexChanged.connect(self._tell)
        self.changed.connect(self._show)
        self._show()

    def values(self) -> Mapping[str, Any]:
        """This part of the draft."""
        return {
            "retries": self.retries.value(),
            "retry_minutes": self.pause.value(),
            "limit_rule": self.limit_rule.value(),
            "limit": self.limit.value(),
            "stop_rule": self.stop_rule.value(),
            "stop_limit": self.stop_limit.value(),
        }

    def _show(self) -> None:
        rule = self.stop_rule.value()
        self.pause.setEnabled(self.retries.value() > 0)
        self.stop_limit.setEnabled(rule is not StopRule.NONE)
        self._retries.say(words.retry_sentence(self.retries.value(), self.pause.value()))
        self._limit.say(words.limit_sentence(self.limit_rule.value(), self.limit.value()))
        self._stop.say(words.stop_sentence(rule, self.stop_limit.value()))


class OutcomePart(Part):
    """The web address that learns how calls ended."""

    def __init__(self, draft: ListDraft) -> None:
        super().__init__(translate("Campaigns", "Outcomes for another program"))
        self.url = QLineEdit(draft.url, maxLength=LONGEST_URL)
        self.url.setPlaceholderText("https://")
        self.url.textChanged.connect(self._tell)
        self._add(Field(translate("Campaigns", "&Web address"), self.url, sentence=words.url_sentence()), "url")

    def values(self) -> Mapping[str, Any]:
        """This part of the draft."""
        return {"url": self.url.text()}


def _spin(low: int, high: int, value: int, name: str) -> QSpinBox:
    spin = QSpinBox(minimum=low, maximum=high, value=value)
    spin.setAccessibleName(name)
    return spin


def _only(names: Sequence[str]) -> str:
    """The name that needs no choosing."""
    return names[0] if len(names) == 1 else ""
