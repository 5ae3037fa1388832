//! From a text to a checked [`Charter`] or [`Body`]: first the form (TOML, known keys), then the sense.

mod assessments;
mod beneficiaries;
mod body;
mod capabilities;
mod check;
mod consultations;
mod continuity;
mod currencies;
mod financing;
mod form;
mod fund;
mod instrument;
mod measures;
mod members;
mod money_in;
mod obligation;
mod positions;
mod procedures;
mod publication;
mod raw;
mod reach;
mod relation;
mod reliance;
mod rules;
mod settlement;
mod shares;
mod standing;
mod treasury;

use alloc::format;
use alloc::vec::Vec;

use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::body::Body;
use crate::charter::{Charter, MAX_CHARTER_BYTES};
use crate::fault::{Fault, Faults};

/// Reads and checks a charter's text.
pub(crate) fn read(text: &str) -> Result<Charter, Faults> {
    let raw: raw::Charter = form_of(text)?;
    let mut found = Findings::default();
    let charter = check::charter(&raw, text, &mut found);
    found.or(charter, text)
}

/// Reads and checks a body's text, or a charter's for its body.
pub(crate) fn read_body(text: &str) -> Result<Body, Faults> {
    // A text of no form at all is a body's: its fault is told once either way.
    if form_of::<raw::Kind>(text).is_ok_and(|kind| kind.is_charter()) {
        return read(text).map(|charter| charter.body);
    }
    let raw: raw::Body = form_of(text)?;
    let mut found = Findings::default();
    let mut body = body::body(raw.tables(), text, &mut found).whole;
    let obligations = obligation::obligations(&raw.obligation, &mut found);
    if let Some(institution) = &raw.institution {
        members::line(institution, "the institution's name", &mut found);
    }
    if let Some(body) = &mut body {
        body.institution = raw.institution.as_ref().map(|name| name.get_ref().clone());
        body.obligations = obligations;
    }
    found.or(body, text)
}

/// The text's form, or where it stops being one.
fn form_of<T: DeserializeOwned>(text: &str) -> Result<T, Faults> {
    if text.len() > MAX_CHARTER_BYTES {
        let help = format!("a charter's text has at most {MAX_CHARTER_BYTES} bytes");
        return Err(Fault::new(0..0, "this text is too long for a charter", help).into());
    }
    toml::from_str(text).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        Fault::new(at, form::words(error.message().trim()), "").into()
    })
}

/// The faults found so far: checks go on after the first, so that a reader sees them all at once.
#[derive(Default)]
pub(super) struct Findings {
    list: Vec<Fault>,
}

impl Findings {
    /// What was read, if there are no faults in it.
    fn or<T>(self, read: Option<T>, text: &str) -> Result<T, Faults> {
        match (read, Faults::from_list(self.list)) {
            (Some(read), None) => Ok(read),
            (_, Some(faults)) => Err(faults),
            (None, None) => Err(Fault::new(0..text.len(), "this text could not be read", "").into()),
        }
    }

    fn add(&mut self, fault: Fault) {
        self.list.push(fault);
    }

    /// The value, or nothing and the fault on the list.
    fn keep<T>(&mut self, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.add(fault)).ok()
    }

    /// Parses a spanned text; what is wrong is said at its place.
    fn parse<T>(&mut self, text: &Spanned<impl AsRef<str>>) -> Option<T>
    where
        T: core::str::FromStr,
        T::Err: core::fmt::Display,
    {
        let parsed = text.get_ref().as_ref().parse::<T>();
        self.keep(parsed.map_err(|error| {
            Fault::new(
                text.span(),
                format!("`{}` cannot stand here", text.get_ref().as_ref()),
                format!("{error}"),
            )
        }))
    }

    /// A number within these borders, both included.
    fn within(&mut self, number: &Spanned<u32>, borders: core::ops::RangeInclusive<u32>) -> Option<u32> {
        let value = *number.get_ref();
        if borders.contains(&value) {
            return Some(value);
        }
        let help = format!("a number from {} to {} can stand here", borders.start(), borders.end());
        self.add(Fault::new(number.span(), format!("`{value}` cannot stand here"), help));
        None
    }
}

/// A fault in a string's text, moved to where that text stands in the charter's. In a string with escapes or of
/// several lines the places do not agree, so that the whole string is at fault.
fn inside(text: &str, spanned: &Spanned<alloc::string::String>, fault: Fault) -> Fault {
    let whole = spanned.span();
    let inner = whole.start.saturating_add(1)..whole.end.saturating_sub(1);
    if text.get(inner.clone()) == Some(spanned.get_ref().as_str()) {
        fault.moved(inner.start)
    } else {
        Fault::new(whole, fault.what(), fault.help())
    }
}
