"""Words about what the administrator does not allow. They decide nothing."""

from collections.abc import Iterable

from supervisor_gui.config import MachinePolicy
from supervisor_gui.config.policy import fault_details, fault_title, fault_words
from supervisor_gui.i18n import translate
from supervisor_gui.live.policy import Policy
from supervisor_gui.ui.messages import Message, Tone


def denied_words() -> str:
    """Why something cannot be done at this seat."""
    return translate("Policy", "This seat may not do that: your administrator has switched it off.")


def why_denied(policy: Policy, right: str) -> str:
    """Why this seat may not do what needs `right`, in words; empty when it may."""
    return denied_words() if policy.why_not(right) else ""


def first_messages(machine: MachinePolicy, problems: Iterable[str]) -> tuple[Message, ...]:
    """What everybody who opens the window must know: why nothing can be done, and what is wrong with this start.

    It stays until it is closed: a whole day of greyed buttons wants a reason.
    """
    wrong = tuple(Message(problem, tone=Tone.PROBLEM) for problem in problems)
    if machine.fault is None:
        return wrong
    why = Message(fault_title(), fault_words(machine.fault), fault_details(machine), Tone.PROBLEM, key="policy")
    return (why, *wrong)
