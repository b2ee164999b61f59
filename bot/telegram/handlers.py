"""Which feature each kind of update goes to; it knows nothing of what features do."""

from collections.abc import Iterable
from typing import NamedTuple

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.telegram.access import Access
from bot.telegram.adding import Adding, HandedOver
from bot.telegram.buttons import Buttons
from bot.telegram.checking import Checking, DoubtsAnother
from bot.telegram.digest_buttons import DigestButtons
from bot.telegram.digesting import Digesting
from bot.telegram.following import Following
from bot.telegram.going_on import GoingOn
from bot.telegram.inline import Inline
from bot.telegram.keyboards import Action
from bot.telegram.membership import Membership
from bot.telegram.owning import Owning
from bot.telegram.personal import Personal
from bot.telegram.picturing import Picturing
from bot.telegram.questions import DEFAULT_TEMPO, Questions
from bot.telegram.reading import Reading
from bot.telegram.reporting import Reporting
from bot.telegram.scene import Scenes
from bot.telegram.services import Context, Services
from bot.telegram.settings import Settings
from bot.telegram.streaming import Tempo
from bot.telegram.subscribing import Subscribing
from bot.telegram.subscriptions import Subscriptions
from bot.telegram.welcome import Welcome

Handler = BaseHandler[Update, Context, None]

_NEW = filters.UpdateType.MESSAGE
_NEW_OR_EDITED = _NEW | filters.UpdateType.EDITED_MESSAGE
_NEW_OR_POSTED = _NEW | filters.UpdateType.CHANNEL_POST
_PRIVATE = filters.ChatType.PRIVATE
_GROUP = filters.ChatType.GROUPS
_WORDS = filters.TEXT & ~filters.COMMAND


class Digests(NamedTuple):
    """The features of subscriptions."""

    offers: Subscribing
    held: Subscriptions
    sent: DigestButtons


def handlers(services: Services, tempo: Tempo = DEFAULT_TEMPO) -> list[Handler]:
    """In the order in which they are tried; an update goes to the first that fits.

    What is no command comes first: most messages are questions, and trying every command on each takes time.
    """
    access, scenes = Access(services), Scenes(services.store)
    questions = Questions(services, access, scenes, tempo)
    welcome = Welcome(services, access, scenes)
    settings, personal = Settings(services, access, scenes), Personal(services, scenes)
    followed = Digests(
        Subscribing(services, access, scenes), Subscriptions(services, scenes), DigestButtons(questions)
    )
    checking = Checking(services, access, scenes, questions.shelf)
    buttons = _buttons(questions, settings, personal, followed)
    return [
        *_of_words(services, questions, checking),
        *_for_editors(services, access, scenes),
        *_commands(welcome, settings, personal, Owning(services, access, scenes)),
        CommandHandler("ask", questions.command, _NEW),
        CommandHandler("check", checking.command, _NEW),
        CommandHandler("digest", Digesting(services, access, scenes).command, _NEW_OR_POSTED),
        *_of_digests(followed, Membership(services)),
        MessageHandler(_NEW & _PRIVATE & filters.COMMAND, settings.unknown_command),
        MessageHandler(_NEW & _PRIVATE & ~filters.StatusUpdate.ALL, settings.unsupported),
        CallbackQueryHandler(buttons.press),
        InlineQueryHandler(Inline(services, access).query),
    ]


def _of_words(services: Services, questions: Questions, checking: Checking) -> Iterable[Handler]:
    if services.librarian is not None:
        adding = Adding(services.librarian, questions.access, questions.scenes)
        handed = _NEW_OR_EDITED & _PRIVATE & HandedOver(questions.access)
        yield MessageHandler(handed & ~filters.COMMAND, adding.message)
    yield MessageHandler(_NEW & (_PRIVATE | _GROUP) & DoubtsAnother() & ~filters.COMMAND, checking.doubt)
    yield MessageHandler(_NEW_OR_EDITED & (_PRIVATE | _GROUP) & _WORDS, questions.message)


def _for_editors(services: Services, access: Access, scenes: Scenes) -> Iterable[Handler]:
    if services.librarian is None:
        return []
    following = Following(services.librarian, access, scenes)
    return [
        CommandHandler("sources", following.sources, _NEW & _PRIVATE),
        CommandHandler("addsource", following.add, _NEW & _PRIVATE),
        CommandHandler("removesource", following.remove, _NEW & _PRIVATE),
        CommandHandler("status", following.status, _NEW & _PRIVATE),
    ]


def _commands(welcome: Welcome, settings: Settings, personal: Personal, owning: Owning) -> Iterable[Handler]:
    actions = {
        "start": welcome.start,
        "about": welcome.about,
        "help": settings.help,
        "new": settings.new,
        "language": settings.language,
        "privacy": personal.privacy,
        "export": personal.export,
        "forget": personal.forget,
        "invite": owning.invite,
        "role": owning.role,
        "stats": owning.stats,
    }
    return [
        CommandHandler(name, action, _NEW_OR_POSTED if name == "language" else _NEW)
        for name, action in actions.items()
    ]


def _of_digests(followed: Digests, membership: Membership) -> Iterable[Handler]:
    """In channels, too, whose posts their administrators write."""
    actions = {
        "subscribe": followed.offers.command,
        "subscriptions": followed.held.show,
        "unsubscribe": followed.held.unsubscribe,
        "timezone": followed.held.timezone,
        "quiet": followed.held.quiet,
    }
    yield from (CommandHandler(name, action, _NEW_OR_POSTED) for name, action in actions.items())
    yield MessageHandler(_NEW & _PRIVATE & filters.LOCATION, followed.held.location)
    yield MessageHandler(_NEW & filters.StatusUpdate.MIGRATE, membership.moved)
    yield ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER)


def _buttons(questions: Questions, settings: Settings, personal: Personal, followed: Digests) -> Buttons:
    going_on, reading = GoingOn(questions), Reading(questions.services)
    reporting = Reporting(questions.services)
    picturing = Picturing(questions.services)
    under_answer = {
        Action.EVIDENCE: reading.evidence,
        Action.OTHERS: reading.others,
        Action.MORE: going_on.more,
        Action.TODAY: going_on.today,
        Action.WRONG: reporting.wrong,
        Action.REPORT: reporting.report,
        Action.BACK: reporting.back,
        Action.FOLLOW: followed.offers.follow,
        Action.PICTURE: picturing.picture,
    }
    anywhere = {
        Action.CLOSE: reading.close,
        Action.EXAMPLE: going_on.example,
        Action.LANGUAGE: settings.choose_language,
        Action.ERASE: personal.erase,
        Action.TIME: followed.offers.choose_time,
        Action.TAKE: followed.offers.take,
        Action.UNSUBSCRIBE: followed.held.end,
        Action.LIKE_AGAIN: followed.held.like_again,
        Action.EMPTY: followed.held.change_empty,
        Action.DIGEST_MORE: followed.sent.more,
        Action.DIGEST_ASK: followed.sent.ask,
        Action.DIGEST_LESS: followed.sent.less,
        Action.DIGEST_BACK: followed.sent.back,
    }
    free = frozenset({Action.CLOSE, Action.LANGUAGE, Action.ERASE})
    return Buttons(questions.access, questions.scenes, questions.shelf, under_answer, anywhere, free)
