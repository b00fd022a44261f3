"""Whatever the service of auto-dial lists answers, or does not: told in words, and the rest of the page goes on.

A scripted service tells of lists while a simulator answers for the board. Odd rows in good answers are
`test_campaign_bad_rows`'s.
"""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from supervisor_gui.autodial.draft import ListDraft
from supervisor_gui.autodial.values import JobState, ListState, RowState
from supervisor_gui.config import keys
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, PbxError, Refusal
from supervisor_gui.netsantral.explain import explain
from tests.autodial.upload_desk import NEW, numbers
from tests.helpers.call_desk import CTRL
from tests.helpers.list_pbx import Body, ListPbx, ListsAt, a_list, answer, lists_at, two_lists
from tests.helpers.past_page import polls_go_by
from tests.helpers.qt_async import run_qt, until

pytestmark = pytest.mark.e2e

PAGE = "<!DOCTYPE html><html><body><h1>Bakım</h1></body></html>"
HALF = answer([a_list("1", "Yarım")])[:120]
DRAFT = ListDraft(
    name="Nisan kampanyası",
    first_day=date(2024, 4, 1),
    last_day=date(2099, 5, 31),
    department="Satış",
    trunk="3121110000",
    target="Satış",
    count=1,
)


def _refused(code: object, words: str = "hata") -> str:
    return answer(code=code, message=words)


REFUSALS: dict[str, tuple[Body, type[PbxError], str, str]] = {
    "no auto-dialer": (_refused(60), Refusal, "no_package", "60"),
    "a wrong value": (_refused(70), Refusal, "parameter", "70"),
    "too many requests": (_refused(80), LimitReached, "limit", "80"),
    "a wrong id": (_refused(301), Refusal, "bad_id", "301"),
    "no such list": (_refused("400"), Refusal, "no_list", "400"),
    "an unknown code": (_refused(999, "olmaz"), Refusal, "other", "999"),
    "a web page": (PAGE, BadAnswer, "html", ""),
    "half an answer": (HALF, BadAnswer, "not_json", ""),
    "nothing": ("", BadAnswer, "empty", ""),
    "another form": ('["tamam"]', BadAnswer, "shape", ""),
    "hanging up": (None, NoAnswer, "cut", ""),
}


def _error(name: str, operation: str) -> PbxError:
    _, kind, reason, code = REFUSALS[name]
    words = {"999": "olmaz", "": ""}.get(code, "hata")
    return kind(operation, reason, code=code, words=words)


def _words(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


async def _meanwhile(at: ListsAt) -> None:
    """Some minutes of the program's time, as many as it takes to ask a simulator so often."""
    for _ in range(200):
        await at.desk.control.get("/clock")


async def _told(at: ListsAt, error: PbxError, what: str) -> None:
    """The page says it in both languages."""
    titles = set()
    for language in ("en", "tr"):
        at.speak(language)
        words = explain(error)
        await until(lambda words=words: words.title in at.words, f"{what} is told in {language}: {at.words}")
        titles.add(words.title)
    assert len(titles) == 2
    at.speak("en")


def test_an_overview_that_fails_is_told_and_the_lists_that_are_known_stay(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            await at.shown(5)
            for name, (body, _, _, _) in REFUSALS.items():
                pbx.say("listautocall", body)
                at.desk.press(Qt.Key.Key_F5)
                await _told(at, _error(name, "lists"), name)
                assert [shown.id for shown in at.page.view.lists] == ["1", "2"]
                if name not in {"no auto-dialer", "too many requests"}:
                    await at.more("reportautocall", 1)
                pbx.recover()
                at.desk.press(Qt.Key.Key_F5)
                await until(lambda: at.page.view.problem is None, f"the next overview comes after {name}", 30)
                assert not at.page.problem.isVisible()

    run_qt(qapp, scenario(), 120)


def test_a_report_that_fails_is_told_at_its_list_and_the_others_go_on(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            for name, (body, _, reason, _) in REFUSALS.items():
                await at.shown(5, 30)
                pbx.replies["reportautocall"] = lambda told, body=body: (
                    body if told["list_id"] == "1" else pbx.usual["reportautocall"](told)
                )
                await until(lambda: at.list("1").problem is not None, f"the report fails: {name}")
                if reason not in {"bad_id", "no_list"}:
                    title = explain(_error(name, "list_report")).title
                    await until(lambda title=title: title in at.words, f"it is told: {at.words}")
                assert at.page.choose("2")
                await at.shown(1, 30)
                pbx.recover()
                assert at.page.choose("1")
                await until(lambda: at.list("1").problem is None, "its next report comes", 30)

    run_qt(qapp, scenario(), 120)


def test_an_order_that_fails_is_told_in_both_languages_and_can_be_given_again(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            for name, (body, _, _, _) in REFUSALS.items():
                error = _error(name, "set_list_active")
                pbx.say("updateliststatus", body)
                for language in ("en", "tr"):
                    at.speak(language)
                    at.clear()
                    at.page.focus_first()
                    at.desk.press(Qt.Key.Key_Space)
                    title = explain(error).title
                    await until(lambda title=title: title in at.toasts, f"{name} in {language}: {at.toasts}", 30)
                    assert "Birinci" in at.toasts
                    refused = isinstance(error, Refusal)
                    assert language == "tr" or ("was not stopped" if refused else "Unknown whether") in at.toasts
                    await until(lambda: not at.list("1").pending, "the order has come to its end")
                    assert at.list("1").state is ListState.RUNNING
            pbx.recover()
            at.desk.press(Qt.Key.Key_Space)
            await until(lambda: at.list("1").state is ListState.STOPPED, "it stops", 30)

    run_qt(qapp, scenario(), 120)


def test_a_refused_login_is_told_and_nothing_more_is_asked(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            pbx.say("listautocall", _refused(30))
            await until(lambda: at.page.view.problem is not None, "the login is refused")
            await _told(at, BadCredentials("lists", "credentials", code="30", words="hata"), "code 30")
            before = len(pbx.asked)
            await until(lambda: at.session.refusals.stopped, "everything rests")
            at.page.focus_first()
            at.desk.press(Qt.Key.Key_Space)
            await until(lambda: "Birinci" in at.toasts, "an order is refused here")
            assert len(pbx.asked) == before
            assert len(at.page.view.lists) == 2

    run_qt(qapp, scenario(), 60)


def test_a_list_that_is_gone_between_the_overview_and_the_order_is_told_and_stays_as_gone(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            await at.shown(5)
            del pbx.lists[0]
            pbx.replies["updateliststatus"] = lambda told: (
                _refused(400) if told["list_id"] == "1" else pbx.usual["updateliststatus"](told)
            )
            at.page.focus_first()
            at.desk.press(Qt.Key.Key_Space)
            await until(lambda: "Birinci" in at.toasts, f"the order's end is told: {at.toasts}")
            await until(lambda: at.list("1").state is ListState.GONE, "it is gone")
            assert not at.page.header.button.isEnabled()
            assert "no such list" in at.page.header.button.toolTip()
            assert at.page.choose("2")
            await at.shown(1)
            at.page.focus_first()
            at.desk.press(Qt.Key.Key_Space)
            await until(lambda: at.list("2").state is ListState.STOPPED, "the other one stops")

    run_qt(qapp, scenario(), 60)


def test_without_the_network_the_page_tells_its_age_and_uploads_go_on_by_themselves_afterwards(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            at.desk.program._settings.set(keys.CHUNK, 10)
            await at.open(2)
            await at.shown(5)
            await at.session.dialling.uploads.add("1", "Birinci", numbers(400))
            await until(lambda: at.jobs[0].sent >= 20, "some are sent")
            await pbx.unplug()
            await until(lambda: at.page.view.problem is not None, "the page says that nothing comes")
            assert at.page.problem.isVisible()
            assert "as of" in at.page.age.text()
            as_of = at.page.view.as_of
            at.page.focus_first()
            at.desk.press(Qt.Key.Key_Space)
            await until(lambda: "was not stopped" in at.toasts, f"the stop is told: {at.toasts}")
            assert at.list("1").state is ListState.RUNNING
            assert at.jobs[0].state is JobState.RUNNING
            sent = at.jobs[0].sent
            await polls_go_by(at.desk.control, 5)
            assert (at.page.view.as_of, at.jobs[0].sent) == (as_of, sent)
            await pbx.plug_in()
            await until(lambda: at.jobs[0].state is JobState.DONE, "the rest is sent", 60)
            await until(lambda: at.jobs[0].unknown == 0, "what was unknown is settled", 30)
            await until(lambda: at.page.view.problem is None, "the page is up to date", 30)
            assert at.jobs[0].sent + at.jobs[0].absent == 400
            assert len(pbx.added) == len(set(pbx.added))

    run_qt(qapp, scenario(), 120)


def test_an_answer_that_is_lost_leaves_numbers_unknown_until_a_report_lists_them(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        pbx = two_lists()

        def lost(told: object) -> None:
            pbx.usual["addnumber"](told)  # type: ignore[arg-type]
            pbx.replies["addnumber"] = pbx.usual["addnumber"]

        pbx.replies["addnumber"] = lost
        async with lists_at(qapp, tmp_path, pbx) as at:
            at.desk.program._settings.set(keys.CHUNK, 10)
            await at.open(2)
            pbx.say("reportautocall", PAGE)
            job = await at.session.dialling.uploads.add("1", "Birinci", numbers(30))
            await until(lambda: at.jobs[0].unknown == 10, "ten are unknown")
            await until(lambda: "10 unknown" in at.words, "the page tells of them")
            pbx.replies["reportautocall"] = pbx.usual["reportautocall"]
            await until(lambda: at.jobs[0].state is JobState.DONE, "the rest is sent", 30)
            rows = await at.session.dialling.archive.rows_of(job.id)
            assert {row.state for row in rows} == {RowState.SENT}
            assert len(pbx.added) == len(set(pbx.added)) == 30

    run_qt(qapp, scenario(), 60)


@pytest.mark.parametrize("name", ["a wrong value", "too many requests", "a web page", "nothing", "hanging up"])
def test_a_list_whose_making_fails_is_told_and_never_made_twice(qapp: QApplication, tmp_path: Path, name: str) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx) as at:
            await at.open(2)
            pbx.say("addautocall", REFUSALS[name][0])
            title = explain(_error(name, "create_list")).title
            refused = issubclass(REFUSALS[name][1], Refusal)
            forms = at.desk.program.pages.campaigns.forms
            forms._open_form(at.session, DRAFT, NEW.numbers)
            form = forms.form
            form.go.click()
            if refused:
                await until(lambda: title in _words(form.notice), f"{name} is told in the form", 30)
                assert form.draft.name == DRAFT.name
                form.stop.click()
                form.question.yes.click()
            else:
                await until(lambda: title in at.toasts, f"{name} is told: {at.toasts}", 30)
            await until(lambda: forms.form is None, "the form is shut")
            wanted = JobState.CANCELLED if refused else JobState.PAUSED
            await until(lambda: at.jobs[0].state is wanted, f"{wanted}, not {at.jobs[0].state}", 30)
            assert pbx.count("addautocall") == 1
            assert len(at.page.view.lists) == 2

    run_qt(qapp, scenario(), 60)


def test_an_agents_seat_asks_nothing_until_somebody_opens_the_page(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario() -> None:
        pbx = two_lists()
        async with lists_at(qapp, tmp_path, pbx, seat="agent") as at:
            await _meanwhile(at)
            assert not pbx.asked
            await at.open(2)
            await at.shown(5)
            at.desk.press(Qt.Key.Key_1, CTRL)
            await until(lambda: at.session.dialling.lists._watch.shown is False, "another page is shown")
            before = len(pbx.asked)
            await _meanwhile(at)
            assert len(pbx.asked) - before <= 1, "at most what was on its way"

    run_qt(qapp, scenario(), 60)


def test_without_an_auto_dialer_it_is_asked_once_and_again_when_the_page_is_shown(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        pbx = ListPbx()
        pbx.say("listautocall", _refused(60))
        async with lists_at(qapp, tmp_path, pbx) as at:
            await until(lambda: pbx.asked, "it is asked once in the background")
            await _meanwhile(at)
            assert [one[0] for one in pbx.asked] == ["listautocall"]
            await at.open(0)
            await until(lambda: len(pbx.asked) == 2, "it is asked when the page is shown")
            await _told(at, Refusal("lists", "no_package", code="60", words="hata"), "code 60")
            await _meanwhile(at)
            assert len(pbx.asked) == 2

    run_qt(qapp, scenario(), 60)
