"""What language models were asked and what it took; knows nothing of budgets and endpoints."""

from dataclasses import astuple, dataclass

from bot.store.connection import Connections

EVER = 0


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One call of a model; `at` is in seconds since the epoch, `chat` empty for none."""

    at: int
    chat: str
    task: str
    version: str  # of the prompt
    model: str
    outcome: str
    tokens_in: int
    tokens_out: int
    cost: float
    ms: float
    kept: int = 0
    repaired: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class ModelUse:
    """Sums of calls."""

    calls: int
    failed: int
    tokens: int
    cost: float
    kept: int
    repaired: int
    dropped: int


class ModelCalls:
    """Calls in the order in which they were made."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, call: ModelCall) -> None:
        """Keep what a call took."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT INTO model_calls (at, chat, task, version, model, outcome, tokens_in, tokens_out,"
                " cost, ms, kept, repaired, dropped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                astuple(call),
            )

    def tokens(self, since: int = EVER, chat: str | None = None) -> int:
        """How many tokens were used from a moment on, by one chat or by all."""
        sql = "SELECT coalesce(sum(tokens_in + tokens_out), 0) FROM model_calls WHERE at >= ?"
        if chat is None:
            rows = self._connections.rows(sql, since)
        else:
            rows = self._connections.rows(f"{sql} AND chat = ?", since, chat)
        total: int = rows[0][0]
        return total

    def use(self, since: int = EVER) -> ModelUse:
        """What all calls from a moment on took, and what became of the claims in them."""
        (row,) = self._connections.rows(
            "SELECT count(*) AS calls, coalesce(sum(outcome = 'failed'), 0) AS failed,"
            " coalesce(sum(tokens_in + tokens_out), 0) AS tokens, coalesce(sum(cost), 0.0) AS cost,"
            " coalesce(sum(kept), 0) AS kept, coalesce(sum(repaired), 0) AS repaired,"
            " coalesce(sum(dropped), 0) AS dropped FROM model_calls WHERE at >= ?",
            since,
        )
        return ModelUse(**dict(row))
