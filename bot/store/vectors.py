"""Embedding vectors of passages, one of each, as bytes; knows nothing of how they are made or compared."""

from collections.abc import Iterable, Sequence
from sqlite3 import Row

from bot.store.connection import Connections
from bot.store.rows import ids_json
from bot.store.values import EmbeddingModel, Sketch, StoredVector, Unembedded

Made = tuple[int, bytes, bytes]  # passage id, sketch, vector
_SCATTER = 2_654_435_761  # a multiplier that spreads neighbouring ids over 32 bits (Knuth)
_MISSING = """
    SELECT * FROM passage_texts AS p WHERE id < :before AND NOT EXISTS (
        SELECT 1 FROM vectors AS v WHERE v.passage_id = p.id AND v.model_id = :model
    )
    ORDER BY id DESC LIMIT :limit
"""
_SAMPLE = """
    SELECT * FROM passage_texts WHERE id IN (
        SELECT id FROM current_passages ORDER BY (id * :scatter) % 4294967296 LIMIT :limit
    )
"""
_SKETCHES = """
    SELECT id, passage_id, published_at, sketch FROM vectors INDEXED BY vectors_sketches
    WHERE model_id = ? AND id > ? ORDER BY id LIMIT ?
"""
_STORED = """
    SELECT v.passage_id, p.article_id, v.vector, v.published_at FROM vectors AS v
    JOIN current_passages AS p ON p.id = v.passage_id
    WHERE v.model_id = :model AND v.passage_id IN (SELECT value FROM json_each(:ids))
"""
# a passage that was rewritten in the meantime is passed over; the vector of an older model is replaced
_SAVE = """
    INSERT OR REPLACE INTO vectors (passage_id, model_id, published_at, sketch, vector)
    SELECT p.id, ?, a.published_at, ?, ? FROM current_passages AS p
    JOIN articles AS a ON a.id = p.article_id WHERE p.id = ?
"""
END = 2**62


class Vectors:
    """The vectors of current passages; those of other models than the one asked for are not seen."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def model(self, name: str) -> EmbeddingModel | None:
        """The model in use under a name; None before its first vector."""
        rows = self._connections.rows(
            "SELECT * FROM vector_models WHERE name = ? ORDER BY id DESC LIMIT 1", name
        )
        return EmbeddingModel(**dict(rows[0])) if rows else None

    def begin(self, name: str, dim: int, centre: bytes) -> EmbeddingModel:
        """Use a model from now on; a name that comes with another `dim` begins from nothing."""
        with self._connections.write() as connection:
            connection.execute(
                "DELETE FROM vectors WHERE model_id IN "
                "(SELECT id FROM vector_models WHERE name = ? AND dim = ?)",
                (name, dim),
            )
            connection.execute("DELETE FROM vector_models WHERE name = ? AND dim = ?", (name, dim))
            cursor = connection.execute(
                "INSERT INTO vector_models (name, dim, centre) VALUES (?, ?, ?)", (name, dim, centre)
            )
            assert cursor.lastrowid is not None
            return EmbeddingModel(cursor.lastrowid, name, dim, centre)

    def sample(self, limit: int) -> list[Unembedded]:
        """Passages from all over the library, always the same ones."""
        return [_unembedded(row) for row in self._connections.rows(_SAMPLE, scatter=_SCATTER, limit=limit)]

    def missing(self, model: EmbeddingModel, limit: int, before: int = END) -> list[Unembedded]:
        """Passages with ids under `before` that lack a vector of the model, newest first."""
        rows = self._connections.rows(_MISSING, before=before, model=model.id, limit=limit)
        return [_unembedded(row) for row in rows]

    def save(self, model: EmbeddingModel, made: Sequence[Made]) -> None:
        """Store vectors, each in the place of an older one of its passage; all or none."""
        with self._connections.write() as connection:
            connection.executemany(
                _SAVE, [(model.id, sketch, vector, passage_id) for passage_id, sketch, vector in made]
            )

    def count(self, model: EmbeddingModel | None) -> int:
        """How many passages have a vector of the model."""
        if model is None:
            return 0
        rows = self._connections.rows("SELECT count(*) FROM vectors WHERE model_id = ?", model.id)
        found: int = rows[0][0]
        return found

    def passages(self) -> int:
        """How many passages there are that could have one."""
        found: int = self._connections.rows("SELECT count(*) FROM current_passages")[0][0]
        return found

    def sketches(self, model: EmbeddingModel, after: int, limit: int) -> list[Sketch]:
        """The next sketches with numbers over `after`; those of vectors since removed are not among them."""
        return [Sketch(*row) for row in self._connections.rows(_SKETCHES, model.id, after, limit)]

    def get(self, model: EmbeddingModel, passage_ids: Iterable[int]) -> list[StoredVector]:
        """The vectors of some passages; passages without one are left out."""
        rows = self._connections.rows(_STORED, model=model.id, ids=ids_json(passage_ids))
        return [StoredVector(*row) for row in rows]


def _unembedded(row: Row) -> Unembedded:
    return Unembedded(row["id"], row["title"], row["text"][row["start"] : row["stop"]])
