//! Cases of assistance, positions, groupings and briefings.

/// English and French.
pub(super) const CASES: &[(&str, &str)] = &[
    ("Say where one leans; it binds nobody", "Dire de quel côté l'on penche ; cela n'engage personne"),
    ("Where it leans", "De quel côté il penche"),
    (
        "The sounding in whose place it stands, by its number",
        "Le sondage d'intentions qu'il remplace, par son numéro",
    ),
    ("Explain one's position", "Expliquer sa position"),
    ("The decision on which it is, by its number", "La décision dont il s'agit, par son numéro"),
    (
        "The text on which it is, by the SHA-256 of its document",
        "Le texte dont il s'agit, par l'empreinte SHA-256 de son document",
    ),
    ("What else it is on, in English", "Sur quoi d'autre elle porte, en anglais"),
    ("The document that says it, by its SHA-256", "Le document qui le dit, par son empreinte SHA-256"),
    (
        "Report what an office of a State said that is no member",
        "Rapporter ce qu'une instance d'un État non membre a dit",
    ),
    ("The State", "L'État"),
    ("Which office of it: an office, never a person", "Quelle instance : une instance, jamais une personne"),
    ("In which tone", "Sur quel ton"),
    ("Put on record which States a grouping has", "Consigner quels États forment un groupement"),
    ("Its States: `AUS,CAN,GBR`", "Ses États : `AUS,CAN,GBR`"),
    (
        "Put on record which States a grouping has now",
        "Consigner quels États forment à présent un groupement",
    ),
    ("The grouping's number", "Le numéro du groupement"),
    ("The version that is revised", "La version révisée"),
    ("Its States now: `AUS,CAN,GBR`", "Ses États à présent : `AUS,CAN,GBR`"),
    ("Say whom one briefs in advance", "Dire qui l'on informe au préalable"),
    ("Whom: `FRA,DEU`", "Qui : `FRA,DEU`"),
    ("The release time, as 2026-12-31T00:00:00Z", "Communicable à partir de, comme 2026-12-31T00:00:00Z"),
    ("The document, by its SHA-256", "Le document, par son empreinte SHA-256"),
    (
        "For whom the entry is from the release time on; until then it is for the members alone",
        "Pour qui l'inscription est lisible à partir de l'heure de communication ; d'ici là, pour les seuls membres",
    ),
    ("Say that a briefing has come", "Dire qu'une information préalable est arrivée"),
    ("The briefing's number", "Le numéro de l'information préalable"),
    ("Ask for help for one's own member", "Demander de l'assistance pour son propre membre"),
    ("What the help is for", "À quoi sert l'assistance"),
    (
        "The account to be paid; for help in kind, where it is delivered",
        "Le compte à payer ; pour l'assistance en nature, le lieu de livraison",
    ),
    (
        "A first tranche that is paid before any condition: how much, and what for. Only where the charter says how much may be",
        "Une première tranche payée avant toute condition : combien, et pour quoi. Seulement là où la charte dit jusqu'à combien",
    ),
    (
        "A tranche: how much, and the condition that is attested before it is paid. May stand several times",
        "Une tranche : combien, et la condition attestée avant qu'elle soit payée. Peut être donnée plusieurs fois",
    ),
    (
        "Of a loan: days from the first payment before the schedule begins",
        "D'un prêt : jours à compter du premier paiement avant le début de l'échéancier",
    ),
    (
        "Of a loan: interest a year in per cent, with up to four decimals",
        "D'un prêt : intérêt annuel en pour cent, jusqu'à quatre décimales",
    ),
    (
        "A loan: an instalment by which it is repaid, as days after the grace and an amount. May stand several times",
        "Un prêt : une échéance par laquelle il est remboursé, en jours après le différé et un montant. Peut être donnée plusieurs fois",
    ),
    (
        "A guarantee: the days in which it can be claimed once it is approved",
        "Une garantie : les jours pendant lesquels elle peut être appelée une fois approuvée",
    ),
    (
        "Help in kind: no tranches; needs are said, offered for and delivered",
        "Assistance en nature : pas de tranches ; les besoins sont dits, offerts et livrés",
    ),
    (
        "Sign the financing agreement of one's own case",
        "Signer l'accord de financement de son propre dossier",
    ),
    ("The case's number", "Le numéro du dossier"),
    ("Attest that the condition of a tranche is met", "Attester que la condition d'une tranche est remplie"),
    ("The tranche's number within the case", "Le numéro de la tranche dans le dossier"),
    (
        "Account for money that was paid for one's own case",
        "Rendre compte de fonds payés pour son propre dossier",
    ),
    ("How much was used, in the fund's currency", "Combien a été employé, dans la monnaie du fonds"),
    ("What it was used for", "À quoi cela a été employé"),
    (
        "The report that it takes the place of; one that nobody attested",
        "Le compte rendu qu'il remplace ; un que nul n'a attesté",
    ),
    (
        "Attest that money was used as reported",
        "Attester que des fonds ont été employés comme il en est rendu compte",
    ),
    ("The report's number within the case", "Le numéro du compte rendu dans le dossier"),
    ("Say what another body gives for a case", "Dire ce qu'un autre organe donne pour un dossier"),
    (
        "Nothing is given elsewhere: the beneficiary alone says so",
        "Rien n'est donné ailleurs : le bénéficiaire seul le dit",
    ),
    ("The body, by its name", "L'organe, par son nom"),
    (
        "How far it has come; what is only requested counts for nothing",
        "Où cela en est ; ce qui est seulement demandé ne compte pas",
    ),
    (
        "The number of the own word that it takes the place of; else the one in the record on this body",
        "Le numéro de sa propre déclaration qu'elle remplace ; à défaut, celle qui est au registre sur cet organe",
    ),
    ("Close a case that is paid", "Clore un dossier payé"),
    ("Claim under a guarantee for one's own member", "Appeler une garantie pour son propre membre"),
    ("What shows that it is owed", "Ce qui montre que c'est dû"),
    ("Say what one's own member needs in kind", "Dire ce qu'il faut en nature à son propre membre"),
    ("What is needed", "Ce qu'il faut"),
    ("How many", "Combien"),
    ("Of what unit", "De quelle unité"),
    (
        "The last day on which it can be offered and matched, as 2026-12-31",
        "Le dernier jour où cela peut être offert et retenu, comme 2026-12-31",
    ),
    (
        "Offer what another member needs, for one's own",
        "Offrir, pour son propre membre, ce qu'il faut à un autre",
    ),
    ("The need's number", "Le numéro du besoin"),
    ("To lend it: what is not used up comes back", "Le prêter : ce qui n'est pas consommé revient"),
    (
        "What all of it is worth: a memorandum, no money",
        "Ce que tout cela vaut : pour mémoire, aucune somme d'argent",
    ),
    ("Withdraw an offer that is not matched", "Retirer une offre qui n'est pas retenue"),
    ("The offer's number", "Le numéro de l'offre"),
    (
        "Match an offer with the need of one's own member",
        "Retenir une offre pour le besoin de son propre membre",
    ),
    ("How many of it", "Combien en retenir"),
    ("Say that what was matched is delivered", "Dire que ce qui a été retenu est livré"),
    ("Accept a delivery, and say how many came", "Accepter une livraison, et dire combien est arrivé"),
    ("How many came", "Combien est arrivé"),
    ("Say that what one's own member lent is back", "Dire que ce que son propre membre a prêté est rendu"),
    ("Instruct the payment of a tranche", "Donner instruction de payer une tranche"),
    ("Countersign a payment instruction", "Contresigner une instruction de paiement"),
    ("The payment's number", "Le numéro du paiement"),
    (
        "The State that is no member, of which it is reported; else your own member's",
        "L'État non membre dont c'est rapporté ; à défaut, votre propre membre",
    ),
    (
        "The side that is no member, of which it is reported; else your own member's",
        "La partie à la ligne non membre dont c'est rapporté ; à défaut, votre propre membre",
    ),
];
