//! Amend: the members adopt another text; it binds those that accept it. Article: amendment.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Rule};

use super::Event;
use super::effect::Provides;
use super::instrument::asked_beyond;
use super::standing::{On, Refusal};
use super::text::Text;
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Adopts a text in the place of the one in force. It comes into force once enough members have accepted it.
///
/// What members signed stands in their agreements, which no text changes. What runs already goes on as it began: a
/// vote by the rule of its opening, a hearing, a notice, a wait until the moment that was set when it began.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Amend {
    /// The version that the text amends.
    #[n(0)]
    pub amends: u32,
    /// The text, whole.
    #[n(1)]
    pub text: Text,
}

impl Provides for Amend {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.amendment().map(|article| article.rule())
    }

    fn on(&self) -> On {
        On::Amendment
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        let standings = &partnership.members().standings;
        let version = standings.version;
        // M24: it amends the text that is in force.
        if self.amends != version {
            return Err(Refusal::OtherVersion { amends: self.amends, version });
        }
        // M23: what an amendment cannot do.
        let refused = |what| Err(Refusal::NotAmendable { what });
        if !standings.in_force {
            return refused(
                "the charter is not in force yet: what States are still to ratify does not change".into(),
            );
        }
        let Some(text) = self.text.charter() else {
            return refused("the text is no charter: `quorate new` names its faults".into());
        };
        let beyond = || asked_beyond(standings, partnership.charter(), &text).map(String::from);
        match kept(partnership.charter(), &text).or_else(beyond) {
            None => Ok(()),
            Some(what) => refused(what),
        }
    }

    fn carried_out(
        &self,
        partnership: &Partnership,
        decision: DecisionNo,
        _now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        let version = partnership.members().standings.versions.saturating_add(1);
        Ok(vec![Event::AmendmentAdopted { version, decision, terms: self.clone() }])
    }
}

/// What the new text does not keep of the old one, and must: who is a member is for accession and withdrawal, what
/// the books are kept in cannot change under them, and the articles by which a member can leave, or undo a change,
/// are not taken from it.
fn kept(old: &Charter, new: &Charter) -> Option<String> {
    if old.has_fund() != new.has_fund() {
        let what = if new.has_fund() {
            "the text adds a fund to a framework: a fund is founded as a partnership of its own"
        } else {
            "the text takes the fund away, whose books are kept"
        };
        return Some(what.into());
    }
    if !old.members().map(|(member, _)| member).eq(new.members().map(|(member, _)| member)) {
        return Some("the text has other members: they come in by accession and leave by withdrawal".into());
    }
    if !old.measures().iter().map(|m| m.name()).eq(new.measures().iter().map(|m| m.name())) {
        return Some(
            "the text weighs by other measures: whoever accedes has its weights by the old ones".into(),
        );
    }
    if old.is_arrangement() != new.is_arrangement() {
        return Some(
            "the text makes a treaty of an arrangement, or the reverse: that is another instrument".into(),
        );
    }
    if old.fund().currency() != new.fund().currency() {
        return Some("the text has another currency than the books".into());
    }
    if old.withdrawal().is_some() && new.withdrawal().is_none() {
        return Some("the text takes the article on withdrawal away".into());
    }
    if new.amendment().is_none() {
        return Some("the text takes the article on amendment away".into());
    }
    if old.entry_into_force().is_none() && new.entry_into_force().is_some() {
        return Some("the text asks for an entry into force, and the charter is in force".into());
    }
    None
}
