//! Putting a change in force.

use openmls_traits::OpenMlsProvider as _;

use super::archive;
use super::change::{self, Staged};
use super::count;
use super::held::{Held, Pending};
use super::join;
use super::keystore;
use super::parcel::kind;
use super::take::{Taken, Told, watch};
use super::vault::{era, load};
use super::{Now, Refusal, Vault};

impl Vault {
    /// Puts a change in force that enough members accepted. It is judged once more, by the record as it is, at the moment at
    /// which enough had accepted it: an agent that hears of it late comes to the same as the others.
    pub(super) fn settle(&mut self, mut held: Held, now: &Now<'_>, taken: &mut Taken) -> Result<(), Refusal> {
        if held.usable().is_err() {
            return Ok(());
        }
        let last = held.now()?.clone();
        let enough = |pending: &Pending| Some((pending.clone(), count::since(&held, &last, &pending.entry)?));
        let Some((pending, since)) = held.pending.iter().find_map(enough) else { return Ok(()) };
        change::judge(&last.seats, &pending, now, since)?;
        let provider = keystore::load(&self.kept);
        let mut group = load(&provider, held.id)?;
        let fault = || Refusal::Group("a change cannot be put in force");
        let group = if pending.own {
            group.merge_pending_commit(&provider).map_err(|_| fault())?;
            group
        } else {
            let _ = group.clear_pending_commit(provider.storage());
            let item =
                super::parcel::Item { kind: kind::CHANGE, epoch: last.epoch, bytes: pending.commit.clone() };
            let Staged { mut group, commit, .. } = change::stage(&provider, &held, &item)?;
            group.merge_staged_commit(&provider, *commit).map_err(|_| fault())?;
            group
        };
        if !group.is_active() {
            held.out = true;
            held.pending.clear();
            held.eras.iter_mut().for_each(|era| era.log_key.wipe());
            taken.told.push(Told::Out);
        } else {
            held.begin(pending.entry.clone(), era(&provider, &group)?);
            archive::keep(&mut held, &provider, &group)?;
            let epoch = held.now()?.epoch;
            taken.told.push(Told::InForce(epoch));
            if pending.own && !pending.welcome.is_empty() {
                let proof = join::proof(&held, &pending, &held.acceptances())?;
                taken.parcel.push(kind::WELCOME, epoch, pending.welcome);
                taken.parcel.push(kind::PROOF, epoch, proof);
            }
            watch(&mut held, last.epoch, taken);
        }
        self.put(held, &provider);
        Ok(())
    }
}
