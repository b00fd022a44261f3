"""The commands that open no window: export, dial, integrate, doctor."""
