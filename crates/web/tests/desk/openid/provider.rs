//! A provider of a ministry, small and obedient: it says whatever a test has it say.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use openidconnect::core::{CoreJsonWebKeySet, CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use quorate_web::Open;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Keys of this test alone: what they sign is believed nowhere else.
const OWN: &str = include_str!("key.pem");
const OTHERS: &str = include_str!("other.pem");

/// What these pages are called at the provider.
pub(super) const CLIENT: &str = "quorate-can";
/// As whom it knows the one person that it knows.
pub(super) const PERSON: &str = "248289761001";

/// What is wrong with what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Nothing,
    Signature,
    Unsigned,
    Symmetric,
    NewKey,
    /// A claim of the ID token is this instead, or not there.
    Claim(&'static str, &'static str),
    NoToken,
    /// How it answers when it is asked.
    Issuer,
    PlainAddress,
    Large,
    Slow,
    Error,
    NotJson,
}

/// What somebody asked for with whom a code was given.
#[derive(Clone)]
struct Asked {
    nonce: String,
    challenge: String,
    back: String,
}

pub(super) struct Said {
    pub(super) at: String,
    pub(super) wrong: Mutex<Wrong>,
    pub(super) asked_itself: Mutex<usize>,
    pub(super) asked_codes: Mutex<usize>,
    codes: Mutex<BTreeMap<String, Asked>>,
}

/// It answers until this is dropped.
pub(super) struct Provider {
    pub(super) said: Arc<Said>,
    _open: Open,
}

impl Provider {
    pub(super) fn open() -> Provider {
        let bound = quorate_web::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).unwrap();
        let said = Arc::new(Said {
            at: format!("http://{}", bound.address()),
            wrong: Mutex::new(Wrong::Nothing),
            asked_itself: Mutex::default(),
            asked_codes: Mutex::default(),
            codes: Mutex::default(),
        });
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(itself))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(Arc::clone(&said));
        Provider { said, _open: bound.serve(routes).unwrap() }
    }

    /// Somebody came with this address, signed in, and is led back: where to.
    pub(super) fn signs_in(&self, asked: &str) -> String {
        assert!(asked.starts_with(&format!("{}/authorize?", self.said.at)), "{asked}");
        let of = |name: &str| {
            let url = openidconnect::url::Url::parse(asked).unwrap();
            let found = url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
            found.unwrap_or_else(|| panic!("no `{name}` in {asked}"))
        };
        assert_eq!(of("client_id"), CLIENT);
        assert_eq!(of("response_type"), "code");
        assert_eq!(of("code_challenge_method"), "S256");
        assert!(of("scope").split(' ').any(|scope| scope == "openid"));
        let mut codes = self.said.codes.lock().unwrap();
        let code = format!("code-{}", codes.len());
        let back = of("redirect_uri");
        let (nonce, challenge) = (of("nonce"), of("code_challenge"));
        codes.insert(code.clone(), Asked { nonce, challenge, back: back.clone() });
        let back = back.strip_prefix(super::super::asked::PAGES).unwrap();
        format!("{back}?code={code}&state={}", of("state"))
    }
}

async fn itself(State(said): State<Arc<Said>>) -> Response {
    *said.asked_itself.lock().unwrap() += 1;
    let wrong = *said.wrong.lock().unwrap();
    let at = &said.at;
    let token = if wrong == Wrong::PlainAddress { "http://provider.example" } else { at };
    let itself = json!({
        "issuer": if wrong == Wrong::Issuer { "https://other.example" } else { at },
        "authorization_endpoint": format!("{at}/authorize"),
        "token_endpoint": format!("{token}/token"),
        "jwks_uri": format!("{at}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        "more": if wrong == Wrong::Large { "x".repeat(300_000) } else { String::new() },
    });
    match wrong {
        Wrong::Slow => tokio::time::sleep(Duration::from_secs(60)).await,
        Wrong::Error => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Wrong::NotJson => return "<html>Out of service</html>".into_response(),
        _ => {}
    }
    Json(itself).into_response()
}

fn key(pem: &str, name: &str) -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new(name.into()))).unwrap()
}

async fn keys(State(said): State<Arc<Said>>) -> Response {
    let (pem, name) = match *said.wrong.lock().unwrap() {
        Wrong::NewKey => (OTHERS, "two"),
        _ => (OWN, "one"),
    };
    Json(CoreJsonWebKeySet::new(vec![key(pem, name).as_verification_key()])).into_response()
}

async fn token(State(said): State<Arc<Said>>, Form(sent): Form<Vec<(String, String)>>) -> Response {
    *said.asked_codes.lock().unwrap() += 1;
    let of = |name: &str| sent.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let asked = of("code").and_then(|code| said.codes.lock().unwrap().remove(code));
    let verified = |asked: &Asked| {
        let verifier = Sha256::digest(of("code_verifier").unwrap_or_default());
        asked.challenge == Base64UrlUnpadded::encode_string(&verifier)
            && Some(asked.back.as_str()) == of("redirect_uri")
    };
    let Some(asked) = asked.filter(verified) else {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response();
    };
    let wrong = *said.wrong.lock().unwrap();
    let mut answer = json!({ "access_token": "a", "token_type": "Bearer", "expires_in": 60 });
    if wrong != Wrong::NoToken {
        answer["id_token"] = signed(wrong, &claims(&said.at, wrong, &asked)).into();
    }
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}

fn claims(at: &str, wrong: Wrong, asked: &Asked) -> Value {
    let mut claims = json!({
        "iss": at,
        "aud": CLIENT,
        "sub": PERSON,
        "exp": 4_102_444_800_u64,
        "iat": 1_767_225_600,
        "auth_time": 1_767_225_600,
        "updated_at": 1_767_225_600,
        "nonce": asked.nonce,
        "email": "ada@ministry.example",
        "email_verified": true,
        "staff-number": "77",
        "level": 3,
    });
    if let Wrong::Claim(name, text) = wrong {
        claims[name] = serde_json::from_str(text).unwrap();
    }
    claims
}

/// A token as it is sent.
fn signed(wrong: Wrong, claims: &Value) -> String {
    let name = if wrong == Wrong::NewKey { "two" } else { "one" };
    let head = match wrong {
        Wrong::Unsigned => json!({ "alg": "none" }),
        Wrong::Symmetric => json!({ "alg": "HS256" }),
        _ => json!({ "alg": "RS256", "kid": name, "typ": "JWT" }),
    };
    let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
    let said = format!("{}.{}", part(&head), part(claims));
    let signature = match wrong {
        Wrong::Unsigned => Vec::new(),
        // With what everybody knows: the secret of these pages, if they have one.
        Wrong::Symmetric => symmetric(said.as_bytes()),
        Wrong::Signature | Wrong::NewKey => asymmetric(OTHERS, name, said.as_bytes()),
        _ => asymmetric(OWN, name, said.as_bytes()),
    };
    format!("{said}.{}", Base64UrlUnpadded::encode_string(&signature))
}

fn asymmetric(pem: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    key(pem, name).sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, bytes).unwrap()
}

fn symmetric(bytes: &[u8]) -> Vec<u8> {
    use hmac::{KeyInit as _, Mac as _};
    let mut mark = hmac::Hmac::<Sha256>::new_from_slice(super::SECRET.as_bytes()).unwrap();
    mark.update(bytes);
    mark.finalize().into_bytes().to_vec()
}

/// Long enough for what a provider said to be asked anew.
pub(super) fn pause(seconds: u64) {
    sleep(Duration::from_secs(seconds));
}
