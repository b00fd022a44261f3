"""What a user can do: records, the QActions made of them, and the small questions they ask."""
