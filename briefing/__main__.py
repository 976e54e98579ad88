"""`python -m briefing` is `brief`."""

from briefing.cli import main

main()
