//! What there is to do about a refusal.

/// English with gaps, and French that says where each goes.
pub(super) const WAYS_OF_VOTES: &[(&str, &str)] = &[
    (
        "wait: any other member can convene one, and the rule does",
        "attendez : tout autre membre peut en convoquer une, et la règle le fait",
    ),
    (
        "look up the sessions in the record, and wait until it opens",
        "consultez les séances au registre, et attendez l'ouverture",
    ),
    ("put a statement on record", "consignez une déclaration"),
    (
        "the chair gives them, after the charter's hours its deputy, and after as many any member",
        "la présidence le donne, après les heures de la charte sa suppléance, et après autant d'heures tout membre",
    ),
    (
        "name one by its hash: `--en SHA-256`, `--fr SHA-256`",
        "nommez-en un par son empreinte : `--en SHA-256`, `--fr SHA-256`",
    ),
    (
        "name a session, text or statement of the same consultations",
        "nommez une séance, un texte ou une déclaration des mêmes consultations",
    ),
    ("give another period, or none", "donnez une autre durée, ou aucune"),
    (
        "take one back, or wait until one is agreed or recorded",
        "retirez-en un, ou attendez que l'un soit convenu ou consigné",
    ),
    (
        "look up the texts in the record; a statement can be made on each",
        "consultez les textes au registre ; une déclaration peut être faite sur chacun",
    ),
    ("look up in the record whether the silence lasts", "vérifiez au registre si le silence court"),
    (
        "its mover takes a text back by breaking the silence",
        "son auteur retire un texte en rompant le silence",
    ),
    ("the rule concludes it when its time is over", "la règle le conclut une fois son délai écoulé"),
    (
        "it is for the mover of a draft decision that is agreed or recorded",
        "c'est à l'auteur d'un projet de décision convenu ou consigné",
    ),
    (
        "leave out `--audience public`; its caller can call for everybody",
        "laissez de côté la lecture publique ; l'auteur de la convocation peut convoquer pour tous",
    ),
    (
        "name one that its mover or a supporter tabled because of it",
        "nommez-en une que son auteur ou un soutien a déposée à cause de lui",
    ),
    ("table it first: `quorate decision table`", "déposez-la d'abord : `quorate decision table`"),
    (
        "a charter with the article `[continuity]` keeps lines",
        "une charte avec l'article `[continuity]` tient des lignes",
    ),
    (
        "name each State once, `{}` among them; others record the lines that are theirs",
        "nommez chaque État une fois, {0} parmi eux ; d'autres consignent les lignes qui sont les leurs",
    ),
    (
        "close those that have ended, or let another side record the line",
        "clôturez celles qui ont pris fin, ou laissez une autre partie consigner la ligne",
    ),
    (
        "name an open line of which `{}` is a side and that is not for fewer, or say it in words",
        "nommez une ligne ouverte dont {0} est partie et qui n'est pas lisible par moins de monde, ou dites-le en toutes lettres",
    ),
    (
        "name a closed line by its number that is not for fewer, or none",
        "nommez par son numéro une ligne close qui n'est pas lisible par moins de monde, ou aucune",
    ),
    (
        "look up the lines in the record; one that is closed stays so",
        "consultez les lignes au registre ; une ligne close le reste",
    ),
    ("look up the sides of {} in the record", "consultez les parties {0d} au registre"),
    ("it is for a liaison officer of `{}`", "c'est à un officier de liaison de {0}"),
    (
        "say first since when it works again: `line restored`",
        "dites d'abord depuis quand elle fonctionne de nouveau : `line restored`",
    ),
    (
        "wait until it has come, or name an earlier moment or day",
        "attendez qu'il soit venu, ou nommez un instant ou un jour antérieur",
    ),
    (
        "name a moment after that outage; see the outages in the record",
        "nommez un instant après cette interruption ; voir les interruptions au registre",
    ),
    ("look up the outages in the record", "consultez les interruptions au registre"),
    (
        "enter tests since the line is on record",
        "saisissez des essais postérieurs à la consignation de la ligne",
    ),
    (
        "its sides confirm it by the moment that is on record",
        "ses parties la confirment d'ici à l'instant qui est au registre",
    ),
    (
        "name a shorter time, or none: then the charter says it",
        "nommez une durée plus courte, ou aucune : la charte la dit alors",
    ),
    (
        "a side that is a member ends the line in its own name: `line close`",
        "une partie qui est membre clôture la ligne en son propre nom : `line close`",
    ),
    (
        "record another line; what takes the place of this one can be said with it",
        "consignez une autre ligne ; ce qui en tient lieu peut être dit avec elle",
    ),
    (
        "look up the decision's number in the record of decisions",
        "consultez le numéro de la décision au registre des décisions",
    ),
    (
        "it is for `{}`, and anyone can table a draft of its own",
        "c'est à {0}, et chacun peut déposer un projet à soi",
    ),
    (
        "table a new draft: outcomes are final and votes are never carried over",
        "déposez un nouveau projet : les issues sont définitives et les votes ne sont jamais reportés",
    ),
    (
        "too many members are interested parties for a decision to be taken",
        "trop de membres sont parties intéressées pour qu'une décision soit prise",
    ),
    (
        "votes count from the opening until the deadline in the record",
        "les votes comptent de l'ouverture à l'échéance qui est au registre",
    ),
    ("the others decide", "les autres décident"),
    ("to change the vote, name {} as replaced", "pour changer le vote, nommez {0} comme remplacé"),
    ("vote without naming a vote to replace", "votez sans nommer de vote à remplacer"),
    (
        "a decision is executed once, after adoption and before it lapses",
        "une décision s'exécute une fois, après son adoption et avant sa caducité",
    ),
    ("table a new draft with the terms as they are now", "déposez un nouveau projet avec les termes actuels"),
    (
        "read version {}, and name it as the one that is amended",
        "lisez la version {0}, et nommez-la comme celle qui est modifiée",
    ),
    (
        "vote without a reserve: a vote can wait only while members vote, and where the rule says how long",
        "votez sans réserve : un vote ne peut attendre que tant que les membres votent, et là où la règle dit combien de temps",
    ),
    ("the outcome follows from the votes as they stand", "l'issue découle des votes tels qu'ils sont"),
    ("wait for the deadline in the record", "attendez l'échéance qui est au registre"),
    (
        "wait until they have, or for the deadline in the record",
        "attendez qu'ils l'aient fait, ou l'échéance qui est au registre",
    ),
    ("vote against it", "votez contre"),
    (
        "while members vote, a proxy is given to another member that takes part",
        "tant que les membres votent, une procuration se donne à un autre membre qui prend part",
    ),
    (
        "choose another member, or end first what was given: one hop, and one proxy each",
        "choisissez un autre membre, ou mettez d'abord fin à ce qui a été donné : un seul relais, et une procuration chacun",
    ),
    (
        "vote, or give the vote to a member with which the two could do neither",
        "votez, ou donnez la voix à un membre avec lequel les deux ne pourraient ni l'un ni l'autre",
    ),
    ("there is nothing to end", "il n'y a rien à quoi mettre fin"),
    (
        "the key `party-named-by` of the charter would name one",
        "la clé `party-named-by` de la charte en nommerait une",
    ),
    (
        "the others decide on it, on the draft of one of them",
        "les autres en décident, sur le projet de l'un d'eux",
    ),
    (
        "name a member of the charter that is not named already",
        "nommez un membre de la charte qui n'est pas déjà désigné",
    ),
    (
        "name the States outside and the members that are party, your own among them",
        "nommez les États tiers et les membres parties, le vôtre parmi eux",
    ),
    ("a member that is party says it", "un membre partie le dit"),
    ("look up its number in the record of arrangements", "consultez son numéro au registre des arrangements"),
    (
        "tell your own view first; one that ended is recorded anew",
        "exposez d'abord votre propre vue ; celui qui a pris fin est consigné de nouveau",
    ),
    ("give the notice in days", "donnez le préavis en jours"),
    (
        "name a day to come, and none later than the charter lets a review wait",
        "nommez un jour à venir, et pas plus tard que la charte ne laisse attendre un réexamen",
    ),
    ("end what is over", "mettez fin à ce qui est terminé"),
    ("read it again, and name version {}", "relisez-la, et nommez la version {0}"),
    ("tell of it on its day, or after", "dites-le le jour même, ou après"),
    ("each member tells of its own notice", "chaque membre fait savoir son propre préavis"),
    (
        "look up since when it is in the record of arrangements",
        "consultez depuis quand il existe au registre des arrangements",
    ),
    ("tell first that it was taken back", "faites d'abord savoir qu'il a été retiré"),
    (
        "look up the notices in the record of arrangements",
        "consultez les préavis au registre des arrangements",
    ),
    ("name a State outside that has it", "nommez un État tiers qui l'a"),
    (
        "look it up in what falls; take back what rests on it no longer",
        "consultez-le dans ce qui tombe ; retirez ce qui n'y repose plus",
    ),
    (
        "look up the lines in the record, or name it in words",
        "consultez les lignes au registre, ou nommez-la en toutes lettres",
    ),
    ("each member takes its own word back", "chaque membre retire sa propre déclaration"),
    (
        "a charter with an article `[assessments]` has them: amend it",
        "une charte avec un article `[assessments]` en a : amendez-la",
    ),
    (
        "give the day as of which it is so, today or before",
        "donnez le jour auquel c'est ainsi, aujourd'hui ou avant",
    ),
    ("give a day for the review within that time", "donnez un jour de réexamen dans ce délai"),
    (
        "give it a later day, or leave out what has not happened yet",
        "donnez-lui un jour ultérieur, ou omettez ce qui ne s'est pas encore produit",
    ),
    (
        "give two amounts of one currency, the lower first, or one alone",
        "donnez deux montants d'une même monnaie, le plus bas d'abord, ou un seul",
    ),
    ("withdraw what is not needed", "retirez ce qui n'est pas nécessaire"),
    ("look up in the record what stands", "consultez au registre ce qui tient"),
    ("a representative of `{}` can withdraw it", "un représentant habilité de {0} peut la retirer"),
    (
        "give the law that is valid, or withdraw the entry on it",
        "donnez la loi qui est valable, ou retirez l'inscription à son sujet",
    ),
    (
        "name a case that is not closed: see the cases in the record",
        "nommez un dossier qui n'est pas clos : voir les dossiers au registre",
    ),
];
