"""What a message means after other messages; people and places are made up."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.answers.followups import resolve
from bot.models import Answer, Claim, Question, Speaker, Turn
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
DIRECTORY = directory_of(
    Speaker(1, "Ivan Orlov", "person", ("Иван Орлов", "Орлов"), ("mayor of Zarechny",), 30),
    Speaker(2, "Анна Крылова", "person", ("Anna Krylova",), ("Kremlin spokeswoman",), 12),
    Speaker(3, "Pavel Zubkov", "person", ("Павел Зубков",), (), 9),
    Speaker(4, "White House", "body", ("Белый дом",), (), 3),
)


def turn(question: Question) -> Turn:
    return Turn(question, Answer("", "", question.language, False, None, (), ""), NOW)


def talk(*texts: str) -> Question:
    """The last question of a conversation."""
    turns: list[Turn] = []
    for text in texts:
        turns.append(turn(resolve(text, turns, DIRECTORY, NOW)))
    return turns[-1].question


def ids(question: Question) -> list[int]:
    return [speaker.ids[0] if speaker.ids else 0 for speaker in question.speakers]


@pytest.mark.parametrize(
    ("texts", "speakers", "topic", "standalone"),
    [
        (
            ["What did Orlov say about the bridge?", "and what did he say about the flood?"],
            [1],
            "flood",
            "What did Ivan Orlov say about the flood?",
        ),
        (
            ["What did Orlov say?", "and about the flood?"],
            [1],
            "flood",
            "What did Ivan Orlov say about the flood?",
        ),
        (["What did Orlov say about the bridge?", "what about the flood?"], [1], "flood", ""),
        (["What did Orlov say about the bridge?", "about the flood?"], [1], "flood", ""),
        (["What did Orlov say about the bridge?", "the flood?"], [1], "flood", ""),
        (
            ["What did Orlov say about the bridge?", "and Krylova?"],
            [2],
            "bridge",
            "What did Anna Krylova say about the bridge?",
        ),
        (["What did Orlov say about the bridge?", "what about Zubkov?"], [3], "bridge", ""),
        (["What did Orlov say about the bridge?", "Zubkov?"], [3], "bridge", ""),
        (["What did Orlov say about the bridge?", "did Zubkov comment on it?"], [3], "bridge", ""),
        (["What did Orlov say about the bridge?", "How did Zubkov react?"], [3], "bridge", ""),
        (["What did Orlov say about the bridge?", "and Vetrova?"], [0], "bridge", ""),
        (["What did Krylova say about the bridge?", "what else did she say?"], [2], "bridge", ""),
        (["What happened to the bridge?", "did Orlov comment on it?"], [1], "bridge", ""),
        (["Who is Pavel Zubkov?", "what did he say?"], [3], "", "What did Pavel Zubkov say?"),
        (["Why did Zubkov call Krylova?", "what did she say?"], [2], "Zubkov", ""),
        (["What did Orlov say about the White House?", "and Ukraine?"], [1], "Ukraine", ""),
        # whom the library knows by no office
        (
            ["What did Orlov say about the bridge?", "and the governor?"],
            [0],
            "bridge",
            "What did governor say about the bridge?",
        ),
        (["What did Orlov say about the bridge?", "and about the governor?"], [1], "governor", ""),
        # "he" is not she
        (["Who replaced Anna Krylova?", "what did he say in the first speech?"], [], "", ""),
        # after what a body said another body's words are asked for
        (
            ["What did the White House say about the flood?", "and the Pentagon?"],
            [0],
            "flood",
            "What did Pentagon say about the flood?",
        ),
        (["What did Orlov and Zubkov say?", "what did they say about the flood?"], [1, 3], "flood", ""),
        (
            ["Что сказал Орлов о мосте?", "а про паводок?"],
            [1],
            "паводок",
            "Что сказал Иван Орлов про паводок?",
        ),
        (["Что сказал Орлов о мосте?", "а Крылова?"], [2], "мосте", "Что сказала Анна Крылова о мосте?"),
        (["Что сказал Орлов о мосте?", "а что ответил Зубков?"], [3], "мосте", ""),
        (["Что сказал Орлов о мосте?", "а что он говорил о паводке?"], [1], "паводке", ""),
        (["Что сказал Орлов о мосте?", "а Ветрова?"], [0], "мосте", ""),
        (["Что сказал Орлов о мосте?", "а что насчёт паводка?"], [1], "паводка", ""),
        (["Что случилось с мостом?", "как это прокомментировал Орлов?"], [1], "мостом", ""),
        (["Кто такой Павел Зубков?", "что он сказал?"], [3], "", "Что сказал Павел Зубков?"),
    ],
)
def test_words_of_a_speaker_go_on(texts: list[str], speakers: list[int], topic: str, standalone: str) -> None:
    question = talk(*texts)
    assert question.intent == "said"
    assert ids(question) == speakers
    assert question.topic == topic
    assert question.text == texts[-1]
    if standalone:
        assert question.standalone == standalone


@pytest.mark.parametrize(
    ("texts", "speakers", "topic"),
    [
        (["What did Orlov say?", "what are the plans for the harbour?"], [], "plans harbour"),
        (["What did Orlov say about the bridge?", "What happened in Dolsk?"], [], "Dolsk"),
        (["What did Orlov say about the bridge?", "What did Zubkov say?"], [3], ""),
        (["What did Orlov say about the bridge?", "What did Zubkov say about the flood?"], [3], "flood"),
        (["Что сказал Орлов о мосте?", "Что случилось в Дольске?"], [], "Дольске"),
        (["Что говорят о мосте?", "Что сказал Зубков?"], [3], ""),
        (["What was said about Orlov?", "what do people say about the flood?"], [], "flood"),
        (["bridge in Zarechny", "flood in Dolsk"], [], "flood Dolsk"),
    ],
)
def test_a_new_question_drops_the_old_one(texts: list[str], speakers: list[int], topic: str) -> None:
    question = talk(*texts)
    assert ids(question) == speakers
    assert question.topic == topic


@pytest.mark.parametrize(
    ("texts", "wanted", "topic", "context"),
    [
        (["How many boats did Vetrov sell?", "why so?"], "why", "boats Vetrov sell", ""),
        (["Why did the bridge fall?", "when did it happen?"], "when", "bridge fall", ""),
        (
            ["What did Orlov say about Zubkov's health?", "and who is the new engineer?"],
            "who",
            "new engineer",
            "Zubkov health",
        ),
        (
            ["What did Orlov say about the bridge?", "and what job does Vetrov get?"],
            "what",
            "job Vetrov",
            "bridge",
        ),
        (["Who is Pavel Zubkov?", "where was he born?"], "where", "born Pavel Zubkov", ""),
        (["Что Орлов сказал про запись?", "кто опубликовал запись?"], "who", "опубликовал запись", ""),
        (
            ["Что сказал Орлов о решении суда?", "почему город не исполняет решения?"],
            "why",
            "город исполняет решения",
            "решение суда",
        ),
        (["Почему закрыли мост?", "а когда откроют?"], "when", "откроют мост", ""),
    ],
)
def test_facts_lean_on_the_question_before(texts: list[str], wanted: str, topic: str, context: str) -> None:
    question = talk(*texts)
    assert question.intent == "fact"
    assert question.wanted == wanted
    assert question.topic == topic
    assert question.context == context


def test_they_are_the_people_of_the_question_before() -> None:
    question = talk("Сколько длилась встреча Орлова и Крыловой?", "а где они встречались до этого?")
    assert question.wanted == "where"
    assert {"встречались", "Орлова", "Крыловой"} <= set(question.topic.split())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("more", "more"),
        ("yes", "more"),
        ("подробнее", "more"),
        ("in short", "shorter"),
        ("source?", "source"),
        ("откуда это?", "source"),
        ("when was that?", "when_said"),
        ("когда он это сказал?", "when_said"),
    ],
)
def test_the_same_question_once_more(text: str, intent: str) -> None:
    question = talk("What did Orlov say about the bridge?", "thanks", text)
    assert question.intent == intent
    assert ids(question) == [1]
    assert question.topic == "bridge"
    assert question.standalone == "What did Orlov say about the bridge?"


def test_more_of_more_is_still_the_question() -> None:
    assert talk("What did Orlov say?", "more", "and Krylova?").speakers[0].name == "Anna Krylova"


@pytest.mark.parametrize(
    ("texts", "words", "standalone"),
    [
        (["What did Orlov say?", "yesterday?"], "yesterday", "What did Orlov say yesterday?"),
        (["What did Orlov say yesterday?", "and last week?"], "last week", "What did Orlov say last week?"),
        (["Что сказал Орлов о мосте?", "а вчера?"], "вчера", "Что сказал Орлов о мосте вчера?"),
    ],
)
def test_another_period(texts: list[str], words: str, standalone: str) -> None:
    question = talk(*texts)
    assert ids(question) == [1]
    assert question.period is not None
    assert question.period.words == words
    assert question.standalone == standalone


def test_period_goes_along_with_the_topic() -> None:
    question = talk("What did Orlov say about the bridge in August 2022?", "and Zubkov?")
    assert question.period is not None
    assert question.standalone == "What did Pavel Zubkov say about the bridge in August 2022?"


@pytest.mark.parametrize(
    "text",
    ["hi", "thanks, that helped", "write a poem about Orlov", "как думаешь, кто победит?", "who made you?"],
)
def test_messages_to_the_bot_carry_nothing(text: str) -> None:
    question = talk("What did Orlov say about the bridge?", text)
    assert question.speakers == ()
    assert question.context == ""


@pytest.mark.parametrize("text", ["more", "and Orlov?", "what did he say?", "yes", "а про мост?", "why?"])
def test_nothing_before(text: str) -> None:
    turns: Sequence[Turn] = ()
    assert resolve(text, turns, DIRECTORY, NOW).text == text


def test_a_bare_name_asks_for_words() -> None:
    question = resolve("and Orlov?", (), DIRECTORY, NOW)
    assert (question.intent, ids(question)) == ("said", [1])


@pytest.mark.parametrize(
    "text",
    ["and what did she say about the bridge?", "why did he resign?", "что она сказала о мосте?", "а он?"],
)
def test_a_pronoun_without_anything_before_means_nobody(text: str) -> None:
    question = resolve(text, (), DIRECTORY, NOW)
    assert (question.speakers, question.topic, question.period) == ((), "", None)


def test_a_pronoun_after_its_noun_is_understood() -> None:
    assert resolve("Что с мостом, когда он откроется?", (), DIRECTORY, NOW).topic


@pytest.mark.parametrize(
    ("texts", "intent", "speakers", "topic"),
    [
        (["has Orlov changed his mind about the bridge?", "and Zubkov?"], "position", [3], "bridge"),
        (["менял ли Орлов позицию по мосту?", "а Зубков?"], "position", [3], "мосту"),
        (["What did Orlov say about the bridge?", "has he changed his mind?"], "position", [1], "bridge"),
        (["has Orlov changed his mind about the bridge?", "what did Zubkov say?"], "said", [3], ""),
    ],
)
def test_whether_others_changed_their_minds_too(
    texts: list[str], intent: str, speakers: list[int], topic: str
) -> None:
    question = talk(*texts)
    assert (question.intent, ids(question), question.topic) == (intent, speakers, topic)


@pytest.mark.parametrize(
    ("texts", "standalone"),
    [
        (
            ["How many people were hurt in Dolsk?", "and in Zarechny?"],
            "How many people were hurt in Zarechny?",
        ),
        (["когда откроют мост", "а школу?"], "когда откроют школу"),
        (["Who is Pavel Zubkov?", "When was he elected?"], "When was Pavel Zubkov elected?"),
        (["когда уволили Зубкова", "за что его?"], "За что его (Павел Зубков)?"),
        (["орлов о школе", "а что про паводок"], "Что сказал Иван Орлов про паводок?"),
        (["орлов о школе", "и что о паводке?"], "Что сказал Иван Орлов о паводке?"),
        (["что сказал орлов", "когда выборы?"], "Когда выборы (Орлов)?"),
        (
            ["Who is Pavel Zubkov?", "What did Krylova say about him?"],
            "What did Anna Krylova say about Pavel Zubkov?",
        ),
        (["кто такой Зубков", "что сказала Крылова про него"], "Что сказала Анна Крылова на тему «Зубков»?"),
    ],
)
def test_what_a_follow_up_means(texts: list[str], standalone: str) -> None:
    assert talk(*texts).standalone == standalone


def test_a_name_with_what_he_spoke_about_is_no_bare_name() -> None:
    assert talk("зубков про Орлова").topic == "Орлова"


def refused(question: Question) -> Turn:
    return Turn(question, Answer("", "", question.language, False, "not_said", (), ""), NOW)


def answered(question: Question, speaker: str | None) -> Turn:
    claim = Claim("The bridge opens.", speaker, "indirect" if speaker else "fact", ())
    return Turn(question, Answer("", "", question.language, True, None, (claim,), ""), NOW)


def test_what_changed_is_asked_of_the_matter_before_unless_nothing_was_found() -> None:
    asked = resolve("What did Vetrova say about taxes?", [], DIRECTORY, NOW)
    assert resolve("what changed since June?", [refused(asked)], DIRECTORY, NOW).topic == ""
    found = resolve("what changed since June?", [answered(asked, None)], DIRECTORY, NOW)
    assert (found.topic, found.intent, found.speakers) == ("taxes", "changes", ())


def test_who_said_that_shows_the_answer_before_once_more_when_it_names_somebody() -> None:
    asked = resolve("What is known of the bridge?", [], DIRECTORY, NOW)
    for text in ("who said that?", "кто это сказал"):
        assert resolve(text, [answered(asked, "Ivan Orlov")], DIRECTORY, NOW).intent == "source"
        assert resolve(text, [answered(asked, None)], DIRECTORY, NOW).intent == "who_said"
    assert resolve("who else said that?", [answered(asked, "Ivan Orlov")], DIRECTORY, NOW).intent != "source"


@pytest.mark.parametrize(
    ("texts", "context"),
    [
        (["What happened to the bridge in Dolsk?", "What did Krylova say?"], "bridge Dolsk"),
        (["What did Orlov say about the bridge?", "What did Krylova say?"], "bridge"),
        (["What did Orlov say about the bridge?", "What did Krylova say about the flood?"], ""),
        (["What happened to the bridge in Dolsk?", "What did Krylova say yesterday?"], ""),
    ],
)
def test_words_without_a_topic_are_rather_wanted_on_the_matter_before(texts: list[str], context: str) -> None:
    question = talk(*texts)
    assert (question.intent, question.context) == ("said", context)


@pytest.mark.parametrize(
    ("texts", "intent", "topic"),
    [
        (["What did Orlov say about the bridge?", "who else?"], "commented", "bridge"),
        (["что сказал Орлов о мосте", "кто ещё"], "commented", "мосте"),
        (["Who pays for the bridge?", "who else?"], "fact", "pays bridge"),
    ],
)
def test_who_else_is_asked_of_words_or_of_deeds(texts: list[str], intent: str, topic: str) -> None:
    question = talk(*texts)
    assert (question.intent, question.topic or question.context) == (intent, topic)


def test_the_reaction_of_somebody_is_no_other_thing() -> None:
    question = talk("What happened to the bridge?", "and the reaction of Orlov?")
    assert (question.intent, ids(question)) == ("said", [1])


def test_the_matter_of_another_place_is_carried() -> None:
    question = talk("сколько умерло от холеры в Дольске", "а в Заречном сколько заболело")
    assert question.context == "холера"
    assert "Дольск" not in question.standalone


def test_a_pronoun_means_the_thing_before_whatever_else_is_named() -> None:
    question = talk("What is the Harbour Fund?", "When did it join Dolsk?")
    assert "Harbour Fund" in question.standalone


@pytest.mark.parametrize(
    ("texts", "standalone"),
    [
        (["что сказал Орлов о мосте", "а что Крылова?"], "Что сказала Анна Крылова о мосте?"),
        (
            ["What happened to the bridge?", "What did Orlov say?", "How long will it last?"],
            "How long will it last (bridge)?",
        ),
    ],
)
def test_what_is_left_out_is_taken_from_before(texts: list[str], standalone: str) -> None:
    assert talk(*texts).standalone == standalone


@pytest.mark.parametrize("text", ["топ новости дня", "лента новостей", "top news"])
def test_the_news_of_everything_are_of_no_matter_before(text: str) -> None:
    question = talk("What happened to the bridge?", text)
    assert (question.intent, question.topic, question.context) == ("latest", "", "")


@pytest.mark.parametrize(
    ("texts", "standalone"),
    [
        (
            ["What did Orlov say about the bridge?", "no, I meant the ferry"],
            "What did Ivan Orlov say about the ferry?",
        ),
        (
            ["What did Orlov say about the bridge?", "not Orlov but Zubkov"],
            "What did Pavel Zubkov say about the bridge?",
        ),
        (["Что сказал Орлов про мост?", "нет, я про паром"], "Что сказал Иван Орлов на тему «паром»?"),
        (["Когда откроют мост?", "я имел в виду школу"], "Когда откроют школу?"),
        (["Что сказал Орлов про мост?", "не Орлов, а Зубков"], "Что сказал Павел Зубков про мост?"),
    ],
)
def test_a_correction_asks_the_same_anew(texts: list[str], standalone: str) -> None:
    assert talk(*texts).standalone == standalone


def test_a_mere_denial_asks_nothing() -> None:
    for text in ("no", "нет"):
        question = talk("What happened to the bridge?", text)
        assert (question.topic, question.context, question.speakers) == ("", "", ())


@pytest.mark.parametrize(
    ("texts", "standalone"),
    [
        (
            ["What did Orlov say about the bridge?", "why?", "who else?"],
            "Who else commented about the bridge?",
        ),
        (
            ["What did Orlov say about the bridge?", "and Zubkov?", "do they agree?"],
            "Who commented about the bridge?",
        ),
        (["что сказал Орлов о мосте", "а Крылова?", "они согласны?"], "Кто высказался о мосте?"),
        (["What happened to the bridge?", "who is against?"], "Who commented about the bridge?"),
        (["Что сказал Орлов?", "про мост?", "кто ещё?"], "Кто ещё высказался про мост?"),
        (["Что случилось с мостом?", "кто против"], "Кто высказался на тему «мост»?"),
    ],
)
def test_the_words_of_all_on_a_matter(texts: list[str], standalone: str) -> None:
    question = talk(*texts)
    assert (question.intent, question.standalone) == ("commented", standalone)


@pytest.mark.parametrize(
    ("texts", "standalone"),
    [
        (
            ["What did Orlov say about the bridge?", "when did he promise to open the ferry?"],
            "When did Ivan Orlov promise to open the ferry?",
        ),
        (
            ["When did Orlov promise to open the ferry?", "and Zubkov?"],
            "When did Zubkov promise to open the ferry?",
        ),
        (["Что сказал Орлов про мост?", "почему он так сказал?"], "Что сказал Иван Орлов про мост?"),
    ],
)
def test_words_are_asked_for_in_plain_sentences(texts: list[str], standalone: str) -> None:
    assert talk(*texts).standalone == standalone


@pytest.mark.parametrize(
    ("texts", "standalone"),
    [
        (
            ["What did Zubkov say about the bridge?", "and the mayor?"],
            "What did Ivan Orlov say about the bridge?",
        ),
        (
            ["What happened to the bridge?", "what does Orlov think", "and Zubkov?"],
            "What did Pavel Zubkov say (bridge)?",
        ),
        (["Why was the bridge closed?", "did Orlov agree?"], "What did Ivan Orlov say about the bridge?"),
        (["Что сказал Орлов о мосте?", "а Зубков согласен?"], "Что сказал Павел Зубков о мосте?"),
        (["Что сказал Орлов о мосте?", "он прав?"], "Иван Орлов прав?"),
        (["Who found the cracks?", "where does the money come from?"], "where does the money come from?"),
        (["Сколько учеников в школе?", "а что с паромом?"], "что с паромом?"),
        (["Did Orlov keep them?", "and Zubkov?"], "Did Zubkov keep them?"),
        (["Что сказал Зубков о мосте?", "что сказал на это Орлов?"], "Что сказал Иван Орлов о мосте?"),
        (["Кто такой Орлов?", "о чём он предупреждал"], "О чём Иван Орлов предупреждал"),
        (["Who opened the bridge?", "what happened next?"], "What happened next (opened bridge)?"),
        (["Кто открыл мост?", "а что потом?"], "Что потом (открыл мост)?"),
        (["What did Orlov say about the bridge?", "anyone else?"], "Who else commented about the bridge?"),
        (["Что сказал Орлов о мосте?", "спасибо, а что с паромом?"], "что с паромом?"),
        (["What happened to the bridge?", "waht about the ferry?"], "What happened to the ferry?"),
    ],
)
def test_what_people_ask_next(texts: list[str], standalone: str) -> None:
    assert talk(*texts).standalone == standalone


def test_what_is_counted_is_nobodys_name() -> None:
    directory = directory_of(Speaker(1, "Григорий Машин", "person", ("Машин",), (), 30))
    assert resolve("сколько машин в очереди", (), directory, NOW).topic == "машин очереди"
    assert resolve("машин о пароме", (), directory, NOW).speakers


def test_a_name_in_short_is_read_as_it_was_named_long_before() -> None:
    others = ["When was Dolsk founded?", "Who rules Zarechny?", "How deep is the Luda?", "Who is Vetrov?"]
    asked = talk("Who built the Luda Runner?", *others, "How heavy is the Runner?")
    assert asked.standalone == "How heavy is the Runner (Luda Runner)?"


def test_who_else_asks_for_others() -> None:
    question = talk("What did Orlov say about the bridge?", "who else?")
    assert (question.intent, ids(question), question.topic) == ("commented", [1], "bridge")
    asked = resolve("What did Orlov say about the bridge?", [], DIRECTORY, NOW)
    assert ids(resolve("who else?", [answered(asked, "Anna Krylova")], DIRECTORY, NOW)) == [1, 2]


def test_what_nothing_was_found_of_is_no_matter_of_somebodys_words() -> None:
    asked = resolve("Who painted the bridge?", [], DIRECTORY, NOW)
    assert resolve("What did Orlov say?", [refused(asked)], DIRECTORY, NOW).context == ""
    assert resolve("What did Orlov say?", [turn(asked)], DIRECTORY, NOW).context == "bridge"


def test_whether_they_agree_on_nothing_is_no_question() -> None:
    question = talk("What did Orlov say?", "do they agree?")
    assert question.standalone == "do they agree?"


@pytest.mark.parametrize(
    ("text", "intent", "speakers"),
    [
        ("did Zubkov agree?", "said", [3]),
        ("do they agree with Zubkov?", "commented", []),
        ("who disagreed with Zubkov?", "fact", []),
        ("who is against the ferry?", "fact", []),
    ],
)
def test_of_whom_agreement_is_asked(text: str, intent: str, speakers: list[int]) -> None:
    question = talk("What did Orlov say about the bridge?", text)
    assert (question.intent, ids(question)) == (intent, speakers)
