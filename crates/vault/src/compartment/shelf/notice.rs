//! Notices, to everyone who is in: sealed under the log key of their epoch, with the head that their author signed. They are of
//! one kind and length, whatever they say: who carries them does not see whether a product was shared, or only something said
//! of one.

use minicbor::{Decode, Encode};

use super::super::held::Held;
use super::super::log::Unsealed;
use super::super::obligation::{self, Stated};
use super::super::parcel::kind;
use super::super::take::{Taken, Told};
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Retention, Seat};
use super::{Shelved, length, tear_line};
use crate::agent::Identity;
use crate::filled::{filled, read_filled};
use crate::product::{Header, ProductId};

/// What notices say.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(in super::super) enum Notice {
    /// That a product was shared.
    #[n(0)]
    Product(#[n(0)] Box<Shared>),
    /// That a product has a tear-line version.
    #[n(1)]
    TearLine(#[n(0)] tear_line::Made),
    /// That a member has an earlier obligation, or that one ended.
    #[n(2)]
    Obliged(#[n(0)] Stated),
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(in super::super) struct Shared {
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
    let shared = Shared {
        product: *product,
        header: header.clone(),
        class: *class,
        held_back: *held_back,
        authenticator: held.authenticator(epoch).unwrap_or_default(),
    };
    sealed(held, identity, &Notice::Product(Box::new(shared)))
}

/// A notice, sealed to everyone who is in.
pub(in super::super) fn sealed(
    held: &mut Held,
    identity: &Identity,
    notice: &Notice,
) -> Result<Parcel, Refusal> {
    let epoch = held.now()?.epoch;
    let sealed = held.seal(identity, kind::NOTICE, None, &filled(notice, STEP))?;
    Ok(Parcel::of(held.id).with(kind::NOTICE, epoch, sealed))
}

/// Takes in a notice. Its author is in, with a credential that stands.
pub(in super::super) fn take(
    vault: &mut Vault,
    mut held: Held,
    said: &Unsealed,
    now: &Now<'_>,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    held.usable()?;
    let seat = held.author(said.epoch, &said.by, now)?.clone();
    match read_filled(&said.body, STEP).ok_or(Refusal::Form)? {
        Notice::Product(shared) => take_shared(&mut held, (said.epoch, &seat), *shared, taken)?,
        Notice::Obliged(stated) => {
            taken.told.push(obligation::heard(&mut held, (&seat, said.place), &stated, now)?);
        }
        Notice::TearLine(made) => taken.told.push(tear_line::heard(&mut held, &seat, made)?),
    }
    vault.keep(held);
    vault.shelve_no_more();
    Ok(())
}

/// Takes in that a product was shared: by its originator, and nobody else says so.
fn take_shared(
    held: &mut Held,
    (epoch, seat): (u64, &Seat),
    shared: Shared,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    let header = &shared.header;
    let bytes = length(header).ok_or(Refusal::Form)?;
    let is_its_own = header.originator == seat.post()
        && header.compartment.0 == held.id.0
        && header.epoch == epoch
        && header.class.as_str() == shared.class.name();
    if !is_its_own {
        return Err(Refusal::NotOriginator);
    }
    let Shared { product, header, class, held_back, authenticator, .. } = shared;
    if held.shelf.claims(product).any(|shelved| shelved.agent == seat.agent()) {
        taken.told.push(Told::Known);
        return Ok(());
    }
    if let Some(alarm) = held.differs(epoch, &authenticator, seat.member()) {
        held.alarm = Some(alarm.clone());
        taken.told.push(Told::Alarm(alarm));
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
        tear_lines: Vec::new(),
    };
    taken.told.push(Told::Shared(Box::new(shelved.clone())));
    held.shelf.keep(shelved);
    Ok(())
}
