"""The commands of `whosaid`, a module each; loaded when asked for, since Telegram's libraries are slow."""

import argparse
import importlib
from typing import Protocol, cast

from bot.config import Settings


class Command(Protocol):
    """What every command module offers."""

    def describe(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments that only this command has."""

    def run(self, options: argparse.Namespace, settings: Settings) -> int:
        """Do it; returns the exit code, raises WhosaidError."""


def load(name: str) -> Command:
    """The module of a command."""
    return cast(Command, importlib.import_module(f"{__name__}.{name}"))
