//! What can be given on pages, and a command on its way to be signed.

use quorate_partnership::{CommandId, Moment, PartnershipId, Post, PublicKey};

/// In which post somebody acts, and with which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author {
    /// The post.
    pub post: Post,
    /// The key's public half.
    pub key: PublicKey,
}

/// Something that can be given: a command as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The words that name it: `decision vote`.
    pub name: String,
    /// What it does, in a line.
    pub about: String,
    /// The page that explains it.
    pub page: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name, as it stands in forms.
    pub name: String,
    /// What it means.
    pub help: String,
    /// What can be said in it.
    pub kind: FieldKind,
    /// Whether something has to be said.
    pub required: bool,
}

/// What can be said in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A text, a number, an amount: one line.
    Line,
    /// Several, a line each.
    Lines,
    /// Several of two parts, a line each: what stands before the first space, and the rest.
    Pairs,
    /// One of these.
    Choice(Vec<String>),
    /// Yes, or nothing.
    Flag,
}

/// A command that is ready to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The command, with a signature of noughts.
    pub unsigned: Vec<u8>,
    /// The id that it has once it is signed: the hash of what is signed.
    pub id: CommandId,
    /// Of which partnership.
    pub partnership: PartnershipId,
    /// When it is too late for it.
    pub expires: Moment,
    /// What would happen if it were ordered now, in sentences.
    pub would: Vec<String>,
    /// Which rule would refuse it now.
    pub refused: Option<String>,
}

/// Why there is no command, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPrepared {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}
