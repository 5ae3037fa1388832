//! What does not fit into a message for a bank.

use alloc::string::String;

use quorate_ledger::Money;

/// Why a payment has no message. Nothing is cut or written in other letters: whoever is paid, and from which account, is
/// said as it was decided, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Longer than the field.
    #[error("{what} has {chars} characters, and a message holds {most}")]
    Long {
        /// What it is.
        what: &'static str,
        /// How long it is.
        chars: usize,
        /// How long it may be.
        most: usize,
    },
    /// A character that banks do not carry.
    #[error(
        "{what} has `{found}` as its character {at}, and banks carry the printable characters of ASCII alone"
    )]
    Character {
        /// What it is.
        what: &'static str,
        /// The character.
        found: char,
        /// Its place, counted from 1.
        at: usize,
    },
    /// Announced as an IBAN, and none.
    #[error("{what} `{text}` is no IBAN: its form or its check digits are wrong")]
    Iban {
        /// What it is.
        what: &'static str,
        /// The text.
        text: String,
    },
    /// No BIC.
    #[error("{what} `{text}` is no BIC, which has 8 or 11 capital letters and digits")]
    Bic {
        /// What it is.
        what: &'static str,
        /// The text.
        text: String,
    },
    /// A payee without a BIC, where the message needs one.
    #[error("{PAYEE} says no BIC, by which alone a message between institutions names it")]
    NoBic,
    /// More digits than an amount may have.
    #[error("{} has more than the 18 digits that a message holds", amount.with_code())]
    Amount {
        /// The amount.
        amount: Money,
    },
    /// Not in the record.
    #[error("the record does not say the {what}")]
    Missing {
        /// What it is.
        what: &'static str,
    },
}

impl Unfit {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Unfit::Iban { what: PAYEE, .. } | Unfit::Bic { what: PAYEE, .. } => {
                "the payee is bound by the decision: pay at the bank's desk once it is clear whom, or decide on a new request"
            }
            Unfit::Long { what: PAYEE, .. } | Unfit::Character { what: PAYEE, .. } | Unfit::Amount { .. } => {
                "the payment stands as it was decided: give it to the bank on paper, or decide on a new request that fits"
            }
            Unfit::NoBic => {
                "instruct it as pain.001, which needs none, or decide on a new request whose payee says `BIC ...`"
            }
            Unfit::Missing { .. } => "read the registers `cases` and `tranches`",
            Unfit::Long { .. } | Unfit::Character { .. } | Unfit::Iban { .. } | Unfit::Bic { .. } => {
                "give it as the bank has it in its books"
            }
        }
    }
}

/// What a case's payee is called here.
pub(super) const PAYEE: &str = "the case's payee";

/// The text, if a field of so many characters holds it.
pub(super) fn fits<'t>(what: &'static str, text: &'t str, most: usize) -> Result<&'t str, Unfit> {
    if let Some((at, found)) = (1_usize..).zip(text.chars()).find(|(_, letter)| !(' '..='~').contains(letter))
    {
        return Err(Unfit::Character { what, found, at });
    }
    match text.chars().count() {
        0 => Err(Unfit::Missing { what }),
        chars if chars > most => Err(Unfit::Long { what, chars, most }),
        _ => Ok(text),
    }
}
