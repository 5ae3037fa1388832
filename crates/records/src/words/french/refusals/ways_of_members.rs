//! What there is to do about a refusal.

/// English with gaps, and French that says where each goes.
pub(super) const WAYS_OF_MEMBERS: &[(&str, &str)] = &[
    (
        "look the calls up in the record; one that lapsed is asked for again",
        "consultez les appels au registre ; un appel caduc est demandé de nouveau",
    ),
    ("a treasurer asks for it again", "un trésorier le demande de nouveau"),
    (
        "table a call, which is decided by the rule on calls, or amend the charter",
        "déposez un appel, décidé par la règle sur les appels, ou amendez la charte",
    ),
    (
        "restore at most {}: see the record of losses; for more, table a call",
        "reconstituez au plus {0} : voir le registre des pertes ; pour davantage, déposez un appel",
    ),
    (
        "enter what left as a debit that nobody instructed, or amend the charter",
        "saisissez ce qui est parti comme débit sans instruction, ou amendez la charte",
    ),
    (
        "enter what left beyond that as a debit that nobody instructed, until it is back",
        "saisissez ce qui est parti au-delà comme débit sans instruction, jusqu'à son retour",
    ),
    (
        "give the day on which the bank's contract says that it is back",
        "donnez le jour où le contrat de la banque dit que cela revient",
    ),
    (
        "give it a name of its own: see the record of investments",
        "donnez-lui un nom à lui : voir le registre des placements",
    ),
    ("amend the charter", "amendez la charte"),
    ("give {} or {}", "donnez {0} ou {1}"),
    (
        "enter what left beyond that as a debit that nobody instructed, or decide on more first",
        "saisissez ce qui est parti au-delà comme débit sans instruction, ou décidez-en d'abord davantage",
    ),
    (
        "look the investment up in the record of investments",
        "consultez le placement au registre des placements",
    ),
    (
        "invite it with the keys that it has: nobody gives it others",
        "invitez-le avec les clés qu'il a : nul ne lui en donne d'autres",
    ),
    ("a member does it, or the State accedes", "un membre le fait, ou l'État adhère"),
    (
        "look up the registers of membership and of beneficiaries",
        "consultez les registres des membres et des bénéficiaires",
    ),
    (
        "admit it with the root and recovery keys that it has",
        "admettez-le avec les clés racine et de secours qu'il a",
    ),
    (
        "bring two new keys, made for this and for nothing else",
        "apportez deux clés neuves, faites pour ceci et pour rien d'autre",
    ),
    (
        "the members admit it by a decision; what was approved goes on",
        "les membres l'admettent par une décision ; ce qui était approuvé se poursuit",
    ),
    ("adopt the text that is to stand in its place", "adoptez le texte qui doit en tenir lieu"),
    (
        "lodge them first: `member lodge-full-powers SHA-256 --for {}`",
        "déposez-les d'abord : `member lodge-full-powers SHA-256 --for {0}`",
    ),
    (
        "any one depositary takes it in: `member take-in`",
        "n'importe quel dépositaire le reçoit : `member take-in`",
    ),
    ("look up the register `instruments`", "consultez le registre des instruments"),
    (
        "it comes into effect by signatures; what a participant wants to say it declares",
        "il prend effet par des signatures ; ce qu'un participant veut dire, il le déclare",
    ),
    ("the article on the instrument names the means", "l'article sur l'instrument nomme les moyens"),
    (
        "the article on the instrument names the depositaries: any one is enough",
        "l'article sur l'instrument nomme les dépositaires : un seul suffit",
    ),
    ("wait until the notice has run", "attendez que le préavis ait couru"),
    (
        "a declaration says how a State understands an article, and changes nothing",
        "une déclaration dit comment un État comprend un article, et ne change rien",
    ),
    ("make a declaration", "faites une déclaration"),
    (
        "a reservation is made to an article once, withdrawn or not: make a declaration",
        "une réserve se fait une fois à un article, retirée ou non : faites une déclaration",
    ),
    ("look up the register `reservations`", "consultez le registre des réserves"),
    (
        "whoever has not objected by then is taken to have accepted it",
        "qui n'a pas fait objection d'ici là est réputé l'avoir acceptée",
    ),
    (
        "a longer text is a document, named in one declaration",
        "un texte plus long est un document, nommé dans une seule déclaration",
    ),
    ("say which are done", "dites lesquelles sont accomplies"),
    ("look up the register `steps`", "consultez le registre des étapes"),
    ("another member can note it", "un autre membre peut le noter"),
    ("the text is adopted once, before it is signed", "le texte s'adopte une fois, avant d'être signé"),
    ("sign, or ratify, without them", "signez, ou ratifiez, sans eux"),
    (
        "root and recovery keys are brought to the founding; a lost root is replaced by the recovery key",
        "les clés racine et de secours sont apportées à la fondation ; une clé racine perdue est remplacée par la clé de secours",
    ),
    (
        "give a term that ends in the future, at most {} long",
        "donnez une durée qui prend fin à l'avenir, d'au plus {0s}",
    ),
    ("make a new key for this office", "créez une nouvelle clé pour cette fonction"),
    ("look up the member's credentials in the record", "consultez les pouvoirs du membre au registre"),
    (
        "end credentials that are not needed any more, or let their terms pass",
        "mettez fin aux pouvoirs qui ne sont plus nécessaires, ou laissez passer leur durée",
    ),
    ("make a new key for the node", "créez une nouvelle clé pour le nœud"),
    (
        "let the node follow to the last block, and sign anew",
        "laissez le nœud suivre jusqu'au dernier bloc, et signez de nouveau",
    ),
    (
        "give it again: one node changes with each block",
        "donnez-la de nouveau : un seul nœud change à chaque bloc",
    ),
    (
        "a State comes in by accession: look up the register of membership",
        "un État entre par adhésion : consultez le registre des membres",
    ),
    (
        "ratify, or sign and declare provisional application",
        "ratifiez, ou signez et déclarez l'application provisoire",
    ),
    (
        "accept text {}, or withdraw by the notice of the text it accepted",
        "acceptez le texte {0}, ou retirez-vous par le préavis du texte accepté",
    ),
    (
        "it ends by itself, or by a decision of the others; the member can still execute, sign and pay",
        "elle prend fin d'elle-même, ou par une décision des autres ; le membre peut toujours exécuter, signer et payer",
    ),
    ("pay what is due: then the voice comes back", "payez ce qui est exigible : la voix revient alors"),
    ("the charter is in force from the founding", "la charte est en vigueur dès la fondation"),
    ("ratify, which binds", "ratifiez, ce qui engage"),
    ("sign without it, and ratify", "signez sans cela, et ratifiez"),
    (
        "sign first; a ratification stands once given",
        "signez d'abord ; une ratification vaut une fois donnée",
    ),
    ("look up the register of membership", "consultez le registre des membres"),
    (
        "the notice can be taken back until it takes effect",
        "la notification peut être retirée jusqu'à ce qu'elle prenne effet",
    ),
    (
        "name a State that is no member, with one weight for each measure",
        "nommez un État qui n'est pas membre, avec un poids pour chaque critère",
    ),
    (
        "the members invite by a decision, once it is executed",
        "les membres invitent par une décision, une fois celle-ci exécutée",
    ),
    (
        "the decision stays executable until it lapses, should more come in",
        "la décision reste exécutable jusqu'à sa caducité, au cas où d'autres entreraient",
    ),
    ("open the vote when the hearing is over", "ouvrez le vote une fois l'audition terminée"),
    (
        "a statement is for the member that the draft is about",
        "une déclaration est au membre que le projet concerne",
    ),
    (
        "table a text without faults that keeps what an amendment must keep",
        "déposez un texte sans fautes qui garde ce qu'un amendement doit garder",
    ),
    (
        "table the change again, on the text that is in force",
        "déposez de nouveau la modification, sur le texte en vigueur",
    ),
    (
        "look up the register of membership for what it accepted",
        "consultez au registre des membres ce qu'il a accepté",
    ),
    (
        "wait until they take effect, or are objected to",
        "attendez qu'elles prennent effet, ou qu'il y soit fait opposition",
    ),
    ("there is nothing to object to", "il n'y a rien à quoi s'opposer"),
    (
        "help goes to members, and to States whose admission runs",
        "l'aide va aux membres, et aux États dont l'admission court",
    ),
    (
        "a charter with the article `[positions]` keeps them",
        "une charte avec l'article `[positions]` en tient",
    ),
    (
        "a charter with the article `[capabilities]` keeps them",
        "une charte avec l'article `[capabilities]` en tient",
    ),
    (
        "name the State in whose hands it is, its supplier, or what it needs; your own member's code if it holds it itself",
        "nommez l'État qui l'a en main, son fournisseur, ou ce qu'il requiert ; le code de votre membre s'il l'a lui-même",
    ),
    (
        "name others than the thing itself, each once, and a single one as a need",
        "nommez-en d'autres que l'élément même, chacun une fois, et un seul comme requis",
    ),
    (
        "give fewer days, no end, or say that it is not public",
        "donnez moins de jours, aucune fin, ou dites que ce n'est pas publié",
    ),
    (
        "give the amount without its sign, or say that it is not public",
        "donnez le montant sans son signe, ou dites que ce n'est pas publié",
    ),
    (
        "declare it for everybody, or withdraw it first, which everybody can see",
        "déclarez-le pour tous, ou retirez-le d'abord, ce que chacun peut voir",
    ),
    ("withdraw one, or declare one of them anew", "retirez-en un, ou déclarez l'un d'eux de nouveau"),
    ("look up the capabilities in the record", "consultez les capacités au registre"),
    ("it is for a representative of `{}`", "c'est à un représentant habilité de {0}"),
    (
        "look up the soundings in the record, name one that is not for more, or none",
        "consultez les sondages au registre, nommez-en un qui n'est pas lisible par plus de monde, ou aucun",
    ),
    ("say it in a line, name a document, or both", "dites-le en une ligne, nommez un document, ou les deux"),
    ("name each State once", "nommez chaque État une fois"),
    (
        "revise one of them, or let another member record it",
        "révisez l'un d'eux, ou laissez un autre membre le consigner",
    ),
    (
        "each member revises its own: record one beside it",
        "chaque membre révise le sien : consignez-en un à côté",
    ),
    ("read it, and name version {}", "lisez-la, et nommez la version {0}"),
    ("name other members, each once", "nommez d'autres membres, chacun une fois"),
    ("name a later or a nearer moment", "nommez un instant plus tardif ou plus proche"),
    ("wait until one of them is released", "attendez que l'une d'elles soit communiquée"),
    ("look up the briefings in the record", "consultez les informations préalables au registre"),
    ("it is for {}", "c'est à la fonction {0o}"),
    (
        "the member's root key can accredit the representative anew",
        "la clé racine du membre peut habiliter de nouveau le représentant",
    ),
    (
        "a framework decides, adopts texts and changes its members; money is for a partnership that has a fund",
        "un cadre décide, adopte des textes et change ses membres ; l'argent est à un partenariat qui a un fonds",
    ),
];
