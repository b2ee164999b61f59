"""The shape of the code: layers, ownership of libraries, no cycles, no late imports of own modules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "bot").rglob("*.py"))

# A module imports only from layers below its own; modules of one package may import one another.
LAYERS = [
    {"bot", "bot.models", "bot.errors"},
    {"bot.config"},
    {"bot.language"},
    {"bot.articles", "bot.statements", "bot.search", "bot.stories", "bot.subscriptions"},
    {"bot.support"},
    {"bot.sources", "bot.store", "bot.index", "bot.llm"},
    {"bot.ingest", "bot.answers"},
    {"bot.digests"},
    {"bot.pictures", "bot.telegram", "bot.terminal", "bot.evaluation", "bot.interface"},
    {"bot.app"},
    {"bot.commands"},
    {"bot.cli"},
    {"bot.__main__"},
]
OWNERS = {
    "telegram": {"bot.telegram", "bot.app"},
    "tantivy": {"bot.index"},
    "openai": {"bot.llm"},
    "httpx2": {"bot.llm"},  # what openai connects with
    "sqlite3": {"bot.store"},
    "sqlite_utils": {"bot.store"},
    "trafilatura": {"bot.articles"},
    "httpcore": {"bot.sources"},
    "aiohttp": {"bot.telegram"},
    "feedparser": {"bot.articles"},
    "lxml": {"bot.articles"},
    "pymorphy3": {"bot.language"},
    "Stemmer": {"bot.language"},
    "razdel": {"bot.language"},
    "rapidfuzz": {"bot.language"},
    "matplotlib": {"bot.pictures"},
    "rich": {"bot.terminal", "bot.commands"},
    "pydantic_settings": {"bot.config"},
}
# What some layers must not know although it lies below them: the settings, and for llm the articles.
FORBIDDEN = {
    "bot.config": {
        "bot.language",
        "bot.articles",
        "bot.statements",
        "bot.search",
        "bot.stories",
        "bot.subscriptions",
        "bot.support",
        "bot.store",
        "bot.index",
        "bot.llm",
    },
    **{
        room: {"bot.llm"}
        for room in (
            "bot.language",
            "bot.articles",
            "bot.statements",
            "bot.search",
            "bot.stories",
            "bot.subscriptions",
            "bot.support",
        )
    },
}


def name_of(path: Path) -> str:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules_of(room: str) -> list[Path]:
    return [path for path in MODULES if room_of(name_of(path)) == room]


def room_of(module: str) -> str:
    """The package or top-level module of `bot` that a module belongs to."""
    return ".".join(module.split(".")[:2])


def layer_of(module: str) -> int:
    return next(level for level, rooms in enumerate(LAYERS) if room_of(module) in rooms)


NAMES = frozenset(map(name_of, MODULES))
ROOMS = sorted(set(map(room_of, NAMES)))


@cache
def tree_of(path: Path) -> ast.Module:
    """A parsed module, once: Python 3.11 may fail when a thread of another test makes a tree meanwhile."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> tuple[tuple[str, bool], ...]:
    """Every imported module of a file and whether the import stands inside a function."""

    def visit(node: ast.AST, late: bool) -> Iterator[tuple[str, bool]]:
        if isinstance(node, ast.Import):
            yield from ((alias.name, late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            for alias in node.names:
                yield (f"{base}.{alias.name}" if f"{base}.{alias.name}" in NAMES else base), late
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, inside)

    return tuple(visit(tree_of(path), False))


def own(name: str) -> bool:
    return name == "bot" or name.startswith("bot.")


@pytest.mark.parametrize("room", ROOMS)
def test_imports_go_downwards(room: str) -> None:
    for path in modules_of(room):
        module = name_of(path)
        for imported, late in filter(lambda item: own(item[0]), imports_of(path)):
            assert not late, f"{module} imports {imported} inside a function"
            if room_of(imported) != room:
                assert layer_of(imported) < layer_of(module), (
                    f"{module} imports {imported} from a layer not below"
                )
                assert room not in FORBIDDEN.get(room_of(imported), set()), (
                    f"{module} must not know {imported}"
                )


@pytest.mark.parametrize("room", ROOMS)
def test_each_library_has_its_owners(room: str) -> None:
    for path in modules_of(room):
        for imported, _ in imports_of(path):
            owners = OWNERS.get(imported.split(".")[0])
            assert owners is None or room in owners, f"{path} must not import {imported}"


def test_no_module_is_in_a_cycle() -> None:
    graph = {name_of(path): {name for name, _ in imports_of(path) if own(name)} for path in MODULES}
    while graph:
        leaves = {module for module, below in graph.items() if not (below - {module}) & graph.keys()}
        assert leaves, f"cycle among {sorted(graph)}"
        graph = {module: below for module, below in graph.items() if module not in leaves}


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "bot.config"])
def test_only_config_reads_the_environment(room: str) -> None:
    for path in modules_of(room):
        for node in ast.walk(tree_of(path)):
            read = isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
            assert not read, f"{path} reads the environment"


def test_every_module_says_what_it_is_for() -> None:
    assert [path for path in MODULES if not ast.get_docstring(tree_of(path))] == []


def test_the_top_level_is_fixed() -> None:
    hidden_or_derived = {"build", "dist"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert folders - hidden_or_derived <= {"bot", "prompts", "tests"}
