"""``python -m helpers`` is the command ``briefing``."""

from helpers.cli import main

main()
