//! Writing the container.

use std::io::{Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::manifest::manifest;
use super::payload::Payload;
use super::{KasKey, Signer, ZtdfError};
use crate::marking::Marking;
use crate::product::{ProductId, Unlocked};
use crate::secret::Secret;

/// The longest address of a service and name of an attribute, in bytes.
const MOST: usize = 1000;
/// The longest media type, and the longest name of a key, in bytes.
const MOST_NAME: usize = 255;

/// For whom a text is written, and under what.
pub struct Export<'e> {
    /// The address of the key access service.
    pub url: &'e str,
    /// What the service calls its key.
    pub kid: Option<&'e str>,
    /// Its public key.
    pub key: &'e KasKey,
    /// The attributes (their full names) that whoever opens it has, all of them.
    pub attributes: &'e [String],
    /// The marking, which becomes the label.
    pub marking: &'e Marking,
    /// The media type of the text.
    pub mime: &'e str,
    /// Who signs the label.
    pub signer: Option<&'e Signer>,
}

impl Export<'_> {
    fn check(&self) -> Result<(), ZtdfError> {
        if self.attributes.is_empty() || self.marking.audience.is_nobody() {
            return Err(ZtdfError::Nobody);
        }
        let is_address = |text: &str| {
            let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty())
                && text.len() <= MOST
                && text.bytes().all(|byte| byte.is_ascii_graphic())
        };
        let all = std::iter::once(self.url).chain(self.attributes.iter().map(String::as_str));
        if let Some(wrong) = all.into_iter().find(|text| !is_address(text)) {
            return Err(ZtdfError::Address(seen(wrong)));
        }
        let is_name = |kid: &str| {
            (1..=MOST_NAME).contains(&kid.len()) && kid.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if let Some(wrong) = self.kid.filter(|kid| !is_name(kid)) {
            return Err(ZtdfError::Kid(seen(wrong)));
        }
        if is_media_type(self.mime) { Ok(()) } else { Err(ZtdfError::Mime(seen(self.mime))) }
    }
}

/// The beginning of what was given, as far as it has a shape.
fn seen(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_graphic()).take(100).collect()
}

/// Whether it is a media type (RFC 9110, section 8.3.1), with parameters or without: whoever opens the file may choose a
/// program by it.
fn is_media_type(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let is_token = |text: &str| !text.is_empty() && text.bytes().all(is_sign);
    let is_parameter = |text: &str| {
        let is_plain = |byte: u8| byte == b' ' || byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
        let is_quoted = |value: &str| {
            let inner = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            inner.is_some_and(|inner| inner.bytes().all(is_plain))
        };
        let is_value = |value: &str| is_token(value) || is_quoted(value);
        text.trim_matches(' ').split_once('=').is_some_and(|(name, value)| is_token(name) && is_value(value))
    };
    let mut parts = text.split(';');
    let kind = parts.next().and_then(|kind| kind.trim_end_matches(' ').split_once('/'));
    text.len() <= MOST_NAME
        && kind.is_some_and(|(kind, of)| is_token(kind) && is_token(of))
        && parts.all(is_parameter)
}

/// Writes the text of a product in this form, in constant memory but for the list of its segments.
///
/// # Errors
/// [`ZtdfError`]. What was written until then is no whole file.
pub fn write<R: Read + Seek>(
    product: ProductId,
    unlocked: Unlocked<R>,
    export: &Export<'_>,
    to: impl Write,
) -> Result<(), ZtdfError> {
    export.check()?;
    let key = Secret::random().map_err(|_| ZtdfError::Chance)?;
    let io = |error: zip::result::ZipError| ZtdfError::Io(std::io::Error::other(error));
    let mut zip = ZipWriter::new_stream(to);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    // Sizes stand behind the payload, so it is said before whether they are long ones.
    let is_large = unlocked.header().length >= u64::from(u32::MAX / 2);
    zip.start_file("0.payload", stored.large_file(is_large)).map_err(io)?;
    let mut payload = Payload::to(zip, &key)?;
    unlocked.write_to(&mut payload)?;
    let (mut zip, segments) = payload.finish()?;
    zip.start_file("0.manifest.json", stored).map_err(io)?;
    zip.write_all(manifest(export, &product.0, &key, &segments)?.to_string().as_bytes())?;
    zip.finish().map_err(io)?.into_inner().flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_is_one() {
        let long = format!("text/{}", "a".repeat(250));
        for sound in ["text/plain", "text/plain; charset=utf-8", "a/b;c=\"d e\" ; f=g", long.as_str()] {
            assert!(is_media_type(sound), "{sound}");
        }
        let longer = format!("{long}a");
        for wrong in [
            "",
            "text",
            "text/",
            "/plain",
            "text/plain/x",
            "text/plain\r\nX: y",
            "text/\u{1b}[2J",
            "text/plain;",
            "a/b; c",
            "a/b; c=\"d",
            "a/b; c=\"\\\"\"",
            "text/html\u{202e}",
            longer.as_str(),
        ] {
            assert!(!is_media_type(wrong), "{wrong}");
        }
    }
}
