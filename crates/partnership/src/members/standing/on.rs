//! The optional articles on which acts stand.

use quorate_charter::{Article, Charter};

/// Which of the optional articles a rule serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Entry into force.
    EntryIntoForce,
    /// Accession.
    Accession,
    /// Withdrawal.
    Withdrawal,
    /// Suspension.
    Suspension,
    /// Amendment.
    Amendment,
    /// Lost keys.
    LostKeys,
    /// Beneficiaries that are no members.
    Beneficiaries,
    /// The adoption of texts.
    Texts,
    /// The charter as an instrument.
    Instrument,
}

impl On {
    /// What the article is on.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            On::EntryIntoForce => "entry into force",
            On::Accession => "accession",
            On::Withdrawal => "withdrawal",
            On::Suspension => "suspension",
            On::Amendment => "amendment",
            On::LostKeys => "lost keys",
            On::Beneficiaries => "beneficiaries",
            On::Texts => "the adoption of texts",
            On::Instrument => "the instrument",
        }
    }

    /// The article's number; that of the article on membership, where the charter has none on this.
    #[must_use]
    pub fn number(self, charter: &Charter) -> Article {
        let number = match self {
            On::EntryIntoForce => charter.entry_into_force().map(|article| article.number()),
            On::Accession => charter.accession().map(|article| article.number()),
            On::Withdrawal => charter.withdrawal().map(|article| article.number()),
            On::Suspension => charter.suspension().map(|article| article.number()),
            On::Amendment => charter.amendment().map(|article| article.number()),
            On::LostKeys => charter.lost_keys().map(|article| article.number()),
            On::Beneficiaries => charter.beneficiaries().map(|article| article.number()),
            On::Texts => Some(charter.decisions().number()),
            On::Instrument => charter.instrument().map(|article| article.number()),
        };
        number.unwrap_or_else(|| charter.membership().number())
    }
}
