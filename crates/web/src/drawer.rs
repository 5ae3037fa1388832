//! What a node keeps for its delegation alone, on its own disk: beside the record, never in it, and given to no other node.

/// A drawer of a delegation's desk: one thing that is kept, whole, in place of what was kept before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawer {
    /// Who is signed in, by hashes of what their browsers hold.
    Sessions,
    /// What is drafted.
    Drafts,
    /// What the capital instructs.
    Instructions,
    /// The public halves of passkeys, each with the post and key that it stands for.
    Passkeys,
    /// The hashes of other systems' tokens.
    Tokens,
    /// The hashes of the secrets in the addresses that calendars are read at.
    Calendars,
}

impl Drawer {
    /// Its name, as a file's.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Drawer::Sessions => "sessions",
            Drawer::Drafts => "drafts",
            Drawer::Instructions => "instructions",
            Drawer::Passkeys => "passkeys",
            Drawer::Tokens => "tokens",
            Drawer::Calendars => "calendars",
        }
    }
}
