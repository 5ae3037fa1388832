//! One case: what was asked for, the decision, the tranches with the signatures of their payments, and what is left.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use quorate_partnership::DecisionNo;
use quorate_records::{Cell, Register};

use crate::error;
use crate::parts::{
    self, Head, Part, Pattern, Row, Rows, all_rows, newest_in, newest_of, rows, rows_of, sheet,
};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// Further registers in which a case stands.
const FURTHER: [(&str, Register); 6] = [
    ("loans", Register::Loans),
    ("agreements", Register::FinancingAgreements),
    ("case-reports", Register::UseReports),
    ("needs", Register::Needs),
    ("offers", Register::Offers),
    ("elsewhere", Register::FundingElsewhere),
];

pub(crate) async fn show(visit: Visit, Path((_, number)): Path<(String, String)>) -> Response {
    let table = newest_in(&visit.records, Register::Cases, "case", &number);
    let Some(case) = rows_of(&table, "case", &number).first().copied() else {
        return error::nowhere().await;
    };
    visit.page(Chapter::Cases, |page| Content {
        title: page.with("case-title", &[("number", &number)]),
        body: html! {
            p.lead translate="no" { (case.given("purpose")) }
            (about(page, case))
            (money(page, case))
            (decision(page, case))
            (tranches(page, &number))
            @for (key, register) in FURTHER { (further(page, key, register, &number)) }
        },
    })
}

fn about(page: &Page<'_>, case: Row<'_>) -> Markup {
    html! {
        dl.about {
            @for key in ["stage", "kind"] { (case.about(page, key)) }
            @for key in ["beneficiary", "payee"] { (case.about_given(page, key)) }
        }
    }
}

fn minor(cell: &Cell) -> i128 {
    match cell {
        Cell::Money(amount) => amount.minor(),
        _ => 0,
    }
}

/// What was asked for, what is paid of it, and what is left.
fn money(page: &Page<'_>, case: Row<'_>) -> Markup {
    let (total, paid) = (minor(case.cell("total")), minor(case.cell("paid")));
    let left = total.saturating_sub(paid).max(0);
    let currency = page.records().charter().fund().currency();
    let amount = |minor| quorate_ledger::Money::new(minor, currency).ok();
    let says = page.with("case-paid-says", &[("paid", &case.given("paid")), ("total", &case.given("total"))]);
    let parts =
        [Part { pattern: Pattern::Solid, minor: paid }, Part { pattern: Pattern::Hatched, minor: left }];
    html! {
        section {
            (parts::heading_of(page, &page.t("case-money"), Register::Cases, ("case", &case.plain("case"))))
            @if total > 0 { (parts::shares(&page.t("case-money"), &says, total, &parts)) }
            @else { }
            dl.figures {
                @for (label, money) in [
                    (case.heading(page, "total"), amount(total)),
                    (case.heading(page, "paid"), amount(paid)),
                    (page.t("case-left"), amount(left)),
                    (case.heading(page, "recovered"), amount(minor(case.cell("recovered")))),
                ] {
                    div.figure { dt { (label) } dd { (parts::money(page, money)) } }
                }
            }
        }
    }
}

fn decision(page: &Page<'_>, case: Row<'_>) -> Markup {
    let number = case.plain("decision").parse().ok().map(DecisionNo);
    let outlook = number.and_then(|number| page.records().outlook(number));
    html! {
        section {
            h2 { (page.t("case-decision")) }
            @match outlook {
                None => { p.none { (page.t("case-undecided")) } }
                Some(outlook) => {
                    @let link = page.to(&format!("/decisions/{}", outlook.decision.0));
                    p {
                        a href=(link) { (page.with("decision-title", &[("number", &outlook.decision.0.to_string())])) }
                        (parts::colon(page)) strong { (page.language().say_in("decisions", outlook.stage)) }
                        @if let Some(vote) = &outlook.vote { ". " (page.told(&vote.verdict)) }
                    }
                }
            }
        }
    }
}

/// Each tranche, and its payments with who signed them.
fn tranches(page: &Page<'_>, number: &str) -> Markup {
    let table = newest_of(page, Register::Tranches, "case", number);
    let payments = newest_of(page, Register::Payments, "case", number);
    let payments = all_rows(&payments);
    let heads: Vec<Head> = ["Tranche", "Amount", "Condition", "Attested by", "Stage", "Payments"]
        .into_iter()
        .map(|heading| (page.told(heading), heading == "Amount"))
        .collect();
    let line = |row: &Row<'_>| {
        let tranche = row.plain("tranche");
        let own = payments.iter().filter(|payment| payment.plain("tranche") == tranche);
        vec![
            html! { (tranche) },
            html! { (row.given("amount")) },
            html! { span translate="no" { (page.language().say_before(&row.plain("condition"))) } },
            html! { (row.given("attested_by")) },
            html! { (row.told(page, "stage")) },
            html! { ul.plain { @for payment in own { li { (paid(page, *payment)) } } } },
        ]
    };
    let lines: Vec<Vec<Markup>> = all_rows(&table).iter().map(line).collect();
    html! {
        section {
            (parts::heading_of(page, &page.t("tranches"), Register::Tranches, ("case", number)))
            (sheet(page, &page.t("tranches"), &heads, &lines))
        }
    }
}

/// A payment: its stage, who signed, and who else could have.
fn paid(page: &Page<'_>, payment: Row<'_>) -> Markup {
    html! {
        a href=(format!("{}?payment={}", page.to("/record/payments"), payment.plain("payment"))) { (payment.plain("payment")) } (parts::colon(page))
        (payment.told(page, "stage")) ", "
        (page.with("case-signed", &[("members", &payment.given("signed_by")), ("able", &payment.plain("able"))]))
    }
}

/// The rows of a register that are of this case.
fn further(page: &Page<'_>, key: &str, register: Register, number: &str) -> Markup {
    let table = newest_of(page, register, "case", number);
    html! {
        @if !table.rows.is_empty() {
            section {
                (parts::heading_of(page, &page.t(key), register, ("case", number)))
                (rows(page, &table, &Rows::default()))
            }
        }
    }
}
