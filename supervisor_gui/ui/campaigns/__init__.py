"""The page of auto-dial lists. It shows and wishes; nothing is sent from here."""
