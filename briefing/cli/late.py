"""Late: modules that another package imports and `brief` never uses are read when something in them is asked for.

SciPy copies all of NumPy's names when it is imported, and NumPy thereupon imports a compiler of Fortran, masked arrays,
tools for tests: as much as all the rest of both. Whoever asks for one of these modules gets it as ever, only later.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

UNUSED = frozenset({"numpy.ctypeslib", "numpy.f2py", "numpy.ma", "numpy.polynomial", "numpy.testing"})


class Late:
    """Finds those modules where they are found anyway, to be read late (`importlib.util.LazyLoader`)."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where the module is; None for all others, which the next finder is asked for."""
        spec = PathFinder.find_spec(name, path, target) if name in UNUSED else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec


def import_late() -> None:
    """Have these modules read late, from now on and in this process."""
    sys.meta_path.insert(0, Late())
