"""Why something was not taken in: the sentences of ingest in Russian; it knows nothing of ingest itself.

A sentence that is not listed is shown as it is: in English it tells more than a general one.
"""

import re

from bot.models import Language

_RUSSIAN = (
    (r".* is an address of an inner network, which is never asked", "этот адрес ведёт во внутреннюю сеть"),
    (r".* is no address of the Internet", "это не адрес в интернете"),
    (r"only http and https addresses are read", "читаются только адреса http и https"),
    (r"an address with a user name or password .*", "адреса с именем пользователя или паролем не читаются"),
    (r".* is a number in disguise, .*", "это не имя сайта, а замаскированное число"),
    (r"port (\d+) is not one that pages are served at", r"на порту \1 страниц не бывает"),
    (
        r"the (?:host in the )?address (?:names no host|cannot be read|is too long .*)",
        "такой адрес нельзя прочитать",
    ),
    (r".* is no address of the web; .*", "это не адрес сайта; напишите, например, https://example.org/feed"),
    (r"the server does not answer in time|the server takes too long", "сервер не отвечает вовремя"),
    (r"the answer of the server was cut off.*", "ответ сервера оборвался"),
    (r"the server cannot be reached: .*", "сервер недоступен"),
    (r"the host .* (?:is not known|has no address)", "сайта с таким именем нет"),
    (r"the server asked us to wait", "сервер просит подождать, попробуйте позже"),
    (r"the address leads in a circle of redirects", "адрес переадресует по кругу"),
    (r"the server redirects .*", "сервер переадресует неизвестно куда"),
    (r"the server has no such page \((\d+)\)", r"такой страницы на сервере нет (\1)"),
    (r"the server asks to come later .*\((\d+)\)", r"сервер просит зайти позже или сломан (\1)"),
    (r"the server refuses the page \((\d+)\)", r"сервер не отдаёт страницу (\1)"),
    (r"the server packs .*|the packed answer .*", "ответ сервера нельзя распаковать"),
    (r"the page shows no article but a wall: .*", "вместо статьи там согласие, вход или проверка на робота"),
    (r"too big: (?:more than )?([\d.]+) MB(?: when unpacked)?", r"слишком большой: больше \1 МБ"),
    (r"the page is too big: (\d+) MB", r"страница слишком большая: \1 МБ"),
    (r"the text is too long: .*", "текст слишком длинный"),
    (r"empty|no text in it", "пусто"),
    (r"no article(?: text in this page)?", "статьи здесь нет"),
    (r"no text in this document; .*", "в этом документе нет текста; снимки страниц не читаются"),
    (r"the PDF document is locked by a password", "документ PDF закрыт паролем"),
    (r"the (PDF|Word) document is damaged", r"документ \1 повреждён"),
    (r"the Word document is too big when unpacked", "документ Word слишком большой"),
    (r"binary data, not text: .*|.*, not text: save it as text or HTML first", "это не текст"),
    (r"the gzip data is .*", "сжатый файл повреждён"),
    (r"the encoding of this page cannot be told; .*", "непонятна кодировка; сохраните в UTF-8"),
    (r"the markup of this .* cannot be read|no markup that can be read .*", "разметку нельзя прочитать"),
    (r"the article is gone: .*", "статьи больше нет: адрес ведёт на главную страницу"),
    (r"no feed is declared there, .*", "лент там нет: ни объявленных, ни там, где они обычно бывают"),
    (r"no feed: .*", "это не лента"),
    (r"a feed without a single entry", "в ленте нет ни одной записи"),
    (r"a list of feeds; .*", "это список лент; их добавляет /addsource, по одной"),
    (r"reading it (?:takes longer .*|broke down)", "прочитать это не удалось"),
    (r"only the first (\d+) articles of a file are taken in", r"из файла взяты только первые статьи: \1"),
    (
        r"the library holds another text of this address, .*",
        "по этому адресу есть другой текст, файл его не меняет",
    ),
    (r"too many files of this name", "слишком много файлов с таким именем"),
    (r"the disk is nearly full", "на диске почти нет места"),
)
_PATTERNS = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _RUSSIAN)


def reason(error: str, language: Language) -> str:
    """The sentence in the language of a reader."""
    if language == "ru":
        for pattern, words in _PATTERNS:
            if match := pattern.fullmatch(error):
                return match.expand(words)
    return error
