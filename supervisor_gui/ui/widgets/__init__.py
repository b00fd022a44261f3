"""Small painted things that several pages share."""
