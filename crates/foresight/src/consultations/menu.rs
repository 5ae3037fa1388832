//! The finite menu of an uncooperative member's moves in another's consultations, and why no other move is on it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::stages::Stage;
use crate::phrases::listed;

/// A move beside withholding everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Flood,
    CallMany,
    Withdraw,
    ConveneLate,
    ConveneTooLate,
    ConveneShort,
    ConveneMany,
    Close,
    Minutes,
    Rivals,
    Break,
    BreakLate,
    Turn,
    Conclude,
}

impl Move {
    /// The move in words, after *it* or a member's code.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Move::Flood => {
                "gives as many commands as its representative's allowance of the day, a thousand at most"
            }
            Move::CallMany => "calls as many consultations of its own as it can",
            Move::Withdraw => "gives notice of withdrawal",
            Move::ConveneLate => "convenes the session for the last moment",
            Move::ConveneTooLate => "convenes it for later than the article allows",
            Move::ConveneShort => "convenes it as soon and as short as it can",
            Move::ConveneMany => "convenes as many sessions as it can",
            Move::Close => "closes the consultations",
            Move::Minutes => "gives the minutes itself",
            Move::Rivals => "tables as many rival texts as it can",
            Move::Break => "breaks the silence at once",
            Move::BreakLate => "breaks it in the last hour",
            Move::Turn => "breaks it, and supports and dissociates itself by turns",
            Move::Conclude => "breaks it and concludes the text itself",
        }
    }
}

/// The moves at a stage.
pub(super) const fn at(stage: Stage) -> &'static [Move] {
    match stage {
        Stage::Call => &[Move::Flood, Move::CallMany, Move::Withdraw],
        Stage::Session => {
            &[Move::ConveneLate, Move::ConveneTooLate, Move::ConveneShort, Move::ConveneMany, Move::Close]
        }
        Stage::Minutes => &[Move::Minutes],
        Stage::Text => &[Move::Rivals, Move::Break, Move::BreakLate, Move::Turn, Move::Conclude, Move::Close],
    }
}

/// Commands that are no move, and why they cannot matter.
const NOT_TRIED: [(&[&str], &str); 3] = [
    (
        &["consultation acknowledge", "consultation attend", "consultation state"],
        "only say something, and that it says nothing is withholding",
    ),
    (
        &["consultation name-decision", "consultation link"],
        "speak of its own texts, and of what is elsewhere",
    ),
    (&["every other command"], "no rule of consultations asks for anything but whom the charter binds"),
];

/// The menu in words, a line for each stage, and a line for each kind of command that is not on it.
pub(super) fn printed() -> Vec<String> {
    let moves = |stage: &Stage| listed(&at(*stage).iter().map(|one| one.says()).collect::<Vec<_>>(), "or");
    let tried = Stage::ALL.iter().map(|stage| format!("tried at {}: it {}", stage.name(), moves(stage)));
    let left = NOT_TRIED.iter().map(|(commands, why)| {
        let quoted = |command: &&str| {
            if command.starts_with("consultation") { format!("`{command}`") } else { (*command).into() }
        };
        let commands: Vec<String> = commands.iter().map(quoted).collect();
        format!("not tried: {}: {why}", listed(&commands, "and"))
    });
    tried.chain(left).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = include_str!("../../../../docs/rules.md");

    /// The commands of the moves, and those that the caller and the others give.
    const GIVEN: [&str; 9] = [
        "consultation call",
        "consultation close",
        "consultation session",
        "consultation minutes",
        "consultation table-text",
        "consultation break-silence",
        "consultation support",
        "consultation dissociate",
        "consultation conclude",
    ];

    #[test]
    fn every_command_of_consultations_is_a_move_or_is_said_not_to_matter() {
        let not_tried = NOT_TRIED.iter().flat_map(|(commands, _)| commands.iter().copied());
        let mut told: Vec<&str> = not_tried.filter(|command| command.starts_with("consultation")).collect();
        told.extend(GIVEN);
        told.sort_unstable();
        let rows = RULES.lines().filter(|line| line.starts_with("| `consultation "));
        let mut all: Vec<&str> = rows.filter_map(|line| line.split('`').nth(1)).collect();
        all.sort_unstable();
        assert_eq!(told, all);
    }
}
