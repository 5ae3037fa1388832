//! Who gives a command: an office of a member, by a key. Never a person's name.

use core::fmt;
use core::str::FromStr;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office};

/// An office of a member: `GBR/treasurer`.
///
/// ```
/// use quorate_partnership::Post;
/// let post: Post = "GBR/treasurer".parse().unwrap();
/// assert_eq!(post.to_string(), "GBR/treasurer");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Post {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// The office.
    #[n(1)]
    pub office: Office,
}

/// A text that names no post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a representative is named by member and office, as in `GBR/treasurer`; the offices are `root`, `recovery`, `representative`, `treasurer`, `case-officer`, `auditor` and `liaison-officer`"
)]
pub struct PostError;

impl fmt::Display for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.member, self.office)
    }
}

impl FromStr for Post {
    type Err = PostError;

    fn from_str(text: &str) -> Result<Post, PostError> {
        let (member, office) = text.split_once('/').ok_or(PostError)?;
        let member = member.parse().map_err(|_| PostError)?;
        Ok(Post { member, office: office.parse().map_err(|_| PostError)? })
    }
}
