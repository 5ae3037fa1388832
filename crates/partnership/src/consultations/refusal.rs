//! The rules of the room of consultations that can refuse.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Article, Charter, MemberCode, Period};

use super::{MAX_CALLED, MAX_CONVENED, MAX_TABLED};
use crate::ids::{ConsultationNo, DecisionNo, SessionNo, TextNo};
use crate::moment::Moment;
use crate::rules::RuleId;

/// Why a command about consultations was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// K1
    #[error("the charter has no article on consultations")]
    NoArticle,
    /// K2
    #[error("there is no {0} that is open")]
    NotOpen(ConsultationNo),
    /// K3
    #[error("{}", match .0 {
        Some(member) => format!("the charter does not bind `{member}`"),
        None => "those whose security is threatened are named in the order of their codes, each once".into(),
    })]
    NotNamed(Option<MemberCode>),
    /// K4
    #[error("{MAX_CALLED} consultations that your member called are open")]
    TooManyOpen,
    /// K5
    #[error("your member called {0}, or acknowledged it already")]
    Acknowledged(ConsultationNo),
    /// K6
    #[error("{consultation} was called by `{caller}`")]
    CalledByAnother {
        /// The consultations.
        consultation: ConsultationNo,
        /// Who called them.
        caller: MemberCode,
    },
    /// K7
    #[error(
        "a session is convened with notice, by all but the member that called, and opens not in the past"
    )]
    TooSoon(Moment),
    /// K8
    #[error("by then the rule holds a session")]
    TooLate(Moment),
    /// K9
    #[error("a session lasts as long as the charter's notice at the least, and not beyond the next")]
    Closing,
    /// K10
    #[error(
        "your member convened {MAX_CONVENED} sessions within the time that the charter gives between two"
    )]
    TooManySessions,
    /// K11
    #[error("there is no {0} that was opened")]
    NotOpened(SessionNo),
    /// K12
    #[error("{0} is closed, or your member attends it already")]
    NotToAttend(SessionNo),
    /// K13
    #[error("it is not your member's turn to give the minutes")]
    NotTheirTurn {
        /// When the member's turn comes.
        from: Option<Moment>,
    },
    /// K14
    #[error("minutes are a text in English, in French, or both, and this is none")]
    NoMinutes,
    /// K15
    #[error("what is answered is not of {0}")]
    OfOthers(ConsultationNo),
    /// K16
    #[error("a silence lasts from {least} to {most}")]
    SilenceLength {
        /// The least.
        least: Period,
        /// The most.
        most: Period,
    },
    /// K17
    #[error("{MAX_TABLED} texts of your member are on the table")]
    TooManyTexts,
    /// K18
    #[error("there is no {0} on the table")]
    NotOnTable(TextNo),
    /// K19
    #[error("your member takes no part in {0}: the charter did not bind it when it was tabled")]
    TakesNoPart(TextNo),
    /// K20
    #[error(
        "the silence on {0} is over where it would be broken, or lasts where one would dissociate or conclude"
    )]
    Silence(TextNo),
    /// K21
    #[error("your member said so of {0} already, or moved it")]
    Said(TextNo),
    /// K22
    #[error("a text is concluded by its mover, once all have said where they stand")]
    NotToConclude {
        /// Who moved it.
        by: MemberCode,
        /// Who has not said where it stands.
        silent: Vec<MemberCode>,
    },
    /// K23
    #[error("{0} asks for no decision that its mover could name now")]
    AsksForNone(TextNo),
    /// K24
    #[error("there is no {0}")]
    NoSuchDecision(DecisionNo),
    /// K25
    #[error("there is no {0}")]
    NotOnRecord(ConsultationNo),
    /// K26
    #[error("{0} is for the members alone, and what is entered in it too")]
    Wider(ConsultationNo),
    /// K27
    #[error(
        "{0} was not tabled by the mover or a supporter of the text after it was recorded, or is named already"
    )]
    NotOfText(DecisionNo),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoArticle => 1,
            Refusal::NotOpen(_) => 2,
            Refusal::NotNamed(_) => 3,
            Refusal::TooManyOpen => 4,
            Refusal::Acknowledged(_) => 5,
            Refusal::CalledByAnother { .. } => 6,
            Refusal::TooSoon(_) => 7,
            Refusal::TooLate(_) => 8,
            Refusal::Closing => 9,
            Refusal::TooManySessions => 10,
            Refusal::NotOpened(_) => 11,
            Refusal::NotToAttend(_) => 12,
            Refusal::NotTheirTurn { .. } => 13,
            Refusal::NoMinutes => 14,
            Refusal::OfOthers(_) => 15,
            Refusal::SilenceLength { .. } => 16,
            Refusal::TooManyTexts => 17,
            Refusal::NotOnTable(_) => 18,
            Refusal::TakesNoPart(_) => 19,
            Refusal::Silence(_) => 20,
            Refusal::Said(_) => 21,
            Refusal::NotToConclude { .. } => 22,
            Refusal::AsksForNone(_) => 23,
            Refusal::NoSuchDecision(_) => 24,
            Refusal::NotOnRecord(_) => 25,
            Refusal::Wider(_) => 26,
            Refusal::NotOfText(_) => 27,
        };
        RuleId::new(b'K', number)
    }

    /// The article that the rule serves: on consultations, or, where there is none, on membership.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        charter.consultations().map_or(charter.membership().number(), |article| article.number())
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoArticle => {
                "the article is optional: a text with it can be adopted and accepted".into()
            }
            Refusal::NotOpen(_) | Refusal::NotOnRecord(_) => {
                "look up the consultations in the record; any member can call its own".into()
            }
            Refusal::NotNamed(_) => "name one or more members that the charter binds".into(),
            Refusal::TooManyOpen => "close one of your own: `quorate consultation close`".into(),
            Refusal::Acknowledged(_) => "nothing is left to be acknowledged".into(),
            Refusal::CalledByAnother { caller, .. } => {
                format!("`{caller}` closes them, or the rule, once nothing has been entered for long enough")
            }
            other => other.remedy_in_session(),
        }
    }

    /// The same for sessions, statements and texts.
    fn remedy_in_session(&self) -> String {
        match self {
            Refusal::TooSoon(_) => "give a later moment: the charter's article says how much notice".into(),
            Refusal::TooLate(_) => {
                "give an earlier moment: the register of consultations says by when".into()
            }
            Refusal::Closing => "give another moment, or none".into(),
            Refusal::TooManySessions => "wait: any other member can convene one, and the rule does".into(),
            Refusal::NotOpened(_) => "look up the sessions in the record, and wait until it opens".into(),
            Refusal::NotToAttend(_) => "put a statement on record".into(),
            Refusal::NotTheirTurn { .. } => {
                "the chair gives them, after the charter's hours its deputy, and after as many any member"
                    .into()
            }
            Refusal::NoMinutes => "name one by its hash: `--en SHA-256`, `--fr SHA-256`".into(),
            Refusal::OfOthers(_) => "name a session, text or statement of the same consultations".into(),
            Refusal::SilenceLength { .. } => "give another period, or none".into(),
            Refusal::TooManyTexts => "take one back, or wait until one is agreed or recorded".into(),
            Refusal::NotOnTable(_) => {
                "look up the texts in the record; a statement can be made on each".into()
            }
            Refusal::TakesNoPart(_) => "put a statement on record".into(),
            Refusal::Silence(_) => "look up in the record whether the silence lasts".into(),
            Refusal::Said(_) => "its mover takes a text back by breaking the silence".into(),
            Refusal::NotToConclude { .. } => "the rule concludes it when its time is over".into(),
            Refusal::AsksForNone(_) => {
                "it is for the mover of a draft decision that is agreed or recorded".into()
            }
            Refusal::Wider(_) => "leave out `--audience public`; its caller can call for everybody".into(),
            Refusal::NotOfText(_) => "name one that its mover or a supporter tabled because of it".into(),
            Refusal::NoSuchDecision(_) => "table it first: `quorate decision table`".into(),
            _ => String::new(),
        }
    }
}
