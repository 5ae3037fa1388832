//! Asks the solver.

use std::ffi::OsString;
use std::time::{Duration, Instant};

use cedar_policy::{EntityUid, PolicySet, RequestEnv};
use cedar_policy_symcc::solver::LocalSolver;
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicySet, Env};
use quorate_vault::policy::Action;
use tokio::process::Command;

use crate::claims;
use crate::input::Input;
use crate::trouble::Trouble;

/// What is asked of one action.
pub(crate) struct Question {
    pub(crate) action: Action,
    pub(crate) kind: Kind,
    pub(crate) claimed: &'static str,
}

/// Which of the claims.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nobody who is outside is allowed.
    Outside,
    /// Nobody is allowed anything with a product that lies nowhere.
    Nowhere,
    /// Whatever is allowed, all claims hold of.
    Claims,
    /// Something is allowed.
    Something,
}

/// What came of a question.
pub(crate) enum Found {
    Proven,
    Counterexample(Box<Env>),
}

/// The policies as formulas, for each action.
pub(crate) struct Prover {
    limit: u64,
    parts: Vec<Part>,
}

struct Part {
    action: Action,
    policies: CompiledPolicySet,
    outside: CompiledPolicySet,
    nowhere: CompiledPolicySet,
    claims: CompiledPolicySet,
}

impl Prover {
    pub(crate) fn new(input: &Input, limit: u64) -> Result<Prover, Trouble> {
        let (outside, nowhere) = (claims::outside(&input.known)?, claims::nowhere(&input.known)?);
        let mut parts = Vec::new();
        for action in Action::ALL {
            let env = env(input, action)?;
            let compile = |policies: &PolicySet| {
                CompiledPolicySet::compile(policies, &env, &input.schema)
                    .map_err(|error| Trouble::Solver(error.to_string()))
            };
            parts.push(Part {
                action,
                policies: compile(&input.policies)?,
                outside: compile(&outside)?,
                nowhere: compile(&nowhere)?,
                claims: compile(&claims::together(action)?)?,
            });
        }
        Ok(Prover { limit, parts })
    }

    /// All that is asked.
    pub(crate) fn questions(&self) -> Vec<Question> {
        let kinds = [
            (Kind::Outside, "is allowed to nobody outside"),
            (Kind::Nowhere, "is allowed of no product in no compartment"),
            (Kind::Claims, "needs marking, clearance, time, consent"),
            (Kind::Something, "is allowed to somebody at all"),
        ];
        let of = |(kind, claimed)| {
            self.parts.iter().map(move |part| Question { action: part.action, kind, claimed })
        };
        kinds.into_iter().flat_map(of).collect()
    }

    /// Asks; how long it took, in milliseconds.
    pub(crate) async fn ask(&self, question: &Question) -> Result<(Found, u128), Trouble> {
        let begun = Instant::now();
        let part = self.parts.iter().find(|part| part.action == question.action);
        let part = part.ok_or_else(|| Trouble::Solver("an action is missing".into()))?;
        let limit = Duration::from_secs(self.limit);
        let found = tokio::time::timeout(limit, part.ask(question.kind)).await;
        let found = found.map_err(|_| Trouble::TooSlow(self.limit))??;
        Ok((found, begun.elapsed().as_millis()))
    }
}

impl Part {
    async fn ask(&self, kind: Kind) -> Result<Found, Trouble> {
        let mut compiler = solver()?;
        let (policies, failed) =
            (&self.policies, |error: cedar_policy_symcc::err::Error| Trouble::Solver(error.to_string()));
        let found = match kind {
            Kind::Outside => compiler.check_disjoint_with_counterexample_opt(policies, &self.outside).await,
            Kind::Nowhere => compiler.check_disjoint_with_counterexample_opt(policies, &self.nowhere).await,
            Kind::Claims => compiler.check_implies_with_counterexample_opt(policies, &self.claims).await,
            Kind::Something => {
                // Here the counterexample is what is sought: a request that is allowed.
                let found =
                    compiler.check_always_denies_with_counterexample_opt(policies).await.map_err(failed)?;
                return match found {
                    Some(_) => Ok(Found::Proven),
                    None => {
                        Err(Trouble::Solver("nothing is ever allowed, so that all else says nothing".into()))
                    }
                };
            }
        };
        Ok(found.map_err(failed)?.map_or(Found::Proven, |env| Found::Counterexample(Box::new(env))))
    }
}

/// The solver, in a process of its own, which ends with it.
fn solver() -> Result<CedarSymCompiler<LocalSolver>, Trouble> {
    let program = std::env::var_os("CVC5").unwrap_or_else(|| OsString::from("cvc5"));
    let mut command = Command::new(program);
    command.args(["--lang", "smt"]).kill_on_drop(true);
    let failed = |error: String| Trouble::NoSolver(error);
    let solver = LocalSolver::from_command(&mut command).map_err(|error| failed(error.to_string()))?;
    CedarSymCompiler::new(solver).map_err(|error| failed(error.to_string()))
}

fn env(input: &Input, action: Action) -> Result<RequestEnv, Trouble> {
    let named: Option<EntityUid> = format!("Action::\"{action}\"").parse().ok();
    let mut envs = input.schema.request_envs();
    let found = envs.find(|env| named.as_ref().is_some_and(|named| env.action() == named));
    found.ok_or_else(|| Trouble::Solver(format!("the schema has no action {action}")))
}
