"""The page of missed callers: who is still to be called back, what became of the others, and notes about them."""
