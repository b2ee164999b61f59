"""Everything that is found out about one draft, as a pure function that a process pool can run."""

from bot.articles.fingerprint import fingerprint
from bot.articles.layout import annotate
from bot.articles.passages import cut_passages
from bot.models import Analysed, Draft, Passage
from bot.statements.find import find_statements
from bot.stories.profile import profile, to_json


def analyse(draft: Draft) -> Analysed:
    """The draft with its layout, passages and statements; the same draft always gives the same result."""
    annotation = annotate(draft.text, draft.title, draft.language)
    return Analysed(
        draft=draft,
        language=annotation.language,
        annotation=annotation,
        passages=tuple(Passage(span) for span in cut_passages(annotation, draft.text)),
        statements=find_statements(draft.text, annotation, draft.published),
        fingerprint=fingerprint(draft.title, draft.text),
        profile=to_json(profile(draft.title, draft.text, annotation.sentences)),
    )
