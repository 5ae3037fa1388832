//! Tokens of readers: in a file of its own each, compared by their hashes in equal time.

use std::fs::symlink_metadata;
use std::path::Path;

use quorate_partnership::DocumentHash;
use quorate_vault::product::Secret;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::commands::files::{read_text, write_new};
use crate::failure::Failure;
use crate::present::shell;

/// The least and the most characters of a token.
const LEAST: usize = 32;
const MOST: usize = 256;

/// The hash of a token.
#[derive(Clone, Copy)]
pub(crate) struct Token([u8; 32]);

impl Token {
    pub(super) fn of(text: &[u8]) -> Token {
        Token(Sha256::digest(text).into())
    }

    /// Whether it is this one; it takes as long whatever the two are.
    pub(super) fn is(&self, other: &Token) -> bool {
        let differ = self.0.iter().zip(&other.0).fold(0, |differ, (one, two)| differ | (one ^ two));
        std::hint::black_box(differ) == 0
    }
}

/// The token in a file; a new one is made where there is none.
pub(super) fn of_file(path: &Path) -> Result<Token, Failure> {
    if symlink_metadata(path).is_err() {
        let secret = Secret::random().map_err(|error| Failure::usage(error.to_string(), ""))?;
        let digits = Zeroizing::new(DocumentHash(*secret.expose()).to_string());
        write_new(path, Zeroizing::new(format!("{}\n", *digits)).as_bytes())?;
    }
    let (_, text) = read_text(path, MOST)?;
    let token = text.trim_end_matches(['\r', '\n']);
    if token.len() < LEAST || !token.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':') {
        let what = format!("{} holds no token", shell(path));
        let help =
            "a token has at least 32 letters and digits and no spaces; remove the file, and one is made";
        return Err(Failure::usage(what, help));
    }
    Ok(Token::of(token.as_bytes()))
}
