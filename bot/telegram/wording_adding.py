"""What the bot says to editors, who add to the library: a field a sentence, filled in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddingTexts:
    """Every sentence; words in braces are filled in where they are shown."""

    help: str
    editors_only: str
    day_limit: str
    # what was handed over
    reading: str
    new: str
    updated: str
    had: str
    refused: str
    counts: str  # {new}, {had}, {refused}
    follow_hint: str  # {url}
    not_of_channel: str
    post_empty: str
    too_big: str  # {megabytes}
    file_lost: str
    # sources
    add_usage: str
    looking: str
    followed: str
    followed_before: str
    declared: str
    remove_usage: str
    removed: str
    not_followed: str
    sources_none: str
    sources: str  # {sources}
    a_day: str  # {number}
    read_at: str  # {moment}
    read_never: str
    paused: str  # {error}
    failing: str  # {times}, {error}
    feed_paused: str  # {url}, {error}
    # the state of the library
    status: str  # {articles}, {statements}, {a_day}, {sources}, {waiting}, {given_up}, {megabytes}, {free}
    behind: str  # {changes}
    troubles: str


ADDING_EN = AddingTexts(
    help=(
        "You are an editor: send me a link, a file (text, Markdown, HTML, PDF, DOCX, JSON Lines) or "
        "a forwarded post of a channel, and I take it in. /sources shows what I follow, /addsource and "
        "/removesource change it, /status tells how the library does."
    ),
    editors_only="Only editors, whom my owner names, can add to my library. You can ask me, though.",
    day_limit="You have added as much today as one editor may. Tomorrow (UTC) we can go on.",
    reading="Reading …",
    new="New:",
    updated="Changed since I read it; I keep both versions:",
    had="I already had:",
    refused="Refused:",
    counts="{new} new, {had} that I had, {refused} refused.",
    follow_hint="To follow it from now on: /addsource {url}",
    not_of_channel="I take in posts of channels only; this message is not one.",
    post_empty="This post has no text that I could read.",
    too_big="This file is too big: {megabytes} MB at most.",
    file_lost="Telegram did not give me the file. Please send it again.",
    add_usage="Write: /addsource https://example.org/ – the address of a site or of a feed.",
    looking="Looking for feeds …",
    followed="I follow it from now on; its articles come within minutes:",
    followed_before="I follow it already:",
    declared="Declared there as well:",
    remove_usage="Write: /removesource and the number that /sources shows, or the address of the feed.",
    removed="I follow it no more; its articles stay:",
    not_followed="I do not follow that. /sources shows what I follow.",
    sources_none="I follow nothing yet. /addsource https://example.org/ begins.",
    sources="I follow {sources}:",
    a_day="{number} articles a day",
    read_at="last read {moment}",
    read_never="not read yet",
    paused="paused: {error}. /addsource with its address goes on.",
    failing="failed {times} times, I try on: {error}",
    feed_paused=(
        "I no longer look at the feed {url}\n{error}.\n"
        "/addsource with this address goes on, /removesource with it forgets the feed."
    ),
    status=(
        "I hold {articles} and {statements}; my sources bring {a_day} articles a day.\n"
        "I follow {sources}. Articles that wait to be read: {waiting}; given up: {given_up}.\n"
        "Database: {megabytes} MB; free on its disk: {free} MB."
    ),
    behind="The search index is {changes} changes behind; the next question catches up.",
    troubles="Not as they should be:",
)

ADDING_RU = AddingTexts(
    help=(
        "Вы редактор: пришлите мне ссылку, файл (текст, Markdown, HTML, PDF, DOCX, JSON Lines) или перешлите "
        "пост канала, и я их прочитаю. /sources показывает, за чем я слежу, /addsource и /removesource это "
        "меняют, /status рассказывает, как дела у библиотеки."
    ),
    editors_only="Пополнять библиотеку могут только редакторы, их назначает владелец. А спрашивать можно.",
    day_limit="На сегодня вы добавили, сколько может один редактор. Завтра (по UTC) можно продолжить.",
    reading="Читаю…",
    new="Новое:",
    updated="Изменилось с прошлого раза; храню обе версии:",
    had="Это у меня уже было:",
    refused="Не взял:",
    counts="Новых: {new}, уже было: {had}, не взято: {refused}.",
    follow_hint="Чтобы следить за ним дальше: /addsource {url}",
    not_of_channel="Я беру только посты каналов, а это сообщение не из канала.",
    post_empty="В этом посте нет текста, который я мог бы прочитать.",
    too_big="Файл слишком большой: можно не больше {megabytes} МБ.",
    file_lost="Telegram не отдал мне файл. Пришлите его, пожалуйста, ещё раз.",
    add_usage="Напишите: /addsource https://example.org/ — адрес сайта или ленты.",
    looking="Ищу ленты…",
    followed="Теперь слежу; статьи появятся через несколько минут:",
    followed_before="За этим я уже слежу:",
    declared="Там же объявлены:",
    remove_usage="Напишите: /removesource и номер из /sources или адрес ленты.",
    removed="Больше не слежу, статьи остаются:",
    not_followed="За этим я не слежу. /sources покажет, за чем слежу.",
    sources_none="Я пока ни за чем не слежу. Начните так: /addsource https://example.org/",
    sources="За чем слежу ({sources}):",
    a_day="статей в день: {number}",
    read_at="прочитано {moment}",
    read_never="ещё не прочитано",
    paused="остановлено: {error}. Продолжить: /addsource с этим адресом.",
    failing="неудач подряд: {times}, пробую дальше: {error}",
    feed_paused=(
        "Больше не слежу за лентой {url}\nПричина: {error}.\n"
        "Продолжить: /addsource с этим адресом, забыть её: /removesource с ним же."
    ),
    status=(
        "У меня {articles} и {statements}; источники приносят статей в день: {a_day}.\n"
        "За чем слежу: {sources}. Статей ждут чтения: {waiting}, не удалось прочитать: {given_up}.\n"
        "База данных: {megabytes} МБ; свободно на её диске: {free} МБ."
    ),
    behind="Поисковый индекс отстал на {changes} изменений; следующий вопрос его догонит.",
    troubles="Не в порядке:",
)
