//! What there is to do about a refusal.

/// English with gaps, and French that says where each goes.
pub(super) const WAYS_OF_HELP: &[(&str, &str)] = &[
    (
        "name an entry, line, payment or case by its number in the record, or a sealed period by its last day",
        "nommez une écriture, une ligne, un paiement ou un dossier par son numéro au registre, ou une période close par son dernier jour",
    ),
    ("look up the open findings in the record", "consultez au registre les constatations ouvertes"),
    (
        "an auditor of `{}` closes it; a treasurer can answer it",
        "un auditeur de {0} la clôt ; un trésorier peut y répondre",
    ),
    (
        "name the later entry or line, which corrects it",
        "nommez l'écriture ou la ligne ultérieure qui la corrige",
    ),
    (
        "have two treasurers seal the period first: see the seals in the record",
        "faites d'abord clore la période par deux trésoriers : voir les clôtures au registre",
    ),
    ("replace it by its number: {}", "remplacez-la par son numéro : {0}"),
    ("give it without naming another", "donnez-la sans en nommer une autre"),
    (
        "the member's root accredits another key as auditor, or ends the key's other office",
        "la clé racine du membre habilite une autre clé comme auditeur, ou met fin à l'autre fonction de la clé",
    ),
    (
        "say in a line on what basis; the report can be attached by its hash",
        "dites en une ligne sur quel fondement ; le rapport peut être joint par son empreinte",
    ),
    (
        "the member's root key accredits representatives, from the next block on",
        "la clé racine du membre habilite des représentants, à partir du bloc suivant",
    ),
    (
        "sign the command for this partnership with the key that it names",
        "signez la commande pour ce partenariat avec la clé qu'elle nomme",
    ),
    (
        "sign it anew, to expire within seven days",
        "signez-la de nouveau, pour qu'elle expire dans les sept jours",
    ),
    (
        "the answer stands in the record; sign a new command to say it again",
        "la réponse figure au registre ; signez une nouvelle commande pour le redire",
    ),
    (
        "the allowance is renewed at midnight UTC; votes and a member's own case have a reserve",
        "le quota est renouvelé à minuit UTC ; les votes et le propre dossier d'un membre ont une réserve",
    ),
    ("sign the command", "signez la commande"),
    (
        "look at the record as it is now, and sign anew what is still meant",
        "regardez le registre tel qu'il est à présent, et signez de nouveau ce qui est encore voulu",
    ),
    (
        "look up what is given elsewhere in the record; what changed is declared",
        "consultez au registre ce qui est donné ailleurs ; ce qui a changé se déclare",
    ),
    ("count what was asked for, or less", "comptez ce qui a été demandé, ou moins"),
    (
        "amend the charter to have it: it holds for what is asked for after that",
        "amendez la charte pour l'avoir : il vaut pour ce qui est demandé ensuite",
    ),
    ("say it without naming another", "dites-le sans en nommer une autre"),
    (
        "the beneficiary replaces its words on each body",
        "le bénéficiaire remplace ses déclarations sur chaque organe",
    ),
    ("say where that is to be read: `--source`", "dites où cela peut être lu : la source"),
    (
        "the beneficiary says it, be it nothing: `case elsewhere {} --nothing`",
        "le bénéficiaire le dit, fût-ce rien : `case elsewhere {0} --nothing`",
    ),
    ("a decision lets it go on", "une décision la fait reprendre"),
    (
        "look up where help elsewhere stands in the record",
        "consultez au registre où en est l'aide donnée ailleurs",
    ),
    ("open the vote once that time is over", "ouvrez le vote une fois ce délai écoulé"),
    ("decide on a body that was decided on", "décidez sur un organe déjà décidé"),
    ("replace a word of your member's", "remplacez une déclaration de votre membre"),
    (
        "look up what is to be signed in the record of financing agreements",
        "consultez ce qui est à signer au registre des accords de financement",
    ),
    (
        "the beneficiary's root key signs it: `case sign-agreement {}`",
        "la clé racine du bénéficiaire le signe : `case sign-agreement {0}`",
    ),
    ("ask for tranches on conditions", "demandez des tranches sous conditions"),
    ("ask for at most {} as pre-financing", "demandez au plus {0} à titre de préfinancement"),
    (
        "it is instructed first; then the beneficiary reports what it used, and a case officer of another member attests it",
        "instruction en est d'abord donnée ; puis le bénéficiaire rend compte de l'emploi, et un chargé de dossier d'un autre membre l'atteste",
    ),
    ("report at most {}", "rendez compte d'au plus {0}"),
    (
        "the beneficiary reports the use of what it has, in place of this one",
        "le bénéficiaire rend compte de l'emploi de ce qu'il a, à la place de celui-ci",
    ),
    (
        "look up the reports that wait in the record of use",
        "consultez les comptes rendus en attente au registre de l'emploi",
    ),
    ("amend the charter to have one", "amendez la charte pour en avoir un"),
    (
        "look up what was signed in the record of financing agreements",
        "consultez ce qui a été signé au registre des accords de financement",
    ),
    ("a decision ends the one that stands first", "une décision met d'abord fin à celui qui est constaté"),
    ("look up the record of financing agreements", "consultez le registre des accords de financement"),
    (
        "a decision ends the breach once it is remedied; what is given back is entered as a recovery",
        "une décision met fin au manquement une fois réparé ; ce qui est rendu est saisi comme recouvrement",
    ),
    (
        "give each instalment a day of its own, in their order",
        "donnez à chaque échéance son propre jour, dans l'ordre",
    ),
    ("let the instalments add up to {}", "que les échéances fassent {0}"),
    ("give one `--tranche` and the days of the term", "donnez une seule tranche et les jours du terme"),
    (
        "ask without tranches, and say what is needed; no decision is needed",
        "demandez sans tranches, et dites ce qu'il faut ; aucune décision n'est nécessaire",
    ),
    (
        "look up what was paid in the records of cases and loans; other money from a member is entered as a receipt",
        "consultez ce qui a été payé aux registres des dossiers et des prêts ; d'autres fonds d'un membre sont saisis comme encaissement",
    ),
    ("look up the record of cases for what is outstanding", "consultez l'encours au registre des dossiers"),
    (
        "a guarantee is claimed after its approval and within its term",
        "une garantie s'appelle après son approbation et pendant son terme",
    ),
    ("claim at most {}", "appelez au plus {0}"),
    ("{} does it for itself", "{0} le fait pour lui-même"),
    (
        "ask for help in kind first: a new request opens a new case",
        "demandez d'abord une assistance en nature : une nouvelle demande ouvre un nouveau dossier",
    ),
    ("give a whole number from 1", "donnez un nombre entier à partir de 1"),
    ("give a day that is not over", "donnez un jour qui n'est pas passé"),
    ("look up the needs that go on in the record", "consultez au registre les besoins qui se poursuivent"),
    ("another member offers", "un autre membre offre"),
    ("look up the offers and their stages in the record", "consultez au registre les offres et leurs stades"),
    ("give at most {}", "donnez au plus {0}"),
    ("only what was offered as lent is returned", "seul ce qui a été offert en prêt est rendu"),
    (
        "look up the case's number in the record of cases",
        "consultez le numéro du dossier au registre des dossiers",
    ),
    ("ask for 1 to {} tranches", "demandez de 1 à {0} tranches"),
    ("ask for less", "demandez moins"),
    ("a new request opens a new case", "une nouvelle demande ouvre un nouveau dossier"),
    (
        "a decision approves a case: table one, and execute it once adopted",
        "une décision approuve un dossier : déposez-en une, et exécutez-la une fois adoptée",
    ),
    ("look up the tranches in the record of cases", "consultez les tranches au registre des dossiers"),
    ("another member attests and signs", "un autre membre atteste et signe"),
    ("a treasurer can instruct the payment", "un trésorier peut donner l'instruction de paiement"),
    ("ask for what is still needed as a new case", "demandez ce qu'il faut encore comme un nouveau dossier"),
    (
        "a case officer of a member other than the beneficiary attests it",
        "un chargé de dossier d'un membre autre que le bénéficiaire l'atteste",
    ),
    (
        "one instruction a tranche; countersign it, or wait until it lapses",
        "une instruction par tranche ; contresignez-la, ou attendez qu'elle devienne caduque",
    ),
    ("members accredit treasurers", "les membres habilitent des trésoriers"),
    (
        "look up the payments that wait in the record; one that lapsed is instructed again",
        "consultez les paiements en attente au registre ; pour celui qui est caduc, l'instruction est donnée de nouveau",
    ),
    ("a treasurer of another member signs", "un trésorier d'un autre membre signe"),
    (
        "a payment settles after enough treasurers signed it, and once",
        "un paiement s'effectue après la signature d'assez de trésoriers, et une seule fois",
    ),
    ("a case is closed when every tranche is paid", "un dossier se clôt quand chaque tranche est payée"),
    (
        "the article is optional: a text with it can be adopted and accepted",
        "l'article est facultatif : un texte qui le contient peut être adopté et accepté",
    ),
    (
        "look up the consultations in the record; any member can call its own",
        "consultez les consultations au registre ; tout membre peut convoquer les siennes",
    ),
    ("name one or more members that the charter binds", "nommez un ou plusieurs membres que la charte lie"),
    (
        "close one of your own: `quorate consultation close`",
        "clôturez l'une des vôtres : `quorate consultation close`",
    ),
    ("nothing is left to be acknowledged", "il ne reste rien dont accuser réception"),
    (
        "`{}` closes them, or the rule, once nothing has been entered for long enough",
        "{0} les clôt, ou la règle, une fois que rien n'a été inscrit assez longtemps",
    ),
    (
        "give a later moment: the charter's article says how much notice",
        "donnez un instant plus tardif : l'article de la charte dit le préavis",
    ),
    (
        "give an earlier moment: the register of consultations says by when",
        "donnez un instant plus proche : le registre des consultations dit le délai",
    ),
    ("give another moment, or none", "donnez un autre instant, ou aucun"),
];
