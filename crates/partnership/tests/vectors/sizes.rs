//! Commands at the limit of size.

use quorate_partnership::cases::{Command, Request};
use quorate_partnership::{MAX_PHRASE_BYTES, PartnershipId};

use crate::cast::{post, signed};
use crate::commands::{phrase, request};

/// A request for help of exactly that many bytes, signed.
pub(crate) fn sized(partnership: &PartnershipId, bytes: usize) -> Vec<u8> {
    let condition = "c".repeat(MAX_PHRASE_BYTES);
    let longest = request(&[("6000.00", condition.as_str()); 38]);
    let of = |payee: usize| {
        let request = Request { payee: phrase(&"p".repeat(payee)), ..longest.clone() };
        signed(partnership, post("XAA/representative"), u64::MAX, Command::Request(request).into())
    };
    (1..=MAX_PHRASE_BYTES).map(of).find(|command| command.len() == bytes).unwrap()
}
