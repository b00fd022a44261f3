"""Auto-dial lists at work: watched, filled, started and stopped. No Qt, no SQL, no wire words."""
