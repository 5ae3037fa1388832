//! What stands in each register.

/// English and French.
pub(super) const ABOUTS: &[(&str, &str)] = &[
    ("What every account of the books stands at.", "Le solde de chaque compte des livres."),
    (
        "Who acknowledged a call of consultations, and who has not, for how long.",
        "Qui a accusé réception d'une convocation de consultations, et qui ne l'a pas fait, depuis combien de temps.",
    ),
    (
        "What each member signed, was asked for, paid, and can still be asked for.",
        "Ce que chaque membre a signé, s'est vu demander, a payé, et peut encore se voir demander.",
    ),
    (
        "Debits of the fund's account that nobody instructed.",
        "Débits du compte du fonds dont nul n'a donné l'instruction.",
    ),
    (
        "Existing arrangements with other States, as each member that is party sees them.",
        "Arrangements existants avec d'autres États, tels que chaque membre partie les voit.",
    ),
    (
        "What is due and not paid, the interest on it so far, and who is in default.",
        "Ce qui est exigible et impayé, les intérêts à ce jour, et qui est en défaut.",
    ),
    ("The lines of the bank's statement.", "Les lignes du relevé bancaire."),
    (
        "States that are no members and may ask for help.",
        "États non membres qui peuvent demander de l'assistance.",
    ),
    (
        "Briefings in advance, their release times, and who acknowledged them.",
        "Informations préalables, leur heure de diffusion, et qui en a accusé réception.",
    ),
    (
        "What the administration may spend in each year, what it spent, and what is left.",
        "Ce que l'administration peut dépenser chaque année, ce qu'elle a dépensé, et ce qui reste.",
    ),
    (
        "Calls: each member's part, what it paid, and what the others gave for it.",
        "Appels de fonds : la part de chaque membre, ce qu'il a payé, et ce que les autres ont donné pour lui.",
    ),
    (
        "What members can do and what that relies on, as each declares it of itself.",
        "Ce dont les membres sont capables et ce que cela requiert, comme chacun le déclare de lui-même.",
    ),
    ("Cases of assistance.", "Dossiers d'assistance."),
    (
        "Minutes of sessions, each version, those of several members side by side.",
        "Procès-verbaux des séances, chaque version, ceux de plusieurs membres côte à côte.",
    ),
    ("What members stated in consultations.", "Ce que les membres ont déclaré dans les consultations."),
    (
        "Consultations: who called them, about whose security, and whether they are open.",
        "Consultations : qui les a convoquées, pour la sécurité de qui, et si elles sont ouvertes.",
    ),
    ("Whom each member accredited.", "Qui chaque membre a habilité."),
    (
        "What is held of other currencies than the fund's, and what it is worth.",
        "Ce qui est détenu en d'autres monnaies que celle du fonds, et ce que cela vaut.",
    ),
    ("Decisions, with their explained verdicts.", "Décisions, avec leur résultat motivé."),
    (
        "What States declared under the instrument; it binds nobody.",
        "Ce que les États ont déclaré au titre de l'instrument ; cela n'engage personne.",
    ),
    ("Calls in an emergency, and their two signatures.", "Appels d'urgence, et leurs deux signatures."),
    ("Explanations of position.", "Explications de position."),
    (
        "What beneficiaries signed, what of what was paid is accounted for, and breaches.",
        "Ce que les bénéficiaires ont signé, ce qui est justifié de ce qui a été payé, et les manquements.",
    ),
    (
        "What auditors found, and what was answered.",
        "Ce que les auditeurs ont constaté, et ce qui a été répondu.",
    ),
    (
        "Frameworks of some members, as their parties told of them.",
        "Cadres de certains membres, tels que leurs parties les ont décrits.",
    ),
    (
        "What other bodies give for cases, as told, and what of it counts.",
        "Ce que d'autres organes donnent pour les dossiers, selon ce qui est dit, et ce qui en compte.",
    ),
    (
        "Groupings of States, and what share of the members is in each.",
        "Groupements d'États, et quelle part des membres est dans chacun.",
    ),
    ("What will fall due, by time alone.", "Ce qui deviendra exigible par le seul effet du temps."),
    (
        "Every act on the charter as an instrument, as a depositary keeps them.",
        "Tous les actes relatifs à la charte comme instrument, tels qu'un dépositaire les conserve.",
    ),
    (
        "What is invested, when it is to come back, and what came of it.",
        "Ce qui est placé, quand cela doit revenir, et ce qu'il en est résulté.",
    ),
    (
        "What members buy together, in which shares, for which case, and how far it has come.",
        "Ce que des membres achètent ensemble, dans quelles parts, pour quel dossier, et où cela en est.",
    ),
    ("Every entry in the books, a row a leg.", "Toutes les écritures des livres, une ligne par mouvement."),
    ("Tests of lines between militaries.", "Essais des lignes entre militaires."),
    (
        "Lines between militaries: their state as all sides confirm it, and how they ended.",
        "Lignes entre militaires : leur état tel que tous les côtés le confirment, et comment elles ont pris fin.",
    ),
    (
        "What is lent, what came back, and what is overdue.",
        "Ce qui est prêté, ce qui est revenu, et ce qui est en souffrance.",
    ),
    (
        "What was lost, by what it is borne, and what of it came back or is restored.",
        "Ce qui a été perdu, ce qui le supporte, et ce qui en est revenu ou reconstitué.",
    ),
    ("Where each State stands towards the charter.", "Où en est chaque État à l'égard de la charte."),
    ("What is needed in kind, and what of it is missing.", "Ce qu'il faut en nature, et ce qui en manque."),
    (
        "What members offer in kind, and how far it has come.",
        "Ce que des membres offrent en nature, et où cela en est.",
    ),
    ("Auditors' opinions on sealed periods.", "Opinions des auditeurs sur les périodes scellées."),
    ("Outages of lines between militaries.", "Pannes des lignes entre militaires."),
    ("Payment instructions and their signatures.", "Instructions de paiement et leurs signatures."),
    ("What members announced; none of it binds.", "Ce que les membres ont annoncé ; rien n'en engage."),
    (
        "What members pledged, and what that comes to now; none of it binds.",
        "Ce à quoi les membres ont dit s'attendre à contribuer, et ce à quoi cela revient à présent ; rien n'en engage.",
    ),
    (
        "Proceedings in other bodies, as members report them.",
        "Procédures dans d'autres organes, telles que des membres les rapportent.",
    ),
    ("Rates of exchange on record.", "Cours de change au registre."),
    ("Commands that a rule refused.", "Commandes qu'une règle a refusées."),
    (
        "What offices of States that are no members are reported to have said.",
        "Ce que des instances d'États non membres auraient dit, selon ce qui est rapporté.",
    ),
    ("Reservations, and what others object to them.", "Réserves, et ce que d'autres y objectent."),
    (
        "Sealed periods: what the books came to, for good.",
        "Périodes scellées : ce à quoi les livres sont arrêtés, définitivement.",
    ),
    (
        "Sessions of consultations: when, who chairs, who attended, and when.",
        "Séances de consultations : quand, qui préside, qui était présent, et quand.",
    ),
    (
        "What States that left are owed, what was set off, and what was paid.",
        "Ce qui est dû aux États qui se sont retirés, ce qui a été compensé, et ce qui a été payé.",
    ),
    (
        "Where States are said to lean; none of it binds.",
        "De quel côté des États pencheraient, à ce qu'on dit ; rien n'en engage.",
    ),
    (
        "What States have to do at home before they can consent, as they say.",
        "Ce que des États ont à faire chez eux avant de pouvoir consentir, selon eux.",
    ),
    ("Money that came, and that nobody can place yet.", "Sommes arrivées que nul ne peut encore attribuer."),
    (
        "Texts of consultations: agreed by everybody's silence, or recorded with who supports them.",
        "Textes de consultations : convenus par le silence de tous, ou consignés avec ceux qui les soutiennent.",
    ),
    ("The tranches of cases.", "Les tranches des dossiers."),
    (
        "What beneficiaries say they used of what was paid.",
        "Ce que les bénéficiaires disent avoir employé de ce qui a été payé.",
    ),
    (
        "Every vote, objection and proxy, changed ones included.",
        "Tous les votes, objections et procurations, y compris ceux qui ont été changés.",
    ),
    (
        "What could be newly approved, and still be paid if the worst members default.",
        "Ce qui pourrait être nouvellement approuvé et encore payé si les membres les plus lourds faisaient défaut.",
    ),
    (
        "Which States are in which groupings, and who is in several.",
        "Quels États sont dans quels groupements, et qui est dans plusieurs.",
    ),
    (
        "What each side of a line between militaries confirmed last.",
        "Ce que chaque côté d'une ligne entre militaires a confirmé en dernier.",
    ),
    (
        "Where a member has nothing that can be counted on now, and who could fill it.",
        "Où un membre n'a rien sur quoi compter à présent, et qui pourrait combler la lacune.",
    ),
    (
        "How far members say they have come with standards.",
        "Jusqu'où les membres disent en être avec les normes.",
    ),
    (
        "What members say their law allows, and in how many days.",
        "Ce que les membres disent que leur droit permet, et en combien de jours.",
    ),
    (
        "Whether all approved help can be paid, by day, and on which members that hangs.",
        "Si toute l'assistance approuvée peut être payée, jour par jour, et de quels membres cela dépend.",
    ),
    (
        "In which ways members say they buy, and in how many days.",
        "De quelles manières les membres disent acheter, et en combien de jours.",
    ),
    (
        "What each member owes, will owe and can still be asked for.",
        "Ce que chaque membre doit, devra et peut encore se voir demander.",
    ),
    (
        "What falls with arrangements that end, by what chain, and when.",
        "Ce qui tombe avec les arrangements qui prennent fin, par quelle chaîne, et quand.",
    ),
];
