//! From a rule's text to its formula, by recursive descent over the tokens.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use quorate_voting::Formula;

use super::MAX_RULE_BYTES;
use super::reader::Reader;
use super::token::{Token, tokens};
use crate::fault::Fault;

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
        let beyond = (0..=MAX_RULE_BYTES).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        return Err(Fault::new(beyond..text.len(), "this rule is too long", help));
    }
    let tokens = tokens(text)?;
    let mut reader = Reader::new(&tokens, text.len(), measures);
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

impl Reader<'_, '_> {
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
        self.leave();
        Ok(inner)
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
        self.leave();
        Formula::at_least(least, parts).map_err(|error| self.refused(&error, start))
    }
}
