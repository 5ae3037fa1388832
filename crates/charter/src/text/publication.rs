//! The optional article on what is public.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::Findings;
use super::check::number;
use crate::fault::Fault;
use crate::publication::{Public, PublicationArticle};

/// What is public, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Publication {
    pub(super) article: Spanned<u32>,
    pub(super) public: Vec<Spanned<String>>,
}

/// Reads the article. With a fault it is left out: the fault keeps the charter out.
pub(super) fn article(raw: &Publication, found: &mut Findings) -> Option<PublicationArticle> {
    let mut public = BTreeSet::new();
    let mut whole = true;
    for word in &raw.public {
        match Public::named(word.get_ref()) {
            Some(part) if public.insert(part) => {}
            Some(_) => {
                whole = false;
                found.add(Fault::new(
                    word.span(),
                    format!("`{}` stands here twice", word.get_ref()),
                    "name each part once",
                ));
            }
            None => {
                whole = false;
                let help = "`fund`, `contributions` and `cases` can stand here";
                found.add(Fault::new(word.span(), format!("`{}` cannot stand here", word.get_ref()), help));
            }
        }
    }
    whole.then(|| PublicationArticle { number: number(&raw.article), public })
}
