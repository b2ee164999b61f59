"""`whosaid backup`: a checked copy of the library, also while the bot runs."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from bot import interface
from bot.commands.options import wants_json
from bot.config import Settings
from bot.errors import UsageError
from bot.store.backup import back_up


def describe(parser: argparse.ArgumentParser) -> None:
    """Declare where the copy goes."""
    parser.add_argument(
        "target",
        nargs="?",
        type=Path,
        default=Path(),
        help="a new file, or a folder, in which the copy is named by the day and hour (default: this folder)",
    )
    parser.add_argument(
        "--keep",
        metavar="N",
        type=int,
        default=0,
        help="in a folder, which is made when missing, keep the newest N copies and no others",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the copy, then remove those that are too old."""
    if options.keep > 0:
        _make_folder(options.target)
    is_folder = options.target.is_dir()
    stem = settings.whosaid_db.stem
    moment = datetime.now(settings.zone)
    copy = options.target / f"{stem}-{moment:%Y%m%d-%H%M%S}.db" if is_folder else options.target
    size = back_up(settings.whosaid_db, copy)
    removed = _too_old(options.target, stem, options.keep) if options.keep else []
    for old in removed:
        old.unlink()
    if wants_json(options):
        told = {"file": str(copy), "bytes": size, "removed": [str(old) for old in removed]}
        sys.stdout.write(interface.line(told) + "\n")
    else:
        sys.stdout.write(f"{copy}: {size / 1e6:.1f} MB, checked; {len(removed)} older removed\n")
    return 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--keep is for a folder of copies, and {folder} can be none") from error


def _too_old(folder: Path, stem: str, keep: int) -> list[Path]:
    """The copies of this library beyond the newest; nothing else that lies in the folder."""
    digits = "[0-9]"
    copies = sorted(folder.glob(f"{stem}-{digits * 8}-{digits * 6}.db"))
    return copies[:-keep] if keep > 0 else []
