//! Members, their keys and the charter as an instrument.

/// English and French.
pub(super) const MEMBERS: &[(&str, &str)] = &[
    ("Sign the charter", "Signer la charte"),
    (
        "Apply the charter provisionally until it is in force for your State",
        "Appliquer la charte à titre provisoire jusqu'à son entrée en vigueur pour votre État",
    ),
    (
        "Sign ad referendum: the signature waits until your State confirms it",
        "Signer ad referendum : la signature attend que votre État la confirme",
    ),
    ("Ratify the charter", "Ratifier la charte"),
    (
        "By which means your State consents, where the charter names others than ratification",
        "Par quel moyen votre État consent, si la charte en prévoit d'autres que la ratification",
    ),
    (
        "End your State's provisional application of the charter",
        "Mettre fin à l'application provisoire de la charte par votre État",
    ),
    ("Accept an adopted text of the charter", "Accepter un texte adopté de la charte"),
    (
        "The text: the version that it becomes, as the register of membership and `record` tell it",
        "Le texte : la version qu'il devient, telle que l'indique le registre des membres",
    ),
    ("Give notice that your member withdraws", "Notifier le retrait de votre membre"),
    (
        "Object to new keys that others decided for your member",
        "S'opposer à de nouvelles clés que d'autres ont décidées pour votre membre",
    ),
    (
        "Adopt the charter's text as it was negotiated",
        "Adopter le texte de la charte tel qu'il a été négocié",
    ),
    (
        "Lodge full powers for a signature or a ratification",
        "Déposer les pleins pouvoirs pour une signature ou une ratification",
    ),
    (
        "The SHA-256 of the document, as 64 hexadecimal digits",
        "L'empreinte SHA-256 du document, en 64 chiffres hexadécimaux",
    ),
    ("For which act", "Pour quel acte"),
    ("Confirm a signature that was given ad referendum", "Confirmer une signature donnée ad referendum"),
    (
        "Take in, as a depositary, the consent that a State lodged",
        "Recevoir, comme dépositaire, le consentement déposé par un État",
    ),
    ("Whose consent: three capital letters", "Le consentement de qui : trois lettres majuscules"),
    ("Make a reservation to an article", "Formuler une réserve à un article"),
    ("The number of the article", "Le numéro de l'article"),
    ("What it says in English", "Ce que cela dit en anglais"),
    ("What it says in French", "Ce que cela dit en français"),
    ("Withdraw a reservation", "Retirer une réserve"),
    ("Object to a reservation of another State", "Faire objection à une réserve d'un autre État"),
    ("Whose reservation: three capital letters", "La réserve de qui : trois lettres majuscules"),
    (
        "The instrument shall not be in force between the two",
        "L'instrument n'entre pas en vigueur entre les deux États",
    ),
    ("Withdraw an objection to a reservation", "Retirer une objection à une réserve"),
    ("Make a declaration", "Faire une déclaration"),
    ("For whom it is", "Pour qui c'est lisible"),
    (
        "Declare a step of your own on the way to consent",
        "Déclarer une étape qui vous reste avant de consentir",
    ),
    ("What it is", "De quoi il s'agit"),
    ("By when, as 2027-03-31", "Pour quand, comme 2027-03-31"),
    ("Where that is to be read", "Où cela peut être lu"),
    ("Say that a step of your own is done", "Dire qu'une de vos étapes est accomplie"),
    ("The number of the step", "Le numéro de l'étape"),
    ("Note that the instrument was registered elsewhere", "Noter que l'instrument a été enregistré ailleurs"),
    ("With whom", "Auprès de qui"),
    ("Under which number", "Sous quel numéro"),
];
