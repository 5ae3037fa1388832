//! The words of a rule's text, each with its place.

use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use winnow::LocatingSlice;
use winnow::ascii::{digit1, multispace0};
use winnow::combinator::{alt, preceded, repeat};
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::stream::Location;
use winnow::token::take_while;

use crate::fault::Fault;

/// One word, number or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Word(&'a str),
    Number(&'a str),
    AtLeast,
    MoreThan,
    AtMost,
    Percent,
    Slash,
    Dot,
    Comma,
    Semicolon,
    Open,
    Close,
}

/// A token and the bytes that it stands on.
pub(super) type Placed<'a> = (Token<'a>, Range<usize>);

type Input<'a> = LocatingSlice<&'a str>;

/// Splits a text into tokens, or says where something stands that no rule contains.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed<'_>>, Fault> {
    let mut input = LocatingSlice::new(text);
    let found: Vec<Placed<'_>> = repeat(0.., preceded(spaces, token.with_span()))
        .parse_next(&mut input)
        .map_err(|_| Fault::new(0..text.len(), "this cannot be read as a rule", ""))?;
    let _ = spaces(&mut input);
    let start = input.current_token_start();
    match input.chars().next() {
        None => Ok(found),
        Some(stray) => {
            let at = start..start.saturating_add(stray.len_utf8());
            Err(Fault::new(at, format!("`{}` has no meaning in a rule", stray.escape_default()), SIGNS))
        }
    }
}

const SIGNS: &str = "a rule consists of words, numbers and the signs `>=` `>` `<=` `%` `/` `,` `;` `(` `)`";

fn spaces(input: &mut Input<'_>) -> Result<(), EmptyError> {
    multispace0.void().parse_next(input)
}

fn token<'a>(input: &mut Input<'a>) -> Result<Token<'a>, EmptyError> {
    alt((word, digit1.map(Token::Number), sign)).parse_next(input)
}

fn word<'a>(input: &mut Input<'a>) -> Result<Token<'a>, EmptyError> {
    let first = take_while(1, |c: char| c.is_ascii_lowercase());
    let rest = take_while(0.., |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (first, rest).take().map(Token::Word).parse_next(input)
}

fn sign<'a>(input: &mut Input<'a>) -> Result<Token<'a>, EmptyError> {
    let comparison = alt((">=".value(Token::AtLeast), "<=".value(Token::AtMost), ">".value(Token::MoreThan)));
    let share = alt(("%".value(Token::Percent), "/".value(Token::Slash), ".".value(Token::Dot)));
    let mark = alt((
        ",".value(Token::Comma),
        ";".value(Token::Semicolon),
        "(".value(Token::Open),
        ")".value(Token::Close),
    ));
    alt((comparison, share, mark)).parse_next(input)
}
