"""Programs on one file, and lanes of one program, ask each question once; claims of the dead go by themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import StoredRecords
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_statistics import CallOutcome
from tests.history.days import (
    ASKED,
    DAY,
    LEASE,
    ME,
    OTHER_HOLDER,
    about_days,
    about_list,
    about_records,
    call,
    claim,
    figures,
    keep_days,
    keep_list,
    keep_records,
    later,
    list_row,
)
from tests.history.rows import ACCOUNT, OTHER

WEEK = about_days(DAY, later(6))
WEEK_BEFORE = about_days(later(-7), later(-1))
LIST, RECORDS = about_list(), about_records()


@pytest.fixture
def archive(store: Store) -> DayArchive:
    """One program's."""
    return DayArchive(store, ACCOUNT)


@pytest.fixture
def other(store_at: Callable[..., Store], path: Path) -> DayArchive:
    """That of another program on the same file."""
    return DayArchive(store_at(path), ACCOUNT)


async def is_free(archive: DayArchive, question: object, now: float = ASKED) -> bool:
    """Whether somebody else could claim the question."""
    return await claim(archive, question, holder="whoever looks", now=now) is not None


async def test_the_first_candidate_is_claimed_and_the_next_holder_gets_the_next(
    archive: DayArchive, other: DayArchive
) -> None:
    candidates = (WEEK, WEEK_BEFORE, LIST, about_list(CallOutcome.ABANDONED), RECORDS)
    assert await claim(archive, *candidates) == WEEK
    got = [await claim(other, *candidates, holder=f"lane {number}") for number in range(5)]
    assert got == [*candidates[1:], None]


@pytest.mark.parametrize("start", [0, 6])
async def test_a_question_about_a_day_that_somebody_asks_about_is_not_free(
    archive: DayArchive, other: DayArchive, start: int
) -> None:
    await claim(archive, WEEK)
    reaching = about_days(later(start - 2), later(start + 2))
    assert await claim(other, reaching, about_days(later(9)), holder=OTHER_HOLDER) == about_days(later(9))
    assert await other.claimed_by_others([reaching], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)
    assert not await other.claimed_by_others([WEEK_BEFORE], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)
    assert not await archive.claimed_by_others([reaching], holder=ME, now=ASKED, lease=LEASE)


async def test_accounts_do_not_stand_in_each_others_way(archive: DayArchive, store: Store) -> None:
    await claim(archive, WEEK)
    assert await claim(DayArchive(store, OTHER), WEEK, holder=OTHER_HOLDER) == WEEK


async def test_no_candidates_leave_nothing_to_claim(archive: DayArchive) -> None:
    assert await claim(archive) is None


async def test_a_claim_ends_with_its_lease_unless_renewed(archive: DayArchive, other: DayArchive) -> None:
    await claim(archive, WEEK)
    assert not await is_free(other, WEEK, ASKED + LEASE - 0.5)
    assert await archive.renew(WEEK, holder=ME, now=ASKED + 15, lease=LEASE)
    assert not await is_free(other, WEEK, ASKED + 15 + LEASE - 0.5)
    assert await is_free(other, WEEK, ASKED + 15 + LEASE)


async def test_a_claim_that_went_to_somebody_else_is_told_and_left_alone(
    archive: DayArchive, other: DayArchive
) -> None:
    await claim(archive, WEEK)
    now = ASKED + LEASE
    assert await claim(other, WEEK, holder=OTHER_HOLDER, now=now) == WEEK
    assert not await archive.renew(WEEK, holder=ME, now=now, lease=LEASE)
    await archive.release(WEEK, holder=ME)
    assert await archive.claimed_by_others([WEEK], holder=ME, now=now, lease=LEASE)


async def test_a_late_answer_is_kept_and_leaves_the_claim_of_another(archive: DayArchive, other: DayArchive) -> None:
    await claim(archive, LIST)
    now = ASKED + LEASE
    await claim(other, LIST, holder=OTHER_HOLDER, now=now)
    await archive.put_list(list_row(final=False), [call("09:00:00")], LIST, holder=ME)
    assert len(await other.calls(DAY, DAY)) == 1
    assert await archive.claimed_by_others([LIST], holder=ME, now=now, lease=LEASE)


async def test_a_claim_from_a_clock_that_was_put_back_is_dead(archive: DayArchive, other: DayArchive) -> None:
    await claim(archive, WEEK, now=ASKED + 9 * LEASE)
    assert not await is_free(other, WEEK)
    await archive.renew(WEEK, holder=ME, now=ASKED + 86_400, lease=LEASE)
    assert not await other.claimed_by_others([WEEK], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)
    assert await is_free(other, WEEK)


async def test_a_released_question_is_free(archive: DayArchive, other: DayArchive) -> None:
    await claim(archive, WEEK)
    await other.release(WEEK, holder=OTHER_HOLDER)
    assert not await is_free(other, WEEK)
    await archive.release(WEEK, holder=ME)
    assert await is_free(other, WEEK)


async def test_a_holder_may_claim_its_question_again_and_a_part_of_it(archive: DayArchive, other: DayArchive) -> None:
    await claim(archive, WEEK)
    assert await claim(archive, WEEK) == WEEK
    part = about_days(DAY, later(2))
    assert await claim(archive, part) == part
    rest = about_days(later(3), later(6))
    assert await claim(other, part, rest, holder=OTHER_HOLDER) == rest


async def test_an_answer_gives_the_claim_up(archive: DayArchive, other: DayArchive) -> None:
    for question in (WEEK, LIST, RECORDS):
        assert await claim(archive, question) == question
        assert await archive.claimed_by_others([question], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)
    await archive.put_days([figures(DAY, final=False)], WEEK, holder=ME)
    await archive.put_list(list_row(final=False), [], LIST, holder=ME)
    await archive.put_records(StoredRecords(DAY, ASKED, final=False), [], RECORDS, holder=ME)
    assert not await other.claimed_by_others([WEEK, LIST, RECORDS], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)


async def test_an_answer_that_changes_nothing_gives_the_claim_up_too(archive: DayArchive, other: DayArchive) -> None:
    await keep_list(archive, [call("09:00:00")], list_row(calls=1, final=False))
    await claim(archive, LIST)
    await keep_list(other, [call("09:00:00")], list_row(calls=1))
    await archive.put_list(list_row(final=False), [], LIST, holder=ME)
    assert not await other.claimed_by_others([LIST], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)


@pytest.mark.parametrize(
    ("asked_at", "final", "free"),
    [
        (ASKED - 900, True, False),
        (ASKED - 900, False, True),
        (ASKED, False, True),
        (ASKED + 1, False, False),
        (ASKED + 86_400, False, True),  # under a clock that was put back since
        (ASKED + 86_400, True, False),
    ],
)
async def test_what_is_final_or_was_answered_since_the_plan_is_not_asked(
    archive: DayArchive, asked_at: float, final: bool, free: bool
) -> None:
    await keep_days(archive, figures(DAY, asked_at=asked_at, final=final))
    await keep_list(archive, [], list_row(asked_at=asked_at, final=final, listed=False))
    await keep_records(archive, StoredRecords(DAY, asked_at, final))
    for question in (about_days(DAY), LIST, RECORDS):
        assert await is_free(archive, question) is free, question


async def test_answers_of_one_kind_say_nothing_about_another(archive: DayArchive) -> None:
    await keep_days(archive, figures(DAY))
    assert await claim(archive, about_days(DAY), LIST) == LIST
    await keep_list(archive, [], list_row())
    assert await claim(archive, LIST, about_list(CallOutcome.ABANDONED)) == about_list(CallOutcome.ABANDONED)
    assert await claim(archive, RECORDS) == RECORDS


async def test_a_question_is_cut_to_the_days_that_are_still_to_be_asked(archive: DayArchive, other: DayArchive) -> None:
    await keep_days(archive, *(figures(later(day)) for day in (0, 1, 3, 6)))
    asked = await claim(archive, WEEK)
    assert asked == about_days(later(2), later(5))
    await archive.put_days([figures(later(day)) for day in (2, 4, 5)], asked, holder=ME)
    assert await claim(other, WEEK, holder=OTHER_HOLDER) is None
    assert not await other.claimed_by_others([WEEK], holder=OTHER_HOLDER, now=ASKED, lease=LEASE)


async def test_a_year_of_questions_that_others_have_answered_is_passed_over(archive: DayArchive) -> None:
    days = [later(number) for number in range(365)]
    await keep_days(archive, *(figures(day) for day in days[:-1]))
    candidates = [about_days(day) for day in days]
    assert await claim(archive, *candidates) == about_days(days[-1])
