"""The words of the interface in English and Russian, complete in both by type; it knows no Telegram."""

from dataclasses import dataclass

from bot.language.dates import readable_date
from bot.models import Language
from bot.telegram.ports import Overview

LONGEST_QUESTION = 1000  # characters


@dataclass(frozen=True, slots=True)
class Texts:
    """Every sentence that the bot says of itself; `{id}` is the number of an error in the log."""

    greeting: str
    how_to: str
    help: str
    about: str
    empty_library: str
    example: str  # {name}: the most quoted speaker
    new: str
    unknown_command: str
    unsupported: str
    empty: str
    too_long: str
    no_words: str
    try_again: str
    failed: str
    commands: tuple[tuple[str, str], ...]


EN = Texts(
    greeting="Hello! I read the news and tell who said what, with a link to the very sentence.",
    how_to="Just ask, in English or Russian.",
    help=(
        "Ask me who said what, as you would ask a colleague:\n"
        "• What did Peskov say?\n"
        "• What did the president say about prices last week?\n"
        '• Who said "we are ready to talk"?\n'
        "• When was the summit?\n\n"
        'Then go on: "and about Ukraine?", "when was that?", "more", "source?".\n\n'
        "The numbers [1] open the page at the sentence; the boxes below an answer hold the passages. "
        "What the articles do not say, I do not know, and I say so.\n\n"
        "/new starts a new conversation, /about shows what I have read."
    ),
    about="I answer only from the articles that I have read, in their own words.",
    empty_library="I have not read any articles yet, so I cannot answer. The operator has to add some.",
    example="For example: What did {name} say?",
    new="A new conversation: what was said before is forgotten.",
    unknown_command="I do not know this command. /help shows what I can do.",
    unsupported="I can read only text so far. Please write your question.",
    empty="That message holds no question. Ask, for example: what did Peskov say?",
    too_long=f"That is too long for me: please ask in at most {LONGEST_QUESTION} characters.",
    no_words="I found no words for an answer. Please ask in another way.",
    try_again="I am busy with the library right now. Please ask again in a minute (error {id}).",
    failed="Something went wrong on my side and has been noted (error {id}). Other questions may still work.",
    commands=(
        ("start", "what I am and what I have read"),
        ("help", "how to ask"),
        ("new", "start a new conversation"),
        ("about", "what I have read"),
    ),
)

RU = Texts(
    greeting="Здравствуйте! Я читаю новости и отвечаю, кто что сказал, со ссылкой на само предложение.",
    how_to="Просто спросите, по-русски или по-английски.",
    help=(
        "Спрашивайте, кто что сказал, как спросили бы коллегу:\n"
        "• Что сказал Песков?\n"
        "• Что президент говорил о ценах на прошлой неделе?\n"
        "• Кто сказал «мы готовы к переговорам»?\n"
        "• Когда был саммит?\n\n"
        "Можно продолжать: «а об Украине?», «когда это было?», «ещё», «источник?».\n\n"
        "Номера [1] открывают страницу на нужном предложении; в блоках под ответом — сами отрывки. "
        "Чего нет в статьях, того я не знаю и так и скажу.\n\n"
        "/new начинает новый разговор, /about показывает, что я прочитал."
    ),
    about="Я отвечаю только по прочитанным статьям и только их словами.",
    empty_library="Я ещё не прочитал ни одной статьи и ответить не могу. Их должен добавить владелец бота.",
    example="Например: что сказал {name}?",
    new="Новый разговор: сказанное раньше забыто.",
    unknown_command="Такой команды я не знаю. /help покажет, что я умею.",
    unsupported="Пока я понимаю только текст. Напишите, пожалуйста, вопрос словами.",
    empty="В этом сообщении нет вопроса. Спросите, например: что сказал Песков?",
    too_long=f"Это слишком длинно: уложитесь, пожалуйста, в {LONGEST_QUESTION} символов.",
    no_words="Слов для ответа не нашлось. Спросите, пожалуйста, иначе.",
    try_again="Библиотека сейчас занята. Спросите, пожалуйста, ещё раз через минуту (ошибка {id}).",
    failed="У меня что-то сломалось, ошибка записана ({id}). Другие вопросы, возможно, сработают.",
    commands=(
        ("start", "кто я и что прочитал"),
        ("help", "как спрашивать"),
        ("new", "начать новый разговор"),
        ("about", "что я прочитал"),
    ),
)

TEXTS: dict[Language, Texts] = {"en": EN, "ru": RU}

_COUNTED: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "articles": ("article", "articles"),
        "sources": ("source", "sources"),
        "statements": ("statement", "statements"),
        "speakers": ("speaker", "speakers"),
    },
    "ru": {
        "articles": ("статья", "статьи", "статей"),
        "sources": ("источник", "источника", "источников"),
        "statements": ("высказывание", "высказывания", "высказываний"),
        "speakers": ("говорящий", "говорящих", "говорящих"),
    },
}
_LABELS: dict[Language, tuple[str, str, str]] = {
    "en": ("I have read:", "Published:", "Most quoted:"),
    "ru": ("Прочитано:", "Опубликовано:", "Чаще всего цитируются:"),
}


def language_of(code: str | None) -> Language:
    """The interface language for a person's IETF language tag: Russian for "ru", "ru-RU", else English."""
    return "ru" if (code or "").lower().split("-")[0] == "ru" else "en"


def counted(number: int, thing: str, language: Language) -> str:
    """A number with its noun in the right form: "1 article", "21 статья", "5 статей"."""
    forms = _COUNTED[language][thing]
    return f"{number} {forms[_plural_form(number, language)]}"


def _plural_form(number: int, language: Language) -> int:
    """Which form a number takes, by the plural rules of Unicode CLDR for whole numbers."""
    if language == "en":
        return 0 if number == 1 else 1
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14} else 2


def library_summary(held: Overview, language: Language) -> str:
    """What the library holds, in some lines."""
    if not held.articles:
        return TEXTS[language].empty_library
    read, published, quoted = _LABELS[language]
    counts = ", ".join(counted(getattr(held, thing), thing, language) for thing in _COUNTED[language])
    days = [day for day in (readable_date(held.first, language), readable_date(held.last, language)) if day]
    lines = [f"{read} {counts}."]
    if days:
        lines.append(f"{published} {' – '.join(dict.fromkeys(days))}.")
    if held.top_speakers:
        lines.append(f"{quoted} {', '.join(f'{name} ({count})' for name, count in held.top_speakers[:5])}.")
    return "\n".join(lines)


def start_text(held: Overview, language: Language) -> str:
    """The first message: what this is, what it has read, and a question that has an answer."""
    texts = TEXTS[language]
    parts = [texts.greeting, library_summary(held, language)]
    if held.articles:
        parts.append(texts.how_to)
    if held.top_speakers:
        parts[-1] += " " + texts.example.format(name=held.top_speakers[0][0])
    return "\n\n".join([*parts, "/help"])


def about_text(held: Overview, language: Language) -> str:
    """What the library holds and the promise that goes with it."""
    return f"{library_summary(held, language)}\n\n{TEXTS[language].about}"
