//! Sentences with something in them, the more particular before the more general.

/// English with gaps, and French that says where each goes.
pub(super) const SENTENCES: &[(&str, &str)] = &[
    // Procedures, and what members do in a vote.
    (
        "{}; votes to be confirmed have {} if the outcome hangs on them",
        "{0t} ; les votes à confirmer ont {1s} si l'issue en dépend",
    ),
    (
        "{}; a change of the outcome in the last {} gives as much time to answer, {} in all",
        "{0t} ; un changement d'issue dans le délai final de {1s} donne autant de temps pour répondre, {2s} en tout",
    ),
    ("a vote, open for {}", "un vote, ouvert pendant {0s}"),
    (
        "a written vote, open for {}, or until all have voted and anyone closes it",
        "un vote écrit, ouvert pendant {0s}, ou jusqu'à ce que tous aient voté et que l'un d'eux le close",
    ),
    (
        "adopted by silence after {} with {} on record in favour; one objection or too little support make it a vote, open for {}",
        "adoptée par le silence après {0s} avec {1} favorables au registre ; une objection ou un soutien insuffisant en font un vote, ouvert pendant {2s}",
    ),
    (
        "adopted by silence after {} with {} on record in favour; {} objections or too little support make it a vote, open for {}",
        "adoptée par le silence après {0s} avec {1} favorables au registre ; {2} objections ou un soutien insuffisant en font un vote, ouvert pendant {3s}",
    ),
    (
        "{} on record in favour, {} against: silence would not adopt it, and members would vote",
        "{0} favorables au registre, {1} contre : le silence ne l'adopterait pas, et les membres voteraient",
    ),
    ("{}, under parliamentary reserve", "{0t}, sous réserve parlementaire"),
    ("{}, ad referendum", "{0t}, ad referendum"),
    ("by proxy, as {}", "par procuration, comme {0}"),
    ("gave its vote to {}, which has not voted", "a donné sa voix à {0}, qui n'a pas voté"),
    // A member's statement.
    ("callable left, of {} signed beside {} paid in", "appelable restant, sur {0} signés outre {1} libérés"),
    ("in all, from {} on", "en tout, à partir du {0}"),
    ("{}; it binds nobody", "{0t} ; n'engage personne"),
    ("{}, the day not on record", "{0t}, jour non consigné"),
    ("none on record", "rien au registre"),
    // Consultations and lines.
    ("agreed by {}", "convenu par {0}"),
    ("supported by nobody; {} dissociate themselves", "soutenu par personne ; {0s} se dissocient"),
    ("supported by nobody; {} dissociates itself", "soutenu par personne ; {0} se dissocie"),
    ("supported by {}; {} dissociate themselves", "soutenu par {0s} ; {1s} se dissocient"),
    ("supported by {}; {} dissociates itself", "soutenu par {0s} ; {1} se dissocie"),
    ("supported by {}", "soutenu par {0s}"),
    ("session {}", "séance {0}"),
    ("statement {}", "déclaration {0}"),
    ("text {}", "texte {0}"),
    ("decision {}", "décision {0}"),
    ("document {}", "document {0}"),
    ("its fall-back is {}", "son repli est la {0t}"),
    ("liaison line {}", "ligne de liaison {0}"),
    ("{}; without {}", "{0t} ; sans {1}"),
    ("{} on {}, as reported by {}", "{0} le {1}, d'après {2}"),
    ("{}, as reported by {}", "{0}, d'après {1}"),
    ("en, authentic", "en, faisant foi"),
    ("fr, authentic", "fr, faisant foi"),
    // The journal.
    ("agreement of {}", "accord de {0}"),
    ("default of {}", "défaut de {0}"),
    ("payment {}, case {}", "paiement {0}, dossier {1}"),
    ("offer {}, case {}", "offre {0}, dossier {1}"),
    ("indication of {}", "indication de {0}"),
    ("pledge of {}", "annonce de {0}"),
    ("note of {}", "billet de {0}"),
    ("of call {} for {}", "de l'appel {0} pour {1}"),
    ("of call {}", "de l'appel {0}"),
    ("call {} for {}", "appel {0} pour {1}"),
    ("{}/representative", "{0}/représentant"),
    ("{}/treasurer", "{0}/trésorier"),
    ("{}/case-officer", "{0}/chargé de dossier"),
    ("{}/liaison-officer", "{0}/officier de liaison"),
    ("{}/auditor", "{0}/auditeur"),
    ("{}/root", "{0}/racine"),
    ("{}/recovery", "{0}/secours"),
    ("Report of the fund: {}", "Rapport sur le fonds : {0}"),
    ("cash in {}, at its value in the books", "trésorerie en {0}, à sa valeur comptable"),
    ("money in {}", "fonds en {0}"),
    ("receipt from {}, in {}", "encaissement de {0}, en {1}"),
    (
        "receipt from {}, less {} that a bank kept",
        "encaissement de {0}, moins {1} de frais retenus par une banque",
    ),
    ("receipt from {}", "encaissement de {0}"),
    ("refund to {}", "remboursement à {0}"),
    ("settlement with {}", "solde de tout compte avec {0}"),
    ("invested as {} until {}", "placement {0} jusqu'au {1}"),
    ("investment {} came back", "retour du placement {0}"),
    ("expense of {}", "dépense de {0}"),
    ("payment {} came back", "retour du paiement {0}"),
    ("payment {}", "paiement {0}"),
    ("bank line {} made good", "réparation de la ligne {0}"),
    ("repayment of case {}", "remboursement du dossier {0}"),
    ("recovery of case {}", "recouvrement du dossier {0}"),
    ("bank line {}", "ligne de relevé {0}"),
    ("entry {}", "écriture {0}"),
    ("period until {}", "période jusqu'au {0}"),
    ("case {}", "dossier {0}"),
    // What a decision does.
    ("approve case {}", "approuver le dossier {0}"),
    ("write off what is outstanding of case {}", "passer en perte l'encours du dossier {0}"),
    ("release what nobody claimed of case {}", "libérer ce que nul n'a appelé du dossier {0}"),
    ("call {} to restore what losses took", "appeler {0} pour reconstituer ce que les pertes ont pris"),
    ("call {}", "appeler {0}"),
    (
        "set {} aside for the administration's expenses of {}",
        "réserver {0} aux dépenses d'administration de {1}",
    ),
    ("name {} a party to the dispute about case {}", "désigner {0} partie au différend sur le dossier {1}"),
    ("suspend {}", "suspendre {0}"),
    ("end the suspension of {}", "lever la suspension de {0}"),
    ("invite {} to accede", "inviter {0} à adhérer"),
    ("admit {} to ask for help", "admettre {0} à demander de l'assistance"),
    ("end the admission of {}", "mettre fin à l'admission de {0}"),
    ("amend text {} by the text {}", "amender le texte {0} par le texte {1}"),
    ("give new keys to {}", "donner de nouvelles clés à {0}"),
    (
        "find that the beneficiary of case {} broke the term `{}`",
        "constater que le bénéficiaire du dossier {0} a enfreint la clause `{1}`",
    ),
    ("find that the breach of case {} is over", "constater que le manquement au dossier {0} a pris fin"),
    ("let help to case {} stand down", "suspendre l'aide au dossier {0}"),
    ("let help to case {} go on", "reprendre l'aide au dossier {0}"),
    (
        "count at least {} as given elsewhere for case {} by {}: {}",
        "compter au moins {0} comme reçus d'ailleurs pour le dossier {1}, de {2} : {3}",
    ),
    // Verdicts.
    (
        "in favour {}; adopted by the clause: not in favour {}, at most {}",
        "pour : {0s} ; adoptée par la clause : non favorables {1}, au plus {2}",
    ),
    (
        "in favour {}; not adopted: not in favour {}, at most {}",
        "pour : {0s} ; non adoptée : non favorables {1}, au plus {2}",
    ),
    ("in favour {}; not adopted: nobody is in favour", "pour : {0s} ; non adoptée : nul n'est favorable"),
    ("in favour {}; not adopted", "pour : {0s} ; non adoptée"),
    ("in favour {}; adopted", "pour : {0s} ; adoptée"),
    (
        "adopted by the clause: not in favour {}, at most {}",
        "adoptée par la clause : non favorables {0}, au plus {1}",
    ),
    ("not adopted: not in favour {}, at most {}", "non adoptée : non favorables {0}, au plus {1}"),
    ("not adopted: {}", "non adoptée : {0t}"),
    // What is open.
    (
        "ALARM: bank line {}, {} left the account and nobody instructed it ({})",
        "ALERTE : ligne de relevé {0}, {1} ont quitté le compte sans instruction ({2t})",
    ),
    (
        "Emergency call {}, {}, asked for by {}, waits for another member until {}",
        "L'appel d'urgence {0}, {1}, demandé par {2}, attend un autre membre jusqu'au {3}",
    ),
    (
        "{} has not paid {} of late interest that is booked",
        "{0} n'a pas payé {1} d'intérêts de retard comptabilisés",
    ),
    (
        "{} has not paid {} of call {} for {}, due since {}, interest {}: {}",
        "{0} n'a pas payé {1} de l'appel {2} pour {3}, exigible depuis le {4}, intérêts {5} : {6t}",
    ),
    (
        "{} has not paid {} of call {}, due since {}, interest {}: {}",
        "{0} n'a pas payé {1} de l'appel {2}, exigible depuis le {3}, intérêts {4} : {5t}",
    ),
    (
        "{} has not paid {} under its agreement, due since {}, interest {}: {}",
        "{0} n'a pas payé {1} au titre de son accord, exigible depuis le {2}, intérêts {3} : {4t}",
    ),
    (
        "{} has not paid {} by its note, due since {}, interest {}: {}",
        "{0} n'a pas payé {1} au titre de son billet, exigible depuis le {2}, intérêts {3} : {4t}",
    ),
    ("Finding {} ({}) on {} is open: {}", "La constatation {0} ({1t}) sur {2t} est ouverte : {3}"),
    (
        "Payment {} is signed by treasurers of {}, and needs others before {}",
        "Le paiement {0} est signé par les trésoriers de {1} et en demande d'autres avant le {2}",
    ),
    (
        "Payment {} is with the bank, and no statement has confirmed it",
        "Le paiement {0} est à la banque, et aucun relevé ne l'a confirmé",
    ),
    (
        "Bank line {} waits for a countersignature: {}, {}",
        "La ligne de relevé {0} attend une contresignature : {1}, {2t}",
    ),
    (
        "Tranche {} of case {}, {}, is attested and not paid",
        "La tranche {0} du dossier {1}, {2}, est attestée et n'est pas payée",
    ),
    (
        "Tranche {} of case {}, {}, waits for its condition: pre-financing: {}",
        "La tranche {0} du dossier {1}, {2}, attend sa condition : préfinancement : {3}",
    ),
    (
        "Tranche {} of case {}, {}, waits for its condition: {}",
        "La tranche {0} du dossier {1}, {2}, attend sa condition : {3}",
    ),
    ("Decision {}, {}, is open until {}", "La décision {0}, {1}, est ouverte jusqu'au {2}"),
    (
        "Decision {}, {}, is adopted and not executed",
        "La décision {0}, {1}, est adoptée et n'est pas exécutée",
    ),
    (
        "Case {}, {} for {}, is asked for and not decided",
        "Le dossier {0}, {1} pour {2}, est demandé et n'est pas décidé",
    ),
    (
        "{} of the loan of case {} to {} is overdue since {}",
        "{0} du prêt du dossier {1} à {2} sont en souffrance depuis le {3}",
    ),
    (
        "The beneficiary of case {} ({}) broke the term {}: {} is to be recovered",
        "Le bénéficiaire du dossier {0} ({1}) a enfreint la clause {2} : {3} sont à recouvrer",
    ),
    (
        "The financing agreement of case {} ({}) is not signed: nothing is paid before",
        "L'accord de financement du dossier {0} ({1}) n'est pas signé : rien n'est payé avant",
    ),
    (
        "The use of {} of pre-financing of case {} ({}) is not attested",
        "L'emploi de {0} de préfinancement du dossier {1} ({2}) n'est pas attesté",
    ),
    (
        "Report {} of case {}, on the use of {}, waits to be attested",
        "Le rapport {0} du dossier {1}, sur l'emploi de {2}, attend d'être attesté",
    ),
    ("{} is to come from {} (account {}, {})", "{0} sont à recevoir de {1} (compte {2}, {3t})"),
    (
        "{} is held for whoever it is of (account {}, {})",
        "{0} sont détenus pour qui y a droit (compte {1}, {2t})",
    ),
    (
        "{} is missing, an alarm: it left and nobody instructed it (account {}, {})",
        "{0} manquent, une alerte : ils sont partis sans instruction (compte {1}, {2t})",
    ),
    (
        "{} is owed, with what is still to fall due, to the State that left, {} (account {}, {})",
        "{0} sont dus, échéances à venir comprises, à l'État qui s'est retiré, {1} (compte {2}, {3t})",
    ),
    ("{} is held for {} (account {}, {})", "{0} sont détenus pour {1} (compte {2}, {3t})"),
    (
        "{} by {}, at most {} of what the others pledged or signed, until {}",
        "{0} par {1}, au plus {2} de ce que les autres ont annoncé ou signé, jusqu'au {3}",
    ),
    (
        "{} by {}, at most {} of what the others pledged or signed",
        "{0} par {1}, au plus {2} de ce que les autres ont annoncé ou signé",
    ),
    ("{} by {}, {}, until {}", "{0} par {1}, {2}, jusqu'au {3}"),
    ("{} by {}, until {}", "{0} par {1}, jusqu'au {2}"),
    ("{} by {}, {}", "{0} par {1}, {2}"),
    ("{} by {}", "{0} par {1}"),
    ("{} exchanged for {}", "{0} changés contre {1}"),
    ("exchanged for {}", "changés contre {0}"),
];

/// What stands before a condition, which is in the words of whoever set it.
pub(super) const AHEAD: (&str, &str) = ("pre-financing: {}", "préfinancement : {0}");

/// The words between the numbers of a verdict.
pub(super) const SHARES: &[(&str, &str)] = &[
    (" participating members", " membres participants"),
    (" members present", " membres présents"),
    (" votes cast", " suffrages exprimés"),
    (" members", " membres"),
    (" % of ", " % de "),
    (" of ", " sur "),
    ("at least ", "au moins "),
    (", more than ", ", plus de "),
    (" needed", " requis"),
    (" hours", " heures"),
    (" hour", " heure"),
    (" days", " jours"),
    (" day", " jour"),
    (" and ", " et "),
    (" or ", " ou "),
];
