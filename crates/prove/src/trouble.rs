//! Why nothing was decided.

/// Why it is not known whether the policies hold.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// Reading or writing.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The file.
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    /// The head of the policy, or its making.
    #[error("{0}")]
    Vault(#[from] quorate_vault::policy::Refusal),
    /// Too long.
    #[error("a policy has at most {0} bytes")]
    TooLong(usize),
    /// The text is no policies of this schema.
    #[error("these are no policies of the schema: {0}")]
    Policies(String),
    /// There is nothing in it to spoil so.
    #[error("the policy has nothing in which this leak could be seeded: take more compartments")]
    NoLeak,
    /// No solver.
    #[error(
        "the solver cvc5 does not run: install it (`apt install cvc5`), or name it by the variable CVC5 ({0})"
    )]
    NoSolver(String),
    /// It gave up.
    #[error("the solver did not answer within {0} seconds: give it more with `--limit`")]
    TooSlow(u64),
    /// It, or the compiler of formulas, failed.
    #[error("{0}")]
    Solver(String),
    /// What it found is not so.
    #[error("the solver's counterexample is none when it is replayed: report it")]
    Spurious,
}
