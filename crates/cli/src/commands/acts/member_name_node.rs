//! Name the key of one's own node.

use clap::Args;
use quorate_node::{Holder, KeyError};
use quorate_partnership::members::{self, Ready};
use quorate_partnership::{BlockId, Command, PublicKey};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Name the key of your member's node, its first or a new one", long_about = include_str!("member_name_node.md").trim_end())]
pub(crate) struct NameNode {
    /// What the node says of itself: `KEY:BLOCK:SIGNATURE` in hexadecimal digits; else a new key is made in the directory,
    /// and the old one set aside.
    ready: Option<String>,
}

impl Typed for NameNode {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let ready = match &self.ready {
            Some(text) => read(text).ok_or_else(|| {
                let help =
                    "the node says it in one line: its key, the block that it has come to, its signature";
                Failure::usage(format!("`{text}` is not what a node says of itself"), help)
            })?,
            None => self.next(desk)?,
        };
        Ok(members::Command::NameNode(members::NameNode { ready }).into())
    }

    fn adopts_node(&self) -> bool {
        self.ready.is_none()
    }
}

impl NameNode {
    /// What the next key of the node says. It is kept as the node's own is, by its passphrase and not by the root's.
    fn next(&self, desk: &Desk<'_>) -> Result<Ready, Failure> {
        let member = desk.post.member;
        desk.keys.node(member)?;
        let next = desk.keys.next(Holder::Node(member))?;
        Ok(next.sign_ready(desk.basis, member).map_err(KeyError::from)?)
    }
}

/// Three parts in hexadecimal digits.
fn read(text: &str) -> Option<Ready> {
    let mut parts = text.split(':');
    let (node, tip, seal) = (parts.next()?, parts.next()?, parts.next()?);
    let (node, tip): (PublicKey, BlockId) = (node.parse().ok()?, tip.parse().ok()?);
    let (first, second) = seal.split_at_checked(64)?;
    let (first, second): (PublicKey, PublicKey) = (first.parse().ok()?, second.parse().ok()?);
    let seal = [first.0, second.0].concat().try_into().ok()?;
    parts.next().is_none().then_some(Ready { node, tip, seal })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_node_says_is_read_as_it_is_written() {
        let ready = Ready { node: PublicKey([1; 32]), tip: BlockId([2; 32]), seal: [3; 64] };
        let text = ready.to_string();
        assert_eq!(read(&text), Some(ready));
        let shorter = text.chars().skip(1).collect();
        for other in [shorter, format!("{text}:"), format!("{text}0"), "::".into(), String::new()] {
            assert_eq!(read(&other), None, "{other}");
        }
    }
}
