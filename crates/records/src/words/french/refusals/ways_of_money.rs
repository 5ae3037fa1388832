//! What there is to do about a refusal.

/// English with gaps, and French that says where each goes.
pub(super) const WAYS_OF_MONEY: &[(&str, &str)] = &[
    ("name members of the charter, each once", "nommez des membres de la charte, chacun une fois"),
    ("give whole parts that add up to the whole", "donnez des parts entières qui font le tout"),
    ("give the lead a share, or name another lead", "donnez une part au pilote, ou nommez un autre pilote"),
    ("a member with a share proposes it", "un membre qui a une part la propose"),
    ("give what it costs at most", "donnez ce que cela coûte au plus"),
    ("give a day within that time", "donnez un jour dans ce délai"),
    (
        "end one that nobody will sign, or wait until it lapses",
        "mettez fin à l'une que nul ne signera, ou attendez qu'elle devienne caduque",
    ),
    ("see the joint procurements in the record", "voir les acquisitions conjointes au registre"),
    ("a member with a share does it for itself", "un membre qui a une part le fait pour lui-même"),
    ("a representative of `{}` can", "un représentant habilité de {0} le peut"),
    ("once is enough", "une fois suffit"),
    ("wait for the others, or end it", "attendez les autres, ou mettez-y fin"),
    ("say it when it has happened", "dites-le une fois que cela s'est produit"),
    ("give the day on which it happened", "donnez le jour où cela s'est produit"),
    (
        "name an offer of your member to a need of that case, or, as the lead, a payment of it",
        "nommez une offre de votre membre à un besoin de ce dossier ou, comme pilote, un paiement de celui-ci",
    ),
    ("see in the record to which", "voyez au registre de laquelle"),
    (
        "name the members that are parties, your own among them",
        "nommez les membres qui sont parties, le vôtre parmi eux",
    ),
    ("one of its parties says it", "l'une de ses parties le dit"),
    (
        "look up the framework's number in the record of frameworks",
        "consultez le numéro du cadre au registre des cadres",
    ),
    ("read it again, and name report {}", "relisez-le, et nommez le rapport {0}"),
    ("there is nothing left to say", "il ne reste rien à dire"),
    ("the others take their own words back", "les autres retirent leurs propres déclarations"),
    (
        "have the other parties confirm them, or take some back",
        "faites-les confirmer par les autres parties, ou retirez-en",
    ),
    ("confirm it, or report another status", "confirmez-le, ou rapportez un autre état"),
    (
        "pay in the fund's currency, or in one that the article on currencies names",
        "payez dans la monnaie du fonds, ou dans une que nomme l'article sur les monnaies",
    ),
    ("enter the rate once its day has come", "saisissez le cours une fois son jour venu"),
    (
        "look up the rates that wait in the record; one that lapsed is entered again",
        "consultez les cours en attente au registre ; un cours caduc est saisi de nouveau",
    ),
    ("a treasurer of another member countersigns", "un trésorier d'un autre membre contresigne"),
    (
        "compare it with its source; if it is there, a treasurer enters it again",
        "comparez-le à sa source ; s'il s'y trouve, un trésorier le saisit de nouveau",
    ),
    (
        "a treasurer enters a rate of `{}` of the value date, and one of another member countersigns it",
        "un trésorier saisit un cours de {0} à la date de valeur, et un d'un autre membre le contresigne",
    ),
    (
        "ask for at most {}, exchange what is held in other currencies, or let members pay more in",
        "demandez au plus {0}, changez ce qui est détenu en d'autres monnaies, ou que des membres libèrent davantage",
    ),
    (
        "give what left in the other currency, and what came for it in `{}`",
        "donnez ce qui est parti dans l'autre monnaie, et ce qui en est venu en {0}",
    ),
    ("revalue the day once it is over", "réévaluez le jour une fois écoulé"),
    (
        "a treasurer enters the closing rate of `{}` of that day, and one of another member countersigns it",
        "un trésorier saisit le cours de clôture de {0} de ce jour, et un d'un autre membre le contresigne",
    ),
    (
        "revalue again when a rate of that day or a line with a value date until then has come since",
        "réévaluez de nouveau quand un cours de ce jour ou une ligne de date de valeur antérieure sera venu depuis",
    ),
    (
        "a refund leaves only for what stands as prepaid by `{}`; if more left, enter the line as not instructed",
        "un remboursement ne part que de ce qui figure comme payé d'avance par {0} ; s'il est parti davantage, saisissez la ligne comme sans instruction",
    ),
    (
        "look up the record of settlements; if more left to `{}`, enter the line as not instructed",
        "consultez le registre des soldes de tout compte ; s'il est parti davantage à {0}, saisissez la ligne comme sans instruction",
    ),
    ("look up the payment in the record of payments", "consultez le paiement au registre des paiements"),
    ("look up the line in the record of alarms", "consultez la ligne au registre des alarmes"),
    (
        "enter what came back as money that nobody can place",
        "saisissez ce qui est revenu comme fonds que nul ne peut attribuer",
    ),
    ("look up the line in the record of bank lines", "consultez la ligne au registre des lignes de relevé"),
    (
        "look the line up in the record; of what was made good, or invested, the line by which it came back is taken back first",
        "consultez la ligne au registre ; de ce qui a été réparé ou placé, la ligne par laquelle c'est revenu est reprise d'abord",
    ),
    (
        "a payment is put right by the bank's next line: enter its money as come back once it has",
        "un paiement se rectifie par la ligne suivante de la banque : saisissez ses fonds comme revenus une fois qu'ils le sont",
    ),
    (
        "what it cost was counted from all that was held: enter what is wrong with it as lines of its own",
        "son coût a été compté sur tout ce qui était détenu : saisissez ce qui y est faux par des lignes à part",
    ),
    (
        "what it came to is a part of what was exchanged: enter what is wrong with it as lines of its own",
        "ce que cela a fait est une part de ce qui a été changé : saisissez ce qui y est faux par des lignes à part",
    ),
    (
        "enter what is wrong with it as lines of its own: what is owed to a State that left is not taken from it",
        "saisissez ce qui y est faux par des lignes à part : ce qui est dû à un État retiré n'en est pas pris",
    ),
    (
        "money must come in first: what members owe, what notes bring, other currencies that are exchanged",
        "des fonds doivent d'abord rentrer : ce que doivent les membres, ce qu'apportent les billets, d'autres monnaies changées",
    ),
    (
        "enter what came: what a bank on the way kept beyond this is due still",
        "saisissez ce qui est venu : ce qu'une banque intermédiaire a retenu au-delà reste dû",
    ),
    (
        "a fee is kept of a payment, and is no more than what is left of it: enter what came",
        "des frais sont retenus sur un paiement, et n'excèdent pas ce qui en reste : saisissez ce qui est venu",
    ),
    (
        "enter what came: nothing more is due that the fee could pay, and what is over is the member's",
        "saisissez ce qui est venu : rien de plus n'est dû que les frais pourraient payer, et le surplus est au membre",
    ),
    (
        "enter what is missing as money that the member still owes: it pays with its next receipt",
        "saisissez ce qui manque comme fonds que le membre doit encore : il paie avec son prochain encaissement",
    ),
    (
        "no correction takes from an approved case: money must come in first; if it was another member's, identify it",
        "aucune rectification ne prend à un dossier approuvé : des fonds doivent d'abord rentrer ; si c'étaient ceux d'un autre membre, identifiez-les",
    ),
    ("a treasurer of another member says the same", "un trésorier d'un autre membre dit de même"),
    ("give the amount in `{}`", "donnez le montant en {0}"),
    ("give an amount above zero", "donnez un montant supérieur à zéro"),
    ("the members are those of the charter", "les membres sont ceux de la charte"),
    ("only `{}` can change its own indication", "seul {0} peut changer sa propre indication"),
    (
        "give what is paid in, what is callable, or both",
        "donnez ce qui est libéré, ce qui est appelable, ou les deux",
    ),
    ("one agreement a member is in force at a time", "un seul accord par membre est en vigueur à la fois"),
    ("look the line up in the record of bank lines", "consultez la ligne au registre des lignes de relevé"),
    (
        "look up the lines that wait in the record; one that lapsed is entered again",
        "consultez les lignes en attente au registre ; une ligne caduque est saisie de nouveau",
    ),
    (
        "enter the line once the bank has booked it",
        "saisissez la ligne une fois que la banque l'a comptabilisée",
    ),
    (
        "give the value date of the bank's statement, and the right payment",
        "donnez la date de valeur du relevé bancaire, et le bon paiement",
    ),
    (
        "check the bank's statement: a payment is settled whole",
        "vérifiez le relevé bancaire : un paiement s'effectue en entier",
    ),
    (
        "what is missing must come in first; see the account in the record",
        "ce qui manque doit d'abord rentrer ; voir le compte au registre",
    ),
    (
        "call at most {}, or have members sign more before a vote is opened: none binds who signs later",
        "appelez au plus {0}, ou que des membres signent davantage avant l'ouverture d'un vote : aucun n'engage qui signe ensuite",
    ),
    ("give a smaller amount", "donnez un montant plus petit"),
    (
        "nobody gives more than the target: give at most that",
        "nul ne donne plus que l'objectif : donnez au plus celui-ci",
    ),
    (
        "compare it with the bank's statement; if it is there, a treasurer enters it again",
        "comparez-la au relevé bancaire ; si elle s'y trouve, un trésorier la saisit de nouveau",
    ),
    ("give a day from tomorrow on", "donnez un jour à partir de demain"),
    ("look the pledges up in the record", "consultez les annonces au registre"),
    ("leave instalments out, or put some together", "omettez des échéances, ou regroupez-en"),
    (
        "give days from tomorrow on, each after the one before",
        "donnez des jours à partir de demain, chacun après le précédent",
    ),
    (
        "what is in no instalment is due at once: give at most what is paid in",
        "ce qui n'est dans aucune échéance est exigible aussitôt : donnez au plus ce qui est à libérer",
    ),
    ("give days within ten years from today", "donnez des jours dans les dix ans à compter d'aujourd'hui"),
    ("lodge a note for at most {}", "déposez un billet d'au plus {0}"),
    (
        "seal a later day: see the seals in the record; what is sealed stays as it is",
        "clôturez un jour ultérieur : voir les clôtures au registre ; ce qui est clos le reste",
    ),
    ("seal at most the day before today", "clôturez au plus la veille d'aujourd'hui"),
    (
        "look up the seals that wait in the record; one that lapsed is given again",
        "consultez les clôtures en attente au registre ; une clôture caduque est donnée de nouveau",
    ),
    ("a treasurer gives the seal again", "un trésorier donne la clôture de nouveau"),
    (
        "something was booked in the period since: give the seal again, on what the books say now",
        "quelque chose a été comptabilisé dans la période depuis : donnez la clôture de nouveau, sur ce que disent à présent les livres",
    ),
    ("table a decision on a call", "déposez une décision sur un appel de fonds"),
    (
        "ask for at most {}; more is for the members to decide",
        "demandez au plus {0} ; davantage est aux membres de décider",
    ),
];
