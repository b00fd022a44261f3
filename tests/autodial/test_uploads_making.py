"""Lists that are made with their numbers: once each, whatever becomes of the answer."""

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.autodial.values import JobState, OrderEnd, Outcome, RowState
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, NoAnswer, Refusal
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.netsantral.types_autodial import AutodialList, AutodialLists, Consent, ListKind, StopRule
from tests.autodial.upload_desk import NEW, desk_at, fault, locked, named, numbers, program
from tests.helpers.qt_async import until
from tests.helpers.wire_server import WireServer, http
from tests.simulator.running import running

FIRST = named(numbers=tuple(row for row in numbers(20)), stop_rule=StopRule.FAILED_COUNT, stop_limit=9)
REST = numbers(30, 100)
ALL = [national_number(row.number) for row in (*FIRST.numbers, *REST)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history file is to be."""
    return tmp_path / "history.sqlite"


async def test_a_list_is_made_with_its_first_numbers_and_the_rest_follows(path: Path) -> None:
    async with desk_at(path, chunk=10) as desk:
        await desk.overview()
        job = await desk.uploads.create(FIRST, REST)
        assert (job.state, job.why, job.list_id, job.waiting) == (JobState.CREATING, "", "", 50)
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, done.list_name) == (50, NEW.name)
        assert await desk.there(done.list_id) == ALL
        assert await desk.sent() == ALL[20:]
        assert desk.ends == [
            OrderEnd("create_list", done.list_id, NEW.name),
            OrderEnd("add_list_numbers", done.list_id, NEW.name, sent=50),
        ]
        assert desk.overviews_wanted
        (kept,) = await desk.archive.kept_lists()
        assert (kept.list_id, kept.who, kept.trunk) == (done.list_id, "ayse", NEW.trunk)
        assert (kept.stop_rule, kept.stop_limit, kept.consent) == (StopRule.FAILED_COUNT, 9, Consent.NONE)


async def test_a_list_that_takes_no_more_is_made_with_one_order(path: Path) -> None:
    async with desk_at(path) as desk:
        job = await desk.uploads.create(named(kind=ListKind.FIXED, numbers=FIRST.numbers), ())
        done = await desk.until(job.id, JobState.DONE)
        assert desk.ends == [OrderEnd("create_list", done.list_id, NEW.name)]
        assert await desk.requests() == []


async def test_a_list_of_groups_alone_has_no_numbers_to_send(path: Path) -> None:
    async with desk_at(path) as desk:
        job = await desk.uploads.create(named(numbers=(), groups=("Müşteriler",)), ())
        done = await desk.until(job.id, JobState.DONE)
        assert (done.total, desk.ends) == (0, [OrderEnd("create_list", done.list_id, NEW.name)])


async def test_numbers_on_the_do_not_call_list_are_left_out_of_a_new_list(path: Path) -> None:
    async with desk_at(path, blocked=[ALL[0], ALL[7]]) as desk:
        job = await desk.uploads.create(FIRST, ())
        done = await desk.until(job.id, JobState.DONE)
        assert [row.place for row in await desk.rows(job.id, RowState.REFUSED)] == [0, 7]
        assert await desk.there(done.list_id) == ALL[1:7] + ALL[8:20]


async def test_a_list_none_of_whose_numbers_may_be_called_is_not_made(path: Path) -> None:
    async with desk_at(path, blocked=ALL[:20]) as desk:
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CANCELLED, "do_not_call")
        assert desk.ends == [
            OrderEnd("create_list", "", NEW.name, outcome=Outcome.REFUSED, reason="do_not_call"),
        ]
        assert await desk.requests("addautocall") == []


@pytest.mark.parametrize(
    ("name", "kind", "why"), [("code-70", Refusal, "refused"), ("bad-login", BadCredentials, "credentials")]
)
async def test_a_list_that_the_pbx_refuses_is_told_and_given_up(
    path: Path, name: str, kind: type[Exception], why: str
) -> None:
    async with desk_at(path) as desk:
        await desk.site.faults(fault(name))
        job = await desk.uploads.create(FIRST, REST)
        over = await desk.until(job.id, JobState.CANCELLED, why)
        (end,) = desk.ends
        assert (end.action, end.outcome, type(end.error)) == ("create_list", Outcome.REFUSED, kind)
        assert (over.refused, over.words) == (50, end.error.words if end.error else "")
        desk.uploads.send_again(job.id)
        await desk.uploads.stop()
        assert await desk.requests() == []


@pytest.mark.parametrize(("name", "kind"), [("hang", NoAnswer), ("cut", BadAnswer)])
async def test_a_list_whose_answer_is_lost_is_found_by_the_next_overview(
    path: Path, name: str, kind: type[Exception]
) -> None:
    async with desk_at(path, chunk=10) as desk:
        await desk.make(named(name="Başka"))
        await desk.overview()
        await desk.site.faults(fault(name))
        job = await desk.uploads.create(FIRST, REST)
        unknown = await desk.until(job.id, JobState.CREATE_UNKNOWN)
        assert (unknown.unknown, unknown.waiting) == (20, 30)
        assert [(end.outcome, type(end.error)) for end in desk.ends] == [(Outcome.UNKNOWN, kind)]
        assert desk.overviews_wanted
        await desk.overview()
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, await desk.there(done.list_id)) == (50, ALL)
        assert [kept.list_id for kept in await desk.archive.kept_lists()] == [done.list_id]
        assert len(await desk.requests("addautocall")) == 2


async def test_a_list_that_was_surely_not_made_waits_for_the_user(path: Path) -> None:
    async with desk_at(path) as desk:
        await desk.overview()
        await desk.site.faults(fault("http-500"))
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CREATE_UNKNOWN)
        lists = await desk.client.lists()
        await desk.uploads.take_lists(lists, time.time())
        assert desk.job(job.id).state is JobState.CREATE_UNKNOWN
        await desk.uploads.take_lists(lists, time.time() + 1)
        await desk.until(job.id, JobState.PAUSED, "not_made")
        desk.uploads.go_on(job.id)
        desk.uploads.send_again(job.id)
        desk.uploads.cancel(job.id)
        await desk.until(job.id, JobState.CANCELLED)
        assert len(await desk.requests("addautocall")) == 1


async def test_a_list_that_is_made_without_its_id_being_told_is_found_too(path: Path) -> None:
    made = json.dumps({"header": {"error": False, "code": 200, "message": "Tamam."}, "body": []}).encode()
    async with running() as site, WireServer(http(made)) as server, program(site, path, api_url=server.url) as desk:
        await desk.uploads.take_lists(AutodialLists(()), time.time())
        job = await desk.uploads.create(FIRST, ())
        await desk.until(job.id, JobState.CREATE_UNKNOWN)
        await desk.uploads.take_lists(AutodialLists((AutodialList("7", NEW.name), AutodialList("8"))), time.time())
        found = await desk.until(job.id, JobState.DONE)
        assert (found.list_id, found.unknown, desk.reports_wanted) == ("7", 20, ["7"])
        await desk.uploads.take_report("7", frozenset(ALL), asked_at=time.time(), whole=True)
        assert desk.job(job.id).sent == 20


@pytest.mark.logs
async def test_an_overview_that_comes_while_the_file_cannot_be_used_is_made_up_for_by_the_next(path: Path) -> None:
    async with desk_at(path) as desk:
        await desk.overview()
        await desk.site.faults(fault("cut"))
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CREATE_UNKNOWN)
        with locked(path):
            await desk.overview()
        assert desk.job(job.id).state is JobState.CREATE_UNKNOWN
        await desk.overview()
        assert (await desk.until(job.id, JobState.DONE)).sent == 50


async def test_one_that_comes_to_light_late_is_taken_up_all_the_same(path: Path) -> None:
    async with desk_at(path) as desk:
        await desk.overview()
        before = await desk.client.lists()
        await desk.site.faults(fault("cut"))
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CREATE_UNKNOWN)
        await desk.uploads.take_lists(before, time.time() + 1)
        await desk.until(job.id, JobState.PAUSED, "not_made")
        await desk.overview()
        assert (await desk.until(job.id, JobState.DONE)).sent == 50


async def test_a_list_of_the_same_name_that_was_there_before_is_not_taken_for_it(path: Path) -> None:
    async with desk_at(path) as desk:
        old = await desk.make()
        await desk.overview()
        await desk.site.faults(fault("cut"))
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CREATE_UNKNOWN, "namesake")
        await desk.overview()
        done = await desk.until(job.id, JobState.DONE)
        assert done.list_id != old
        assert await desk.there(old) == ["5550000000"]


@pytest.mark.parametrize("there_before", [False, True])
async def test_after_a_restart_only_a_list_whose_name_was_new_is_taken_up(path: Path, there_before: bool) -> None:
    async with running() as site:
        async with program(site, path) as desk:
            if there_before:
                await desk.make()
            await desk.overview()
            await site.faults(fault("hang"))
            job = await desk.uploads.create(FIRST, REST)
            await until(lambda: desk.job(job.id).underway, seconds=5)
            await until(lambda: len(site.simulator.log.entries) > 1 + there_before, seconds=5)
        async with program(site, path) as desk:
            assert (desk.job(job.id).unknown, desk.job(job.id).waiting) == (20, 30)
            assert desk.overviews_wanted
            await desk.overview()
            if there_before:
                assert (desk.job(job.id).state, desk.job(job.id).why) == (JobState.CREATE_UNKNOWN, "namesake")
            else:
                found = await desk.until(job.id, JobState.PAUSED, "interrupted")
                await until(lambda: desk.job(job.id).sent == 20, seconds=5)
                assert (await desk.there(found.list_id), await desk.requests()) == (ALL[:20], [])
                desk.uploads.go_on(job.id)
                done = await desk.until(job.id, JobState.DONE)
                assert (done.sent, await desk.there(done.list_id)) == (50, ALL)


async def test_a_list_that_is_made_anew_is_not_taken_for_the_one_that_was_not_made(path: Path) -> None:
    async with desk_at(path) as desk:
        await desk.overview()
        await desk.site.faults(fault("http-500"))
        lost = await desk.uploads.create(FIRST, REST)
        await desk.until(lost.id, JobState.CREATE_UNKNOWN)
        await desk.uploads.take_lists(await desk.client.lists(), time.time() + 1)
        await desk.until(lost.id, JobState.PAUSED, "not_made")
        await desk.site.faults(fault("hang"))
        anew = await desk.uploads.create(FIRST, REST)
        async with asyncio.timeout(5):
            while len(await desk.requests("addautocall")) < 2:
                pass
        assert desk.job(anew.id).state is JobState.CREATING
        await desk.overview()
        assert (desk.job(lost.id).state, desk.job(lost.id).list_id) == (JobState.PAUSED, "")
        await desk.until(anew.id, JobState.CREATE_UNKNOWN)
        await desk.overview()
        done = await desk.until(anew.id, JobState.DONE)
        assert (desk.job(lost.id).list_id, await desk.there(done.list_id)) == ("", ALL)


@pytest.mark.logs
async def test_a_list_whose_numbers_cannot_be_noted_as_being_sent_is_not_made_and_told(path: Path) -> None:
    async with desk_at(path) as desk:
        job = await desk.uploads.create(FIRST, REST)
        with locked(path):
            await desk.until(job.id, JobState.PAUSED, "store")
        assert desk.ends == [OrderEnd("create_list", "", NEW.name, outcome=Outcome.REFUSED, reason="store")]
        assert await desk.requests("addautocall") == []


@pytest.mark.logs
async def test_a_refusal_that_cannot_be_noted_is_told_all_the_same(path: Path) -> None:
    async with desk_at(path, deadline=5.0) as desk:
        await desk.site.faults(fault("slow"), fault("code-70"))
        job = await desk.uploads.create(FIRST, REST)
        await until(lambda: desk.job(job.id).underway, seconds=5)
        with locked(path):
            await desk.until(job.id, JobState.PAUSED, "store")
        assert [(end.action, end.outcome) for end in desk.ends] == [("create_list", Outcome.REFUSED)]


async def test_a_list_that_is_given_up_before_its_making_is_sent_is_told_as_cancelled(path: Path) -> None:
    async with desk_at(path) as desk:
        async with desk.uploads._shelf.lock:  # as while another upload takes its numbers
            job = await desk.uploads.create(FIRST, REST)
            await desk.archive.give_up(job.id, at=time.time())
            await desk.uploads._shelf.refresh(job.id)
        await until(lambda: bool(desk.ends), seconds=5)
        assert desk.ends == [OrderEnd("create_list", "", NEW.name, outcome=Outcome.REFUSED, reason="cancelled")]
        assert await desk.requests("addautocall") == []


async def test_a_list_that_is_being_made_when_the_program_ends_is_told_as_unknown(path: Path) -> None:
    async with desk_at(path) as desk:
        await desk.site.faults(fault("hang"))
        job = await desk.uploads.create(FIRST, REST)
        await until(lambda: desk.job(job.id).underway, seconds=5)
        await until(lambda: bool(desk.site.simulator.log.entries), seconds=5)
        await desk.uploads.stop()
        assert desk.ends == [OrderEnd("create_list", "", NEW.name, outcome=Outcome.UNKNOWN)]


async def test_after_a_restart_a_namesake_is_not_taken_for_a_list_that_was_not_made(path: Path) -> None:
    async with running() as site:
        async with program(site, path) as desk:
            await desk.make()
            await desk.overview()
            await site.faults(fault("http-500"))
            job = await desk.uploads.create(FIRST, REST)
            await desk.until(job.id, JobState.CREATE_UNKNOWN, "namesake")
            await desk.uploads.take_lists(await desk.client.lists(), time.time() + 1)
        async with program(site, path) as desk:
            await desk.uploads.take_lists(await desk.client.lists(), time.time() + 1)
            kept = desk.job(job.id)
            assert (kept.state, kept.why, kept.list_id) == (JobState.CREATE_UNKNOWN, "namesake", "")


async def test_nothing_is_made_while_the_credentials_are_refused(path: Path) -> None:
    async with desk_at(path) as desk:
        desk.refusals.add()
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CANCELLED, "credentials")
        assert [(end.outcome, end.reason) for end in desk.ends] == [(Outcome.REFUSED, "offline")]
        assert await desk.requests("addautocall") == []


@pytest.mark.logs
async def test_a_list_that_is_not_begun_is_told_once_though_that_cannot_be_noted(path: Path) -> None:
    async with desk_at(path) as desk:
        desk.refusals.add()
        job = await desk.uploads.create(FIRST, REST)
        with locked(path):
            await desk.until(job.id, JobState.PAUSED, "store")
        assert [(end.outcome, end.reason) for end in desk.ends] == [(Outcome.REFUSED, "offline")]


@pytest.mark.logs
async def test_a_mistake_of_ours_on_the_way_leaves_it_to_an_overview_whether_the_list_was_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_at(path) as desk:
        await desk.overview()
        create_list = desk.client.create_list

        async def mistaken(*arguments: Any, **options: Any) -> AutodialList:
            await create_list(*arguments, **options)
            raise RuntimeError("a mistake of ours")

        monkeypatch.setattr(desk.client, "create_list", mistaken)
        job = await desk.uploads.create(FIRST, REST)
        await desk.until(job.id, JobState.CREATE_UNKNOWN)
        assert [(end.action, end.outcome) for end in desk.ends] == [("create_list", Outcome.UNKNOWN)]
        await desk.overview()
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, await desk.there(done.list_id)) == (50, ALL)


async def test_a_list_that_is_given_up_while_it_is_made_gets_no_more_numbers(path: Path) -> None:
    async with desk_at(path, deadline=5.0) as desk:
        await desk.overview()
        await desk.site.faults(fault("slow"))
        job = await desk.uploads.create(FIRST, REST)
        await until(lambda: desk.job(job.id).underway, seconds=5)
        desk.uploads.cancel(job.id)
        await desk.until(job.id, JobState.CANCELLED)
        await until(lambda: not desk.job(job.id).underway, seconds=5)
        over = desk.job(job.id)
        assert (over.state, over.refused, over.sent) == (JobState.CANCELLED, 30, 20)
        assert await desk.there(over.list_id) == ALL[:20]
        assert await desk.requests() == []


@pytest.mark.logs
async def test_a_list_that_could_not_be_noted_is_found_when_the_user_goes_on(path: Path) -> None:
    async with desk_at(path, deadline=5.0) as desk:
        await desk.overview()
        await desk.site.faults(fault("slow"))
        job = await desk.uploads.create(FIRST, REST)
        await until(lambda: desk.job(job.id).underway, seconds=5)
        with locked(path):
            await desk.until(job.id, JobState.PAUSED, "store")
        desk.uploads.go_on(job.id)
        await desk.until(job.id, JobState.CREATE_UNKNOWN)
        await desk.overview()
        done = await desk.until(job.id, JobState.DONE)
        assert (done.sent, await desk.there(done.list_id)) == (50, ALL)
