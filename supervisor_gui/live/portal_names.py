"""Which names in the portal a call command uses: lines, menus, announcements, sounds. Pure."""

from collections.abc import Iterator, Mapping

from supervisor_gui.live.call_commands import CallInto, DialExtension, StartCommand
from supervisor_gui.live.dial_memory import PortalKind
from supervisor_gui.netsantral.types import TargetKind

_TARGETS: Mapping[TargetKind, PortalKind] = {
    TargetKind.IVR: PortalKind.MENU,
    TargetKind.ANNOUNCEMENT: PortalKind.ANNOUNCEMENT,
}


def portal_names(command: StartCommand) -> tuple[tuple[PortalKind, str], ...]:
    """Kind and name of each, as typed."""
    return tuple(_names(command))


def _names(command: StartCommand) -> Iterator[tuple[PortalKind, str]]:
    if not isinstance(command, DialExtension) and command.line:
        yield PortalKind.LINE, command.line
    if isinstance(command, CallInto) and command.kind in _TARGETS:
        yield _TARGETS[command.kind], command.target
    for played in (command.options.to_caller, command.options.to_called):
        if played is not None and played.sound:
            yield PortalKind.SOUND, played.sound
