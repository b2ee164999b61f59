"""Turns a defect that some input brings to light into an error about that input; it knows no inputs."""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def guarded(what: str, work: Callable[..., Found], *arguments: object) -> Found:
    """What the work gives; a ValueError stays, everything else becomes one that asks to report the defect.

    `what` says what cannot be done. One article or feed must not cost the others.
    """
    try:
        return work(*arguments)
    except ValueError:
        raise
    except Exception as error:
        raise ValueError(f"{what}, please report this: {error!r}") from error
