"""Modules that are read late are there for whoever asks for them, and for nobody else."""

import subprocess
import sys

START = "import sys; from briefing.cli.late import UNUSED, import_late; import_late(); import scipy.sparse; "


def told(program: str, start: str = START) -> str:
    """What a Python of its own prints."""
    done = subprocess.run([sys.executable, "-c", start + program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_scipy_does_not_bring_the_compiler_of_fortran_along() -> None:
    assert (
        told("print([each for each in sys.modules if each.startswith(('numpy.f2py.', 'numpy.ma.', 'unittest'))])")
        == "[]"
    )


def test_each_module_is_had_when_something_in_it_is_asked_for() -> None:
    assert told("import numpy; print(numpy.ma.array([1, 2]).sum(), numpy.polynomial.Polynomial([1, 2])(3))") == "3 7.0"


def test_what_is_in_such_a_module_is_imported_by_name() -> None:
    assert told("from numpy.testing import assert_equal; import numpy.f2py.rules; print(assert_equal(1, 1))") == "None"


def test_each_of_these_modules_is_there() -> None:
    assert (
        told(
            "import importlib; print(sum(bool(vars(importlib.import_module(each))) for each in UNUSED) == len(UNUSED))"
        )
        == "True"
    )


def test_a_row_without_markup_brings_nothing_that_cleans_pages() -> None:
    clean = "import sys; from briefing.clean.markup import words_of; words_of('The ferry sails again.'); "
    assert told("print([each for each in sys.modules if each.startswith('briefing.clean.page')])", clean) == "[]"


def test_small_work_brings_nothing_that_starts_processes() -> None:
    small = "import sys; from briefing.engine import engine_named\nwith engine_named('auto', 2) as engine:\n    "
    work = "print(list(engine.map(abs, [-1])), 'briefing.processes' in sys.modules)"
    assert told(work, small) == "[1] False"
