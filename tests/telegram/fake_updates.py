"""How the fake Bot API server gives out updates: to a poller, or to nobody while a webhook is set."""

import json
import re
import threading
from collections.abc import Callable

from tests.telegram.fake_errors import ApiError


class Updates:
    """The updates that wait; a part of the fake server."""

    token: str
    _changed: threading.Condition
    _number: Callable[[str], int]

    def __init__(self) -> None:
        super().__init__()
        self.webhook = ""
        self.webhook_secret = ""
        self._updates: list[dict] = []
        self._allowed: list[str] = []
        self._poller = 0

    def _get_updates(self, params: dict) -> list[dict]:
        offset, limit = int(params.get("offset", 0)), int(params.get("limit", 100))
        with self._changed:
            if self.webhook:
                words = "can't use getUpdates method while webhook is active"
                raise ApiError(409, f"Conflict: {words}; use deleteWebhook to delete the webhook first")
            self._poller += 1
            poller, token = self._poller, self.token
            self._changed.notify_all()
            self._allowed = (
                json.loads(params["allowed_updates"]) if "allowed_updates" in params else self._allowed
            )
            self._updates = [update for update in self._updates if update["update_id"] >= offset]
            self._changed.wait_for(
                lambda: self._updates or self._poller != poller or self.token != token,
                float(params.get("timeout", 0)),
            )
            if self.token != token:
                raise ApiError(401, "Unauthorized")
            if self._poller != poller:
                words = "terminated by other getUpdates request"
                raise ApiError(409, f"Conflict: {words}; make sure that only one bot instance is running")
            return self._updates[:limit]

    def _set_webhook(self, params: dict) -> bool:
        url, secret = params.get("url", ""), params.get("secret_token", "")
        if not url.startswith("https://"):
            raise ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise ApiError(400, "Bad Request: secret token contains unallowed characters")
        with self._changed:
            self.webhook, self.webhook_secret = url, secret
            self._allowed = json.loads(params.get("allowed_updates", "[]"))
            self._changed.notify_all()
        return True

    def _delete_webhook(self, params: dict) -> bool:
        self.webhook = ""
        if params.get("drop_pending_updates") == "true":
            self._updates.clear()
        return True
