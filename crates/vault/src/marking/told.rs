//! What a marking says in words: who will see the text, and who will not.

use quorate_charter::MemberCode;

use super::{Agreements, Level, Marking, NoRelease};

/// In which language something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// French.
    French,
}

/// Why a State does not see a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The marking does not name it.
    NotNamed,
    /// It and the originator have no security agreement.
    NoAgreement,
    /// Their agreement says nothing of the level.
    NoLevel,
}

/// Who will see a text and who will not, of the members that were asked about; the originator's own always does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    from: MemberCode,
    level: Level,
    sees: Vec<(MemberCode, Level)>,
    not: Vec<(MemberCode, Why)>,
    outside: Vec<MemberCode>,
    conditions: bool,
}

impl Marking {
    /// Who of these members will see a text of one of them that is so marked, and who will not.
    #[must_use]
    pub fn seen(&self, from: MemberCode, members: &[MemberCode], agreements: &Agreements) -> Seen {
        let mut seen = Seen {
            from,
            level: self.level,
            sees: Vec::new(),
            not: Vec::new(),
            outside: self.audience.iter().filter(|named| !members.contains(named)).collect(),
            conditions: self.categories.iter().any(|(kind, _, _)| kind != super::Kind::Informative),
        };
        for member in members.iter().copied().filter(|member| *member != from) {
            match agreements.release(self, from, member) {
                Ok(level) => seen.sees.push((member, level)),
                Err(NoRelease::NotNamed(_)) => seen.not.push((member, Why::NotNamed)),
                Err(NoRelease::NoAgreement(..)) => seen.not.push((member, Why::NoAgreement)),
                Err(NoRelease::NoLevel(..)) => seen.not.push((member, Why::NoLevel)),
            }
        }
        seen
    }
}

impl Seen {
    /// The members beside the originator's that will see it, with the level as which they keep it.
    #[must_use]
    pub fn sees(&self) -> &[(MemberCode, Level)] {
        &self.sees
    }

    /// The members that will not, and why.
    #[must_use]
    pub fn not(&self) -> &[(MemberCode, Why)] {
        &self.not
    }

    /// A sentence for each.
    #[must_use]
    pub fn told(&self, tongue: Tongue) -> Vec<String> {
        let french = tongue == Tongue::French;
        let (from, level) = (self.from, self.level);
        let mut told = vec![match (french, self.sees.is_empty()) {
            (false, true) => format!("Nobody will see this but {from}."),
            (false, false) => format!("{from} will see this, and {}.", list(&self.sees, "and")),
            (true, true) => format!("Personne ne verra ceci, sauf {from}."),
            (true, false) => format!("{from} verra ceci, ainsi que {}.", list(&self.sees, "et")),
        }];
        for (member, kept) in self.sees.iter().filter(|(_, kept)| *kept != level) {
            told.push(match french {
                false => format!("{member} keeps it as {kept}."),
                true => format!("{member} le conserve comme {kept}."),
            });
        }
        for (member, why) in &self.not {
            told.push(match (french, why) {
                (false, Why::NotNamed) => format!("{member} will not see it: the marking does not name it."),
                (false, Why::NoAgreement) => {
                    format!("{member} will not see it: it has no security agreement with {from}.")
                }
                (false, Why::NoLevel) => {
                    format!("{member} will not see it: its agreement with {from} says nothing of {level}.")
                }
                (true, Why::NotNamed) => format!("{member} ne le verra pas : le marquage ne le nomme pas."),
                (true, Why::NoAgreement) => {
                    format!("{member} ne le verra pas : aucun accord de sécurité avec {from}.")
                }
                (true, Why::NoLevel) => {
                    format!("{member} ne le verra pas : son accord avec {from} ne dit rien de {level}.")
                }
            });
        }
        for outside in &self.outside {
            told.push(match french {
                false => format!(
                    "{outside} is named, and is none of the members asked about: it gets no key here."
                ),
                true => format!(
                    "{outside} est nommé sans être l'un de ces membres : il ne reçoit aucune clé ici."
                ),
            });
        }
        if self.conditions {
            told.push(match french {
                false => "Within each, only those who meet the categories of the marking.".to_owned(),
                true => "Dans chacun, seuls ceux qui remplissent les catégories du marquage.".to_owned(),
            });
        }
        told
    }
}

fn list(members: &[(MemberCode, Level)], and: &str) -> String {
    let codes: Vec<&str> = members.iter().map(|(member, _)| member.as_str()).collect();
    match codes.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, rest)) => format!("{} {and} {last}", rest.join(", ")),
    }
}
