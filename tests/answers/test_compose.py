from bot.answers.compose import Composed, compose, followed, of_lines
from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.models import Article, AskedSpeaker, Citation, Claim, Question, Span, Statement

ORLOVA = AskedSpeaker("Orlova", "Vera Orlova", (1,))
DYMOV = AskedSpeaker("Dymov", "Oleg Dymov", (2,))


def article(number, text, published="2025-07-09", title="Pier", language="en"):
    return Article(number, f"file:{number}", title, text, published, None, language)


def statement(held, content, speaker="Vera Orlova", kind="indirect", cue="said", number=1, context=None):
    start = held.text.index(content)
    whole = context or held.text
    begin = held.text.index(whole)
    span = Span(begin, begin + len(whole))
    spans = (Span(start, start + len(content)),)
    return Statement(spans, span, kind, cue, None, speaker, id=number, article_id=held.id)


def found(held, content, score=1.0, asked=ORLOVA, **more):
    return FoundStatement(statement(held, content, **more), held, score, asked)


def question(intent="said", speakers=(ORLOVA,), **more):
    return Question("q", "q", "en", intent, speakers=speakers, **more)


def test_claims_are_verbatim_and_cite_their_span():
    held = article(1, "Vera Orlova said that the pier is open.")
    (claim,) = compose(question(), Evidence((found(held, "the pier is open"),))).claims
    assert claim.text == held.text
    assert (claim.speaker, claim.kind) == ("Vera Orlova", "indirect")
    (cited,) = claim.citations
    assert cited.quote == held.text[cited.start : cited.end]
    assert cited.number == 1


def test_words_set_apart_stand_in_the_marks_of_the_language():
    english = article(1, "The pier will be ours for a hundred years")
    russian = article(2, "Пирс простоит ещё сто лет", language="ru")
    for held, marked in ((english, f"“{english.text}”"), (russian, f"«{russian.text}»")):
        (claim,) = compose(question(), Evidence((found(held, held.text, cue="", kind="direct"),))).claims
        assert claim.text == marked


def test_what_two_articles_tell_alike_is_one_claim_with_two_citations():
    first = article(1, "Vera Orlova said that the pier is open to all.")
    second = article(2, "Vera Orlova said that the pier is open to all.", "2025-07-10")
    evidence = Evidence((found(first, "the pier", number=1), found(second, "the pier", number=2)))
    composed = compose(question(), evidence)
    (claim,) = composed.claims
    assert [cited.article_id for cited in claim.citations] == [1, 2]
    assert composed.shown == (1, 2)


def test_the_same_words_of_two_people_stay_apart():
    first, second = (
        article(1, "Vera Orlova said it was time to go."),
        article(2, "Oleg Dymov said it was time to go."),
    )
    evidence = Evidence((found(first, "it was"), found(second, "it was", asked=DYMOV, speaker="Oleg Dymov")))
    claims = compose(question(speakers=(ORLOVA, DYMOV)), evidence).claims
    assert [claim.speaker for claim in claims] == ["Vera Orlova", "Oleg Dymov"]


def test_a_title_that_repeats_the_lead_is_merged_into_it():
    title = "Orlova said the pier will open in July"
    lead = "Mayor Vera Orlova said at the council that the pier of the town will open in the middle of July."
    held = article(1, f"{title}\n\n{lead}", title=title)
    evidence = Evidence(
        (
            found(held, "the pier will open in July", context=title),
            found(held, "the pier of the town", context=lead, number=2),
        )
    )
    (claim,) = compose(question(), evidence).claims
    assert claim.text == lead


def test_what_was_said_stands_in_the_order_of_time():
    late = article(1, "Vera Orlova said boats are late.", "2025-07-12")
    early = article(2, "Vera Orlova said the choir sings.", "2025-07-01")
    claims = compose(question(), Evidence((found(late, "boats"), found(early, "choir")))).claims
    assert [claim.citations[0].article_id for claim in claims] == [2, 1]
    assert [claim.citations[0].number for claim in claims] == [1, 2]


def test_who_said_stands_in_the_order_of_relevance():
    late = article(1, "Vera Orlova said boats are late.", "2025-07-12")
    early = article(2, "Vera Orlova said the choir sings.", "2025-07-01")
    claims = compose(
        question("who_said", ()), Evidence((found(late, "boats", asked=None), found(early, "choir")))
    ).claims
    assert claims[0].citations[0].article_id == 1


def test_few_lines_and_not_all_of_one_article():
    topics = "harbour choir council bridge tower market"
    texts = [f"Vera Orlova said the {word} needs {number} men." for number, word in enumerate(topics.split())]
    long = article(1, " ".join(texts))
    other = article(2, "Vera Orlova said snow falls early there.")
    evidence = Evidence(
        (
            *(found(long, text, context=text, number=n) for n, text in enumerate(texts)),
            found(other, "snow", number=9),
        )
    )
    claims = compose(question(), evidence).claims
    assert [claim.citations[0].article_id for claim in claims] == [1, 1, 2]


def test_sentences_are_facts_unless_they_are_somebodys_statement():
    held = article(1, "The pier is long. Vera Orlova said that it is safe.")
    own, hers = Span(0, 17), Span(18, len(held.text))
    told = statement(held, "it is safe", context=held.text[18:])
    evidence = Evidence(sentences=(FoundSentence(own, held), FoundSentence(hers, held, statement=told)))
    claims = compose(question("fact", ()), evidence).claims
    assert [(claim.kind, claim.speaker) for claim in claims] == [("fact", None), ("indirect", "Vera Orlova")]


def test_a_timeline_stands_in_the_order_of_time():
    late = FoundSentence(Span(0, 25), article(1, "Boats came back to harbour.", "2025-07-12"))
    early = FoundSentence(Span(0, 24), article(2, "The storm broke two masts.", "2025-07-01"))
    foreign = article(3, "Детей переведут в другую школу.", "2025-07-05", language="ru")
    found = (late, early, FoundSentence(Span(0, 31), foreign))
    claims = compose(question("timeline", ()), Evidence(sentences=found)).claims
    assert [claim.citations[0].article_id for claim in claims] == [2, 3, 1]


def test_nothing_found_nothing_claimed():
    assert compose(question(), Evidence()).claims == ()


def test_lines_in_the_askers_language_come_first_then_others_that_add_something():
    english = article(1, "Vera Orlova said that the pier will be closed for five months.", "2025-07-09")
    same = article(2, "Пристань закроют на пять месяцев, сказала Орлова.", "2025-07-09", language="ru")
    more = article(3, "Детей переведут в другую школу, сказала Орлова.", "2025-07-01", language="ru")
    evidence = Evidence(
        (
            found(same, "Пристань закроют на пять месяцев", number=2),
            found(more, "Детей переведут в другую школу", number=3),
            found(english, "the pier will be closed for five months"),
        )
    )
    claims = compose(question(), evidence).claims
    assert [claim.citations[0].article_id for claim in claims] == [1, 3]
    only = compose(question(), Evidence((found(same, "Пристань закроют на пять месяцев"),))).claims
    assert [claim.citations[0].article_id for claim in only] == [2]


def test_what_there_is_no_room_for_is_left_for_later():
    def claim(place: int) -> Claim:
        words = f"The {'abcdefghij'[place] * 5} of Dolsk has {place} doors."
        return Claim(words, None, "fact", (Citation(0, place, "u", "t", None, None, place, place + 1, "q"),))

    first = of_lines([(claim(n), (n,)) for n in range(3)])
    rest = of_lines([(claim(2), (2,)), *((claim(n), (n,)) for n in range(5, 9))])
    both = followed(first, rest)
    assert len(both.claims) == 5
    assert both.shown == (0, 1, 2, 5, 6)
    assert Composed(both.claims).shown == ()
    assert [shows for _, shows in Composed(both.claims).lines] == [()] * 5
