//! What is known of the provider, and what it says of somebody. The library checks the token; which checks it makes is tried in
//! crates/web/tests/desk/openid.

use std::sync::Arc;
use std::time::{Duration, Instant};

use base64ct::{Base64UrlUnpadded, Encoding as _};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::url::Url;
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, SignatureVerificationError,
    TokenResponse as _,
};
use tokio::sync::Mutex;

use super::asked::{Asker, NoAnswer};
use super::waiting::Begun;
use super::{OpenId, is_guarded, is_of_this_machine};
use crate::prepared::Author;

/// How long what a provider said of itself is good, and how soon it is asked again: after it was asked for keys that nobody
/// knew, and after it could not be asked.
const GOOD: Duration = Duration::from_secs(10 * 60);
const AGAIN: Duration = Duration::from_secs(5);
const AWAY: Duration = Duration::from_secs(5);

/// How ID tokens may be signed: by a key that the provider alone has.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why somebody is not signed in by the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Not {
    /// The provider could not be asked: why.
    Away(String),
    /// It said no to the code.
    Refused,
    /// It signed something that is not for these pages, this visit or this time: what is wrong.
    Unsound(String),
    /// It knows the person, and nobody here is this.
    Nobody(String),
}

pub(super) struct Provider {
    settings: OpenId,
    asker: Asker,
    known: Mutex<Known>,
}

/// What the provider said of itself, or why it did not.
#[derive(Default)]
struct Known {
    said: Option<(Instant, Arc<CoreProviderMetadata>)>,
    away: Option<(Instant, String)>,
}

impl Provider {
    pub(super) fn new(settings: OpenId) -> Result<Provider, String> {
        let asker = Asker::new(is_of_this_machine(settings.issuer.url()))?;
        Ok(Provider { settings, asker, known: Mutex::default() })
    }

    /// Its name for people: where it is.
    pub(super) fn name(&self) -> String {
        self.issuer().url().host_str().unwrap_or_default().to_owned()
    }

    pub(super) fn issuer(&self) -> &IssuerUrl {
        &self.settings.issuer
    }

    /// What it says of itself, asked anew if what it said is older than this. One asks at a time.
    async fn said(&self, oldest: Duration) -> Result<Arc<CoreProviderMetadata>, Not> {
        let mut known = self.known.lock().await;
        if let Some((at, said)) = &known.said
            && at.elapsed() < oldest
        {
            return Ok(Arc::clone(said));
        }
        if let Some((at, why)) = &known.away
            && at.elapsed() < AWAY
        {
            return Err(Not::Away(why.clone()));
        }
        let said = self.ask_itself().await;
        match said {
            Ok(said) => {
                let said = Arc::new(said);
                *known = Known { said: Some((Instant::now(), Arc::clone(&said))), away: None };
                Ok(said)
            }
            Err(why) => {
                known.away = Some((Instant::now(), why.clone()));
                Err(Not::Away(why))
            }
        }
    }

    async fn ask_itself(&self) -> Result<CoreProviderMetadata, String> {
        let said = CoreProviderMetadata::discover_async(self.issuer().clone(), &self.asker).await;
        let said = said.map_err(|error| match error {
            openidconnect::DiscoveryError::Request(why) => why.to_string(),
            openidconnect::DiscoveryError::Response(status, _, _) => format!("it answered {status}"),
            other => other.to_string(),
        })?;
        let may_be_plain = is_of_this_machine(self.issuer().url());
        let token = said.token_endpoint().ok_or("it names no address for codes")?;
        match is_guarded(said.authorization_endpoint().url(), may_be_plain)
            && is_guarded(token.url(), may_be_plain)
        {
            true => Ok(said),
            false => Err("it names an address that is not encrypted".into()),
        }
    }

    fn client(&self, said: &CoreProviderMetadata, back: RedirectUrl) -> Client {
        let (id, secret) = (self.settings.client.clone(), self.settings.secret.clone());
        CoreClient::from_provider_metadata(said.clone(), id, secret).set_redirect_uri(back)
    }

    /// Where somebody is sent who begins.
    pub(super) async fn begin(&self, begun: &Begun, back: RedirectUrl) -> Result<Url, Not> {
        let said = self.said(GOOD).await?;
        let client = self.client(&said, back);
        let (state, nonce) = (begun.state.clone(), begun.nonce.clone());
        let asked = client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce);
        let asked = asked.add_scopes(self.settings.scopes.iter().cloned());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&begun.verifier);
        let (to, _, _) = asked.set_pkce_challenge(challenge).url();
        Ok(to)
    }

    /// Who it is that comes back with this code.
    pub(super) async fn end(&self, begun: Begun, code: String, back: RedirectUrl) -> Result<Author, Not> {
        let said = self.said(GOOD).await?;
        let token = self.token(&said, code, begun.verifier, back.clone()).await?;
        let checked = match self.check(&said, &token, &begun.nonce, back.clone()) {
            // Its keys may have changed since it was asked for them.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let said = self.said(AGAIN).await?;
                self.check(&said, &token, &begun.nonce, back)
            }
            checked => checked,
        };
        let claim = checked.map_err(|error| Not::Unsound(error.to_string()))?;
        let author = self.settings.people.get(&claim);
        author.copied().ok_or(Not::Nobody(claim))
    }

    async fn token(
        &self,
        said: &CoreProviderMetadata,
        code: String,
        verifier: PkceCodeVerifier,
        back: RedirectUrl,
    ) -> Result<CoreIdToken, Not> {
        let client = self.client(said, back);
        let exchange = client.exchange_code(AuthorizationCode::new(code));
        let exchange = exchange.map_err(|error| Not::Away(error.to_string()))?;
        let answer = exchange.set_pkce_verifier(verifier).request_async(&self.asker).await;
        let answer = answer.map_err(|error| match error {
            RequestTokenError::ServerResponse(_) => Not::Refused,
            RequestTokenError::Request(why) => Not::Away(NoAnswer::to_string(&why)),
            RequestTokenError::Parse(..) => Not::Away("what it answered cannot be read".into()),
            RequestTokenError::Other(why) => Not::Away(why),
        })?;
        answer.id_token().cloned().ok_or_else(|| Not::Unsound("it gave no ID token".into()))
    }

    /// Checks a token; what it says in the claim by which people are told apart.
    fn check(
        &self,
        said: &CoreProviderMetadata,
        token: &CoreIdToken,
        nonce: &Nonce,
        back: RedirectUrl,
    ) -> Result<String, ClaimsVerificationError> {
        let client = self.client(said, back);
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY);
        let claims = token.claims(&verifier, nonce)?;
        let other = |what: &str| ClaimsVerificationError::Other(what.to_owned());
        let party = claims.authorized_party().map(|party| party.as_str());
        if party.is_some_and(|party| party != self.settings.client.as_str()) {
            return Err(other("it was made for another party"));
        }
        if self.settings.claim == "email" && claims.email_verified() != Some(true) {
            return Err(other("the provider does not say that it verified the address"));
        }
        let said =
            payload(token).and_then(|said| said.get(&self.settings.claim)?.as_str().map(str::to_owned));
        said.ok_or_else(|| other(&format!("it has no text `{}`", self.settings.claim)))
    }
}

/// What stands in a token that was checked.
fn payload(token: &CoreIdToken) -> Option<serde_json::Value> {
    let token = token.to_string();
    let payload = Base64UrlUnpadded::decode_vec(token.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&payload).ok()
}
