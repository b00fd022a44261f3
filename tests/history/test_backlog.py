"""Rows that wait stay in order and within bounds."""

from supervisor_gui.history.backlog import Backlog, Batch
from supervisor_gui.live.ports import AuditRow, MinuteSample
from tests.history.rows import action, sample


def test_what_is_taken_is_gone_from_the_backlog() -> None:
    backlog = Backlog()
    backlog.add(AuditRow, [action("a")])
    backlog.add(MinuteSample, [sample(1)])
    assert len(backlog) == 2
    assert backlog.take() == Batch(audit=(action("a"),), samples=(sample(1),))
    assert len(backlog) == 0
    assert not backlog.take()


def test_a_batch_that_is_put_back_stands_before_what_came_since() -> None:
    backlog = Backlog()
    backlog.add(AuditRow, [action("a")])
    batch = backlog.take()
    backlog.add(AuditRow, [action("b")])
    backlog.put_back(batch)
    assert [row.words for row in backlog.take().audit] == ["a", "b"]


def test_a_full_backlog_loses_the_oldest_of_that_kind_and_counts_them() -> None:
    backlog = Backlog(bound=3)
    backlog.add(AuditRow, [action("kept")])
    backlog.add(MinuteSample, [sample(minute) for minute in range(4)])
    batch = backlog.take()
    assert [row.minute for row in batch.samples] == [1, 2, 3]
    assert backlog.lost == 1
    backlog.add(MinuteSample, [sample(4), sample(5)])
    backlog.put_back(batch)
    again = backlog.take()
    assert [row.minute for row in again.samples] == [3, 4, 5]
    assert [row.words for row in again.audit] == ["kept"]
    assert backlog.forgive() == 3
    assert backlog.lost == 0
