"""What became of an order about a call, in words with what to do; no ending is left without them."""

import pytest

from supervisor_gui.live.call_commands import CallCommand, CallOrder, Dial, HangUp, Mute, Transfer
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import CallDirection, CallState
from supervisor_gui.netsantral.errors import NoAnswer, Refusal
from supervisor_gui.netsantral.types_calls import MuteDirection
from supervisor_gui.ui.calls.call_words import (
    direction_words,
    ending_words,
    outcome_words,
    refused_here_words,
    state_words,
)

DIAL = Dial("101", "5550000001", "8501110000")
COMMANDS: tuple[CallCommand, ...] = (
    DIAL,
    HangUp("c"),
    Mute("c", muted=True, direction=MuteDirection.IN),
    Mute("c", muted=False),
    Transfer("c", "102"),
    Transfer("c", "102", attended=True),
)
HERE = (
    "busy",
    "twice",
    "policy",
    "password",
    "no_extension",
    "no_line",
    "no_id",
    "inside_first",
    "not_dialable",
    "ended",
)


@pytest.mark.parametrize(
    ("reason", "title"),
    [
        ("no_answer", "Nobody answered"),
        ("busy_line", "The line is busy"),
        ("rejected_call", "The call was rejected"),
        ("no_registration", "The phone is not connected to the PBX"),
        ("channel", "The order of the two sides is not valid"),
        ("unknown_reason", "The call failed for a reason the PBX does not tell"),
        ("unsuccessful", "The call could not be sent to its destination"),
        ("parameter_2", "Extension or outgoing line is wrong"),
        ("credentials", "The PBX does not accept the login"),
    ],
)
def test_what_the_pbx_refused_is_told_with_what_to_do(reason: str, title: str) -> None:
    error = Refusal("originate", reason, words="as it came")
    told, todo = outcome_words(CallOrder(1, DIAL, Outcome.REFUSED, error=error))
    assert told == title
    assert todo.endswith(".")
    assert ending_words(reason) == title


@pytest.mark.parametrize("word", HERE)
def test_each_refusal_of_our_own_has_its_sentence_and_what_to_do(word: str) -> None:
    what, todo = outcome_words(CallOrder(1, DIAL, Outcome.REFUSED, refused_here=word))
    assert refused_here_words(word) == f"{what} {todo}"
    assert what.endswith(".")
    assert todo.endswith(".")
    assert [other for other in HERE if refused_here_words(other) == refused_here_words(word)] == [word]


def test_a_word_that_nobody_foresaw_is_a_sentence_too() -> None:
    assert refused_here_words("something").endswith(".")


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_of_every_command_has_words(command: CallCommand, outcome: Outcome) -> None:
    assert outcome_words(CallOrder(1, command, outcome))[0]


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
def test_after_silence_nobody_is_told_that_it_was_done(command: CallCommand) -> None:
    order = CallOrder(1, command, Outcome.UNKNOWN, error=NoAnswer("originate", "deadline"))
    title, todo = outcome_words(order)
    assert title != outcome_words(CallOrder(1, command, Outcome.DONE))[0]
    assert "not known" in todo


def test_a_call_that_the_pbx_only_took_is_not_called_connected() -> None:
    taken, watch = outcome_words(CallOrder(1, DIAL, Outcome.DONE))
    connected, nothing = outcome_words(CallOrder(1, DIAL, Outcome.DONE, call="sip3-1"))
    assert taken != connected
    assert "phone" in watch
    assert nothing == ""


def test_a_mute_says_which_side_and_that_it_is_to_be_confirmed() -> None:
    title, todo = outcome_words(CallOrder(1, Mute("c", muted=True, direction=MuteDirection.OUT), Outcome.DONE))
    assert "hears nothing" in title
    assert "to be confirmed" in todo


def test_states_and_directions_are_told_apart() -> None:
    assert len({state_words(state) for state in CallState}) == len(CallState)
    assert len({direction_words(direction) for direction in CallDirection}) == len(CallDirection)
    assert ending_words("") == ""
