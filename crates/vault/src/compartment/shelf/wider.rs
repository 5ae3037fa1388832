//! Whether something may go as a tear-line version: narrower than the whole in nothing, wider in something, and silent of it.

use quorate_charter::MemberCode;
use quorate_partnership::Phrase;

use super::{Sharing, Shelved};
use crate::marking::{Categories, Kind, Level, Marking};
use crate::product::{Control, Handling, Header, ProductId};

/// The most tear-line versions of one product.
pub(super) const MAX_TEAR_LINES: usize = 32;

/// So many digits of an id name a product.
const NAMED_BY: usize = 8;

/// Why something is no tear-line version of a whole: it would be for fewer, or tell of the whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TearLineFault {
    /// Levels of two policies are not compared.
    #[error(
        "the whole is marked by the policy {0}, whose levels are not those of this one: mark both by one policy"
    )]
    Policy(Phrase),
    /// A higher level.
    #[error("it is {version}, and the whole is {whole}: mark it no higher than the whole")]
    Higher {
        /// The level of the whole.
        whole: Level,
        /// Its level.
        version: Level,
    },
    /// It leaves out a State.
    #[error("the whole is releasable to {0}, and it is not: name everybody whom the whole's marking names")]
    Narrower(MemberCode),
    /// A category that restricts more than the whole's.
    #[error("its category {0} restricts more than the whole's: leave it out, or widen it")]
    Category(Phrase),
    /// A half of its key is held back.
    #[error("half of its key is held back, and of the whole's it is not: share it without")]
    HeldBack,
    /// It opens later.
    #[error("it opens later than the whole: give it an earlier release time, or none")]
    Later,
    /// It is acted on with consent alone.
    #[error(
        "the whole may be acted on without asking, and it may not: share it with `--may-act`, or as a product of its own"
    )]
    Acting,
    /// It leaves out a consent.
    #[error(
        "{0} reads the whole despite an obligation, and would not read it: share it with `--despite-obligation {0}`"
    )]
    Despite(MemberCode),
    /// Material that the whole does not have.
    #[error(
        "it contains material of {0}, and the whole says nothing of that: share it as a product of its own"
    )]
    Contains(MemberCode),
    /// It names the whole.
    #[error("it names the whole as what it was made of, and so tells its readers of it: leave that out")]
    Tells,
    /// Its title names the whole.
    #[error("its title has the id of the whole, or how that begins, which tells of it: leave that out")]
    Named,
    /// It has the whole's title.
    #[error("it has the whole's title, and so tells its readers that: give it one of its own")]
    Title,
    /// It is for nobody more.
    #[error(
        "it is for nobody who may not read the whole: lower its level, name more States, or leave out what restricts it; or share \
         it as a product of its own"
    )]
    NoWider,
    /// More than are kept.
    #[error("a product has at most {MAX_TEAR_LINES} tear-line versions")]
    TooMany,
}

/// Whether something may go as a tear-line version: nowhere narrower than the whole, somewhere wider, and silent of it.
pub(super) fn check(whole: &Shelved, version: &Sharing<'_>) -> Result<(), TearLineFault> {
    let wider = is_wider(&whole.header.marking, version.marking, whole.header.originator.member)?;
    let held_back = version.control == Control::Originator;
    if held_back && !whole.held_back {
        return Err(TearLineFault::HeldBack);
    }
    if version.release > whole.header.release {
        return Err(TearLineFault::Later);
    }
    let despite = is_freer(&whole.header, version.handling)?;
    let contained = whole.header.provenance().contains;
    let own = whole.header.originator.member;
    let other = |state: &&MemberCode| **state != own && !contained.contains(state);
    if let Some(state) = version.provenance.contains.iter().find(other) {
        return Err(TearLineFault::Contains(*state));
    }
    if version.provenance.derived_from.contains(&whole.product) {
        return Err(TearLineFault::Tells);
    }
    if names(version.title, whole.product) {
        return Err(TearLineFault::Named);
    }
    if version.title.as_str().to_lowercase() == whole.header.title.as_str().to_lowercase() {
        return Err(TearLineFault::Title);
    }
    if whole.tear_lines.len() >= MAX_TEAR_LINES {
        return Err(TearLineFault::TooMany);
    }
    let sooner = version.release < whole.header.release;
    if wider || despite || sooner || whole.held_back && !held_back {
        Ok(())
    } else {
        Err(TearLineFault::NoWider)
    }
}

/// Whether a marking is for more than another, in something; it is for fewer in nothing, or that is the fault.
fn is_wider(whole: &Marking, version: &Marking, own: MemberCode) -> Result<bool, TearLineFault> {
    if whole.policy != version.policy {
        return Err(TearLineFault::Policy(whole.policy.clone()));
    }
    if version.level > whole.level {
        return Err(TearLineFault::Higher { whole: whole.level, version: version.level });
    }
    let left_out = |state: &MemberCode| *state != own && !version.audience.has(*state);
    if let Some(state) = whole.audience.iter().find(left_out) {
        return Err(TearLineFault::Narrower(state));
    }
    if let Some(name) = stricter(&whole.categories, &version.categories) {
        return Err(TearLineFault::Category(name.clone()));
    }
    let more = version.audience.iter().any(|state| state != own && !whole.audience.has(state));
    let looser = stricter(&version.categories, &whole.categories).is_some();
    Ok(version.level < whole.level || more || looser)
}

/// Whether it is read by somebody more despite an obligation; it takes back nothing that the whole lets its readers do.
fn is_freer(whole: &Header, version: &Handling) -> Result<bool, TearLineFault> {
    if whole.may_act && !version.may_act {
        return Err(TearLineFault::Acting);
    }
    if let Some(member) = whole.despite().iter().find(|member| !version.despite.contains(member)) {
        return Err(TearLineFault::Despite(*member));
    }
    Ok(version.despite.len() > whole.despite().len())
}

/// Whether a title has a product's id, or as much of it as it is named by, however that is written.
fn names(title: &Phrase, product: ProductId) -> bool {
    let title: String = title.as_str().chars().filter(char::is_ascii_alphanumeric).collect();
    let begins: String = product.to_string().chars().take(NAMED_BY).collect();
    title.to_ascii_lowercase().contains(&begins)
}

/// The first category of the second that shuts somebody out whom the first lets in.
fn stricter<'c>(first: &Categories, second: &'c Categories) -> Option<&'c Phrase> {
    second.iter().find_map(|(kind, name, values)| {
        let had = first.iter().find(|(of, called, _)| (*of, *called) == (kind, name)).map(|(_, _, had)| had);
        let is_stricter = match (kind, had) {
            (Kind::Informative, _) => false,
            (Kind::Restrictive, had) => !values.is_empty() && had.is_none_or(|had| !values.is_subset(had)),
            (Kind::Permissive, had) => had.is_none_or(|had| !values.is_superset(had)),
        };
        is_stricter.then_some(name)
    })
}
