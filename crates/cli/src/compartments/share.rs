//! What follows from sharing a product, and sharing it: one after the other by the same roster, or not at all.

use std::io::{self, Read, Write as _};

use quorate_charter::{MemberCode, Title};
use quorate_partnership::Moment;
use quorate_vault::compartment::{Retention, Sharing, Standing, Vault};
use quorate_vault::marking::{Audience, Categories, Marking};
use quorate_vault::product::{Consent, Control, Handling, Provenance};
use quorate_web::agent::compartments::{Bound, Class, NotShared, Roster, State, Stop, Wanted, Weighed};

use super::folder::Folder;
use super::told::{self, stop};
use super::{kept, name};
use crate::commands::compartment::opened::Opened;
use crate::commands::compartment::roster::short;
use crate::commands::files::NewFile;

/// Who is in a compartment, and who is not.
pub(super) fn roster(opened: &Opened, name: &str) -> Result<Roster, Stop> {
    let standing = opened.vault.standing(name).map_err(stop)?;
    let own = told::own(opened)?;
    let members = opened.node().partnership().charter().members();
    let mut known: Vec<(MemberCode, Option<Title>)> =
        members.map(|(code, member)| (code, Some(member.name().clone()))).collect();
    for seat in &standing.seats {
        if !known.iter().any(|(code, _)| *code == seat.member()) {
            known.push((seat.member(), None));
        }
    }
    // One's own first, then those who are in.
    let is_in = |code: MemberCode| standing.seats.iter().any(|seat| seat.member() == code);
    known.sort_by_key(|(code, _)| (*code != own, !is_in(*code), *code));
    let state = |(code, name): (MemberCode, Option<Title>)| {
        let seats = standing.seats.iter().filter(|seat| seat.member() == code);
        State { code, name, inside: seats.map(|seat| seat.post()).collect() }
    };
    Ok(Roster {
        name: standing.name.clone(),
        digits: short(&standing.authenticator),
        epoch: standing.epoch,
        own,
        states: known.into_iter().map(state).collect(),
    })
}

/// What follows: everything that stops it, found by sealing nothing on a copy of the store.
pub(super) fn weigh(opened: &mut Opened, wanted: &Wanted) -> Result<Weighed, Stop> {
    let name = name(opened, wanted.place)?;
    let roster = roster(opened, &name)?;
    let standing = opened.vault.standing(&name).map_err(stop)?;
    let mut stops = stands(&standing);
    if wanted.to.is_empty() {
        stops.push(Stop::Nobody);
    } else {
        let left = |state: &&State| state.code != roster.own && !state.inside.is_empty();
        let left = roster.states.iter().filter(left).filter(|state| !wanted.to.contains(&state.code));
        stops.extend(left.map(|state| Stop::NotChosen(state.code)));
    }
    if wanted.release.is_some_and(|release| release <= opened.at()) {
        stops.push(Stop::ReleaseIsOver);
    }
    let mut bound = Vec::new();
    if stops.is_empty() {
        let plan = Plan::of(wanted, opened.at())?;
        let sharing = plan.sharing(wanted);
        let refused = opened.attempt(|vault, now| vault.refused_by_obligation(&name, &sharing, now));
        let refused = refused.map_err(stop)?.into_values().flatten();
        bound.extend(refused.map(|one| Bound { member: one.member, to: one.to, under: one.under }));
        let tried = opened.attempt(|vault, now| {
            let (mut copy, mut to): (Vault, _) = (vault.clone(), io::sink());
            copy.share(&name, &plan.sharing(wanted), &mut io::empty(), &mut to, now).map(|_| ())
        });
        stops.extend(tried.err().map(stop));
    }
    Ok(Weighed { roster, stops, bound })
}

fn stands(standing: &Standing) -> Vec<Stop> {
    let alarm = standing.alarm.as_ref().map(|alarm| Stop::Alarm(told::alarm(alarm)));
    alarm.into_iter().chain(standing.out.then_some(Stop::Removed)).collect()
}

/// Seals what was shown, if it is still so. The names of the product and of its notice.
pub(super) fn share(
    opened: &mut Opened,
    (wanted, shown): (&Wanted, &Weighed),
    mut text: &mut dyn Read,
    folder: &Folder,
) -> Result<Vec<String>, NotShared> {
    let now = weigh(opened, wanted).map_err(NotShared::Stop)?;
    if now != *shown {
        return Err(NotShared::Changed);
    }
    if let Some(stop) = now.stops.into_iter().next() {
        return Err(NotShared::Stop(stop));
    }
    sealed(opened, wanted, &now.roster.name, &mut text, folder).map_err(NotShared::Stop)
}

fn sealed(
    opened: &mut Opened,
    wanted: &Wanted,
    name: &str,
    text: &mut dyn Read,
    folder: &Folder,
) -> Result<Vec<String>, Stop> {
    let plan = Plan::of(wanted, opened.at())?;
    let product = folder.new_name("product", "sealed")?;
    let notice = product.replace("product-", "notice-").replace(".sealed", ".parcel");
    let begin = |name: &str| {
        NewFile::begin_with_store(&folder.path(name)).map_err(|failure| told::not_done(&failure))
    };
    let (mut file, mut paper) = (begin(&product)?, begin(&notice)?);
    let sharing = plan.sharing(wanted);
    let shared = opened.attempt(|vault, now| vault.share(name, &sharing, text, &mut file, now));
    let (_, parcel) = shared.map_err(stop)?;
    // Both files, and the store, or none: a half that is held back is in the store alone.
    let written = paper.write_all(&parcel.bytes());
    if let Err(error) = written {
        opened.reread().map_err(|worse| told::not_done(&worse))?;
        return Err(told::failed(&error));
    }
    kept(opened, vec![file, paper])?;
    Ok(vec![product, notice])
}

/// What is wanted, as the vault takes it.
struct Plan {
    marking: Marking,
    class: Retention,
    control: Control,
    provenance: Provenance,
    consents: Vec<Consent>,
    handling: Handling,
}

impl Plan {
    fn of(wanted: &Wanted, now: Moment) -> Result<Plan, Stop> {
        let few = |_| Stop::Other("at most 64 States are named".into());
        let level = wanted.level.parse().map_err(|_| Stop::NoSuch)?;
        let marking = Marking {
            policy: wanted.policy.clone(),
            level,
            audience: Audience::of(wanted.to.iter().copied()).map_err(few)?,
            categories: Categories::default(),
            created: now,
            expires: None,
        };
        let mut consents = Vec::new();
        for contains in &wanted.contains {
            if let Some((document, to)) = &contains.consent {
                let to = Audience::of(to.iter().copied()).map_err(few)?;
                consents.push(Consent { state: contains.state, document: *document, to });
            }
        }
        let contains = wanted.contains.iter().map(|contains| contains.state).collect();
        Ok(Plan {
            marking,
            class: match wanted.class {
                Class::Year => Retention::Year,
                Class::Decade => Retention::Decade,
                Class::Lasting => Retention::Lasting,
            },
            control: if wanted.held_back { Control::Originator } else { Control::Ordinary },
            provenance: Provenance { contains, ..Provenance::default() },
            consents,
            handling: Handling::default(),
        })
    }

    fn sharing<'s>(&'s self, wanted: &'s Wanted) -> Sharing<'s> {
        Sharing {
            title: &wanted.title,
            marking: &self.marking,
            class: self.class,
            control: self.control,
            release: wanted.release,
            provenance: &self.provenance,
            consents: &self.consents,
            handling: &self.handling,
        }
    }
}
