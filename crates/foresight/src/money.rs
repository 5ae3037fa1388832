//! Money: is what was approved still payable when members do not pay what they owe?

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{BookId, Money, Side};
use quorate_partnership::Partnership;
use quorate_partnership::fund::book;
use quorate_records::words::amount;

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};

// The kinds of account that are added up here; their codes are part of the books' format.
const CASH: u16 = 100;
const DUE: u16 = 111;
const PREPAID: u16 = 200;
const ALLOCATED: u16 = 15;
const COMMITTED: u16 = 16;

/// By the charter alone: on what it depends.
pub(crate) fn of_charter(charter: &Charter) -> Finding {
    let fund = charter.fund();
    let counts = match fund.paid_in_counts() {
        Some(share) => format!("{} of the money paid in counts", quorate_records::words::needed(share)),
        None => "no money paid in counts".into(),
    };
    let says = format!(
        "what is approved and unpaid is at most the cash, whoever does not pay: {counts} towards commitment authority, \
         and nothing that is only due or signed; `--dir` adds up the books"
    );
    let place = Place::article(fund.number(), "money");
    Finding::new(
        Promise::Money,
        place,
        Outcome::Condition(says),
        "by what the article counts; a target binds nobody",
    )
}

/// By the books as they stand.
pub(crate) fn of_partnership(partnership: &Partnership) -> Finding {
    let charter = partnership.charter();
    let place = Place::article(charter.fund().number(), "money");
    let how = "by adding up the books anew: the cash less what is held for members, and the authority allocated and committed; \
               nothing due is counted, so it is the same for one, two or all that do not pay";
    Finding::new(Promise::Money, place, outcome(partnership, charter).unwrap_or_else(uncounted), how)
}

fn uncounted() -> Outcome {
    Outcome::Undecided("the books hold more than can be added up".into())
}

fn outcome(partnership: &Partnership, charter: &Charter) -> Option<Outcome> {
    let currency = charter.fund().currency();
    let sum = |book: BookId, code: u16, side: Side| -> Option<i128> {
        let of_kind = partnership.fund().books().accounts();
        let mut nets = of_kind.filter(|(in_book, account, _)| *in_book == book && account.code() == code);
        nets.try_fold(0_i128, |sum, (_, _, balance)| sum.checked_add(balance.net(side)))
    };
    let (cash, authority) = (book::cash(charter), book::authority(charter));
    let held = sum(cash, CASH, Side::Debit)?.checked_sub(sum(cash, PREPAID, Side::Credit)?)?;
    let unpaid =
        sum(authority, ALLOCATED, Side::Credit)?.checked_add(sum(authority, COMMITTED, Side::Credit)?)?;
    let told = |minor: i128| Money::new(minor, currency).ok().map(amount);
    let (have, need, due) = (told(held)?, told(unpaid)?, told(sum(cash, DUE, Side::Debit)?)?);
    Some(if unpaid <= held {
        let says = format!(
            "approved and unpaid {need} <= cash {have}: payable though any one, or any two, pay nothing more"
        );
        proven(says, Vec::from([format!("{due} is due from members and is not counted")]))
    } else {
        fails(
            format!("approved and unpaid {need} > cash {have}: it waits for the {due} that is due"),
            Vec::new(),
            Vec::new(),
        )
    })
}
