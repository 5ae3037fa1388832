//! The names under which entries of different members stand side by side.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// What is to be authorised or bought: 1 to 40 small letters, digits and hyphens, the first a letter. So members' entries
/// about one thing stand side by side, whatever language they are worded in.
///
/// ```
/// use quorate_partnership::frameworks::assessments::Item;
/// assert!("transfer-of-arms".parse::<Item>().is_ok());
/// assert!("Transfer of arms".parse::<Item>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item(String);

/// A text that is no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an item is 1 to {MAX_ITEM_BYTES} small letters, digits and hyphens, the first a letter, as in `transfer-of-arms`"
)]
pub struct ItemError;

/// The longest item, in bytes, which are characters.
const MAX_ITEM_BYTES: usize = 40;

/// The number or the edition of a standard, as its owner writes it: 1 to 40 characters of printable ASCII with single
/// spaces inside. Two that differ in a character are two.
///
/// ```
/// use quorate_partnership::frameworks::assessments::Designation;
/// assert!("STANAG 4774".parse::<Designation>().is_ok());
/// assert!("STANAG  4774".parse::<Designation>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Designation(String);

/// A text that is no designation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the number or edition of a standard is 1 to {MAX_DESIGNATION_BYTES} letters, digits and signs of ASCII with single spaces inside, as in `STANAG 4774`"
)]
pub struct DesignationError;

/// The longest designation, in bytes, which are characters.
const MAX_DESIGNATION_BYTES: usize = 40;

impl FromStr for Item {
    type Err = ItemError;

    fn from_str(text: &str) -> Result<Item, ItemError> {
        let letter = |c: u8| c.is_ascii_lowercase();
        let first = text.bytes().next().is_some_and(letter);
        let rest = text.bytes().all(|c| letter(c) || c.is_ascii_digit() || c == b'-');
        if first && rest && text.len() <= MAX_ITEM_BYTES { Ok(Item(text.into())) } else { Err(ItemError) }
    }
}

impl FromStr for Designation {
    type Err = DesignationError;

    fn from_str(text: &str) -> Result<Designation, DesignationError> {
        let sized = (1..=MAX_DESIGNATION_BYTES).contains(&text.len());
        let printable = text.chars().all(|c| matches!(c, ' '..='~'));
        let spaced = text.starts_with(' ') || text.ends_with(' ') || text.contains("  ");
        if sized && printable && !spaced { Ok(Designation(text.into())) } else { Err(DesignationError) }
    }
}

macro_rules! written {
    ($name:ident, $not:literal) => {
        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
                e.str(&self.0)?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<$name, DecodeError> {
                let at = d.position();
                d.str()?.parse().map_err(|_| DecodeError::message($not).at(at))
            }
        }
    };
}

written!(Item, "not an item");
written!(Designation, "not the number or edition of a standard");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_an_item() {
        let longest = "a".repeat(MAX_ITEM_BYTES);
        for right in ["a", "transfer-of-arms", "c130", &longest] {
            assert_eq!(right.parse::<Item>().as_ref().map(Item::as_str), Ok(right));
        }
        let too_long = "a".repeat(MAX_ITEM_BYTES + 1);
        for wrong in ["", "A", "1a", "-a", "a b", "é", &too_long] {
            assert_eq!(wrong.parse::<Item>(), Err(ItemError), "{wrong:?}");
        }
    }

    #[test]
    fn the_borders_of_a_designation() {
        let longest = "A".repeat(MAX_DESIGNATION_BYTES);
        for right in ["4", "STANAG 4774", "Ed. 1 (v2)", &longest] {
            assert_eq!(right.parse::<Designation>().as_ref().map(Designation::as_str), Ok(right));
        }
        let too_long = "A".repeat(MAX_DESIGNATION_BYTES + 1);
        for wrong in ["", " 4774", "4774 ", "STANAG  4774", "Éd. 1", "a\tb", &too_long] {
            assert_eq!(wrong.parse::<Designation>(), Err(DesignationError), "{wrong:?}");
        }
    }
}
