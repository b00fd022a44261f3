"""Windows that ask: getting in, agreeing to what travels readable, queue names, profiles, a new password."""
