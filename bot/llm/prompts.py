"""Prompts: loaded from their Markdown files, checked and filled; it knows nothing of models and of articles.

What is filled in is never read as a template again, so a `$word` in a question or an article stays inert.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from bot.errors import UsageError

VARIABLES: Mapping[str, frozenset[str]] = {
    "answer": frozenset({"question", "language", "evidence", "opening", "closing"}),
    "check": frozenset({"claim", "speaker", "evidence", "opening", "closing"}),
    "digest": frozenset({"language", "evidence", "opening", "closing"}),
    "followup": frozenset({"message", "language", "turns", "opening", "closing"}),
    "question": frozenset({"message", "language"}),
    "translate": frozenset({"language", "texts", "opening", "closing"}),
}
FRONT = {"purpose", "variables", "output"}
OUTPUTS = {"json", "text"}
MARK = "+++\n"
VERSION_DIGITS = 8
PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Messages:
    """A prompt with its variables filled in, as it is sent."""

    name: str
    version: str
    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A checked prompt; `version` is the first 8 hex digits of the SHA-256 of its file."""

    name: str
    version: str
    variables: frozenset[str]
    output: str
    system: Template
    user: Template

    def fill(self, values: Mapping[str, str]) -> Messages:
        """The messages to send; `values` must hold every variable and no other (ValueError)."""
        if values.keys() != self.variables:
            raise ValueError(f"the prompt {self.name} takes {sorted(self.variables)}, not {sorted(values)}")
        system, user = self.system.substitute(values), self.user.substitute(values)
        return Messages(self.name, self.version, system, user)


def shipped() -> Path:
    """The folder of the prompts that come with Whosaid: in the wheel inside the package, else beside it."""
    inside = PACKAGE / "prompts"
    return inside if inside.is_dir() else PACKAGE.parent / "prompts"


def load_prompt(name: str, folder: Path) -> Prompt:
    """The prompt `name` of `folder`; raises UsageError that names the file and what is wrong with it."""
    path = folder / f"{name}.md"
    try:
        raw = path.read_bytes()
        return parse_prompt(name, raw)
    except OSError as error:
        raise UsageError(f"the prompt {path} cannot be read: {error.strerror}") from error
    except ValueError as error:  # also of bytes that are no UTF-8 and of TOML
        raise UsageError(f"the prompt {path} cannot be used: {error}") from error


def parse_prompt(name: str, raw: bytes) -> Prompt:
    """The prompt in the bytes of a file; raises ValueError that says what is wrong."""
    text = raw.decode().replace("\r\n", "\n")
    before, first, rest = text.partition(MARK)
    front, second, body = rest.partition("\n" + MARK)
    if before or not first or not second:
        raise ValueError("it must begin with TOML between two lines of +++")
    settings = _checked(tomllib.loads(front))
    system, user = _sections(body)
    variables = frozenset(settings["variables"])
    _check_variables(variables, _used(system) | _used(user), "its text uses")
    _check_variables(variables, VARIABLES[name], "Whosaid fills in")
    version = hashlib.sha256(raw).hexdigest()[:VERSION_DIGITS]
    return Prompt(name, version, variables, settings["output"], system, user)


def _checked(settings: dict[str, Any]) -> dict[str, Any]:
    if settings.keys() != FRONT:
        raise ValueError(f"its front matter must hold {', '.join(sorted(FRONT))} and nothing else")
    variables = settings["variables"]
    if not isinstance(variables, list) or not all(isinstance(one, str) for one in variables):
        raise ValueError("'variables' must be a list of names")
    if settings["output"] not in OUTPUTS:
        raise ValueError(f"'output' must be one of {', '.join(sorted(OUTPUTS))}")
    return settings


def _sections(body: str) -> tuple[Template, Template]:
    before, system_mark, rest = f"\n{body}".partition("\n# System\n")
    system, user_mark, user = rest.partition("\n# User\n")
    if before.strip() or not system_mark or not user_mark or not system.strip() or not user.strip():
        raise ValueError("it needs a section '# System' and after it a section '# User'")
    return Template(system.strip()), Template(user.strip())


def _used(template: Template) -> frozenset[str]:
    if not template.is_valid():
        raise ValueError("a dollar sign that begins no name must be written $$")
    return frozenset(template.get_identifiers())


def _check_variables(declared: frozenset[str], other: frozenset[str], told: str) -> None:
    if declared != other:
        raise ValueError(f"it declares the variables {sorted(declared)}, but {told} {sorted(other)}")
