"""The settings page, made from the declarations: groups, rows, hints, defaults. It keeps nothing and asks nobody."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supervisor_gui.config import GROUPS, SETTINGS, Kind, Level, QueueRule, Setting, SettingChange, Settings, keys
from supervisor_gui.config.policy import locked_words
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui import plain
from supervisor_gui.ui.dialogs.parts import Panel, plain_label
from supervisor_gui.ui.settings.editors import Editor, simple_editor
from supervisor_gui.ui.settings.tables import BreaksEditor, QueueRulesEditor

GROUP_WIDTH = 190
LABEL_WIDTH = 270
WIDE = frozenset({Kind.BREAKS, Kind.QUEUES})


def editor_for(setting: Setting[Any]) -> Editor:
    """The widget for any setting."""
    if setting.kind is Kind.BREAKS:
        return BreaksEditor(setting)
    if setting.kind is Kind.QUEUES:
        return QueueRulesEditor(setting)
    return simple_editor(setting)


class Row(QWidget):
    """One setting: its words, its editor, the way back to the default, its hint, and what is wrong with it.

    Signals:
        wished(SettingChange): The user wants this.
    """

    wished = Signal(object)

    def __init__(self, setting: Setting[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.editor = editor_for(setting)
        self.label = plain_label()
        self.label.setBuddy(self.editor)
        self.hint = plain_label(muted=True)
        self.problem = plain_label(bold=True)
        self.problem.hide()
        self._locked = False
        self.back = QToolButton()
        self.back.setText("↺")
        self.back.setAutoRaise(True)
        self.back.clicked.connect(self._on_back)
        self.editor.changed.connect(self._on_changed)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(3)
        top = Qt.AlignmentFlag.AlignTop
        if self.setting.kind in WIDE:
            layout.setColumnStretch(0, 1)
            layout.addWidget(self.label, 0, 0, 1, 2)
            layout.addWidget(self.back, 0, 2, top)
            layout.addWidget(self.hint, 1, 0, 1, 3)
            layout.addWidget(self.editor, 2, 0, 1, 3)
            layout.addWidget(self.problem, 3, 0, 1, 3)
            return
        layout.setColumnMinimumWidth(0, LABEL_WIDTH)
        # A spare column instead of a greatest width: wrapped hints get the height of the width that they have.
        layout.setColumnStretch(1, 3)
        layout.setColumnStretch(3, 2)
        layout.addWidget(self.label, 0, 0)
        layout.addWidget(self.editor, 0, 1)
        layout.addWidget(self.back, 0, 2, top)
        layout.addWidget(self.hint, 1, 1, 1, 2)
        layout.addWidget(self.problem, 2, 1, 1, 2)
        self.label.setFixedWidth(LABEL_WIDTH)

    def show_settings(self, settings: Settings) -> None:
        """Show today's value and whether it counts, and whether it is the user's to change."""
        self.editor.show_value(settings.get(self.setting))
        keeps_place = self.back.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keeps_place)
        self.back.setVisible(settings.is_set(self.setting))
        self._locked = settings.machine.fixes(self.setting)
        self.editor.setEnabled(not self._locked)
        self._say_hint()
        if self.setting.needs is not None:
            key, wanted = self.setting.needs
            self.setEnabled(settings.value(key) == wanted)
        self.problem.hide()

    def show_problem(self, words: str) -> None:
        """Say in place why the value was not taken."""
        self.problem.setText(clean(words))
        self.problem.show()

    def retranslate(self) -> None:
        """Take today's language."""
        name = translate("Settings", self.setting.text)
        self.label.setText("" if self.setting.kind is Kind.SWITCH else name)
        self._say_hint()
        self.editor.retranslate()
        self.back.setToolTip(translate("Settings", "Back to the default"))
        self.back.setAccessibleName(translate("Settings", "{name}: back to the default").format(name=name))

    def _say_hint(self) -> None:
        told = translate("Settings", self.setting.hint) if self.setting.hint else ""
        words = locked_words() if self._locked else told
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.editor.setToolTip(plain.tooltip(locked_words() if self._locked else ""))

    def _on_changed(self, value: Any) -> None:
        self.wished.emit(SettingChange(self.setting.key, value))

    def _on_back(self) -> None:
        self.wished.emit(SettingChange(self.setting.key, None))
        self.editor.setFocus()


class SettingsView(QWidget):
    """The settings page; changes take effect at once.

    Signals:
        changed(SettingChange): The user wants a value; None means the default. Whoever owns the settings takes it,
            and answers with `show_settings` or `show_problem`.
        do_not_call_wanted(): The do-not-call list is to be looked at.
    """

    changed = Signal(object)
    do_not_call_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        self._settings = Settings()
        self.rows: dict[str, Row] = {}
        self._titles: dict[str, QLabel] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._whose: dict[str, QLabel] = {}
        self._profile_bodies: list[QWidget] = []
        self.do_not_call = QPushButton()
        self.do_not_call.clicked.connect(self.do_not_call_wanted)
        self.groups = QListWidget()
        self.groups.setFixedWidth(GROUP_WIDTH)
        self.groups.setFrameShape(QFrame.Shape.NoFrame)
        self.groups.viewport().setAutoFillBackground(False)
        self.pages = QStackedWidget()
        for name, _ in GROUPS:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, 38))
            self.groups.addItem(item)
            self.pages.addWidget(self._group(name))
        self.groups.currentRowChanged.connect(self.pages.setCurrentIndex)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(14)
        layout.addWidget(self.groups)
        layout.addWidget(self.pages, 1)
        self.setFocusProxy(self.groups)
        rules = self.rows[keys.QUEUE_LIMITS.key].editor
        if isinstance(rules, QueueRulesEditor):
            rules.starting_wanted.connect(self._on_starting)
        self.groups.setCurrentRow(0)
        self.retranslate()

    def _group(self, name: str) -> QWidget:
        panel = Panel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(2)
        self._titles[name] = plain_label(bigger=True)
        column.addWidget(self._titles[name])
        members = [setting for setting in SETTINGS if setting.text and setting.group == name]
        if any(setting.level is Level.PROFILE for setting in members):
            self._whose[name] = plain_label(muted=True)
            column.addWidget(self._whose[name])
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(0)
        for setting in members:
            row = Row(setting)
            row.wished.connect(self.changed)
            self.rows[setting.key] = row
            inner.addWidget(row)
        if name == "campaigns":
            inner.addSpacing(10)
            inner.addWidget(self.do_not_call, 0, Qt.AlignmentFlag.AlignLeft)
        if name in self._whose:
            self._profile_bodies.append(body)
        column.addWidget(body)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(panel)
        self._areas[name] = scroll
        return scroll

    def show_settings(self, settings: Settings) -> None:
        """Show this snapshot."""
        self._settings = settings
        for row in self.rows.values():
            row.show_settings(settings)
        for body in self._profile_bodies:
            body.setEnabled(bool(settings.profile))
        self._say_whose()

    def show_queues(self, names: Sequence[str]) -> None:
        """Queues that can get limits of their own."""
        editor = self.rows[keys.QUEUE_LIMITS.key].editor
        if isinstance(editor, QueueRulesEditor):
            editor.show_queues(names)

    def show_problem(self, key: str, words: str) -> None:
        """The value wished for `key` was not taken."""
        self.rows[key].show_problem(words)

    def open_group(self, name: str) -> None:
        """Turn to a group."""
        self.groups.setCurrentRow([group for group, _ in GROUPS].index(name))

    def retranslate(self) -> None:
        """Take today's language."""
        self.groups.setAccessibleName(translate("Settings", "Groups of settings"))
        for index, (name, text) in enumerate(GROUPS):
            words = translate("Settings", text)
            self.groups.item(index).setText(words)
            self._titles[name].setText(words)
            self._areas[name].setAccessibleName(words)
        for row in self.rows.values():
            row.retranslate()
        self.do_not_call.setText(translate("Settings", "Do-not-call list…"))
        self.do_not_call.setAccessibleName(translate("Settings", "Look at the do-not-call list and change it"))
        self._say_whose()

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells that the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_whose(self) -> None:
        profile = clean(self._settings.profile, 60)
        words = (
            translate("Settings", "For the profile “{name}”").format(name=profile)
            if profile
            else translate("Settings", "Open a profile to change these.")
        )
        for label in self._whose.values():
            label.setText(words)

    def _on_starting(self) -> None:
        get = self._settings.get
        editor = self.rows[keys.QUEUE_LIMITS.key].editor
        if isinstance(editor, QueueRulesEditor):
            editor.starting = QueueRule(
                queue="",
                waiting_warn=get(keys.WAITING_WARN),
                waiting_red=get(keys.WAITING_RED),
                wait_warn=get(keys.WAIT_WARN),
                wait_red=get(keys.WAIT_RED),
                min_free=get(keys.MIN_FREE),
                threshold=get(keys.THRESHOLD),
                short=get(keys.SHORT),
            )
