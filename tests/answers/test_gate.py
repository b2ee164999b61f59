import pytest

from bot.answers.gate import faults, judge, passes, plain, same_speaker
from bot.models import Article, Citation, Claim, Span, Statement

TEXT = "“The pier opens in 14 days,” Vera Orlova said. Boats are late."
ARTICLE = Article(1, "file:pier.txt", "Pier", TEXT, None, None, "en")
SENTENCE = Span(0, 46)
STATEMENT = Statement((Span(1, 27),), SENTENCE, "direct", "said", None, "Vera Orlova", article_id=1)
HELD = {1: ARTICLE}


def cite(start=0, end=46, quote=None, article_id=1):
    return Citation(
        1, article_id, "u", "Pier", None, None, start, end, TEXT[start:end] if quote is None else quote
    )


def claim(text=TEXT[0:46], speaker="Vera Orlova", kind="direct", citations=None):
    return Claim(text, speaker, kind, (cite(),) if citations is None else citations)


def test_the_words_of_the_article_pass():
    assert passes(claim(), HELD, [STATEMENT])


def test_a_fact_needs_no_speaker():
    assert passes(claim("Boats are late.", None, "fact", (cite(47, 62),)), HELD)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (claim(citations=()), "no citation"),
        (claim(citations=(cite(quote="The pier opens"),)), "quote 1"),
        (claim(citations=(cite(article_id=2),)), "quote 1"),
        (claim(citations=(cite(5, 5),)), "quote 1"),
        (claim("Orlova said: “the pier never opens”"), "quoted words"),
        (claim("«Пирс закрыт», – said Orlova"), "quoted words"),
        (claim("The pier opens in 15 days"), "number 15"),
        (claim("“The pier opens in 14 days,” Orlova said of the pier”"), "quotation marks"),
        (claim(speaker="Petr Sergeev"), "speaker Petr Sergeev"),
        (claim("Boats are late.", "Vera Orlova", "direct", (cite(47, 62),)), "speaker Vera Orlova"),
    ],
)
def test_what_the_spans_do_not_support_fails(bad, reason):
    found = faults(bad, HELD, [STATEMENT])
    assert any(fault.startswith(reason) for fault in found)
    assert not passes(bad, HELD, [STATEMENT])


def test_an_omission_may_be_marked():
    assert passes(claim("“The pier … 14 days”"), HELD, [STATEMENT])


def test_typographic_differences_are_no_faults():
    assert plain("“The  pier's\nopen.”") == plain('"The piers open"')


def test_same_speaker_in_another_script_or_shorter():
    assert same_speaker("Орлова", "Vera Orlova")
    assert not same_speaker("Anna Orlova", "Vera Orlova")
    assert not same_speaker(None, "Vera Orlova")


def test_a_supported_claim_is_shown_as_it_stands():
    judged = judge(claim(), HELD, [STATEMENT])
    assert (judged.outcome, judged.claim, judged.reasons) == ("supported", claim(), ())


def test_an_unsupported_claim_is_replaced_by_the_words_of_the_source():
    judged = judge(claim("The pier opens in 15 days, Orlova said."), HELD, [STATEMENT])
    assert judged.outcome == "repaired"
    assert judged.claim is not None
    assert judged.claim.text == TEXT[0:46]
    assert judged.reasons == ("number 15",)


def test_what_nothing_can_repair_is_dropped():
    judged = judge(claim(speaker="Petr Sergeev"), HELD, [STATEMENT])
    assert (judged.outcome, judged.claim) == ("dropped", None)


def test_another_language_gives_way_to_the_source_whose_words_may_be_in_any():
    russian = claim("Пирс откроют через 14 дней.", "Вера Орлова", "indirect")
    assert judge(russian, HELD, [STATEMENT], "en").claim.text == TEXT[0:46]
    assert "language" in judge(russian, HELD, [STATEMENT], "en").reasons
    assert judge(claim(), HELD, [STATEMENT], "ru").outcome == "supported"
    quoting = claim("Орлова: “The pier opens in 14 days”", "Вера Орлова")
    assert "language" not in judge(quoting, HELD, [STATEMENT], "ru").reasons


def test_what_speaks_to_the_reader_is_no_fact():
    text = "Boats are late. Buy herring shares. Why wait?"
    held = {1: Article(1, "u", "Pier", text, None, None, "en")}
    for start, end, fine in ((0, 15, True), (16, 35, False), (36, 45, False)):
        cited = Citation(1, 1, "u", "Pier", None, None, start, end, text[start:end])
        assert passes(Claim(text[start:end], None, "fact", (cited,)), held) is fine
