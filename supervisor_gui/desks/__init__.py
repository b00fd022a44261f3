"""Each joins a session to one page of the window."""
