//! Call: in a member's opinion the security of a member is threatened, and the members consult. Article: consultations.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{Event, MAX_CALLED, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::ids::{ConsultationNo, DocumentHash};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// Calls consultations. They are in force at once: nobody accepts, refuses or delays them. A suspended member calls too.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Call {
    /// Whose security is threatened, in the caller's opinion: in the order of their codes, each once.
    #[n(0)]
    pub threatened: Vec<MemberCode>,
    /// About what.
    #[n(1)]
    pub subject: Wording,
    /// For whom the call is.
    #[n(2)]
    pub audience: Audience,
    /// The hash of a paper that goes with it.
    #[n(3)]
    pub paper: Option<DocumentHash>,
}

impl Provision for Call {
    fn name(&self) -> &'static str {
        "consultation call"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (rooms, by) = (partnership.consultations(), act.post().member);
        // K1: the charter has the article.
        let article = partnership.charter().consultations().ok_or(Refusal::NoArticle)?;
        // K3: those named are members that the charter binds, at least one, each once.
        let in_order = self.threatened.is_sorted_by(|one, next| one < next);
        if self.threatened.is_empty() || !in_order {
            return Err(Refusal::NotNamed(None).into());
        }
        if let Some(other) = self.threatened.iter().find(|member| !partnership.members().is_bound(**member)) {
            return Err(Refusal::NotNamed(Some(*other)).into());
        }
        // K4: so many of a member's own are open at a time, whatever others call.
        if rooms.open_of(by) >= MAX_CALLED {
            return Err(Refusal::TooManyOpen.into());
        }
        let members = partnership.charter().members().map(|(member, _)| member);
        let asked = members.filter(|member| *member != by && partnership.members().is_bound(*member));
        Ok(vec![
            Event::Called {
                consultation: ConsultationNo::after(rooms.list.len()),
                by,
                threatened: self.threatened.clone(),
                subject: self.subject.clone(),
                audience: self.audience,
                paper: self.paper,
                asked: asked.collect(),
                first_session_by: now.plus(article.first_session_within()),
            }
            .into(),
        ])
    }
}
