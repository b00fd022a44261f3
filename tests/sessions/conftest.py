"""Stores on real files, as the tests of the history have them."""

from tests.history.conftest import _collect_here, path, store, store_at, told

__all__ = ["_collect_here", "path", "store", "store_at", "told"]
