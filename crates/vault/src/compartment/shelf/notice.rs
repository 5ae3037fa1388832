//! The notice of a product, to everyone who is in: sealed under the log key of its epoch, with the head that the originator's agent
//! signed.

use minicbor::{Decode, Encode};

use super::super::held::Held;
use super::super::log::Unsealed;
use super::super::parcel::kind;
use super::super::take::{Taken, Told};
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Retention};
use super::{Shelved, length};
use crate::agent::Identity;
use crate::filled::{filled, read_filled};
use crate::product::{Header, ProductId};

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct Notice {
    #[n(0)]
    product: ProductId,
    #[n(1)]
    header: Header,
    #[n(2)]
    class: Retention,
    #[n(3)]
    held_back: bool,
    /// The hash of the epoch's authenticator, as its author has it.
    #[cbor(n(4), with = "minicbor::bytes")]
    authenticator: [u8; 32],
}

/// Notices are filled up to a multiple of this many bytes, as headers are: the length of a title is not to be told.
const STEP: usize = 2048;

/// The notice of a product that this agent shares.
pub(super) fn of(held: &mut Held, identity: &Identity, shelved: &Shelved) -> Result<Parcel, Refusal> {
    let epoch = held.now()?.epoch;
    let Shelved { product, header, class, held_back, .. } = shelved;
    let notice = Notice {
        product: *product,
        header: header.clone(),
        class: *class,
        held_back: *held_back,
        authenticator: held.authenticator(epoch).unwrap_or_default(),
    };
    let sealed = held.seal(identity, kind::NOTICE, None, &filled(&notice, STEP))?;
    Ok(Parcel::of(held.id).with(kind::NOTICE, epoch, sealed))
}

/// Takes in a notice. Its author is in, with a credential that stands, and is the originator of the product.
pub(in super::super) fn take(
    vault: &mut Vault,
    mut held: Held,
    said: &Unsealed,
    now: &Now<'_>,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    held.usable()?;
    let epoch = said.epoch;
    let seat = held.author(epoch, &said.by, now)?.clone();
    let notice: Notice = read_filled(&said.body, STEP).ok_or(Refusal::Form)?;
    let header = &notice.header;
    let bytes = length(header).ok_or(Refusal::Form)?;
    let is_its_own = header.originator == seat.post()
        && header.compartment.0 == held.id.0
        && header.epoch == epoch
        && header.class.as_str() == notice.class.name();
    if !is_its_own {
        return Err(Refusal::NotOriginator);
    }
    let Notice { product, header, class, held_back, authenticator, .. } = notice;
    if held.shelf.claims(product).any(|shelved| shelved.agent == seat.agent()) {
        taken.told.push(Told::Known);
        return Ok(());
    }
    if let Some(alarm) = held.differs(epoch, &authenticator, seat.member()) {
        held.alarm = Some(alarm.clone());
        taken.told.push(Told::Alarm(alarm));
        vault.keep(held);
        return Ok(());
    }
    let shelved = Shelved {
        product,
        header,
        class,
        agent: seat.agent(),
        held_back,
        acknowledged: Vec::new(),
        released: Vec::new(),
        second: None,
        bytes,
    };
    taken.told.push(Told::Shared(Box::new(shelved.clone())));
    held.shelf.keep(shelved);
    vault.keep(held);
    vault.shelve_no_more();
    Ok(())
}
