"""Whether there are administrator's settings, and whether they can be used. It changes nothing."""

from supervisor_gui.config import MachinePolicy
from supervisor_gui.config.policy import RIGHTS, fault_details, fault_title, fault_words
from supervisor_gui.desktop.findings import Finding, Verdict
from supervisor_gui.i18n import translate


def examine_policy(machine: MachinePolicy) -> Finding:
    """The administrator's settings, as they were read."""
    subject = translate("Doctor", "Administrator's settings")
    if machine.path is None:
        return Finding(Verdict.OK, subject, translate("Doctor", "none"))
    if machine.fault is not None:
        found = f"{fault_title()} ({fault_details(machine)})"
        return Finding(Verdict.PROBLEM, subject, found, fault_words(machine.fault))
    words = translate("Doctor", "read from {path}").format(path=machine.path)
    return Finding(Verdict.OK, subject, f"{words}; {_forbidden(machine)}")


def _forbidden(machine: MachinePolicy) -> str:
    rights = {
        "dial": translate("Doctor", "calls"),
        "pause": translate("Doctor", "breaks"),
        "remove": translate("Doctor", "removing from queues"),
        "campaigns": translate("Doctor", "changing auto-dial lists"),
        "export": translate("Doctor", "exporting and copying"),
        "whole_numbers": translate("Doctor", "whole numbers"),
    }
    names = ", ".join(rights[right] for right in RIGHTS if right in machine.denied)
    if not names:
        return translate("Doctor", "it forbids nothing")
    return translate("Doctor", "it forbids: {names}").format(names=names)
