//! Accounts and banks, as far as they are numbers.

use alloc::string::String;

use super::unfit::{PAYEE, Unfit, fits};
use crate::export::xml::Xml;

/// The number of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// By ISO 13616, with its check digits.
    Iban(String),
    /// Any other.
    Other(String),
}

impl Number {
    /// An IBAN if it has the form of one, which must then be right; any other number otherwise.
    pub(super) fn read(what: &'static str, text: &str) -> Result<Number, Unfit> {
        let bare: String = text.chars().filter(|letter| *letter != ' ').collect();
        let letters =
            |text: Option<&str>, of: fn(&char) -> bool| text.is_some_and(|text| text.chars().all(|c| of(&c)));
        let is_meant = bare.len() >= 15
            && letters(bare.get(..2), char::is_ascii_uppercase)
            && letters(bare.get(2..4), char::is_ascii_digit);
        if is_meant { iban(what, &bare) } else { Ok(Number::Other(fits(what, text, 34)?.into())) }
    }
}

/// An account as an element of a message.
pub(super) fn account(xml: &mut Xml, name: &str, number: &Number) {
    match number {
        Number::Iban(iban) => xml.within(&[name, "Id", "IBAN"], iban),
        Number::Other(other) => xml.within(&[name, "Id", "Othr", "Id"], other),
    }
}

fn iban(what: &'static str, text: &str) -> Result<Number, Unfit> {
    let sized = (15..=34).contains(&text.len()) && text.chars().all(|letter| letter.is_ascii_alphanumeric());
    if sized && remainder(text) == Some(1) {
        Ok(Number::Iban(text.into()))
    } else {
        Err(Unfit::Iban { what, text: text.into() })
    }
}

/// The number that an IBAN is, its first four characters moved to the end and letters read as 10 to 35, modulo 97.
fn remainder(text: &str) -> Option<u32> {
    let (first, rest) = text.split_at_checked(4)?;
    rest.chars().chain(first.chars()).try_fold(0_u32, |sum, letter| {
        let digit = letter.to_digit(36)?;
        let shift = if digit > 9 { 100_u32 } else { 10 };
        sum.saturating_mul(shift).saturating_add(digit).checked_rem(97)
    })
}

/// A bank, by its BIC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bank(pub(super) String);

impl Bank {
    pub(super) fn read(what: &'static str, text: &str) -> Result<Bank, Unfit> {
        let alphanumeric = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
        let country =
            text.get(4..6).is_some_and(|part| part.chars().all(|letter| letter.is_ascii_uppercase()));
        if matches!(text.len(), 8 | 11) && text.chars().all(alphanumeric) && country {
            Ok(Bank(text.into()))
        } else {
            Err(Unfit::Bic { what, text: text.into() })
        }
    }
}

/// Whom a case pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Creditor {
    /// The payee of the case, to the letter.
    pub(super) name: String,
    /// What it announces as `IBAN ...`.
    pub(super) account: Option<Number>,
    /// What it announces as `BIC ...`.
    pub(super) bank: Option<Bank>,
}

impl Creditor {
    pub(super) fn read(payee: &str) -> Result<Creditor, Unfit> {
        let name = fits(PAYEE, payee, 140)?.into();
        let account = announced(payee, "IBAN").map(|text| {
            let bare: String = text.chars().filter(|letter| *letter != ' ').collect();
            iban(PAYEE, &bare)
        });
        let bank = announced(payee, "BIC").map(|text| Bank::read(PAYEE, text));
        Ok(Creditor { name, account: account.transpose()?, bank: bank.transpose()? })
    }
}

/// What follows a word of its own, up to the next comma or semicolon.
fn announced<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let parts = text.split([',', ';']).map(str::trim);
    parts.filter_map(|part| part.strip_prefix(word)).find_map(|rest| {
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        rest.strip_prefix(' ').map(str::trim)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the registry of IBANs.
    const IBAN: &str = "GB82WEST12345698765432";

    #[test]
    fn an_iban_is_right_to_the_digit() {
        assert_eq!(Number::read("it", IBAN), Ok(Number::Iban(IBAN.into())));
        assert_eq!(Number::read("it", "GB82 WEST 1234 5698 7654 32"), Ok(Number::Iban(IBAN.into())));
        for wrong in ["GB82WEST12345698765431", "GB28WEST12345698765432", "GB82WEST1234569876543!"] {
            assert!(matches!(Number::read("it", wrong), Err(Unfit::Iban { .. })), "{wrong}");
        }
        assert_eq!(Number::read("it", "account 1"), Ok(Number::Other("account 1".into())));
        let long = "1".repeat(34);
        assert!(Number::read("it", &long).is_ok());
        assert_eq!(Number::read("it", &(long + "1")), Err(Unfit::Long { what: "it", chars: 35, most: 34 }));
    }

    #[test]
    fn a_bic_has_eight_or_eleven() {
        for right in ["WESTGB22", "WESTGB22XXX"] {
            assert!(Bank::read("it", right).is_ok());
        }
        for wrong in ["", "WESTGB2", "WESTGB222", "WESTGB22XX", "WEST1B22", "westgb22", "WESTGB22XXXX"] {
            assert!(matches!(Bank::read("it", wrong), Err(Unfit::Bic { .. })), "{wrong}");
        }
    }

    #[test]
    fn a_payee_is_named_to_the_letter_and_its_numbers_are_read() {
        let payee = alloc::format!("Treasury; IBAN {IBAN}, BIC WESTGB22");
        let read = Creditor::read(&payee).unwrap();
        assert_eq!((read.name, read.account), (payee, Some(Number::Iban(IBAN.into()))));
        assert_eq!(read.bank, Some(Bank("WESTGB22".into())));
        let plain = Creditor::read("central bank of CAN, account 1").unwrap();
        assert_eq!((plain.account, plain.bank), (None, None));
        assert!(matches!(Creditor::read("Treasury, IBAN GB00WEST12345698765432"), Err(Unfit::Iban { .. })));
        assert!(Creditor::read("the office of ICEBIC DORS, BICYCLES").is_ok());
    }

    #[test]
    fn nothing_is_cut_and_nothing_written_in_other_letters() {
        for (chars, fits) in [(139, true), (140, true), (141, false)] {
            assert_eq!(Creditor::read(&"a".repeat(chars)).is_ok(), fits);
        }
        assert_eq!(
            Creditor::read("Trésor").unwrap_err(),
            Unfit::Character { what: PAYEE, found: 'é', at: 3 }
        );
    }
}
