"""The sample briefing as it was last looked at, in text formats; `python -m tests.render.golden` renews it."""
