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

/// The longest name of a service, a key or an attribute, in bytes.
const MOST: usize = 1000;

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
        match all.into_iter().find(|text| !is_address(text)) {
            Some(wrong) => {
                Err(ZtdfError::Address(wrong.chars().filter(|c| c.is_ascii_graphic()).take(100).collect()))
            }
            None => Ok(()),
        }
    }
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
