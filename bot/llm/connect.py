"""Puts the endpoint's parts together for those who ask by name; it knows neither settings nor articles."""

from bot.llm.embeddings import Embedder
from bot.llm.endpoint import Endpoint
from bot.llm.questions import PATIENCE, QuestionVectors
from bot.llm.retry import Retry

BATCH_SECONDS = 120.0  # a server without a graphics card may take a minute for 32 passages


class Connection:
    """One endpoint with one embedding model."""

    def __init__(self, url: str, key: str, embed_model: str) -> None:
        self._endpoint = Endpoint(url, key)
        self._embed_model = embed_model

    def questions(self) -> QuestionVectors:
        """Vectors of questions: quick or not at all."""
        return QuestionVectors(Embedder(self._endpoint, self._embed_model, PATIENCE))

    def passages(self) -> Embedder:
        """Vectors of passages, with patience."""
        return Embedder(self._endpoint, self._embed_model, BATCH_SECONDS, Retry())

    def close(self) -> None:
        """Close what is open to the endpoint."""
        self._endpoint.close()
