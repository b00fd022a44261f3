"""The wallboard: queues as large tiles for a screen on the wall. It shows and asks nobody anything."""
