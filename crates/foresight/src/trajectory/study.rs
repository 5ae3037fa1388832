//! A scenario under a charter, ready to run.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use quorate_charter::{Charter, Fault, Faults, MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::{Partnership, PublicKey};

use super::chance::seed;
use super::levels::Levels;
use super::results::Ran;
use super::run::Run;
use super::scenario::Scenario;
use crate::rehearsal::{OFFICES, Presumed, Rehearsal, acts, founding, key};

/// Days of a quarter: thirteen weeks.
pub(super) const QUARTER_DAYS: u64 = 91;
/// Credentials have to hold for longer than two quarters: they are renewed at the beginning of one.
const LEAST_TERM: u64 = 200;

/// A scenario under a charter, with the partnership founded, ready to run.
#[derive(Debug)]
pub struct Study {
    pub(super) scenario: Scenario,
    pub(super) levels: Levels,
    pub(super) founded: Arc<Rehearsal>,
    signed: i128,
    base: Arc<Base>,
}

/// What is the same whatever members pay in and however they behave.
#[derive(Debug)]
struct Base {
    charter: Charter,
    /// Everybody is accredited and bound, and nobody has paid in.
    bound: Rehearsal,
    /// Keys cost more than most acts: each is made once.
    keys: BTreeMap<MemberCode, [PublicKey; 3]>,
}

impl Study {
    /// Founds the partnership: everybody accredits, signs and pays in.
    ///
    /// # Errors
    /// What of the scenario does not fit the charter, each at its place in the scenario.
    pub fn new(scenario: Scenario, charter: &Charter, text: &str) -> Result<Study, Faults> {
        if let Some(faults) = Faults::from_list(misfits(&scenario, charter)) {
            return Err(faults);
        }
        let unfounded = |why: String| founding::unfounded(&why);
        let bound = founding::bound(charter, text, founding::term_days(charter)).map_err(unfounded)?;
        let keys = charter
            .members()
            .map(|(member, _)| (member, OFFICES.map(|office| key(member, office))))
            .collect();
        let base = Arc::new(Base { charter: charter.clone(), bound, keys });
        Study::on(base, scenario).map_err(unfounded)
    }

    /// The same under other numbers. Only where members pay in something else is it founded again.
    ///
    /// # Errors
    /// Why it cannot be founded.
    pub(super) fn with(&self, scenario: Scenario) -> Result<Study, String> {
        if amounts(&self.base.charter, &scenario) != amounts(&self.base.charter, &self.scenario) {
            return Study::on(self.base.clone(), scenario);
        }
        let levels = Levels::of(&scenario, self.members());
        let (founded, base) = (self.founded.clone(), self.base.clone());
        Ok(Study { scenario, levels, founded, signed: self.signed, base })
    }

    fn on(base: Arc<Base>, scenario: Scenario) -> Result<Study, String> {
        let charter = &base.charter;
        let signed = amounts(charter, &scenario).into_iter().fold(0_i128, |sum, (_, paid_in, callable)| {
            sum.saturating_add(paid_in.minor()).saturating_add(callable.minor())
        });
        let founded = Arc::new(paid_up(base.bound.clone(), &scenario, charter)?);
        let levels = Levels::of(&scenario, charter.members().map(|(member, _)| member));
        Ok(Study { scenario, levels, founded, signed, base })
    }

    /// What is assumed.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Under which rules.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        &self.base.charter
    }

    /// Runs it once: the same for the same numbers, on any machine.
    #[must_use]
    pub fn run(&self, given: u64, number: u64) -> Ran {
        self.run_at(0, given, number)
    }

    /// The same, at one of the points that an experiment tries.
    pub(super) fn run_at(&self, point: u64, given: u64, number: u64) -> Ran {
        let seed = seed(&self.scenario.digest, point, given, number);
        Run::begin(self, number, seed, false).through().0
    }

    /// The same run, and every block of it. Whoever steps a copy of what was [founded](Study::founded) through them comes to the
    /// same record: a run is nothing but its commands.
    #[must_use]
    pub fn recorded(&self, given: u64, number: u64) -> (Ran, Vec<Presumed>) {
        let seed = seed(&self.scenario.digest, 0, given, number);
        let mut run = Run::begin(self, number, seed, false);
        run.rehearsal.keeps_blocks();
        let (ran, rehearsal) = run.through();
        (ran, rehearsal.into_blocks())
    }

    /// What every run begins with: a rehearsal in which everybody is accredited and bound, and has paid in.
    #[must_use]
    pub fn founded(&self) -> &Partnership {
        self.founded.partnership()
    }

    /// The same run, and as a story in the words of the command line; `{charter}` stands where the charter's file is to be named.
    #[must_use]
    pub fn told(&self, given: u64, number: u64) -> (Ran, String) {
        let seed = seed(&self.scenario.digest, 0, given, number);
        let (ran, rehearsal) = Run::begin(self, number, seed, true).through();
        let title = format!("{}, run {} (seed {:016x})", self.scenario.title, number, ran.seed);
        let story = rehearsal.story(&title, self.term_days());
        (ran, story)
    }

    pub(super) fn members(&self) -> impl Iterator<Item = MemberCode> {
        self.base.charter.members().map(|(member, _)| member)
    }

    /// The offices of a member, each with its key.
    pub(super) fn offices(&self, member: MemberCode) -> impl Iterator<Item = (Office, PublicKey)> {
        let keys = self.base.keys.get(&member).copied().into_iter().flatten();
        OFFICES.into_iter().zip(keys)
    }

    /// How long credentials hold.
    pub(super) fn term_days(&self) -> u64 {
        founding::term_days(&self.base.charter)
    }

    /// An amount, per mille of all that was signed at the beginning.
    pub(super) fn per_mille(&self, minor: i128) -> i64 {
        let part = minor.saturating_mul(1000).checked_div(self.signed).unwrap_or_default();
        i64::try_from(part).unwrap_or_default()
    }
}

/// What each member pays in, and can be called for.
fn amounts(charter: &Charter, scenario: &Scenario) -> Vec<(MemberCode, Money, Money)> {
    let amount = |member| (member, scenario.member(member).paid_in, scenario.member(member).callable);
    charter.members().map(|(member, _)| amount(member)).collect()
}

/// What of a scenario does not fit the charter.
fn misfits(scenario: &Scenario, charter: &Charter) -> Vec<Fault> {
    let mut faults = founding::misfits(charter, &scenario.named, &scenario.amounts, LEAST_TERM);
    if charter.has_fund() && charter.members().count() < 2 {
        faults.push(Fault::new(0..0, "the charter has fewer than two members", "give another charter"));
    }
    faults
}

/// The same, and all that is paid in at the beginning booked.
fn paid_up(mut rehearsal: Rehearsal, scenario: &Scenario, charter: &Charter) -> Result<Rehearsal, String> {
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    for (number, member) in members.iter().enumerate() {
        let assumed = scenario.member(*member);
        let signs = acts::sign_fund(assumed.paid_in, assumed.callable, Vec::new());
        founding::given(&mut rehearsal, *member, Some(signs))?;
        if assumed.paid_in.is_positive() {
            founding::paid_in(&mut rehearsal, (*member, assumed.paid_in), number, &members)?;
        }
    }
    Ok(rehearsal)
}
