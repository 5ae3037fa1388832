//! Signing in by the ministry's own provider, with OpenID Connect and PKCE. It says who somebody is; which post and key that is
//! stands in a table at this node, and whether the key holds its post now, in the record. It shows no key and signs nothing.

mod asked;
mod pages;
mod provider;
mod waiting;

use std::collections::BTreeMap;
use std::net::IpAddr;

use openidconnect::url::{Host, Url};
use openidconnect::{ClientId, ClientSecret, IssuerUrl, Scope};
use tokio::sync::Semaphore;

use crate::prepared::Author;
pub(crate) use pages::{answer, begin, way};
use provider::Provider;
use waiting::Waiting;

/// How many are asked of the provider at once whether their code is good; beyond these somebody comes again.
const AT_ONCE: usize = 8;

/// A provider of a ministry, and who of those whom it knows is who here.
#[derive(Clone, Debug)]
pub struct OpenId {
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<ClientSecret>,
    scopes: Vec<Scope>,
    /// By which claim of the ID token people are told apart.
    claim: String,
    people: BTreeMap<String, Author>,
}

impl OpenId {
    /// A provider by its issuer, at which these pages are known by an id; nobody is anybody here yet.
    ///
    /// # Errors
    /// The issuer is no address at which a provider can be asked, in words for whoever wrote it.
    pub fn new(issuer: &str, client: &str) -> Result<OpenId, String> {
        let read = IssuerUrl::new(issuer.to_owned()).map_err(|error| format!("it is no address: {error}"))?;
        if !is_guarded(read.url(), is_of_this_machine(read.url())) {
            return Err("it does not begin with `https://`; unencrypted is only this machine's own".into());
        }
        if read.url().query().is_some() || read.url().fragment().is_some() {
            return Err("an issuer has nothing behind its path".into());
        }
        let client = ClientId::new(client.to_owned());
        let (secret, scopes, claim) = (None, Vec::new(), "sub".to_owned());
        Ok(OpenId { issuer: read, client, secret, scopes, claim, people: BTreeMap::new() })
    }

    /// With the secret by which the provider knows these pages; without one PKCE alone binds a code to them.
    #[must_use]
    pub fn with_secret(self, secret: String) -> OpenId {
        OpenId { secret: Some(ClientSecret::new(secret)), ..self }
    }

    /// With what else is asked of the provider, beside `openid`.
    #[must_use]
    pub fn with_scopes(self, scopes: impl IntoIterator<Item = String>) -> OpenId {
        OpenId { scopes: scopes.into_iter().map(Scope::new).collect(), ..self }
    }

    /// With another claim than the subject, by which people are told apart.
    #[must_use]
    pub fn with_claim(self, claim: String) -> OpenId {
        OpenId { claim, ..self }
    }

    /// With these people, each by what the claim says of it.
    #[must_use]
    pub fn with_people(self, people: BTreeMap<String, Author>) -> OpenId {
        OpenId { people, ..self }
    }

    /// Whether its table names somebody.
    pub(crate) fn names(&self, author: &Author) -> bool {
        self.people.values().any(|named| named == author)
    }
}

/// Whether an address is encrypted, or need not be: where the provider is on this machine itself.
fn is_guarded(url: &Url, may_be_plain: bool) -> bool {
    url.scheme() == "https" || (may_be_plain && is_of_this_machine(url))
}

fn is_of_this_machine(url: &Url) -> bool {
    let is_own = match url.host() {
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    is_own && url.scheme() == "http"
}

/// Signing in by a provider: what is known of it, and who waits for it.
pub(crate) struct SignIn {
    provider: Provider,
    waiting: Waiting,
    places: Semaphore,
}

impl SignIn {
    /// # Errors
    /// Why the provider can never be asked from this machine.
    pub(crate) fn new(settings: OpenId) -> Result<SignIn, String> {
        let waiting = Waiting::new().ok_or("this machine gives no chance")?;
        Ok(SignIn { provider: Provider::new(settings)?, waiting, places: Semaphore::new(AT_ONCE) })
    }
}
