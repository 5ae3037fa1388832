//! A door on records alone.

use std::sync::Arc;

use quorate_charter::{Charter, MemberCode, Office};
use quorate_foresight::Assurance;
use quorate_ledger::{Currency, Money};
use quorate_partnership::cases::{self, Terms};
use quorate_partnership::decisions::{self, Choice, Effect, Open, Table, Vote};
use quorate_partnership::fund::{self, Indicate, SignAgreement, Standing};
use quorate_partnership::{
    BlockId, Booked, CaseNo, Command, CommandId, DecisionNo, Digest, Extent, Founder, Genesis, Moment,
    Nature, NodesDigest,
};
use quorate_records::Records;
use quorate_records::proof::{Begun, Checkpoint, Note, Whole};
use quorate_web::{Acceptance, Doorway, NoProof, NoRecords, NodeSeen, NotTaken, Refused};
use tokio::sync::watch;

use crate::world::{World, begun, key};

pub(crate) const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
pub(crate) const FRAMEWORK: &str = include_str!("../../../../charters/framework.toml");

/// What stands behind the interface in a test.
pub(crate) struct Door {
    genesis: Genesis,
    booked: Vec<Booked>,
    records: Records,
    text: &'static str,
    assurance: Option<Arc<Assurance>>,
    heights: watch::Sender<u64>,
}

impl Door {
    /// A partnership in which something happened.
    pub(crate) fn open() -> Arc<Door> {
        Arc::new(Door::of(happened()))
    }

    /// The same, once the findings are there.
    pub(crate) fn with_findings() -> Arc<Door> {
        let found = Assurance::of(&Charter::read(CHARTER).unwrap());
        Arc::new(Door { assurance: Some(Arc::new(found)), ..Door::of(happened()) })
    }

    fn of(World { genesis, booked, records, .. }: World) -> Door {
        let (heights, _) = watch::channel(records.height());
        Door { genesis, booked, records, text: CHARTER, assurance: None, heights }
    }

    /// A framework, which has no fund.
    pub(crate) fn without_fund() -> Arc<Door> {
        let charter = Charter::read(FRAMEWORK).unwrap();
        let keys = |at: u8| (key(at), key(at + 8), key(at + 16));
        let founder = |(at, (member, _))| {
            let (root, recovery, node) = keys(at);
            Founder { member, root, recovery, node }
        };
        let founders = (0..).zip(charter.members()).map(founder).collect();
        let begins = Moment(1_767_225_600_000);
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, begins, FRAMEWORK, founders).unwrap();
        let (records, (heights, _)) = (begun(&genesis), watch::channel(0));
        Arc::new(Door { genesis, booked: Vec::new(), records, text: FRAMEWORK, assurance: None, heights })
    }
}

fn usd(cents: i128) -> Money {
    Money::new(cents, Currency::from_code("USD").unwrap()).unwrap()
}

fn happened() -> World {
    let mut world = World::under(CHARTER);
    let mut give = |member: &str, office, command: Command| world.give(member, office, command);
    let amount = Some(usd(1_500_000_000_050));
    let source = "the press, \"unverified\"".parse().unwrap();
    let of = "FRA".parse().unwrap();
    let indicate = Indicate { of, standing: Standing::Announced, amount, source };
    give("GBR", Office::Representative, fund::Command::Indicate(indicate).into());
    let agreement = SignAgreement { paid_in: usd(90_000), callable: usd(40_001), instalments: None };
    give("GBR", Office::Root, fund::Command::SignAgreement(agreement).into());
    let terms = Terms { amount: usd(100), condition: "delivered".parse().unwrap(), ahead: None };
    let (purpose, payee) = ("=1+1".parse().unwrap(), "account, \"1\"".parse().unwrap());
    let request = cases::Request { purpose, payee, tranches: vec![terms], kind: None };
    give("CAN", Office::Representative, cases::Command::Request(request).into());
    let table = Table { title: "Help".parse().unwrap(), effect: Effect::Assist { case: CaseNo(1) } };
    give("CAN", Office::Representative, decisions::Command::Table(table).into());
    let open = Open { decision: DecisionNo(1) };
    give("CAN", Office::Representative, decisions::Command::Open(open).into());
    for (member, choice) in [("DEU", Choice::InFavour), ("FRA", Choice::Against)] {
        let vote = Vote::plain(DecisionNo(1), choice, None);
        give(member, Office::Representative, decisions::Command::Vote(vote).into());
    }
    world
}

/// The command that is accepted, refused, or asked for.
pub(crate) const ID: CommandId = CommandId([0xab; 32]);

fn refused() -> Refused {
    Refused {
        rule: "F3".parse().unwrap(),
        article: 12,
        what: "`USA` is no member".into(),
        remedy: "name a member".into(),
    }
}

impl Doorway for Door {
    fn member(&self) -> Option<MemberCode> {
        "DEU".parse().ok()
    }

    fn records(&self) -> Arc<Records> {
        Arc::new(self.records.clone())
    }

    fn watch(&self) -> watch::Receiver<u64> {
        self.heights.subscribe()
    }

    fn assurance(&self) -> Option<Arc<Assurance>> {
        self.assurance.clone()
    }

    fn charter_text(&self) -> Arc<str> {
        self.text.into()
    }

    fn nodes(&self) -> Vec<NodeSeen> {
        let node = |member: &str, this, height: Option<u64>| {
            let (member, heard) = (member.parse().unwrap(), height.is_some());
            NodeSeen { member, this, heard, height, named: Vec::new() }
        };
        vec![node("DEU", true, Some(3)), node("FRA", false, None)]
    }

    fn records_at(&self, height: u64) -> Result<Arc<Records>, NoRecords> {
        match height {
            1 => Err(NoRecords::Gone(2)),
            2 => Err(NoRecords::TooMuch(10_000)),
            3 => Err(NoRecords::Busy),
            4 => Err(NoRecords::Unreadable),
            height if height > self.records.height() => Err(NoRecords::Ahead(self.records.height())),
            _ => {
                let mut records = begun(&self.genesis);
                self.booked
                    .iter()
                    .filter(|booked| booked.height <= height)
                    .for_each(|booked| records.hear(booked));
                Ok(Arc::new(records))
            }
        }
    }

    fn begun(&self, height: u64) -> Result<Begun, NoProof> {
        match height {
            1 => Err(NoProof::Busy),
            2 => Err(NoProof::Away),
            3 => Err(NoProof::TooMuch(100_000)),
            4 => Err(NoProof::None("no checkpoint is signed by enough of the members' nodes".into())),
            _ => {
                let whole = Whole { events: self.booked.clone(), ..Whole::default() };
                let size = u64::try_from(whole.events.len()).unwrap();
                let root = whole.root_at(size).unwrap();
                let checkpoint = Checkpoint {
                    partnership: self.records.id(),
                    extent: Extent { size, root, digest: Digest([2; 32]) },
                    height: self.records.height(),
                    block: BlockId([3; 32]),
                    moment: self.records.at(),
                    nodes: NodesDigest([4; 32]),
                };
                let note = Note::new(checkpoint, &[("DEU".parse().unwrap(), key(1), [6; 64])]);
                Ok(Begun::of(&whole, &note, height).unwrap())
            }
        }
    }

    fn proof(&self, decision: DecisionNo) -> Result<Vec<u8>, NoProof> {
        Ok(format!("the file of {decision}").into_bytes())
    }

    fn submit(&self, signed: &[u8]) -> Result<Acceptance, NotTaken> {
        let unauthentic = |rule: &str| NotTaken::Unauthentic {
            rule: rule.parse().unwrap(),
            what: "what is wrong".into(),
            remedy: "what to do".into(),
        };
        let refusal = match signed {
            b"accepted" => None,
            b"refused" => Some(refused()),
            b"signature" => return Err(unauthentic("A2")),
            b"many" => return Err(unauthentic("A5")),
            b"waits" => return Err(NotTaken::NotYet),
            b"away" => return Err(NotTaken::Away),
            b"failed" => return Err(NotTaken::Failed("the disk is full".into())),
            other => return Err(NotTaken::Form(format!("{} bytes of no command", other.len()))),
        };
        Ok(Acceptance { id: ID, height: 41, position: 2, refusal })
    }

    fn command(&self, id: CommandId) -> Option<Acceptance> {
        (id == ID).then(|| Acceptance { id, height: 41, position: 2, refusal: Some(refused()) })
    }
}
