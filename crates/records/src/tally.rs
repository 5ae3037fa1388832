//! A vote against each bar of its rule, as it stands or as it would if some members voted otherwise.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::DecisionNo;
use quorate_partnership::decisions::Choice;
use quorate_voting::Reason;

use crate::records::Records;
use crate::words;

/// What a decision's vote comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Whether it would be adopted if it closed so.
    pub adopted: bool,
    /// The same in a sentence.
    pub verdict: String,
    /// Each share and clause of the rule, in the order of its text.
    pub bars: Vec<Bar>,
}

/// A share or a clause of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Of what: *members*, the name of a measure, or *not in favour* for a clause.
    pub of: String,
    /// What is reached: a weight, or a number of members.
    pub reached: u64,
    /// The whole of which it is a part; for a clause, the number that takes part.
    pub whole: u64,
    /// The share of the whole that is needed, as numerator and denominator; for a clause, the most that are allowed.
    pub bar: (u64, u64),
    /// What is reached, in words.
    pub reached_words: String,
    /// What is needed, in words.
    pub needed_words: String,
    /// Whether it is met.
    pub met: bool,
}

impl Records {
    /// The vote on a decision against each bar of its rule, if these members voted so, and the others as they did; none if no
    /// vote was opened. Who does not take part is left out.
    #[must_use]
    pub fn tally(&self, decision: DecisionNo, otherwise: &[(MemberCode, Choice)]) -> Option<Tally> {
        let mut poll = self.polls().get(decision)?.clone();
        for choice in [Choice::InFavour, Choice::Against, Choice::Abstain] {
            let so = otherwise.iter().filter(|(_, chosen)| *chosen == choice).map(|(member, _)| *member);
            let so: Vec<MemberCode> =
                so.filter(|member| poll.participating().any(|one| one == *member)).collect();
            poll = poll.if_voted(&so, choice);
        }
        let verdict = poll.verdict().ok()?;
        let whole = u64::try_from(poll.participating().count()).unwrap_or_default();
        let mut bars = Vec::new();
        self.bars(verdict.reasons(), whole, &mut bars);
        Some(Tally { adopted: poll.adopts(), verdict: words::verdict(&verdict, self.charter()), bars })
    }

    fn bars(&self, reason: &Reason, participating: u64, bars: &mut Vec<Bar>) {
        match reason {
            Reason::Share { measure, ratio, strictness, in_favour, of, met, .. } => bars.push(Bar {
                of: self.charter().measure_name(*measure).into(),
                reached: *in_favour,
                whole: *of,
                bar: (ratio.numerator(), ratio.denominator()),
                reached_words: alloc::format!("{} %", words::percent(*in_favour, *of, *ratio, *strictness)),
                needed_words: words::needed(*ratio),
                met: *met,
            }),
            Reason::Clause { not_in_favour, at_most, met, .. } => bars.push(Bar {
                of: "not in favour".into(),
                reached: u64::from(*not_in_favour),
                whole: participating,
                bar: (u64::from(*at_most), participating),
                reached_words: alloc::format!("{not_in_favour}"),
                needed_words: alloc::format!("{at_most}"),
                met: *met,
            }),
            Reason::All { parts, .. } | Reason::Any { parts, .. } | Reason::AtLeast { parts, .. } => {
                for part in parts {
                    self.bars(part, participating, bars);
                }
            }
        }
    }
}
