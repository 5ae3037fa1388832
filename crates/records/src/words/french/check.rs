//! More of what is found of a charter: what was tried, and how it was found.

/// English with gaps, and French that says where each goes; the more particular before the more general.
pub(super) const CHECK: &[(&str, &str)] = &[
    ("tried at {}: it {}", "essayé ({0t}) : il {1m}"),
    ("not tried: {}: {}", "non essayé : {0m} : {1t}"),
    (
        "by running the rules in a rehearsal: {} of one that asks and one that is uncooperative, {} explored, up to {} of the uncooperative member beside withholding everything",
        "par l'exécution des règles dans un exercice : {0m}, un membre qui demande et un non coopératif, {1m} explorées, jusqu'à {2m} du membre non coopératif outre son abstention totale",
    ),
    (
        "by running the rules in a rehearsal: {} of one that calls and one that is uncooperative, {} explored, up to {} of the uncooperative member beside withholding everything",
        "par l'exécution des règles dans un exercice : {0m}, un membre qui convoque et un non coopératif, {1m} explorées, jusqu'à {2m} du membre non coopératif outre son abstention totale",
    ),
    (
        "by running the rules in a rehearsal: {}, each holding out in {}, while all others sign and consent at once",
        "par l'exécution des règles dans un exercice : {0m}, chacun s'abstenant de {1m}, tous les autres signant et consentant aussitôt",
    ),
    (
        "by running the rules in a rehearsal: {}, each in turn taking nothing in{} while all sign and consent at once",
        "par l'exécution des règles dans un exercice : {0m}, chacun tour à tour ne recevant rien{1m} tous signant et consentant aussitôt",
    ),
    (
        "by trying each member alone in {}; {} more would leave too few taking part, and are refused",
        "par l'essai de chaque membre seul dans {0m} ; {1} de plus laisseraient trop peu de participants et sont refusés",
    ),
    ("by trying each member alone in {}", "par l'essai de chaque membre seul dans {0m}"),
    (
        "in {}, for every first step ({}), by a proof that whoever adopts it adopts the rule already: {}, read again by a second checker; where there is none, by following the steps of groups: {} reached; asked while nobody is out, and with each one that has withdrawn or that others have suspended or named; new keys for a member that has lost its own are not among the steps, since one key left can object",
        "dans {0m}, pour chaque première étape ({1t}), par une preuve que qui l'adopte adopte déjà la règle : {2m}, relues par un second vérificateur ; là où il n'y en a pas, en suivant les étapes de groupes : {3m} atteints ; demandé tant que nul n'est exclu, et avec chacun qui s'est retiré ou que d'autres ont suspendu ou désigné ; de nouvelles clés pour un membre qui a perdu les siennes ne sont pas de ces étapes, puisqu'une clé restante peut s'y opposer",
    ),
    (
        "in {}, for every first step ({}), by a proof that whoever adopts it adopts the rule already: {}, read again by a second checker; asked while nobody is out, and with each one that has withdrawn or that others have suspended or named; new keys for a member that has lost its own are not among the steps, since one key left can object",
        "dans {0m}, pour chaque première étape ({1t}), par une preuve que qui l'adopte adopte déjà la règle : {2m}, relues par un second vérificateur ; demandé tant que nul n'est exclu, et avec chacun qui s'est retiré ou que d'autres ont suspendu ou désigné ; de nouvelles clés pour un membre qui a perdu les siennes ne sont pas de ces étapes, puisqu'une clé restante peut s'y opposer",
    ),
    (
        "by following the steps of a group ({}), each counted again",
        "en suivant les étapes d'un groupe ({0t}), chacune recomptée",
    ),
    (
        "in {} some group adopts a step and not the rule; no steps were found that lead it there, and not all {}",
        "dans {0m} un groupe adopte une étape et non la règle ; aucune étape n'a été trouvée qui l'y mène, et toutes ne l'ont pas été {1m}",
    ),
    ("no chain from {} declared leads to {}", "aucune chaîne, de {0m}, ne mène à {1}"),
    (
        "no group gets a majority by steps that it adopts alone: {}",
        "aucun groupe n'obtient une majorité par des étapes qu'il adopte seul : {0t}",
    ),
    (
        "one member alone can adopt {}: it is on record in favour, and the others are silent",
        "un seul membre peut adopter {0m} : il est favorable au registre, et les autres se taisent",
    ),
    ("one member alone can adopt {}: {}", "un seul membre peut adopter {0m} : {1s}"),
    (
        "two opposed groups can both adopt {}: {} against {}",
        "deux groupes opposés peuvent tous deux adopter {0m} : {1s} contre {2s}",
    ),
    (
        "no member alone adopts; whether two opposed groups both can is not decided in {}",
        "aucun membre seul n'adopte ; si deux groupes opposés le peuvent tous deux n'est pas tranché dans {0m}",
    ),
    (
        "silence adopts only with {} on record in favour",
        "le silence n'adopte qu'avec {0} favorables au registre",
    ),
    ("one signatory can hold it up: {}", "un seul signataire peut la retarder : {0m}"),
    (
        "whichever one of {} depositaries is silent, another takes in what is lodged",
        "lequel que ce soit des {0} dépositaires qui se taise, un autre reçoit ce qui est déposé",
    ),
    (
        "one depositary can hold it up: {} takes nothing in, and {} leaves",
        "un seul dépositaire peut la retarder : {0} ne reçoit rien, et {1} part",
    ),
    (
        "one depositary can hold it up: {} takes nothing in",
        "un seul dépositaire peut la retarder : {0} ne reçoit rien",
    ),
    (
        "with more than {} signatories the rules are not run",
        "au-delà de {0} signataires, les règles ne sont pas exécutées",
    ),
    (
        "more than {} members are not explored; each gate is counted under block and offices",
        "au-delà de {0} membres, rien n'est exploré ; chaque étape est comptée au titre du blocage et des fonctions",
    ),
    ("more than {} members are not explored", "au-delà de {0} membres, rien n'est exploré"),
    ("relies on {}: {}", "dépend de {0} : {1}"),
    (
        "run in the rehearsal: {} at most, where {}; {} with everybody prompt",
        "exécuté dans l'exercice : {0s} au plus, où {1m} ; {2s} si tous sont prompts",
    ),
    ("the text promises no longest delay; {}", "le texte ne promet pas de retard maximal ; {0t}"),
    (
        "from request to payment {} at most whatever one member does, {} with everybody prompt: a delay of {} at most; {} promised, and no run takes so long",
        "de la demande au paiement, {0s} au plus quoi que fasse un membre, {1s} si tous sont prompts : un retard de {2s} au plus ; {3s} promises, et aucune exécution n'est si longue",
    ),
    (
        "from request to payment {} at most whatever one member does, {} with everybody prompt: a delay of {} at most; {} promised",
        "de la demande au paiement, {0s} au plus quoi que fasse un membre, {1s} si tous sont prompts : un retard de {2s} au plus ; {3s} promises",
    ),
    (
        "from request to payment {} at most whatever one member does, {} with everybody prompt: a delay of {} at most, as run: longer than by the formula",
        "de la demande au paiement, {0s} au plus quoi que fasse un membre, {1s} si tous sont prompts : un retard de {2s} au plus, tel qu'exécuté : plus long que par la formule",
    ),
    (
        "from request to payment {} at most whatever one member does, {} with everybody prompt: a delay of {} at most",
        "de la demande au paiement, {0s} au plus quoi que fasse un membre, {1s} si tous sont prompts : un retard de {2s} au plus",
    ),
    (
        "{} can delay a payment by {}, {} promised; {}",
        "un seul membre, {0}, peut retarder un paiement de {1s}, {2s} promises ; {3t}",
    ),
    (
        "by a formula for each gate, the others acting at once; no rehearsal was explored",
        "par une formule pour chaque étape, les autres agissant aussitôt ; aucun exercice n'a été exploré",
    ),
    (
        "by a formula for each gate, the others acting at once; the rehearsal takes longer",
        "par une formule pour chaque étape, les autres agissant aussitôt ; l'exercice dure plus longtemps",
    ),
    (
        "by a formula for each gate, the others acting at once; the rehearsal stays below",
        "par une formule pour chaque étape, les autres agissant aussitôt ; l'exercice reste en deçà",
    ),
    (
        "another body comes first: {} from the request, whoever does what",
        "une autre organisation vient d'abord : {0s} à compter de la demande, quoi que l'on fasse",
    ),
    (
        "written vote: at once when all have voted, {} when one is silent or has to confirm{}",
        "vote écrit : aussitôt que tous ont voté, {0s} si l'un se tait ou doit confirmer{1m}",
    ),
    ("vote: {} open", "vote : ouvert {0s}"),
    ("vote: {} at most", "vote : {0s} au plus"),
    (
        "objections: {} open and up to {} more: {}",
        "objections : ouvertes {0s} et jusqu'à {1s} de plus : {2t}",
    ),
    ("objections: {} open: {}", "objections : ouvertes {0s} : {1t}"),
    (
        "to survive one loss n >= 3 x 1 + 1 = 4 is needed, and n = {}",
        "pour survivre à une perte il faut n >= 3 x 1 + 1 = 4, et n = {0}",
    ),
    ("until a member joins, {}", "jusqu'à l'adhésion d'un membre, {0t}"),
    ("the same, and {}", "de même, et {0t}"),
    ("where each member runs its own, {}", "si chaque membre exploite le sien, {0t}"),
    (
        "{} nodes survive the loss of none: one that is dark halts them",
        "pour {0} nœuds aucune perte n'est tolérée : un seul éteint les arrête",
    ),
    (
        "{} node survives the loss of none: one that is dark halts them",
        "pour {0} nœud aucune perte n'est tolérée : éteint, il arrête tout",
    ),
    (
        "{}, as long as each is run by its own member",
        "{0t}, tant que chacun est exploité par son propre membre",
    ),
    (
        "what is approved and unpaid is at most the cash, whoever does not pay: {} of the money paid in counts towards commitment authority, and nothing that is only due or signed; `--dir` adds up the books",
        "ce qui est approuvé et non payé n'excède pas la trésorerie, quel que soit celui qui ne paie pas : {0} des sommes libérées comptent dans la capacité d'engagement, et rien de ce qui est seulement exigible ou signé",
    ),
    (
        "what is approved and unpaid is at most the cash, whoever does not pay: no money paid in counts towards commitment authority, and nothing that is only due or signed; `--dir` adds up the books",
        "ce qui est approuvé et non payé n'excède pas la trésorerie, quel que soit celui qui ne paie pas : aucune somme libérée ne compte dans la capacité d'engagement, ni rien de ce qui est seulement exigible ou signé",
    ),
    (
        "a State that leaves is paid its share of what is beyond approved help, less what it owes, in {}, one every {}",
        "un État qui part reçoit sa quote-part de ce qui excède l'aide approuvée, moins ce qu'il doit, en {0m}, une tous les {1s}",
    ),
    (
        "while the weights are those of today; they move, and {} alone could adopt when it has enough",
        "tant que les poids sont ceux d'aujourd'hui ; ils évoluent, et {0} seul pourrait adopter quand il en aura assez",
    ),
    (
        "while the weights are those of today; they move, and {} alone could block when it has enough",
        "tant que les poids sont ceux d'aujourd'hui ; ils évoluent, et {0} seul pourrait bloquer quand il en aura assez",
    ),
    (
        "while the weights are those of today; they move, and then {}",
        "tant que les poids sont ceux d'aujourd'hui ; ils évoluent, et alors {0t}",
    ),
    (
        "with {} members, of whom {} take part in each decision, a text waits for every acceptance unless it lowers that number: each alone can hold it up",
        "avec {0} membres, dont {1} prennent part à chaque décision, un texte attend toutes les acceptations à moins d'abaisser ce nombre : chacun seul peut le retarder",
    ),
    (
        "they name {} as party to the dispute, which does not take part in that",
        "ils désignent {0} comme partie au différend, qui n'y prend pas part",
    ),
    (
        "any member, in each of {} of participating members",
        "n'importe quel membre, dans chacun de {0m} de membres participants",
    ),
    ("and in {}", "et dans {0m}"),
    (
        "when {}: {}; likewise in {} in which one is gone",
        "lorsque {0m} : {1m} ; de même dans {2m} où l'un est absent",
    ),
    ("when {}: {}", "lorsque {0m} : {1m}"),
    (
        "one member can block {} to {}: {}. Without {} those in favour have {}",
        "un seul membre peut bloquer {0m} à {1} : {2s}. Sans {3}, les favorables ont {4s}",
    ),
    (
        "one member can block {} when {}: {}. Without {} those in favour have {}",
        "un seul membre peut bloquer {0} lorsque {1m} : {2s}. Sans {3}, les favorables ont {4s}",
    ),
    (
        "{} alone against when {}: in favour {}, adopted by the clause",
        "{0} seul contre lorsque {1m} : pour {2s}, adoptée par la clause",
    ),
    ("{} alone against when {}: in favour {}, adopted", "{0} seul contre lorsque {1m} : pour {2s}, adoptée"),
    ("{} alone against, adopted by the clause", "{0} seul contre, adoptée par la clause"),
    ("{} alone against, adopted", "{0} seul contre, adoptée"),
    ("{} needed + 1 uncooperative <= {}", "{0} nécessaires + 1 non coopératif <= {1m}"),
    ("{} needed + 1 uncooperative > {}", "{0} nécessaires + 1 non coopératif > {1m}"),
    ("held by {}", "exercée par {0s}"),
    (
        "whichever one signatory holds out, it can {} for the others",
        "quel que soit le signataire qui s'abstient, la charte peut {0m} pour les autres",
    ),
    (
        "{} alone can hold up the consultations of {} at {}: it {}",
        "{0} seul peut retarder les consultations de {1} ({2t}) : il {3m}",
    ),
    ("{} alone can hold up help to {} at {}: it {}", "{0} seul peut retarder l'aide à {1} ({2t}) : il {3m}"),
    (
        "{} cannot adopt {} now, and can after {}",
        "{0m} ne peuvent adopter {1m} à présent, et le peuvent après {2m}",
    ),
    ("{} cannot adopt {} against the others", "{0m} ne peuvent adopter {1m} contre les autres"),
    ("not if {} together pay nothing more", "pas si {0s} ensemble ne paient plus rien"),
    ("not if {} members pay nothing more", "pas si {0} membres ne paient plus rien"),
    ("{} is due from members", "{0} sont exigibles de membres"),
    (
        "approved and unpaid {} > cash {} and the {} that is owed: short by {} though all pay",
        "approuvé et non payé {0} > trésorerie {1} et les {2} dus : il manque {3} même si tous paient",
    ),
    ("every member is a member there: {}", "chaque membre y est membre : {0}"),
    (
        "{} are members there, {} are not: what binds there binds the first alone",
        "{0} y sont membres, {1} non : ce qui engage là-bas n'engage que les premiers",
    ),
    ("the text says how it stands to {}, and not to {}", "le texte dit sa relation à {0}, et non à {1}"),
    ("the text says how it stands to {}", "le texte dit sa relation à {0}"),
    (
        "the other body comes first: for {} from the request no vote is opened; {}",
        "l'autre organisation vient d'abord : pendant {0s} à compter de la demande aucun vote n'est ouvert ; {1t}",
    ),
    (
        "this partnership acts at once, whatever the other body does; {}",
        "ce partenariat agit aussitôt, quoi que fasse l'autre organisation ; {0t}",
    ),
    ("help stands down by the rule {}", "l'aide se met en retrait par la règle {0}"),
    (
        "No single member can {} what the text promises: {}.",
        "Aucun membre seul ne peut {0t} ce que le texte promet : {1t}.",
    ),
    ("No single member can {}: {}.", "Aucun membre seul ne peut {0t} : {1t}."),
    ("Not independent of {}: {} {}.", "Pas indépendant de {0} : {1t} {2t}."),
    ("article {}, {}: {}.", "article {0}, {1t} : {2t}."),
    ("article {}, {}", "article {0}, {1t}"),
    ("{} adopt {} to {}", "{0m} adoptent {1m} pour {2}"),
    ("{} adopt {}", "{0m} adoptent {1m}"),
    ("{}: {}.", "{0t} : {1t}."),
    ("they suspend {}, which does not take part in that", "ils suspendent {0}, qui n'y prend pas part"),
    (
        "when {}: {} cannot adopt {} now, and can after {}",
        "lorsque {0m} : {1m} ne peuvent adopter {2m} à présent, et le peuvent après {3m}",
    ),
    (
        "approved and unpaid {} <= cash {} and what is due without the {} of {}: payable though any one pays nothing more",
        "approuvé et non payé {0} <= trésorerie {1} et ce qui est dû sans les {2} de {3s} : payable même si l'un quelconque ne paie plus rien",
    ),
    (
        "approved help waits for money that is to come: by {} it is payable though any one pays nothing more; on {} it is short by {} whoever pays",
        "l'aide approuvée attend des fonds à venir : d'ici au {0} elle est payable même si l'un quelconque ne paie plus rien ; le {1} il manque {2} quel que soit celui qui paie",
    ),
    (
        "approved help waits for money that is to come: by {} it is payable though any one pays nothing more; on {} it is short by {} if {} pays nothing more",
        "l'aide approuvée attend des fonds à venir : d'ici au {0} elle est payable même si l'un quelconque ne paie plus rien ; le {1} il manque {2} si {3s} ne paie plus rien",
    ),
    (
        "approved and unpaid {} waits for the {} that is owed: short by {} if {} pays nothing more of its {}; enough alone: {}",
        "approuvé et non payé {0}, en attente des {1} dus : il manque {2} si {3s} ne paie plus rien de ses {4} ; suffit seul : {5s}",
    ),
    (
        "on {}: cash {} and {} owed, approved {}: {} left; {} without {}",
        "le {0} : trésorerie {1} et {2} dus, approuvé {3} : il reste {4} ; {5} sans {6m}",
    ),
];
