//! Forms with a file: taken in piece by piece, within limits.

use std::io;
use std::sync::Arc;

use axum::Router;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::routing::post;
use base16ct::lower::encode_string;
use sha2::{Digest as _, Sha256};
use tokio::task::spawn_blocking;

use super::draft::{Sent, Text};
use super::entered::Entered;
use super::{Agent, carried, forms, share};

/// The longest text that is shared by a page, in bytes; longer ones are shared by the command.
pub(super) const MAX_TEXT_BYTES: usize = 1024 * 1024 * 1024;
/// What a form may have beside its file: bytes in all, fields, bytes of one.
const MAX_REST_BYTES: usize = 256 * 1024;
const MAX_FIELDS: usize = 512;
const MAX_FIELD_BYTES: usize = 8 * 1024;
/// The longest name of a file that is kept.
const MAX_NAME_CHARS: usize = 200;

/// The routes that take files.
pub(super) fn routes() -> Router<Arc<Agent>> {
    Router::new()
        .route("/{language}/compartments/{place}/weigh", post(share::weigh))
        .route("/{language}/compartments/take", post(carried::take))
        .route("/{language}/compartments/{place}/allow", post(forms::allow))
        .layer(DefaultBodyLimit::max(MAX_TEXT_BYTES.saturating_add(MAX_REST_BYTES)))
}

/// Why a form was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Not {
    /// It is no form, or broke off.
    Form,
    /// It is too long.
    TooLong,
    /// The disk takes nothing.
    Disk,
}

impl Not {
    pub(super) fn key(self) -> &'static str {
        match self {
            Not::Form => "wrong-form",
            Not::TooLong => "wrong-too-long",
            Not::Disk => "wrong-disk",
        }
    }
}

impl From<axum::extract::multipart::MultipartError> for Not {
    fn from(error: axum::extract::multipart::MultipartError) -> Not {
        match error.status() {
            axum::http::StatusCode::PAYLOAD_TOO_LARGE => Not::TooLong,
            _ => Not::Form,
        }
    }
}

/// Takes in a form: its fields, and its file if one was chosen.
pub(super) async fn form(entered: &Entered, request: Request) -> Result<(Sent, Option<Text>), Not> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Not::Form)?;
    let (mut sent, mut text) = (Sent::new(), None);
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(|name| name.chars().take(MAX_NAME_CHARS).collect::<String>());
        match file {
            Some(file) if !file.is_empty() && text.is_none() => {
                text = Some(taken(entered, file, field).await?);
            }
            // No file was chosen, or a second one.
            Some(_) => {}
            None => {
                let value = short(field).await?;
                if sent.len() >= MAX_FIELDS {
                    return Err(Not::TooLong);
                }
                sent.push((name, value));
            }
        }
    }
    Ok((sent, text))
}

async fn short(mut field: Field<'_>) -> Result<String, Not> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > MAX_FIELD_BYTES {
            return Err(Not::TooLong);
        }
    }
    String::from_utf8(bytes).map_err(|_| Not::Form)
}

async fn taken(entered: &Entered, name: String, mut field: Field<'_>) -> Result<Text, Not> {
    let mut laying = entered.ask(|door| door.lay()).await.map_err(|_| Not::Disk)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
    while let Some(piece) = field.chunk().await? {
        hash.update(&piece);
        bytes = bytes.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        if bytes > u64::try_from(MAX_TEXT_BYTES).unwrap_or(u64::MAX) {
            return Err(Not::TooLong);
        }
        let written = spawn_blocking(move || -> io::Result<_> {
            laying.write(&piece)?;
            Ok(laying)
        });
        laying = written.await.map_err(|_| Not::Disk)?.map_err(|_| Not::Disk)?;
    }
    let laid = spawn_blocking(move || laying.done()).await.map_err(|_| Not::Disk)?.map_err(|_| Not::Disk)?;
    Ok(Text { name, bytes, hash: encode_string(&hash.finalize()), laid })
}
