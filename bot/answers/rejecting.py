"""A model as second judge of claims that the gate lets pass: it can reject them and do nothing else.

It knows nothing of how claims came about.
"""

from pydantic import BaseModel, ConfigDict

from bot.answers.tasks import Task
from bot.errors import EndpointError
from bot.llm.fence import fence
from bot.models import Claim


class Verdict(BaseModel):
    """What the model thinks of a claim."""

    model_config = ConfigDict(extra="forbid")

    supported: bool


class Rejecter:
    """Usable from several threads."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def rejects(self, claim: Claim, conversation: str | None) -> bool:
        """Whether the model finds a claim unsupported; one that fails to answer has no say."""
        fenced = fence([citation.quote for citation in claim.citations])
        values = {
            "claim": claim.text,
            "speaker": claim.speaker or "the newspaper",
            "evidence": fenced.evidence,
            "opening": fenced.opening,
            "closing": fenced.closing,
        }
        try:
            return not self._task.ask(values, Verdict, conversation).supported
        except EndpointError:
            return False
