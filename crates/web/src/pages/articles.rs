//! The text of the charter in force, article by article.

use maud::{Markup, html};

use crate::visit::Page;

/// A table of the text: its name, the number of its article if it says one, and its lines.
struct Part<'t> {
    name: &'t str,
    article: Option<&'t str>,
    lines: Vec<&'t str>,
}

/// The text cut at the headings of its tables. What stands before the first is the head.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut all = vec![Part { name: "", article: None, lines: Vec::new() }];
    for line in text.lines() {
        let name = line.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(name, _)| name);
        if let Some(name) = name.filter(|name| !name.starts_with('[')) {
            all.push(Part { name, article: None, lines: Vec::new() });
        }
        if let Some(part) = all.last_mut() {
            let number = line.strip_prefix("article").and_then(|rest| rest.trim_start().strip_prefix('='));
            let number = number.map(|rest| rest.split('#').next().unwrap_or_default().trim());
            part.article = part.article.or(number);
            part.lines.push(line);
        }
    }
    all.retain(|part| part.lines.iter().any(|line| !line.trim().is_empty()));
    all
}

/// Every article with its text to unfold, and the whole at the end.
pub(super) fn articles(page: &Page<'_>) -> Markup {
    let text = page.visit.app.door.charter_text();
    html! {
        section #articles {
            h2 { (page.t("articles")) }
            p.soft { (page.t("articles-say")) }
            @for part in parts(&text) {
                details.article {
                    summary {
                        @if let Some(number) = part.article { strong { (page.with("article-number", &[("number", number)])) }
                            " " }
                        @if part.name.is_empty() { (page.t("articles-head")) } @else { code { (part.name) } }
                    }
                    pre tabindex="0" translate="no" { (part.lines.join("\n")) }
                }
            }
            details.article {
                summary { strong { (page.t("articles-whole")) } }
                pre tabindex="0" translate="no" { (text) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_the_headings_of_its_tables_and_nothing_is_lost() {
        let text = "title = 1\n\n[fund] # money\narticle = 3 # three\n[rule.call]\nadopted = \"[x]\"\n";
        let parts = parts(text);
        let told: Vec<(&str, Option<&str>, usize)> =
            parts.iter().map(|part| (part.name, part.article, part.lines.len())).collect();
        assert_eq!(told, [("", None, 2), ("fund", Some("3"), 2), ("rule.call", None, 2)]);
        let whole: Vec<&str> = parts.iter().flat_map(|part| part.lines.iter().copied()).collect();
        assert_eq!(whole.join("\n"), text.trim_end());
        assert!(super::parts("").is_empty());
    }
}
