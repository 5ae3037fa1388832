//! What members declare of their own capabilities.

/// English and French.
pub(super) const CAPABILITIES: &[(&str, &str)] = &[
    (
        "Declare a thing that your member has, or on which it relies",
        "Déclarer un élément que votre membre possède ou requiert",
    ),
    ("Its name among the things of your member", "Son nom parmi les éléments de votre membre"),
    ("What kind of thing it is", "Quelle est sa nature"),
    (
        "All these it needs: `airframes,DEU/bases`; another member's with its code",
        "Il les requiert tous : `airframes,DEU/bases` ; ceux d'un autre membre avec son code",
    ),
    (
        "Of these it needs one: `own-base,DEU/base`. May stand several times",
        "Il en requiert un : `own-base,DEU/base`. Peut être donné plusieurs fois",
    ),
    (
        "The State in whose hands it is; your own member, if it is in its own",
        "L'État qui l'a en main ; votre propre membre, s'il l'a lui-même",
    ),
    (
        "From whom it comes, by a name that every member uses",
        "De qui il vient, par un nom que tous les membres emploient",
    ),
    (
        "How long it goes on when what it relies on is gone: `90d`, `none`, `never` (it does not end), `not-public`",
        "Combien de temps il continue sans ce qu'il requiert : `90d`, `none`, `never` (sans fin), `not-public`",
    ),
    (
        "When it can be had otherwise, from the withholding on: `1500d`, `at-once`, `never`, `not-public`",
        "Quand on l'obtient autrement, à compter de la privation : `1500d`, `at-once`, `never`, `not-public`",
    ),
    (
        "What that costs, with its currency: `40000000.00 USD`; else it is not public",
        "Ce que cela coûte, avec sa monnaie : `40000000.00 USD` ; à défaut, ce n'est pas publié",
    ),
    ("How sure your member is of it", "À quel point votre membre en est sûr"),
    ("Withdraw a thing that your member declared", "Retirer un élément que votre membre a déclaré"),
];
