//! What a rule found, when it refused.

/// English with gaps, and French that says where each goes.
pub(super) const FACTS_OF_VOTES: &[(&str, &str)] = &[
    (
        "a session lasts as long as the charter's notice at the least, and not beyond the next",
        "une séance dure au moins le préavis de la charte, et ne dépasse pas la suivante",
    ),
    (
        "your member convened {} sessions within the time that the charter gives between two",
        "votre membre a convoqué {0} séances dans le temps que la charte laisse entre deux",
    ),
    ("there is no {} that was opened", "il n'y a pas de {0n} qui ait été ouverte"),
    ("{} is closed, or your member attends it already", "{0l} est close, ou votre membre y est déjà présent"),
    (
        "it is not your member's turn to give the minutes",
        "ce n'est pas au tour de votre membre de donner le procès-verbal",
    ),
    (
        "minutes are a text in English, in French, or both, and this is none",
        "un procès-verbal est un texte en anglais, en français ou dans les deux, et ceci n'en est pas un",
    ),
    ("what is answered is not of {}", "ce à quoi il est répondu ne relève pas {0d}"),
    ("a silence lasts from {} to {}", "un silence dure de {0s} à {1s}"),
    ("{} texts of your member are on the table", "{0} textes de votre membre sont sur la table"),
    ("there is no {} on the table", "aucun {0n} n'est sur la table"),
    (
        "your member takes no part in {}: the charter did not bind it when it was tabled",
        "votre membre ne prend pas part {0a} : la charte ne le liait pas quand il a été déposé",
    ),
    (
        "the silence on {} is over where it would be broken, or lasts where one would dissociate or conclude",
        "le silence sur {0l} est passé là où il serait rompu, ou court là où l'on se dissocierait ou conclurait",
    ),
    ("your member said so of {} already, or moved it", "votre membre l'a déjà dit {0d}, ou l'a déposé"),
    (
        "a text is concluded by its mover, once all have said where they stand",
        "un texte est conclu par son auteur, une fois que tous ont dit leur position",
    ),
    (
        "{} asks for no decision that its mover could name now",
        "{0l} ne demande aucune décision que son auteur puisse désigner à présent",
    ),
    (
        "{} is for the members alone, and what is entered in it too",
        "{0l} est pour les seuls membres, et ce qui y est inscrit aussi",
    ),
    (
        "{} was not tabled by the mover or a supporter of the text after it was recorded, or is named already",
        "{0l} n'a pas été déposée par l'auteur ou un soutien du texte après sa consignation, ou est déjà désignée",
    ),
    ("the charter has no article on continuity", "la charte n'a pas d'article sur la continuité"),
    (
        "a line is between 2 to {} different States, of which `{}` is one",
        "une ligne est entre 2 à {0} États différents, dont {1} est l'un",
    ),
    ("`{}` has recorded {} lines that are not closed", "{0} a consigné {1} lignes qui ne sont pas closes"),
    (
        "{} cannot be a fall-back of `{}`'s, or is for fewer than the line that names it",
        "{0l} ne peut être une solution de repli de {1}, ou est lisible par moins de monde que la ligne qui la désigne",
    ),
    (
        "{} is not closed, or `{}` was no side of it, or it is for fewer than the line that names it",
        "{0l} n'est pas close, ou {1} n'en était pas partie, ou elle est lisible par moins de monde que la ligne qui la désigne",
    ),
    ("`{}` is no side of {}", "{0} n'est pas partie {1a}"),
    ("`{}` is a member, and speaks for itself", "{0} est membre et parle pour lui-même"),
    (
        "an outage of `{}` is on record that is not over",
        "une interruption de {0} est au registre, qui n'est pas terminée",
    ),
    ("what is said of lies ahead", "ce dont il est question est à venir"),
    (
        "an outage of `{}` ended later than this one is said to have begun",
        "une interruption de {0} a pris fin après le début indiqué pour celle-ci",
    ),
    (
        "no outage of `{}` is on record that began before this moment and is not over",
        "aucune interruption de {0} n'est au registre qui ait commencé avant cet instant et ne soit pas terminée",
    ),
    ("{} has no fall-back that could be started", "{0l} n'a pas de solution de repli à mettre en œuvre"),
    ("{} was recorded later than on the day of this test", "{0l} a été consignée après le jour de cet essai"),
    (
        "the fall-back of {} is started, and no side has said since that the line works",
        "la solution de repli {0d} est mise en œuvre, et aucune partie n'a dit depuis que la ligne fonctionne",
    ),
    (
        "from a test to the next a line takes {} hours at most",
        "d'un essai au suivant, une ligne prend au plus {0} heures",
    ),
    (
        "the same member has reported that `{}` ended this line",
        "le même membre a rapporté que {0} a clôturé cette ligne",
    ),
    ("{} was moved by `{}`", "{0l} a été déposée par {1}"),
    ("{} is not a draft any more", "{0l} n'est plus un projet"),
    (
        "{} members would take part, and at least {} must",
        "{0} membres prendraient part, et il en faut au moins {1}",
    ),
    ("the vote on {} is not open", "le vote sur {0l} n'est pas ouvert"),
    (
        "`{}` does not take part in {}: it is an interested party, or had no voice when the vote was opened",
        "{0} ne prend pas part au vote sur {1l} : c'est une partie intéressée, ou il n'avait pas voix délibérative à l'ouverture du vote",
    ),
    (
        "{} is not an adopted decision that waits to be executed",
        "{0l} n'est pas une décision adoptée qui attende d'être exécutée",
    ),
    ("what {} does is not what was decided", "ce que fait {0l} n'est pas ce qui a été décidé"),
    ("{} is at version {}", "{0l} en est à la version {1}"),
    ("a vote on {} cannot wait to be confirmed now", "un vote sur {0l} ne peut rester à confirmer à présent"),
    (
        "{} waits only for votes to be confirmed, and `{}` has none",
        "{0l} n'attend plus que des votes à confirmer, et {1} n'en a pas",
    ),
    ("{} is closed by its deadline and by nobody", "{0l} est close par son échéance et par personne"),
    (
        "not all members that take part in {} have voted and confirmed their votes",
        "tous les membres qui prennent part {0a} n'ont pas voté et confirmé leur vote",
    ),
    (
        "members vote on {}: silence would not adopt it",
        "les membres votent sur {0l} : le silence ne l'adopterait pas",
    ),
    ("`{}` cannot hold a proxy on {} now", "{0} ne peut détenir de procuration sur {1l} à présent"),
    (
        "on {} `{}` or `{}` has given its vote or holds one already",
        "sur {0l}, {1} ou {2} a donné sa voix ou en détient déjà une",
    ),
    (
        "with the vote of `{}`, `{}` could alone block or adopt {}",
        "avec la voix de {0}, {1} pourrait seul bloquer ou adopter {2l}",
    ),
    (
        "`{}` has given its vote on {} to nobody, and holds nobody's",
        "{0} n'a donné sa voix sur {1l} à personne, et n'en détient aucune",
    ),
    (
        "the charter gives no rule by which a party to the dispute is named",
        "la charte ne donne pas de règle pour désigner une partie au différend",
    ),
    (
        "{} is for `{}`, which neither names a party to the dispute nor is one",
        "{0l} est pour {1}, qui ne désigne pas de partie au différend et n'en est pas une",
    ),
    (
        "`{}` is not a member, or a party to the dispute about {} already",
        "{0} n'est pas membre, ou est déjà partie au différend sur {1l}",
    ),
    (
        "an arrangement names 1 to {} States outside and 1 to {} members, each once",
        "un arrangement nomme de 1 à {0} États tiers et de 1 à {1} membres, chacun une fois",
    ),
    ("`{}` is not party to it", "{0} n'y est pas partie"),
    ("there is no {} on record", "il n'y a pas au registre : {0n}"),
    ("`{}` has told no view of it that stands", "{0} n'en a exposé aucune vue qui tienne"),
    ("a notice is of {} days at most", "un préavis est d'au plus {0} jours"),
    (
        "the next review is not on a day that can stand here",
        "le prochain réexamen n'est pas à un jour qui puisse figurer ici",
    ),
    ("{} arrangements that `{}` recorded stand", "{0} arrangements consignés par {1} sont au registre"),
    ("the version of your own view is {}", "la version de votre propre vue est {0}"),
    ("that day is still to come", "ce jour est encore à venir"),
    (
        "`{}` is neither your own member nor a State outside that has it",
        "{0} n'est ni votre propre membre ni un État tiers qui l'a",
    ),
    ("the arrangement began after that day", "l'arrangement a commencé après ce jour"),
    ("a notice by `{}` runs already", "un préavis de {0} court déjà"),
    ("no notice of which `{}` told runs", "aucun préavis signalé par {0} ne court"),
    ("the arrangement is not with `{}`", "l'arrangement n'est pas avec {0}"),
    (
        "it rests on itself, or stands in words without a source",
        "il repose sur lui-même, ou est donné en toutes lettres sans source",
    ),
    (
        "your member said so before, or said {} things of this arrangement",
        "votre membre l'a déjà dit, ou a dit {0} choses de cet arrangement",
    ),
    (
        "{} is not a word of your member that stands",
        "{0l} n'est pas une déclaration de votre membre qui tienne",
    ),
    ("the charter has no article on assessments", "la charte n'a pas d'article sur les évaluations"),
    ("the day of the assessment is not there yet", "le jour de l'évaluation n'est pas encore venu"),
    (
        "an assessment is to be looked at again after its day, and within {} hours",
        "une évaluation est à réexaminer après son jour, et dans les {0} heures",
    ),
    (
        "what is said to have happened is after the day of the assessment",
        "ce qui est dit s'être produit est postérieur au jour de l'évaluation",
    ),
    (
        "amounts are more than nothing, in one currency, and the lower one is lower",
        "les montants sont positifs, dans une seule monnaie, et le plus bas est le plus bas",
    ),
    (
        "your member has entries about {} things in the register of {}",
        "votre membre a des inscriptions sur {0} points au registre {1o}",
    ),
    ("there is no {} that stands", "il n'y a pas de {0n} au registre"),
    ("{} is of `{}`", "{0l} est de {1}"),
    (
        "the law is no longer valid on the day of the assessment",
        "la loi n'est plus valable au jour de l'évaluation",
    ),
    ("there is no open {}", "il n'y a pas d'ouvert : {0n}"),
    (
        "a procurement is shared by 2 to {} members, each named once",
        "une acquisition est partagée par 2 à {0} membres, chacun nommé une fois",
    ),
    (
        "the shares add up to {}, and the whole is {}; nobody's share is nothing",
        "les parts font {0}, et le tout est {1} ; la part de nul n'est rien",
    ),
];
