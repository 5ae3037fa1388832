//! Conditions on shares: `population >= 65% of participating`.

use alloc::format;
use alloc::string::String;

use quorate_voting::{Base, Formula, Measure, Ratio, Strictness};

use super::reader::Reader;
use super::token::Token;
use crate::fault::Fault;

impl Reader<'_, '_> {
    /// `population >= 65% of participating`.
    pub(super) fn share(&mut self) -> Result<Formula, Fault> {
        let measure = self.measure()?;
        let strictness = match self.peek() {
            Some(Token::AtLeast) => Strictness::AtLeast,
            Some(Token::MoreThan) => Strictness::MoreThan,
            _ => return Err(self.expected("`>=` or `>`")),
        };
        self.step();
        let ratio = self.ratio()?;
        self.word("of")?;
        let base = match self.peek() {
            Some(Token::Word("membership")) => Base::Membership,
            Some(Token::Word("participating")) => Base::Participating,
            Some(Token::Word("present")) => Base::Present,
            Some(Token::Word("cast")) => Base::Cast,
            _ => return Err(self.expected("`membership`, `participating`, `present` or `cast`")),
        };
        self.step();
        Ok(Formula::share(measure, ratio, base, strictness))
    }

    fn measure(&mut self) -> Result<Measure, Fault> {
        let Some(Token::Word(name)) = self.peek() else { return Err(self.expected("a measure")) };
        let found = if name == "members" {
            Some(Measure::MEMBERS)
        } else {
            let index = self.measures.iter().position(|declared| *declared == name);
            index.and_then(|index| u16::try_from(index.saturating_add(1)).ok()).map(Measure)
        };
        let Some(measure) = found else {
            let mut known = String::from("the measures of this charter are `members`");
            for declared in self.measures {
                known.push_str(&format!(", `{declared}`"));
            }
            return Err(Fault::new(
                self.place(),
                format!("`{name}` is not a measure of this charter"),
                known,
            ));
        };
        self.step();
        Ok(measure)
    }

    /// `65%`, `66.67%` or `2/3`.
    fn ratio(&mut self) -> Result<Ratio, Fault> {
        let start = self.place().start;
        let whole = self.number("a share, as `65%` or `2/3`")?;
        let (numerator, denominator) = match self.peek() {
            Some(Token::Slash) => {
                self.step();
                (whole, self.number("the lower part of the fraction")?)
            }
            Some(Token::Dot) => {
                self.step();
                self.decimals(whole)?
            }
            Some(Token::Percent) => {
                self.step();
                (whole, 100)
            }
            _ => return Err(self.expected("`%` or `/`")),
        };
        let at = start..self.last_end();
        Ratio::new(numerator, denominator).map_err(|error| {
            Fault::new(at, format!("{error}"), "a share is more than nothing and at most the whole (100%)")
        })
    }

    /// The digits after the point of a percentage, and the `%`: `66.67%` is 6667 / 10000.
    fn decimals(&mut self, whole: u64) -> Result<(u64, u64), Fault> {
        let at = self.place();
        let Some(Token::Number(digits)) = self.peek() else { return Err(self.expected("a digit")) };
        let exact = || {
            let scale = 10_u64.checked_pow(u32::try_from(digits.len()).ok()?)?;
            let part: u64 = digits.parse().ok()?;
            Some((whole.checked_mul(scale)?.checked_add(part)?, scale.checked_mul(100)?))
        };
        let ratio = exact().ok_or_else(|| Fault::new(at, "this share has too many digits", ""))?;
        self.step();
        self.take(Token::Percent, "`%`")?;
        Ok(ratio)
    }
}
