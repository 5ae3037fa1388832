//! A scenario under a charter, ready to run.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Charter, Fault, Faults, MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::PublicKey;

use super::chance::seed;
use super::levels::Levels;
use super::results::Ran;
use super::run::Run;
use super::scenario::Scenario;
use crate::rehearsal::acts;
use crate::rehearsal::{BEGINS, OFFICES, Rehearsal, key};

/// Days of a quarter: thirteen weeks.
pub(super) const QUARTER_DAYS: u64 = 91;
/// Credentials have to hold for longer than two quarters: they are renewed at the beginning of one.
const LEAST_TERM: u64 = 200;
const MOST_TERM: u64 = 730;
const MILLIS_A_DAY: u64 = 86_400_000;

/// A scenario under a charter, with the partnership founded, ready to run.
#[derive(Debug)]
pub struct Study {
    pub(super) scenario: Scenario,
    pub(super) levels: Levels,
    charter: Charter,
    pub(super) founded: Rehearsal,
    signed: i128,
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
        let unfounded = |why: String| {
            Faults::from(Fault::new(
                0..0,
                format!("the partnership cannot be founded: {why}"),
                "give another charter",
            ))
        };
        let founded = founded(&scenario, charter, text).map_err(unfounded)?;
        let signed = charter.members().fold(0_i128, |sum, (member, _)| {
            let member = scenario.member(member);
            sum.saturating_add(member.paid_in.minor()).saturating_add(member.callable.minor())
        });
        let keys = charter
            .members()
            .map(|(member, _)| (member, OFFICES.map(|office| key(member, office))))
            .collect();
        let levels = Levels::of(&scenario, charter.members().map(|(member, _)| member));
        Ok(Study { scenario, levels, charter: charter.clone(), founded, signed, keys })
    }

    /// What is assumed.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Under which rules.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        &self.charter
    }

    /// Runs it once: the same for the same numbers, on any machine.
    #[must_use]
    pub fn run(&self, given: u64, number: u64) -> Ran {
        self.ran(given, number, false).0
    }

    /// The same run, and as a story in the words of the command line; `{charter}` stands where the charter's file is to be named.
    #[must_use]
    pub fn told(&self, given: u64, number: u64) -> (Ran, String) {
        let (ran, rehearsal) = self.ran(given, number, true);
        let title = format!("{}, run {} (seed {:016x})", self.scenario.title, number, ran.seed);
        let story = rehearsal.story(&title, self.term_days());
        (ran, story)
    }

    fn ran(&self, given: u64, number: u64, tells: bool) -> (Ran, Rehearsal) {
        let seed = seed(&self.scenario.digest, 0, given, number);
        Run::begin(self, number, seed, tells).through()
    }

    pub(super) fn members(&self) -> impl Iterator<Item = MemberCode> {
        self.charter.members().map(|(member, _)| member)
    }

    /// The offices of a member, each with its key.
    pub(super) fn offices(&self, member: MemberCode) -> impl Iterator<Item = (Office, PublicKey)> {
        let keys = self.keys.get(&member).copied().into_iter().flatten();
        OFFICES.into_iter().zip(keys)
    }

    /// How long credentials hold.
    pub(super) fn term_days(&self) -> u64 {
        term_days(&self.charter)
    }

    /// An amount, per mille of all that was signed at the beginning.
    pub(super) fn per_mille(&self, minor: i128) -> i64 {
        let part = minor.saturating_mul(1000).checked_div(self.signed).unwrap_or_default();
        i64::try_from(part).unwrap_or_default()
    }
}

fn term_days(charter: &Charter) -> u64 {
    let longest = charter.offices().longest_term().millis();
    longest.checked_div(MILLIS_A_DAY).unwrap_or_default().min(MOST_TERM)
}

/// What of a scenario does not fit the charter.
fn misfits(scenario: &Scenario, charter: &Charter) -> Vec<Fault> {
    let mut faults = Vec::new();
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    for (member, at) in scenario.named.iter().filter(|(member, _)| !members.contains(member)) {
        let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
        let help = format!("its members are {}", codes.join(", "));
        faults.push(Fault::new(at.clone(), format!("{member} is no member of the charter"), help));
    }
    if !charter.has_fund() {
        let help = "give a charter with a fund";
        faults.push(Fault::new(0..0, "the charter has no fund, and nobody can ask for money", help));
        return faults;
    }
    let currency = charter.fund().currency();
    for (money, at) in scenario.amounts.iter().filter(|(money, _)| money.currency() != currency) {
        let what = format!("{money} {} is not in the fund's currency", money.currency());
        faults.push(Fault::new(at.clone(), what, format!("the fund is in {currency}")));
    }
    if members.len() < 2 {
        faults.push(Fault::new(0..0, "the charter has fewer than two members", "give another charter"));
    }
    if term_days(charter) < LEAST_TERM {
        let what = format!("the charter's credentials hold for less than {LEAST_TERM} days");
        faults.push(Fault::new(0..0, what, "give a charter whose `longest-term` is longer"));
    }
    faults
}

/// The partnership with everybody accredited and bound, and all that is paid in at the beginning booked.
fn founded(scenario: &Scenario, charter: &Charter, text: &str) -> Result<Rehearsal, String> {
    let begun = Rehearsal::begin(charter, text, true).ok_or("the charter's text cannot begin one");
    let mut rehearsal = begun.map_err(ToString::to_string)?;
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    for member in &members {
        for office in OFFICES {
            given(
                &mut rehearsal,
                *member,
                Some(acts::accredit(key(*member, office), office, (BEGINS, term_days(charter)))),
            )?;
        }
    }
    rehearsal.told_by_heading();
    rehearsal.heading(|| "The beginning".into());
    if charter.entry_into_force().is_some() {
        for member in &members {
            given(&mut rehearsal, *member, Some(acts::sign()))?;
        }
        for member in &members {
            given(&mut rehearsal, *member, Some(acts::ratify()))?;
        }
    }
    for (number, member) in members.iter().enumerate() {
        let assumed = scenario.member(*member);
        given(&mut rehearsal, *member, Some(acts::sign_fund(assumed.paid_in, assumed.callable)))?;
        if assumed.paid_in.is_positive() {
            paid_in(&mut rehearsal, (*member, assumed.paid_in), number, &members)?;
        }
    }
    Ok(rehearsal)
}

/// A member pays in; its own treasurer and another's book it.
fn paid_in(
    rehearsal: &mut Rehearsal,
    (member, amount): (MemberCode, Money),
    number: usize,
    members: &[MemberCode],
) -> Result<(), String> {
    use quorate_partnership::{Event, fund};
    let day = rehearsal.now().day();
    let receipt = acts::enter_receipt(member, amount, day, &format!("beginning-{number}"));
    let events = given(rehearsal, member, receipt)?;
    let line = events.iter().find_map(|event| match event {
        Event::Fund(fund::Event::LineEntered { line, .. }) => Some(line.number),
        _ => None,
    });
    let other = members.iter().copied().find(|other| *other != member);
    match line.zip(other) {
        Some((line, other)) => given(rehearsal, other, Some(acts::countersign_line(line))).map(|_| ()),
        None => Err(format!("nobody books what {member} pays in")),
    }
}

fn given(
    rehearsal: &mut Rehearsal,
    member: MemberCode,
    act: Option<acts::Act>,
) -> Result<Vec<quorate_partnership::Event>, String> {
    let Some(act) = act else { return Err(format!("{member} has nothing to give")) };
    let words = act.words.clone();
    let brought = rehearsal.give(member, act);
    match (brought.accepted, brought.refused) {
        (Some(_), _) => Ok(brought.events),
        (None, Some(rule)) => Err(format!("`{member}: {words}` is refused by {rule}")),
        (None, None) => Err(format!("`{member}: {words}` is not ordered")),
    }
}
