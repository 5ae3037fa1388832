//! A statement as camt.053.001.02 or .08 of ISO 20022. No entity is expanded but the five that XML has, and no document
//! type is read.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quorate_ledger::Money;

use super::{Code, Fault, Line, PENDING, Statement, add_text, currency, day};

/// How deep elements stand in one another at most.
const MAX_DEPTH: usize = 32;

/// What is being read: where one stands, and what was found there.
#[derive(Default)]
struct Place {
    /// The names of the elements around, from that of the statement on.
    path: String,
    ends: Vec<usize>,
    text: String,
    currency: String,
    line: Line,
    amount: String,
    debit: bool,
    transactions: usize,
    balance: String,
    statements: usize,
}

pub(super) fn read(text: &str) -> Result<Statement, Fault> {
    let mut reader = Reader::from_str(text);
    let (mut place, mut statement) = (Place::default(), Statement::default());
    loop {
        let at = reader.buffer_position();
        let fault = |what: &str| Fault::new(format!("byte {at}"), what);
        match reader.read_event().map_err(|error| fault(&error.to_string()))? {
            Event::Start(element) => place.opens(&element).map_err(|what| fault(&what))?,
            Event::Empty(element) => {
                place.opens(&element).map_err(|what| fault(&what))?;
                place.closes(&mut statement).map_err(|what| fault(&what))?;
            }
            Event::End(_) => place.closes(&mut statement).map_err(|what| fault(&what))?,
            Event::Text(words) => place.text.push_str(&words),
            Event::CData(words) => place.text.push_str(&words),
            Event::GeneralRef(entity) => {
                place.text.push(character(&entity).ok_or_else(|| fault("an entity that XML does not have"))?);
            }
            Event::DocType(_) => return Err(fault("a document type: a statement has none")),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    match place.statements {
        1 if place.ends.is_empty() => Ok(statement),
        1 => Err(Fault::new("the end", "the statement does not end")),
        0 => Err(Fault::new("the end", "it is no camt.053.001.02 or .08 with a statement")),
        more => Err(Fault::new("the end", format!("it has {more} statements: give one at a time"))),
    }
}

fn character(entity: &BytesRef<'_>) -> Option<char> {
    match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => entity.resolve_char_ref().ok().flatten(),
    }
}

impl Place {
    fn opens(&mut self, element: &BytesStart<'_>) -> Result<(), String> {
        if self.ends.len() >= MAX_DEPTH {
            return Err(format!("elements more than {MAX_DEPTH} deep"));
        }
        if self.ends.is_empty() {
            self.is_read(element)?;
        }
        self.ends.push(self.path.len());
        self.path.push('/');
        self.path.push_str(element.local_name().into_inner());
        self.text.clear();
        match self.path.as_str() {
            STMT => self.statements = self.statements.saturating_add(1),
            NTRY => {
                (self.line, self.transactions) = (Line::default(), 0);
                self.amount.clear();
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

    /// The document is of a kind that is read.
    fn is_read(&self, element: &BytesStart<'_>) -> Result<(), String> {
        let spaces = element.attributes().flatten().filter(|found| found.key.as_ref().starts_with("xmlns"));
        let known = |space: &str| {
            ["camt.053.001.02", "camt.053.001.08"].iter().any(|kind| space.ends_with(&format!(":{kind}")))
        };
        let is = element.local_name().into_inner() == "Document"
            && spaces.into_iter().any(|space| known(&space.value));
        if is { Ok(()) } else { Err("it is no camt.053.001.02 or .08".into()) }
    }

    fn closes(&mut self, statement: &mut Statement) -> Result<(), String> {
        let text = self.text.trim().to_owned();
        let line = &mut self.line;
        match self.path.as_str() {
            BAL_KIND => self.balance = text,
            BAL_AMT | NTRY_AMT => self.amount = text,
            BAL_SIDE | NTRY_SIDE => self.debit = text == "DBIT",
            BAL => match self.balance.as_str() {
                // The balance of the day before opens as well, where the bank gives no other.
                "OPBD" => statement.opening = Some(self.money()?),
                "PRCD" if statement.opening.is_none() => statement.opening = Some(self.money()?),
                "CLBD" => statement.closing = Some(self.money()?),
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
                if self.transactions > 1 {
                    line.unfit =
                        line.unfit.or(Some("it holds several payments: ask the bank for single bookings"));
                }
                statement.push(line, "an entry").map_err(|fault| fault.what)?;
            }
            _ => {}
        }
        self.text.clear();
        self.path.truncate(self.ends.pop().unwrap_or_default());
        Ok(())
    }

    fn money(&self) -> Result<Money, String> {
        let currency = currency(&self.currency).ok_or("an amount in no currency")?;
        let amount = Money::parse(&self.amount, currency).map_err(|error| error.to_string())?;
        if self.debit { amount.checked_neg().map_err(|error| error.to_string()) } else { Ok(amount) }
    }
}

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
