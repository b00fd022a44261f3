"""Words of the wire that several operations share: yes, no error, and where a call goes. They decide nothing."""

from collections.abc import Mapping
from types import MappingProxyType

from supervisor_gui.netsantral.types import TargetKind

DONE = frozenset({"success", "successful", "successfully"})
"""Words of success, without case."""

NO_ERROR = frozenset({"", "0", "200"})
"""Codes that are none."""

TARGETS: Mapping[TargetKind, str] = MappingProxyType(
    {TargetKind.QUEUE: "queue", TargetKind.IVR: "ivr", TargetKind.ANNOUNCEMENT: "announcement"}
)
"""What a call can be connected to."""
