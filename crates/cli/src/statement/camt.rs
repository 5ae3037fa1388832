//! A statement as camt.053.001.02 or .08 of ISO 20022. No entity is expanded but the five that XML has, and no document
//! type is read.

use quick_xml::events::BytesStart;
use quorate_ledger::Money;

use super::{Code, Fault, Line, PENDING, Statement, add_text, currency, day};
use crate::elements::{self, ElementFault, Elements};

/// What is being read, and what was found.
#[derive(Default)]
struct Place {
    statement: Statement,
    currency: String,
    line: Line,
    amount: String,
    /// Whether it is a debit; `None` where that is not said.
    debit: Option<bool>,
    transactions: usize,
    balance: String,
    statements: usize,
}

pub(super) fn read(text: &str) -> Result<Statement, Fault> {
    let mut place = Place::default();
    let ended = elements::read(text, &mut place)?;
    match place.statements {
        1 if ended => Ok(place.statement),
        1 => Err(Fault::new("the end", "the statement does not end")),
        0 => Err(Fault::new("the end", "it is no camt.053.001.02 or .08 with a statement")),
        more => Err(Fault::new("the end", format!("it has {more} statements: give one at a time"))),
    }
}

impl From<ElementFault> for Fault {
    fn from(fault: ElementFault) -> Fault {
        Fault::new(format!("byte {}", fault.byte), fault.what)
    }
}

/// The kinds of document that are read.
const KINDS: [&str; 2] = ["camt.053.001.02", "camt.053.001.08"];

impl Elements for Place {
    fn opens(&mut self, path: &str, element: &BytesStart<'_>) -> Result<(), String> {
        if path == DOCUMENT && !elements::kind_of(element).is_some_and(|kind| KINDS.contains(&kind.as_str()))
        {
            return Err("it is no camt.053.001.02 or .08".into());
        }
        match path {
            STMT => self.statements = self.statements.saturating_add(1),
            // Nothing of what stood before counts for what comes.
            BAL | NTRY => {
                (self.line, self.transactions, self.debit) = (Line::default(), 0, None);
                (self.amount, self.currency, self.balance) = Default::default();
            }
            TXDTLS => self.transactions = self.transactions.saturating_add(1),
            BAL_AMT | NTRY_AMT => {
                let found = element.try_get_attribute("Ccy").ok().flatten();
                self.currency = found.map(|found| found.value.into_owned()).unwrap_or_default();
            }
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, path: &str, text: &str) -> Result<(), String> {
        let text = text.trim().to_owned();
        let line = &mut self.line;
        match path {
            BAL_KIND => self.balance = text,
            BAL_AMT | NTRY_AMT => self.amount = text,
            BAL_SIDE | NTRY_SIDE => {
                self.debit = match text.as_str() {
                    "DBIT" => Some(true),
                    "CRDT" => Some(false),
                    _ => None,
                }
            }
            BAL => match self.balance.as_str() {
                // The balance of the day before opens as well, where the bank gives no other.
                "OPBD" => self.statement.opening = Some(self.money()?),
                "PRCD" if self.statement.opening.is_none() => self.statement.opening = Some(self.money()?),
                "CLBD" => self.statement.closing = Some(self.money()?),
                _ => {}
            },
            NTRY_STS_02 | NTRY_STS_08 if text == "PDNG" || text == "FUTR" || text == "INFO" => {
                line.unfit = Some(PENDING);
            }
            NTRY_DATE | NTRY_TIME => line.value_date = day(&text),
            NTRY_REF => line.reference = text,
            NTRY_CODE => line.code = Code::read(&text),
            TX_E2E | TX_TEXT => add_text(line, &text),
            TX_REF if line.reference.is_empty() => line.reference = text,
            NTRY => {
                let mut line = core::mem::take(&mut self.line);
                line.amount = self.money().ok();
                if self.debit.is_none() {
                    line.unfit = line.unfit.or(Some(NO_SIDE));
                }
                if self.transactions > 1 {
                    line.unfit =
                        line.unfit.or(Some("it holds several payments: ask the bank for single bookings"));
                }
                self.statement.push(line, "an entry").map_err(|fault| fault.what)?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Place {
    fn money(&self) -> Result<Money, String> {
        let currency = currency(&self.currency).ok_or("an amount in no currency")?;
        let amount = Money::parse(&self.amount, currency).map_err(|error| error.to_string())?;
        if self.debit.ok_or(NO_SIDE)? {
            amount.checked_neg().map_err(|error| error.to_string())
        } else {
            Ok(amount)
        }
    }
}

const NO_SIDE: &str = "it says neither CRDT nor DBIT";
const DOCUMENT: &str = "/Document";
const STMT: &str = "/Document/BkToCstmrStmt/Stmt";
const BAL: &str = "/Document/BkToCstmrStmt/Stmt/Bal";
const BAL_KIND: &str = "/Document/BkToCstmrStmt/Stmt/Bal/Tp/CdOrPrtry/Cd";
const BAL_AMT: &str = "/Document/BkToCstmrStmt/Stmt/Bal/Amt";
const BAL_SIDE: &str = "/Document/BkToCstmrStmt/Stmt/Bal/CdtDbtInd";
const NTRY: &str = "/Document/BkToCstmrStmt/Stmt/Ntry";
const NTRY_AMT: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/Amt";
const NTRY_SIDE: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/CdtDbtInd";
const NTRY_STS_02: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/Sts";
const NTRY_STS_08: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/Sts/Cd";
const NTRY_DATE: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/ValDt/Dt";
const NTRY_TIME: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/ValDt/DtTm";
const NTRY_REF: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/AcctSvcrRef";
const NTRY_CODE: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/BkTxCd/Domn/Fmly/SubFmlyCd";
const TXDTLS: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls";
const TX_E2E: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls/Refs/EndToEndId";
const TX_REF: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls/Refs/AcctSvcrRef";
const TX_TEXT: &str = "/Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls/RmtInf/Ustrd";
