//! The tokens of a rule, taken one by one.

use alloc::format;
use core::ops::Range;

use quorate_voting::{FormulaError, MAX_DEPTH};

use super::token::{Placed, Token};
use crate::fault::Fault;

/// Brackets may nest this deep, so that no text can exhaust the stack: as deep as the deepest formula, so that
/// whatever was read can be written with brackets and read again.
const MAX_NESTING: usize = MAX_DEPTH;

/// Where the reading of a rule stands.
pub(super) struct Reader<'t, 'a> {
    tokens: &'t [Placed<'a>],
    next: usize,
    end: usize,
    pub(super) measures: &'t [&'t str],
    nesting: usize,
}

impl<'t, 'a> Reader<'t, 'a> {
    pub(super) fn new(tokens: &'t [Placed<'a>], end: usize, measures: &'t [&'t str]) -> Self {
        Reader { tokens, next: 0, end, measures, nesting: 0 }
    }

    /// Goes into a bracket.
    pub(super) fn enter(&mut self) -> Result<(), Fault> {
        self.nesting = self.nesting.saturating_add(1);
        if self.nesting > MAX_NESTING {
            let help = format!("brackets may stand {MAX_NESTING} deep");
            return Err(Fault::new(self.place(), "brackets are set too deep here", help));
        }
        Ok(())
    }

    /// Comes out of a bracket.
    pub(super) fn leave(&mut self) {
        self.nesting = self.nesting.saturating_sub(1);
    }

    pub(super) fn number(&mut self, what: &str) -> Result<u64, Fault> {
        let Some(Token::Number(digits)) = self.peek() else { return Err(self.expected(what)) };
        let number = digits.parse().map_err(|_| Fault::new(self.place(), "this number is too large", ""))?;
        self.step();
        Ok(number)
    }

    pub(super) fn word(&mut self, word: &str) -> Result<(), Fault> {
        if self.take_word(word) { Ok(()) } else { Err(self.expected(&format!("`{word}`"))) }
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(Token::Word(word));
        if found {
            self.step();
        }
        found
    }

    pub(super) fn take(&mut self, token: Token<'_>, name: &str) -> Result<(), Fault> {
        if self.peek() != Some(token) {
            return Err(self.expected(name));
        }
        self.step();
        Ok(())
    }

    pub(super) fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.next).map(|(token, _)| *token)
    }

    pub(super) fn place(&self) -> Range<usize> {
        self.tokens.get(self.next).map_or(self.end..self.end, |(_, at)| at.clone())
    }

    pub(super) fn last_end(&self) -> usize {
        self.next.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |(_, at)| at.end)
    }

    pub(super) fn step(&mut self) {
        self.next = self.next.saturating_add(1);
    }

    pub(super) fn expected(&self, what: &str) -> Fault {
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

    pub(super) fn refused(&self, error: &FormulaError, start: usize) -> Fault {
        Fault::new(start..self.last_end(), format!("{error}"), "")
    }
}
