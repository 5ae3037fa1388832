//! Who is in, and who is a member, as an agent knows it at a moment.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;

use super::roster::hex;
use super::{MAX_ROSTERS, Refusal, Roster};

/// What a policy is made from, and compared with when it decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The members of the partnership, by charter and record.
    pub members: BTreeSet<MemberCode>,
    /// The rosters of compartments.
    pub rosters: Vec<Roster>,
}

impl Known {
    /// What stands at the beginning of a policy's text. It says what the policy was made from, not that it does what it says.
    ///
    /// # Errors
    /// [`Refusal::NotOurs`].
    pub fn of_policy(text: &str) -> Result<Known, Refusal> {
        let mut lines = text.lines();
        if lines.next() != Some("// quorate policy 1") {
            return Err(Refusal::NotOurs);
        }
        let mut known = Known { members: members(lines.next(), "// members")?, rosters: Vec::new() };
        for line in lines.take_while(|line| !line.is_empty()).take(MAX_ROSTERS.saturating_add(1)) {
            known.rosters.push(roster(line).ok_or(Refusal::NotOurs)?);
        }
        if known.rosters.len() > MAX_ROSTERS { Err(Refusal::TooManyRosters) } else { Ok(known) }
    }
}

/// The members that follow a word.
fn members(line: Option<&str>, word: &str) -> Result<BTreeSet<MemberCode>, Refusal> {
    let codes = line.and_then(|line| line.strip_prefix(word)).ok_or(Refusal::NotOurs)?;
    let members: Result<BTreeSet<MemberCode>, _> = codes.split_whitespace().map(str::parse).collect();
    members.map_err(|_| Refusal::NotOurs)
}

fn roster(line: &str) -> Option<Roster> {
    let (compartment, rest) = line.strip_prefix("// compartment ")?.split_once(" epoch ")?;
    let (epoch, rest) = rest.split_once(" digest ")?;
    let (digest, codes) = rest.split_once(" members")?;
    let roster =
        Roster::of(compartment.parse().ok()?, epoch.parse().ok()?, members(Some(codes), "").ok()?).ok()?;
    (hex(&roster.digest()) == digest).then_some(roster)
}
