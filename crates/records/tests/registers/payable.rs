//! I-40, on the real rules: whatever one member does or leaves undone, what was approved is paid.

use quorate_charter::Office;
use quorate_partnership::members::{self, Revoke, Withdraw};
use quorate_records::{Cell, HORIZONS, Register};

use crate::story::{Step, What};
use crate::world::{MEMBERS, World, key};

/// What the one member does, and from when on it does nothing else.
#[derive(Clone, Copy, Debug)]
enum Conduct {
    /// It pays nothing more, and is not there.
    Nothing,
    /// It gives notice of withdrawal.
    Notice,
    /// It gives notice, and the notice ends.
    Leaves,
    /// It ends its own treasurer's credential.
    NoTreasurer,
    /// Nobody hears of it, nor of the others, for 600 days.
    Silent,
}

const CONDUCTS: [Conduct; 5] =
    [Conduct::Nothing, Conduct::Notice, Conduct::Leaves, Conduct::NoTreasurer, Conduct::Silent];

/// The steps after the approval, before each of which it may turn.
const STEPS: usize = 6;

/// Two of the others and the one that may do what it wants, for each that asks.
fn casts() -> Vec<[usize; 4]> {
    let mut casts = Vec::new();
    for asks in 0..4 {
        for bad in (0..4).filter(|bad| *bad != asks) {
            let others: Vec<usize> = (0..4).filter(|other| ![asks, bad].contains(other)).collect();
            casts.push([asks, bad, others[0], others[1]]);
        }
    }
    casts
}

/// All sign, the one pays a third of what it signed, and all the cash there is is approved for one case.
fn approved([asks, bad, one, other]: [usize; 4]) -> World {
    // Whoever leaves is owed its share: it is taken of nothing that was approved.
    let notice = "notice = \"365d\"";
    let charter = include_str!("../../../../charters/partnership.toml");
    let with = [notice, "\nsettlement = { instalments = 1, every = \"1d\" }"].concat();
    let mut world = World::under(&charter.replace(notice, &with));
    let number = |member: usize| u32::try_from(member).unwrap();
    for (line, (member, signs, pays)) in (1..).zip([(bad, 300, 100), (one, 200, 200), (other, 200, 200)]) {
        world.take(Step(member, What::Sign, signs, 500));
        world.take(Step(member, What::Receipt, number(member), pays));
        world.take(Step((member + 1) % 4, What::Line, line, 0));
    }
    world.take(Step(asks, What::Request, 200, 300));
    world.take(Step(asks, What::Assist, 1, 0));
    world.take(Step(asks, What::Open, 1, 0));
    for member in [bad, one, other] {
        world.take(Step(member, What::InFavour, 1, 0));
    }
    world.take(Step(asks, What::Wait, 72, 0));
    world.take(Step(one, What::Execute, 1, 0));
    assert_eq!(world.cell(Register::Cases, &["1"], "stage"), "approved");
    world
}

impl World {
    fn cell(&self, register: Register, row: &[&str], column: &str) -> String {
        self.records.register(register).find(row, column).map(Cell::plain).unwrap_or_default()
    }

    pub(crate) fn last(&self, register: Register) -> u32 {
        u32::try_from(self.records.register(register).rows.len()).unwrap()
    }

    /// What comes after the approval, by two of the others; what was done before is refused and changes nothing.
    fn goes_on(&mut self, step: usize, tranche: u32, [_, _, one, other]: [usize; 4]) {
        let amount = [200, 300][usize::try_from(tranche).unwrap() - 1];
        match step {
            0 => self.take(Step(one, What::Attest, 1, tranche)),
            1 => self.take(Step(one, What::Instruct, 1, tranche)),
            2 => self.take(Step(other, What::Pay, self.last(Register::Payments), 0)),
            3 => self.take(Step(one, What::Left, self.last(Register::Payments), amount)),
            _ => self.take(Step(other, What::Line, self.last(Register::BankLines), 0)),
        }
    }

    fn turns(&mut self, conduct: Conduct, member: usize) {
        let code = MEMBERS[member];
        let withdraw = members::Command::Withdraw(Withdraw {});
        let post = u8::try_from(member * 3).unwrap();
        let at = Office::ACCREDITED.iter().position(|office| *office == Office::Treasurer).unwrap();
        let treasurer = Revoke { key: key(8 + post + u8::try_from(at).unwrap()), office: Office::Treasurer };
        match conduct {
            Conduct::Nothing => {}
            Conduct::Notice => self.give(code, Office::Root, withdraw.into()),
            Conduct::Leaves => {
                self.give(code, Office::Root, withdraw.into());
                self.wait(366 * 24);
                assert_eq!(self.cell(Register::Membership, &[code], "standing"), "left");
            }
            Conduct::NoTreasurer => {
                self.give(code, Office::Root, members::Command::Revoke(treasurer).into());
            }
            Conduct::Silent => self.wait(600 * 24),
        }
    }

    /// Every rung says that all approved help can be paid though any one member pays nothing more.
    fn says_payable(&self) {
        let ladder = self.records.liquidity().ladder(&HORIZONS, &std::collections::BTreeSet::new());
        for rung in &ladder.rungs {
            assert!(rung.is_payable() && rung.without(1).left >= 0, "{rung:?}");
        }
    }
}

#[test]
fn i40_no_single_members_inaction_absence_default_or_withdrawal_makes_what_was_approved_unpayable() {
    let mut run = 0;
    for cast in casts() {
        let world = approved(cast);
        world.says_payable();
        for conduct in CONDUCTS {
            for turn in 0..STEPS {
                let mut world = world.clone();
                for tranche in [1, 2] {
                    for step in 0..STEPS {
                        if (tranche, step) == (1, turn) {
                            world.turns(conduct, cast[1]);
                            world.says_payable();
                        }
                        world.goes_on(step, tranche, cast);
                    }
                    // What lapsed while it left or was silent is done again by the same two.
                    (0..STEPS).for_each(|step| world.goes_on(step, tranche, cast));
                    let stage = world.cell(Register::Tranches, &["1", &tranche.to_string()], "stage");
                    assert_eq!(stage, "paid", "{cast:?} {conduct:?} before step {turn}, tranche {tranche}");
                }
                world.says_payable();
                let owed = world.cell(Register::Statements, &[MEMBERS[cast[1]], "owes now"], "amount");
                // Whoever left owes what it signed less its share in that, had it paid it: 3.00 of 7.00, of 2.00.
                let left = matches!(conduct, Conduct::Leaves);
                assert_eq!(owed, if left { "1.15" } else { "2.00" }, "what it signed it owes as before");
                run += 1;
            }
        }
    }
    assert_eq!(run, 12 * CONDUCTS.len() * STEPS);
}
