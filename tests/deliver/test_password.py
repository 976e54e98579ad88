import sys
from pathlib import Path

import pytest

from briefing.deliver.password import find
from briefing.errors import DeliverError

VARIABLE = "BRIEF_SMTP_PASSWORD"
SECRET = "swordfish"  # noqa: S105 nobody's


def test_the_environment_goes_before_the_file_and_the_file_before_the_command(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from file\nand more\n", encoding="utf-8")
    command = [sys.executable, "-c", "print('from command')"]
    assert find({VARIABLE: "from environment"}, VARIABLE, file, command).value == "from environment"
    assert find({VARIABLE: ""}, VARIABLE, file, command).value == "from file"
    assert find({}, VARIABLE, None, command).value == "from command"


def test_no_password_says_where_to_put_one() -> None:
    with pytest.raises(DeliverError, match=f"set {VARIABLE}, or name password_file or password_command"):
        find({}, VARIABLE, None, ())


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-c", f"print('{SECRET}'); raise SystemExit(3)"],
        [sys.executable, "-c", f"print('\\n{SECRET}')"],
        ["no-such-command"],
        ["nul\0nul"],
    ],
)
def test_a_command_that_fails_is_told_without_what_it_printed(command: list[str]) -> None:
    with pytest.raises(DeliverError) as caught:
        find({}, VARIABLE, None, command)
    assert SECRET not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_empty_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeliverError, match=r"password file .* cannot be read"):
        find({}, VARIABLE, tmp_path / "none", ())
    (tmp_path / "empty").touch()
    with pytest.raises(DeliverError, match="gives no password"):
        find({}, VARIABLE, tmp_path / "empty", ())


def test_a_password_is_not_shown_by_accident() -> None:
    password = find({VARIABLE: SECRET}, VARIABLE, None, ())
    assert SECRET not in f"{password} {password!r}"
