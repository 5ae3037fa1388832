//! What a rule found, when it refused.

/// English with gaps, and French that says where each goes.
pub(super) const FACTS_OF_HELP: &[(&str, &str)] = &[
    ("what is named is not on record", "ce qui est nommé n'est pas au registre"),
    ("there is no {} that is open", "aucune {0n} n'est ouverte"),
    ("{} was opened by an auditor of `{}`", "{0l} a été ouverte par un auditeur de {1}"),
    (
        "what was found is not corrected by itself, or by what was there before",
        "ce qui a été constaté n'est pas corrigé par soi-même, ni par ce qui était là avant",
    ),
    ("no period is sealed that ends on this day", "aucune période close ne prend fin ce jour-là"),
    (
        "an opinion that is `{}` has a basis, and this has none",
        "une opinion {0o} a un fondement, et celle-ci n'en a pas",
    ),
    ("the auditor's key is that of the {} too", "la clé de l'auditeur est aussi celle de la fonction {0o}"),
    (
        "this key is not accredited as `{}` at this moment",
        "cette clé n'est pas habilitée comme {0o} en ce moment",
    ),
    (
        "the signature does not verify for this partnership, this key and these bytes",
        "la signature ne se vérifie pas pour ce partenariat, cette clé et ces octets",
    ),
    ("the command has expired", "la commande a expiré"),
    ("the command would expire more than seven days ahead", "la commande expirerait dans plus de sept jours"),
    ("the command was ordered before, at height {}", "la commande a été ordonnée avant, à la hauteur {0}"),
    (
        "`{}` has used up the {} commands of this kind that the charter allows a day",
        "{0o} a épuisé les {1} commandes de cette nature que la charte permet par jour",
    ),
    (
        "the command was signed on a block that is not of this record, or not the last within seven days",
        "la commande a été signée sur un bloc qui n'est pas de ce registre, ou pas le dernier en sept jours",
    ),
    ("a presumed command is for a rehearsal only", "une commande présumée n'est que pour une répétition"),
    (
        "with what is given elsewhere, {} would be more than was asked for: {} is left",
        "avec ce qui est donné ailleurs, {0} serait plus que demandé : il reste {1}",
    ),
    (
        "no more counts as given elsewhere than was asked for",
        "il n'est pas compté plus comme donné ailleurs qu'il n'a été demandé",
    ),
    (
        "the text in force when help was asked for had no article by which help elsewhere counts",
        "le texte en vigueur quand l'aide a été demandée n'avait pas d'article selon lequel l'aide donnée ailleurs compte",
    ),
    (
        "another word of your member on this body stands, or none does",
        "une autre déclaration de votre membre sur cet organe est au registre, ou il n'y en a aucune",
    ),
    (
        "that nothing is given elsewhere is the beneficiary's to say, before it said otherwise",
        "que rien n'est donné ailleurs, c'est au bénéficiaire de le dire, avant d'avoir dit autrement",
    ),
    (
        "what is said of another, or takes back from what was said, has a source",
        "ce qui est dit d'un autre, ou retiré de ce qui a été dit, a une source",
    ),
    ("`{}` has not said what it gets elsewhere for {}", "{0} n'a pas dit ce qu'il reçoit ailleurs pour {1l}"),
    ("help to {} stands down by decision", "l'aide au titre {0d} est en retrait par décision"),
    (
        "the text in force, or that at the request, has no rule by which help stands down",
        "le texte en vigueur, ou celui de la demande, n'a pas de règle selon laquelle l'aide se met en retrait",
    ),
    ("help to {} {}", "l'aide au titre {0d} {1o}"),
    (
        "the other body comes first: its time from the request of {} is not over",
        "l'autre organisation vient d'abord : son délai à compter de la demande {0d} n'est pas écoulé",
    ),
    ("`{}` speaks of {} bodies in this case already", "{0} parle déjà de {1} organes dans ce dossier"),
    (
        "decisions count {} bodies in this case already",
        "les décisions comptent déjà {0} organes dans ce dossier",
    ),
    (
        "no financing agreement of {} waits to be signed",
        "aucun accord de financement {0d} n'attend d'être signé",
    ),
    ("the financing agreement of {} is not signed", "l'accord de financement {0d} n'est pas signé"),
    (
        "pre-financing is a part of a grant, where the charter says how much of it",
        "le préfinancement est une part d'un don, là où la charte en dit la mesure",
    ),
    (
        "pre-financing of {} is more than the {} that the charter allows of this case",
        "un préfinancement de {0} est plus que les {1} que la charte permet pour ce dossier",
    ),
    (
        "{} waits until all pre-financing of {} is paid and its use attested",
        "{0l} attend que tout le préfinancement {1d} soit payé et son emploi attesté",
    ),
    (
        "{} is more than the {} that was paid and is not accounted for",
        "{0} est plus que les {1} payés et dont il n'est pas rendu compte",
    ),
    (
        "the money that {} of {} tells of came back since",
        "les fonds dont rend compte {0l} {1d} sont revenus depuis",
    ),
    ("no {} of the case waits to be attested", "aucun {0n} du dossier n'attend d'être attesté"),
    (
        "the charter has no article on financing agreements",
        "la charte n'a pas d'article sur les accords de financement",
    ),
    ("the beneficiary of {} did not sign the term `{}`", "le bénéficiaire {0d} n'a pas signé la clause {1o}"),
    ("a breach of {} stands already", "un manquement au titre {0d} est déjà constaté"),
    ("no breach of {} stands", "aucun manquement au titre {0d} n'est constaté"),
    (
        "the others found that the beneficiary of {} broke the term `{}`: nothing more is paid, and the case stays open",
        "les autres ont constaté que le bénéficiaire {0d} a enfreint la clause {1o} : rien n'est plus payé, et le dossier reste ouvert",
    ),
    (
        "a loan has 1 to {} instalments on days that rise, the last within {} days, and interest above nothing and up to 100 % a year, or none",
        "un prêt a de 1 à {0} échéances à des jours croissants, la dernière dans les {1} jours, et un intérêt positif d'au plus 100 % par an, ou aucun",
    ),
    (
        "the instalments add up to {} and the principal is {}",
        "les échéances font {0} et le principal est de {1}",
    ),
    (
        "a guarantee is of one amount for 1 to {} days, and this is of {} for {} days",
        "une garantie est d'un seul montant pour 1 à {0} jours, et celle-ci est de {1} pour {2} jours",
    ),
    ("help in kind has no money in it", "l'assistance en nature ne comporte aucune somme d'argent"),
    ("nothing of {} is lent and outstanding", "rien {0d} n'est prêté et en cours"),
    (
        "{} is not at its end: a loan is closed when it is repaid, a guarantee when its term is over",
        "{0l} n'est pas à son terme : un prêt se clôt une fois remboursé, une garantie une fois son terme écoulé",
    ),
    (
        "{} is no guarantee that can be claimed now",
        "{0l} n'est pas une garantie qui puisse être appelée à présent",
    ),
    (
        "a claim of {} is more than the {} that can still be claimed",
        "un appel de {0} est plus que les {1} qui peuvent encore être appelés",
    ),
    ("it is for the beneficiary `{}` itself", "c'est au bénéficiaire {0} lui-même"),
    ("{} is not help in kind that goes on", "{0l} n'est pas une assistance en nature qui se poursuit"),
    ("a quantity is more than nothing", "une quantité est supérieure à rien"),
    ("the day is over already", "le jour est déjà passé"),
    ("no {} can be offered for now", "aucun {0n} ne peut faire l'objet d'une offre à présent"),
    ("the need is of `{}` itself", "le besoin est celui de {0} lui-même"),
    ("no {} is {}", "aucune {0n} n'est {1o}"),
    (
        "the offer is of `{}`, and nobody acts on it for another",
        "l'offre est de {0}, et nul n'agit sur elle pour un autre",
    ),
    ("{} is more than the {} that there can be", "{0} est plus que les {1} possibles"),
    ("{} was given, and is not to be returned", "{0l} a été donné, et n'est pas à rendre"),
    (
        "nothing of {} was given or lost that could come back",
        "rien {0d} n'a été donné ou perdu qui puisse revenir",
    ),
    ("there is no {}", "il n'y a pas au registre : {0n}"),
    (
        "a case has 1 to {} tranches, and this has {}",
        "un dossier a de 1 à {0} tranches, et celui-ci en a {1}",
    ),
    (
        "the tranches add up to more than the books can hold",
        "les tranches font plus que ce que les livres peuvent contenir",
    ),
    ("{} is approved or closed already", "{0l} est déjà approuvé ou clos"),
    ("{} is not an approved, open case", "{0l} n'est pas un dossier approuvé et ouvert"),
    ("the case has no {}", "le dossier n'a pas de {0n}"),
    ("the case is for `{}` itself", "le dossier est celui de {0} lui-même"),
    ("the condition of {} is attested already", "la condition {0d} est déjà attestée"),
    ("the condition of {} is not attested", "la condition {0d} n'est pas attestée"),
    ("{} has {} already", "{0l} a déjà {1l}"),
    (
        "{} members other than the beneficiary must sign, and only {} could",
        "{0} membres autres que le bénéficiaire doivent signer, et seuls {1} le pourraient",
    ),
    ("no {} waits for a signature", "aucun {0n} n'attend de signature"),
    ("a treasurer of `{}` has signed already", "un trésorier de {0} a déjà signé"),
    ("{} is not with the bank", "{0l} n'est pas à la banque"),
    ("{} is not paid", "{0l} n'est pas payé"),
    (
        "the time was over for which {} was set aside, and nobody had instructed it",
        "le délai pour lequel {0l} était réservée était écoulé, et nul n'en avait donné l'instruction",
    ),
    ("the charter has no article on consultations", "la charte n'a pas d'article sur les consultations"),
    (
        "{} consultations that your member called are open",
        "{0} consultations convoquées par votre membre sont ouvertes",
    ),
    (
        "your member called {}, or acknowledged it already",
        "votre membre a convoqué {0l}, ou en a déjà accusé réception",
    ),
    ("{} was called by `{}`", "{0l} a été convoquée par {1}"),
    (
        "a session is convened with notice, by all but the member that called, and opens not in the past",
        "une séance est convoquée avec préavis, par tous hors le membre qui a convoqué, et ne s'ouvre pas dans le passé",
    ),
    ("by then the rule holds a session", "d'ici là, la règle tient une séance"),
];
