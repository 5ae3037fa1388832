//! How many commands were given in a post today. Agreed like everything else, so that every node refuses
//! the same.

use alloc::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::Charter;

use crate::author::Post;
use crate::command::Class;
use crate::moment::Day;

/// Commands given, by class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Used {
    #[n(0)]
    ordinary: u32,
    #[n(1)]
    reserved: u32,
}

impl Used {
    /// The allowance from which a command of this class is taken now, if there is one: votes and a member's own
    /// case draw on the ordinary allowance first, and then on the reserve that is kept for them.
    pub(crate) fn allowance(self, class: Class, charter: &Charter) -> Option<Class> {
        let limits = charter.limits();
        match class {
            _ if self.ordinary < limits.commands_a_day() => Some(Class::Ordinary),
            Class::Reserved if self.reserved < limits.reserve_a_day() => Some(Class::Reserved),
            _ => None,
        }
    }

    pub(crate) fn take(&mut self, allowance: Class) {
        let count = match allowance {
            Class::Ordinary => &mut self.ordinary,
            Class::Reserved => &mut self.reserved,
        };
        *count = count.saturating_add(1);
    }
}

/// How many commands of this class the charter allows a post a day at the most.
pub(crate) fn allowed(charter: &Charter, class: Class) -> u32 {
    let (ordinary, reserve) = (charter.limits().commands_a_day(), charter.limits().reserve_a_day());
    match class {
        Class::Ordinary => ordinary,
        Class::Reserved => ordinary.saturating_add(reserve),
    }
}

/// The counts of one day; a new day begins with none. A post has one allowance, however many keys hold it, or a
/// member could multiply its own by its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Quotas {
    #[n(0)]
    day: Option<Day>,
    #[n(1)]
    used: BTreeMap<Post, Used>,
}

impl Quotas {
    pub(crate) fn used(&self, post: Post, day: Day) -> Used {
        if self.day == Some(day) {
            self.used.get(&post).copied().unwrap_or_default()
        } else {
            Used::default()
        }
    }

    pub(crate) fn count(&mut self, post: Post, class: Class, day: Day, charter: &Charter) {
        if self.day != Some(day) {
            self.day = Some(day);
            self.used.clear();
        }
        let used = self.used.entry(post).or_default();
        if let Some(allowance) = used.allowance(class, charter) {
            used.take(allowance);
        }
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use quorate_charter::Office;

    use crate::authentic::Unauthentic;
    use crate::command::Command;
    use crate::decisions::Choice::InFavour;
    use crate::exercise::commands::{accredit, assist, close, indicate, request, usd, vote};
    use crate::exercise::keys::public;
    use crate::exercise::{DAY, Exercise, HOUR, NOON, Real};
    use crate::moment::Moment;
    use crate::signed::Signed;
    use crate::step::InvalidBlock;

    /// Any command that a representative may give.
    fn any() -> Command {
        indicate("GBR", None)
    }

    /// Gives this many of a command, many to a block.
    fn give(x: &mut Exercise, who: &str, count: usize, command: &Command) -> Result<(), InvalidBlock> {
        let commands: Vec<_> = (0..count).map(|_| x.presumed(who, command.clone())).collect();
        x.step(&commands).map(|_| ())
    }

    fn is_too_many(result: &Result<(), InvalidBlock>, allowed: u32) -> bool {
        matches!(
            result,
            Err(InvalidBlock::Unauthentic { reason: Unauthentic::TooMany { allowed: most, .. }, .. }) if *most == allowed
        )
    }

    #[test]
    fn a5_a_representative_has_a_daily_allowance_and_refused_commands_count() {
        for command in [any(), close(9)] {
            let mut x = Exercise::begin();
            assert!(is_too_many(&give(&mut x, "CAN/representative", 201, &command), 200));
            give(&mut x, "CAN/representative", 199, &command).unwrap();
            give(&mut x, "CAN/representative", 1, &command).unwrap();
            assert!(is_too_many(&give(&mut x, "CAN/representative", 1, &command), 200));
            // Another's allowance is another, also that of another office of the same member.
            give(&mut x, "CAN/treasurer", 1, &command).unwrap();
            give(&mut x, "DEU/representative", 1, &command).unwrap();
        }
    }

    #[test]
    fn a5_the_allowance_is_renewed_at_midnight() {
        let mut x = Exercise::begin();
        give(&mut x, "CAN/representative", 200, &any()).unwrap();
        let midnight = Moment(NOON.0 + 12 * HOUR);
        x.at(Moment(midnight.0 - 1));
        assert!(is_too_many(&give(&mut x, "CAN/representative", 1, &any()), 200));
        x.at(midnight);
        give(&mut x, "CAN/representative", 200, &any()).unwrap();
        assert!(is_too_many(&give(&mut x, "CAN/representative", 1, &any()), 200));
    }

    #[test]
    fn a5_votes_and_a_members_own_case_have_a_reserve() {
        let mut x = Exercise::begin();
        let case = x.requested(&["10.00"]);
        let decision = x.opened(assist(case));
        give(&mut x, "FRA/representative", 200, &any()).unwrap();
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &any()), 200));
        x.accept("FRA/representative", vote(decision, InFavour));
        x.accept("FRA/representative", request(&[usd("1.00")]));
        give(&mut x, "FRA/representative", 48, &vote(9, InFavour)).unwrap();
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &vote(9, InFavour)), 250));
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &request(&[usd("1.00")])), 250));
    }

    #[test]
    fn a5_the_reserve_is_kept_and_no_cap() {
        let mut x = Exercise::begin();
        // Votes draw on the ordinary allowance first, all of it, and leave the reserve until then.
        give(&mut x, "FRA/representative", 200, &vote(9, InFavour)).unwrap();
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &any()), 200));
        give(&mut x, "FRA/representative", 50, &vote(9, InFavour)).unwrap();
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &vote(9, InFavour)), 250));
    }

    #[test]
    fn a5_a_post_has_one_allowance_however_many_keys_hold_it() {
        let mut real = Real::begin();
        let now = real.next();
        let (who, until) = ("CAN/representative", Moment(now.0 + DAY));
        let second = real.sign("CAN/root", accredit(public("second"), Office::Representative, now, until));
        real.step(vec![second]).unwrap();
        let all: Vec<Signed> = (0..200).map(|_| real.sign(who, any())).collect();
        real.step(all).unwrap();
        let one_more = real.sign(who, any());
        assert!(is_too_many(&real.step(vec![one_more]).map(|_| ()), 200));
        let other = real.sign_by("second", who, until, any());
        assert!(is_too_many(&real.step(vec![other]).map(|_| ()), 200));
    }
}
