"""What the bot says of subscriptions, in both languages; it knows no Telegram."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubscriptionTexts:
    """Every sentence; words in braces are filled in where they are shown."""

    how: str
    found: str  # {items}
    found_nothing: str
    take: str
    cancel: str
    taken: str  # {when}
    at_once: str
    too_many: str  # {most}
    none: str
    listed: str
    removed: str  # {what}
    not_found: str
    zone_how: str  # {zone}
    zone_set: str  # {zone}, {now}
    zone_kept: str  # {zone}, {now}: nothing is followed yet
    zone_unknown: str  # {words}
    quiet_how: str
    quiet_set: str  # {quiet}
    quiet_kept: str  # {quiet}: nothing is followed yet
    quiet_off: str
    no_quiet: tuple[str, ...]  # words that end quiet hours
    everything: tuple[str, ...]  # words that end all subscriptions
    say_empty: str
    say_nothing: str
    nothing_in_it: str
    # under a digest
    ask: str
    less: str
    question: str  # {title}
    muted: str
    muted_like: str  # {names}
    muted_back: str
    disliked: str  # heads a list
    may_repeat: str


SUBSCRIPTIONS_EN = SubscriptionTexts(
    how=(
        "Whom or what shall I follow for you? Write it after the command, and when, if you like:\n"
        "/subscribe Peskov\n"
        "/subscribe topic: central bank, weekdays 9:00\n"
        "/subscribe Lavrov about Ukraine at once\n"
        "/subscribe source: Reuters, hourly\n"
        "/subscribe everything daily 18:30 Berlin time"
    ),
    found="In the last week this would have brought you {items}, for example:",
    found_nothing="In the last week this would have brought you nothing.",
    take="✓ Subscribe",
    cancel="Cancel",
    taken="Subscribed. It comes next at {when}, if there is anything new. /subscriptions shows all.",
    at_once="Subscribed. I write as soon as there is something. /subscriptions shows all.",
    too_many="{most} subscriptions are the most for one chat. /subscriptions lets you end some.",
    none="Nothing is followed here yet. /subscribe begins.",
    listed="Followed here:",
    removed="Ended: {what}.",
    not_found="There is no such subscription here. /subscriptions shows all.",
    zone_how=(
        "Times are those of {zone}. To change that for all subscriptions here, write /timezone with a city, "
        "a zone or an offset: /timezone Berlin, /timezone +5:30; or send me your location."
    ),
    zone_set="All subscriptions here go by the time of {zone}; it is {now} there.",
    zone_kept="What you subscribe to here will go by the time of {zone}; it is {now} there.",
    zone_unknown="I know no time zone “{words}”. Write a city, a zone or an offset: Berlin or +3.",
    quiet_how="Write when I am to be silent: /quiet 22-8. What comes then is told after. /quiet off ends it.",
    quiet_set="All subscriptions here: {quiet}.",
    quiet_kept="What you subscribe to here will be {quiet}.",
    quiet_off="No quiet hours any more.",
    no_quiet=("off", "no", "none"),
    everything=("all", "everything"),
    say_empty="Say so when nothing is new",
    say_nothing="Be silent when nothing is new",
    nothing_in_it="There is nothing to subscribe to in this answer.",
    ask="Ask about…",
    less="Less like…",
    question="What happened: {title}?",
    muted="I will send nothing more of this matter here.",
    muted_like="Other news of {names} moves to the end.",
    muted_back="/subscriptions takes that back.",
    disliked="Less of these, until you press ↺ with the number:",
    may_repeat="Telegram did not confirm this message the first time: you may have it already.",
)
SUBSCRIPTIONS_RU = SubscriptionTexts(
    how=(
        "За кем или за чем следить? Напишите после команды — и, если хотите, когда присылать:\n"
        "/subscribe Песков\n"
        "/subscribe тема: центробанк, по будням в 9:00\n"
        "/subscribe Лавров об Украине сразу\n"
        "/subscribe источник: Интерфакс каждый час\n"
        "/subscribe всё ежедневно в 18:30 по московскому времени"
    ),
    found="За последнюю неделю пришло бы: {items}. Например:",
    found_nothing="За последнюю неделю не пришло бы ничего.",
    take="✓ Подписаться",
    cancel="Отмена",
    taken="Подписка оформлена. Следующая сводка, если будут новости, — {when}. Все подписки: /subscriptions.",
    at_once="Подписка оформлена. Напишу, как только что-то появится. Все подписки: /subscriptions.",
    too_many="Подписок в одном чате не больше {most}. Лишние можно убрать: /subscriptions.",
    none="Здесь пока нет подписок. Начать: /subscribe.",
    listed="Подписки этого чата:",
    removed="Подписка снята: {what}.",
    not_found="Такой подписки здесь нет. Все подписки: /subscriptions.",
    zone_how=(
        "Время — {zone}. Чтобы сменить его для всех подписок, напишите /timezone и город, пояс или сдвиг: "
        "/timezone Москва, /timezone +5; или пришлите геопозицию."
    ),
    zone_set="Все подписки здесь идут по времени {zone}; там сейчас {now}.",
    zone_kept="Подписки, которые здесь появятся, пойдут по времени {zone}; там сейчас {now}.",
    zone_unknown="Часового пояса «{words}» я не знаю. Напишите город, пояс или сдвиг: Москва или +3.",
    quiet_how="Напишите, когда молчать: /quiet 22-8. Остальное придёт после. Отменить: /quiet нет.",
    quiet_set="Для всех подписок: {quiet}.",
    quiet_kept="Для подписок, которые здесь появятся: {quiet}.",
    quiet_off="Тихих часов больше нет.",
    no_quiet=("нет", "выкл", "off", "no"),
    everything=("все", "всё", "all"),
    say_empty="Сообщать, когда новостей нет",
    say_nothing="Молчать, когда новостей нет",
    nothing_in_it="В этом ответе не на что подписаться.",
    ask="Спросить о…",
    less="Меньше такого…",
    question="Что произошло: {title}?",
    muted="Об этом я здесь больше присылать не буду.",
    muted_like="Другие новости, где есть {names}, уйдут в конец.",
    muted_back="Отменить: /subscriptions.",
    disliked="Об этом меньше — пока не нажмёте ↺ с номером:",
    may_repeat="В первый раз Telegram не подтвердил это сообщение: возможно, оно у вас уже есть.",
)
