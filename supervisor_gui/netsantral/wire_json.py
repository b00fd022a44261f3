"""JSON bodies as the API host wants them. It knows no field."""

from collections.abc import Mapping
from typing import Any

import msgspec


def encoded_json(fields: Mapping[str, Any]) -> bytes:
    """A JSON body; half surrogates, which people can paste and no byte stands for, become question marks."""
    return msgspec.json.encode(_encodable(fields))


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {_encodable(name): _encodable(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return value
