//! What a rule found, when it refused.

/// English with gaps, and French that says where each goes.
pub(super) const FACTS_OF_MONEY: &[(&str, &str)] = &[
    ("the lead `{}` has no share", "le pilote {0} n'a pas de part"),
    ("`{}` would have no share in it", "{0} n'y aurait pas de part"),
    ("it costs nothing", "elle ne coûte rien"),
    (
        "it is to be signed by a day from today on, at most {} days ahead",
        "elle est à signer d'ici à un jour à partir d'aujourd'hui, au plus {0} jours à l'avance",
    ),
    (
        "{} proposals of your member wait to be signed",
        "{0} propositions de votre membre attendent d'être signées",
    ),
    ("there is no {} that is {}", "il n'y a pas de {0n} qui soit {1o}"),
    ("`{}` has no share in it", "{0} n'y a pas de part"),
    ("this is for `{}` alone", "ceci est pour {0} seul"),
    ("`{}` has done so", "{0} l'a déjà fait"),
    ("`{}` delivered it, and the others accept", "{0} l'a livré, et les autres acceptent"),
    ("the day is not there yet", "le jour n'est pas encore venu"),
    (
        "the day is before that of the effect, or of the contract",
        "le jour est antérieur à celui de l'effet, ou du contrat",
    ),
    ("it is nothing of your member's, or not of {}", "ce n'est rien de votre membre, ou ne relève pas {0d}"),
    ("it belongs to a procurement", "cela relève déjà d'une acquisition"),
    (
        "a notice names 2 to {} members as parties, each once",
        "un avis nomme de 2 à {0} membres comme parties, chacun une fois",
    ),
    ("`{}` is not among the parties", "{0} n'est pas parmi les parties"),
    ("there is no notice of {}", "il n'y a pas d'avis {0d}"),
    ("the newest report of it is number {}", "le rapport le plus récent en porte le numéro {0}"),
    ("`{}` has confirmed it already", "{0} l'a déjà confirmé"),
    ("no word of `{}` stands on it", "aucune déclaration de {0} n'y figure"),
    (
        "{} reports of `{}` wait for the word of other parties",
        "{0} rapports de {1} attendent la parole d'autres parties",
    ),
    ("it is reported as {} already", "il est déjà rapporté comme {0o}"),
    (
        "`{}` is not a currency in which members may discharge what they owe",
        "{0} n'est pas une monnaie dans laquelle les membres peuvent s'acquitter de ce qu'ils doivent",
    ),
    ("the day of the rate is still to come", "le jour du cours est encore à venir"),
    ("no {} waits for a countersignature", "aucun {0n} n'attend de contresignature"),
    ("{} was entered by a treasurer of `{}` too", "{0l} a aussi été saisi par un trésorier de {1}"),
    (
        "the credential of the treasurer of `{}` that entered {} does not hold any more",
        "les pouvoirs du trésorier de {0} qui a saisi {1l} ne valent plus",
    ),
    (
        "no rate of `{}` is on record that is of the value date or of at most {} before it",
        "aucun cours de {0} n'est au registre à la date de valeur ou au plus {1s} avant",
    ),
    (
        "at the latest rates {} less is available than stands in the books, which leaves {}, and {} is needed",
        "aux derniers cours, {0} de moins est disponible que ce qui figure aux livres, ce qui laisse {1}, et {2} sont nécessaires",
    ),
    (
        "what is exchanged is in another currency than the fund's `{}`",
        "ce qui est changé est dans une autre monnaie que celle du fonds, {0}",
    ),
    ("the day is not over", "le jour n'est pas écoulé"),
    (
        "no closing rate of `{}` is on record for the day",
        "aucun cours de clôture de {0} n'est au registre pour ce jour",
    ),
    (
        "there is nothing to revalue that does not stand in the books already",
        "il n'y a rien à réévaluer qui ne figure déjà aux livres",
    ),
    ("the fund's currency is `{}`, and this is `{}`", "la monnaie du fonds est {0}, et ceci est en {1}"),
    ("{} is not more than nothing", "{0} n'est pas supérieur à rien"),
    ("`{}` is not a member", "{0} n'est pas membre"),
    ("`{}` has spoken for itself", "{0} a parlé pour lui-même"),
    (
        "an agreement is for amounts that are not negative, and for more than nothing",
        "un accord porte sur des montants non négatifs, et sur plus que rien",
    ),
    ("`{}` has signed a contribution agreement already", "{0} a déjà signé un accord de contribution"),
    ("the bank's line `{}` is booked already", "la ligne de la banque {0} est déjà comptabilisée"),
    ("the value date is still to come", "la date de valeur est encore à venir"),
    (
        "the value date is before the day on which {} was instructed",
        "la date de valeur précède le jour où instruction a été donnée pour {0l}",
    ),
    (
        "{} was instructed for {} and the line says {}",
        "instruction a été donnée pour {0l} de {1}, et la ligne dit {2}",
    ),
    (
        "a call of {} is more than the {} that those who signed in time can still be called for",
        "un appel de fonds de {0} est plus que les {1} qui peuvent encore être appelés auprès de ceux qui ont signé à temps",
    ),
    ("the books cannot hold this amount: {}", "les livres ne peuvent contenir ce montant : {0}"),
    ("{} is more than the whole target of {}", "{0} est plus que l'objectif entier de {1}"),
    (
        "the books are sealed until this day, or until a later one",
        "les livres sont clos jusqu'à ce jour, ou un jour ultérieur",
    ),
    ("{} was given by a treasurer of `{}` too", "{0l} a aussi été donnée par un trésorier de {1}"),
    (
        "the credential of the treasurer of `{}` that gave {} does not hold any more",
        "les pouvoirs du trésorier de {0} qui a donné {1l} ne valent plus",
    ),
    (
        "the books of the period are not any more what they were when {} was given",
        "les livres de la période ne sont plus ce qu'ils étaient quand {0l} a été donnée",
    ),
    ("the day has begun already", "le jour a déjà commencé"),
    ("`{}` has no pledge on record", "{0} n'a pas d'annonce au registre"),
    ("instalments are 1 to {}, and these are {}", "les échéances sont de 1 à {0}, et il y en a {1}"),
    (
        "a day of an instalment is not after the one before, or has begun already",
        "un jour d'échéance n'est pas après le précédent, ou a déjà commencé",
    ),
    ("instalments come to {} and {} is paid in", "les échéances font {0} et {1} sont à libérer"),
    ("the charter provides for no emergency call", "la charte ne prévoit pas d'appel d'urgence"),
    (
        "an emergency call of {} is for more than the {} that approved help lacks in cash now",
        "un appel d'urgence de {0} est plus que les {1} qui manquent à présent en trésorerie à l'aide approuvée",
    ),
    ("{} was asked for by a treasurer of `{}` too", "{0l} a aussi été demandé par un trésorier de {1}"),
    (
        "the credential of the treasurer of `{}` that asked for {} does not hold any more",
        "les pouvoirs du trésorier de {0} qui a demandé {1l} ne valent plus",
    ),
    ("a note is paid within ten years", "un billet est payé dans les dix ans"),
    (
        "a note for {} is for more than the {} that is still to be paid in",
        "un billet de {0} est plus que les {1} qui restent à libérer",
    ),
    (
        "{} stands as prepaid by `{}`, and the line says {}",
        "{0} figurent comme payés d'avance par {1}, et la ligne dit {2}",
    ),
    (
        "{} has fallen due to `{}` and was not paid, and the line says {}",
        "{0} sont échus à {1} et ne sont pas payés, et la ligne dit {2}",
    ),
    (
        "{} is no debit that nobody instructed and that is still missing",
        "{0l} n'est pas un débit sans instruction qui manque encore",
    ),
    (
        "by {} {} left, and the line says that {} came back",
        "par {0l}, {1} sont partis, et la ligne dit que {2} sont revenus",
    ),
    (
        "{} stands neither in suspense nor as a receipt of another member than `{}`",
        "{0l} n'est ni en attente ni un encaissement d'un autre membre que {1}",
    ),
    ("{} does not stand in the books", "{0l} ne figure pas aux livres"),
    ("{} is about {}", "{0l} porte sur {1t}"),
    ("{} is an exchange", "{0l} est un change"),
    (
        "by {}, money of the currency of {} was exchanged since",
        "par {0l}, des fonds de la monnaie {1d} ont été changés depuis",
    ),
    (
        "`{}` left, and has had its share of what came back on {} by {}",
        "{0} s'est retiré, et a eu sa quote-part de ce qui est revenu sur {1l} par {2l}",
    ),
    (
        "{} are more than the {} at the bank beyond what States are owed that left before the case was approved",
        "{0} sont plus que les {1} en banque au-delà de ce qui est dû aux États retirés avant l'approbation du dossier",
    ),
    (
        "a bank kept {}, and of one payment the fund bears {}",
        "une banque a retenu {0}, et d'un paiement le fonds supporte {1}",
    ),
    ("a bank kept {} of money of which {} came", "une banque a retenu {0} de fonds dont {1} sont venus"),
    (
        "with what the bank kept, {} pay more than the {} that `{}` owes",
        "avec ce que la banque a retenu, {0} paient plus que les {1} que {2} doit",
    ),
    (
        "{} paid what others had advanced, and it went back to them",
        "{0l} a payé ce que d'autres avaient avancé, et cela leur est revenu",
    ),
    (
        "{} of commitment authority would have to go, and {} is available: the rest is set aside for cases",
        "{0} de capacité d'engagement devraient partir, et {1} sont disponibles : le reste est réservé à des dossiers",
    ),
    ("a treasurer of `{}` has said this of {} already", "un trésorier de {0} l'a déjà dit {1d}"),
    (
        "the charter gives no rule for a call to restore",
        "la charte ne donne pas de règle pour un appel de reconstitution",
    ),
    (
        "a call to restore {} is for more than the {} that members had paid in, that bore losses, and that was not restored",
        "un appel pour reconstituer {0} est plus que les {1} que les membres avaient libérés, que des pertes ont pris et qui n'ont pas été reconstitués",
    ),
    ("the charter lets nothing be invested", "la charte ne permet aucun placement"),
    (
        "{} are more than the {} that may be invested now",
        "{0} sont plus que les {1} qui peuvent être placés à présent",
    ),
];
