"""The shortest question that shows whether a model answers as it must; it knows no task."""

from pydantic import BaseModel, ConfigDict

from bot.llm.prompts import Messages

PROBE = Messages("probe", "", 'Answer with JSON alone: {"fine": true}', "Are you there?")


class Probe(BaseModel):
    """The answer."""

    model_config = ConfigDict(extra="forbid")

    fine: bool
