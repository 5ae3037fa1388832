//! What comes in: the text of a file, or a file, and what is asked of it.

use std::time::Duration;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::StatusCode;
use quorate_foresight::dependence::By;
use tokio::time::timeout;

use super::Asked;

/// The files that come with the project.
pub(super) const MADE_UP: &str = include_str!("../../../../../dependencies/made-up.toml");
pub(super) const PUBLISHED: &str = include_str!("../../../../../dependencies/published.toml");

/// The longest text that is looked at here, in bytes; the command line takes longer ones.
pub(super) const MAX_BYTES: usize = 64 * 1024;
/// The most names that withhold at once.
const MOST: usize = 50;
/// How long a form may take to come in.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why nothing was looked at.
#[derive(Clone, Copy)]
pub(super) enum Not {
    Busy,
    TooLong,
    NoText,
    NoForm,
}

impl Not {
    pub(super) fn text(self) -> (&'static str, StatusCode) {
        match self {
            Not::Busy => ("depend-busy", StatusCode::SERVICE_UNAVAILABLE),
            Not::TooLong => ("depend-long", StatusCode::PAYLOAD_TOO_LARGE),
            Not::NoText => ("depend-no-text", StatusCode::BAD_REQUEST),
            Not::NoForm => ("depend-no-form", StatusCode::BAD_REQUEST),
        }
    }

    fn of(error: &MultipartError) -> Not {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Not::TooLong } else { Not::NoForm }
    }
}

/// Takes a form in, within its time and its size: it is no larger than any other form, and holds no place that others want
/// while it comes.
pub(super) async fn asked(request: Request) -> Result<Asked, Not> {
    let asked = timeout(PATIENCE, read(request)).await.map_err(|_| Not::NoForm)??;
    if asked.text.len() > MAX_BYTES { Err(Not::TooLong) } else { Ok(asked) }
}

async fn read(request: Request) -> Result<Asked, Not> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Not::NoForm)?;
    let mut asked = Asked { text: String::new(), withhold: Vec::new(), ..Asked::default() };
    let mut came = false;
    while let Some(field) = form.next_field().await.map_err(|error| Not::of(&error))? {
        match field.name().unwrap_or_default() {
            "text" if asked.text.is_empty() => (asked.text, came) = (text(field).await?, true),
            "file" => {
                let file = text(field).await?;
                if !file.is_empty() {
                    (asked.text, came) = (file, true);
                }
            }
            "withhold" => {
                let names = text(field).await?;
                let names = names.split([',', ';', ' ', '\n']).map(str::trim).filter(|name| !name.is_empty());
                for name in names {
                    if asked.withhold.len() < MOST && !asked.withhold.iter().any(|known| known == name) {
                        asked.withhold.push(name.into());
                    }
                }
            }
            "member" => asked.member = text(field).await?.parse().ok(),
            "by" => asked.by = by(&text(field).await?),
            "around" => asked.around = text(field).await?.trim().into(),
            _ => {}
        }
    }
    if came { Ok(asked) } else { Err(Not::NoForm) }
}

/// The text of a field, its lines as they end in files.
async fn text(field: Field<'_>) -> Result<String, Not> {
    let bytes = field.bytes().await.map_err(|error| Not::of(&error))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Not::NoText)?;
    Ok(text.replace("\r\n", "\n"))
}

/// Of what cut sets are, by the name in the form.
fn by(name: &str) -> By {
    BY.iter().find(|(by, ..)| *by == name).map_or(By::State, |(_, _, by)| *by)
}

/// Of what cut sets can be: the name in the form, the text, and what it is.
pub(super) const BY: [(&str, &str, By); 3] = [
    ("state", "depend-by-states", By::State),
    ("supplier", "depend-by-suppliers", By::Supplier),
    ("thing", "depend-by-things", By::Thing),
];
