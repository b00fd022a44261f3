"""Own calls that the event stream tells to be over and that nobody answered: no answer of the PBX says so. Pure."""

from supervisor_gui.i18n import translate
from supervisor_gui.live.live_calls import Calls, LiveCall
from supervisor_gui.ui.calls.call_rows import CallContext, other_party


def unanswered(before: Calls, now: Calls) -> tuple[LiveCall, ...]:
    """The calls started here that ended between two states unanswered, and whose order will not tell why."""
    gone = before.live.keys() - now.live.keys()
    if not (gone and now.stream):
        return ()
    ended = (call for call in now.ended if call.key in gone and not before.live[call.key].uncertain)
    return tuple(call for call in ended if call.order and not call.answered and not call.outcome)


def unanswered_words(call: LiveCall, context: CallContext) -> str:
    """What is known of such a call."""
    words = translate("Calls", "{party}: the call ended unanswered. Nobody picked up, or the line was busy.")
    return words.format(party=other_party(call, context).words)
