"""One profile's parts, joined: client, live board, calls, past, records, lists. No Qt."""
