"""Uploads when the PBX says no, says nothing, or says something odd: what becomes of the numbers, what follows."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from supervisor_gui.autodial.upload_answers import told_outcomes
from supervisor_gui.autodial.values import JobState, Outcome, RowOutcome, RowState, UploadRow
from supervisor_gui.netsantral.errors import BadCredentials, Refusal
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import AddedNumber, AddResult, AutodialLists
from tests.autodial.upload_desk import NEW, desk_at, fault, locked, numbers, program
from tests.helpers.qt_async import until
from tests.simulator.running import Site, running

WANTED = [national_number(row.number) for row in numbers(30)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history file is to be."""
    return tmp_path / "history.sqlite"


@asynccontextmanager
async def opened(site: Site, port: int) -> AsyncIterator[None]:
    """The API at another port, too."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            writer.write(data)
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host, _, place = site.ready.api_url.removeprefix("http://").partition(":")
        back, forth = await asyncio.open_connection(host, int(place))
        await asyncio.gather(carry(reader, forth), carry(back, writer))

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()


async def test_what_could_not_be_sent_goes_by_itself_when_the_way_is_free(path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    async with running() as site:
        async with program(site, path, chunk=10) as desk:
            made = await desk.make()
        async with program(site, path, chunk=10, api_url=f"http://127.0.0.1:{port}") as desk:
            job = await desk.uploads.add(made, NEW.name, numbers(30))
            await until(lambda: desk.job(job.id).underway, seconds=5)
            await until(lambda: desk.job(job.id).waiting == 30, seconds=5)
            assert (desk.job(job.id).state, desk.reports_wanted) == (JobState.RUNNING, [])
            async with opened(site, port):
                await desk.until(job.id, JobState.DONE)
                assert await desk.sent() == WANTED
                await desk.client.aclose()


async def test_a_limit_is_told_to_the_budgets_and_the_numbers_go_later(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        made = await desk.make()
        await desk.site.faults(fault("code-80"))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        await until(lambda: desk.limits == ["autodial"], seconds=5)
        assert desk.job(job.id).state is JobState.RUNNING
        await desk.until(job.id, JobState.DONE)
        assert await desk.there(made) == ["5550000000", *WANTED]
        assert await desk.sent() == WANTED[:10] + WANTED


async def test_refused_credentials_pause_the_upload_and_stop_every_other(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        made = await desk.make()
        await desk.site.faults(fault("bad-login"))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        other = await desk.uploads.add(made, NEW.name, numbers(5, 100))
        paused = await desk.until(job.id, JobState.PAUSED, "credentials")
        assert (paused.waiting, desk.refusals.stopped, desk.job(other.id).waiting) == (30, True, 5)
        assert [(end.outcome, type(end.error)) for end in desk.ends] == [(Outcome.REFUSED, BadCredentials)]
        desk.uploads.go_on(job.id)
        await desk.until(job.id, JobState.RUNNING)
        assert len(await desk.requests()) == 1
        desk.refusals.try_again()
        await desk.until(job.id, JobState.RUNNING)
        assert len(await desk.requests()) == 1, "another request tries the password"
        desk.refusals.accepted()
        await desk.until(other.id, JobState.DONE)
        assert sorted(await desk.there(made))[1:] == WANTED + [national_number(row.number) for row in numbers(5, 100)]


@pytest.mark.parametrize("name", ["hang", "cut", "html", "empty", "drop-connection", "nulls", "wrong-shape"])
async def test_after_a_lost_answer_a_report_settles_the_numbers_before_any_more_are_sent(path: Path, name: str) -> None:
    async with desk_at(path, chunk=10, answering=False) as desk:
        made = await desk.make()
        await desk.site.faults(fault(name))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        await until(lambda: desk.reports_wanted, seconds=5)
        await until(lambda: desk.job(job.id).unknown == 10, seconds=5)
        assert len(await desk.requests()) == 1
        await desk.report(made)
        assert (desk.job(job.id).unknown, desk.job(job.id).sent) == (0, 10)
        await desk.until(job.id, JobState.DONE)
        assert await desk.sent() == WANTED
        assert await desk.there(made) == ["5550000000", *WANTED]


@pytest.mark.logs
async def test_a_report_that_comes_while_the_file_cannot_be_used_settles_nothing_and_the_next_one_does(
    path: Path,
) -> None:
    async with desk_at(path, chunk=10, answering=False) as desk:
        made = await desk.make()
        await desk.site.faults(fault("cut"))
        job = await desk.uploads.add(made, NEW.name, numbers(20))
        await until(lambda: desk.job(job.id).unknown, seconds=5)
        with locked(path):
            await desk.report(made)
        assert (desk.job(job.id).unknown, desk.job(job.id).state) == (10, JobState.RUNNING)
        assert len(await desk.requests()) == 1
        await desk.report(made)
        assert (await desk.until(job.id, JobState.DONE)).sent == 20


async def test_a_report_that_was_asked_for_before_settles_no_doubt(path: Path) -> None:
    async with desk_at(path, chunk=10, answering=False) as desk:
        made = await desk.make()
        await desk.site.faults(fault("cut"))
        job = await desk.uploads.add(made, NEW.name, numbers(20))
        await until(lambda: desk.job(job.id).unknown, seconds=5)
        await desk.uploads.take_report(made, frozenset(), asked_at=1.0, whole=True)
        other = await desk.uploads.add(made, NEW.name, numbers(1, 100))
        assert (desk.job(job.id).waiting, desk.job(other.id).waiting, len(await desk.requests())) == (10, 1, 1)
        assert desk.job(job.id).absent == 0


async def test_a_report_that_does_not_come_is_asked_for_again(path: Path) -> None:
    async with desk_at(path, chunk=10, answering=False, factor=1000.0) as desk:
        made = await desk.make()
        await desk.site.faults(fault("cut"))
        await desk.uploads.add(made, NEW.name, numbers(20))
        await until(lambda: len(desk.reports_wanted) >= 3, seconds=5)
        assert len(await desk.requests()) == 1


async def test_what_surely_did_not_arrive_is_sent_again_by_the_users_wish_alone(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        made = await desk.make()
        await desk.site.faults(fault("http-500"))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, done.unknown, done.absent) == (20, 10, 0)
        assert [end.outcome for end in desk.ends] == [Outcome.UNKNOWN]
        desk.uploads.send_again(job.id)
        async with asyncio.timeout(5):
            while not desk.job(job.id).absent:
                await desk.report(made)
        assert (desk.job(job.id).absent, await desk.sent()) == (10, WANTED)
        desk.uploads.send_again(job.id)
        await until(lambda: desk.job(job.id).sent == 30, seconds=5)
        await desk.until(job.id, JobState.DONE)
        assert await desk.there(made) == ["5550000000", *WANTED[10:], *WANTED[:10]]


async def test_a_list_that_is_gone_pauses_its_upload_and_loses_nothing(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        job = await desk.uploads.add("99999", "Yok", numbers(30))
        paused = await desk.until(job.id, JobState.PAUSED, "gone")
        assert (paused.waiting, paused.words) == (30, desk.ends[0].error.words if desk.ends[0].error else "")
        assert "otomatik arama listesi yok" in paused.words


@pytest.mark.parametrize(("name", "words"), [("code-60", "Otomatik arama paketiniz"), ("code-70", "Hatalı sorgulama.")])
async def test_another_refusal_is_kept_in_its_words_and_sent_again_by_wish(path: Path, name: str, words: str) -> None:
    async with desk_at(path, chunk=10) as desk:
        made = await desk.make()
        await desk.site.faults(fault(name))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        paused = await desk.until(job.id, JobState.PAUSED, "refused")
        assert paused.words.startswith(words)
        assert (paused.refused, paused.waiting) == (10, 20)
        assert {row.why for row in await desk.rows(job.id, RowState.REFUSED)} == {paused.words}
        assert [(end.outcome, type(end.error)) for end in desk.ends] == [(Outcome.REFUSED, Refusal)]
        desk.uploads.send_again(job.id)
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, await desk.there(made)) == (30, ["5550000000", *WANTED])


async def test_an_upload_that_is_cancelled_while_its_answer_is_awaited_stays_cancelled(path: Path) -> None:
    async with desk_at(path, chunk=10, deadline=5.0) as desk:
        made = await desk.make()
        await desk.site.faults(fault("code-80"), fault("slow"))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        await until(lambda: desk.job(job.id).underway, seconds=5)
        desk.uploads.cancel(job.id)
        await until(lambda: desk.job(job.id).state is JobState.CANCELLED and not desk.job(job.id).underway, seconds=5)
        over = desk.job(job.id)
        assert (over.refused, over.waiting, over.words) == (30, 0, "")


async def test_an_overview_without_the_list_pauses_what_runs_to_it(path: Path) -> None:
    async with desk_at(path, chunk=10, each=3600) as desk:
        made = await desk.make()
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        await until(lambda: desk.job(job.id).sent, seconds=5)
        soon, later = job.made_at + 0.1, job.made_at + 1.0
        await desk.uploads.take_lists(AutodialLists(()), soon)
        await desk.uploads.take_lists(AutodialLists((), damaged=1), later)
        assert desk.job(job.id).state is JobState.RUNNING
        await desk.uploads.take_lists(AutodialLists(()), later)
        assert (desk.job(job.id).state, desk.job(job.id).why, desk.job(job.id).waiting) == (JobState.PAUSED, "gone", 20)


async def test_a_program_beside_that_sends_nothing_interrupts_and_settles_nothing(path: Path) -> None:
    async with running() as site, program(site, path, answering=False, chunk=10) as desk:
        made = await desk.make()
        await site.faults(fault("drop-connection"))
        job = await desk.uploads.add(made, NEW.name, numbers(20))
        await until(lambda: desk.job(job.id).unknown, "an answer is lost", 5)
        async with program(site, path, sends=False) as beside:
            asked_at = job.made_at + 1000.0
            await beside.uploads.take_report(made, (), asked_at=asked_at, whole=True)
            kept = await desk.archive.job(job.id)
        assert kept is not None
        assert (kept.state, kept.unknown, kept.absent) == (JobState.RUNNING, 10, 0)


def rows(*told: str) -> tuple[UploadRow, ...]:
    return tuple(UploadRow(1, place, number) for place, number in enumerate(told))


def test_answers_are_found_in_any_order_and_spelling() -> None:
    answer = AddResult((AddedNumber("0555 000 00 02", "", False, "Kara liste"), AddedNumber("905550000001", "", True)))
    assert told_outcomes(rows("5550000001", "5550000002", "5550000003"), answer) == (
        RowOutcome(0, RowState.SENT),
        RowOutcome(1, RowState.REFUSED, "Kara liste"),
        RowOutcome(2, RowState.UNKNOWN),
    )


def test_of_a_number_sent_twice_each_row_has_an_answer_of_its_own() -> None:
    answer = AddResult((AddedNumber("5550000001", "", True), AddedNumber("5550000001", "", False)), "1 eklenemedi.")
    assert told_outcomes(rows("5550000001", "5550000001", "5550000001"), answer) == (
        RowOutcome(0, RowState.SENT),
        RowOutcome(1, RowState.REFUSED, "1 eklenemedi."),
        RowOutcome(2, RowState.UNKNOWN),
    )
