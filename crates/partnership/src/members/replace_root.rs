//! Replace a root key: the recovery key names a new root for its member. Article: offices.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::accredit::sound;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::PublicKey;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Replaces the member's root key. Credentials that the old root gave stay until the new root ends them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ReplaceRoot {
    /// The new root key: one that has never stood for any member.
    #[n(0)]
    pub root: PublicKey,
}

impl Provision for ReplaceRoot {
    fn name(&self) -> &'static str {
        "member replace-root"
    }

    fn offices(&self) -> Offices {
        &[Office::Recovery]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        // M3: a new key, or the thief of an old one could come back.
        if partnership.members().known.contains_key(&self.root) {
            return Err(Refusal::KeyTaken(self.root).into());
        }
        sound(&self.root)?;
        Ok(vec![Event::RootReplaced { member: act.post().member, root: self.root }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::replace_root;
    use crate::exercise::keys::{NO_POINT, WEAK, public};

    #[test]
    fn a_recovery_key_names_a_new_root() {
        let mut x = Exercise::begin();
        let (root, at) = (x.new_key(), x.next());
        let events = x.accept("CAN/recovery", replace_root(root));
        let member = "CAN".parse().unwrap();
        assert_eq!(events, vec![Event::RootReplaced { member, root }.into()]);
        let members = x.partnership.members();
        let holds = |post: &str, key| members.holds(post.parse().unwrap(), &key, at);
        assert!(holds("CAN/root", root) && !holds("CAN/root", public("CAN/root")));
        assert!(holds("CAN/treasurer", public("CAN/treasurer")), "what the old root gave stays");
    }

    #[test]
    fn m3_a_new_root_has_never_stood_for_any_member() {
        let mut x = Exercise::begin();
        for known in ["CAN/root", "CAN/recovery", "CAN/treasurer", "DEU/root", "DEU/treasurer"] {
            x.refuse("CAN/recovery", replace_root(public(known)), "M3");
        }
        let second = x.new_key();
        x.accept("CAN/recovery", replace_root(second));
        // Neither the first root nor the one in force can be named again.
        x.refuse("CAN/recovery", replace_root(public("CAN/root")), "M3");
        x.refuse("CAN/recovery", replace_root(second), "M3");
    }

    #[test]
    fn m4_a_new_root_is_a_sound_key() {
        let mut x = Exercise::begin();
        for unsound in [NO_POINT, WEAK] {
            x.refuse("CAN/recovery", replace_root(unsound), "M4");
        }
    }
}
