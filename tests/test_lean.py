"""What a start brings along: SciPy without what nobody uses, and everything of NumPy for those who do."""

import subprocess
import sys

AFTER = """
from briefing.lean import import_sparse
import_sparse()
import numpy, scipy.sparse, sys
print("numpy.f2py" in sys.modules, "f2py" in dir(numpy), "f2py" in numpy.__all__)
print(numpy.ma.masked_all(1).shape, scipy.sparse.csr_matrix(numpy.eye(2)).dot(numpy.ones(2)).sum())
import_sparse()
"""


def test_sparse_matrices_come_without_a_fortran_compiler_and_numpy_stays_whole() -> None:
    done = subprocess.run([sys.executable, "-c", AFTER], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["False True True", "(1,) 2.0"]
