//! Every command of the partnership is a command line, and the reverse.

#[path = "../../../partnership/tests/authority_table/samples/mod.rs"]
mod samples;

use std::collections::BTreeSet;

use crate::help::leaves;
use crate::quorate::Folder;

/// What is typed and is no command of the partnership.
const OTHERS: [&str; 95] = [
    "agent",
    "arrangement falls",
    "assessment gaps",
    "assessment matrix",
    "bank import",
    "bank status",
    "carrier forget",
    "carrier key",
    "carrier list",
    "carrier partner",
    "carrier run",
    "carrier send",
    "carrier take",
    "check",
    "compartment accept",
    "compartment accounts",
    "compartment card",
    "compartment checkpoint",
    "compartment create",
    "compartment enrol",
    "compartment forget",
    "compartment grant",
    "compartment invite",
    "compartment join",
    "compartment log",
    "compartment policy",
    "compartment remove",
    "compartment renew",
    "compartment roster",
    "decision show",
    "demo",
    "document add",
    "document get",
    "document list",
    "fund import-pledges",
    "fund liquidity",
    "init",
    "key adopt",
    "key change-passphrase",
    "key decrypt",
    "key encrypt",
    "key list",
    "key new",
    "line show",
    "member statement",
    "network join",
    "network new",
    "network show",
    "new",
    "node prune",
    "node run",
    "node status",
    "pages",
    "play",
    "product acknowledge",
    "product act",
    "product agree",
    "product answer",
    "product brief",
    "product combine",
    "product forward",
    "product hand-over",
    "product list",
    "product mark",
    "product new-key",
    "product open",
    "product release",
    "product seal",
    "product share",
    "product show",
    "product show-release",
    "product split",
    "product stix",
    "product taxii",
    "product ztdf",
    "record accounts-for",
    "record basis",
    "record checkpoint",
    "record consistency",
    "record data-package",
    "record export",
    "record genesis",
    "record instructions",
    "record publish",
    "record report",
    "record tiles",
    "room read",
    "room say",
    "rule",
    "sign",
    "simulate",
    "status",
    "submit",
    "verify",
    "wait",
];

#[test]
fn every_command_is_typed_by_its_name() {
    let typed = leaves(&Folder::new());
    // What is given by an option of another's line is named with it.
    let line = |name: &str| name.split(" --").next().unwrap_or(name).to_owned();
    let named = samples::samples().into_iter().map(|command| line(command.provision().name()));
    let all: BTreeSet<String> = named.chain(OTHERS.map(str::to_owned)).collect();
    assert_eq!(typed, all);
}
