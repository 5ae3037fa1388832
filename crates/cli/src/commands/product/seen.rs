//! Who sees what is sealed in a compartment, in words.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_vault::compartment::{Obligation, Sharing};
use quorate_vault::product::ProductId;

use crate::commands::compartment::opened::{Opened, told};
use crate::failure::Failure;
use crate::present::Screen;

/// Says who is in and sees it, and which members of the partnership do not.
pub(super) fn who_sees(
    opened: &Opened,
    name: &str,
    held_back: bool,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let standing = opened.vault.standing(name).map_err(|refusal| told(&refusal))?;
    let inside: BTreeSet<MemberCode> = standing.seats.iter().map(|seat| seat.member()).collect();
    let members = opened.node().partnership().charter().members().map(|(member, _)| member);
    let outside: BTreeSet<MemberCode> = members.filter(|code| !inside.contains(code)).collect();
    screen.line(&match held_back {
        false => format!("  Will see it: {}, who are in {name}.", listed(&inside)),
        true => format!(
            "  Will see its title, and the text once it is released: {}, who are in {name}.",
            listed(&inside)
        ),
    })?;
    screen.line(&match outside.is_empty() {
        true => "  Every member of the partnership is in.".to_owned(),
        false => format!("  Will not see it: {}, nor any node.", listed(&outside)),
    })
}

/// Says who that is in will be refused by an obligation of its own, and why, and who reads it all the same.
pub(super) fn refused_readers(
    (opened, name): (&Opened, &str),
    sharing: &Sharing<'_>,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let refused = opened.look(|vault, now| vault.refused_by_obligation(name, sharing, now))?;
    for (member, obligations) in &refused {
        for one in obligations {
            screen.line(&format!(
                "  Will be refused to {member}: it is obliged to pass it on to {}, by document {}, and the marking does not name {}.",
                one.to, one.under, one.to
            ))?;
        }
        screen.line(&format!(
            "    Its own agent refuses, and has the key: `--held-back` keeps that from it, and `--despite-obligation {member}` consents."
        ))?;
    }
    let despite: Vec<&MemberCode> = sharing.handling.despite.iter().collect();
    if despite.is_empty() {
        return Ok(());
    }
    screen
        .line(&format!("  Read by {} although it may be obliged to pass it on: consented.", listed(despite)))
}

/// Says of a briefing who that is in is bound by an obligation of its own: whoever is named reads by a release, which consents;
/// the others have the title alone.
pub(super) fn briefed_readers(
    (opened, name): (&Opened, &str),
    sharing: &Sharing<'_>,
    named: &BTreeSet<MemberCode>,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let bound = opened.look(|vault, now| vault.refused_by_obligation(name, sharing, now))?;
    for one in bound.values().flatten() {
        match named.contains(&one.member) {
            true => consented(one, screen)?,
            false => screen.line(&format!(
                "  {} sees its title and no more, for no agent of it is named; it is obliged to pass it on to {}, by document {}.",
                one.member, one.to, one.under
            ))?,
        }
    }
    Ok(())
}

/// Says of a product that was shared whose obligations a release or an answer sets aside.
pub(super) fn consented_readers(
    (opened, name): (&Opened, &str),
    product: ProductId,
    readers: &BTreeSet<MemberCode>,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let bound = opened.look(|vault, _| vault.obliged_readers(name, product, readers))?;
    bound.iter().try_for_each(|one| consented(one, screen))
}

fn consented(one: &Obligation, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!(
        "  {} is obliged to pass it on to {}, by document {}, and the marking does not name {}: by this you consent all the same.",
        one.member, one.to, one.under, one.to
    ))
}

/// Codes, in a line.
pub(super) fn listed<'c>(codes: impl IntoIterator<Item = &'c MemberCode>) -> String {
    codes.into_iter().map(MemberCode::to_string).collect::<Vec<_>>().join(", ")
}
