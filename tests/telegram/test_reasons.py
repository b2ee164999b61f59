"""The sentences of ingest in Russian: all that the sources raise are there."""

import ast
import re
from pathlib import Path

import pytest

from bot.telegram.reasons import reason

ROOT = Path(__file__).resolve().parents[2] / "bot"


def raised() -> list[str]:
    """What the modules that fetch raise, with 7 in the place of what is filled in."""
    found = []
    for path in (ROOT / "sources").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id
                if (
                    name in {"UnsafeAddress", "Unreachable", "RetryLater", "PageMissing", "BadResponse"}
                    and node.args
                ):
                    found.append(_words(node.args[0]))
    return [words for words in found if words]


def _words(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


@pytest.mark.parametrize("error", raised())
def test_every_reason_of_fetching_is_known_in_russian(error):
    assert re.search("[а-я]", reason(error, "ru")), error
    assert reason(error, "en") == error


@pytest.mark.parametrize(
    ("error", "russian"),
    [
        ("too big: more than 32 MB when unpacked", "слишком большой: больше 32 МБ"),
        ("the PDF document is damaged", "документ PDF повреждён"),
        ("a zip archive or office document, not text: save it as text or HTML first", "это не текст"),
        ("the server has no such page (404)", "такой страницы на сервере нет (404)"),
        ("only the first 60 articles of a file are taken in", "из файла взяты только первые статьи: 60"),
    ],
)
def test_figures_are_carried_over(error, russian):
    assert reason(error, "ru") == russian


def test_what_is_not_known_stays():
    assert reason("`title` is missing or empty", "ru") == "`title` is missing or empty"
