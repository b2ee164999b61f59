from bot.answers.judging import Judge, essential, is_thin, relevant
from bot.answers.places import place_of
from bot.models import Article, Passage, Question, Span
from bot.search.coverage import asked_words


def judged(text, topic, wanted="what", question="q"):
    place = place_of(
        Passage(Span(0, len(text))), Article(1, "u", "News", text, "2025-07-09", None, "en"), 1.0
    )
    judge = Judge(
        Question(question, question, "en", "fact", wanted, topic=topic), asked_words(topic), [place]
    )
    found = sorted(judge.answering(place), key=lambda one: -one.score)
    assert set(found) <= set(judge.sentences(place))
    return [text[one.span.start : one.span.end] for one in found]


def test_the_kind_of_thing_that_is_wanted_comes_first():
    text = "The pier was repaired by divers. The pier was repaired on July 3."
    assert judged(text, "pier repaired", "when")[0] == "The pier was repaired on July 3."


def test_what_is_comes_before_what_may_be():
    text = "The pier may be closed in autumn. The pier was closed in autumn."
    assert judged(text, "pier closed")[0] == "The pier was closed in autumn."


def test_a_name_in_the_next_sentence_counts_only_where_a_pronoun_points_to_it():
    assert judged("Orlova came home early. She was elected mayor of the town.", "Orlova elected")
    assert not judged("Orlova came home early. Dymov was elected mayor of the town.", "Orlova elected")


def test_the_carrying_word_cannot_be_missing():
    words = asked_words("Orlova resign")
    assert not essential(words, (1.0, 0.0))
    assert relevant(words, (1.0, 0.0))
    assert not relevant(words, (0.0, 1.0))


def test_headings_and_remainders_are_thin():
    article = Article(1, "u", "Pier opens in Ladozhsk", "", None, None, "en")
    assert is_thin("Read more.", article)
    assert is_thin("Pier opens in Ladozhsk", article)
    assert is_thin("Pier opens soon", article)
    assert not is_thin("The pier opens at last.", article)
    assert not is_thin("Nobody was hurt.", article)


def test_who_did_it_stands_with_the_deed():
    text = "Orlov came home. He painted the pier."
    assert judged(text, "painted pier", "who") == ["He painted the pier."]
    text = "The pier was measured by Dymov. “The pier creaks,” she said of it."
    assert judged(text, "measured pier", "who", "Who measured the pier?") == [
        "The pier was measured by Dymov."
    ]


def place(text, number=1, rank=1.0):
    article = Article(number, "u", "News", text, "2025-07-09", None, "en")
    return place_of(Passage(Span(0, len(text))), article, rank)


def test_of_two_sentences_that_name_somebody_the_one_with_the_likelier_name_comes_first():
    question = "Which keeper closed the pier for the winter?"
    text = (
        "Ada Holm saw the pier closed for the winter. It was Oleg Dymov who closed the pier for the winter."
    )
    here, other = place(text), place("The pier was closed for the winter by Dymov, who keeps it.", 2, 0.5)
    asked = Question(question, question, "en", "fact", "which")
    kinds = {one.text: one.kind for one in Judge(asked, asked_words(question), [here, other]).answering(here)}
    assert kinds["It was Oleg Dymov who closed the pier for the winter."] == 1.0
    assert kinds["Ada Holm saw the pier closed for the winter."] < 1.0


def test_where_several_are_asked_for_each_name_that_enough_places_tell_answers():
    question = "Which keepers closed the pier in Ladozhsk for the winter?"
    text = "Oleg Dymov closed the pier in Ladozhsk. Ada Holm closed a pier in Ladozhsk for the winter."
    asked = Question(question, question, "en", "fact", "which")
    other = place("The pier in Ladozhsk was closed for the winter by Dymov.", 2, 0.5)
    here = place(text)
    found = Judge(asked, asked_words(question), [here, other]).answering(here)
    assert [one.kind for one in found] == [1.0, 1.0]


def test_who_merely_asks_answers_nothing():
    text = "“People ask me when the pier opens,” he said."
    assert not asked(text, "Is the pier open?", "pier open", "what")


def asked(text, question, topic, wanted):
    place = place_of(
        Passage(Span(0, len(text))), Article(1, "u", "News", text, "2025-07-09", None, "en"), 1.0
    )
    judge = Judge(
        Question(question, question, "en", "fact", wanted, topic=topic), asked_words(topic), [place]
    )
    return [one.text for one in judge.answering(place)]


def test_a_deed_that_nobody_tells_of_the_named_one_is_no_answer():
    text = "Orlova condemned the murder of a policeman. A murder attempt on Orlova failed in May."
    assert not asked(text, "When was Orlova murdered?", "Orlova murdered", "when")
    assert asked("Orlova was murdered in May.", "When was Orlova murdered?", "Orlova murdered", "when")


def test_an_amount_is_wanted_in_its_unit():
    text = "The new pier has nine lamps. The new pier opens on July 20."
    assert not asked(text, "How much did the new pier cost?", "new pier cost", "how_much")
    assert asked(
        "The new pier cost 9 million crowns.", "How much did the new pier cost?", "pier cost", "how_much"
    )
    assert not asked("The pier has nine lamps.", "How long is the pier?", "pier", "how_much")


def test_what_has_a_number_in_its_name_is_needed():
    question, topic = "Did Dolsk buy the T-34 ferries?", "Dolsk buy T-34 ferries"
    text = "The town of Dolsk has bought three old ferries from Zarechny."
    assert not asked(text, question, topic, "what")
    assert asked(text.replace("old", "T-34"), question, topic, "what")


def test_an_age_is_no_time_that_something_took():
    text = "Orlova lost her husband of 46 years. Orlova died at 91."
    assert asked(text, "How old was Orlova?", "Orlova", "how_much") == ["Orlova died at 91."]
