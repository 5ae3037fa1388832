//! What the charter makes public, in the forms that the public's tools read.

mod facts;
mod iati;
mod ocds;

use alloc::string::String;

use quorate_charter::PublicationArticle;

use crate::records::Records;
use facts::Facts;

/// Why nothing is published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpublished {
    /// The charter has no article on it.
    #[error("the charter makes nothing public")]
    NoArticle,
    /// The publisher's identifier has another form.
    #[error(
        "`{text}` is no publisher's identifier: 3 to 60 letters, digits and hyphens, beginning with a letter"
    )]
    Publisher {
        /// What was given.
        text: String,
    },
}

impl Unpublished {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Unpublished::NoArticle => {
                "members make parts of the record public by an article `[publication]` with `public = [\"fund\", ...]`"
            }
            Unpublished::Publisher { .. } => {
                "give the organisation's identifier in IATI, such as XM-EXAMPLE-1, or the prefix that OCDS registered"
            }
        }
    }
}

/// The two files of IATI 2.03.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iati {
    /// The activities: the fund and each approved case, as far as they are public.
    pub activities: String,
    /// The organisation: what it spent, if the fund is public.
    pub organisation: String,
}

/// What is public, in IATI 2.03.
///
/// # Errors
/// Nothing is public, or the identifier of the publisher has another form.
pub fn iati(records: &Records, publisher: &str) -> Result<Iati, Unpublished> {
    let facts = Facts::of(records, publication(records, publisher)?);
    Ok(Iati {
        activities: iati::activities(&facts, publisher),
        organisation: iati::organisation(&facts, publisher),
    })
}

/// What is public of the cases, as a package of releases in OCDS 1.1.
///
/// # Errors
/// Nothing is public, or the prefix has another form.
pub fn ocds(records: &Records, prefix: &str) -> Result<String, Unpublished> {
    let facts = Facts::of(records, publication(records, prefix)?);
    Ok(ocds::package(&facts, prefix))
}

fn publication<'r>(records: &'r Records, publisher: &str) -> Result<&'r PublicationArticle, Unpublished> {
    let article = records.charter().publication().ok_or(Unpublished::NoArticle)?;
    let letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let begins = publisher.starts_with(|c: char| c.is_ascii_alphabetic());
    if begins && (3..=60).contains(&publisher.len()) && publisher.chars().all(letter) {
        Ok(article)
    } else {
        Err(Unpublished::Publisher { text: publisher.into() })
    }
}
