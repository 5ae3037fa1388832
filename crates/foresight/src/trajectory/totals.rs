//! What whole runs came to, in the same memory for any number of runs.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

use super::results::Ran;
use super::spread::Counts;
use super::study::Study;

/// Something that is counted over whole runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Total {
    /// Whether something was so in a run, by its name in [`HAPPENINGS`]: 1 or 0.
    Happened,
    /// Whether a member left: 1, in each run in which it did.
    Left,
    /// Hours from request to payment, of each request that was paid.
    Hours,
    /// Requests that were blocked, per mille of those of a run that has any.
    Blocked,
    /// A member's part of the votes at the end, per mille of those bound; nothing, once it left.
    Votes,
    /// A member's part of the money at the end, in the same measure.
    Money,
    /// A member's part of capability at the end, in the same measure.
    Capability,
    /// The greatest part of the votes that one member has at the end.
    GreatestVotes,
    /// The greatest part of the money.
    GreatestMoney,
    /// The greatest part of capability.
    GreatestCapability,
    /// The part of the votes that the bloc with the greatest capability has at the end.
    BlocVotes,
    /// That bloc's part of the money.
    BlocMoney,
    /// That bloc's part of capability.
    BlocCapability,
    /// Commands of a run.
    Commands,
    /// Commands that one rule refused, in each run in which it did.
    Refused,
    /// Whether the books balance at the end of a run: 1 or 0.
    Balanced,
}

impl Total {
    /// All of them.
    pub const ALL: [Total; 16] = [
        Total::Happened,
        Total::Left,
        Total::Hours,
        Total::Blocked,
        Total::Votes,
        Total::Money,
        Total::Capability,
        Total::GreatestVotes,
        Total::GreatestMoney,
        Total::GreatestCapability,
        Total::BlocVotes,
        Total::BlocMoney,
        Total::BlocCapability,
        Total::Commands,
        Total::Refused,
        Total::Balanced,
    ];

    /// Its name in a table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Total::Happened => "happened",
            Total::Left => "left",
            Total::Hours => "hours",
            Total::Blocked => "blocked",
            Total::Votes => "votes",
            Total::Money => "money",
            Total::Capability => "capability",
            Total::GreatestVotes => "greatest-votes",
            Total::GreatestMoney => "greatest-money",
            Total::GreatestCapability => "greatest-capability",
            Total::BlocVotes => "bloc-votes",
            Total::BlocMoney => "bloc-money",
            Total::BlocCapability => "bloc-capability",
            Total::Commands => "commands",
            Total::Refused => "refused",
            Total::Balanced => "balanced",
        }
    }
}

/// What is asked of every run: a name, and what it is.
pub const HAPPENINGS: [(&str, &str); 5] = [
    ("left", "a member left"),
    ("blocked", "a request was blocked"),
    ("default", "a member was in default"),
    ("arrears", "something was due and not paid at the end"),
    ("nothing-left", "nothing could be promised any more at the end"),
];

fn happened(ran: &Ran) -> [bool; 5] {
    let last = ran.quarters.last();
    [
        !ran.left.is_empty(),
        ran.blocked > 0,
        ran.defaults > 0,
        last.is_some_and(|last| last.arrears > 0),
        last.is_some_and(|last| last.capacity <= 0),
    ]
}

/// How often each value was met, by what it is and of whom. All values are bounded whole numbers, so that it does not grow with
/// the runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    counts: BTreeMap<(Total, String), Counts<i64>>,
}

impl Totals {
    /// Adds a run.
    pub fn add(&mut self, study: &Study, ran: &Ran) {
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        for ((name, _), so) in HAPPENINGS.iter().zip(happened(ran)) {
            self.add_counts(Total::Happened, name, i64::from(so), 1);
        }
        for member in &ran.left {
            self.add_counts(Total::Left, member.as_str(), 1, 1);
        }
        for hours in &ran.hours {
            self.add_counts(Total::Hours, "", whole(*hours), 1);
        }
        if let Some(blocked) = ran.blocked.saturating_mul(1000).checked_div(ran.requests) {
            self.add_counts(Total::Blocked, "", whole(blocked), 1);
        }
        for (member, _) in study.charter().members() {
            let share = ran.shares.get(&member).copied().unwrap_or_default();
            self.add_counts(Total::Votes, member.as_str(), share.votes, 1);
            self.add_counts(Total::Money, member.as_str(), share.money, 1);
            self.add_counts(Total::Capability, member.as_str(), share.capability, 1);
        }
        let (one, bloc) = (ran.greatest(), ran.greatest_bloc);
        let greatest = [
            (Total::GreatestVotes, one.votes),
            (Total::GreatestMoney, one.money),
            (Total::GreatestCapability, one.capability),
            (Total::BlocVotes, bloc.votes),
            (Total::BlocMoney, bloc.money),
            (Total::BlocCapability, bloc.capability),
        ];
        for (what, part) in greatest {
            self.add_counts(what, "", part, 1);
        }
        self.add_counts(Total::Commands, "", whole(ran.commands), 1);
        for (rule, count) in &ran.refused {
            self.add_counts(Total::Refused, &rule.to_string(), whole(*count), 1);
        }
        self.add_counts(Total::Balanced, "", i64::from(ran.balanced), 1);
    }

    /// Everything that was counted, of whom or by which rule, each value, and how often it was met.
    pub fn counts(&self) -> impl Iterator<Item = (Total, &str, i64, u64)> {
        self.counts.iter().flat_map(|((what, of), counts)| {
            counts.each().map(move |(value, times)| (*what, of.as_str(), value, times))
        })
    }

    /// Adds how often a value was met.
    pub fn add_counts(&mut self, what: Total, of: &str, value: i64, times: u64) {
        self.counts.entry((what, of.to_owned())).or_default().add(value, times);
    }

    /// Adds what was counted of other runs.
    pub fn join(&mut self, other: &Totals) {
        for (of, counts) in &other.counts {
            self.counts.entry(of.clone()).or_default().join(counts);
        }
    }

    /// How many runs there were.
    #[must_use]
    pub fn runs(&self) -> u64 {
        self.counts.get(&(Total::Balanced, String::new())).map_or(0, Counts::all)
    }

    /// How often each value was met. Nothing, where it was never counted.
    #[must_use]
    pub fn of(&self, what: Total, of: &str) -> Counts<i64> {
        self.counts.get(&(what, of.to_owned())).cloned().unwrap_or_default()
    }

    /// The same for all of whom it was counted, by their names.
    pub fn each(&self, what: Total) -> impl Iterator<Item = (&str, &Counts<i64>)> {
        let from = (what, String::new());
        let counts = self.counts.range(from..).take_while(move |((kind, _), _)| *kind == what);
        counts.map(|((_, of), counts)| (of.as_str(), counts))
    }

    /// In how many runs something of [`HAPPENINGS`] was so.
    #[must_use]
    pub fn happened(&self, name: &str) -> u64 {
        self.of(Total::Happened, name).each().find(|(value, _)| *value == 1).map_or(0, |(_, times)| times)
    }
}
