"""Claims that say what their source says in other words: no rule of the gate may find fault with them."""

TRUE = (
    (
        "Сын мэра Зориной возглавил водоканал в мае.",
        "В мае водоканал возглавил сын мэра Зориной.",
    ),
    (
        "Парламент Дольска отверг вотум недоверия кабинету Зориной.",
        "Вотум недоверия кабинету Зориной отвергнут парламентом Дольска.",
    ),
    (
        "Совет отложил строительство моста на год.",
        "Строительство моста отложено на год.",
    ),
    (
        "Зарплата выросла с 30 тыс. до 45 тыс. рублей.",
        "Зарплата выросла до 45 тыс. рублей.",
    ),
    (
        "Из больницы выписали 10 человек, ещё 25 остаются под наблюдением.",
        "Под наблюдением остаются 25 человек.",
    ),
    (
        "Из больницы выписали 10 человек, ещё 25 остаются под наблюдением.",
        "Выписали 10 человек.",
    ),
    (
        "Мэр Зорина открыла мост, который строили два года.",
        "Мост, который строили два года, открыла мэр Зорина.",
    ),
    (
        "Врачи опасаются, что вирус попал в реку.",
        "По опасениям врачей, вирус попал в реку.",
    ),
    (
        "Депутат Зорина потребовала отставки министра Ветрова.",
        "Зорина потребовала, чтобы министр Ветров ушёл в отставку.",
    ),
    (
        "Мост откроют не раньше ноября.",
        "Не раньше ноября откроют мост.",
    ),
    (
        "Дольск выиграл у Тарна, но уступил Ладожску.",
        "Дольск выиграл у Тарна.",
    ),
    (
        "Министр обороны Ветров принял министра иностранных дел Лугового.",
        "Ветров принял Лугового.",
    ),
    (
        "The council postponed the opening of the bridge to May.",
        "The opening of the bridge was postponed to May.",
    ),
    (
        "Pay rose from 30 to 45 crowns.",
        "Pay rose to 45 crowns.",
    ),
    (
        "Ten people left hospital and 25 are still being watched.",
        "Ten people left hospital.",
    ),
    (
        "Dolsk beat Tarn but lost to Ladozhsk.",
        "Dolsk lost to Ladozhsk.",
    ),
    (
        "Zorina demanded the resignation of minister Vetrov.",
        "Zorina demanded that Vetrov resign.",
    ),
    (
        "Doctors fear that the virus reached the river.",
        "Doctors fear the virus has reached the river.",
    ),
    (
        "Vetrov was succeeded by Lugovoy as mayor.",
        "Lugovoy succeeded Vetrov as mayor.",
    ),
    (
        "Mayor Inna Zorina said that the bridge would open in May.",
        "The bridge would open in May, mayor Inna Zorina said.",
    ),
    (
        "Health minister Vetrov and finance minister Lugovoy signed the treaty.",
        "Vetrov and Lugovoy signed the treaty.",
    ),
    (
        "The trains will run from Dolsk to Tarn from May.",
        "From May trains will run from Dolsk to Tarn.",
    ),
    (
        "Жена министра Павла Ветрова подала на развод в понедельник.",
        "В понедельник жена министра Ветрова подала на развод.",
    ),
    (
        "Если суд поддержит иск, завод закроют в марте.",
        "Завод закроют в марте, если суд поддержит иск.",
    ),
    (
        "Совет предложил закрыть паром на зиму.",
        "Предложено закрыть паром на зиму.",
    ),
    (
        "Компания «Луч» подала в суд на компанию «Север».",
        "«Луч» подал в суд на «Север».",
    ),
    (
        "Часть домов осталась без света после бури.",
        "После бури часть домов осталась без света.",
    ),
    (
        "Мост закрыт с 10 до 15 июня.",
        "С 10 до 15 июня мост закрыт.",
    ),
    (
        "Депутаты отклонили поправку о запрете рыбалки.",
        "Поправку о запрете рыбалки депутаты отклонили.",
    ),
    (
        "The wife of minister Paul Vetrov filed for divorce on Monday.",
        "On Monday minister Vetrov's wife filed for divorce.",
    ),
    (
        "Vetrov's lawyer called the charges a rumour.",
        "The lawyer of Vetrov called the charges a rumour.",
    ),
    (
        "Mayor Zorina and her brother opened the show in Tarn.",
        "Zorina opened the show in Tarn.",
    ),
    (
        "The council rejected a plan to close the ferry.",
        "A plan to close the ferry was rejected by the council.",
    ),
    (
        "Брат мэра Инны Зориной купил завод за 40 млн рублей.",
        "Завод за 40 млн рублей купил брат мэра Зориной.",
    ),
    (
        "Ветров вместе с братом открыл завод в Дольске.",
        "Ветров открыл завод в Дольске.",
    ),
    (
        "По словам соседей, пожар начался из-за проводки.",
        "Пожар начался из-за проводки, говорят соседи.",
    ),
    (
        "Полицейский ударил демонстранта у ратуши.",
        "Демонстранта у ратуши ударил полицейский.",
    ),
    (
        "Рыбаки обвинили экологов в срыве сезона.",
        "В срыве сезона рыбаки обвинили экологов.",
    ),
)
