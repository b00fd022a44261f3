"""The strip of uploads by keys and eyes: what is under way, what can be done about it, and when it is quiet."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supervisor_gui import i18n
from supervisor_gui.autodial.values import JobState, UploadJob
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui import theme as looks
from supervisor_gui.ui.campaigns.upload_strip import MOST_LINES, UploadStrip
from supervisor_gui.ui.widgets.keyboard_home import KeyboardHome

RUNNING = UploadJob(id=7, list_id="31", list_name="Anket", made_at=1_790_000_000.0, waiting=900, sent=100)


def job(**changes: object) -> UploadJob:
    return msgspec.structs.replace(RUNNING, **changes)  # type: ignore[arg-type]


def done(**changes: object) -> UploadJob:
    return job(**{"state": JobState.DONE, "waiting": 0, "sent": 1000, **changes})


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> Iterator[UploadStrip]:
    looks.apply(qapp, looks.LIGHT)
    made = UploadStrip(KeyboardHome(lambda: None, qapp))
    qtbot.addWidget(made)
    made.resize(1000, 90)
    yield made
    made.hide()


def buttons(strip: UploadStrip, number: int = 7) -> list[str]:
    line = strip.lines[number]
    return [button.text() for button in line.findChildren(QAbstractButton) if not button.isHidden()]


def test_without_uploads_there_is_no_strip(strip: UploadStrip) -> None:
    strip.show_jobs(())
    assert strip.isHidden()


def test_a_running_upload_tells_how_far_it_is_and_can_be_paused_or_cancelled(strip: UploadStrip) -> None:
    strip.show_jobs((RUNNING,))
    assert strip.isVisible()
    assert "100" in strip.lines[7].words.text()
    assert buttons(strip) == ["Pause", "Cancel sending"]


@pytest.mark.parametrize(
    ("shown", "button", "signal"),
    [
        (RUNNING, "pause", "pause_wanted"),
        (job(state=JobState.PAUSED, why="user"), "pause", "go_on_wanted"),
        (RUNNING, "cancel", "cancel_wanted"),
        (done(unknown=3, absent=3), "again", "again_wanted"),
    ],
)
def test_a_key_on_a_button_wishes_it_for_that_upload(
    strip: UploadStrip, qtbot: QtBot, shown: UploadJob, button: str, signal: str
) -> None:
    strip.show_jobs((shown,))
    with qtbot.waitSignal(getattr(strip, signal)) as told:
        qtbot.keyClick(getattr(strip.lines[7], button), Qt.Key.Key_Space)
    assert told.args == [7]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (job(state=JobState.PAUSED, why="interrupted"), ["Go on", "Cancel sending"]),
        (job(state=JobState.CREATING, list_id=""), []),
        (job(state=JobState.CREATE_UNKNOWN, list_id=""), ["Cancel sending"]),
        (done(refused=2), ["Send again", "✕"]),
        (done(unknown=2), ["✕"]),
        (job(state=JobState.CANCELLED, waiting=0, refused=900), ["✕"]),
        (job(state=JobState.PAUSED, unknown=4, absent=4), ["Go on", "Send again", "Cancel sending"]),
    ],
)
def test_only_what_helps_is_offered(strip: UploadStrip, shown: UploadJob, expected: list[str]) -> None:
    strip.show_jobs((shown,))
    assert buttons(strip) == expected


def test_an_upload_that_arrived_whole_goes_by_itself(strip: UploadStrip) -> None:
    strip.show_jobs((RUNNING,))
    strip.show_jobs((done(),))
    assert strip.isHidden()


def test_a_hidden_line_stays_hidden_until_its_upload_goes_on(strip: UploadStrip, qtbot: QtBot) -> None:
    strip.show_jobs((done(refused=2),))
    qtbot.keyClick(strip.lines[7].dismiss, Qt.Key.Key_Space)
    assert strip.isHidden()
    strip.show_jobs((done(refused=2),))
    assert strip.isHidden()
    strip.show_jobs((job(sent=998, waiting=2),))
    assert strip.isVisible()
    strip.show_jobs((done(refused=1),))
    assert strip.isVisible()


def test_a_line_keeps_the_keyboard_while_figures_move(strip: UploadStrip) -> None:
    strip.show_jobs((RUNNING, job(id=6, sent=0)))
    strip.lines[7].cancel.setFocus()
    strip.show_jobs((job(sent=200, waiting=800), job(id=6, sent=0)))
    assert strip.focusWidget() is strip.lines[7].cancel


def test_many_uploads_that_are_over_do_not_fill_the_page(strip: UploadStrip) -> None:
    strip.show_jobs(tuple(done(id=number, refused=1) for number in range(20, 0, -1)))
    assert list(strip.lines) == [20, 19, 18]
    going = tuple(job(id=number) for number in range(30, 25, -1))
    strip.show_jobs((*going, done(id=20, refused=1)))
    assert len(strip.lines) == len(going) > MOST_LINES


def test_a_seat_without_the_right_sees_and_changes_nothing(strip: UploadStrip) -> None:
    strip.set_policy(Policy(denied=("campaigns",)))
    strip.show_jobs((RUNNING,))
    line = strip.lines[7]
    assert not line.pause.isEnabled()
    assert not line.cancel.isEnabled()
    assert "seat" in line.pause.toolTip()


@pytest.mark.parametrize("theme", [looks.LIGHT, looks.DARK], ids=["light", "dark"])
def test_the_bar_shows_each_share_in_a_colour_of_its_own(strip: UploadStrip, theme: looks.Theme) -> None:
    strip.apply_theme(theme)
    strip.show_jobs((job(sent=250, refused=250, unknown=250, waiting=250),))
    bar = strip.lines[7].bar
    picture = bar.grab().toImage()
    places = [round(picture.width() * share) for share in (0.12, 0.37, 0.62, 0.87)]
    seen = [picture.pixelColor(x, picture.height() // 2).name().upper() for x in places]
    assert seen == [theme.marks.idle, theme.marks.offline, theme.marks.warn, theme.line]


def test_every_control_has_a_name_and_longer_words_are_not_cut(strip: UploadStrip) -> None:
    i18n.use(lambda _, source, __: source + "x" * (len(source) * 2 // 5))
    try:
        strip.show_jobs((done(unknown=3, absent=3, list_name="Müşteri memnuniyeti"), job(id=6)))
        for line in strip.lines.values():
            assert line.bar.accessibleName()
            for button in line.findChildren(QAbstractButton):
                assert button.accessibleName(), button.text()
                assert button.isHidden() or button.width() >= button.sizeHint().width(), button.text()
    finally:
        i18n.use(None)


def test_words_of_the_pbx_are_shown_as_they_are(strip: UploadStrip) -> None:
    strip.show_jobs((job(state=JobState.PAUSED, why="refused", words="<b>Hata</b>\u202e"),))
    assert "<b>Hata</b>" in strip.lines[7].words.text()
    assert strip.lines[7].words.textFormat() is Qt.TextFormat.PlainText


def test_a_seat_that_sees_no_numbers_reads_none_in_the_words_of_the_pbx(strip: UploadStrip) -> None:
    strip.set_policy(Policy(mask_numbers=True))
    strip.show_jobs((job(state=JobState.PAUSED, why="refused", words="0555 000 00 01 hatalı"),))
    assert strip.lines[7].words.text().endswith("•••01 hatalı")


def test_what_a_cancelled_upload_gave_up_is_not_told_as_refused(strip: UploadStrip) -> None:
    strip.show_jobs((job(state=JobState.CANCELLED, waiting=0, sent=200, refused=800, words="Kuyruk yok"),))
    assert strip.lines[7].words.text() == "Cancelled: 200 of 1000 numbers were sent · 800 not sent · Kuyruk yok"
