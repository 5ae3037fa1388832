//! What is sent with every answer, whatever was asked.

use axum::http::header::{self, HeaderName};

use crate::site::Answer;

/// What no answer is without.
const SENT: [HeaderName; 7] = [
    header::CONTENT_SECURITY_POLICY,
    header::X_CONTENT_TYPE_OPTIONS,
    header::REFERRER_POLICY,
    header::X_FRAME_OPTIONS,
    header::CACHE_CONTROL,
    HeaderName::from_static("cross-origin-opener-policy"),
    HeaderName::from_static("cross-origin-resource-policy"),
];

pub(crate) fn are_sent(path: &str, answer: &Answer) {
    for name in SENT {
        assert!(answer.headers.contains_key(&name), "{path} is answered without `{name}`");
    }
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
    assert!(!policy.contains("unsafe"), "{path}: {policy}");
    assert!(!answer.headers.contains_key(header::SERVER), "{path} tells what serves it");
}
