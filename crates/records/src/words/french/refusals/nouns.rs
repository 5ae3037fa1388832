//! What has a number on record, with its article.

use alloc::format;
use alloc::string::String;

/// English, the article, French.
const NOUNS: &[(&str, &str, &str)] = &[
    ("arrangement", "l'", "arrangement"),
    ("assessment", "l'", "évaluation"),
    ("bank line", "la ", "ligne de relevé"),
    ("briefing", "l'", "information préalable"),
    ("call", "l'", "appel"),
    ("case", "le ", "dossier"),
    ("consultation", "la ", "consultation"),
    ("decision", "la ", "décision"),
    ("declaration", "la ", "déclaration"),
    ("dependency", "la ", "dépendance"),
    ("emergency call", "l'", "appel d'urgence"),
    ("entry", "l'", "écriture"),
    ("finding", "la ", "constatation"),
    ("framework", "le ", "cadre"),
    ("grouping", "le ", "groupement"),
    ("liaison line", "la ", "ligne de liaison"),
    ("loss", "la ", "perte"),
    ("need", "le ", "besoin"),
    ("offer", "l'", "offre"),
    ("opinion", "l'", "opinion"),
    ("payment", "le ", "paiement"),
    ("proceeding", "la ", "procédure"),
    ("procurement", "l'", "acquisition"),
    ("rate", "le ", "cours"),
    ("report", "le ", "compte rendu"),
    ("seal", "la ", "clôture"),
    ("session", "la ", "séance"),
    ("sounding", "le ", "sondage"),
    ("statement", "la ", "déclaration"),
    ("step", "l'", "étape"),
    ("text", "le ", "texte"),
    ("tranche", "la ", "tranche"),
];

/// The article and the rest.
fn told(text: &str) -> (&'static str, String) {
    let numbered = text.rsplit_once(' ').filter(|(_, number)| number.parse::<u32>().is_ok());
    let found = numbered.and_then(|(word, number)| {
        let (_, article, french) = NOUNS.iter().find(|(ours, ..)| *ours == word)?;
        Some((*article, format!("{french} {number}")))
    });
    found.unwrap_or_else(|| ("", super::super::french(text)))
}

/// *La décision 3*.
pub(in super::super) fn the(text: &str) -> String {
    let (article, rest) = told(text);
    format!("{article}{rest}")
}

/// *De la décision 3*, *du dossier 1*.
pub(in super::super) fn of(text: &str) -> String {
    match told(text) {
        ("le ", rest) => format!("du {rest}"),
        (article, rest) => format!("de {article}{rest}"),
    }
}

/// *À la décision 3*, *au dossier 1*.
pub(in super::super) fn at(text: &str) -> String {
    match told(text) {
        ("le ", rest) => format!("au {rest}"),
        (article, rest) => format!("à {article}{rest}"),
    }
}

/// *Décision 3*.
pub(in super::super) fn bare(text: &str) -> String {
    told(text).1
}
