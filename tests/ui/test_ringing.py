"""Who is told of by the notice while the own extension rings, and what is taken away when that is another one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supervisor_gui.live.live_calls import CallState
from supervisor_gui.live.policy import Policy
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.calls.ringing import Ringing
from tests.helpers.call_samples import NUMBER, call, calls

RINGS = call("1", CallState.RINGING, extension="", ringing=("101",))


@pytest.fixture
def ringing(qtbot: QtBot) -> Iterator[Ringing]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Ringing(window, Tasks())
    made.use(mine="101", policy=Policy(), on=True, template="")
    yield made
    made.close()


def test_another_extension_is_not_told_of_the_caller_of_the_one_before(ringing: Ringing) -> None:
    ringing.show_calls(calls(RINGS))
    assert NUMBER in ringing.notice.words
    ringing.use(mine="102", policy=Policy(), on=True, template="")
    assert not ringing.notice.isVisible()
    ringing.show_calls(calls(RINGS))
    assert not ringing.notice.isVisible()


def test_a_number_that_may_not_be_seen_any_more_is_taken_away(ringing: Ringing) -> None:
    ringing.show_calls(calls(RINGS))
    ringing.use(mine="101", policy=Policy(mask_numbers=True), on=True, template="")
    assert not ringing.notice.isVisible()
    ringing.show_calls(calls(RINGS))
    assert NUMBER not in ringing.notice.words
    assert ringing.notice.isVisible()


def test_no_page_opens_with_a_number_that_this_seat_may_never_see(ringing: Ringing) -> None:
    template = "https://crm.example/{number}"
    ringing.use(mine="101", policy=Policy(mask_numbers=True), on=True, template=template)
    ringing.show_calls(calls(RINGS))
    assert ringing.notice.view.address
    ringing.use(mine="101", policy=Policy(denied=("unmask",), mask_numbers=True), on=True, template=template)
    ringing.show_calls(calls(RINGS))
    assert ringing.notice.isVisible()
    assert not ringing.notice.view.address
