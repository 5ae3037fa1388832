//! Say what can be paid, by day, and on whom that hangs. It reads, and gives no command.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::Command;
use quorate_records::{
    Cell, Column, HORIZONS, Ladder, Liquidity as Standing, Records, Rung, Smallest, Table, When, Worst, csv,
    liquidity_json, words,
};

use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::{Screen, register, together, width};

#[derive(Args)]
#[command(about = "Say what can be paid, by day, and on whom that hangs", long_about = include_str!("fund_liquidity.md").trim_end())]
pub(crate) struct Liquidity {
    /// A member that is assumed to pay nothing more; may be given more than once.
    #[arg(long, value_name = "MEMBER")]
    default: Vec<MemberCode>,
    /// So many days ahead, instead of 0, 30, 90 and 365; may be given more than once.
    #[arg(long, value_name = "DAYS")]
    days: Vec<u32>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How it is written.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// With where and when it was read.
    Json,
    /// RFC 4180.
    Csv,
}

impl Typed for Liquidity {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("fund liquidity"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Liquidity {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        Failure::without_fund(records.charter())?;
        for member in &self.default {
            super::known_member(*member, records)?;
        }
        let defaults: BTreeSet<MemberCode> = self.default.iter().copied().collect();
        let horizons = if self.days.is_empty() { HORIZONS.as_slice() } else { &self.days };
        let standing = records.liquidity();
        let ladder = standing.ladder(horizons, &defaults);
        match self.format {
            Format::Json => screen.text(&liquidity_json(records, &standing, &ladder)),
            Format::Csv => screen.text(&csv(&ladder.table(&standing))),
            Format::Text => Told { standing: &standing, ladder: &ladder }.text(screen),
        }
    }
}

const SHOWN: &[Column] = &[
    Column { key: "days", heading: "In days" },
    Column { key: "cash", heading: "Own cash" },
    Column { key: "owed", heading: "+ owed by then" },
    Column { key: "approved", heading: "- approved help" },
    Column { key: "left", heading: "= left" },
    Column { key: "one", heading: "Worst one" },
    Column { key: "left_without_one", heading: "left then" },
    Column { key: "two", heading: "Worst two" },
    Column { key: "left_without_two", heading: "left then" },
    Column { key: "cash_alone", heading: "left if nobody pays" },
];

/// The ladder for people.
struct Told<'t> {
    standing: &'t Standing,
    ladder: &'t Ladder,
}

impl Told<'_> {
    fn text(&self, screen: &mut Screen) -> Result<(), Failure> {
        let (standing, ladder) = (self.standing, self.ladder);
        let date = words::day(standing.today);
        let assumed = ladder.defaults.iter().copied().collect::<Vec<MemberCode>>();
        let lost = ladder.rungs.last().map_or(0, |rung| rung.defaulted);
        let line = match assumed.as_slice() {
            [] => String::new(),
            assumed => format!(", if {} paid nothing more, {} in all", together(assumed), self.amount(lost)),
        };
        screen.paragraph(
            "",
            &format!("what can be paid, in {}, as of {date}{line}", standing.currency.code()),
        )?;
        let rows = ladder.rungs.iter().map(|rung| self.row(rung)).collect();
        screen.text(&register(&Table { name: "liquidity", columns: SHOWN, rows }, width()))?;
        let mut rungs = ladder.rungs.iter().peekable();
        while let Some(first) = rungs.next() {
            // Days of which the same is to be said stand in one line.
            let (says, mut last) = (self.says(first), first);
            while let Some(next) = rungs.next_if(|next| self.says(next) == says) {
                last = next;
            }
            screen.item(&format!("{}: {says}", span(first, last)))?;
        }
        for (matures, minor) in &standing.invested {
            let (amount, day) = (self.amount(*minor), words::day(*matures));
            screen.item(&format!("{amount} are invested until {day}: own cash from then on"))?;
        }
        self.owed(screen)?;
        self.approvals(screen)?;
        screen.line("\ncounted nowhere above")?;
        let (none, all) = (standing.callable(1, &ladder.defaults), standing.callable(0, &ladder.defaults));
        screen.item(&format!(
            "a call decided now could bring {}, or {} without the member that has most left: it is signed, and not there",
            self.amount(all),
            self.amount(none)
        ))?;
        let prepaid = standing.prepaid.values().fold(0_i128, |sum, minor| sum.saturating_add(*minor));
        for (minor, what) in [
            (standing.held, "held for others than members"),
            (prepaid, "prepaid by members: it pays what falls due from them"),
            (standing.undated(), "owed on days that are not on record"),
        ] {
            if minor != 0 {
                screen.item(&format!("{} {what}", self.amount(minor)))?;
            }
        }
        for money in standing.held_abroad() {
            screen.item(&format!(
                "{} held in another currency: payments leave in {}",
                words::amount(money),
                standing.currency.code()
            ))?;
        }
        Ok(())
    }

    fn row(&self, rung: &Rung) -> Vec<Cell> {
        let money = |minor| Cell::money(self.standing.money(minor));
        let (one, two) = (rung.without(1), rung.without(2));
        vec![
            Cell::Number(u64::from(rung.days)),
            money(rung.there()),
            money(rung.owed()),
            money(rung.approved),
            money(rung.left()),
            Cell::words(one.members.iter().map(MemberCode::as_str).collect::<Vec<_>>().join(" ")),
            money(one.left),
            Cell::words(two.members.iter().map(MemberCode::as_str).collect::<Vec<_>>().join(" ")),
            money(two.left),
            money(rung.on_cash_alone()),
        ]
    }

    /// A rung in a sentence: whether all can be paid, and what it would take that it could not.
    fn says(&self, rung: &Rung) -> String {
        match rung.smallest() {
            Smallest::Nobody => {
                let who = if self.ladder.defaults.is_empty() { "all" } else { "all others" };
                format!(
                    "NOT payable, short by {} though {who} pay",
                    self.amount(rung.left().saturating_neg())
                )
            }
            Smallest::None => "payable, whoever pays nothing more: the money is there".into(),
            Smallest::Members(members) => {
                let short = rung.without(members.len()).left.saturating_neg();
                format!(
                    "payable, but not if {} paid nothing more: short by {} then",
                    together(&members),
                    self.amount(short)
                )
            }
            Smallest::More(count) => {
                format!("payable, unless {count} members paid nothing more; ask which with `--default`")
            }
        }
    }

    /// What each member owes, whether it is assumed to pay or not.
    fn owed(&self, screen: &mut Screen) -> Result<(), Failure> {
        let members: BTreeSet<MemberCode> = self.standing.owed.iter().map(|owed| owed.member).collect();
        if members.is_empty() {
            return screen.line("\nnobody owes anything");
        }
        screen.line("\nowed")?;
        for member in members {
            let of = self.standing.owed.iter().filter(|owed| owed.member == member);
            let each = of.map(|owed| {
                let when = match owed.when {
                    When::Now => String::new(),
                    When::On(day) => format!(" on {}", words::day(day)),
                    When::Unknown => ", the day not on record".into(),
                };
                format!("{} {}{when}", self.amount(owed.minor), owed.kind.name())
            });
            screen.item(&format!("{member}: {}", each.collect::<Vec<String>>().join("; ")))?;
        }
        Ok(())
    }

    fn approvals(&self, screen: &mut Screen) -> Result<(), Failure> {
        screen.line("\ncould be newly approved now, and still be paid")?;
        for defaulting in 0..=2 {
            let found = self.standing.capacity(defaulting, &self.ladder.defaults);
            let if_so = match found.worst {
                Worst { ref members, .. } if members.len() < defaulting => {
                    format!("whichever {} defaulted", if defaulting == 1 { "one" } else { "two" })
                }
                Worst { ref members, .. } if members.is_empty() => {
                    let who = if self.ladder.defaults.is_empty() { "all" } else { "all others" };
                    format!("if {who} pay")
                }
                Worst { members, .. } => format!("if {} defaulted", together(&members)),
            };
            screen.item(&format!("{}: {if_so}", self.amount(found.capacity)))?;
        }
        screen.item(&format!(
            "commitment authority {}, approved and unpaid {}, of it with the bank {}",
            self.amount(self.standing.authority),
            self.amount(self.standing.approved),
            self.amount(self.standing.in_flight)
        ))
    }

    fn amount(&self, minor: i128) -> String {
        self.standing.money(minor).map_or_else(|| "more than can be written".into(), words::amount)
    }
}

/// From the first of these days to the last.
fn span(first: &Rung, last: &Rung) -> String {
    let day = |rung: &Rung| if rung.days == 0 { "today".into() } else { words::day(rung.until) };
    if first.days == last.days { day(first) } else { format!("{} to {}", day(first), day(last)) }
}
