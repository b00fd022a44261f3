"""Which commands an action on some agents means. Pure: it looks at the board and sends nothing."""

from collections.abc import Iterable

from supervisor_gui.live.board import Agent, MemberState
from supervisor_gui.live.commands import AddAgent, Command, PauseAgent, RemoveAgent, ResumeAgent


def _members(agents: Iterable[Agent], queue: str) -> Iterable[tuple[Agent, MemberState]]:
    """The pairs an action is about: every queue of each extension, or the one `queue`. External numbers stay out."""
    for agent in agents:
        if agent.external:
            continue
        for name in sorted(agent.members):
            if not queue or name == queue:
                yield agent, agent.members[name]


def pause(agents: Iterable[Agent], reason: str, queue: str = "") -> tuple[Command, ...]:
    """Break with `reason` in every queue of each agent, or in `queue` alone; pairs already so are left out."""
    return tuple(
        PauseAgent(extension=agent.extension, queue=member.queue, reason=reason)
        for agent, member in _members(agents, queue)
        if not (member.paused and member.reason == reason)
    )


def resume(agents: Iterable[Agent], queue: str = "") -> tuple[Command, ...]:
    """End the break in every paused queue of each agent, or in `queue` alone; the last reason goes along."""
    return tuple(
        ResumeAgent(extension=agent.extension, queue=member.queue, reason=member.reason)
        for agent, member in _members(agents, queue)
        if member.paused
    )


def add(
    agents: Iterable[Agent], queue: str, *, penalty: int = 0, paused: bool = False, reason: str = ""
) -> tuple[Command, ...]:
    """Add each agent to `queue`; those that are in it already are left out."""
    return tuple(
        AddAgent(extension=agent.extension, queue=queue, penalty=penalty, paused=paused, reason=reason)
        for agent in agents
        if not agent.external and queue not in agent.members
    )


def remove(agents: Iterable[Agent], queue: str) -> tuple[Command, ...]:
    """Take each agent out of `queue`. A static member's command is made too: the bus says why it stays."""
    return tuple(RemoveAgent(extension=agent.extension, queue=queue) for agent, _ in _members(agents, queue))
