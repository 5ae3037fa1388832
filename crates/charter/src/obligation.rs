//! What a body of another institution says that its members are bound to.

use alloc::string::String;

use crate::body::Body;

/// What an obligation concerns: by this it is set beside what a charter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Consulting when somebody is threatened.
    Consultations,
    /// Helping one that is attacked or threatened.
    Assistance,
    /// What is paid for.
    Funding,
    /// Entering into nothing that conflicts.
    Engagements,
}

impl Concern {
    /// Every concern, by its name.
    pub const ALL: [(&'static str, Concern); 4] = [
        ("consultations", Concern::Consultations),
        ("assistance", Concern::Assistance),
        ("funding", Concern::Funding),
        ("engagements", Concern::Engagements),
    ];
}

/// An obligation of a body's members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    pub(crate) name: String,
    pub(crate) what: String,
    pub(crate) concerns: Concern,
    pub(crate) first: bool,
    pub(crate) source: String,
}

impl Obligation {
    /// Its name in the text.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What members are bound to.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What it concerns.
    #[must_use]
    pub fn concerns(&self) -> Concern {
        self.concerns
    }

    /// Whether the body says that it comes first.
    #[must_use]
    pub fn comes_first(&self) -> bool {
        self.first
    }

    /// Where it is to be read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl Body {
    /// The institution of which it is a body, if the text names it.
    #[must_use]
    pub fn institution(&self) -> Option<&str> {
        self.institution.as_deref()
    }

    /// What the text says that its members are bound to, in the order of the names.
    #[must_use]
    pub fn obligations(&self) -> &[Obligation] {
        &self.obligations
    }
}
