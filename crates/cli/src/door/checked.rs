//! What is found of the charter in force: asked again when the text or who holds which office changes.

use std::thread::JoinHandle;

use quorate_charter::Charter;
use quorate_foresight::{Assurance, Kept};
use quorate_node::Node;
use quorate_partnership::Partnership;
use quorate_records::{Records, Register};

/// Of which text and which credentials something was last asked.
#[derive(Default)]
pub(super) struct Checking {
    of: Option<(u32, usize, usize)>,
    /// The height at which it was last looked at: nothing changes without a block.
    at: Option<u64>,
    running: Option<JoinHandle<()>>,
}

impl Checking {
    /// Whether there is something new to ask, and nothing is being asked.
    pub(super) fn is_due(&mut self, node: &Node) -> bool {
        if self.running.as_ref().is_some_and(|running| !running.is_finished()) {
            return false;
        }
        let records = node.records();
        if self.at == Some(records.height()) {
            return false;
        }
        self.at = Some(records.height());
        let of = (
            records.text_version(),
            records.register(Register::Credentials).rows.len(),
            records.charter().members().count(),
        );
        let is_new = self.of != Some(of);
        self.of = Some(of);
        is_new
    }

    /// It is being asked.
    pub(super) fn began(&mut self, running: Option<JoinHandle<()>>) {
        self.running = running;
    }
}

/// What is found. The procedure is run where the text is the whole charter: not once members have acceded beside it.
pub(super) fn check(partnership: &Partnership, records: &Records, text: &str, alone: bool) -> Assurance {
    let kept = if alone { Kept::ByOneNode } else { Kept::ByNodes(partnership.nodes().count()) };
    let found = Assurance::of_partnership(partnership, &records.liquidity(), kept);
    match Charter::read(text) {
        Ok(charter) if charter == *partnership.charter() => found.rehearsed(&charter, text),
        _ => found,
    }
}
