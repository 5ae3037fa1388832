//! The originator's answer: refused; or allowed, with a release where it is to be passed on.

use std::collections::BTreeSet;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Phrase, PublicKey};

use super::super::held::Held;
use super::super::take::Told;
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Seat};
use super::asking::{Aim, Answered, Asked};
use super::letter::{self, Words};
use crate::agent::{Credential, Identity};
use crate::policy::Action;
use crate::product::ProductKey;
use crate::release::{Release, Terms, release};

/// The answer, as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Answer {
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) ask: [u8; 32],
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) release: Option<ByteVec>,
    #[n(2)]
    pub(super) why: Option<Phrase>,
    #[n(3)]
    pub(super) at: Moment,
    #[n(4)]
    pub(super) allowed: bool,
}

/// What is answered.
#[derive(Clone, Debug)]
pub enum Answering<'a> {
    /// It may be passed on, to all that were named: with the key of the product, opened by its file.
    Allow(&'a ProductKey),
    /// It may be acted on as was asked; and on what conditions, if there are any.
    Consent(Option<&'a Phrase>),
    /// It may not, and why.
    Refuse(&'a Phrase),
}

impl Vault {
    /// Answers a question by its [`Asked::id`].
    ///
    /// # Errors
    /// [`Refusal::NotAsked`], [`Refusal::Answered`], [`Refusal::OtherAim`], [`Refusal::Release`] if the marking does not name
    /// whom it is for; or why the compartment cannot be used.
    pub fn answer(
        &mut self,
        name: &str,
        question: &[u8; 32],
        answering: &Answering<'_>,
        now: &Now<'_>,
    ) -> Result<Parcel, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let mut all = held.shelf.asked.iter();
        let asked = all.find(|asked| asked.id == *question).cloned().ok_or(Refusal::NotAsked)?;
        if asked.by.member == own.post().member {
            return Err(Refusal::NotAsked);
        }
        if asked.answered.is_some() {
            return Err(Refusal::Answered);
        }
        let (allowed, release, why) = match (answering, asked.aim) {
            (Answering::Refuse(why), _) => (false, None, Some((*why).clone())),
            (Answering::Allow(key), Aim::PassOn) => {
                (true, Some(self.allowed(&held, &asked, key, now)?), None)
            }
            (Answering::Consent(conditions), Aim::Act) => {
                let mine =
                    held.shelf.of_member(asked.product, own.post().member).ok_or(Refusal::NoProduct)?;
                self.may(&held, mine.would(asked.by, Action::Act, BTreeSet::new(), true), now)?;
                (true, None, conditions.cloned())
            }
            (Answering::Allow(_) | Answering::Consent(_), _) => return Err(Refusal::OtherAim),
        };
        let release = release.map(|release| ByteVec::from(release.bytes().to_vec()));
        let answer =
            Answer { ask: asked.id, release: release.clone(), why: why.clone(), at: now.at, allowed };
        let words = Words::Answer(answer);
        let parcel = letter::to(&mut held, &self.identity, asked.by.member, &words, now)?;
        if release.is_some() {
            held.shelf.product_of(asked.product, &own.agent())?.released_to(asked.whom.iter(), now.at);
        }
        let mut all = held.shelf.asked.iter_mut();
        let asked = all.find(|asked| asked.id == *question).ok_or(Refusal::NotAsked)?;
        asked.answered = Some(Answered { release, why, at: now.at, allowed });
        self.keep(held);
        self.shelve_no_more();
        Ok(parcel)
    }

    fn allowed(
        &self,
        held: &Held,
        asked: &Asked,
        key: &ProductKey,
        now: &Now<'_>,
    ) -> Result<Release, Refusal> {
        let own = self.identity.public();
        let mut claims = held.shelf.claims(asked.product);
        // Another agent of the member could seal it, and whoever got it would see another signature on the product.
        let shelved = claims.find(|shelved| shelved.agent == own).ok_or(Refusal::OtherAgent)?;
        if key.product != asked.product {
            return Err(Refusal::NoProduct);
        }
        let to: BTreeSet<MemberCode> = asked.whom.iter().map(|one| one.post().member).collect();
        self.agreed(&shelved.header, &to)?;
        self.may(held, shelved.would(asked.by, Action::Forward, to, true), now)?;
        let terms = Terms { now: asked.whom.clone(), later: None };
        Ok(release(&self.identity, key, &shelved.header, &terms, now)?)
    }
}

/// Takes in an answer to a question of one's own: from whom was asked. Who else claims the product answers nothing.
pub(super) fn heard(
    held: &mut Held,
    own: &Identity,
    by: &Seat,
    answer: Answer,
    now: &Now<'_>,
) -> Result<Told, Refusal> {
    let to = own.credential()?.post().member;
    let is_it = |asked: &&Asked| asked.id == answer.ask && asked.by.member == to;
    let Some(asked) = held.shelf.asked.iter().find(is_it) else {
        // It goes to all agents of the member, and only the one that asked knows the question.
        let is_other = |seat: &Seat| seat.member() == to && seat.agent() != own.public();
        let has_others = held.now()?.seats.iter().any(is_other);
        let elsewhere = Told::AnsweredElsewhere { by: by.post(), to };
        return if has_others { Ok(elsewhere) } else { Err(Refusal::NotAsked) };
    };
    let product = asked.product;
    if asked.originator.member != by.member() {
        return Err(Refusal::NotOriginator);
    }
    let shelved = held.shelf.of_member(product, by.member()).ok_or(Refusal::NotOriginator)?;
    // What is to be passed on is allowed by a release and by nothing else; what is to be acted on has none.
    let is_released = answer.release.is_some();
    if is_released != (answer.allowed && asked.aim == Aim::PassOn) {
        return Err(Refusal::Form);
    }
    if let Some(bytes) = &answer.release {
        let release = Release::read(bytes, now)?;
        let whom: BTreeSet<PublicKey> = asked.whom.iter().map(Credential::agent).collect();
        let [at_once, later, agents] = release.named();
        let is_it = release.product() == product
            && release.by().agent() == shelved.agent
            && at_once.into_iter().collect::<BTreeSet<_>>() == whom
            && later.is_empty()
            && agents.is_empty();
        is_it.then_some(()).ok_or(Refusal::OtherRelease)?;
    }
    let asked = held.shelf.asked.iter_mut().find(|asked| asked.id == answer.ask);
    let asked = asked.ok_or(Refusal::NotAsked)?;
    let Answer { release, why, at, allowed, .. } = answer;
    let answered = Answered { release, why, at, allowed };
    match &asked.answered {
        None => asked.answered = Some(answered),
        // Whichever came first hides nothing: both are kept, and nothing is allowed while they differ.
        Some(before) if asked.differs.is_none() && !before.says_as(&answered) => {
            asked.differs = Some(answered);
        }
        Some(_) => return Ok(Told::Known),
    }
    Ok(Told::Answered(Box::new(asked.clone())))
}

impl Answered {
    /// Whether both allow the same, or both refuse for the same reason.
    fn says_as(&self, other: &Answered) -> bool {
        (self.allowed, &self.why) == (other.allowed, &other.why)
    }
}

/// An answer that refuses, as anybody could make it up.
#[cfg(test)]
pub(super) fn forged(ask: [u8; 32], at: Moment) -> Answer {
    Answer { ask, release: None, why: None, at, allowed: false }
}

/// An answer that allows by any release, as anybody could make it up.
#[cfg(test)]
pub(super) fn with_release(ask: [u8; 32], release: &[u8], at: Moment) -> Answer {
    Answer { ask, release: Some(release.to_vec().into()), why: None, at, allowed: true }
}
