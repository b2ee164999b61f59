"""Files of the fake Bot API server: people send them, the bot asks for a path and fetches that.

https://core.telegram.org/bots/api#getfile : at most 20 MB, at /file/bot<token>/<file_path>.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from tests.telegram.fake_errors import ApiError

LARGEST = 20 * 1024 * 1024


class Files:
    """The files that people sent; a part of the fake server."""

    token: str
    write: Callable[..., int]

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, bytes] = {}

    def send_file(self, data: bytes, name: str | None, chat: int = 1, size: int = 0, **more: object) -> int:
        """A person sends a file; returns the id of the update."""
        key = f"file-{len(self.files) + 1}"
        self.files[key] = data
        named = {"file_name": name} if name is not None else {}
        document = {"file_id": key, "file_unique_id": key, "file_size": size or len(data), **named}
        return self.write("", chat=chat, document=document, **more)

    def _get_file(self, params: dict) -> dict:
        key = params.get("file_id", "")
        if key not in self.files:
            raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(self.files[key]) > LARGEST:
            raise ApiError(400, "Bad Request: file is too big")
        found = {"file_id": key, "file_unique_id": key, "file_size": len(self.files[key])}
        return {**found, "file_path": f"documents/{key}"}

    def download(self, path: str) -> bytes | None:
        """The bytes at a path that getFile gave; None when there is nothing."""
        match = re.fullmatch(r"/file/bot([^/]+)/documents/([\w-]+)", unquote(path))
        return self.files.get(match[2]) if match and match[1] == self.token else None
