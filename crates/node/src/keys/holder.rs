//! Whose key a file holds, and whether it is in use: said by its name.

use std::fmt;
use std::str::FromStr;

use quorate_charter::MemberCode;
use quorate_partnership::Post;

/// Who has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A post of a member.
    Post(Post),
    /// A member's node.
    Node(MemberCode),
}

impl Holder {
    /// Of which member.
    #[must_use]
    pub fn member(self) -> MemberCode {
        match self {
            Holder::Post(post) => post.member,
            Holder::Node(member) => member,
        }
    }
}

impl From<Post> for Holder {
    fn from(post: Post) -> Holder {
        Holder::Post(post)
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Holder::Post(post) => write!(f, "{post}"),
            Holder::Node(member) => write!(f, "{member}/node"),
        }
    }
}

/// A text that names no holder of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is that of a post, such as GBR/treasurer, or of a node, such as GBR/node")]
pub struct NoHolder;

impl FromStr for Holder {
    type Err = NoHolder;

    fn from_str(text: &str) -> Result<Holder, NoHolder> {
        match text.strip_suffix("/node") {
            Some(member) => member.parse().map(Holder::Node).map_err(|_| NoHolder),
            None => text.parse().map(Holder::Post).map_err(|_| NoHolder),
        }
    }
}

/// Whether a key is in use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It is.
    InUse,
    /// Not yet.
    Next,
    /// No longer; the first digits of its public half tell which it was.
    SetAside(String),
}

/// The name of the file in which a key is kept.
pub(super) fn file_name(holder: Holder, turn: &Turn) -> String {
    let of = match holder {
        Holder::Post(Post { member, office }) => format!("{member}-{office}"),
        Holder::Node(member) => format!("{member}-node"),
    };
    match turn {
        Turn::InUse => format!("{of}.key"),
        Turn::Next => format!("{of}.next.key"),
        Turn::SetAside(short) => format!("{of}.old-{short}.key"),
    }
}

/// Whose key is in a file of this name.
pub(super) fn read_file_name(name: &str) -> Option<(Holder, Turn)> {
    let stem = name.strip_suffix(".key")?;
    let (of, turn) = match stem.split_once('.') {
        None => (stem, Turn::InUse),
        Some((of, "next")) => (of, Turn::Next),
        Some((of, old)) => (of, Turn::SetAside(old.strip_prefix("old-")?.to_owned())),
    };
    let (member, office) = of.split_once('-')?;
    let holder = format!("{member}/{office}").parse().ok()?;
    Some((holder, turn))
}

#[cfg(test)]
mod tests {
    use quorate_charter::Office;

    use super::*;

    #[test]
    fn a_file_is_named_after_its_holder_and_known_by_its_name() {
        let member: MemberCode = "FRA".parse().unwrap();
        let posts = Office::ALL.into_iter().map(|office| Holder::Post(Post { member, office }));
        for holder in posts.chain([Holder::Node(member)]) {
            assert_eq!(holder.to_string().parse(), Ok(holder));
            for turn in [Turn::InUse, Turn::Next, Turn::SetAside("0a1b2c3d".into())] {
                let name = file_name(holder, &turn);
                assert_eq!(read_file_name(&name), Some((holder, turn)), "{name}");
            }
        }
        for other in
            ["FRA-root", "FRA.key", "FRA-chair.key", "fra-root.key", "FRA-root.new.key", "FRA-root.key.new"]
        {
            assert_eq!(read_file_name(other), None, "{other}");
        }
    }
}
