//! A legal authority: what a member's law allows it to do, who decides, and how long that takes. Article: assessments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::particulars::Next;
use super::{Event, Item, Particulars, Refusal, Thing};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// What is asked of a parliament.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Parliament {
    /// Nothing.
    #[n(0)]
    Nothing,
    /// It is informed.
    #[n(1)]
    Informed,
    /// It approves.
    #[n(2)]
    Approves,
}

impl Parliament {
    /// The step in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Parliament::Nothing => "none",
            Parliament::Informed => "informed",
            Parliament::Approves => "approval",
        }
    }
}

/// Says what one's own law allows.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Legal {
    /// What is to be authorised.
    #[n(0)]
    pub item: Item,
    /// The law and its article.
    #[n(1)]
    pub basis: Phrase,
    /// Who decides.
    #[n(2)]
    pub decides: Phrase,
    /// What is asked of the parliament.
    #[n(3)]
    pub parliament: Parliament,
    /// How many days it takes.
    #[n(4)]
    pub days: u32,
    /// What every assessment says.
    #[n(5)]
    pub particulars: Particulars,
    /// Within what limits.
    #[n(6)]
    pub limits: Option<Phrase>,
    /// The last day on which the law is valid, if it ends.
    #[n(7)]
    pub until: Option<Day>,
}

impl Legal {
    /// What it is about.
    #[must_use]
    pub fn about(&self) -> Thing {
        Thing::Legal(self.item.clone())
    }
}

impl Provision for Legal {
    fn name(&self) -> &'static str {
        "assessment legal"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        self.particulars.is_dated(partnership, now)?;
        // R49: a law that has ended allows nothing.
        if self.until.is_some_and(|until| until < self.particulars.on) {
            return Err(Refusal::Ended.into());
        }
        let Next { assessment, by, ends } = self.particulars.next(partnership, act, &self.about())?;
        Ok(vec![Event::LegalGiven { assessment, by, legal: self.clone(), ends }.into()])
    }
}
