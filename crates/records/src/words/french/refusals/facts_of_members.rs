//! What a rule found, when it refused.

/// English with gaps, and French that says where each goes.
pub(super) const FACTS_OF_MEMBERS: &[(&str, &str)] = &[
    (
        "{} are more than the {} that can leave: the article's floor, and what attested tranches need, stay at the bank",
        "{0} sont plus que les {1} qui peuvent sortir : le plancher de l'article, et ce que demandent les tranches attestées, restent en banque",
    ),
    (
        "an investment matures after its value date, and within {}",
        "un placement vient à échéance après sa date de valeur, et dans les {0s}",
    ),
    ("an investment `{}` is on record already", "un placement {0} est déjà au registre"),
    ("no investment `{}` stands in the books", "aucun placement {0} ne figure aux livres"),
    ("the charter gives no rule for a budget", "la charte ne donne pas de règle pour un budget"),
    (
        "a budget is for {} or the year after, and this is for {}",
        "un budget est pour {0} ou l'année suivante, et celui-ci est pour {1}",
    ),
    (
        "an expense of {} is more than the {} that are set aside for {} and not spent",
        "une dépense de {0} est plus que les {1} réservés à {2} et non dépensés",
    ),
    (
        "the key {} is not the one that `{}`, which was admitted to ask for help, has",
        "la clé {0} n'est pas celle de {1}, qui a été admis à demander de l'assistance",
    ),
    (
        "`{}` is no member: it asks for help, and acts on its own keys and in its own cases alone",
        "{0} n'est pas membre : il demande de l'assistance, et n'agit que sur ses propres clés et dans ses propres dossiers",
    ),
    (
        "`{}` is or was a member, is invited to be one, or is admitted already",
        "{0} est ou a été membre, est invité à l'être, ou est déjà admis",
    ),
    (
        "`{}` has a case that is open, or is invited: it keeps the keys that it has",
        "{0} a un dossier ouvert, ou est invité : il garde les clés qu'il a",
    ),
    (
        "the key {} stood for `{}` before, or stands twice here, or is not sound",
        "la clé {0} représentait {1} auparavant, ou figure deux fois ici, ou n'est pas valable",
    ),
    ("no admission of `{}` runs", "aucune admission de {0} ne court"),
    ("the text {} was adopted before", "le texte {0} a été adopté auparavant"),
    (
        "the consent of `{}` is lodged and waits for a depositary",
        "le consentement de {0} est déposé et attend un dépositaire",
    ),
    ("`{}` has lodged no full powers for its {}", "{0} n'a pas déposé de pleins pouvoirs pour sa {1o}"),
    ("no signature of `{}` waits for its confirmation", "aucune signature de {0} n'attend sa confirmation"),
    (
        "an arrangement binds nobody: it is signed, and neither ratified nor reserved to",
        "un arrangement n'engage personne : il est signé, et n'est ni ratifié ni assorti de réserves",
    ),
    (
        "consent is not given by {} under this charter",
        "le consentement ne se donne pas par {0o} selon cette charte",
    ),
    ("`{}` is no depositary", "{0} n'est pas dépositaire"),
    ("`{}` has lodged nothing that waits for a depositary", "{0} n'a rien déposé qui attende un dépositaire"),
    (
        "`{}` has given notice already: its provisional application ends in time",
        "{0} a déjà notifié : son application provisoire prend fin à son heure",
    ),
    (
        "the charter lets no reservation be made to article {}",
        "la charte ne permet aucune réserve à l'article {0}",
    ),
    (
        "article {} is carried out as it stands, alike for all: no reservation changes it",
        "l'article {0} s'exécute tel quel, de même pour tous : aucune réserve ne le change",
    ),
    (
        "`{}` has given its consent, or has no place here: a reservation is made before, or never",
        "{0} a donné son consentement, ou n'a pas de place ici : une réserve se fait avant, ou jamais",
    ),
    (
        "`{}` has made a reservation to article {} already, or {} of it stand",
        "{0} a déjà fait une réserve à l'article {1}, ou en a {2}",
    ),
    (
        "no reservation of `{}` to article {} stands",
        "aucune réserve de {0} à l'article {1} n'est au registre",
    ),
    (
        "`{}` has objected to it already, or it is its own",
        "{0} y a déjà fait objection, ou elle est la sienne",
    ),
    (
        "an objection is made within twelve months of the reservation, or before one's own consent",
        "une objection se fait dans les douze mois de la réserve, ou avant son propre consentement",
    ),
    ("no objection of `{}` to it stands", "aucune objection de {0} n'y figure"),
    ("`{}` has made {} declarations within a year already", "{0} a déjà fait {1} déclarations en un an"),
    ("`{}` has {} steps open already", "{0} a déjà {1} étapes ouvertes"),
    ("{} is no open step of `{}`", "{0l} n'est pas une étape ouverte de {1}"),
    ("`{}` has noted {} registrations already", "{0} a déjà noté {1} enregistrements"),
    ("`{}` has adopted the text, or signed it, already", "{0} a déjà adopté le texte, ou l'a signé"),
    ("the charter asks for no full powers", "la charte ne demande pas de pleins pouvoirs"),
    ("`{}` is not given by a credential", "la fonction {0o} ne se donne pas par des pouvoirs"),
    (
        "a credential runs for at most {}, ends after it begins and is not over already",
        "des pouvoirs durent au plus {0s}, prennent fin après avoir commencé et ne sont pas déjà passés",
    ),
    (
        "the key {} is the member's own root or recovery key",
        "la clé {0} est la clé racine ou de secours du membre lui-même",
    ),
    ("the key {} has stood for the member before", "la clé {0} a déjà représenté le membre"),
    ("{} is not a sound Ed25519 public key", "{0} n'est pas une clé publique Ed25519 valable"),
    ("the key {} holds no such credential", "la clé {0} n'a pas de tels pouvoirs"),
    ("the member already has {} credentials", "le membre a déjà donné {0} pouvoirs"),
    (
        "the key {} stands, or has stood, for a node or in an office",
        "la clé {0} est, ou a été, celle d'un nœud ou d'une fonction",
    ),
    (
        "the node {} has not signed that it has come to a block of the last seven days",
        "le nœud {0} n'a pas signé être arrivé à un bloc des sept derniers jours",
    ),
    ("the nodes have changed in this block already", "les nœuds ont déjà changé dans ce bloc"),
    ("`{}` is no member of the partnership", "{0} n'est pas membre du partenariat"),
    (
        "the charter does not bind `{}`, and it does not apply it provisionally",
        "la charte ne lie pas {0}, qui ne l'applique pas à titre provisoire",
    ),
    ("the charter has no article on {}", "la charte n'a pas d'article sur {0o}"),
    ("`{}` has signed already", "{0} a déjà signé"),
    (
        "the charter does not let a signatory apply it provisionally",
        "la charte ne laisse pas un signataire l'appliquer à titre provisoire",
    ),
    ("`{}` has not signed, or has ratified already", "{0} n'a pas signé, ou a déjà ratifié"),
    ("`{}` does not apply the charter provisionally", "{0} n'applique pas la charte à titre provisoire"),
    (
        "`{}` has given notice already: its withdrawal takes effect in time",
        "{0} a déjà notifié : son retrait prend effet à son heure",
    ),
    ("`{}` has given no notice that still runs", "{0} n'a pas donné de préavis qui coure encore"),
    (
        "the key {} stands for `{}` already, or twice here, or is not sound",
        "la clé {0} représente déjà {1}, ou figure deux fois ici, ou n'est pas valable",
    ),
    ("`{}` is not invited", "{0} n'est pas invité"),
    (
        "`{}` cannot be suspended: the charter does not bind it, or it is suspended already",
        "{0} ne peut être suspendu : la charte ne le lie pas, ou il est déjà suspendu",
    ),
    ("`{}` is not suspended", "{0} n'est pas suspendu"),
    (
        "without `{}` too few would take part in decisions on help to another member",
        "sans {0}, trop peu prendraient part aux décisions sur l'aide à un autre membre",
    ),
    (
        "`{}` is heard for {} before the vote is opened",
        "{0} est entendu pendant {1s} avant l'ouverture du vote",
    ),
    (
        "`{}` is not the member that the draft concerns, or the vote on it has ended",
        "{0} n'est pas le membre concerné par le projet, ou le vote sur celui-ci est terminé",
    ),
    (
        "the text amends version {}, and version {} is in force",
        "le texte amende la version {0}, et la version {1} est en vigueur",
    ),
    (
        "there is no text {} that waits for the acceptance of `{}`",
        "il n'y a pas de texte {0} qui attende l'acceptation de {1}",
    ),
    (
        "new keys of `{}` wait already for its objection",
        "de nouvelles clés de {0} attendent déjà son opposition",
    ),
    ("no new keys of `{}` wait for its objection", "aucune nouvelle clé de {0} n'attend son opposition"),
    (
        "the charter does not bind `{}`, and no admission of it runs: no help to it can be approved",
        "la charte ne lie pas {0}, et aucune admission de lui ne court : aucune aide ne peut lui être approuvée",
    ),
    ("the charter has no article on positions", "la charte n'a pas d'article sur les positions"),
    ("the charter has no article on capabilities", "la charte n'a pas d'article sur les capacités"),
    (
        "nothing is said of what the thing relies on, or of whose hands it is in",
        "rien n'est dit de ce que l'élément requiert, ni de qui l'a en main",
    ),
    (
        "a thing relies on at most {} others, each named once, and on one of two or more in a group",
        "un élément requiert au plus {0} autres, chacun nommé une fois, et un sur deux ou plus dans un groupe",
    ),
    ("a number of days is at most {}", "un nombre de jours est au plus {0}"),
    ("a cost is not less than nothing", "un coût n'est pas inférieur à zéro"),
    (
        "what your member declared for everybody is not declared anew for the members alone",
        "ce que votre membre a déclaré pour tous n'est pas déclaré de nouveau pour les seuls membres",
    ),
    ("`{}` has declared {} things", "{0} a déclaré {1} éléments"),
    ("your member has declared no `{}` that stands", "votre membre n'a pas de {0} déclaré qui vaille"),
    (
        "{} is none of your member's on this State that stands",
        "{0l} n'est pas un sondage de votre membre sur cet État qui tienne",
    ),
    ("nothing is explained", "rien n'est expliqué"),
    ("a grouping has 2 to {} different States", "un groupement a de 2 à {0} États différents"),
    ("`{}` has recorded {} groupings", "{0} a consigné {1} groupements"),
    ("there is no {} that your member recorded", "il n'y a pas de {0n} consigné par votre membre"),
    ("the newest version of {} is {}", "la version la plus récente {0d} est {1}"),
    (
        "a briefing is for 1 to {} different members, and not for the one that gives it",
        "une information préalable est pour 1 à {0} membres différents, et non pour celui qui la donne",
    ),
    (
        "a release time lies ahead, by {} days at most",
        "une heure de communication est à venir, d'au plus {0} jours",
    ),
    (
        "{} briefings of `{}` wait for their release time",
        "{0} informations préalables de {1} attendent leur heure de communication",
    ),
    (
        "there is no {} that your member has still to acknowledge",
        "il n'y a pas de {0n} dont votre membre ait encore à accuser réception",
    ),
    ("`{}` may not give `{}`", "{0o} ne peut pas donner la commande {1}"),
    (
        "the credential of `{}` ended before this command was reached",
        "les pouvoirs de {0o} ont pris fin avant que cette commande soit atteinte",
    ),
    ("the charter has no fund, and `{}` is about one", "la charte n'a pas de fonds, et {0} en concerne un"),
    (
        "no money of {} can come back: it is neither with the bank nor settled, or its money came back already, returned, repaid or recovered",
        "aucune somme {0d} ne peut revenir : elle n'est ni à la banque ni réglée, ou elle est déjà revenue, rendue, remboursée ou recouvrée",
    ),
];
