//! What is asked about decisions.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::decisions::{Choice, Command as C, Reserve, Vote};

use super::effects::does;
use super::{given, quoted};
use crate::words::Language;

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Table(said) => {
            let (title, does) = (quoted(language, &said.title), does(&said.effect, language));
            both!(
                language,
                "{who} tables a draft decision. Adopted and executed, it does this and nothing else: {does}. Its title is {title}",
                "{who} dépose un projet de décision. Adopté puis exécuté, il fait ceci et rien d'autre : {does}. Son titre est {title}"
            )
        }
        C::Amend(said) => {
            let (decision, version) = (said.decision.0, said.version);
            let title = given(said.title.as_ref(), |title| {
                let title = quoted(language, title);
                both!(language, "; its title becomes {title}", " ; son titre devient {title}")
            });
            let does = given(said.effect.as_ref(), |effect| {
                let does = does(effect, language);
                both!(language, "; what it does becomes: {does}", " ; son effet devient : {does}")
            });
            both!(
                language,
                "{who} amends its draft, decision {decision}, in version {version}{title}{does}",
                "{who} modifie son projet, la décision {decision}, dans sa version {version}{title}{does}"
            )
        }
        C::Vote(vote) => voted(vote, who, language),
        C::Object(said) => {
            let (decision, reason) = (said.decision.0, quoted(language, &said.reason));
            let instead = given(said.replaces, |earlier| earlier_word(&earlier.short(), language));
            both!(
                language,
                "{who} objects to decision {decision}, where silence would adopt it: {reason}{instead}",
                "{who} fait objection à la décision {decision}, que le silence adopterait : {reason}{instead}"
            )
        }
        C::Proxy(said) => proxy(said.decision.0, said.to, who, language),
        C::Open(_) | C::Execute(_) | C::Withdraw(_) | C::Close(_) => moved(command, who, language),
    }
}

fn moved(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Open(said) => {
            let decision = said.decision.0;
            both!(
                language,
                "{who} opens the vote on its draft, decision {decision}, which cannot be amended from then on",
                "{who} ouvre le vote sur son projet, la décision {decision}, qui ne peut plus être modifié ensuite"
            )
        }
        C::Execute(said) => {
            let decision = said.decision.0;
            both!(
                language,
                "{who} executes decision {decision}: what was adopted takes effect",
                "{who} exécute la décision {decision} : ce qui a été adopté prend effet"
            )
        }
        C::Withdraw(said) => {
            let decision = said.decision.0;
            both!(
                language,
                "{who} takes back its draft, decision {decision}",
                "{who} retire son projet, la décision {decision}"
            )
        }
        C::Close(said) => {
            let decision = said.decision.0;
            both!(
                language,
                "{who} closes the written vote on decision {decision}, in which all have voted",
                "{who} clôt le vote écrit sur la décision {decision}, auquel tous ont pris part"
            )
        }
        _ => String::new(),
    }
}

fn voted(vote: &Vote, who: MemberCode, language: Language) -> String {
    let decision = vote.decision.0;
    let said = match vote.choice {
        Choice::InFavour => both!(
            language,
            "{who} votes in favour of decision {decision}",
            "{who} vote pour la décision {decision}"
        ),
        Choice::Against => both!(
            language,
            "{who} votes against decision {decision}",
            "{who} vote contre la décision {decision}"
        ),
        Choice::Abstain => both!(
            language,
            "{who} abstains on decision {decision}",
            "{who} s'abstient sur la décision {decision}"
        ),
    };
    let reserve = given(vote.reserve, |reserve| match reserve {
        Reserve::AdReferendum => both!(
            language,
            ", ad referendum: the vote is to be confirmed",
            ", ad referendum : le vote est à confirmer"
        ),
        Reserve::Parliamentary => both!(
            language,
            ", under parliamentary reserve: the vote is to be confirmed",
            ", sous réserve parlementaire : le vote est à confirmer"
        ),
    });
    let instead = given(vote.replaces, |earlier| earlier_word(&earlier.short(), language));
    let why = given(vote.explanation.as_ref(), |text| {
        let text = quoted(language, text);
        both!(language, "; its explanation: {text}", " ; son explication : {text}")
    });
    both!(language, "{said}{reserve}{instead}{why}", "{said}{reserve}{instead}{why}")
}

fn earlier_word(earlier: &str, language: Language) -> String {
    both!(
        language,
        "; it replaces its earlier word {earlier}",
        " ; cela remplace sa voix antérieure {earlier}"
    )
}

fn proxy(decision: u32, to: Option<MemberCode>, who: MemberCode, language: Language) -> String {
    match to {
        Some(to) => both!(
            language,
            "{who} gives its vote on decision {decision} to {to}: it counts as {to} votes, if {to} itself votes",
            "{who} donne sa voix sur la décision {decision} à {to} : elle compte comme vote {to}, si {to} vote lui-même"
        ),
        None => both!(
            language,
            "{who} ends its proxy on decision {decision}, and votes itself again",
            "{who} met fin à sa procuration sur la décision {decision} et vote de nouveau lui-même"
        ),
    }
}
