//! A body of an institution: who is in it, by what votes weigh, and how it decides.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use quorate_voting::{Roll, RollError, Seat};

use crate::fault::Faults;
use crate::member::MemberCode;
use crate::obligation::Obligation;
use crate::rule::{Rule, RuleName};

/// A text in the partnership's two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// A member State, as the charter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub(crate) name: Title,
    /// One weight a measure, in the order of the measures.
    pub(crate) weights: Vec<u64>,
}

impl Member {
    /// The State's name.
    #[must_use]
    pub fn name(&self) -> &Title {
        &self.name
    }

    /// The member's weights, in the order of [`Body::measures`].
    #[must_use]
    pub fn weights(&self) -> &[u64] {
        &self.weights
    }
}

/// A measure by which votes weigh, such as population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub(crate) name: RuleName,
    pub(crate) unit: String,
    pub(crate) source: String,
    pub(crate) moves: bool,
}

impl Measure {
    /// The measure's name, as the rules use it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// What is counted.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Where the figures come from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether these weights move, as those drawn from contributions do. What is shown of a rule that weighs by them
    /// holds for the weights of today; a promise needs a proof for all weights.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.moves
    }
}

/// A body of an institution: title, members, measures and rules of decision, and nothing else.
///
/// A [`Charter`](crate::Charter) is a body with the articles by which it acts. Other institutions are described as
/// bodies, so that who can block in them is found by the same means.
///
/// ```
/// use quorate_charter::Body;
///
/// let text = r#"
///     title = { en = "Three by consensus", fr = "Trois par consensus" }
///     [member]
///     CAN = { name = { en = "Canada", fr = "Canada" } }
///     FRA = { name = { en = "France", fr = "France" } }
///     GBR = { name = { en = "United Kingdom", fr = "Royaume-Uni" } }
///     [rule.any]
///     adopted = "members >= 100% of participating"
///     not-taking-part = []
/// "#;
/// let body = Body::read(text).map_err(|faults| faults.first().what().to_owned()).unwrap();
/// assert_eq!((body.members().len(), body.rules().len()), (3, 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub(crate) title: Title,
    pub(crate) members: BTreeMap<MemberCode, Member>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) rules: BTreeMap<RuleName, Rule>,
    pub(crate) institution: Option<String>,
    pub(crate) obligations: Vec<Obligation>,
}

impl Body {
    /// Reads a body from its text: `title`, `[member]`, `[measure]` and `[rule]`. The text of a charter (it has a
    /// table `[membership]`) is read as that, and gives the charter's body.
    ///
    /// # Errors
    /// Everything that is wrong in the text, with the place of each fault; a text longer than
    /// [`MAX_CHARTER_BYTES`](crate::MAX_CHARTER_BYTES) is not read at all.
    pub fn read(text: &str) -> Result<Body, Faults> {
        crate::text::read_body(text)
    }

    /// The body's title.
    #[must_use]
    pub fn title(&self) -> &Title {
        &self.title
    }

    /// The members, in the order of their codes. This is also the order of seats in a roll.
    pub fn members(&self) -> impl ExactSizeIterator<Item = (MemberCode, &Member)> {
        self.members.iter().map(|(code, member)| (*code, member))
    }

    /// The member with this code.
    #[must_use]
    pub fn member(&self, code: MemberCode) -> Option<&Member> {
        self.members.get(&code)
    }

    /// The declared measures, in the order of their names. The number of members is not among them: it is
    /// [`quorate_voting::Measure::MEMBERS`], and the first here is measure 1.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The name of a formula's measure: `members`, or the declared name.
    #[must_use]
    pub fn measure_name(&self, measure: quorate_voting::Measure) -> &str {
        match usize::from(measure.0).checked_sub(1) {
            None => "members",
            Some(index) => self.measures.get(index).map_or("an undeclared measure", Measure::name),
        }
    }

    /// The rule of decision with this name.
    #[must_use]
    pub fn rule(&self, name: &RuleName) -> Option<&Rule> {
        self.rules.get(name)
    }

    /// All rules of decision, in the order of their names.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.rules.values()
    }

    /// The roll of seats for a decision in which these members do not take part: a seat a member, in the order
    /// of their codes.
    ///
    /// # Errors
    /// [`RollError`] as the voting crate gives it; a checked charter has none.
    pub fn roll(&self, not_taking_part: &BTreeSet<MemberCode>) -> Result<Roll, RollError> {
        let seat = |(code, member): (&MemberCode, &Member)| Seat {
            participating: !not_taking_part.contains(code),
            weights: member.weights.clone(),
        };
        let measures = u16::try_from(self.measures.len()).unwrap_or(u16::MAX);
        Roll::new(measures, self.members.iter().map(seat).collect())
    }
}
