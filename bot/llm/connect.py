"""Puts the endpoint's parts together for those who ask by name; it knows neither settings nor articles."""

from bot.llm.breaker import Breaker
from bot.llm.chat import Chat
from bot.llm.embeddings import Embedder
from bot.llm.endpoint import Endpoint
from bot.llm.questions import PATIENCE, QuestionVectors
from bot.llm.retry import Retry

BATCH_SECONDS = 120.0  # a server without a graphics card may take a minute for 32 passages


class Connection:
    """One endpoint with any of its models."""

    def __init__(self, url: str, key: str) -> None:
        self._endpoint = Endpoint(url, key)
        self._breaker = Breaker()  # of all that write: an endpoint that is down is so for each of them

    def questions(self, model: str) -> QuestionVectors:
        """Vectors of questions: quick or not at all."""
        return QuestionVectors(Embedder(self._endpoint, model, PATIENCE))

    def passages(self, model: str) -> Embedder:
        """Vectors of passages, with patience."""
        return Embedder(self._endpoint, model, BATCH_SECONDS, Retry())

    def chat(self, model: str, seconds: float) -> Chat:
        """A model that writes, and has so many seconds for it."""
        return Chat(self._endpoint, model, seconds, self._breaker)

    def close(self) -> None:
        """Close what is open to the endpoint."""
        self._endpoint.close()
