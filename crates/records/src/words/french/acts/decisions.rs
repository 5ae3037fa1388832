//! Decisions.

/// English and French.
pub(super) const DECISIONS: &[(&str, &str)] = &[
    ("Table a draft decision", "Déposer un projet de décision"),
    ("What the decision is called", "L'intitulé de la décision"),
    ("Approve this case of assistance", "Approuver ce dossier d'assistance"),
    (
        "Call this sum from the members, in proportion to what each signed as callable",
        "Appeler cette somme auprès des membres, en proportion de ce que chacun a signé comme appelable",
    ),
    (
        "Call this sum for what members had paid in and bore as losses",
        "Appeler cette somme pour reconstituer ce que les membres avaient libéré et que des pertes ont pris",
    ),
    (
        "Set commitment authority aside for what the administration spends in a year, as in `2027:250000.00`",
        "Réserver de la capacité d'engagement aux dépenses d'administration d'une année, comme `2027:250000.00`",
    ),
    (
        "Name a member a party to the dispute about a case, as in `2:FRA`",
        "Désigner un membre partie au différend sur un dossier, comme `2:FRA`",
    ),
    ("Write off what is outstanding of this case's loan", "Passer en perte l'encours du prêt de ce dossier"),
    (
        "Release what nobody claimed of this case's guarantee",
        "Libérer ce que nul n'a appelé de la garantie de ce dossier",
    ),
    (
        "Find that the beneficiary of a case broke a term that it signed, as in `1:end-use`",
        "Constater que le bénéficiaire d'un dossier a enfreint une clause qu'il a signée, comme `1:end-use`",
    ),
    ("Find that the breach of this case is over", "Constater que le manquement au dossier a pris fin"),
    (
        "Let help to this case stand down: nothing more is instructed, and what is paid stays",
        "Mettre en retrait l'aide à ce dossier : plus aucune instruction de paiement, et ce qui est payé reste acquis",
    ),
    ("Let help to this case go on", "Reprendre l'aide à ce dossier"),
    (
        "Count at least so much as given elsewhere for a case, as in `1:250.00`; with `--body` and `--source`",
        "Compter au moins ce montant comme donné ailleurs pour un dossier, comme `1:250.00` ; avec l'organe et la source",
    ),
    (
        "Which body gives what is counted, by the name by which the beneficiary speaks of it",
        "L'organe qui donne ce qui est compté, par le nom sous lequel le bénéficiaire en parle",
    ),
    ("Suspend this member, after it was heard", "Suspendre ce membre, après l'avoir entendu"),
    ("Lift the suspension of this member", "Lever la suspension de ce membre"),
    ("Invite this State to accede", "Inviter cet État à adhérer"),
    (
        "Give new keys to this member, which lost its root and its recovery key",
        "Donner de nouvelles clés à ce membre, qui a perdu sa clé racine et sa clé de secours",
    ),
    (
        "Admit this State, which is no member, to ask for help",
        "Admettre cet État, qui n'est pas membre, à demander de l'assistance",
    ),
    (
        "End the admission of this State to ask for help",
        "Mettre fin à l'admission de cet État à demander de l'assistance",
    ),
    (
        "Adopt the text with this SHA-256, 64 hexadecimal digits: a programme, a plan. Its name is given beside it",
        "Adopter le texte de cette empreinte SHA-256, 64 chiffres hexadécimaux : un programme, un plan. Son nom est donné à côté",
    ),
    (
        "With `--admit` and `--admit-beneficiary`: the State's name in English; with `--adopt-text`: the text's",
        "Le nom en anglais de l'État invité ou admis, ou du texte adopté",
    ),
    (
        "With `--admit` and `--admit-beneficiary`: the State's name in French; with `--adopt-text`: the text's",
        "Le nom en français de l'État invité ou admis, ou du texte adopté",
    ),
    (
        "With `--admit`: a weight, once for each measure: `population=5000000`",
        "Pour inviter un État : un poids pour chaque critère, comme `population=5000000`",
    ),
    (
        "The public root key that the State brings, or gets anew; else one in the directory, made if there is none",
        "La clé racine publique que l'État apporte ou reçoit à nouveau",
    ),
    (
        "The public recovery key that the State brings, or gets anew; else one in the directory, made if there is none",
        "La clé de secours publique que l'État apporte ou reçoit à nouveau",
    ),
    (
        "State something on a decision that concerns your member",
        "Faire une déclaration sur une décision qui concerne votre membre",
    ),
    ("The decision", "La décision"),
    ("What your member states", "Ce que votre membre déclare"),
    ("Change a draft of one's own", "Modifier un projet à soi"),
    ("The decision's number", "Le numéro de la décision"),
    (
        "The version that is amended, so that no other amendment is undone unseen",
        "La version modifiée, pour qu'aucune autre modification ne soit défaite sans être vue",
    ),
    ("What the decision is called from now on", "L'intitulé de la décision désormais"),
    ("Take back a draft of one's own", "Retirer un projet à soi"),
    ("Open the vote on a draft of one's own", "Ouvrir le vote sur un projet à soi"),
    ("Vote on a decision, or change one's vote", "Voter sur une décision, ou changer son vote"),
    ("How the member votes", "Le vote du membre"),
    (
        "The vote that this one replaces, as 64 hexadecimal digits; else the one that stands in the record",
        "Le vote que celui-ci remplace, en 64 chiffres hexadécimaux ; à défaut, celui qui est au registre",
    ),
    (
        "A statement beside the vote, without effect on the count",
        "Une déclaration jointe au vote, sans effet sur le décompte",
    ),
    ("The vote is to be confirmed by the capital", "Le vote est à confirmer par la capitale"),
    (
        "The vote is to be confirmed once parliament has spoken",
        "Le vote est à confirmer une fois que le parlement s'est prononcé",
    ),
    ("Object, where silence would adopt", "Faire objection, là où le silence adopterait"),
    ("Why; it stands in the record", "Le motif ; il figure au registre"),
    (
        "The vote that this replaces, as 64 hexadecimal digits; else the one that stands in the record",
        "Le vote que ceci remplace, en 64 chiffres hexadécimaux ; à défaut, celui qui est au registre",
    ),
    (
        "Give one's vote to another member, or end a proxy",
        "Donner sa voix à un autre membre, ou mettre fin à une procuration",
    ),
    ("The member that is to hold the vote", "Le membre qui détiendra la voix"),
    (
        "Take the vote back, or give back the one that your member holds",
        "Reprendre sa voix, ou rendre celle que votre membre détient",
    ),
    ("Close a written vote in which all have voted", "Clore un vote écrit auquel tous ont pris part"),
    ("Execute an adopted decision", "Exécuter une décision adoptée"),
];
