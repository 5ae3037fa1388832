//! CBOR (RFC 8949) for what goes on the wire or on disk.
//!
//! | type | written as |
//! |---|---|
//! | `Currency` | text: the code |
//! | `Money` | array of 2: text, the canonical decimal string; text, the code |
//! | `Rate` | array of 4: base and quote currency, unsigned quote units and base units, in lowest terms |
//! | `Side` | unsigned: 0 debit, 1 credit |
//! | `Account` | array of 2: unsigned, the code; text, what it is of |
//! | `BookId` | array of 2: unsigned, 0 cash, 1 commitment authority, 2 memoranda; text, the currency |
//! | `Leg` | array of 3: account, side, unsigned minor units |
//! | `Entry` | array of 2: book, array of legs |
//! | `HoldId` | unsigned |
//! | `Books`, by `write_state` | array of 2: of `[book, account, debits, credits]`, 16 bytes an amount; of `[hold, entry]` |
//!
//! Decoding goes through the constructors that everyone uses, so bytes cannot say what a caller could not. It
//! takes no memory on the strength of a length that is only claimed, and refuses lengths left open. Numbers and
//! lengths written longer than need be are read all the same: whoever wants one spelling only encodes again and
//! compares.

mod books;
mod entry;
mod money;
mod rate;

use core::error::Error as CoreError;

use minicbor::Decoder;
use minicbor::decode::Error;

/// Reads the head of an array that must have `length` items.
fn array_of(d: &mut Decoder<'_>, length: u64) -> Result<(), Error> {
    let at = d.position();
    match d.array()? {
        Some(found) if found == length => Ok(()),
        _ => Err(Error::message(format_args!("an array of {length} is needed")).at(at)),
    }
}

/// Makes a decoding error of one of ours, kept as its source.
fn refused<E: CoreError + Send + Sync + 'static>(at: usize) -> impl FnOnce(E) -> Error {
    move |error| Error::custom(error).at(at)
}
