"""Write the sample briefing anew, to be looked at before it is committed."""

from tests.render.test_golden import FORMATS, golden, made

for kind in FORMATS:
    golden(kind).write_bytes(made(kind))
