//! Who is in the vectors: five members' agents, of keys in the open.

use std::collections::BTreeMap;

use quorate_partnership::Moment;
use serde_json::{Value, json};

use super::hex;
use crate::agent::testing::{NOW, PARTNERSHIP, Record, of_seed, representative};
use crate::agent::{Credential, Identity, Secret};
use crate::compartment::{CompartmentId, Now};

const MEMBERS: [(&str, u8); 5] = [("CAN", 1), ("DEU", 2), ("FRA", 3), ("GBR", 4), ("NOR", 5)];

pub(crate) struct Cast {
    record: Record,
    agents: BTreeMap<&'static str, Identity>,
}

impl Cast {
    pub(crate) const COMPARTMENT: CompartmentId = CompartmentId([0x11; 32]);
    pub(crate) const EPOCH: u64 = 3;
    pub(crate) const LOG_KEY: [u8; 32] = [0x22; 32];
    pub(crate) const ARCHIVE_KEY: [u8; 32] = [0x33; 32];

    pub(crate) fn new() -> Cast {
        let record = Record::default();
        let agent = |(member, seed)| (member, of_seed(&record, &format!("{member}/representative"), seed));
        let agents = MEMBERS.map(agent).into();
        Cast { record, agents }
    }

    pub(crate) fn now(&self, at: u64) -> Now<'_> {
        Now { at: Moment(at), partnership: PARTNERSHIP, record: &self.record }
    }

    pub(crate) fn agent(&self, member: &str) -> &Identity {
        &self.agents[member]
    }

    pub(crate) fn credential(&self, member: &str) -> Credential {
        self.agent(member).credential().unwrap()
    }

    pub(crate) fn log_key() -> Secret {
        Secret::of(&Cast::LOG_KEY)
    }

    pub(super) fn keys(&self) -> Value {
        let agent = |(member, seed): (&str, u8)| {
            let post = format!("{member}/representative");
            json!({
                "post": post,
                "representative_seed": hex(representative(&post).as_bytes()),
                "agent_seed": hex(&[seed; 32]),
                "agent_public": hex(&self.agent(member).public().0),
                "exchange_seed": hex(&[seed | 0x80; 32]),
            })
        };
        json!({
            "partnership": hex(&PARTNERSHIP.0),
            "now": NOW.0,
            "agents": MEMBERS.map(agent),
            "compartment": hex(&Cast::COMPARTMENT.0),
            "epoch": Cast::EPOCH,
            "class": "year",
            "archive_key": hex(&Cast::ARCHIVE_KEY),
            "log_key": hex(&Cast::LOG_KEY),
        })
    }
}
