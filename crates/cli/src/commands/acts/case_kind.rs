//! The kind of help that is asked for, as it is typed.

use quorate_partnership::cases::{Guarantee, INTEREST_WHOLE, Instalment, Kind, Loan};

use super::Desk;
use super::amounts::amount;
use crate::failure::Failure;

/// A loan, a guarantee, help in kind; or none of these: a grant.
#[derive(clap::Args)]
pub(super) struct OfKind {
    /// A loan: an instalment by which it is repaid, as days after the grace and an amount. May stand several times.
    #[arg(
        long, num_args = 2, allow_negative_numbers = true, value_names = ["DAYS", "AMOUNT"],
        conflicts_with_all = ["guarantee", "in_kind"]
    )]
    instalment: Vec<String>,
    /// Of a loan: days from the first payment before the schedule begins.
    #[arg(long, value_name = "DAYS", default_value_t = 0, requires = "instalment")]
    grace: u32,
    /// Of a loan: interest a year in per cent, with up to four decimals.
    #[arg(long, value_name = "PERCENT", requires = "instalment")]
    interest: Option<String>,
    /// A guarantee: the days in which it can be claimed once it is approved.
    #[arg(long, value_name = "DAYS", conflicts_with = "in_kind")]
    guarantee: Option<u32>,
    /// Help in kind: no tranches; needs are said, offered for and delivered.
    #[arg(long)]
    in_kind: bool,
}

impl OfKind {
    /// The kind, if it is not a grant.
    pub(super) fn kind(&self, desk: &Desk<'_>) -> Result<Option<Kind>, Failure> {
        if self.in_kind {
            return Ok(Some(Kind::InKind));
        }
        if let Some(term) = self.guarantee {
            return Ok(Some(Kind::Guarantee(Guarantee { term })));
        }
        if self.instalment.is_empty() {
            return Ok(None);
        }
        let instalment = |pair: &[String]| match pair {
            [days, amount] => {
                let day = days.parse().map_err(|_| not_days(days))?;
                Ok(Instalment { day, amount: self::amount(desk, amount)? })
            }
            _ => Err(Failure::usage("an instalment is days and an amount", "")),
        };
        let instalments = self.instalment.chunks(2).map(instalment).collect::<Result<_, _>>()?;
        let interest = self.interest.as_deref().map(percent).transpose()?;
        Ok(Some(Kind::Loan(Loan { grace: self.grace, instalments, interest })))
    }
}

fn not_days(text: &str) -> Failure {
    Failure::usage(
        format!("`{text}` is no number of days"),
        "an instalment is days and an amount: `365 10.00`",
    )
}

/// `1.5` or `1.5%` is 15 000 millionths.
fn percent(text: &str) -> Result<u32, Failure> {
    let wrong = || {
        let help = "write it in per cent with up to four decimals: `1.5`";
        Failure::usage(format!("`{text}` is no interest a year"), help)
    };
    let number = text.strip_suffix('%').unwrap_or(text);
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 4 {
        return Err(wrong());
    }
    let part: u32 = format!("{part:0<4}").parse().map_err(|_| wrong())?;
    let whole: u32 = whole.parse().map_err(|_| wrong())?;
    let millionths = whole.checked_mul(INTEREST_WHOLE / 100).and_then(|whole| whole.checked_add(part));
    millionths.ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn interest_is_read_exactly() {
        for (typed, read) in
            [("1", 10_000), ("1.5%", 15_000), ("0.0001", 1), ("100", 1_000_000), ("2.25", 22_500)]
        {
            assert_eq!(percent(typed).ok(), Some(read), "{typed}");
        }
        for wrong in ["", "-1", "1.", ".5", "1.00001", "1,5", "99999999999", "1 %"] {
            assert!(percent(wrong).is_err(), "{wrong}");
        }
    }
}
