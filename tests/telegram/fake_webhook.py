"""How the fake Bot API server gives out updates to a webhook, through a proxy that ends TLS on loopback.

https://core.telegram.org/bots/api#setwebhook : a POST of JSON with the secret in a header; anything but a 2xx
status makes Telegram send the update again, in its order.
"""

import json
import threading
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

AGAIN = 0.05  # seconds until an update that was not taken is sent again


class Hook:
    """The delivery to a webhook; a part of the fake server."""

    webhook: str
    webhook_secret: str
    _changed: threading.Condition
    _updates: list[dict]

    def __init__(self) -> None:
        super().__init__()
        self.delivered: list[int] = []  # the status of each attempt
        self._proxied = 0

    def deliver_at(self, port: int) -> None:
        """Give all updates from now on to what listens at a port, as soon as a webhook is set."""
        is_first, self._proxied = not self._proxied, port
        if is_first:
            threading.Thread(target=self._deliver, daemon=True).start()

    def _deliver(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self.webhook and self._updates)
                update = self._updates[0]
            status = self.post(json.dumps(update).encode())
            self.delivered.append(status)
            if 200 <= status < 300:
                with self._changed:
                    self._updates.remove(update)
                    self._changed.notify_all()
            else:
                time.sleep(AGAIN)

    def post(self, body: bytes, secret: str | None = None, path: str = "", method: str = "POST") -> int:
        """What the webhook answers to a body; 0 when nobody listens. `secret` None: the right one."""
        known = self.webhook_secret if secret is None else secret
        headers = {"Content-Type": "application/json"}
        if known:
            headers["X-Telegram-Bot-Api-Secret-Token"] = known
        connection = HTTPConnection("127.0.0.1", self._proxied, timeout=5)
        try:
            connection.request(method, path or urlsplit(self.webhook).path, body, headers)
            response = connection.getresponse()
            response.read()
        except OSError:
            return 0
        finally:
            connection.close()
        return response.status
