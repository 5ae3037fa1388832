//! The optional article on the charter as an instrument.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, raw};
use crate::fault::Fault;
use crate::instrument::{ARTICLES, InstrumentArticle, Means, Reservations};
use crate::member::MemberCode;

type Text = Spanned<String>;

/// The article, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Instrument {
    pub(super) article: Spanned<u32>,
    nature: Text,
    #[serde(default)]
    text: BTreeMap<Text, Text>,
    authentic: Option<Vec<Text>>,
    full_powers: Option<Spanned<bool>>,
    consent: Option<Spanned<Vec<Text>>>,
    reservations: Option<Spanned<Named<u32>>>,
    depositary: Option<Spanned<Named<String>>>,
}

/// A word, or a list.
#[derive(Deserialize)]
#[serde(untagged, expecting = "this is neither a word nor a list that can stand here")]
enum Named<T> {
    Word(String),
    List(Vec<T>),
}

/// Articles that say something and that no rule carries out.
fn says_only(raw: &raw::Charter) -> BTreeSet<u32> {
    let all = [
        raw.promises.as_ref().map(|raw| &raw.article),
        raw.reliance.as_ref().map(|raw| &raw.article),
        raw.publication.as_ref().map(|raw| &raw.article),
    ];
    all.into_iter().flatten().map(|number| *number.get_ref()).collect()
}

/// Reads the article, if the text has it; `articles` are the numbers of all. With a fault it is left out: the fault keeps the
/// charter out.
pub(super) fn article(
    raw: &raw::Charter,
    articles: &BTreeMap<u32, ()>,
    found: &mut Findings,
) -> Option<InstrumentArticle> {
    let article = raw.instrument.as_ref()?;
    let said = says_only(raw);
    let carried_out = articles.keys().filter(|number| !said.contains(number));
    let carried_out: BTreeSet<u16> = carried_out.filter_map(|number| u16::try_from(*number).ok()).collect();
    let arrangement = nature(&article.nature, found);
    if arrangement == Some(true) {
        binds_nobody(article, raw, found);
    }
    let texts = texts(article, found);
    let authentic = authentic(article, &texts, found);
    let means = means(article.consent.as_ref(), found);
    let reservations = reservations(article.reservations.as_ref(), &carried_out, found);
    let depositaries = depositaries(article.depositary.as_ref(), raw, found);
    Some(InstrumentArticle {
        number: number(&article.article),
        arrangement: arrangement?,
        texts,
        authentic,
        full_powers: article.full_powers.as_ref().is_some_and(|asked| *asked.get_ref()),
        means: means?,
        reservations: reservations?,
        depositaries: depositaries?,
        carried_out,
    })
}

fn nature(text: &Text, found: &mut Findings) -> Option<bool> {
    match text.get_ref().as_str() {
        "treaty" => Some(false),
        "arrangement" => Some(true),
        other => {
            let help = "a charter is a `treaty`, which is ratified, or an `arrangement`, which binds nobody";
            found.add(Fault::new(text.span(), format!("`{other}` cannot stand here"), help));
            None
        }
    }
}

/// What an arrangement has no use for.
fn binds_nobody(article: &Instrument, raw: &raw::Charter, found: &mut Findings) {
    let said = [
        ("full-powers", article.full_powers.as_ref().map(Spanned::span)),
        ("consent", article.consent.as_ref().map(Spanned::span)),
        ("reservations", article.reservations.as_ref().map(Spanned::span)),
        ("depositary", article.depositary.as_ref().map(Spanned::span)),
    ];
    for (key, at) in said {
        if let Some(at) = at {
            let help = "an arrangement comes into effect by signatures: leave it out";
            found.add(Fault::new(at, format!("`{key}` is for a treaty"), help));
        }
    }
    match &raw.entry_into_force {
        None => {
            let help = "say by which signatures: add a table `[entry-into-force]`";
            let what = "nothing says when the arrangement comes into effect";
            found.add(Fault::new(article.nature.span(), what, help));
        }
        Some(entry) if entry.provisional => {
            let help = "an arrangement is in effect or is not: say `provisional = false`";
            found.add(Fault::new(entry.article.span(), "an arrangement is not applied provisionally", help));
        }
        Some(_) => {}
    }
}

/// A language is two small letters, and a hash 64 hexadecimal digits.
fn texts(article: &Instrument, found: &mut Findings) -> BTreeMap<String, String> {
    for (language, hash) in &article.text {
        let letters = language.get_ref();
        if letters.len() != 2 || !letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let help = "use a code of ISO 639-1, such as `en` or `fr`";
            found.add(Fault::new(language.span(), format!("`{letters}` names no language"), help));
        }
        let digits = hash.get_ref();
        if digits.len() != 64 || !digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            let help = "give the SHA-256 of the text as 64 hexadecimal digits, small letters";
            found.add(Fault::new(hash.span(), "this is not a document's hash", help));
        }
    }
    let owned = |(language, hash): (&Text, &Text)| (language.get_ref().clone(), hash.get_ref().clone());
    article.text.iter().map(owned).collect()
}

/// The languages in which the text is authentic: all of them, unless the article names some.
fn authentic(
    article: &Instrument,
    texts: &BTreeMap<String, String>,
    found: &mut Findings,
) -> BTreeSet<String> {
    let Some(named) = &article.authentic else { return texts.keys().cloned().collect() };
    for language in named.iter().filter(|language| !texts.contains_key(language.get_ref())) {
        let help = "give its hash under `text`";
        let what = format!("there is no text in `{}`", language.get_ref());
        found.add(Fault::new(language.span(), what, help));
    }
    named.iter().map(|language| language.get_ref().clone()).collect()
}

/// By ratification, unless the article names others.
fn means(named: Option<&Spanned<Vec<Text>>>, found: &mut Findings) -> Option<BTreeSet<Means>> {
    let Some(named) = named else { return Some(BTreeSet::from([Means::Ratification])) };
    if named.get_ref().is_empty() {
        let help = "name at least one of `ratification`, `acceptance` and `approval`";
        found.add(Fault::new(named.span(), "nobody could consent", help));
        return None;
    }
    named.get_ref().iter().map(|word| found.parse::<Means>(word)).collect()
}

fn reservations(
    said: Option<&Spanned<Named<u32>>>,
    carried_out: &BTreeSet<u16>,
    found: &mut Findings,
) -> Option<Reservations> {
    let Some(said) = said else { return Some(Reservations::None) };
    let help = "say `\"none\"`, `\"any\"`, or the numbers of articles: `[20, 21]`";
    let mut to = BTreeSet::new();
    match said.get_ref() {
        Named::Word(word) if word == "none" => return Some(Reservations::None),
        Named::Word(word) if word == "any" => return Some(Reservations::Any),
        Named::Word(word) => {
            found.add(Fault::new(said.span(), format!("`{word}` cannot stand here"), help));
            return None;
        }
        Named::List(articles) => {
            for article in articles {
                match u16::try_from(*article).ok().filter(|article| ARTICLES.contains(article)) {
                    None => {
                        found.add(Fault::new(said.span(), format!("`{article}` numbers no article"), help));
                    }
                    Some(number) if carried_out.contains(&number) => {
                        let what = format!("article {number} is carried out alike for all");
                        let help =
                            "no reservation changes who votes, who pays or how a member leaves: leave it out";
                        found.add(Fault::new(said.span(), what, help));
                    }
                    Some(number) => {
                        to.insert(number);
                    }
                }
            }
        }
    }
    Some(Reservations::To(to))
}

fn depositaries(
    said: Option<&Spanned<Named<String>>>,
    raw: &raw::Charter,
    found: &mut Findings,
) -> Option<BTreeSet<MemberCode>> {
    let Some(said) = said else { return Some(BTreeSet::new()) };
    let help = "say `\"record\"`, or the members that take consents in: `[\"CAN\", \"GBR\"]`";
    let mut depositaries = BTreeSet::new();
    match said.get_ref() {
        Named::Word(word) if word == "record" => return Some(depositaries),
        Named::Word(word) => {
            found.add(Fault::new(said.span(), format!("`{word}` cannot stand here"), help));
            return None;
        }
        Named::List(codes) => {
            for code in codes {
                let is_member = raw.member.keys().any(|member| member.get_ref() == code);
                match code.parse().ok().filter(|_| is_member) {
                    Some(code) => {
                        if !depositaries.insert(code) {
                            found.add(Fault::new(said.span(), format!("`{code}` stands here twice"), help));
                        }
                    }
                    None => found.add(Fault::new(said.span(), format!("`{code}` is no member"), help)),
                }
            }
        }
    }
    if depositaries.is_empty() {
        found.add(Fault::new(said.span(), "nobody would take a consent in", help));
    }
    Some(depositaries)
}
