//! What the others advanced for a member in default, and give back as it pays. Article: calls.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{BookId, Entry, Money, ProRata, Side};

use super::About;
use super::about::Asked;
use super::chart::account;
use crate::ids::CallNo;

/// By call and member in default: what is still to be given back, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Advances {
    #[n(0)]
    open: BTreeMap<(CallNo, MemberCode), BTreeMap<MemberCode, Money>>,
}

impl Advances {
    pub(super) fn add(&mut self, call: CallNo, debtor: MemberCode, parts: &[Asked]) {
        let open = self.open.entry((call, debtor)).or_default();
        for part in parts {
            let before = open.get(&part.member).copied().unwrap_or(Money::zero(part.amount.currency()));
            // The books hold the same sums and have admitted them.
            open.insert(part.member, before.checked_add(part.amount).unwrap_or(before));
        }
    }

    /// Takes note of what an entry gives back.
    pub(super) fn note(&mut self, entry: &Entry, about: &About) {
        let (BookId::Cash(_), About::StepUp { call, of }) = (entry.book(), about) else { return };
        let gives = |code, side| (code, side) == (account::REIMBURSABLE, Side::Debit);
        for leg in entry.legs().iter().filter(|leg| gives(leg.account().code(), leg.side())) {
            let Ok(creditor) = leg.account().of().parse::<MemberCode>() else { continue };
            if let Ok(amount) = Money::new(leg.minor(), entry.book().currency()) {
                self.given_back(*call, *of, creditor, amount);
            }
        }
    }

    fn given_back(&mut self, call: CallNo, debtor: MemberCode, creditor: MemberCode, amount: Money) {
        let Some(open) = self.open.get_mut(&(call, debtor)) else { return };
        if let Some(left) = open.get_mut(&creditor) {
            *left = left.checked_sub(amount).unwrap_or(*left);
        }
        open.retain(|_, left| left.is_positive());
        if open.is_empty() {
            self.open.remove(&(call, debtor));
        }
    }

    /// Gives back what the debtor pays, in the proportions in which the others advanced it, to the unit.
    pub(super) fn give_back(&mut self, call: CallNo, debtor: MemberCode, paid: Money) -> Vec<Asked> {
        let open: Vec<(MemberCode, Money)> =
            self.open.get(&(call, debtor)).into_iter().flatten().map(|(to, left)| (*to, *left)).collect();
        let weights = open.iter().map(|(_, left)| u64::try_from(left.minor()).unwrap_or_default()).collect();
        let total = u64::try_from(paid.minor()).unwrap_or_default();
        // F27: a part is at most its weight, which is what is still to be given back to that member.
        let shares = ProRata::new(weights).and_then(|series| series.share(total));
        let parts = shares.map(|shares| shares.parts).unwrap_or_default();
        let mut back = Vec::new();
        for ((member, _), part) in open.into_iter().zip(parts) {
            if let Ok(amount) = Money::new(i128::from(part), paid.currency())
                && amount.is_positive()
            {
                self.given_back(call, debtor, member, amount);
                back.push(Asked { member, amount });
            }
        }
        back
    }
}
