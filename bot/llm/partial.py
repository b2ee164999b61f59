"""What is finished of a JSON answer that is still coming in; pure, it knows nothing of what it is about."""

import json
import re
from collections.abc import Iterator

from bot.llm.completions import FENCE, Shape

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")


def finished(text: str, field: str, shape: type[Shape]) -> Iterator[Shape]:
    """The objects that are complete in the list `field`, with which the JSON object of a text begins.

    It ends at the first that is not finished or is of another shape; raises nothing.
    """
    begun = re.match(rf'\s*(?:{FENCE}\w*\s*)?\{{\s*"{re.escape(field)}"\s*:\s*\[', text)
    place = begun.end() if begun else len(text)
    while place < len(text):
        start = _BETWEEN.match(text, place).end()  # type: ignore[union-attr] # it matches nothing as well
        try:
            value, place = _DECODER.raw_decode(text, start)
            yield shape.model_validate(value, strict=True)
        except (ValueError, RecursionError):  # also what pydantic raises
            return
