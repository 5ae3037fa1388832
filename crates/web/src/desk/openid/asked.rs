//! What a provider is asked, with a limit of size and time. No redirection is followed: what is asked is asked there.

use std::pin::Pin;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::url::Url;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use tokio::time::timeout;

use super::is_guarded;

/// How long an answer may take, and how many bytes it may have.
const WITHIN: Duration = Duration::from_secs(10);
const MOST: usize = 256 * 1024;

/// Why there is no answer.
#[derive(Clone, Debug, thiserror::Error)]
pub(super) enum NoAnswer {
    #[error("its address {0} is not encrypted")]
    Plain(String),
    #[error("{0} did not answer within {s} seconds", s = WITHIN.as_secs())]
    Slow(String),
    #[error("{0} answered with more than {MOST} bytes, or broke off")]
    Large(String),
    #[error("{at} cannot be reached: {why}")]
    Away { at: String, why: String },
}

/// Who asks.
#[derive(Clone)]
pub(super) struct Asker {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    may_be_plain: bool,
}

impl Asker {
    /// Trusts those whom this machine trusts.
    ///
    /// # Errors
    /// It trusts nobody.
    pub(super) fn new(may_be_plain: bool) -> Result<Asker, String> {
        let trusting = HttpsConnectorBuilder::new().with_native_roots();
        let trusting =
            trusting.map_err(|error| format!("whom this machine trusts cannot be read: {error}"))?;
        let connector = trusting.https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        Ok(Asker { client, may_be_plain })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let asked = request.uri().to_string();
        let at = request.uri().authority().map(ToString::to_string).unwrap_or_default();
        if !Url::parse(&asked).is_ok_and(|url| is_guarded(&url, self.may_be_plain)) {
            return Err(NoAnswer::Plain(at));
        }
        let slow = NoAnswer::Slow(at.clone());
        timeout(WITHIN, self.answer(request, at)).await.unwrap_or(Err(slow))
    }

    async fn answer(&self, request: HttpRequest, at: String) -> Result<HttpResponse, NoAnswer> {
        let request = request.map(|body| Full::new(Bytes::from(body)));
        let away = |error: &dyn std::error::Error| NoAnswer::Away { at: at.clone(), why: whole(error) };
        let answer = self.client.request(request).await.map_err(|error| away(&error))?;
        let (parts, body) = answer.into_parts();
        let body = Limited::new(body, MOST).collect().await.map_err(|_| NoAnswer::Large(at))?;
        Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
    }
}

impl<'c> AsyncHttpClient<'c> for Asker {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// An error with all that it comes from.
fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
