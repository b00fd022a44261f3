"""Uploads, made lists and the do-not-call list are kept as they were given, and every number's way is noted."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from supervisor_gui.autodial.ports import ListStore
from supervisor_gui.autodial.values import BlockedNumber, JobState, KeptList, RowOutcome, RowState, UploadJob, UploadRow
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.dial_archive import DialArchive
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_autodial import Consent, LimitRule, ListNumber, StopRule
from tests.history.dialled import LIST, begin, numbers, states, wire
from tests.history.rows import ACCOUNT, NOON, OTHER


@pytest.fixture
def archive(store: Store) -> ListStore:
    """One account's lists."""
    return DialArchive(store, ACCOUNT)


async def test_an_upload_is_kept_with_all_its_numbers_waiting_in_their_order(archive: ListStore) -> None:
    given = (
        ListNumber("+90 555 000 00 02", "Ayşe; Işık"),
        ListNumber("05550000001", "", False, datetime(2026, 12, 1, 9, 30, tzinfo=PBX_ZONE), "3121110000"),
        ListNumber("05550000002", "twice"),
    )
    made = await archive.begin(given, list_id=LIST, list_name="Anket", who="ayse", at=NOON, state=JobState.RUNNING)
    assert made == UploadJob(made.id, LIST, "Anket", NOON, "ayse", waiting=3)
    assert await archive.jobs() == (made,)
    assert await archive.job(made.id) == made
    assert await archive.rows_of(made.id) == (
        UploadRow(made.id, 0, "5550000002", "Ayşe; Işık", at=NOON),
        UploadRow(made.id, 1, "5550000001", "", False, 1_796_106_600.0, "3121110000", at=NOON),
        UploadRow(made.id, 2, "5550000002", "twice", at=NOON),
    )


async def test_what_is_taken_is_noted_as_on_its_way_and_never_taken_twice(archive: ListStore, path: Path) -> None:
    job = await begin(archive, 5)
    first = await archive.take(job, 2, at=NOON + 1)
    assert [(row.place, row.number, row.state, row.at) for row in first] == [
        (0, wire(0), RowState.UNDERWAY, NOON + 1),
        (1, wire(1), RowState.UNDERWAY, NOON + 1),
    ]
    assert await states(archive, job) == "UUwww"
    second, third = await archive.take(job, 9, at=NOON + 2), await archive.take(job, 9, at=NOON + 3)
    assert [row.place for row in second] == [2, 3, 4]
    assert third == ()


async def test_what_became_of_numbers_is_noted_and_counted(archive: ListStore) -> None:
    job = await begin(archive, 6)
    await archive.take(job, 4, at=NOON)
    outcomes = (
        RowOutcome(0, RowState.SENT),
        RowOutcome(1, RowState.REFUSED, "Numara hatalı"),
        RowOutcome(2, RowState.UNKNOWN),
    )
    await archive.settle(job, outcomes, at=NOON + 5)
    kept = await archive.job(job)
    assert kept is not None
    counts = (kept.sent, kept.refused, kept.unknown, kept.underway, kept.waiting, kept.absent, kept.total)
    assert counts == (1, 1, 1, 1, 2, 0, 6)
    refused = (await archive.rows(LIST, [RowState.REFUSED]))[0]
    assert (refused.why, refused.at) == ("Numara hatalı", NOON + 5)


async def test_numbers_on_their_way_to_a_list_are_those_of_all_its_uploads(archive: ListStore) -> None:
    old, new = await begin(archive, 2), await begin(archive, 2, at=NOON + 1)
    await begin(archive, 1, list_id="other")
    await archive.take(new, 1, at=NOON)
    assert [(row.job, row.place) for row in await archive.rows(LIST)] == [(old, 0), (old, 1), (new, 0), (new, 1)]
    assert [(row.job, row.place) for row in await archive.rows(LIST, {RowState.UNDERWAY})] == [(new, 0)]
    assert [job.id for job in await archive.jobs()] == [new + 1, new, old]


async def test_an_upload_changes_its_state_and_gets_its_lists_id_once_that_is_made(archive: ListStore) -> None:
    job = await begin(archive, 1, list_id="", state=JobState.CREATING)
    await archive.set_job(job, JobState.RUNNING, list_id="77")
    await archive.set_job(job, JobState.PAUSED, why="refused", words="Geçersiz istek")
    kept = await archive.job(job)
    assert kept is not None
    assert (kept.list_id, kept.state, kept.why, kept.words) == ("77", JobState.PAUSED, "refused", "Geçersiz istek")
    await archive.set_job(job, JobState.DONE)
    kept = await archive.job(job)
    assert kept is not None
    assert (kept.list_id, kept.state, kept.why, kept.words) == ("77", JobState.DONE, "", "")


async def test_a_cancelled_upload_sends_nothing_more_and_keeps_what_arrived(archive: ListStore) -> None:
    job = await begin(archive, 4)
    await archive.take(job, 2, at=NOON)
    await archive.settle(job, [RowOutcome(0, RowState.SENT)], at=NOON)
    await archive.give_up(job, at=NOON + 1)
    assert await archive.take(job, 9, at=NOON + 2) == ()
    assert await states(archive, job) == "SUrr"
    kept = await archive.job(job)
    assert kept is not None
    assert kept.state is JobState.CANCELLED
    assert {row.why for row in await archive.rows(LIST, [RowState.REFUSED])} == {"cancelled"}
    # What was on its way when it was cancelled still has its own outcome.
    await archive.settle(job, [RowOutcome(1, RowState.SENT)], at=NOON + 3)
    assert await states(archive, job) == "SSrr"


async def test_after_a_kill_what_was_on_its_way_is_unknown_and_nothing_goes_on_by_itself(archive: ListStore) -> None:
    running, creating = await begin(archive, 3), await begin(archive, 2, list_id="", state=JobState.CREATING)
    paused, done = await begin(archive, 1), await begin(archive, 1)
    await archive.set_job(creating, JobState.CREATING, why="namesake")
    await archive.set_job(paused, JobState.PAUSED, why="user")
    await archive.set_job(done, JobState.DONE)
    await archive.take(running, 2, at=NOON)
    await archive.take(creating, 2, at=NOON)
    await archive.settle(running, [RowOutcome(0, RowState.SENT)], at=NOON)
    assert await archive.interrupted(at=NOON + 60) == 3
    assert await states(archive, running) == "S?w"
    assert await states(archive, creating) == "??"
    found = {job.id: (job.state, job.why) for job in await archive.jobs()}
    assert found == {
        running: (JobState.PAUSED, "interrupted"),
        creating: (JobState.CREATE_UNKNOWN, "namesake"),
        paused: (JobState.PAUSED, "user"),
        done: (JobState.DONE, ""),
    }
    assert await archive.interrupted(at=NOON + 61) == 0


async def unknown(archive: ListStore, count: int, *, at: float = NOON) -> int:
    """An upload all of whose numbers are unknown since `at`."""
    job = await begin(archive, count)
    await archive.take(job, count, at=at)
    await archive.settle(job, [RowOutcome(place, RowState.UNKNOWN, "no answer") for place in range(count)], at=at)
    return job


async def test_a_report_settles_the_unknown_numbers_that_it_lists(archive: ListStore) -> None:
    job = await unknown(archive, 3)
    assert await archive.listed(LIST, {wire(1), "5559999999"}, asked_at=NOON + 9, whole=False)
    assert await states(archive, job) == "?S?"
    sent = (await archive.rows_of(job))[1]
    assert (sent.why, sent.at, sent.absent_at) == ("", NOON + 9, 0.0)
    assert not await archive.listed(LIST, {wire(1)}, asked_at=NOON + 10, whole=False)
    assert not await archive.listed("other", {wire(0)}, asked_at=NOON + 10, whole=True)


async def test_only_a_whole_report_asked_for_afterwards_tells_that_a_number_is_absent(archive: ListStore) -> None:
    job = await unknown(archive, 2, at=NOON)
    assert not await archive.listed(LIST, (), asked_at=NOON, whole=True)
    assert not await archive.listed(LIST, (), asked_at=NOON + 9, whole=False)
    assert await archive.listed(LIST, {wire(0)}, asked_at=NOON + 9, whole=True)
    kept = await archive.job(job)
    assert kept is not None
    assert (kept.sent, kept.unknown, kept.absent) == (1, 1, 1)
    absent = (await archive.rows_of(job))[1]
    assert (absent.why, absent.at, absent.absent_at) == ("no answer", NOON, NOON + 9)
    assert not await archive.listed(LIST, {wire(0)}, asked_at=NOON + 20, whole=True)
    # It did arrive, only late.
    assert await archive.listed(LIST, {wire(1)}, asked_at=NOON + 30, whole=True)
    kept = await archive.job(job)
    assert kept is not None
    assert (kept.sent, kept.unknown, kept.absent) == (2, 0, 0)


async def test_a_report_leaves_numbers_alone_that_are_not_unknown(archive: ListStore) -> None:
    job = await begin(archive, 4)
    await archive.take(job, 3, at=NOON)
    await archive.settle(job, [RowOutcome(0, RowState.SENT), RowOutcome(1, RowState.REFUSED, "x")], at=NOON)
    before = await archive.rows_of(job)
    assert not await archive.listed(LIST, {wire(place) for place in range(1, 4)}, asked_at=NOON + 9, whole=True)
    assert await archive.rows_of(job) == before


async def test_what_did_not_arrive_waits_anew_and_what_we_refused_does_not(archive: ListStore) -> None:
    job = await begin(archive, 6)
    await archive.take(job, 5, at=NOON)
    outcomes = (
        RowOutcome(0, RowState.SENT),
        RowOutcome(1, RowState.REFUSED, "Sistem hatası"),
        RowOutcome(2, RowState.REFUSED, "do_not_call"),
        RowOutcome(3, RowState.UNKNOWN),
    )
    await archive.settle(job, outcomes, at=NOON)
    await archive.settle(job, [RowOutcome(4, RowState.UNKNOWN)], at=NOON + 20)
    await archive.listed(LIST, {wire(0)}, asked_at=NOON + 9, whole=True)
    await archive.give_up(job, at=NOON + 10)
    assert await states(archive, job) == "Srr??r"
    assert await archive.again(job, at=NOON + 30) == 2
    assert await states(archive, job) == "Swrw?r"
    kept = await archive.job(job)
    assert kept is not None
    assert (kept.state, kept.absent) == (JobState.RUNNING, 0)
    assert [row.place for row in await archive.take(job, 9, at=NOON + 31)] == [1, 3]
    assert {row.why for row in await archive.rows(LIST, [RowState.UNDERWAY])} == {""}


async def test_what_another_upload_brought_meanwhile_is_not_sent_again(archive: ListStore) -> None:
    first = await begin(archive, 5)
    await archive.take(first, 5, at=NOON)
    await archive.settle(first, [RowOutcome(place, RowState.REFUSED, "Sistem hatası") for place in range(4)], at=NOON)
    await archive.settle(first, [RowOutcome(4, RowState.SENT)], at=NOON)
    elsewhere, second = await begin(archive, 4, list_id="other"), await begin(archive, 3)
    await archive.take(second, 2, at=NOON + 1)
    await archive.settle(second, [RowOutcome(0, RowState.SENT), RowOutcome(1, RowState.REFUSED, "x")], at=NOON + 1)
    assert await archive.again(first, at=NOON + 2) == 2
    assert [row.why for row in await archive.rows_of(first)] == ["twice", "", "twice", "", ""]
    assert await states(archive, first) == "rwrwS"
    assert await states(archive, second) + await states(archive, elsewhere) == "Srwwwww"
    assert await archive.again(first, at=NOON + 3) == 0


async def test_where_nothing_can_be_sent_again_an_upload_stays_as_it_is(archive: ListStore) -> None:
    job = await begin(archive, 1)
    await archive.give_up(job, at=NOON)
    before = await archive.jobs()
    assert await archive.again(job, at=NOON + 1) == 0
    assert await archive.jobs() == before


async def test_another_account_neither_sees_nor_changes_uploads_and_lists(store: Store, archive: ListStore) -> None:
    job = await unknown(archive, 2)
    await archive.keep_list(KeptList(LIST, NOON))
    before = await archive.rows_of(job), await archive.jobs()
    other = DialArchive(store, OTHER)
    assert await other.jobs() == await other.rows_of(job) == await other.rows(LIST) == await other.kept_lists() == ()
    assert await other.job(job) is None
    assert await other.take(job, 9, at=NOON) == ()
    assert not await other.listed(LIST, {wire(0)}, asked_at=NOON + 9, whole=True)
    assert await other.again(job, at=NOON) == await other.interrupted(at=NOON) == 0
    await other.settle(job, [RowOutcome(0, RowState.SENT)], at=NOON)
    await other.set_job(job, JobState.DONE)
    await other.give_up(job, at=NOON)
    assert (await archive.rows_of(job), await archive.jobs()) == before


async def test_an_upload_that_is_gone_is_nobodys(archive: ListStore) -> None:
    await archive.set_job(99, JobState.DONE)
    await archive.settle(99, [RowOutcome(0, RowState.SENT)], at=NOON)
    assert await archive.take(99, 5, at=NOON) == await archive.rows_of(99) == ()
    assert await archive.job(99) is None


async def test_how_a_list_was_made_is_kept_and_replaced(archive: ListStore) -> None:
    whole = KeptList(
        LIST,
        NOON,
        "ayse",
        "3121110000",
        LimitRule.CALLS_PER_MINUTE,
        StopRule.REACHED_PERCENT,
        90,
        Consent.TRADER,
        "https://example.invalid/?a=1",
        ("VIP", 'say "hi", ok'),
    )
    await archive.keep_list(KeptList(LIST, NOON - 1, "veli"))
    await archive.keep_list(KeptList("2", NOON))
    await archive.keep_list(whole)
    assert sorted(await archive.kept_lists(), key=lambda kept: kept.list_id) == [KeptList("2", NOON), whole]


async def test_the_do_not_call_list_is_everybodys_newest_first(store: Store, archive: ListStore) -> None:
    first = BlockedNumber("5550000001", "0555 000 00 01", "asked for it", NOON, "ayse")
    second = BlockedNumber("5550000002", "+90 555 000 00 02", "", NOON + 1, "veli")
    assert await archive.block((first, second)) == 2
    other = DialArchive(store, OTHER)
    assert await other.blocked() == (second, first)
    again = BlockedNumber("5550000001", "05550000001", "once more", NOON + 2, "veli")
    third = BlockedNumber("5550000003", "05550000003", at=NOON)
    assert await other.block((again, third)) == 1
    assert await archive.blocked() == (again, second, third)
    assert await archive.blocked_among({"5550000001", "5550000003", "5550000009", ""}) == {"5550000001", "5550000003"}
    assert await archive.unblock(["5550000001", "5550000009"]) == 1
    assert await archive.blocked() == (second, third)
    assert await archive.blocked_among(()) == frozenset()


async def test_what_an_upload_begins_with_is_kept_in_the_same_step(archive: ListStore) -> None:
    given = numbers(2)
    job = await archive.begin(
        given, list_id="", list_name="Anket", who="ayse", at=NOON, state=JobState.CREATING, why="namesake"
    )
    assert (job.state, job.why, await archive.job(job.id)) == (JobState.CREATING, "namesake", job)


async def test_half_characters_out_of_a_clipboard_do_not_spoil_an_upload(archive: ListStore) -> None:
    job = await archive.begin(
        (ListNumber("05550000001", "A\ud83d"), ListNumber("05550000002", "nul\0")),
        list_id=LIST,
        list_name="\udc00",
        who="",
        at=NOON,
        state=JobState.RUNNING,
    )
    assert [row.name for row in await archive.rows_of(job.id)] == ["A?", "nul\0"]
    await archive.settle(job.id, [RowOutcome(0, RowState.REFUSED, "\ud83d")], at=NOON)
    await archive.set_job(job.id, JobState.PAUSED, words="\ud83d")
    await archive.keep_list(KeptList(LIST, NOON, "\ud83d", groups=("\ud83d",)))
    await archive.block([BlockedNumber("5550000001", "05550000001", "\ud83d")])
    assert (await archive.blocked())[0].note == "?"


async def test_fifty_thousand_numbers_go_in_and_out_whole(archive: ListStore) -> None:
    job = await begin(archive, 50_000)
    taken = await archive.take(job, 50_000, at=NOON)
    assert [row.number for row in taken] == [row.number for row in await archive.rows_of(job)]
    assert await archive.block([BlockedNumber(row.number, row.number) for row in taken]) == 50_000
    assert len(await archive.blocked_among([row.number for row in taken])) == 50_000
    assert await archive.unblock([row.number for row in taken]) == 50_000


async def test_a_second_run_finds_everything(store_at: Callable[[Path], Store], path: Path) -> None:
    first = store_at(path)
    archive = DialArchive(first, ACCOUNT)
    job = await unknown(archive, 3)
    before = await archive.rows_of(job), await archive.jobs()
    await first.close()
    archive = DialArchive(store_at(path), ACCOUNT)
    assert (await archive.rows_of(job), await archive.jobs()) == before
    assert [number.number for number in numbers(3)] == [f"0{row.number}" for row in before[0]]
