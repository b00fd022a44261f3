"""Figures, tables and charts out of history, and the files they are exported to. No Qt, no network."""
