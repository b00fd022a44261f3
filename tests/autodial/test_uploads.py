"""Numbers on their way to a list, from the wish to the PBX's ledger: chunks, wishes of the user, restarts."""

from pathlib import Path

import pytest

from supervisor_gui.autodial.values import JobState, OrderEnd, Outcome, RowState, UploadJob
from supervisor_gui.errors import StoreError
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import ListNumber
from tests.autodial.upload_desk import NEW, desk_at, fault, locked, named, numbers, program
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT
from tests.simulator.running import running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history file is to be."""
    return tmp_path / "history.sqlite"


def wire(rows: tuple[ListNumber, ...]) -> list[str]:
    return [national_number(row.number) for row in rows]


async def test_each_number_arrives_once_and_in_its_order_in_chunks_of_the_set_size(path: Path) -> None:
    async with desk_at(path, chunk=120) as desk:
        made, wanted = await desk.make(), numbers(300)
        job = await desk.uploads.add(made, NEW.name, wanted)
        assert (job.state, job.waiting, job.who) == (JobState.RUNNING, 300, "ayse")
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, done.total) == (300, 300)
        assert await desk.there(made) == ["5550000000", *wire(wanted)]
        assert await desk.sent() == wire(wanted)
        sizes = [len(request["body"]["body"]["data"]["numbers"]) for request in await desk.requests()]
        assert sizes == [120, 120, 60]
        assert desk.ends == [OrderEnd("add_list_numbers", made, NEW.name, sent=300)]


async def test_whoever_watches_sees_each_step_until_he_leaves(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        seen: list[tuple[UploadJob, ...]] = []
        leave = desk.uploads.subscribe(seen.append)
        job = await desk.uploads.add(await desk.make(), NEW.name, numbers(30))
        await desk.until(job.id, JobState.DONE)
        counts = [(jobs[0].waiting, jobs[0].underway, jobs[0].sent) for jobs in seen]
        assert [counts.index(step) for step in [(30, 0, 0), (20, 10, 0), (20, 0, 10), (0, 10, 20), (0, 0, 30)]] == [
            0, 1, 2, 5, 6,
        ]  # fmt: skip
        leave()
        told = len(seen)
        await desk.uploads.add(job.list_id, NEW.name, numbers(1, 500))
        assert len(seen) == told


async def test_a_number_that_the_pbx_does_not_take_keeps_its_words_and_the_others_arrive(path: Path) -> None:
    async with desk_at(path) as desk:
        made = await desk.make()
        job = await desk.uploads.add(made, NEW.name, [*numbers(2), ListNumber("0555 000 00 00", "İlk"), *numbers(1)])
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, done.refused) == (2, 2)
        assert [(row.place, row.why) for row in await desk.rows(job.id, RowState.REFUSED)] == [
            (2, "error"),
            (3, "error"),
        ]
        assert await desk.there(made) == ["5550000000", *wire(numbers(2))]


async def test_a_number_that_stands_on_the_do_not_call_list_by_now_is_not_sent(path: Path) -> None:
    wanted = numbers(25)
    barred = wire(wanted[:10]) + wire(wanted[14:15])
    async with desk_at(path, chunk=10, blocked=barred) as desk:
        job = await desk.uploads.add(await desk.make(), NEW.name, wanted)
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, done.refused) == (14, 11)
        refused = await desk.rows(job.id, RowState.REFUSED)
        assert [(row.number, row.why) for row in refused] == [(number, "do_not_call") for number in barred]
        assert not set(await desk.sent()) & set(barred)


async def test_uploads_are_worked_off_one_after_the_other(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        made = await desk.make()
        first = await desk.uploads.add(made, NEW.name, numbers(30))
        second = await desk.uploads.add(made, NEW.name, numbers(20, 100))
        await desk.until(second.id, JobState.DONE)
        assert [job.id for job in desk.uploads.jobs] == [second.id, first.id]
        assert await desk.sent() == wire(numbers(30)) + wire(numbers(20, 100))


async def test_a_paused_upload_sends_nothing_until_it_goes_on(path: Path) -> None:
    async with desk_at(path, chunk=10, each=0.02) as desk:
        job = await desk.uploads.add(await desk.make(), NEW.name, numbers(50))
        await until(lambda: desk.job(job.id).sent, seconds=5)
        desk.uploads.pause(job.id)
        paused = await desk.until(job.id, JobState.PAUSED, "user")
        assert paused.waiting
        other = await desk.uploads.add(job.list_id, NEW.name, numbers(1, 900))
        await desk.until(other.id, JobState.DONE)
        assert desk.job(job.id).waiting == paused.waiting
        desk.uploads.go_on(job.id)
        await desk.until(job.id, JobState.DONE)
        assert sorted(await desk.sent()) == sorted(wire(numbers(50)) + wire(numbers(1, 900)))


async def test_a_cancelled_upload_keeps_what_has_gone_and_gives_up_the_rest(path: Path) -> None:
    async with desk_at(path, chunk=10, each=0.02) as desk:
        job = await desk.uploads.add(await desk.make(), NEW.name, numbers(200))
        await until(lambda: desk.job(job.id).sent, seconds=5)
        desk.uploads.cancel(job.id)
        await desk.until(job.id, JobState.CANCELLED)
        await until(lambda: not desk.job(job.id).underway, seconds=5)
        over = desk.job(job.id)
        assert over.sent + over.refused == 200
        assert len(await desk.there(job.list_id)) == 1 + over.sent
        assert {row.why for row in await desk.rows(job.id, RowState.REFUSED)} == {"cancelled"}
        assert desk.ends[-1] == OrderEnd("add_list_numbers", job.list_id, NEW.name, reason="cancelled")
        desk.uploads.go_on(job.id)
        desk.uploads.send_again(job.id)
        await desk.uploads.stop()
        assert await desk.archive.job(job.id) == over


async def test_what_waits_at_the_end_waits_at_the_next_start_until_the_user_goes_on(
    path: Path,
) -> None:
    async with running() as site:
        async with program(site, path, chunk=10, each=3600) as desk:
            made = await desk.make()
            job = await desk.uploads.add(made, NEW.name, numbers(30))
            await until(lambda: desk.job(job.id).sent, seconds=5)
        async with program(site, path, chunk=10) as desk:
            assert (desk.job(job.id).state, desk.job(job.id).why) == (JobState.PAUSED, "interrupted")
            assert (desk.job(job.id).sent, desk.job(job.id).waiting) == (10, 20)
            desk.uploads.go_on(job.id)
            await desk.until(job.id, JobState.DONE)
            assert await desk.sent() == wire(numbers(30))


async def test_a_request_that_the_end_cut_off_is_unknown_and_settled_by_the_next_report(path: Path) -> None:
    async with running() as site:
        async with program(site, path, chunk=10) as desk:
            made = await desk.make()
            await site.faults(fault("hang"))
            job = await desk.uploads.add(made, NEW.name, numbers(30))
            await until(lambda: len(site.simulator.log.entries) == 2, seconds=5)
        async with program(site, path, chunk=10, answering=False) as desk:
            assert (desk.job(job.id).unknown, desk.job(job.id).waiting) == (10, 20)
            assert desk.reports_wanted == [made]
            desk.uploads.go_on(job.id)
            await desk.until(job.id, JobState.DONE)
            await desk.report(made)
            assert (desk.job(job.id).sent, desk.job(job.id).unknown) == (30, 0)
            assert await desk.sent() == wire(numbers(30))


async def test_numbers_taken_but_not_yet_let_out_wait_again_after_an_orderly_end(path: Path) -> None:
    async with running() as site:
        budgets = Budgets(None, ACCOUNT)
        async with program(site, path, chunk=1, budgets=budgets) as desk:
            made = await desk.make()
            job = await desk.uploads.add(made, NEW.name, numbers(20))
            # One of ten is kept back for a stop, and one made the list.
            await until(lambda: desk.job(job.id).sent == 8 and desk.job(job.id).underway == 1, seconds=5)
        async with program(site, path) as desk:
            assert (desk.job(job.id).sent, desk.job(job.id).waiting, desk.job(job.id).unknown) == (8, 12, 0)


async def test_wishes_and_reports_after_the_end_send_nothing(path: Path) -> None:
    async with desk_at(path, chunk=10, each=3600) as desk:
        job = await desk.uploads.add(await desk.make(), NEW.name, numbers(30))
        await until(lambda: desk.job(job.id).sent, seconds=5)
        desk.uploads.pause(job.id)
        await desk.uploads.stop()
        assert (desk.job(job.id).state, desk.job(job.id).why) == (JobState.PAUSED, "user")
        desk.uploads.go_on(job.id)
        desk.uploads.cancel(job.id)
        await desk.report(job.list_id)
        assert desk.job(job.id).state is JobState.PAUSED
        assert desk.tasks.names == ()


async def test_the_budget_holds_over_a_long_upload(path: Path) -> None:
    async with running(limit_factor=60.0) as site:
        budgets = Budgets(None, ACCOUNT, time_factor=60.0)
        async with program(site, path, chunk=10, each=6.2 / 60, budgets=budgets) as desk:
            made = await desk.make()
            job = await desk.uploads.add(made, NEW.name, numbers(150))
            await desk.until(job.id, JobState.DONE)
            times = [request["monotonic"] for request in await desk.requests()]
            assert len(times) == 15
            assert all(later - early >= 1.0 for early, later in zip(times, times[10:], strict=False))
            assert desk.limits == []


async def test_an_upload_that_cannot_be_kept_is_not_sent(path: Path) -> None:
    async with desk_at(path) as desk:
        made = await desk.make()
        await desk.archive._store.close()  # as on a disk that is gone
        with pytest.raises(StoreError):
            await desk.uploads.add(made, NEW.name, numbers(5))
        with pytest.raises(StoreError):
            await desk.uploads.create(named(name="Mayıs"), ())
        assert (desk.uploads.jobs, await desk.sent()) == ((), [])


@pytest.mark.logs
async def test_an_upload_pauses_while_the_file_cannot_be_used_and_goes_on_by_wish(path: Path) -> None:
    async with desk_at(path, chunk=10, each=0.05) as desk:
        job = await desk.uploads.add(await desk.make(), NEW.name, numbers(50))
        await until(lambda: desk.job(job.id).sent, seconds=5)
        with locked(path):
            await desk.until(job.id, JobState.PAUSED, "store")
            desk.uploads.go_on(job.id)
            await desk.until(job.id, JobState.PAUSED, "store")
        assert desk.ends == []
        desk.uploads.go_on(job.id)
        await desk.until(job.id, JobState.DONE)
        assert (desk.job(job.id).sent, await desk.sent()) == (50, wire(numbers(50)))


@pytest.mark.logs
async def test_an_answer_that_could_not_be_kept_at_once_is_kept_before_more_is_sent(path: Path) -> None:
    async with desk_at(path, chunk=10, deadline=5.0) as desk:
        made = await desk.make()
        await desk.site.faults(fault("slow"))
        job = await desk.uploads.add(made, NEW.name, numbers(30))
        await until(lambda: desk.job(job.id).underway, seconds=5)
        with locked(path):
            await desk.until(job.id, JobState.PAUSED, "store")
        desk.uploads.go_on(job.id)
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, done.unknown, await desk.sent()) == (30, 0, wire(numbers(30)))


async def test_a_list_without_numbers_that_may_be_called_is_told_as_refused(path: Path) -> None:
    wanted = numbers(3)
    async with desk_at(path, blocked=wire(wanted)) as desk:
        made = await desk.make()
        job = await desk.uploads.add(made, NEW.name, wanted)
        await desk.until(job.id, JobState.DONE)
        assert desk.ends == [OrderEnd("add_list_numbers", made, NEW.name, outcome=Outcome.REFUSED, refused=3)]
        assert await desk.requests() == []
