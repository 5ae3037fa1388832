//! Write payments that are with the bank as messages for the bank.

use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::{Args, ValueEnum};
use quorate_records::{Debtor, Instruction, MessageForm, instructions};

use crate::args::At;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write payments that are with the bank as messages for the bank", long_about = include_str!("instructions.md").trim_end())]
pub(crate) struct Instructions {
    /// The folder; a file for each payment.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The fund's name, as the bank has it.
    #[arg(long, value_name = "NAME")]
    debtor: String,
    /// The fund's account at the bank: its IBAN, or another number of at most 34 characters.
    #[arg(long, value_name = "ACCOUNT")]
    account: String,
    /// The BIC of the fund's bank.
    #[arg(long, value_name = "BIC")]
    bank: String,
    /// The form: from a customer to its bank, or between institutions.
    #[arg(long, value_enum, default_value_t = Message::Customer)]
    message: Message,
}

/// The form of a message.
#[derive(Clone, Copy, ValueEnum)]
enum Message {
    /// pain.001.001.09
    #[value(name = "pain.001")]
    Customer,
    /// pacs.009.001.08
    #[value(name = "pacs.009")]
    Institution,
}

impl Message {
    fn form(self) -> MessageForm {
        match self {
            Message::Customer => MessageForm::Customer,
            Message::Institution => MessageForm::Institution,
        }
    }
}

impl Instructions {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let debtor = Debtor::new(&self.debtor, &self.account, &self.bank)
            .map_err(|unfit| Failure::usage(unfit.to_string(), unfit.remedy()))?;
        let session = Session::open(at)?;
        Failure::without_fund(session.node().records().charter())?;
        let orders = instructions(session.node().records(), &debtor, self.message.form());
        if orders.is_empty() {
            return screen.line("no payment is with the bank: there is nothing to instruct");
        }
        fs::create_dir_all(&self.out).map_err(|source| Failure::File {
            path: self.out.clone(),
            to_be: "written",
            source,
        })?;
        // What cannot be said of one payment keeps no other back.
        let mut unfit = None;
        for (payment, order) in orders {
            match order {
                Ok(order) => self.write(&order, screen)?,
                Err(reason) => {
                    screen.line(&format!("{payment}: no message"))?;
                    unfit.get_or_insert((payment, reason));
                }
            }
        }
        match unfit {
            Some((payment, reason)) => Err(Failure::usage(format!("{payment}: {reason}"), reason.remedy())),
            None => Ok(()),
        }
    }

    /// Writes a message once: the same again changes nothing, and another in its place, or in another form, is refused.
    fn write(&self, order: &Instruction, screen: &mut Screen) -> Result<(), Failure> {
        let form = self.message.form();
        let path =
            |form: MessageForm| self.out.join(format!("payment-{}.{}.xml", order.payment.0, form.name()));
        if let Some(other) =
            MessageForm::ALL.into_iter().filter(|other| *other != form).map(path).find(|path| path.exists())
        {
            return Err(another(&other, &order.id));
        }
        let path = path(form);
        let became = match fs::read(&path) {
            Ok(found) if found == order.text.as_bytes() => "is there already, the same to the last byte",
            Ok(_) => return Err(another(&path, &order.id)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                write_new(&path, order.text.as_bytes())?;
                "written"
            }
            Err(source) => return Err(Failure::File { path, to_be: "read", source }),
        };
        let (payment, amount, to) = (order.payment, order.amount.grouped(), &order.creditor);
        screen.line(&format!("{payment}: {amount} to {to}"))?;
        screen.line(&format!("  {} {became}, message {}", shell(&path), order.id))
    }
}

fn another(path: &Path, id: &str) -> Failure {
    let what = format!("{} holds another message than the record gives for {id}", shell(path));
    Failure::usage(what, "see whether the bank has it: a bank takes one id once; then name another folder")
}
