"""Who wants to be told of news. How each is told, and what an error of theirs does, is the teller's."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

Told = TypeVar("Told", bound=Callable[..., Any])


class Watchers(Generic[Told]):
    """Functions in the order of their coming; whoever comes or goes while they are told is minded the next time."""

    def __init__(self) -> None:
        self._told: dict[int, Told] = {}
        self._number = 0

    def add(self, told: Told) -> Callable[[], None]:
        """Take one in, the same one twice if need be; the result takes it out again and may be called twice too."""
        self._number += 1
        number = self._number
        self._told[number] = told

        def leave() -> None:
            self._told.pop(number, None)

        return leave

    def __iter__(self) -> Iterator[Told]:
        return iter(tuple(self._told.values()))
