//! The yes of the agent's holder by passkey: asked for what waits under one name, and good for that alone.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};
use serde_json::{Map, Value, json};
use webauthn_rs::prelude::DiscoverableAuthentication;

use super::asked::Asked;
use super::compartments::Reads;
use super::confirm::{self, fits};
use super::passkeys::Beside;
use super::{Agent, Held, shown};
use crate::passkeys::{self, Answered, Asks, Kept};
use crate::texts::Say;

/// What a browser is asked so that a passkey approves what waits, and what its answer is held against, once.
#[derive(Clone)]
pub(super) struct Approval {
    options: Value,
    state: DiscoverableAuthentication,
}

impl Agent {
    /// How what waits can be approved by passkey; none if no key that signs it has one.
    pub(super) fn approval(&self, asked: &Asked) -> Option<Approval> {
        let fitting = self.signatory.held().into_iter().filter(|held| fits(asked, held));
        let kept: Vec<Kept> = fitting.flat_map(|held| self.kept(&held).unwrap_or_default()).collect();
        let (mut options, state) = self.party.as_ref().filter(|_| !kept.is_empty())?.ask()?;
        let whole = options.as_object_mut()?;
        let allowed = kept.iter().map(|one| json!({ "type": "public-key", "id": one.name_for_browsers() }));
        whole.insert("allowCredentials".into(), allowed.collect());
        let salts = kept.iter().filter_map(|one| {
            Some((one.name_for_browsers(), json!({ "first": one.release.as_ref()?.salt })))
        });
        let salts: Map<String, Value> = salts.collect();
        if !salts.is_empty() {
            whole.insert("extensions".into(), json!({ "prf": { "evalByCredential": salts } }));
        }
        Some(Approval { options, state })
    }

    /// Whose passkey answered, with the passphrase that it releases where the key is encrypted.
    fn approved(
        &self,
        asked: &Asked,
        approval: Approval,
        answer: &Answered,
    ) -> Option<(Held, Option<String>)> {
        let id = answer.credential.get_credential_id();
        let fitting = || self.signatory.held().into_iter().filter(|held| fits(asked, held));
        let is = |one: &Kept| one.passkey.cred_id().as_slice() == id;
        let held = fitting().find(|held| self.kept(held).is_ok_and(|kept| kept.iter().any(is)))?;
        let party = self.party.as_ref()?;
        let answered = self.book.change(&Beside(&*self.signatory, &held), |all| {
            let kept = all.iter_mut().find(|one| is(one) && one.is_of(held.author()))?;
            let is_answered = party.is_answered(&answer.credential, approval.state, &mut kept.passkey);
            is_answered.then(|| kept.release.clone())
        });
        let release = answered.ok()??;
        let passphrase =
            release.and_then(|release| release.open(&passkeys::secret_of(&answer.whole)?, &held.purpose()));
        Some((held, passphrase))
    }
}

/// The way to approve by passkey.
pub(super) fn part(say: &Say<'_>, name: &str, asked: &Asked) -> Markup {
    let Some(approval) = &asked.approval else { return html! {} };
    let failed = say.text("passkey-failed", &[]);
    let asks = Asks { to: "/approve", options: &approval.options, failed: &failed };
    passkeys::form(
        &asks,
        &html! {
            input type="hidden" name="asked" value=(name);
            button type="submit" { (say.text("agent-approve", &[])) }
        },
    )
}

/// Signs what waits, if a passkey approves it.
pub(super) async fn approve(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Form(sent): Form<Vec<(String, String)>>,
) -> Response {
    let value = |name: &str| sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    let name = value("asked");
    let asked = agent.pending.get(name).filter(|_| agent.is_own_page(&headers));
    let Some(asked) = asked else { return confirm::nothing_waits() };
    // It has one answer, right or wrong: the next is asked for anew.
    let next = agent.approval(&asked);
    let approval = agent.pending.approval(name, next.clone());
    let answered = passkeys::answer_of(value("answer"));
    let approved =
        approval.zip(answered).and_then(|(approval, answer)| agent.approved(&asked, approval, &answer));
    let again = Asked { approval: next, ..asked };
    let Some((held, passphrase)) = approved else {
        let wrong = Some("agent-not-approved");
        return shown::asked(&agent, &headers, (name, &again), wrong, Reads::WhoOpened).await;
    };
    let answer = confirm::answer(&agent, &again, &held, passphrase.as_deref());
    if answer.status() == StatusCode::UNAUTHORIZED {
        let wrong = Some("agent-approved-in-vain");
        return shown::asked(&agent, &headers, (name, &again), wrong, Reads::WhoOpened).await;
    }
    agent.pending.end(name);
    answer
}
