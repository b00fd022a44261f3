"""The call reducers take anything in any order: they never raise and their calls always fit together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from supervisor_gui.live.call_commands import Bridge, CallInto, CallOrder, Dial, DialExtension, HangUp, Mute, Transfer
from supervisor_gui.live.call_reduce_state import CallLog
from supervisor_gui.live.calls import call_key
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import CallState
from supervisor_gui.netsantral.errors import Refusal
from supervisor_gui.netsantral.types import AgentStatus, Event, EventKind, TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, MuteDirection
from tests.live.boards import NOON
from tests.live.call_samples import log_of, shown

ids = st.sampled_from(["", "1", "sip3-1", "2", "sip9-3", "sip3-"])
extensions = st.sampled_from(["", "101", "102", "5550001122"])
numbers = st.sampled_from(["05550001122", "905550001122", "5550001133", "", "anonymous", "101", "102", "+4930000"])
seconds = st.one_of(st.integers(-200, 2000), st.floats(-90000, 200000))
events = st.builds(
    Event,
    kind=st.sampled_from(EventKind),
    call=ids,
    at=st.one_of(st.none(), seconds.map(lambda at: NOON + at)),
    extension=extensions,
    customer=numbers,
    queue=st.sampled_from(["", "Destek"]),
    talk_time=st.one_of(st.none(), st.integers(-1, 500)),
)
firsts = st.sampled_from(FirstRung)
options = st.builds(CallOptions, wait=st.booleans())
commands = st.one_of(
    st.builds(Dial, extension=extensions, number=numbers, line=st.just(""), first=firsts, options=options),
    st.builds(DialExtension, extension=extensions, called=numbers, options=options),
    st.builds(Bridge, caller=numbers, called=numbers, line=st.just(""), first=firsts, options=options),
    st.builds(
        CallInto,
        number=numbers,
        target=st.just("Destek"),
        kind=st.sampled_from(TargetKind),
        line=st.just(""),
        options=options,
    ),
    st.builds(HangUp, call=ids),
    st.builds(Mute, call=ids, muted=st.booleans(), direction=st.sampled_from(MuteDirection)),
    st.builds(Transfer, call=ids, to=numbers, attended=st.booleans()),
)
orders = st.builds(
    CallOrder,
    id=st.integers(1, 4),
    command=commands,
    outcome=st.sampled_from(Outcome),
    started=seconds.map(lambda at: NOON + at),
    error=st.sampled_from([None, Refusal("originate", "busy"), Refusal("hang_up", "no_call")]),
    refused_here=st.sampled_from(["", "busy"]),
    call=ids,
)
phones = st.lists(st.tuples(st.sampled_from(["101", "102"]), st.sampled_from(AgentStatus)), max_size=2, unique_by=str)
boards = st.builds(
    lambda at, agents, callers: shown(at, *agents, callers=callers),
    st.floats(0, 2000),
    phones,
    st.sampled_from([(), ("05550001122",), ("",)]),
)
steps = st.lists(
    st.one_of(seconds, st.tuples(seconds, events), st.tuples(seconds, orders), st.tuples(seconds, boards)),
    max_size=14,
)


def check(log: CallLog) -> None:
    """What holds of every log."""
    assert log.notes.keys() == log.live.keys()
    assert set(log.ids.values()) <= log.live.keys()
    for key, call in log.live.items():
        assert (call.key, call.ended) == (key, 0.0)
        assert call.state is not CallState.ENDED
        assert (call.answered > 0.0) or call.state is not CallState.TALKING
        assert key not in log.over
        if call_key(call.call):
            assert log.find(call.call) == call
    for call in log.ended:
        assert call.state is CallState.ENDED
        assert call.ended >= call.began
        assert call.key in log.over
    assert len({call.key for call in log.ended}) == len(log.ended)


@settings(max_examples=300)
@given(steps, st.booleans())
def test_anything_in_any_order_gives_calls_that_fit_together(sequence, stream):
    log = CallLog(stream=stream)
    for step in sequence:
        log = log_of(step, start=log)
        check(log)
        log.calls.own("101")
    assert not log_of(*(NOON + later for later in (1e6, 2e6)), start=log).live
