"""Which sentences the bot says of itself: a field for each, filled in both languages."""

from dataclasses import dataclass

from bot.telegram.wording_adding import AddingTexts
from bot.telegram.wording_subscriptions import SubscriptionTexts

LONGEST_QUESTION = 1000  # characters


@dataclass(frozen=True, slots=True)
class Texts:
    """Every sentence; words in braces are filled in where they are shown."""

    # what the bot is
    greeting: str
    how_to: str
    help: str
    about: str
    empty_library: str
    example: str  # {name}: the most quoted speaker
    example_said: str  # {name}; a question for a button
    example_latest: str
    new: str
    unknown_command: str
    # what cannot be asked
    unsupported: str
    voice: str
    empty: str
    too_long: str
    too_many: str  # {taken}
    no_words: str
    ask_how: str
    check_how: str
    # errors; {id} is the number in the log
    try_again: str
    failed: str
    # too much at once
    busy: str
    busy_button: str
    missed: str  # {messages}
    too_fast: str  # {seconds}
    group_too_fast: str  # {seconds}
    day_limit: str
    day_limit_all: str
    # who may ask
    by_invitation: str
    by_list: str  # {person}
    barred: str
    invitation: str  # {link}, {days}
    invitation_used: str
    welcome: str
    owners_only: str
    role_usage: str
    role_set: str  # {person}, {role}
    # buttons
    more: str
    today: str
    others: str
    follow: str
    picture: str
    wrong: str
    close: str
    back: str
    erase_yes: str
    as_in_telegram: str
    ask_here: str
    # what buttons say
    expired: str
    forgotten: str
    which_wrong: str
    noted: str
    noted_before: str
    evidence_gone: str
    article_changed: str
    others_found: str
    others_none: str
    no_picture: str
    # words that buttons ask with
    ask_more: str
    ask_today: str
    # settings and data
    choose_language: str
    language_set: str
    language_auto: str
    admins_only: str
    in_private: str  # {link}
    privacy: str  # {kept}, {sent}
    privacy_model: str  # {host}
    kept_days: str  # {days}
    kept_forever: str
    erase_sure: str
    erased: str
    exported: str
    stats: str
    # editors and the library
    adding: AddingTexts
    subscriptions: SubscriptionTexts
    # menus: name and description
    commands: tuple[tuple[str, str], ...]
    commands_private: tuple[tuple[str, str], ...]
    commands_group: tuple[tuple[str, str], ...]
    commands_editor: tuple[tuple[str, str], ...]
    commands_owner: tuple[tuple[str, str], ...]
