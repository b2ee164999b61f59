"""The command line: finds the command, its options and the exit code; it knows nothing of what commands do.

A command is a module of `bot.commands` with `describe(parser)` and `run(options, settings) -> int`. Only the
module that is asked for is imported: a question must not wait for the libraries of Telegram to load.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import __version__
from bot.commands import load
from bot.config import load_settings
from bot.errors import WhosaidError

COMMANDS = {
    "start": "Telegram if a token is configured, else a chat over the sample library",
    "ingest": "add articles from files, folders, addresses or standard input",
    "feeds": "follow feeds: list, add, remove, poll, export",
    "ask": "answer one question, or a file of them",
    "chat": "a conversation in the terminal, or one JSON line an answer",
    "search": "ranked passages without an answer",
    "check": "is a claim or quotation supported, and by what",
    "statements": "the ledger: who said what",
    "timeline": "the course of a matter, as text, JSON or a picture",
    "stories": "articles grouped by the event they tell",
    "digest": "what is new: everything, or about a topic, a speaker, a source",
    "eval": "how good the answers are: rates, failures, times",
    "reports": "citations that readers called wrong, to read or as cases for eval",
    "run": "serve Telegram",
    "backup": "a checked copy of the library, also while the bot runs",
    "restore": "put a copy in the place of the library",
    "doctor": "check the configuration, the database and the token",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when done, 1 when it failed, 2 for wrong usage."""
    options = argparse.Namespace(debug=False)
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments), options)
    except WhosaidError as error:
        if options.debug:
            raise
        sys.stderr.write(f"whosaid: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output is gone; keep the interpreter from complaining again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(arguments: list[str], options: argparse.Namespace) -> int:
    common = _common_options()
    parser = argparse.ArgumentParser(
        "whosaid",
        description=_overview(),
        parents=[common],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"whosaid {__version__}")
    parser.add_argument("command", metavar="COMMAND", choices=COMMANDS, help="one of the above")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    parser.parse_args(arguments, options)
    command = load(options.command)
    about = COMMANDS[options.command]
    own = argparse.ArgumentParser(f"whosaid {options.command}", description=about, parents=[common])
    command.describe(own)
    own.parse_args(options.rest, options)
    settings = load_settings()
    if database := getattr(options, "db", None):
        settings = settings.model_copy(update={"whosaid_db": Path(database)})
    return command.run(options, settings)


def _common_options() -> argparse.ArgumentParser:
    """Options that every command takes, before or after its name."""
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--db", metavar="FILE", help="the database file")
    parser.add_argument("--json", action="store_true", help="JSON on standard output and nothing else")
    parser.add_argument("--now", metavar="ISO8601", help="the moment that 'yesterday' counts from")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something fails")
    return parser


def _overview() -> str:
    rows = "\n".join(f"  {name:12}{about}" for name, about in COMMANDS.items())
    return f"Whosaid reads the news and answers who said what.\n\ncommands:\n{rows}"
