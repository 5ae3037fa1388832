//! Proves of the policies of compartments that nobody outside is ever allowed, or tells how somebody could be.
//!
//! ```text
//!  quorate compartment policy ──▶ file ──▶ Input ──▶ claims ──▶ formulas ──▶ cvc5 ──▶ proven
//!                                                                                 └──▶ counterexample ──▶ replayed, told
//! ```
//!
//! It speaks of the policies alone: not of the code that asks them, nor of the ciphers (docs/vault.md, "Policy").

mod claims;
mod input;
mod leak;
mod prover;
mod story;
mod trouble;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use futures_util::future::join_all;
use quorate_vault::policy::Action;

use crate::input::Input;
use crate::leak::Leak;
use crate::prover::{Found, Prover};
use crate::trouble::Trouble;

/// Room for the policies of as many compartments as there may be; only what is used of it is taken.
const STACK_BYTES: usize = 1 << 30;

/// Proves of the policies of compartments that nobody outside is ever allowed, or tells how somebody could be.
///
/// Ends with 0 if all is proven, 1 if there is a counterexample, 2 if it was not decided. Needs the solver cvc5: on the PATH, or
/// the program that the variable CVC5 names.
#[derive(Parser)]
#[command(name = "quorate-prove", version)]
struct Args {
    /// A policy, as `quorate compartment policy` writes it.
    #[arg(required_unless_present = "generate")]
    policy: Option<PathBuf>,
    /// Take the policy of this many made-up compartments, 1 to 1024, of 32 States.
    #[arg(long, value_name = "COMPARTMENTS", conflicts_with = "policy")]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=1024))]
    generate: Option<u16>,
    /// Spoil the policy first, to see a counterexample.
    #[arg(long, value_enum, num_args = 0..=1, default_missing_value = "member")]
    seed_leak: Option<Leak>,
    /// For how many seconds the solver may think about one question.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=86_400))]
    limit: u64,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match in_a_deep_stack(args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(trouble) => {
            // Nothing is left to be done where this cannot be written either.
            let _ = writeln!(std::io::stderr(), "not decided: {trouble}");
            ExitCode::from(2)
        }
    }
}

/// Formulas are as deep as there are policies, and are walked by functions that call themselves.
fn in_a_deep_stack(args: Args) -> Result<bool, Trouble> {
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
    let running = thread.spawn(move || run(&args, &mut std::io::stdout().lock()))?;
    running.join().map_err(|_| Trouble::Solver("the prover broke off: report it".into()))?
}

/// Whether all of it is proven.
fn run(args: &Args, out: &mut dyn Write) -> Result<bool, Trouble> {
    let begun = Instant::now();
    let text = match (&args.policy, args.generate) {
        (Some(path), _) => input::read(path)?,
        (None, compartments) => input::generate(compartments.unwrap_or(1))?,
    };
    let text = args.seed_leak.map_or(Ok(text.clone()), |leak| leak.into_text(&text))?;
    let input = Input::of(&text)?;
    writeln!(
        out,
        "{} compartments, {} policies",
        input.known.rosters.len(),
        input.policies.policies().count()
    )?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let prover = Prover::new(&input, args.limit)?;
    let mut stories = Vec::new();
    let questions = prover.questions();
    // The actions do not know of each other: a solver for each, at once.
    for some in questions.chunks(Action::ALL.len()) {
        let answers = runtime.block_on(join_all(some.iter().map(|question| prover.ask(question))));
        for (question, answer) in some.iter().zip(answers) {
            let (found, millis) = answer?;
            let told = match &found {
                Found::Proven => "proven",
                Found::Counterexample(_) => "COUNTEREXAMPLE",
            };
            writeln!(out, "  {:8} {:44} {told}, {millis} ms", question.action.name(), question.claimed)?;
            if let Found::Counterexample(env) = found {
                stories.push(story::told(&input, question, &env)?);
            }
        }
    }
    for story in &stories {
        writeln!(out, "\n{story}")?;
    }
    let millis = begun.elapsed().as_millis();
    if stories.is_empty() {
        writeln!(out, "all of it is proven, in {millis} ms")?;
    } else {
        writeln!(
            out,
            "\n{} counterexamples, each replayed: the policy must not be used ({millis} ms)",
            stories.len()
        )?;
    }
    Ok(stories.is_empty())
}
