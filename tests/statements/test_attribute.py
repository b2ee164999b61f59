"""Who is meant by a mention: names, pronouns, offices, bodies, and those who pass words on."""

import pytest


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mayor Ann Lee came. Lee said the bridge is safe.", ["Ann Lee"]),
        ("Ann Lee said it is safe. She added that it is new.", ["Ann Lee", "Ann Lee"]),
        ("Ann Lee met John Stone. He said the bridge is safe.", ["John Stone"]),
        ("John Stone said it is safe. Ann Lee laughed. He called her rude.", ["John Stone", "John Stone"]),
        # acronyms that are pronouns when small
        ("Care should ease pain and complications, WHO says.", ["WHO"]),
        ("John Stone told us that Bob Hill left. He said it is safe.", ["John Stone", "John Stone"]),
        ("Mayor Ann Lee came. The mayor, opening the bridge, said it is safe.", ["Ann Lee"]),
        ("Mayor Ann Lee came. The mayor said the bridge is safe.", ["Ann Lee"]),
        ("Ann Lee, chief executive of Acme, came. The CEO said it is safe.", ["Ann Lee"]),
        ("Russian President Ivan Orlov came. The head of state said it is safe.", ["Ivan Orlov"]),
        ("A spokesman for Ann Lee said the bridge is safe.", ["spokesman for Ann Lee"]),
        # one who goes unnamed is no one with a name
        (
            "A senior port official said it is shut. Mayor Ann Lee left. The official said it is dark.",
            ["senior port official", "senior port official"],
        ),
        ("Mayor Ann Lee left. An aide, speaking on condition of silence, said it is late.", ["aide"]),
        # a bare noun means a body of that kind
        (
            "The Ministry of Roads said it is safe. Orlin Bank said it is dear. The ministry said it is new.",
            ["Ministry of Roads", "Orlin Bank", "Ministry of Roads"],
        ),
        ("Orlin Bank said it is dear. The police said nothing is lost.", ["Orlin Bank", "police"]),
        # the day behind a mention belongs to the verb
        ("Mayor Ann Lee last week said it is late.", ["Ann Lee"]),
        ("A Dolsk court late on Friday said it is safe.", ["Dolsk court"]),
        ("Orlin Bank said it is dear, despite its belief that it will sell.", ["Orlin Bank", "Orlin Bank"]),
        # names behind long titles
        ("Secretary of State Nora Blake said it is late.", ["Nora Blake"]),
        ("Former adviser H.R. Mack said it is late.", ["H.R. Mack"]),
        ("Port Secretary-General Jens Stolt said it is late.", ["Jens Stolt"]),
        ("Orlin County Sheriff Ric Brand said it is late.", ["Ric Brand"]),
        ("The Ministry of Roads said the bridge is safe.", ["Ministry of Roads"]),
        ("Президент Иван Орлов приехал. Глава государства сказал, что мост открыт.", ["Иван Орлов"]),
        ("Мэр Мария Орлова приехала. Она сказала, что мост открыт.", ["Мария Орлова"]),
        ("Иван Орлов встретил Марию Лисицыну. По словам Орлова, мост открыт.", ["Иван Орлов"]),
        ("Президент Иван Орлов уехал. Его пресс-секретарь Петр Зимин сказал, что рад.", ["Петр Зимин"]),
        ("Глава банка «Река» Петр Зимин приехал. Зимин рассказал о мосте.", ["Петр Зимин"]),
        # who was something is not who is
        (
            "Бывший мэр Иван Орлов уехал. Мэр Петр Зимин остался. Экс-мэр сказал, что рад. Мэр молчал.",
            ["Иван Орлов"],
        ),
        (
            "Former Mayor Ann Lee left. Mayor John Stone stayed. The former mayor said it is late.",
            ["Ann Lee"],
        ),
        (
            "Mayor Ann Lee left. Former Mayor John Stone stayed. The mayor said it is late.",
            ["Ann Lee"],
        ),
    ],
)  # fmt: skip
def test_speakers(statements, text, speakers):
    assert [s.speaker for s in statements(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # he who opens the sentence before, behind an introduction, a title or a quotation
        ("At the end of his speech here, Bob Hill gave Ann Lee a key. “It is late,” he said.", "Bob Hill"),
        ("Sen. Bob Hill -- who, like Sens. Carl Dunn and Paul Orr, aged -- left as he said so.", "Bob Hill"),
        ("He called it “safe.” Bob Hill’s list left it out, as he called for more.", "Bob Hill"),
        ("They left Bob Hill behind. He said it is old.", "John Stone"),
        # a name behind a description and a title
        ("Another likely rival, former Vice Mayor Bob Hill, said it is old.", "Bob Hill"),
        # a sovereign has an office and a number
        ("King Carl III came. On Monday King Carl left. The King said it is late.", "Carl III"),
        # acronyms that are pronouns when small
        ("Care should ease pain and complications, WHO says.", "WHO"),
    ],
)  # fmt: skip
def test_who_speaks_after_another(statements, text, speaker):
    assert statements(f"John Stone said it is safe. {text}")[-1].speaker == speaker


def test_a_place_that_looks_like_a_name_is_no_she(statements):
    text = "Clara Dunn sings in Grand Marsh this summer. “I am glad,” she said."
    assert [s.speaker for s in statements(text)] == ["Clara Dunn"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee said it is safe.", "person"),
        ("The Kremlin said it is safe.", "body"),
        ("The ministry said it is safe.", "body"),
        ("The report said it is safe.", "document"),
        ("Минобороны сообщило, что мост открыт.", "body"),
        ("В докладе говорится, что мост открыт.", "document"),
    ],
)
def test_kind_of_speaker(statements, text, kind):
    assert [s.speaker_kind for s in statements(text)] == [kind]


def test_offices_are_learnt_from_the_article(statements):
    (found,) = statements("Kremlin official representative Peter Zimin came. Zimin said the bridge is safe.")
    assert found.offices == ("Kremlin official representative",)


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("Ann Lee said the bridge is safe, Reuters reported.", "Ann Lee", ("Reuters",)),
        ("Иван Орлов заявил, что мост открыт, передает ТАСС.", "Иван Орлов", ("ТАСС",)),
        ("Мост открыт, пишет Bloomberg со ссылкой на мэра Ивана Орлова.", "Иван Орлов", ("Bloomberg",)),
    ],
)
def test_relays(statements, text, speaker, chain):
    (found,) = statements(text)
    assert (found.speaker, found.chain) == (speaker, chain)


def test_inner_statement_keeps_its_chain(statements):
    outer, inner = statements("Ann Lee said that John Stone told Mary Hill that the bridge is safe.")
    assert (outer.speaker, inner.speaker, inner.chain) == ("Ann Lee", "John Stone", ("Ann Lee",))


def test_the_outlet_told_is_not_the_speaker(statements):
    assert [s.speaker for s in statements("Ann Lee told CNN that the bridge is safe.")] == ["Ann Lee"]


def test_unknown_pronoun_has_no_speaker(statements):
    assert [s.speaker for s in statements("He said the bridge is safe.")] == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Президент США Джон Смит прилетел. Глава Белого дома заявил, что рад.", "Джон Смит"),
        (
            "Президент США Джон Смит и спецпосланник США Ян Коль сели. Президент США сказал, что рад.",
            "Джон Смит",
        ),
        ("Мост открыл Иван Орлов (Фото: Петр Розов / Птаха). Он сказал, что рад.", "Иван Орлов"),
    ],
)
def test_whose_office_it_is(statements, text, speaker):
    assert [s.speaker for s in statements(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Oceanic and Atmospheric Office said it is late.", "Oceanic and Atmospheric Office"),
        ("John Stone of Orlin University said it is late.", "John Stone"),
        ("John Stone met his wife Ann Stone. John Stone left. Ann Stone stayed. Stone said so.", "Ann Stone"),
        ("John Stone came. John Stone sat. His wife Ann Stone came. Stone said it is late.", "John Stone"),
        ("Judge Ann Lee came. The release of judges indicates a change.", "release of judges"),
    ],
)  # fmt: skip
def test_bodies_spouses_and_heads(statements, text, speaker):
    assert statements(text)[-1].speaker == speaker
