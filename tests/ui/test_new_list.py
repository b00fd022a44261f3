"""The form for a new list: what it says while it is filled in, what comes out, and how it looks in every size."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.autodial.draft import MOST_FIXED, ListDraft, first_draft, made
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_autodial import Consent, LimitRule, ListKind, ListNumber, StopRule
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.new_list import TALLEST, WIDTH, NewListDialog
from supervisor_gui.ui.dialogs.confirm import ConfirmDialog
from supervisor_gui.ui.language import Language
from tests.helpers.dialogs import run_dialog
from tests.helpers.qt_async import until

TODAY = date(2026, 11, 29)
LINE = "3121110000"
NUMBERS = tuple(ListNumber(f"555000{ends:04d}", f"Ad {ends}") for ends in range(1, 4))


@pytest.fixture
def long_words() -> Iterator[None]:
    """Every sentence 40 % longer, in words as Turkish has them."""
    i18n.use(lambda _, source, n: source.replace("%n", str(n)) + " uzunca" * (len(source) * 2 // 5 // 7 + 1))
    yield
    i18n.use(None)


def opened(qtbot: QtBot, qapp: QApplication, draft: ListDraft | None = None, **wishes: Any) -> NewListDialog:
    looks.apply(qapp, wishes.pop("theme", looks.LIGHT))
    usual: dict[str, Any] = {
        "queues": ("Destek", "Satış"),
        "lines": (LINE, "8501110000"),
        "menus": ("Ana menü",),
        "announcements": ("Duyuru",),
        "today": TODAY,
    }
    dialog = NewListDialog(draft or first_draft(TODAY), **(usual | wishes))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> NewListDialog:
    return opened(qtbot, qapp)


@pytest.fixture
def drafts(dialog: NewListDialog) -> list[ListDraft]:
    heard: list[ListDraft] = []
    dialog.made.connect(heard.append)
    return heard


def fill(dialog: NewListDialog) -> None:
    """What nobody can guess."""
    dialog.list.name.setText("Kasım")
    dialog.connections.department.setCurrentText("Satış")
    dialog.connections.trunk.setCurrentText(LINE)
    dialog.connections.target.setCurrentText("Destek")
    dialog.set_numbers(NUMBERS, "3 numbers")


def reason(dialog: NewListDialog, field: str) -> str:
    """What is said below a field, as far as it is shown."""
    label = next(part.fields[field] for part in dialog._parts if field in part.fields).reason
    return "" if label.isHidden() else label.text()


def test_a_form_filled_by_keyboard_is_handed_over_by_enter(
    dialog: NewListDialog, drafts: list[ListDraft], qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.focusWidget(), "November 2")
    qtbot.keyClicks(dialog.connections.department.lineEdit(), "Destek")
    qtbot.keyClicks(dialog.connections.trunk.lineEdit(), LINE)
    qtbot.keyClick(dialog.list.name, Qt.Key.Key_Return)
    assert drafts == [], "the target and the numbers are missing"
    qtbot.keyClicks(dialog.connections.target.lineEdit(), "Destek")
    dialog.set_numbers(NUMBERS, "3 numbers")
    qtbot.keyClick(dialog.list.name, Qt.Key.Key_Return)
    assert [(draft.name, draft.department, draft.trunk, draft.target, draft.count) for draft in drafts] == [
        ("November 2", "Destek", LINE, "Destek", 3)
    ]
    assert dialog.numbers == NUMBERS
    assert dialog.isVisible(), "its owner closes it when the list was made"


def test_every_field_reaches_the_draft(dialog: NewListDialog, drafts: list[ListDraft], qtbot: QtBot) -> None:
    fill(dialog)
    dialog.list.prefix.setText("42")
    dialog.list.kind.choose(ListKind.FIXED)
    dialog.list.first.setDate(QDate(2026, 12, 1))
    dialog.list.last.setDate(QDate(2026, 12, 5))
    for box, text in ((dialog.list.begin, "10:30"), (dialog.list.end, "16:45")):
        box.setFocus()
        box.setSelectedSection(QDateTimeEdit.Section.HourSection)
        qtbot.keyClicks(box, text)
    dialog.who.groups.setPlainText("VIP, Bayiler\nVIP")
    dialog.who.consent.choose(Consent.TRADER)
    dialog.connections.target_kind.choose(TargetKind.IVR)
    dialog.connections.target.setCurrentText("Ana menü")
    dialog.pace.retries.setValue(3)
    dialog.pace.pause.setValue(1440)
    dialog.pace.limit_rule.choose(LimitRule.CALLS_PER_MINUTE)
    dialog.pace.limit.setValue(12)
    dialog.pace.stop_rule.choose(StopRule.FAILED_PERCENT)
    dialog.pace.stop_limit.setValue(40)
    dialog.outcomes.url.setText("https://crm.example/netgsm")
    dialog.go.click()
    expected = ListDraft(
        name="Kasım",
        prefix="42",
        kind=ListKind.FIXED,
        first_day=date(2026, 12, 1),
        last_day=date(2026, 12, 5),
        from_time=time(10, 30),
        until_time=time(16, 45),
        retries=3,
        retry_minutes=1440,
        department="Satış",
        trunk=LINE,
        target_kind=TargetKind.IVR,
        target="Ana menü",
        limit_rule=LimitRule.CALLS_PER_MINUTE,
        limit=12,
        stop_rule=StopRule.FAILED_PERCENT,
        stop_limit=40,
        url="https://crm.example/netgsm",
        groups=("VIP", "Bayiler"),
        consent=Consent.TRADER,
        count=3,
    )
    assert drafts == [expected]
    assert made(drafts[0], dialog.numbers).numbers == NUMBERS


def test_a_draft_comes_out_as_it_went_in(qtbot: QtBot, qapp: QApplication) -> None:
    draft = msgspec.structs.replace(
        first_draft(TODAY),
        name="Kasım 2",
        kind=ListKind.FIXED,
        department="Başka kuyruk",
        trunk="8501110001",
        target_kind=TargetKind.ANNOUNCEMENT,
        target="Eski duyuru",
        limit_rule=LimitRule.FREE_TIMES,
        limit=2,
        stop_rule=StopRule.REACHED_COUNT,
        stop_limit=7,
        consent=Consent.CONSUMER,
        url="https://crm.example/",
        groups=("VIP",),
        retries=0,
    )
    assert opened(qtbot, qapp, draft).draft == draft


def test_each_field_says_what_is_wrong_while_it_is_typed(dialog: NewListDialog, qtbot: QtBot) -> None:
    assert "name" in reason(dialog, "name")
    qtbot.keyClicks(dialog.list.name, "K")
    assert reason(dialog, "name") == ""
    fill(dialog)
    assert dialog.go.isEnabled()
    qtbot.keyClicks(dialog.list.prefix, "1a")
    qtbot.keyClicks(dialog.outcomes.url, "http://crm.example")
    dialog.list.last.setDate(QDate(2026, 11, 28))
    dialog.list.first.setDate(QDate(2026, 11, 28))
    assert "digits" in reason(dialog, "prefix")
    assert "https://" in reason(dialog, "url")
    assert "over" in reason(dialog, "days")
    assert not dialog.go.isEnabled()
    assert dialog.list.prefix.accessibleDescription().endswith(reason(dialog, "prefix"))


def test_the_button_says_all_that_is_missing(dialog: NewListDialog) -> None:
    missing = ["Name", "Numbers", "Department", "Line", "Connect the called to"]
    assert all(name in dialog.go.toolTip() for name in missing)
    assert all(name in dialog.missing.text() for name in missing)
    assert all(name in dialog.go.accessibleDescription() for name in missing)
    fill(dialog)
    assert dialog.go.toolTip() == ""
    assert dialog.missing.text() == ""


def test_a_name_takes_fifty_letters_and_counts_them(dialog: NewListDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.list.name, "s" * 60)
    assert dialog.list.name.text() == "s" * 50
    assert dialog.list.counter.text() == "50/50"
    assert reason(dialog, "name") == ""


def test_a_fixed_list_with_too_many_numbers_is_told_to_be_dynamic(dialog: NewListDialog) -> None:
    fill(dialog)
    dialog.set_numbers(NUMBERS[:1] * (MOST_FIXED + 1), "5,001 numbers")
    assert dialog.go.isEnabled()
    dialog.list.kind.choose(ListKind.FIXED)
    assert "dynamic" in reason(dialog, "numbers")
    assert not dialog.go.isEnabled()


def test_groups_do_in_place_of_numbers(dialog: NewListDialog, qtbot: QtBot) -> None:
    fill(dialog)
    dialog.set_numbers((), "")
    assert reason(dialog, "numbers")
    qtbot.keyClicks(dialog.who.groups, "VIP")
    assert reason(dialog, "numbers") == ""
    assert dialog.go.isEnabled()


def test_numbers_are_chosen_elsewhere_and_summed_up_here(dialog: NewListDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.numbers_wanted):
        qtbot.keyClick(dialog.who.button, Qt.Key.Key_Space)
    dialog.set_numbers(NUMBERS, "3 numbers\n<b>1</b> left out\x00")
    field = dialog.who.fields["numbers"].sentence
    assert field.text() == "3 numbers\n<b>1</b> left out␀"
    assert field.textFormat() is Qt.TextFormat.PlainText


def test_pace_and_stop_rule_are_told_in_words_with_their_numbers(dialog: NewListDialog) -> None:
    pace, limit, stop = dialog.pace, dialog.pace._limit.sentence, dialog.pace._stop.sentence
    pace.limit.setValue(7)
    for rule, words in zip(
        LimitRule, ("each free agent, and 7 more", "7 calls for each", "minute: 7 calls"), strict=True
    ):
        pace.limit_rule.choose(rule)
        assert words in limit.text()
    pace.stop_limit.setValue(30)
    told = set()
    for rule in StopRule:
        pace.stop_rule.choose(rule)
        assert pace.stop_limit.isEnabled() == (rule is not StopRule.NONE)
        assert ("30" in stop.text()) == (rule is not StopRule.NONE)
        told.add(stop.text())
    assert len(told) == 7


def test_without_the_iys_filter_the_form_warns_and_asks_nothing(dialog: NewListDialog, drafts: list[ListDraft]) -> None:
    fill(dialog)
    assert "against the law" in dialog.who.warning.text()
    assert dialog.who.mark.isVisibleTo(dialog)
    dialog.who.consent.choose(Consent.CONSUMER)
    assert "against the law" not in dialog.who.warning.text()
    assert not dialog.who.mark.isVisibleTo(dialog)
    dialog.who.consent.choose(Consent.NONE)
    dialog.go.click()
    assert [draft.consent for draft in drafts] == [Consent.NONE]


def test_the_web_address_says_what_is_sent_there(dialog: NewListDialog) -> None:
    words = dialog.outcomes.fields["url"].sentence.text()
    assert all(part in words for part in ("list's id", "called number", "name", "outcome", "connected"))


def test_each_kind_of_target_offers_its_own_names_and_keeps_what_was_typed(dialog: NewListDialog) -> None:
    kind, target = dialog.connections.target_kind, dialog.connections.target

    def offered() -> list[str]:
        return [target.itemText(place) for place in range(target.count())]

    assert offered() == ["Destek", "Satış"]
    target.setCurrentText("Satış")
    kind.choose(TargetKind.IVR)
    assert (offered(), target.value()) == (["Ana menü"], "")
    target.setCurrentText("Gece menüsü")
    kind.choose(TargetKind.ANNOUNCEMENT)
    assert offered() == ["Duyuru"]
    kind.choose(TargetKind.IVR)
    assert target.value() == "Gece menüsü"
    kind.choose(TargetKind.QUEUE)
    assert target.value() == "Satış"


def test_the_only_queue_and_the_only_line_need_no_choosing(qtbot: QtBot, qapp: QApplication) -> None:
    draft = opened(qtbot, qapp, queues=("Destek",), lines=(LINE,)).draft
    assert (draft.department, draft.trunk) == ("Destek", LINE)


def test_while_the_list_is_made_nothing_changes_and_the_form_can_be_put_away(
    dialog: NewListDialog, drafts: list[ListDraft], qtbot: QtBot
) -> None:
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    fill(dialog)
    dialog.busy()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert drafts == []
    assert dialog.isVisible()
    assert "You may close this" in dialog.missing.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert ended == []
    dialog.show_problem("Netgsm says: no such department.", "code 70")
    assert dialog.isVisible()
    assert dialog.stop.text() == "&Cancel"
    dialog.busy()
    assert not dialog.list.name.isEnabled()
    assert dialog.progress.isVisible()
    dialog.show_problem("Netgsm says: no such department.", "code 70")
    assert "no such department" in dialog.notice.words
    assert dialog.list.name.isEnabled()
    assert dialog.draft.name == "Kasım"
    dialog.go.click()
    assert len(drafts) == 1


@pytest.mark.parametrize("made_it", [True, False])
def test_whoever_awaits_it_learns_whether_the_list_was_made(qapp: QApplication, made_it: bool) -> None:
    async def flow() -> bool:
        dialog = NewListDialog(first_draft(TODAY), queues=(), lines=(), menus=(), announcements=(), today=TODAY)

        async def close() -> None:
            await until(dialog.isVisible, "the form is open")
            if made_it:
                dialog.busy()
                dialog.finish()
            else:
                QTest.keyClick(dialog, Qt.Key.Key_Escape)

        import asyncio

        async with asyncio.TaskGroup() as group:
            group.create_task(close())
            answer = group.create_task(dialog.ask())
        return answer.result()

    assert run_dialog(qapp, flow()) is made_it


def places(dialog: NewListDialog) -> list[int]:
    """How far below the form's top each field stands."""
    fields = [field for part in dialog._parts for field in dict.fromkeys(part.fields.values())]
    return [field.mapTo(dialog._body, QPoint(0, 0)).y() for field in fields]


@pytest.mark.parametrize("language", ["en", "tr"])
def test_nothing_moves_under_the_mouse_while_the_form_is_filled_in(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    Language(qapp).use(language)
    dialog = opened(qtbot, qapp)
    before = places(dialog)

    def settled() -> list[int]:
        for widget in (*dialog._parts, dialog._body):
            layout = widget.layout()
            assert layout is not None
            layout.activate()
        return places(dialog)

    qtbot.keyClicks(dialog.list.name, "K")
    assert settled() == before
    qtbot.keyClicks(dialog.connections.department.lineEdit(), "Destek")
    qtbot.keyClicks(dialog.connections.trunk.lineEdit(), "Destek")
    assert reason(dialog, "trunk")
    assert settled() == before
    qtbot.keyClicks(dialog.connections.target.lineEdit(), "Destek")
    qtbot.keyClicks(dialog.list.prefix, "a")
    dialog.list.first.setDate(QDate(2027, 11, 29))
    dialog.list.begin.setTime(QTime(20, 0))
    dialog.pace.stop_rule.choose(StopRule.FAILED_PERCENT)
    dialog.pace.stop_limit.setValue(101)
    qtbot.keyClicks(dialog.outcomes.url, "x")
    qtbot.keyClicks(dialog.who.groups, "VIP")
    assert all(reason(dialog, field) for field in ("prefix", "days", "times", "stop_limit", "url"))
    assert not any(reason(dialog, field) for field in ("name", "department", "target", "numbers"))
    assert settled() == before


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_whole_form_fits_without_scrolling(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    Language(qapp).use(language)
    dialog = opened(qtbot, qapp)
    dialog.resize(WIDTH, TALLEST)
    scroll = dialog.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    qtbot.waitUntil(lambda: not scroll.verticalScrollBar().isVisible())


def test_an_untouched_form_is_closed_without_a_question(dialog: NewListDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.list.name, "K")
    qtbot.keyClick(dialog.list.name, Qt.Key.Key_Backspace)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.question is None
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["Esc", "the window's close", "the button"])
@pytest.mark.parametrize("touch", ["typed", "numbers"])
def test_what_was_filled_in_goes_only_after_a_question(
    dialog: NewListDialog, qtbot: QtBot, way: str, touch: str
) -> None:
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    if touch == "typed":
        qtbot.keyClicks(dialog.list.name, "K")
    else:
        dialog.set_numbers(NUMBERS, "3 numbers")

    def leave() -> ConfirmDialog:
        if way == "Esc":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        elif way == "the button":
            dialog.stop.click()
        else:
            dialog.close()
        assert dialog.question is not None
        return dialog.question

    draft = dialog.draft
    asked = leave()
    assert dialog.isVisible()
    assert asked.no.isDefault(), "Enter throws nothing away"
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.draft == draft
    leave().yes.click()
    assert not dialog.isVisible()
    assert ended == [0]


def test_a_session_that_ends_takes_the_question_with_the_form(dialog: NewListDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.list.name, "K")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    asked = dialog.question
    assert asked is not None
    dialog.finish()
    assert not asked.isVisible()
    assert not dialog.isVisible()


def controls(dialog: NewListDialog) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QPlainTextEdit, QLineEdit)
    every = [one for kind in kinds for one in dialog.findChildren(kind) if one.isVisibleTo(dialog)]
    inner = (QComboBox, QAbstractSpinBox)
    return [one for one in every if not isinstance(one.parent(), inner)]


def test_every_control_has_a_name_and_is_reached_by_tab_down_the_columns(dialog: NewListDialog, qtbot: QtBot) -> None:
    fill(dialog)
    dialog.pace.stop_rule.choose(StopRule.TOTAL_COUNT)
    dialog.pace.stop_limit.setValue(5)
    dialog.list.name.setFocus()
    assert [one for one in controls(dialog) if not one.accessibleName()] == []
    assert all("&" not in one.accessibleName() for one in controls(dialog))
    met: list[QWidget] = []
    while (now := dialog.focusWidget()) not in met and len(met) < 60:
        met.append(now)
        # A date has a stop for each of its parts.
        for _ in range(3):
            if dialog.focusWidget() is now:
                qtbot.keyClick(now, Qt.Key.Key_Tab)
    part_of = [next((part for part in dialog._parts if part.isAncestorOf(one)), None) for one in met]
    assert list(dict.fromkeys(part_of)) == [*dialog._parts, None]
    assert len(part_of) == len(controls(dialog))
    assert set(met) >= set(controls(dialog))


def test_no_two_fields_share_a_mnemonic(dialog: NewListDialog) -> None:
    texts = [*(label.text() for label in dialog.findChildren(QLabel)), *(b.text() for b in (dialog.go, dialog.stop))]
    texts.append(dialog.who.button.text())
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) > 12
    assert len(letters) == len(set(letters))


def test_the_wheel_over_a_field_without_focus_changes_nothing(dialog: NewListDialog, qapp: QApplication) -> None:
    for box in (dialog.pace.retries, dialog.list.kind, dialog.list.first):
        before = dialog.draft
        middle = QPointF(box.rect().center())
        turn = QWheelEvent(
            middle,
            QPointF(box.mapToGlobal(QPoint(0, 0))),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        qapp.sendEvent(box, turn)
        assert dialog.draft == before


def cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width()


@pytest.mark.usefixtures("long_words")
def test_words_forty_percent_longer_are_not_cut(qtbot: QtBot, qapp: QApplication) -> None:
    draft = msgspec.structs.replace(
        first_draft(TODAY), prefix="a", url="x", stop_rule=StopRule.FAILED_PERCENT, stop_limit=101
    )
    dialog = opened(qtbot, qapp, draft)
    dialog.show_problem("Netgsm says: no such department.")
    dialog.resize(1000, 640)
    scroll = dialog.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 30
    qtbot.waitUntil(lambda: [label.text() for label in labels if cut(label)] == [])
    qtbot.waitUntil(lambda: not scroll.horizontalScrollBar().isVisible())
    assert [one.accessibleName() for one in (dialog.go, dialog.stop) if one.width() < one.sizeHint().width()] == []
    assert (dialog.width(), dialog.height()) == (1000, 640)


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_reasons_stand_on_the_ground_of_the_theme(qtbot: QtBot, qapp: QApplication, theme: looks.Theme) -> None:
    draft = msgspec.structs.replace(first_draft(TODAY), url="http://crm.example")
    dialog = opened(qtbot, qapp, draft, theme=theme)
    missing, wrong = (part.fields[name].reason for part, name in ((dialog.list, "name"), (dialog.outcomes, "url")))
    colours = [label.palette().color(label.foregroundRole()).name().upper() for label in (missing, wrong)]
    assert colours == [theme.muted, theme.text]
    assert wrong.font().bold()
    ground = dialog.grab().toImage().pixelColor(4, 4).name().upper()
    assert ground == theme.page
