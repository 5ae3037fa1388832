//! Explain one's position on a decision, a text or anything else. Article: positions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::event::{Event, Subject};
use super::has_article;
use super::refusal::Refusal;
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::DocumentHash;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Explains a member's position, in a line, by a document, or by both.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Explain {
    /// On what.
    #[n(0)]
    pub on: Subject,
    /// For whom the entry is.
    #[n(1)]
    pub audience: Audience,
    /// What it says.
    #[n(2)]
    pub text: Option<Wording>,
    /// The document that says it.
    #[n(3)]
    pub document: Option<DocumentHash>,
}

impl Provision for Explain {
    fn name(&self) -> &'static str {
        "position explain"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        has_article(partnership)?;
        if let Subject::Decision(decision) = self.on {
            partnership.decisions().exists(decision)?;
        }
        // P4: it says something.
        if self.text.is_none() && self.document.is_none() {
            return Err(Refusal::NothingSaid.into());
        }
        let (by, on, audience) = (act.post().member, self.on.clone(), self.audience);
        let (text, document) = (self.text.clone(), self.document);
        Ok(vec![Event::Explained { by, on, audience, text, document }.into()])
    }
}
