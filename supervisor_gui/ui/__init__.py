"""The Qt windows, models and actions. No HTTP, no SQL, no wire words."""
