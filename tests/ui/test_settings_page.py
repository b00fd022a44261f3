"""The settings page by keys, joined to a real store: what is changed holds, what cannot be is said in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.config import (
    GROUPS,
    SETTINGS,
    BreakRule,
    Profile,
    QueueRule,
    SettingChange,
    SettingsStore,
    keys,
)
from supervisor_gui.errors import SettingsError
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.dialogs.consent import ConsentDialog
from supervisor_gui.ui.settings.editors import (
    CalmSpin,
    ChoiceEditor,
    FileEditor,
    NumberEditor,
    SwitchEditor,
    TextEditor,
)
from supervisor_gui.ui.settings.page import Row, SettingsView
from supervisor_gui.ui.settings.tables import BreaksEditor, QueueRulesEditor
from supervisor_gui.ui.settings.taking import take_wish
from tests.helpers.dialogs import run_dialog
from tests.helpers.qt_async import until
from tests.helpers.whole_label import whole


class Joined:
    """The page and the store as the program joins them."""

    def __init__(self, path: Path) -> None:
        self.store = SettingsStore(path)
        self.store.put(Profile(name="Ana", account="8501110000"))
        self.store.open("Ana")
        self.page = SettingsView()
        self.page.resize(1100, 700)
        self.page.show_settings(self.store.settings)
        self.page.changed.connect(self.take)
        self.store.subscribe(lambda changed: self.page.show_settings(changed.settings))

    def take(self, change: SettingChange) -> None:
        try:
            self.store.apply(change)
        except SettingsError as error:
            self.page.show_problem(change.key, str(error))

    def row(self, key: str) -> Row:
        self.page.open_group(key.partition(".")[0])
        return self.page.rows[key]

    def breaks(self) -> BreaksEditor:
        editor = self.row(keys.BREAKS.key).editor
        assert isinstance(editor, BreaksEditor)
        return editor

    def rules(self) -> QueueRulesEditor:
        editor = self.row(keys.QUEUE_LIMITS.key).editor
        assert isinstance(editor, QueueRulesEditor)
        return editor


@pytest.fixture
def joined(qtbot: QtBot, tmp_path: Path) -> Iterator[Joined]:
    both = Joined(tmp_path / "settings.ini")
    qtbot.addWidget(both.page)
    both.page.show()
    both.page.activateWindow()
    qtbot.waitUntil(both.page.isActiveWindow)
    yield both
    i18n.use(None)


def test_every_shown_declaration_has_a_row_and_every_row_a_name(joined: Joined) -> None:
    shown = {setting.key for setting in SETTINGS if setting.text}
    assert set(joined.page.rows) == shown
    assert {setting.group for setting in SETTINGS if setting.text} == {name for name, _ in GROUPS}
    for row in joined.page.rows.values():
        focus = row.editor.focusProxy()
        assert focus is not None
        assert focus.accessibleName()
        assert row.back.accessibleName()


def test_the_groups_are_walked_by_keys_and_tab_leads_into_the_first_row(joined: Joined, qtbot: QtBot) -> None:
    joined.page.setFocus()
    qtbot.keyClick(joined.page.groups, Qt.Key.Key_Down)
    assert joined.page.pages.currentIndex() == 1
    qtbot.keyClick(joined.page.groups, Qt.Key.Key_Tab)
    editor = joined.page.rows[keys.BEEP.key].editor
    assert isinstance(editor, SwitchEditor)
    assert QApplication.focusWidget() is editor.box
    qtbot.keyClick(editor.box, Qt.Key.Key_Space)
    assert joined.store.settings.get(keys.BEEP) is False


def test_a_choice_takes_effect_at_once(joined: Joined, qtbot: QtBot) -> None:
    editor = joined.row(keys.THEME.key).editor
    assert isinstance(editor, ChoiceEditor)
    qtbot.keyClick(editor.box, Qt.Key.Key_Down)
    assert joined.store.settings.get(keys.THEME) == "light"


def test_a_number_counts_when_it_is_complete(joined: Joined, qtbot: QtBot) -> None:
    editor = joined.row(keys.WAIT_RED.key).editor
    assert isinstance(editor, NumberEditor)
    editor.box.setFocus()
    editor.box.selectAll()
    qtbot.keyClicks(editor.box, "12")
    assert joined.store.settings.get(keys.WAIT_RED) == 60, "1 and 12 on the way to 120 are no limits"
    qtbot.keyClicks(editor.box, "0")
    qtbot.keyClick(editor.box, Qt.Key.Key_Return)
    assert joined.store.settings.get(keys.WAIT_RED) == 120


def test_the_way_back_to_the_default_is_there_when_it_leads_somewhere(joined: Joined, qtbot: QtBot) -> None:
    row = joined.row(keys.WAIT_RED.key)
    assert row.back.isHidden()
    joined.store.set(keys.WAIT_RED, 120)
    assert not row.back.isHidden()
    row.back.setFocus()
    qtbot.keyClick(row.back, Qt.Key.Key_Space)
    assert joined.store.settings.get(keys.WAIT_RED) == 60
    assert row.editor.value() == 60


def test_an_address_that_cannot_be_used_is_said_in_place_and_not_taken(joined: Joined, qtbot: QtBot) -> None:
    row = joined.row(keys.PBX_ADDRESS.key)
    assert isinstance(row.editor, TextEditor)
    row.editor.line.setFocus()
    row.editor.line.selectAll()
    qtbot.keyClicks(row.editor.line, "netgsm")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert "https://" in row.problem.text()
    assert row.problem.isVisible()
    assert joined.store.settings.get(keys.PBX_ADDRESS) == "https://crmsntrl.netgsm.com.tr"
    row.editor.line.setText("https://pbx.example")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert joined.store.settings.get(keys.PBX_ADDRESS) == "https://pbx.example"
    assert row.problem.isHidden()


def test_a_proxy_with_a_password_is_refused_because_nothing_secret_is_kept(joined: Joined, qtbot: QtBot) -> None:
    joined.store.set(keys.PROXY, "manual")
    row = joined.row(keys.PROXY_ADDRESS.key)
    assert isinstance(row.editor, TextEditor)
    row.editor.line.setFocus()
    qtbot.keyClicks(row.editor.line, "http://me:p4ssw0rd@proxy.example:8080")
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert "password" in row.problem.text()
    joined.store.save()
    assert "p4ssw0rd" not in joined.store._path.read_text("utf-8")


def test_a_setting_that_does_not_count_is_out_of_reach(joined: Joined) -> None:
    row = joined.row(keys.PROXY_ADDRESS.key)
    assert not row.isEnabled()
    joined.store.set(keys.PROXY, "manual")
    assert row.isEnabled()


def test_without_a_profile_its_settings_wait(joined: Joined) -> None:
    joined.store.forget("Ana")
    assert not joined.row(keys.WAIT_RED.key).isEnabled()
    assert joined.row(keys.THEME.key).isEnabled()


def _names(joined: Joined) -> list[str]:
    return [rule.name for rule in joined.store.settings.get(keys.BREAKS)]


def test_reasons_are_added_named_moved_and_removed_by_keys(joined: Joined, qtbot: QtBot) -> None:
    joined.store.set(keys.BREAKS, (BreakRule("Yemek", 45, 60),))
    editor = joined.breaks()
    editor.table.setFocus()
    qtbot.keyClick(editor.table, Qt.Key.Key_Insert)
    fields = [
        one for one in editor.table.viewport().findChildren(QLineEdit) if one.objectName() != "qt_spinbox_lineedit"
    ]
    (field,) = fields
    field.setText("Çay  molası")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(joined) == ["Yemek", "Çay molası"])

    editor.table.setFocus()
    qtbot.keyClick(editor.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _names(joined) == ["Çay molası", "Yemek"]
    first = editor.table.item(0, 0)
    assert first is not None
    assert first.text() == "1", "the digit of the menu"

    spin = editor.table.cellWidget(0, 3)
    assert isinstance(spin, QSpinBox)
    assert spin.accessibleName() == "Çay molası: Red (min)"
    spin.setValue(25)
    assert joined.store.settings.get(keys.BREAKS)[0] == BreakRule("Çay molası", 15, 25)

    editor.table.setCurrentCell(1, 1)
    editor.table.setFocus()
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert _names(joined) == ["Çay molası"]


def test_a_reason_keeps_its_name_when_the_new_one_is_empty_or_taken(joined: Joined) -> None:
    editor = joined.breaks()
    item = editor.table.item(0, 1)
    assert item is not None
    before = joined.store.settings.get(keys.BREAKS)
    for name in ("  ", before[1].name):
        item.setText(name)
        assert item.text() == before[0].name
    assert joined.store.settings.get(keys.BREAKS) == before


def test_a_queue_gets_limits_of_its_own_starting_from_the_general_ones(joined: Joined, qtbot: QtBot) -> None:
    joined.store.set(keys.WAITING_RED, 9)
    joined.page.show_queues(["Destek", "Satış"])
    editor = joined.rules()
    qtbot.keyClick(editor._known, Qt.Key.Key_Down)
    editor._known.setCurrentText("Satış")
    qtbot.keyClick(editor._buttons["add"], Qt.Key.Key_Space)
    assert joined.store.settings.get(keys.QUEUE_LIMITS) == (QueueRule("Satış", waiting_red=9),)
    qtbot.keyClick(editor._buttons["add"], Qt.Key.Key_Space)
    assert len(joined.store.settings.get(keys.QUEUE_LIMITS)) == 1, "nothing is chosen any more"
    spin = editor.table.cellWidget(0, 2)
    assert isinstance(spin, QSpinBox)
    spin.setValue(4)
    assert joined.store.settings.get(keys.QUEUE_LIMITS)[0].waiting_red == 4
    qtbot.keyClick(editor._buttons["remove"], Qt.Key.Key_Space)
    assert joined.store.settings.get(keys.QUEUE_LIMITS) == ()


def test_a_ca_file_is_chosen_without_stopping_the_program(joined: Joined, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("x")
    editor = joined.row(keys.CA_FILE.key).editor
    assert isinstance(editor, FileEditor)
    qtbot.keyClick(editor.button, Qt.Key.Key_Space)
    assert editor.dialog is not None
    qtbot.waitUntil(editor.dialog.isVisible)
    editor.dialog.fileSelected.emit(str(file))
    editor.dialog.close()
    assert joined.store.settings.get(keys.CA_FILE) == str(file)


def test_the_wheel_scrolls_the_page_and_changes_no_limit(joined: Joined, qtbot: QtBot) -> None:
    editor = joined.row(keys.WAIT_RED.key).editor
    assert isinstance(editor, NumberEditor)
    joined.page.groups.setFocus()
    assert editor.box.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.qWait(0)
    QApplication.sendEvent(editor.box, _wheel(editor.box))
    assert editor.box.value() == 60


def _wheel(target: CalmSpin) -> QEvent:
    return QWheelEvent(
        QPointF(4, 4),
        QPointF(target.mapToGlobal(QPoint(4, 4))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_page_follows_the_language_at_once(joined: Joined, qapp: QApplication) -> None:
    i18n.use(lambda context, source, _: f"«{source}»" if context == "Settings" else source)
    QApplication.sendEvent(joined.page, QEvent(QEvent.Type.LanguageChange))
    assert joined.page.groups.item(0).text() == "«Appearance»"
    editor = joined.page.rows[keys.THEME.key].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.box.itemText(1) == "«Light»"
    assert joined.page.rows[keys.WAIT_RED.key].label.text() == "«Longest wait, red from»"


def test_a_percent_is_written_as_everywhere_else(joined: Joined, qapp: QApplication) -> None:
    editor = joined.row(keys.TARGET.key).editor
    assert isinstance(editor, NumberEditor)
    joined.store.set(keys.TARGET, 85)
    assert editor.box.text() == "85%"
    i18n.use(lambda _context, source, _: "%{n}" if source == "{n}%" else source)
    QApplication.sendEvent(joined.page, QEvent(QEvent.Type.LanguageChange))
    assert editor.box.text() == "%85"


def test_strings_forty_percent_longer_are_not_cut(joined: Joined, qtbot: QtBot) -> None:
    i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
    joined.page.retranslate()
    joined.page.show_settings(joined.store.settings)
    for name, _ in GROUPS:
        joined.page.open_group(name)
        for row in joined.page.rows.values():
            if row.isVisible():
                for label in (row.label, row.hint):
                    if label.isVisible() and label.text():
                        qtbot.waitUntil(lambda label=label: whole(label))


@pytest.mark.parametrize("agree", [True, False])
def test_the_event_stream_is_switched_on_only_after_a_yes(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, agree: bool
) -> None:
    async def body() -> None:
        both = Joined(tmp_path / "settings.ini")
        tasks = Tasks()
        change = SettingChange(keys.EVENTS_ON.key, value=True)
        task = tasks.spawn("wish", take_wish(change, both.store, both.page))
        dialog = await until(lambda: both.page.findChild(ConsentDialog), "the question")
        assert "password" in dialog.step.accessibleDescription()
        if agree:
            qtbot.keyClick(dialog.agree, Qt.Key.Key_Space)
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert await task is agree
        assert both.store.settings.get(keys.EVENTS_ON) is agree
        assert both.store.settings.get(keys.EVENTS_AGREED) is agree
        if agree:
            both.store.set(keys.EVENTS_ON, value=False)
            assert await take_wish(change, both.store, both.page), "asked once per profile"
        await tasks.close()
        both.page.deleteLater()

    run_dialog(qapp, body())


def test_a_plain_address_is_taken_only_after_a_yes(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    async def body() -> None:
        both = Joined(tmp_path / "settings.ini")
        tasks = Tasks()
        both.store.set(keys.WORKED_ENCRYPTED, value=True)
        change = SettingChange(keys.PBX_ADDRESS.key, "http://pbx.example:9111")
        for agree in (False, True):
            task = tasks.spawn("wish", take_wish(change, both.store, both.page))
            dialog = await until(lambda: both.page.findChild(ConsentDialog), "the question")
            assert "pbx.example" in dialog.step.accessibleDescription()
            qtbot.keyClick(dialog.agree if agree else dialog.decline, Qt.Key.Key_Space)
            assert await task is agree
            await until(lambda: not both.page.findChild(ConsentDialog), "it is gone")
        profile = both.store.profile("Ana")
        assert profile is not None
        assert (profile.pbx_url, profile.plain_http_agreed) == ("http://pbx.example:9111", True)
        assert not profile.worked_encrypted, "that was another host"
        change = SettingChange(keys.PBX_ADDRESS.key, "http://other.example:9111")
        task = tasks.spawn("wish", take_wish(change, both.store, both.page))
        dialog = await until(lambda: both.page.findChild(ConsentDialog), "the question for another host")
        assert "other.example" in dialog.step.accessibleDescription()
        qtbot.keyClick(dialog.decline, Qt.Key.Key_Space)
        assert await task is False
        await until(lambda: not both.page.findChild(ConsentDialog), "it is gone")
        assert await take_wish(SettingChange(keys.PBX_ADDRESS.key, "http://pbx.example:9112"), both.store)
        assert both.store.profile("Ana").plain_http_agreed, "the host is the same"
        assert await take_wish(SettingChange(keys.PBX_ADDRESS.key, "https://other.example"), both.store)
        assert not both.store.profile("Ana").plain_http_agreed, "no fallback that nobody was asked about"
        assert await take_wish(SettingChange(keys.THEME.key, "dark"), both.store)
        with pytest.raises(SettingsError):
            await take_wish(SettingChange(keys.PBX_ADDRESS.key, "nonsense"), both.store)
        await tasks.close()
        both.page.deleteLater()

    run_dialog(qapp, body())
