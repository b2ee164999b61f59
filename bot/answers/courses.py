"""Which answers tell a course over several days; it knows nothing of how one is shown."""

from datetime import date

from bot.language.dates import published_day
from bot.models import Answer, Claim

COURSES = frozenset({"timeline", "changes", "position"})
FEWEST = 2  # days


def is_course(answer: Answer) -> bool:
    """Whether an answer tells of several days in order, so that a picture says something."""
    return (
        answer.intent in COURSES and len({day for claim in answer.claims if (day := day_of(claim))}) >= FEWEST
    )


def day_of(claim: Claim) -> date | None:
    """The day under which a claim is listed in the answer: of the earliest article cited, if any is dated."""
    return min((day for cited in claim.citations if (day := published_day(cited.published))), default=None)
