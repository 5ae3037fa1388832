//! The finite menu of an uncooperative member's moves, and why no other move is on it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::gates::Gate;
use crate::phrases::listed;

/// A move beside withholding everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Flood,
    Table,
    Amend,
    Rival,
    Object,
    LateObject,
    TurnSupport,
    Against,
    Abstain,
    LateAgainst,
    FirstLate,
    Flip,
    LateFavour,
    Turn,
    Reserve,
    FlipByReserve,
    Withdraw,
    Execute,
    Attest,
    Instruct,
    EndCredential,
    EnterLine,
    WrongLine,
}

impl Move {
    /// The move in words, after *it* or a member's code.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Move::Flood => {
                "gives as many commands as its representative's allowance of the day, a thousand at most"
            }
            Move::Table => "tables the draft itself and does not open it",
            Move::Amend => "tables the draft itself, amends it and does not open it",
            Move::Rival => "tables and opens a rival draft",
            Move::Object => "objects at once",
            Move::LateObject => "objects in the last hour",
            Move::TurnSupport => {
                "votes in favour, and in the last hour abstains, and turns again each time that the deadline moves"
            }
            Move::Against => "votes against",
            Move::Abstain => "abstains",
            Move::LateAgainst => "votes against in the last hour",
            Move::FirstLate => "votes in favour in the last hour",
            Move::Flip => "votes in favour, and against in the last hour",
            Move::LateFavour => "votes against, and in favour in the last hour",
            Move::Turn => {
                "votes in favour, and in the last hour against, and turns again each time that the deadline moves"
            }
            Move::Reserve => "votes in favour ad referendum and never confirms",
            Move::FlipByReserve => "votes against, and in favour ad referendum in the last hour",
            Move::Withdraw => "gives notice of withdrawal",
            Move::Execute => "executes the decision itself",
            Move::Attest => "attests the condition itself",
            Move::Instruct => "instructs the payment itself and signs no further",
            Move::EndCredential => "ends its own treasurer's credential",
            Move::EnterLine => "enters the bank line itself",
            Move::WrongLine => "enters a wrong bank line",
        }
    }
}

/// The moves at a gate.
pub(super) const fn at(gate: Gate) -> &'static [Move] {
    match gate {
        Gate::Request => &[Move::Flood, Move::Withdraw],
        Gate::Table => &[Move::Table, Move::Amend, Move::Rival],
        Gate::Objections => &[
            Move::Object,
            Move::LateObject,
            Move::Abstain,
            Move::FirstLate,
            Move::TurnSupport,
            Move::Withdraw,
        ],
        Gate::Vote => &[
            Move::Against,
            Move::Abstain,
            Move::LateAgainst,
            Move::FirstLate,
            Move::Flip,
            Move::LateFavour,
            Move::Turn,
            Move::Reserve,
            Move::FlipByReserve,
            Move::Withdraw,
        ],
        Gate::Execute => &[Move::Execute],
        Gate::Agreement | Gate::Declaration => &[Move::Withdraw],
        Gate::Attest => &[Move::Attest, Move::Withdraw],
        Gate::Instruct => &[Move::Instruct, Move::EndCredential],
        Gate::Countersign => &[Move::EndCredential, Move::Withdraw],
        Gate::Line => &[Move::EnterLine, Move::WrongLine, Move::EndCredential],
        Gate::LineBooked => &[Move::EndCredential],
    }
}

/// Commands that are no move, and why they cannot matter.
const NOT_TRIED: [(&[&str], &str); 26] = [
    (
        &["decision withdraw", "decision state", "member stay"],
        "undo what it did itself, or only say something",
    ),
    (
        &["decision proxy"],
        "a proxy counts as its holder votes, so that it is like the holder's vote, and ending it like a turn",
    ),
    (&["decision close"], "closes only what all have voted on"),
    (&["payment countersign", "bank countersign"], "a second signature beside another member's only helps"),
    (
        &["bank identify", "bank take-back"],
        "one member alone changes nothing by them, and two take nothing from an approved case",
    ),
    (&["case request", "case claim"], "what it asks for itself is paid only if the others adopt it"),
    (
        &["case sign-agreement", "case report-use", "case elsewhere"],
        "what it signs, accounts for and gets elsewhere is of its own case; what it reports of another's counts for nothing",
    ),
    (&["case attest-use"], "any of the others can attest what was used, and nobody takes it back"),
    (&["case close"], "a case closes once all is paid"),
    (
        &[
            "case need",
            "case offer",
            "case withdraw-offer",
            "case match",
            "case deliver",
            "case accept-delivery",
            "case return",
        ],
        "help in kind moves no money, and nobody offers or accepts for another",
    ),
    (
        &["fund indicate", "fund sign-agreement", "fund lodge-note"],
        "add to what it owes, or say when it pays, and take nothing from the fund",
    ),
    (&["fund pledge", "fund withdraw-pledge"], "a pledge binds nobody and counts for nothing"),
    (
        &["fund emergency-call", "fund countersign-call"],
        "a call takes the treasurers of two members, and from nobody more than it signed",
    ),
    (
        &["fund rate", "fund countersign-rate", "fund revalue"],
        "a rate takes the treasurers of two members, and neither it nor a loss takes from an approved case",
    ),
    (
        &["books seal", "books countersign"],
        "a seal only moves the day on which what comes late has effect, and stops nothing",
    ),
    (
        &["audit open-finding", "audit answer", "audit close-finding", "audit opinion"],
        "findings, answers and opinions stop nothing",
    ),
    (
        &["framework notice", "framework confirm", "framework update", "framework withdraw-notice"],
        "what parties tell of their frameworks binds nobody and stops nothing",
    ),
    (
        &[
            "consultation call",
            "consultation acknowledge",
            "consultation close",
            "consultation session",
            "consultation attend",
            "consultation minutes",
            "consultation state",
            "consultation table-text",
            "consultation break-silence",
            "consultation support",
            "consultation dissociate",
            "consultation conclude",
            "consultation name-decision",
            "consultation link",
        ],
        "consultations bind nobody and move no money; what one member can do against another's is a finding of its own",
    ),
    (
        &[
            "line record",
            "line confirm",
            "line test",
            "line outage",
            "line restored",
            "line fall-back",
            "line close",
        ],
        "say what is known of a line between militaries, or end one, and no payment waits for it",
    ),
    (
        &[
            "arrangement record",
            "arrangement revise",
            "arrangement review",
            "arrangement notice",
            "arrangement withdraw-notice",
            "arrangement end",
            "arrangement depends",
            "arrangement no-longer-depends",
            "arrangement question",
        ],
        "what a member tells of its arrangements with other States ends nothing for another and moves no money",
    ),
    (
        &[
            "position sounding",
            "position explain",
            "position reported",
            "grouping record",
            "grouping revise",
            "briefing announce",
            "briefing acknowledge",
            "capability declare",
            "capability withdraw",
        ],
        "plain entries bind nobody and stop nothing",
    ),
    (
        &["assessment legal", "assessment pathway", "assessment standard", "assessment withdraw"],
        "say something of itself, which binds nobody and stops nothing",
    ),
    (
        &[
            "procurement propose",
            "procurement sign",
            "procurement contract",
            "procurement link",
            "procurement deliver",
            "procurement accept",
            "procurement end",
        ],
        "move no money of the fund, bind who signed, and hold up no case",
    ),
    (
        &["member accredit", "member replace-root", "member name-node"],
        "change who acts for it, and for nobody else",
    ),
    (
        &[
            "member sign",
            "member ratify",
            "member end-provisional",
            "member accede",
            "member accept-amendment",
            "member object-keys",
            "member sign --ad-referendum",
            "member confirm-signature",
            "member ratify --by",
            "member take-in",
            "member lodge-full-powers",
        ],
        "in the rehearsal everybody is bound by one text, and neither a text nor new keys wait",
    ),
    (
        &[
            "member adopt-text",
            "member reserve",
            "member withdraw-reservation",
            "member object-reservation",
            "member withdraw-objection",
            "member declare",
            "member declare-step",
            "member complete-step",
            "member note-registration",
        ],
        "only say something: no reservation, objection or step changes what is carried out",
    ),
];

/// The menu in words, a line for each gate, and a line for each kind of command that is not on it.
pub(super) fn printed(gates: &[Gate]) -> Vec<String> {
    let moves = |gate: &Gate| listed(&at(*gate).iter().map(|one| one.says()).collect::<Vec<_>>(), "or");
    let tried = gates.iter().map(|gate| format!("tried at {}: it {}", gate.name(), moves(gate)));
    let left = NOT_TRIED.iter().map(|(commands, why)| {
        let commands: Vec<String> = commands.iter().map(|command| format!("`{command}`")).collect();
        format!("not tried: {}: {why}", listed(&commands, "and"))
    });
    let helps = "not tried: a vote against where members object: it is an objection".to_string();
    tried.chain(left).chain([helps]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = include_str!("../../../../docs/rules.md");

    /// The command of each move.
    const TRIED: [&str; 11] = [
        "decision table",
        "decision amend",
        "decision open",
        "decision vote",
        "decision object",
        "decision execute",
        "member withdraw",
        "member revoke",
        "case attest",
        "payment instruct",
        "bank enter",
    ];

    #[test]
    fn every_command_is_a_move_or_is_said_not_to_matter() {
        let mut told: Vec<&str> =
            NOT_TRIED.iter().flat_map(|(commands, _)| commands.iter().copied()).collect();
        told.extend(TRIED);
        told.sort_unstable();
        // The tables of the order in which rules are checked name every command.
        let (_, tables): (Vec<_>, Vec<_>) = RULES.lines().partition(|line| !line.starts_with("| `"));
        let mut all: Vec<&str> = tables.iter().filter_map(|line| line.split('`').nth(1)).collect();
        all.sort_unstable();
        assert_eq!(told, all);
    }
}
