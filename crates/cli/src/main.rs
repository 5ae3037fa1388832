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
mod work;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

use crate::args::Args;
use crate::failure::Failure;
use crate::present::{Screen, unless_closed};

/// A run asks for memory for each of its events: docs/decisions/065.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(message) => {
            // Help and version go to the standard output, misuse to the standard error.
            let code = if message.use_stderr() { failure::USAGE } else { 0 };
            return match message.print().or_else(unless_closed) {
                Ok(()) => ExitCode::from(code),
                Err(error) => told(&mut Screen::new(), &error.into()),
            };
        }
    };
    let mut screen = Screen::new();
    let done = commands::run(&args, &mut screen);
    match done.and_then(|()| screen.end()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => told(&mut screen, &failure),
    }
}

fn told(screen: &mut Screen, failure: &Failure) -> ExitCode {
    screen.failed(failure);
    ExitCode::from(failure.exit_code())
}
