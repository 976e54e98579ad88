"""Lean: SciPy's sparse matrices without the parts of NumPy that nobody here uses.

SciPy copies NumPy's namespace when it is imported, and by asking for every name in it has NumPy import what it brings
only when asked for: a compiler of Fortran, tools for tests, masked arrays, random numbers. That is a quarter of what
importing it costs, and a fortieth of a small week.
"""

import sys


def import_sparse() -> None:
    """Import `scipy.sparse` for the first time, NumPy telling it of nothing but what has been imported already.

    A version of SciPy that goes about it otherwise imports what it likes; what comes later has all of NumPy.
    """
    if "scipy.sparse" in sys.modules:
        return
    import numpy

    there = [name for name in numpy.__all__ if name in vars(numpy)]
    told, listed = numpy.__all__, numpy.__dir__
    try:
        numpy.__all__ = there
        numpy.__dir__ = lambda: there  # type: ignore[method-assign]  # a module's own (PEP 562)
        import scipy.sparse  # noqa: F401 for those who import it after this
    finally:
        numpy.__all__, numpy.__dir__ = told, listed  # type: ignore[method-assign]  # as above
