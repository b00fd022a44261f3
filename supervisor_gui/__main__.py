"""`python -m supervisor_gui`."""

from supervisor_gui.cli import console

if __name__ == "__main__":
    console()
