//! The links of a node, as its configuration and the record want them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use quorate_charter::MemberCode;
use tracing::info;

use super::config::Config;
use super::running::others;
use crate::engine::{Seat, Validator, Validators};
use crate::links::Links;

/// Links, and the configuration that they follow: what an operator changes in it takes effect while the node runs.
pub(super) struct Roads {
    directory: PathBuf,
    config: Config,
    pub(super) links: Links,
    /// To whom there was a link when last looked.
    up: BTreeSet<MemberCode>,
}

impl Roads {
    pub(super) fn new(directory: PathBuf, config: Config, links: Links) -> Roads {
        Roads { directory, config, links, up: BTreeSet::new() }
    }

    /// The node's directory.
    pub(super) fn directory(&self) -> &Path {
        &self.directory
    }

    /// Where a member's node is found, by the configuration.
    pub(super) fn address(&self, member: MemberCode, is_self: bool) -> String {
        match is_self {
            true => self.links.listens().to_string(),
            false => self.config.address(member),
        }
    }

    /// Logs which links came and which broke since last time.
    pub(super) fn tell_changes(&mut self, own: MemberCode, nodes: &Validators) {
        for Validator { member, seat } in nodes.each().filter(|node| node.member != own) {
            let Some(state) = self.links.state(*seat) else { continue };
            if state.is_up && self.up.insert(*member) {
                info!(member = %own, to = %member, "there is a link");
            }
            if !state.is_up && self.up.remove(member) {
                let why = state.why_not.unwrap_or_default();
                info!(member = %own, to = %member, why, "the link broke");
            }
        }
    }

    /// Reads the configuration again; whether it says something new. One that cannot be read changes nothing.
    pub(super) fn look(&mut self) -> bool {
        match Config::read(&self.directory) {
            Ok(config) if config != self.config => {
                self.config = config;
                true
            }
            Ok(_) | Err(_) => false,
        }
    }

    /// Links lead to these nodes from now on, and to those that follow.
    pub(super) fn lead_to(&mut self, nodes: &Validators, own: Seat) {
        self.links.set_others(others(&self.config, nodes, own));
    }
}
