//! Founder files, as the members send them to one another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use quorate_charter::MemberCode;
use quorate_node::{FounderFile, MAX_FOUNDER_BYTES};
use quorate_partnership::{Founder, PublicKey};

use crate::commands::files::read_text;
use crate::failure::Failure;

/// A founder file, and what is told of it.
pub(super) struct Sent {
    /// The file's name.
    pub(super) name: String,
    /// Its text, of which the words are read out.
    pub(super) text: String,
    /// What it says.
    pub(super) file: FounderFile,
}

impl Sent {
    /// Reads a founder file and verifies its signatures.
    pub(super) fn read(path: &Path) -> Result<Sent, Failure> {
        let (name, text) = read_text(path, MAX_FOUNDER_BYTES)?;
        match FounderFile::read(&text) {
            Ok(file) => Ok(Sent { name, text, file }),
            Err(error) => Err(Failure::usage(
                format!("{name}: {error}"),
                "ask the member for its file again, and compare its words by voice",
            )),
        }
    }

    fn keys(&self) -> [PublicKey; 3] {
        let Founder { root, recovery, node, .. } = self.file.founder;
        [root, recovery, node]
    }
}

/// One founder file a member, in the order of their codes.
#[derive(Default)]
pub(super) struct Founders(BTreeMap<MemberCode, Sent>);

impl Founders {
    /// Reads founder files. The same one may be given twice; two that differ, of one member or with one key, are refused.
    pub(super) fn read(paths: impl Iterator<Item = PathBuf>) -> Result<Founders, Failure> {
        let mut founders = Founders::default();
        for path in paths {
            founders.take(Sent::read(&path)?)?;
        }
        Ok(founders)
    }

    fn take(&mut self, sent: Sent) -> Result<(), Failure> {
        let member = sent.file.founder.member;
        if let Some(before) = self.0.get(&member) {
            return if before.text == sent.text {
                Ok(())
            } else {
                Err(Failure::usage(
                    format!("there are two different files of {member}: {} and {}", before.name, sent.name),
                    "ask the member which is its own: `quorate network show` tells the words of each",
                ))
            };
        }
        let keys = sent.keys();
        if let Some(other) = self.0.values().find(|other| other.keys().iter().any(|key| keys.contains(key))) {
            return Err(Failure::usage(
                format!("a key stands in two files: {} and {}", other.name, sent.name),
                "a key belongs to one member: one of the two runs `quorate init` in a new directory",
            ));
        }
        self.0.insert(member, sent);
        Ok(())
    }

    /// That these are the files of all these members, and of no other.
    pub(super) fn are_of(&self, members: &[MemberCode]) -> Result<(), Failure> {
        if let Some((member, sent)) = self.0.iter().find(|(member, _)| !members.contains(member)) {
            return Err(Failure::usage(
                format!("{} is of {member}, which is no member under this charter", sent.name),
                "leave it out, or take the charter that was agreed on",
            ));
        }
        let missing = members.iter().filter(|member| !self.0.contains_key(member));
        let missing: Vec<String> = missing.map(ToString::to_string).collect();
        match missing.is_empty() {
            true => Ok(()),
            false => Err(Failure::usage(
                format!("there is no founder file of {}", missing.join(", ")),
                "the file of every member is needed; `quorate init` makes one",
            )),
        }
    }

    /// What each file says.
    pub(super) fn files(&self) -> impl Iterator<Item = (MemberCode, &FounderFile)> {
        self.0.iter().map(|(member, sent)| (*member, &sent.file))
    }
}
