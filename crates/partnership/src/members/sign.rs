//! Sign: a State signs the charter, and may declare that it applies it at once. Article: entry into force.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::instrument::{may_sign, signs};
use super::standing::{Needs, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Signs the charter. A signature binds nobody; it lets a State ratify, and apply the charter provisionally (VCLT,
/// Articles 18 and 25).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Sign {
    /// Whether the signatory applies the charter until it is in force for it.
    #[n(0)]
    pub provisionally: bool,
}

impl Provision for Sign {
    fn name(&self) -> &'static str {
        "member sign"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (member, provisionally) = (act.post().member, self.provisionally);
        // M10, M11 and M36: there is an entry into force to wait for, once, and with full powers.
        may_sign(partnership, member)?;
        // M11: provisionally where the article says so.
        let article = partnership.charter().entry_into_force();
        if provisionally && !article.is_some_and(|article| article.provisional()) {
            return Err(Refusal::NotProvisional.into());
        }
        Ok(signs(partnership, member, provisionally).into_iter().map(AnyEvent::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::exercise::Exercise;
    use crate::exercise::commands::indicate;
    use crate::exercise::standing::{ratification, sign_charter};

    #[test]
    fn a_signature_binds_nobody() {
        let mut x = Exercise::before_entry();
        x.accept("CAN/root", sign_charter(false));
        // M8: signed, and not bound.
        x.refuse("CAN/representative", indicate("CAN", None), "M8");
        assert!(!x.partnership.members().is_bound("CAN".parse().unwrap()));
    }

    #[test]
    fn provisional_application_does_until_it_is_ended() {
        let mut x = Exercise::before_entry();
        x.accept("CAN/root", sign_charter(true));
        x.accept("CAN/representative", indicate("CAN", None));
        x.accept("CAN/root", crate::exercise::standing::end_provisional());
        x.refuse("CAN/representative", indicate("CAN", None), "M8");
    }

    #[test]
    fn m10_a_charter_in_force_from_the_founding_is_not_signed() {
        Exercise::begin().refuse("CAN/root", sign_charter(false), "M10");
    }

    #[test]
    fn m11_once_and_provisionally_only_where_the_article_says_so() {
        let mut x = Exercise::before_entry();
        x.accept("CAN/root", sign_charter(false));
        x.refuse("CAN/root", sign_charter(true), "M11");
        let mut x = Exercise::under(&ratification().replace("provisional = true", "provisional = false"));
        x.refuse("CAN/root", sign_charter(true), "M11");
        x.accept("CAN/root", sign_charter(false));
    }
}
