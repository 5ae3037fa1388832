//! The file that says by which provider of a ministry people sign in, and who of them is who.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::path::{Path, PathBuf};

use quorate_charter::{MemberCode, Office};
use quorate_partnership::{Post, PublicKey};
use quorate_web::{Author, OpenId};
use serde::Deserialize;
use toml::Spanned;

use crate::commands::files::{read_bytes, read_text};
use crate::failure::Failure;

/// The most bytes that the file has, and the secret.
const MOST: usize = 1024 * 1024;
const MOST_OF_SECRET: usize = 4096;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Form {
    issuer: Spanned<String>,
    client_id: Spanned<String>,
    client_secret_file: Option<Spanned<PathBuf>>,
    #[serde(default)]
    scopes: Vec<Spanned<String>>,
    claim: Option<Spanned<String>>,
    #[serde(default)]
    person: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    is: Spanned<String>,
    post: Spanned<String>,
    key: Spanned<String>,
}

/// What is wrong, where, and what to do.
type Wrong = (Range<usize>, String, &'static str);

/// Reads the file at a path, for the pages of a member, if they are of one.
pub(super) fn read(path: &Path, own: Option<MemberCode>) -> Result<OpenId, Failure> {
    let (name, text) = read_text(path, MOST)?;
    let at = |(at, what, help): Wrong| Failure::in_text(&name, &text, at, what, help);
    let form: Form = toml::from_str(&text).map_err(|error| {
        let what = error.message().trim().to_owned();
        at((error.span().unwrap_or_default(), what, "its form: `quorate pages --help`"))
    })?;
    let provider = provider(&form, own).map_err(at)?;
    let Some(secret) = &form.client_secret_file else { return Ok(provider) };
    // A path in it is from where the file is.
    let secret = path.parent().unwrap_or(Path::new("")).join(secret.get_ref());
    Ok(provider.with_secret(read_secret(&secret)?))
}

fn read_secret(path: &Path) -> Result<String, Failure> {
    let wrong = |what: &str| {
        Failure::usage(format!("{} {what}", path.display()), "write the secret into it, alone on a line")
    };
    let secret = String::from_utf8(read_bytes(path, MOST_OF_SECRET)?).map_err(|_| wrong("is not a text"))?;
    let secret = secret.trim();
    if secret.is_empty() || secret.contains(char::is_whitespace) {
        return Err(wrong("does not hold one word"));
    }
    Ok(secret.to_owned())
}

fn provider(form: &Form, own: Option<MemberCode>) -> Result<OpenId, Wrong> {
    let id = word(&form.client_id)?;
    let provider = OpenId::new(form.issuer.get_ref(), id);
    let wrong = |what| (form.issuer.span(), what, "write the issuer as the provider's own description does");
    let mut provider = provider.map_err(wrong)?;
    let scopes: Result<Vec<String>, Wrong> =
        form.scopes.iter().map(|scope| word(scope).map(str::to_owned)).collect();
    provider = provider.with_scopes(scopes?);
    if let Some(claim) = &form.claim {
        provider = provider.with_claim(word(claim)?.to_owned());
    }
    if form.person.is_empty() {
        return Err((
            0..0,
            "it names nobody".into(),
            "name each person: `[[person]]` with `is`, `post` and `key`",
        ));
    }
    let mut people = BTreeMap::new();
    for person in &form.person {
        let author = author(person)?;
        if let Some(own) = own.filter(|own| *own != author.post.member) {
            let what = format!("these are the pages of {own}");
            return Err((person.post.span(), what, "each member's people sign in at its own node"));
        }
        match people.entry(person.is.get_ref().clone()) {
            Entry::Vacant(free) => free.insert(author),
            Entry::Occupied(_) => {
                return Err((
                    person.is.span(),
                    "this person stands twice".into(),
                    "one person signs in for one post",
                ));
            }
        };
    }
    Ok(provider.with_people(people))
}

/// A text that is one word.
fn word(text: &Spanned<String>) -> Result<&str, Wrong> {
    let word = text.get_ref();
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err((text.span(), "this is not one word".into(), "write it as the provider names it"));
    }
    Ok(word)
}

fn author(person: &Person) -> Result<Author, Wrong> {
    if person.is.get_ref().is_empty() {
        return Err((
            person.is.span(),
            "nobody is called so".into(),
            "write what the provider says of the person",
        ));
    }
    let post: Post = person.post.get_ref().parse().map_err(|error: <Post as std::str::FromStr>::Err| {
        (person.post.span(), error.to_string(), "a post is written `CAN/representative`")
    })?;
    if matches!(post.office, Office::Root | Office::Recovery) {
        let what = "root and recovery keys do not act on pages".to_owned();
        return Err((person.post.span(), what, "name a post that the root key accredits"));
    }
    let key: PublicKey =
        person.key.get_ref().parse().map_err(|error: <PublicKey as std::str::FromStr>::Err| {
            (
                person.key.span(),
                error.to_string(),
                "the public half of an accredited key: `quorate record credentials --format json`",
            )
        })?;
    Ok(Author { post, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    fn said(text: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("openid.toml");
        std::fs::write(folder.path().join("secret"), "s3cret\n").unwrap();
        std::fs::write(folder.path().join("empty"), "\n").unwrap();
        std::fs::write(&path, text).unwrap();
        match read(&path, "CAN".parse().ok()) {
            Ok(read) => format!("{read:?}"),
            Err(failure) => format!("{:?}", miette::Report::new(failure)),
        }
    }

    fn whole() -> String {
        format!(
            "issuer = \"https://login.example\"\nclient-id = \"quorate\"\nclient-secret-file = \"secret\"\n\
             scopes = [\"email\"]\nclaim = \"email\"\n\n[[person]]\nis = \"ada@example\"\n\
             post = \"CAN/representative\"\nkey = \"{KEY}\"\n"
        )
    }

    #[test]
    fn a_whole_file_is_read_and_its_secret_is_shown_to_nobody() {
        let read = said(&whole());
        assert!(read.contains("login.example") && read.contains("ada@example"), "{read}");
        assert!(!read.contains("s3cret"), "{read}");
    }

    #[test]
    fn what_is_wrong_is_said_at_its_line() {
        let with = |from: &str, to: &str| said(&whole().replace(from, to));
        for (from, to, line, what) in [
            ("https://", "http://", 1, "does not begin with `https://`"),
            ("https://login.example", "login.example", 1, "no address"),
            ("https://login.example", "https://login.example/?a=b", 1, "nothing behind its path"),
            ("\"quorate\"", "\"two words\"", 2, "not one word"),
            ("client-id", "client", 2, "unknown field `client`"),
            ("\"email\"]", "\"\"]", 4, "not one word"),
            ("\"email\"]", "1]", 4, "invalid type"),
            ("ada@example", "", 8, "nobody is called so"),
            ("CAN/representative", "CAN", 9, "post"),
            ("CAN/representative", "FRA/representative", 9, "these are the pages of CAN"),
            ("CAN/representative", "CAN/root", 9, "root and recovery keys do not act"),
            (KEY, "d75a", 10, "64 small hexadecimal digits"),
        ] {
            let told = with(from, to);
            assert!(
                told.contains(what) && told.contains(&format!("openid.toml:{line}:")),
                "{from} {to}: {told}"
            );
        }
        let again = format!("{}[[person]]{}", whole(), whole().split("[[person]]").nth(1).unwrap());
        assert!(said(&again).contains("this person stands twice"));
        assert!(said("issuer = \"https://a\"\nclient-id = \"b\"\n").contains("it names nobody"));
        assert!(with("= \"secret\"", "= \"empty\"").contains("does not hold one word"));
        assert!(with("= \"secret\"", "= \"none\"").contains("none cannot be read"));
    }
}
