//! The texts of the pages, in English and French (Fluent syntax 1.0).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use quorate_records::words::Language;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("en.ftl");
const FRENCH: &str = include_str!("fr.ftl");

type Bundle = FluentBundle<FluentResource>;

/// Every text, in both languages.
pub(crate) struct Texts {
    english: Bundle,
    french: Bundle,
}

impl Texts {
    /// Reads them; what is wrong with one is told.
    pub(crate) fn read() -> Result<Texts, String> {
        Ok(Texts { english: bundle("en", ENGLISH)?, french: bundle("fr", FRENCH)? })
    }
}

fn bundle(code: &str, text: &str) -> Result<Bundle, String> {
    let language: LanguageIdentifier = code.parse().map_err(|error| format!("{code}: {error}"))?;
    let resource = FluentResource::try_new(text.to_owned());
    let resource = resource.map_err(|(_, errors)| format!("the texts in `{code}`: {errors:?}"))?;
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Codes and numbers stand in both languages as they are: no marks of direction around them.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| format!("the texts in `{code}`: {errors:?}"))?;
    Ok(bundle)
}

/// The texts in one language.
pub(crate) struct Say<'t> {
    bundle: &'t Bundle,
}

impl<'t> Say<'t> {
    pub(crate) fn new(texts: &'t Texts, language: Language) -> Say<'t> {
        match language {
            Language::English => Say { bundle: &texts.english },
            Language::French => Say { bundle: &texts.french },
        }
    }

    /// A text, its gaps filled. One that is missing is told as its name: a test finds it.
    pub(crate) fn text(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return key.to_owned() };
        let args: FluentArgs<'_> = gaps.iter().map(|(name, value)| (*name, number_or_text(value))).collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// A whole number is given as one, so that a text can choose its plural by it.
fn number_or_text(value: &str) -> fluent_bundle::FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) => number.into(),
        Err(_) => value.into(),
    }
}

/// A text as it is set: in French no line begins with the mark that a space stands before.
pub(crate) fn set(language: Language, text: String) -> String {
    if language == Language::English {
        return text;
    }
    let mut set = text;
    for mark in [":", ";", "?", "!", "%", "»"] {
        set = set.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    set.replace("« ", "«\u{a0}")
}

#[cfg(test)]
mod tests;
