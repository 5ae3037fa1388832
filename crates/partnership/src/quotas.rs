//! How many commands a representative has given today. Agreed like everything else, so that every node refuses
//! the same.

use alloc::collections::BTreeMap;

use quorate_charter::Charter;

use crate::author::Post;
use crate::command::Class;
use crate::ids::PublicKey;
use crate::moment::Day;

/// Commands given, by class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Used {
    ordinary: u32,
    reserved: u32,
}

impl Used {
    pub(crate) fn of(self, class: Class) -> u32 {
        match class {
            Class::Ordinary => self.ordinary,
            Class::Reserved => self.reserved,
        }
    }

    pub(crate) fn add(&mut self, class: Class) {
        let count = match class {
            Class::Ordinary => &mut self.ordinary,
            Class::Reserved => &mut self.reserved,
        };
        *count = count.saturating_add(1);
    }
}

/// What the charter allows a representative a day.
pub(crate) fn allowed(charter: &Charter, class: Class) -> u32 {
    match class {
        Class::Ordinary => charter.limits().commands_a_day(),
        Class::Reserved => charter.limits().reserve_a_day(),
    }
}

/// The counts of one day; a new day begins with none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quotas {
    day: Option<Day>,
    used: BTreeMap<(Post, Option<PublicKey>), Used>,
}

impl Quotas {
    pub(crate) fn used(&self, post: Post, key: Option<PublicKey>, day: Day) -> Used {
        if self.day == Some(day) {
            self.used.get(&(post, key)).copied().unwrap_or_default()
        } else {
            Used::default()
        }
    }

    pub(crate) fn count(&mut self, post: Post, key: Option<PublicKey>, class: Class, day: Day) {
        if self.day != Some(day) {
            self.day = Some(day);
            self.used.clear();
        }
        self.used.entry((post, key)).or_default().add(class);
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
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &vote(9, InFavour)), 50));
        assert!(is_too_many(&give(&mut x, "FRA/representative", 1, &request(&[usd("1.00")])), 50));
    }

    #[test]
    fn a5_another_key_of_the_same_office_has_an_allowance_of_its_own() {
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
        real.step(vec![other]).unwrap();
    }
}
