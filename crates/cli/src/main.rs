//! The binary `quorate`: what is typed, and how everything is wired together.

mod args;
mod bank_answer;
mod commands;
mod compartments;
mod door;
mod elements;
mod failure;
mod format;
mod keeper;
mod pledge_table;
mod present;
mod rows;
mod session;
mod signatory;
mod statement;
mod story;
mod taxii;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;
use crate::present::Screen;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(message) => {
            // Help and version go to the standard output, misuse to the standard error.
            let code = if message.use_stderr() { failure::USAGE } else { 0 };
            let shown = message.print();
            return ExitCode::from(if shown.is_ok() { code } else { failure::ERROR });
        }
    };
    let mut screen = Screen::new();
    match commands::run(&args, &mut screen) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            screen.failed(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}
