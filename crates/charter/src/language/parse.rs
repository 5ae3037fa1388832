//! From a rule's text to its formula, by recursive descent over the tokens.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use quorate_voting::{Base, Formula, FormulaError, Measure, Ratio, Strictness};

use super::MAX_RULE_BYTES;
use super::token::{Placed, Token, tokens};
use crate::fault::Fault;

/// Brackets may nest this deep, so that no text can exhaust the stack.
const MAX_NESTING: u32 = 12;

/// Reads a rule of decision. `measures` are the declared measures in order: the first is measure 1.
///
/// # Errors
/// The first place at which the text stops being a rule, and what could stand there.
///
/// ```
/// use quorate_charter::language;
///
/// let rule = "members >= 55% of participating, or not in favour <= 1";
/// assert!(language::parse(rule, &["population"]).is_ok());
///
/// let fault = language::parse("members >= 55 of participating", &[]).unwrap_err();
/// assert_eq!(fault.at(), 14..16);
/// assert_eq!(fault.what(), "`of` stands where `%` or `/` was expected");
/// ```
pub fn parse(text: &str, measures: &[&str]) -> Result<Formula, Fault> {
    if text.len() > MAX_RULE_BYTES {
        let help = format!("a rule has at most {MAX_RULE_BYTES} bytes");
        return Err(Fault::new(0..MAX_RULE_BYTES, "this rule is too long", help));
    }
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, next: 0, end: text.len(), measures, nesting: 0 };
    let formula = reader.sentence()?;
    match reader.peek() {
        None => Ok(formula),
        Some(_) => Err(reader.expected("`and`, `or` or the end of the rule")),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    And,
    Or,
}

struct Reader<'t, 'a> {
    tokens: &'t [Placed<'a>],
    next: usize,
    end: usize,
    measures: &'t [&'t str],
    nesting: u32,
}

impl<'a> Reader<'_, 'a> {
    /// `clause {", and" clause}` or `clause {", or" clause}`: commas bind loosest and do not mix.
    fn sentence(&mut self) -> Result<Formula, Fault> {
        let start = self.place().start;
        let mut parts = vec![self.either()?];
        let mut joined: Option<Join> = None;
        while self.peek() == Some(Token::Comma) {
            let comma = self.place();
            self.step();
            let join = match self.peek() {
                Some(Token::Word("and")) => Join::And,
                Some(Token::Word("or")) => Join::Or,
                _ => return Err(self.expected("`and` or `or` after the comma")),
            };
            if joined.is_some_and(|before| before != join) {
                let help = "set brackets to say which belongs together";
                return Err(Fault::new(comma, "`, and` and `, or` are mixed in one sentence", help));
            }
            joined = Some(join);
            self.step();
            parts.push(self.either()?);
        }
        self.join(joined.unwrap_or(Join::And), parts, start)
    }

    /// `both {"or" both}`.
    fn either(&mut self) -> Result<Formula, Fault> {
        let start = self.place().start;
        let mut parts = vec![self.both()?];
        while self.take_word("or") {
            parts.push(self.both()?);
        }
        self.join(Join::Or, parts, start)
    }

    /// `atom {"and" atom}`.
    fn both(&mut self) -> Result<Formula, Fault> {
        let start = self.place().start;
        let mut parts = vec![self.atom()?];
        while self.take_word("and") {
            parts.push(self.atom()?);
        }
        self.join(Join::And, parts, start)
    }

    fn join(&self, join: Join, mut parts: Vec<Formula>, start: usize) -> Result<Formula, Fault> {
        if parts.len() == 1
            && let Some(only) = parts.pop()
        {
            return Ok(only);
        }
        let joined = match join {
            Join::And => Formula::all(parts),
            Join::Or => Formula::any(parts),
        };
        joined.map_err(|error| self.refused(&error, start))
    }

    fn atom(&mut self) -> Result<Formula, Fault> {
        match self.peek() {
            Some(Token::Open) => self.bracket(),
            Some(Token::Word("not")) => self.clause(),
            Some(Token::Word("at")) => self.at_least(),
            Some(Token::Word(_)) => self.share(),
            _ => Err(self.expected("a measure, `not in favour`, `at least` or `(`")),
        }
    }

    fn bracket(&mut self) -> Result<Formula, Fault> {
        self.enter()?;
        self.step();
        let inner = self.sentence()?;
        self.take(Token::Close, "`)`")?;
        self.nesting = self.nesting.saturating_sub(1);
        Ok(inner)
    }

    fn enter(&mut self) -> Result<(), Fault> {
        self.nesting = self.nesting.saturating_add(1);
        if self.nesting > MAX_NESTING {
            let help = format!("brackets may stand {MAX_NESTING} deep");
            return Err(Fault::new(self.place(), "brackets are set too deep here", help));
        }
        Ok(())
    }

    /// `not in favour <= 1`.
    fn clause(&mut self) -> Result<Formula, Fault> {
        self.step();
        self.word("in")?;
        self.word("favour")?;
        self.take(Token::AtMost, "`<=`")?;
        let at = self.place();
        let most = self.number("the number of members not in favour")?;
        let most = u32::try_from(most).map_err(|_| Fault::new(at, "this number is too large", ""))?;
        Ok(Formula::not_in_favour_at_most(most))
    }

    /// `at least 2 of (a; b; c)`.
    fn at_least(&mut self) -> Result<Formula, Fault> {
        let start = self.place().start;
        self.step();
        self.word("least")?;
        let at = self.place();
        let least = self.number("how many of the parts")?;
        let least = u32::try_from(least).map_err(|_| Fault::new(at, "this number is too large", ""))?;
        self.word("of")?;
        self.enter()?;
        self.take(Token::Open, "`(`")?;
        let mut parts = vec![self.sentence()?];
        while self.peek() == Some(Token::Semicolon) {
            self.step();
            parts.push(self.sentence()?);
        }
        self.take(Token::Close, "`;` or `)`")?;
        self.nesting = self.nesting.saturating_sub(1);
        Formula::at_least(least, parts).map_err(|error| self.refused(&error, start))
    }

    /// `population >= 65% of participating`.
    fn share(&mut self) -> Result<Formula, Fault> {
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
        let Some(Token::Number(digits)) = self.peek() else { return Err(self.expected("decimals")) };
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

    fn number(&mut self, what: &str) -> Result<u64, Fault> {
        let Some(Token::Number(digits)) = self.peek() else { return Err(self.expected(what)) };
        let number = digits.parse().map_err(|_| Fault::new(self.place(), "this number is too large", ""))?;
        self.step();
        Ok(number)
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        if self.take_word(word) { Ok(()) } else { Err(self.expected(&format!("`{word}`"))) }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(Token::Word(word));
        if found {
            self.step();
        }
        found
    }

    fn take(&mut self, token: Token<'_>, name: &str) -> Result<(), Fault> {
        if self.peek() != Some(token) {
            return Err(self.expected(name));
        }
        self.step();
        Ok(())
    }

    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.next).map(|(token, _)| *token)
    }

    fn place(&self) -> Range<usize> {
        self.tokens.get(self.next).map_or(self.end..self.end, |(_, at)| at.clone())
    }

    fn last_end(&self) -> usize {
        self.next.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |(_, at)| at.end)
    }

    fn step(&mut self) {
        self.next = self.next.saturating_add(1);
    }

    fn expected(&self, what: &str) -> Fault {
        let found = match self.peek() {
            None => return Fault::new(self.place(), format!("the rule ends where {what} was expected"), ""),
            Some(Token::Word(text) | Token::Number(text)) => text,
            Some(Token::AtLeast) => ">=",
            Some(Token::MoreThan) => ">",
            Some(Token::AtMost) => "<=",
            Some(Token::Percent) => "%",
            Some(Token::Slash) => "/",
            Some(Token::Dot) => ".",
            Some(Token::Comma) => ",",
            Some(Token::Semicolon) => ";",
            Some(Token::Open) => "(",
            Some(Token::Close) => ")",
        };
        Fault::new(self.place(), format!("`{found}` stands where {what} was expected"), "")
    }

    fn refused(&self, error: &FormulaError, start: usize) -> Fault {
        Fault::new(start..self.last_end(), format!("{error}"), "")
    }
}
