"""What is happening now: the board, the poller, the command bus, metrics and alerts. No Qt, no wire words."""
