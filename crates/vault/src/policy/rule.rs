//! The rules, by their ids in docs/vault.md, and what is told of them.

use crate::marking::Tongue;

macro_rules! rules {
    ($($name:ident $id:literal $english:literal $french:literal;)*) => {
        /// A rule of the policy, by its id in docs/vault.md.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = concat!("`", $id, "`: ", $english)] $name,)*
        }

        impl Rule {
            /// All rules, in the order of their ids.
            pub const ALL: &[Rule] = &[$(Rule::$name,)*];

            /// Its id.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Rule::$name => $id,)*
                }
            }

            /// Why it refuses, and what to do.
            #[must_use]
            pub const fn told(self, tongue: Tongue) -> &'static str {
                match (self, tongue) {
                    $((Rule::$name, Tongue::English) => $english, (Rule::$name, Tongue::French) => $french,)*
                }
            }
        }
    };
}

rules! {
    Inside "V1"
        "The reader's member is not in every compartment in which the product lies: its members let it in, or nobody does."
        "Le membre du lecteur n'est pas dans chaque compartiment où se trouve le produit : leurs membres l'admettent, ou personne.";
    Office "V2"
        "The reader speaks in no office that a member accredits for it: ask with an accredited post."
        "Le lecteur ne parle dans aucune fonction accréditée à cet effet : demandez avec une fonction accréditée.";
    Releasable "V3"
        "The marking does not name the reader's State: ask the originator for a version that does."
        "Le marquage ne nomme pas l'État du lecteur : demandez à l'auteur une version qui le nomme.";
    Agreement "V4"
        "The reader's State and the originator have no security agreement for this level: they sign one first."
        "L'État du lecteur et l'auteur n'ont pas d'accord de sécurité pour ce niveau : ils en signent un d'abord.";
    Cleared "V5"
        "The reader is not cleared for the level: somebody who is cleared reads it."
        "Le lecteur n'est pas habilité à ce niveau : une personne habilitée le lit.";
    Released "V6"
        "Its release time has not come, and the reader's State is not named in advance: wait, or ask the originator."
        "Sa date de communication n'est pas venue, et l'État du lecteur n'est pas nommé d'avance : attendez, ou demandez à l'auteur.";
    ThirdParty "V7"
        "Nothing goes on without its originator: ask it for its consent to these receivers."
        "Rien n'est transmis sans son auteur : demandez-lui son consentement pour ces destinataires.";
    Contributed "V8"
        "It contains material of a State that has not consented to these receivers: ask that State too."
        "Il contient des éléments d'un État qui n'a pas consenti à ces destinataires : demandez aussi à cet État.";
    PassedByOriginator "V9"
        "Its originator keeps control: it passes it on itself, and nobody else does."
        "Son auteur en garde le contrôle : lui seul le transmet.";
    HalfByOriginator "V10"
        "Its originator keeps control, and has not consented that this reader gets the second half of the key: ask it."
        "Son auteur en garde le contrôle et n'a pas consenti à donner la seconde moitié de la clé à ce lecteur : demandez-lui.";
    Receivers "V11"
        "It would go to nobody, or to a State that the marking does not name: name receivers that the marking names."
        "Il irait à personne, ou à un État que le marquage ne nomme pas : nommez des destinataires que le marquage nomme.";
    ReleasedOn "V12"
        "Its release time has not come, and not all receivers are named in advance: wait, or ask the originator."
        "Sa date de communication n'est pas venue, et des destinataires ne sont pas nommés d'avance : attendez, ou demandez à l'auteur.";
    Bound "V13"
        "The reader's State is bound by an earlier obligation to pass it to a State that the marking does not name: the originator \
         consents, or it is refused."
        "L'État du lecteur est tenu par une obligation antérieure de le transmettre à un État que le marquage ne nomme pas : l'auteur \
         y consent, ou c'est refusé.";
    ForwardOffice "V14"
        "Only a representative or a liaison officer passes something on for its member: ask one."
        "Seul un représentant ou un officier de liaison transmet au nom de son membre : demandez-lui.";
    ActionOn "V15"
        "Nobody acts on it without its originator: ask it for its consent to that action."
        "Nul n'y donne suite sans son auteur : demandez-lui son consentement à cette action.";
}

impl Rule {
    /// The rule of a policy's id: `V1` of `V1 3f.. forbid`.
    pub(super) fn of_policy(id: &str) -> Option<Rule> {
        let id = id.split(' ').next()?;
        Rule::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}
