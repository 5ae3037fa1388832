//! What is asked about members, their keys and their standing.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::members::Command as C;

use super::{instrument, office, quoted};
use crate::words::{Language, minute};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Accredit(_) | C::Revoke(_) | C::ReplaceRoot(_) | C::ObjectKeys(_) | C::NameNode(_) => {
            keys(command, who, language)
        }
        C::Sign(said) if said.provisionally => both!(
            language,
            "{who} signs the charter, and applies it provisionally until it is in force",
            "{who} signe la charte et l'applique à titre provisoire jusqu'à son entrée en vigueur"
        ),
        C::Sign(_) => both!(language, "{who} signs the charter", "{who} signe la charte"),
        C::Ratify(_) => both!(
            language,
            "{who} ratifies the charter, and consents to be bound by it",
            "{who} ratifie la charte et consent à être lié par elle"
        ),
        C::EndProvisional(_) => both!(
            language,
            "{who} ends its provisional application of the charter",
            "{who} met fin à son application provisoire de la charte"
        ),
        C::Withdraw(_) => both!(
            language,
            "{who} gives notice of withdrawal from the charter: once the time of the notice is over, it is no member any more",
            "{who} notifie son retrait de la charte : au terme du préavis, il n'est plus membre"
        ),
        C::Stay(_) => both!(
            language,
            "{who} takes its notice of withdrawal back, and stays a member",
            "{who} retire sa notification de retrait et reste membre"
        ),
        C::Accede(_) => both!(
            language,
            "{who} accedes to the charter as it was invited to, and consents to be bound by it",
            "{who} adhère à la charte comme il y a été invité et consent à être lié par elle"
        ),
        C::Accept(said) => {
            let version = said.version;
            both!(
                language,
                "{who} accepts text {version} of the charter, and consents to be bound by it",
                "{who} accepte le texte {version} de la charte et consent à être lié par lui"
            )
        }
        C::State(said) => {
            let (decision, text) = (said.decision.0, quoted(language, &said.text));
            both!(
                language,
                "{who} states on decision {decision}, which concerns it: {text}",
                "{who} déclare sur la décision {decision}, qui le concerne : {text}"
            )
        }
        C::Instrument(command) => instrument::sentence(command, who, language),
    }
}

fn keys(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Accredit(said) => {
            let (key, office) = (said.key, office(language, said.office));
            let (from, until) = (minute(said.from), minute(said.until));
            both!(
                language,
                "{who} gives the office of {office} to the key {key}, from {from} until {until}: whoever holds that key acts for \
                 {who} in it",
                "{who} confie la fonction de {office} à la clé {key}, de {from} à {until} : qui détient cette clé l'exerce pour {who}"
            )
        }
        C::Revoke(said) => {
            let (key, office) = (said.key, office(language, said.office));
            both!(
                language,
                "{who} ends the credentials of the key {key} as {office}, at once",
                "{who} met fin aussitôt aux pouvoirs de la clé {key} comme {office}"
            )
        }
        C::ReplaceRoot(said) if said.end_credentials => {
            let root = said.root;
            both!(
                language,
                "{who} replaces its root key by {root}, and ends all its credentials",
                "{who} remplace sa clé racine par {root} et met fin à tous ses pouvoirs"
            )
        }
        C::ReplaceRoot(said) => {
            let root = said.root;
            both!(
                language,
                "{who} replaces its root key by {root}; its credentials stay",
                "{who} remplace sa clé racine par {root} ; ses pouvoirs demeurent"
            )
        }
        C::NameNode(said) => {
            let (node, tip) = (said.ready.node, said.ready.tip.short());
            both!(
                language,
                "{who} names {node} as the key of its node, which says that it has come to block {tip}, and which agrees on blocks \
                 for {who} from the next on",
                "{who} désigne {node} comme clé de son nœud, qui dit être arrivé au bloc {tip} et convient des blocs pour {who} \
                 à partir du suivant"
            )
        }
        _ => both!(
            language,
            "{who} objects to the new keys that were decided for it: they are void",
            "{who} s'oppose aux nouvelles clés décidées pour lui : elles sont sans effet"
        ),
    }
}
