//! A door with a record behind it, and nobody who would order anything.

use std::sync::Arc;

use quorate_charter::{Charter, MemberCode};
use quorate_foresight::Assurance;
use quorate_partnership::{BlockId, DecisionNo, Digest, Extent, NodesDigest, PublicKey, TreeRoot};
use quorate_records::Records;
use quorate_records::proof::{Checkpoint, Note};
use quorate_web::{Act, Cosigned, Doorway, Field, FieldKind, NoProof, NodeSeen};
use tokio::sync::watch;

/// A record as it stands for ever, at each height that is told.
pub(crate) struct Still {
    records: Arc<Records>,
    text: Arc<str>,
    assurance: Option<Arc<Assurance>>,
    heights: watch::Sender<u64>,
}

impl Still {
    /// A record, with what is found of its charter if that is asked.
    pub(crate) fn of(records: Records, text: &str, checked: bool) -> Arc<Still> {
        let assurance = checked.then(|| Arc::new(Assurance::of(&Charter::read(text).unwrap())));
        let (heights, _) = watch::channel(records.height());
        Arc::new(Still { records: Arc::new(records), text: text.into(), assurance, heights })
    }

    /// Tells of a block, though nothing came with it.
    #[allow(dead_code, reason = "a benchmark asks for it")]
    pub(crate) fn comes(&self, height: u64) {
        self.heights.send_replace(height);
    }
}

impl Doorway for Still {
    fn member(&self) -> Option<MemberCode> {
        "CAN".parse().ok()
    }

    fn records(&self) -> Arc<Records> {
        Arc::clone(&self.records)
    }

    fn watch(&self) -> watch::Receiver<u64> {
        self.heights.subscribe()
    }

    fn assurance(&self) -> Option<Arc<Assurance>> {
        self.assurance.clone()
    }

    fn charter_text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    fn nodes(&self) -> Vec<NodeSeen> {
        let seen = |(member, _)| NodeSeen {
            member,
            this: Some(member) == self.member(),
            heard: true,
            height: Some(self.records.height()),
            named: Vec::new(),
        };
        self.records.charter().members().map(seen).collect()
    }

    /// A checkpoint where the charter was checked, too.
    fn checkpoint(&self) -> Option<Arc<Cosigned>> {
        self.assurance.as_ref()?;
        let extent = Extent { size: 1 << 20, root: TreeRoot([1; 32]), digest: Digest([2; 32]) };
        let checkpoint = Checkpoint {
            partnership: self.records.id(),
            extent,
            height: self.records.height(),
            block: BlockId([3; 32]),
            moment: self.records.at(),
            nodes: NodesDigest([4; 32]),
        };
        let signers: Vec<MemberCode> = ["CAN", "DEU"].iter().filter_map(|code| code.parse().ok()).collect();
        let signed: Vec<_> = signers.iter().map(|member| (*member, PublicKey([5; 32]), [6; 64])).collect();
        Some(Arc::new(Cosigned { note: Note::new(checkpoint, &signed), signers, nodes: 4 }))
    }

    fn proof(&self, decision: DecisionNo) -> Result<Vec<u8>, NoProof> {
        Ok(format!("the file of {decision}").into_bytes())
    }

    fn acts(&self) -> Arc<[Act]> {
        let field = |(name, kind): (&str, FieldKind)| Field {
            name: name.into(),
            help: "What it means.".into(),
            kind,
            required: !name.starts_with('-'),
        };
        let choices = ["in-favour", "against"].map(str::to_owned).into();
        let fields = [
            ("decision", FieldKind::Line),
            ("vote", FieldKind::Choice(choices)),
            ("--explanation", FieldKind::Lines),
            ("--ad-referendum", FieldKind::Flag),
        ];
        let fields: Vec<Field> = fields.map(field).into();
        let (about, page): (String, String) = ("Vote on a decision".into(), "Votes.".into());
        let act = |name: &str| Act {
            name: name.into(),
            about: about.clone(),
            page: page.clone(),
            fields: fields.clone(),
        };
        ["open", "withdraw", "vote", "object", "proxy", "execute"]
            .map(|verb| act(&format!("decision {verb}")))
            .into()
    }
}
