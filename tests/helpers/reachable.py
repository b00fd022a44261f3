"""What an object holds on to: how much of a kind can be reached from it. For what must not grow all day."""

import gc
from types import BuiltinFunctionType, FrameType, FunctionType, ModuleType

_EVERYBODYS = (type, ModuleType, FunctionType, BuiltinFunctionType, FrameType)
"""What leads from any object to all of the process."""


def reachable(root: object, kind: type) -> int:
    """How many objects of `kind` can be reached from `root`."""
    seen = {id(root)}
    waiting = [root]
    found = 0
    while waiting:
        one = waiting.pop()
        found += isinstance(one, kind)
        for further in gc.get_referents(one):
            if id(further) not in seen and not isinstance(further, _EVERYBODYS):
                seen.add(id(further))
                waiting.append(further)
    return found
