//! What was found of a charter's promises, as far as its sentences have one form.

/// English with gaps, and French that says where each goes; the more particular before the more general.
pub(super) const FINDINGS: &[(&str, &str)] = &[
    // The answer.
    (
        "No single member can block, impose or hold up: {}.",
        "Aucun membre seul ne peut bloquer, imposer ni retarder : {0t}.",
    ),
    (
        "No single member can block, impose or hold up what the text promises: {}.",
        "Aucun membre seul ne peut bloquer, imposer ni retarder ce que le texte promet : {0t}.",
    ),
    ("No single member can block or impose: {}.", "Aucun membre seul ne peut bloquer ni imposer : {0t}."),
    (
        "No single member can block or impose what the text promises: {}.",
        "Aucun membre seul ne peut bloquer ni imposer ce que le texte promet : {0t}.",
    ),
    ("No single member can block: {}.", "Aucun membre seul ne peut bloquer : {0t}."),
    (
        "No single member can block what the text promises: {}.",
        "Aucun membre seul ne peut bloquer ce que le texte promet : {0t}.",
    ),
    ("Nothing was found to fail: {}.", "Rien ne s'est révélé en défaut : {0t}."),
    (
        "One member can block {}: any of the {}, in {} of {} cases.",
        "Un seul membre peut bloquer {0} : n'importe lequel des {1}, dans {2} cas sur {3}.",
    ),
    (
        "One member can block {}: {}, in {} of {} cases.",
        "Un seul membre peut bloquer {0} : {1s}, dans {2} cas sur {3}.",
    ),
    (
        "One member can block {}: any of the {}.",
        "Un seul membre peut bloquer {0} : n'importe lequel des {1}.",
    ),
    ("One member can block {}: {}.", "Un seul membre peut bloquer {0} : {1s}."),
    ("One member can impose {}: {}.", "Un seul membre peut imposer {0} : {1s}."),
    ("nodes: {}.", "nœuds : {0t}."),
    // Places.
    ("article {}, from request to payment", "article {0}, de la demande au paiement"),
    ("article {}, amendment in force", "article {0}, amendement en vigueur"),
    ("article {}, entry into force", "article {0}, entrée en vigueur"),
    ("article {}, delay", "article {0}, délai"),
    ("article {}, depositary", "article {0}, dépositaire"),
    ("article {}, attestation", "article {0}, attestation"),
    ("article {}, bank lines", "article {0}, lignes de relevé"),
    ("article {}, execution", "article {0}, exécution"),
    ("article {}, money", "article {0}, fonds"),
    ("article {}, settlement", "article {0}, solde de tout compte"),
    // What holds.
    ("no member alone blocks", "aucun membre seul ne bloque"),
    (
        "no member alone adopts, and no two opposed groups both do",
        "aucun membre seul n'adopte, ni deux groupes opposés à la fois",
    ),
    (
        "{} alone against when {} asks: in favour {}, adopted by the clause",
        "{0} seul contre quand {1} demande : pour {2s}, adoptée par la clause",
    ),
    (
        "{} alone against when {} asks: in favour {}, adopted",
        "{0} seul contre quand {1} demande : pour {2s}, adoptée",
    ),
    (
        "{} alone against when {} is concerned: in favour {}, adopted by the clause",
        "{0} seul contre quand {1} est concerné : pour {2s}, adoptée par la clause",
    ),
    (
        "{} alone against when {} is concerned: in favour {}, adopted",
        "{0} seul contre quand {1} est concerné : pour {2s}, adoptée",
    ),
    (
        "{} alone against: in favour {}, adopted by the clause",
        "{0} seul contre : pour {1s}, adoptée par la clause",
    ),
    ("{} alone against: in favour {}, adopted", "{0} seul contre : pour {1s}, adoptée"),
    (
        "at least {} members together block: the proofs for {} sets were read again by a second checker",
        "au moins {0} membres ensemble bloquent : les preuves de {1} ensembles ont été relues par un second vérificateur",
    ),
    (
        "at least {} members together block: the proofs for {} set were read again by a second checker",
        "au moins {0} membres ensemble bloquent : les preuves de {1} ensemble ont été relues par un second vérificateur",
    ),
    (
        "at least {} members together adopt: the proofs for {} sets were read again by a second checker",
        "au moins {0} membres ensemble adoptent : les preuves de {1} ensembles ont été relues par un second vérificateur",
    ),
    (
        "at least {} members together adopt: the proofs for {} set were read again by a second checker",
        "au moins {0} membres ensemble adoptent : les preuves de {1} ensemble ont été relues par un second vérificateur",
    ),
    (
        "when all take part, {} of {} pairs would block by a proxy, and such a proxy is refused",
        "quand tous prennent part, {0} paires sur {1} bloqueraient par une procuration, et une telle procuration est refusée",
    ),
    (
        "one member can block {} when {} asks: {}. Without {} those in favour have {}",
        "un seul membre peut bloquer {0} quand {1} demande : {2s}. Sans {3}, les favorables ont {4s}",
    ),
    (
        "one member can block {}: any of the {}. Without {} those in favour have {}",
        "un seul membre peut bloquer {0} : n'importe lequel des {1}. Sans {2}, les favorables ont {3s}",
    ),
    (
        "one member can block {}: {}. Without {} those in favour have {}",
        "un seul membre peut bloquer {0} : {1s}. Sans {2}, les favorables ont {3s}",
    ),
    (
        "with {} members, of whom {} decide on help to one, a text waits for every acceptance unless it lowers that number: each alone can hold it up",
        "avec {0} membres, dont {1} décident de l'aide à l'un d'eux, un texte attend toutes les acceptations à moins d'abaisser ce nombre : chacun seul peut le retarder",
    ),
    (
        "no group gets a majority by steps that it adopts alone: name a party, admit or amend",
        "aucun groupe n'obtient une majorité par des étapes qu'il adopte seul : désigner une partie, admettre ou amender",
    ),
    (
        "no group gets a majority by steps that it adopts alone: admit or amend",
        "aucun groupe n'obtient une majorité par des étapes qu'il adopte seul : admettre ou amender",
    ),
    (
        "whatever any one member does, the others get from the request to the payment",
        "quoi que fasse un membre, les autres vont de la demande au paiement",
    ),
    (
        "from request to payment {} hours at most whatever one member does, {} hours with everybody prompt: a delay of {} hours at most; {} hours promised",
        "de la demande au paiement, {0} heures au plus quoi que fasse un membre, {1} heures si tous sont prompts : un retard de {2} heures au plus ; {3} heures promises",
    ),
    (
        "whichever one signatory holds out, it can enter into force for the others",
        "quel que soit le signataire qui s'abstient, la charte peut entrer en vigueur pour les autres",
    ),
    (
        "the cosigned record is the depositary: what is given counts at once",
        "le registre cosigné est le dépositaire : ce qui est donné compte aussitôt",
    ),
    (
        "whatever any one member does, another's call is in force at once, a session is held within {} hours, and its own text is recorded within {} hours more; only the caller closes",
        "quoi que fasse un membre, la convocation d'un autre est en vigueur aussitôt, une séance se tient dans les {0} heures, et son propre texte est consigné dans les {1} heures suivantes ; seul l'auteur de la convocation les clôt",
    ),
    (
        "{} needed + {} uncooperative <= {} case officers beside the beneficiary's",
        "{0} nécessaires + {1} non coopératif <= {2} chargés de dossier hors ceux du bénéficiaire",
    ),
    (
        "{} needed + {} uncooperative <= {} treasurers beside the beneficiary's",
        "{0} nécessaires + {1} non coopératif <= {2} trésoriers hors ceux du bénéficiaire",
    ),
    (
        "{} needed + {} uncooperative <= {} representatives beside the beneficiary's",
        "{0} nécessaires + {1} non coopératif <= {2} représentants hors ceux du bénéficiaire",
    ),
    (
        "approved and unpaid {} <= cash {}: payable though any one, or any two, pay nothing more",
        "approuvé et non payé {0} <= trésorerie {1} : payable même si un membre, ou deux, ne paient plus rien",
    ),
    ("{} is due from members and is not counted", "{0} sont exigibles de membres et ne sont pas comptés"),
    (
        "what a State that leaves has paid in stays with the fund: the text has no `settlement`",
        "ce qu'un État qui part a libéré reste au fonds : le texte n'a pas d'article `settlement`",
    ),
    (
        "one node keeps this record: whoever runs it can halt the partnership",
        "un seul nœud tient ce registre : qui l'exploite peut arrêter le partenariat",
    ),
    ("the node that keeps this record is stopped", "le nœud qui tient ce registre est arrêté"),
    (
        "no command is ordered: no vote counts, and no payment is signed",
        "aucune commande n'est ordonnée : aucun vote ne compte, aucun paiement n'est signé",
    ),
    (
        "were there a node of each member, {} nodes survive {} loss: {}",
        "s'il y avait un nœud par membre, {0} nœuds survivraient à {1} perte : {2}",
    ),
    // How it was found.
    (
        "by trying each member alone in {} sets of participating members; {} more would leave too few taking part, and are refused",
        "par l'essai de chaque membre seul dans {0} ensembles de membres participants ; {1} de plus laisseraient trop peu de participants et sont refusés",
    ),
    (
        "by trying each member alone in {} sets of participating members",
        "par l'essai de chaque membre seul dans {0} ensembles de membres participants",
    ),
    ("by the text", "par le texte"),
    (
        "by counting the credentials that hold at the agreed time, without the beneficiary's",
        "par le compte des habilitations valables à l'heure convenue, hors celles du bénéficiaire",
    ),
    (
        "by the bound of Byzantine agreement, n >= 3f + 1; assumes that each member runs one node",
        "par la borne de l'accord byzantin, n >= 3f + 1 ; suppose que chaque membre exploite un nœud",
    ),
    (
        "by the terms of the text: what is owed to a State that left is held for it and counts for no new help",
        "par les termes du texte : ce qui est dû à un État qui s'est retiré est détenu pour lui et ne sert à aucune aide nouvelle",
    ),
    // Gates, and what was seen in the rehearsal.
    (
        "text: agreed or recorded with who supports it, {} hours at most after the tabling, {} hours seen; never agreed over an objection",
        "texte : convenu ou consigné avec ceux qui le soutiennent, {0} heures au plus après le dépôt, {1} heures observées ; jamais convenu malgré une objection",
    ),
    (
        "request and tabling: at once: help is opened without a hearing, and others table drafts of their own",
        "demande et dépôt : aussitôt : l'aide est ouverte sans audition, et les autres déposent leurs propres projets",
    ),
    (
        "minutes: {} hours at most after it opens, when its chair does nothing and its deputy neither; {} hours seen",
        "procès-verbal : {0} heures au plus après l'ouverture, si ni la présidence ni la suppléance n'agissent ; {1} heures observées",
    ),
    (
        "execution, attestation, signatures and bank line: at once: any of the others acts; the {} hours to countersign are not needed",
        "exécution, attestation, signatures et ligne de relevé : aussitôt : n'importe lequel des autres agit ; les {0} heures pour contresigner ne sont pas nécessaires",
    ),
    (
        "close: refused to all but the caller (K6)",
        "clôture : refusée à tous sauf à l'auteur de la convocation (K6)",
    ),
    (
        "call: at once: nobody accepts it, and another's calls and commands take nothing from it",
        "convocation : aussitôt : nul n'a à l'accepter, et les convocations et commandes d'un autre ne lui ôtent rien",
    ),
    (
        "session: {} hours at most by the article, {} hours seen",
        "séance : {0} heures au plus selon l'article, {1} heures observées",
    ),
    (
        "vote: {} hours open, to which {} hours by late changes of the outcome and {} hours to confirm votes could be added, but by no member alone: the others are enough",
        "vote : ouvert {0} heures, auxquelles {1} heures par changements tardifs de l'issue et {2} heures pour confirmer des votes pourraient s'ajouter, mais par aucun membre seul : les autres suffisent",
    ),
    (
        "by running the rules in a rehearsal: {} signatories, each holding out in {} ways, while all others sign and consent at once",
        "par l'exécution des règles dans un exercice : {0} signataires, chacun s'abstenant de {1} façons, tous les autres signant et consentant aussitôt",
    ),
    (
        "by counting who is left to decide on help when one member has not accepted; assumes that the text keeps the least number that takes part",
        "par le compte de ceux qui restent pour décider de l'aide quand un membre n'a pas accepté ; suppose que le texte garde le nombre minimal de participants",
    ),
    (
        "by a formula for each gate, the others acting at once; the rehearsal reaches it",
        "par une formule pour chaque étape, les autres agissant aussitôt ; l'exercice l'atteint",
    ),
    ("{} nodes survive {} losses: {}", "{0} nœuds survivent à {1} pertes : {2}"),
    ("{} nodes survive {} loss: {}", "{0} nœuds survivent à {1} perte : {2}"),
    (
        "in {} cases, for every first step ({}), by a proof that whoever adopts it adopts the rule already: {} proofs, read again by a second checker; asked while nobody is out, and with each one that has withdrawn or that others have suspended or named; new keys for a member that has lost its own are not among the steps, since one key left can object",
        "dans {0} cas, pour chaque première étape ({1t}), par une preuve que qui l'adopte adopte déjà la règle : {2} preuves, relues par un second vérificateur ; demandé tant que nul n'est exclu, et avec chacun qui s'est retiré ou que d'autres ont suspendu ou désigné ; de nouvelles clés pour un membre qui a perdu les siennes ne sont pas de ces étapes, puisqu'une clé restante peut s'y opposer",
    ),
    ("name a party, admit or amend", "désigner une partie, admettre ou amender"),
    ("admit or amend", "admettre ou amender"),
];

/// How many findings of each kind there are, one kind after another; only of what begins with a number.
pub(super) const COUNTS: &[(&str, &str)] = &[
    ("{} findings proven, {}", "{0} constats prouvés, {1t}"),
    ("{} finding proven, {}", "{0} constat prouvé, {1t}"),
    ("{} fails, {}", "{0} en échec, {1t}"),
    ("{} fail, {}", "{0} en échec, {1t}"),
    ("{} conditions, {}", "{0} sous condition, {1t}"),
    ("{} condition, {}", "{0} sous condition, {1t}"),
    ("{} not declared, {}", "{0} non déclarés, {1t}"),
    ("{} not promised, {}", "{0} non promis, {1t}"),
    ("{} findings proven", "{0} constats prouvés"),
    ("{} finding proven", "{0} constat prouvé"),
    ("{} fails", "{0} en échec"),
    ("{} fail", "{0} en échec"),
    ("{} conditions", "{0} sous condition"),
    ("{} condition", "{0} sous condition"),
    ("{} not declared", "{0} non déclarés"),
    ("{} not promised", "{0} non promis"),
    ("{} undecided", "{0} indécis"),
];
