"""What a claim may not leave out of its source."""

import pytest

from bot.support.case import make_case
from bot.support.left_out import left_out
from tests.support.rewordings import TRUE

LEFT_OUT = (
    ("Мэр хочет, чтобы город купил театр.", "Город купит театр."),
    ("The firm that threatens to shed jobs is small.", "The firm shed jobs."),
    ("Most Germans oppose the dam.", "Germans oppose the dam."),
    ("A quarter of the ships were sold.", "The ships were sold."),
    ("The acting mayor resigned.", "The mayor resigned."),
    ("Отдельные врачи отказались от премии.", "Врачи отказались от премии."),
    ("Суд снял запрет на рыбалку в Луде.", "Рыбалку в Луде запретили."),
    ("Speculation that the plant will close has spread.", "The plant will close."),
    ("Suspicion that Lugovoy set fire to the mill grew.", "Lugovoy set fire to the mill."),
    ("The minister who promised that the ferry would close left Dolsk.", "The ferry would close."),
    ("Deputy mayor Krotov was arrested over a bribe.", "Mayor Krotov was arrested over a bribe."),
    ("Эксперты сомневаются, что мост достроят в срок.", "Мост достроят в срок."),
    (
        "Сын бывшего мэра Зориной возглавил водоканал.",
        "Мэр Зорина возглавила водоканал.",
    ),
    (
        "Парламент Дольска отверг вотум недоверия кабинету Зориной.",
        "Парламент Дольска вынес вотум недоверия кабинету Зориной.",
    ),
    (
        "Глава района попросил уволить директора школы.",
        "Директор школы уволен.",
    ),
    (
        "Глава района пригрозил уволить директора школы.",
        "Глава района уволил директора школы.",
    ),
    (
        "Совет отложил строительство моста на год.",
        "Совет начал строительство моста на год.",
    ),
    (
        "Совет отложил открытие моста до мая.",
        "Мост открыли в мае.",
    ),
    (
        "Большинство фермеров Дольска против новой дороги.",
        "Все фермеры Дольска против новой дороги.",
    ),
    (
        "Половина фермеров не получила выплаты.",
        "Фермеры не получили выплаты.",
    ),
    (
        "Лишь трое из двадцати депутатов поддержали поправку.",
        "Депутаты поддержали поправку.",
    ),
    (
        "Врачи опасаются, что вирус попал в реку.",
        "Вирус попал в реку.",
    ),
    (
        "Депутат Зорина потребовала отставки министра Ветрова.",
        "Министр Ветров подал в отставку.",
    ),
    (
        "Депутат Зорина потребовала отставки министра Ветрова.",
        "Депутат Зорина ушла в отставку.",
    ),
    (
        "Суд частично удовлетворил иск «Луча».",
        "Суд удовлетворил иск «Луча».",
    ),
    (
        "Слухи о том, что завод закроют, ходят с весны.",
        "Завод закроют.",
    ),
    (
        "The son of former mayor Zorina took over the waterworks.",
        "Mayor Zorina took over the waterworks.",
    ),
    (
        "A relative of Lugovoy pleaded guilty.",
        "Lugovoy pleaded guilty.",
    ),
    (
        "The council postponed the opening of the bridge to May.",
        "The bridge opened in May.",
    ),
    (
        "Half of the farmers were not paid.",
        "The farmers were not paid.",
    ),
    (
        "Only three of twenty members backed the change.",
        "Members backed the change.",
    ),
    (
        "Only three of twenty members backed the change.",
        "Twenty members backed the change.",
    ),
    (
        "Doctors fear that the virus reached the river.",
        "The virus reached the river.",
    ),
    (
        "A reporter asked whether the ferry would close.",
        "The ferry would close.",
    ),
    (
        "Rumours that the plant will close have spread since spring.",
        "The plant will close.",
    ),
    (
        "The company built the first part of the plant.",
        "The company built the plant.",
    ),
    (
        "The court partly upheld the claim of Luch.",
        "The court upheld the claim of Luch.",
    ),
    (
        "Zorina demanded the resignation of minister Vetrov.",
        "Minister Vetrov resigned.",
    ),
    (
        "Luch bought 20% of Sever for 5 million crowns.",
        "Luch bought Sever for 5 million crowns.",
    ),
    (
        "Жена министра Павла Ветрова подала на развод в понедельник.",
        "Павел Ветров подал на развод в понедельник.",
    ),
    (
        "Адвокат Ветрова заявил, что обвинение построено на слухах.",
        "Ветров заявил, что обвинение построено на слухах.",
    ),
    (
        "Пресс-секретарь губернатора Лугового опроверг сообщения об отставке.",
        "Губернатор Луговой опроверг сообщения об отставке.",
    ),
    (
        "Брат мэра Инны Зориной купил завод за 40 млн рублей.",
        "Мэр Инна Зорина купила завод за 40 млн рублей.",
    ),
    (
        "Следствие подозревает Лугового в получении взятки.",
        "Луговой получил взятку.",
    ),
    (
        "Совет рассмотрит вопрос о закрытии парома в пятницу.",
        "Совет закроет паром в пятницу.",
    ),
    (
        "Совет предложил закрыть паром на зиму.",
        "Совет закрыл паром на зиму.",
    ),
    (
        "Город планирует построить мост к 2031 году.",
        "Город построил мост к 2031 году.",
    ),
    (
        "Почти все депутаты проголосовали за бюджет.",
        "Все депутаты проголосовали за бюджет.",
    ),
    (
        "Часть домов осталась без света после бури.",
        "Дома остались без света после бури.",
    ),
    (
        "Некоторые врачи выступили против слияния больниц.",
        "Врачи выступили против слияния больниц.",
    ),
    (
        "Бывший мэр Зорина открыла выставку.",
        "Мэр Зорина открыла выставку.",
    ),
    (
        "Кандидат в мэры Зорина открыла выставку.",
        "Мэр Зорина открыла выставку.",
    ),
    (
        "Депутаты отклонили поправку о запрете рыбалки.",
        "Депутаты запретили рыбалку.",
    ),
    (
        "Суд отменил запрет на рыбалку в Луде.",
        "Суд ввёл запрет на рыбалку в Луде.",
    ),
    (
        "Суд отменил запрет на рыбалку в Луде.",
        "Суд запретил рыбалку в Луде.",
    ),
    (
        "Прокурор попросил для Лугового пять лет колонии.",
        "Луговой получил пять лет колонии.",
    ),
    (
        "The wife of minister Paul Vetrov filed for divorce on Monday.",
        "Paul Vetrov filed for divorce on Monday.",
    ),
    (
        "Vetrov's lawyer called the charges a rumour.",
        "Vetrov called the charges a rumour.",
    ),
    (
        "A spokesman for Governor Lugovoy denied the resignation.",
        "Governor Lugovoy denied the resignation.",
    ),
    (
        "Police suspect that Lugovoy set fire to the mill.",
        "Lugovoy set fire to the mill.",
    ),
    (
        "The council will discuss closing the ferry on Friday.",
        "The council will close the ferry on Friday.",
    ),
    (
        "The council rejected a plan to close the ferry.",
        "The council plans to close the ferry.",
    ),
    (
        "Almost all members voted for the budget.",
        "All members voted for the budget.",
    ),
    (
        "Some doctors oppose the merger of the hospitals.",
        "Doctors oppose the merger of the hospitals.",
    ),
    (
        "Former mayor Zorina opened the show.",
        "Mayor Zorina opened the show.",
    ),
    (
        "Mayoral candidate Zorina opened the show.",
        "Mayor Zorina opened the show.",
    ),
    (
        "The prosecutor asked for five years in prison for Lugovoy.",
        "Lugovoy got five years in prison.",
    ),
    (
        "The court lifted a ban on fishing in the Luda.",
        "The court banned fishing in the Luda.",
    ),
)


@pytest.mark.parametrize(("source", "claim"), LEFT_OUT)
def test_words_that_turn_a_source_are_missed(source, claim):
    assert {reason.kind for reason in left_out(make_case(claim, [source]))} == {"modality"}


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_a_claim_that_keeps_them_may_word_them_otherwise(source, claim):
    assert left_out(make_case(claim, [source])) == []


@pytest.mark.parametrize("source", [source for source, _ in LEFT_OUT])
def test_the_source_itself_lacks_nothing(source):
    assert left_out(make_case(source, [source])) == []


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Former mayor Zorina opened the show.", "Zorina opened the show."),
        ("Press secretary Vetrov denied it.", "Vetrov denied it."),
        ("Пресс-секретарь мэра Анна Кедрова ответила.", "Анна Кедрова ответила."),
        ("Vetrov, who plans to retire, opened the bridge.", "Vetrov opened the bridge."),
        ("Deputy Krotov opened the show.", "Krotov opened the show."),
        ("Кандидат Зорина открыла выставку.", "Зорина открыла выставку."),
        ("The suspect Lugovoy was arrested in Tarn.", "Lugovoy was arrested in Tarn."),
        ("A suspect fled to Tarn.", "A man fled to Tarn."),
        ("Some 40 people were hurt in Tarn.", "People were hurt in Tarn."),
        ("The most expensive bridge of Tarn opened.", "The bridge of Tarn opened."),
        ("The third bridge opened in Tarn.", "A bridge opened in Tarn."),
        ("A major fire hit Tarn.", "A fire hit Tarn."),
        ("The mill acted as host to the show.", "The mill was host to the show."),
        ("The acts of parliament were printed.", "Parliament printed them."),
        ("Ветеран снял фильм о Дольске.", "Вышел фильм о Дольске."),
        ("The lawyer who promised to help left Dolsk.", "The lawyer left Dolsk."),
        ("The union that threatens to strike has 40 members.", "The union has 40 members."),
        ("The claim was rejected by the council of Tarn.", "The council of Tarn said no to the claim."),
        ("Зорина опровергла слухи о продаже и сказала, что паром ходит.", "Зорина сказала, что паром ходит."),
        ("There is no doubt that the ferry will close.", "The ferry will close."),
        ("Нет сомнений, что паром закроют.", "Паром закроют."),
        ("The discussion of the ferry took an hour.", "The ferry took an hour."),
    ],
)
def test_what_belongs_to_something_else_may_be_left_out(source, claim):
    assert left_out(make_case(claim, [source])) == []
