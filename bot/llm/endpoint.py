"""One connection to the model endpoint: sends a request, gives back the bytes of the answer.

It knows nothing of what is asked for and validates nothing; answers are hostile input to whoever asked.
Retries belong to `retry`, so that every caller has its own patience.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from bot.errors import EndpointUnreachable
from bot.llm.bounds import bounding
from bot.llm.encoding import sendable
from bot.llm.faults import readable_errors

LONGEST_ANSWER = 8_000_000  # bytes; 32 vectors of 4,096 numbers, written at length, take 4.5 million
CONNECT_SECONDS = 5.0
NO_KEY = "none"  # servers of one's own take any


class Endpoint:
    """Anything that speaks OpenAI's API; usable from several threads."""

    def __init__(self, url: str, key: str) -> None:
        self.host = urlsplit(url).hostname or url
        self._client = openai.OpenAI(
            api_key=key or NO_KEY,
            base_url=url,
            max_retries=0,
            default_headers={"Accept-Encoding": "identity"},
            http_client=openai.DefaultHttpxClient(
                # another address would get the texts without having been chosen
                follow_redirects=False,
                event_hooks={"response": [bounding(LONGEST_ANSWER)]},
            ),
        )

    def embeddings(self, model: str, texts: Sequence[str], seconds: float) -> bytes:
        """The answer to POST /embeddings, as JSON should be; raises EndpointError."""
        with readable_errors(self.host):
            answer = self._client.embeddings.with_raw_response.create(
                model=model,
                input=[sendable(text) for text in texts],
                encoding_format="float",  # not every server knows base64, which is the library's default
                timeout=httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS)),
            )
        return answer.content

    def chat(self, request: Mapping[str, Any], seconds: float) -> Iterator[bytes]:
        """The answer to POST /chat/completions as it comes in; raises EndpointError, also half-way."""
        create: Any = self._client.chat.completions.with_streaming_response.create
        timeout = httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
        with readable_errors(self.host), self._left(), create(**request, timeout=timeout) as answer:
            yield from answer.iter_bytes()

    def close(self) -> None:
        """Close the connections; whoever still asks meets an EndpointError."""
        self._client.close()

    @contextmanager
    def _left(self) -> Iterator[None]:
        """A call that begins when all is closed, in a thread that nobody waits for, is no defect."""
        try:
            yield
        except RuntimeError as error:
            if not self._client.is_closed():
                raise
            raise EndpointUnreachable("the endpoint was left before it was asked") from error
