"""What the bot says of itself, in English."""

from bot.telegram.wording import LONGEST_QUESTION, Texts
from bot.telegram.wording_adding import ADDING_EN
from bot.telegram.wording_subscriptions import SUBSCRIPTIONS_EN

_COMMANDS = (
    ("start", "what I am and what I have read"),
    ("help", "how to ask"),
    ("check", "does a claim or quotation stand in the articles"),
    ("digest", "what is new"),
    ("subscribe", "be told of somebody or something"),
    ("subscriptions", "what you follow"),
    ("new", "start a new conversation"),
    ("about", "what I have read"),
)
_PRIVATE = (
    *_COMMANDS,
    ("timezone", "zone of your digests"),
    ("quiet", "hours without digests"),
    ("language", "language of my messages"),
    ("privacy", "what I keep about you"),
    ("export", "get everything I keep about you"),
    ("forget", "erase everything I keep about you"),
)

_EDITOR = (
    ("sources", "what I follow"),
    ("addsource", "follow a site or a feed"),
    ("removesource", "follow it no more"),
    ("status", "how the library does"),
    ("stats", "how the bot is doing"),
    ("invite", "make an invitation"),
)

EN = Texts(
    greeting="Hello! I read the news and tell who said what, with a link to the very sentence.",
    how_to="Just ask, in English or Russian.",
    help=(
        "Ask me who said what, as you would ask a colleague:\n"
        "• What did Peskov say?\n"
        "• What did the president say about prices last week?\n"
        '• Who said "we are ready to talk"?\n'
        "• When was the summit?\n\n"
        'Then go on: "and about Ukraine?", "when was that?", "more", "source?". '
        "Reply to an earlier answer to go on from there, or edit your question and I answer it again.\n\n"
        "The numbers [1] open the page at the sentence; the boxes below an answer hold the passages. "
        "What the articles do not say, I do not know, and I say so.\n\n"
        "Reply “is it true?” or /check to any message, and I compare it with the articles.\n\n"
        "In groups, mention me, reply to me or use /ask. In any chat, type my name and a question.\n\n"
        "/digest tells what is new, of everything or what you name: /digest central bank since Monday. "
        "/subscribe sends it to you when you want it: /subscribe Peskov about Ukraine at once.\n\n"
        "/new starts a new conversation, /about shows what I have read, /language changes my language, "
        "/privacy says what I keep."
    ),
    about="I answer only from the articles that I have read, in their own words.",
    empty_library="I have not read any articles yet, so I cannot answer. The operator has to add some.",
    example="For example: What did {name} say?",
    example_said="What did {name} say?",
    example_latest="What is the latest news?",
    new="A new conversation: what was said before is forgotten.",
    unknown_command="I do not know this command. /help shows what I can do.",
    unsupported="I can read only text so far. Please write your question.",
    voice="I cannot listen to voice messages yet. Please write your question.",
    empty="That message holds no question. Ask, for example: what did Peskov say?",
    too_long=f"That is too long for me: please ask in at most {LONGEST_QUESTION} characters.",
    too_many="That was a lot at once: I answered the first {taken}. Please send the others again.",
    no_words="I found no words for an answer. Please ask in another way.",
    check_how=(
        "Reply to a message with /check or “is it true?”, or write the claim after the command: "
        "/check Peskov said the talks are over. I compare it with the articles that I have read."
    ),
    ask_how="Write your question after the command: /ask what did Peskov say?",
    try_again="I am busy with the library right now. Please ask again in a minute (error {id}).",
    failed="Something went wrong on my side and has been noted (error {id}). Other questions may still work.",
    busy="One moment: I am still at your earlier questions and cannot take this one. I will say when I can.",
    busy_button="One moment: I am still at your earlier questions. Please press again a little later.",
    missed="I am free again. Not taken meanwhile: {messages}. Please send that once more.",
    too_fast="You ask faster than I can read. Please ask again in {seconds}.",
    group_too_fast="There are many questions in this chat. Please ask again in {seconds}.",
    day_limit="You have asked as many questions today as one person can. Tomorrow (UTC) we can go on.",
    day_limit_all="I have answered as many questions today as I may. Tomorrow (UTC) I can go on.",
    by_invitation="I answer by invitation only. If you were sent an invitation, open its link again.",
    by_list="I answer only people whom my owner has let in. Your number is {person}; the owner needs it.",
    barred="The owner of this bot has closed it for you.",
    invitation="An invitation for one person, good for {days}:\n{link}",
    invitation_used="This invitation has been used or is too old. Please ask for a new one.",
    welcome="Welcome! You can ask me now.",
    owners_only="Only the owner of this bot can do that.",
    role_usage="Write: /role NUMBER ROLE, where the role is reader, editor or barred.",
    role_set="{person} is now: {role}.",
    more="More",
    today="Only today",
    others="Other sources",
    follow="Subscribe",
    picture="Picture",
    wrong="Wrong citation",
    close="✕ Close",
    back="← Back",
    erase_yes="Yes, erase everything",
    as_in_telegram="As in my Telegram",
    ask_here="Ask me in a chat",
    expired="This button is too old to work. Please ask again, and I will look it up anew.",
    forgotten="I no longer remember that conversation. Please ask the whole question again.",
    which_wrong="Which one is wrong?",
    noted="Thank you! I have noted it for the operator.",
    noted_before="You have told me already. Thank you!",
    evidence_gone="This article is no longer in my library.",
    article_changed="The source has changed this article since; this is how it read.",
    others_found="Passages of other sources that come nearest to this question:",
    others_none="I hold nothing on this from other sources.",
    no_picture="There is nothing in this answer that I could draw.",
    ask_more="more",
    ask_today="and today?",
    choose_language="In which language shall I write? Answers come in the language of the question.",
    language_set="I will write in English.",
    language_auto="I will write in the language of your Telegram.",
    admins_only="Only administrators of this group can change that.",
    in_private="Please write that to me in private: {link}",
    privacy=(
        "What I keep about you:\n"
        "• your questions and my answers, so that you can go on and the buttons keep working: {kept};\n"
        "• citations that you called wrong, with the question and the answer, for my owner: {kept};\n"
        "• how many questions you ask and things you add a day, for the limits: {kept};\n"
        "• what you follow, when, in which zone, and what you do not want to hear of: until you erase it;\n"
        "• the digests that I sent you, so that nothing comes twice: {kept};\n"
        "• a message that I have not answered yet, as Telegram gives it to me: until it is answered;\n"
        "• the number of your account beside all that, and the language you chose: until you erase them;\n"
        "• your role, if my owner gave you one: until my owner changes it.\n\n"
        "I keep no names and no telephone numbers, the log has no texts of messages, "
        "and nothing of one chat is shown in another. My owner can read the database.{sent}\n\n"
        "/export gives you everything, /forget erases everything but the role."
    ),
    privacy_model=" Your questions, not who asks them, are sent to a language model at {host}.",
    kept_days="for {days}",
    kept_forever="until you erase them",
    erase_sure=(
        "Shall I erase everything I keep about you: conversations in all chats, answers, subscriptions, "
        "reports and counts? The buttons under my old answers will stop working. This cannot be undone."
    ),
    erased="Done: everything I kept about you is erased. If my owner gave you a role, you still have it.",
    exported="Everything I keep about you.",
    stats=(
        "Today: {questions} from {people}.\n"
        "Since the start {hours} h ago: {answered} answered, {refused} without an answer, {errors} errors.\n"
        "Half of the answers within {median} s, 95 of 100 within {p95} s.\n"
        "Waiting now: {waiting}. Reports of wrong citations: {reports}.\n"
        "Subscriptions: {followed}, and {closed} of chats that are closed to me. "
        "Digests: {sent} sent, {outgoing} on their way, {failed} failed."
    ),
    adding=ADDING_EN,
    subscriptions=SUBSCRIPTIONS_EN,
    commands=_COMMANDS,
    commands_private=_PRIVATE,
    commands_group=(
        ("ask", "ask a question"),
        ("check", "does a claim or quotation stand in the articles"),
        ("digest", "what is new"),
        ("subscriptions", "what this chat follows"),
        ("new", "start a new conversation"),
        ("help", "how to ask"),
        ("language", "language of my messages here (administrators)"),
    ),
    commands_editor=(*_PRIVATE, *_EDITOR),
    commands_owner=(*_PRIVATE, *_EDITOR, ("role", "let somebody in or keep them out")),
)
