//! Commands that are signed in a post and given to the partnership. Stories give the same, in the same words.

mod amounts;
mod bank_countersign;
mod bank_enter;
mod case_attest;
mod case_close;
mod case_request;
mod decision_amend;
mod decision_close;
mod decision_effect;
mod decision_execute;
mod decision_object;
mod decision_open;
mod decision_proxy;
pub(crate) mod decision_show;
mod decision_state;
mod decision_table;
mod decision_table_standing;
mod decision_vote;
mod decision_withdraw;
mod fund_indicate;
mod fund_liquidity;
mod fund_sign_agreement;
mod keys;
mod member_accede;
mod member_accept_amendment;
mod member_accredit;
mod member_end_provisional;
mod member_name_node;
mod member_object_keys;
mod member_ratify;
mod member_replace_root;
mod member_revoke;
mod member_sign;
mod member_statement;
mod member_stay;
mod member_withdraw;
mod moments;
mod payment_countersign;
mod payment_instruct;

use std::path::Path;

use clap::{Parser, Subcommand};
use quorate_charter::MemberCode;
use quorate_node::{Holder, KeyRing};
use quorate_partnership::{Basis, Command, Moment, Post};
use quorate_records::Records;

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::{Session, nonce};

/// What a command line needs to know to become a command.
pub(crate) struct Desk<'d> {
    pub(crate) records: &'d Records,
    pub(crate) keys: &'d KeyRing,
    pub(crate) post: Post,
    pub(crate) now: Moment,
    /// What a command that is signed now is signed on.
    pub(crate) basis: Basis,
    /// The folder from which a file is named.
    pub(crate) folder: &'d Path,
}

/// A command line that becomes a command of the partnership.
trait Typed {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure>;

    /// What is only read: it gives no command, and needs no post.
    fn reads(&self) -> Option<&dyn Reads> {
        None
    }

    /// Whether the node's new key takes the place of the one in the directory, once the command is recorded.
    fn adopts_node(&self) -> bool {
        false
    }

    /// The post whose new key takes the place of the one in the directory, once the command is recorded.
    fn adopts(&self, _by: Post) -> Option<Post> {
        None
    }
}

/// Something that is read and not given.
trait Reads {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure>;
}

/// What only reads stands in no story.
fn reads_only(name: &str) -> Failure {
    let help = "type it after `quorate`, and `expect` in a story";
    Failure::usage(format!("`{name}` gives no command"), help)
}

macro_rules! acts {
    ($($group:ident $verbs:ident $about:literal { $($verb:ident($module:ident::$args:ident),)* })*) => {
        /// Everything that is given in a post.
        #[derive(Subcommand)]
        pub(crate) enum Act {
            $(#[doc = $about]
            #[command(subcommand)]
            $group($verbs),)*
        }

        $(#[doc = $about]
        #[derive(Subcommand)]
        pub(crate) enum $verbs {
            $($verb($module::$args),)*
        })*

        impl Act {
            fn typed(&self) -> &dyn Typed {
                match self {
                    $($(Act::$group($verbs::$verb(typed)) => typed,)*)*
                }
            }
        }
    };
}

acts! {
    Member MemberVerbs "Members and whom they accredit." {
        Accredit(member_accredit::Accredit),
        Revoke(member_revoke::Revoke),
        ReplaceRoot(member_replace_root::ReplaceRoot),
        Sign(member_sign::Sign),
        Ratify(member_ratify::Ratify),
        EndProvisional(member_end_provisional::EndProvisional),
        Accede(member_accede::Accede),
        AcceptAmendment(member_accept_amendment::AcceptAmendment),
        Withdraw(member_withdraw::Withdraw),
        Statement(member_statement::Statement),
        Stay(member_stay::Stay),
        ObjectKeys(member_object_keys::ObjectKeys),
        NameNode(member_name_node::NameNode),
    }
    Decision DecisionVerbs "Decisions: table, open, vote, execute." {
        Table(decision_table::Table),
        State(decision_state::State),
        Amend(decision_amend::Amend),
        Withdraw(decision_withdraw::Withdraw),
        Open(decision_open::Open),
        Vote(decision_vote::Vote),
        Object(decision_object::Object),
        Proxy(decision_proxy::Proxy),
        Close(decision_close::Close),
        Execute(decision_execute::Execute),
        Show(decision_show::Show),
    }
    Fund FundVerbs "The fund: indications, contribution agreements, and what can be paid." {
        Indicate(fund_indicate::Indicate),
        SignAgreement(fund_sign_agreement::SignAgreement),
        Liquidity(fund_liquidity::Liquidity),
    }
    Bank BankVerbs "Lines of the bank's statement." {
        Enter(bank_enter::Enter),
        Countersign(bank_countersign::Countersign),
    }
    Case CaseVerbs "Cases of assistance." {
        Request(case_request::Request),
        Attest(case_attest::Attest),
        Close(case_close::Close),
    }
    Payment PaymentVerbs "Payment instructions." {
        Instruct(payment_instruct::Instruct),
        Countersign(payment_countersign::Countersign),
    }
}

/// An act as a story writes it: the same words, without the program's name.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_help_subcommand = true)]
pub(crate) struct Line {
    #[command(subcommand)]
    pub(crate) act: Act,
}

/// The members' codes, amounts and the like are read where the charter is known.
impl Act {
    pub(crate) fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        self.typed().command(desk)
    }

    /// Whether it gives a command, rather than read something.
    pub(crate) fn is_given(&self) -> bool {
        self.typed().reads().is_none()
    }

    /// Whose next keys, in the directory, come to be in use once the command is recorded. A session that sees it recorded
    /// does that.
    pub(crate) fn replaces(&self, by: Post) -> Vec<Holder> {
        let node = self.typed().adopts_node().then_some(Holder::Node(by.member));
        node.into_iter().chain(self.typed().adopts(by).map(Holder::Post)).collect()
    }
}

/// Signs and gives one act, and tells what became of it.
pub(crate) fn run(act: &Act, at: &At, screen: &mut Screen) -> Result<(), Failure> {
    let mut session = Session::open(at)?;
    if let Some(reads) = act.typed().reads() {
        return reads.run(session.node().records(), screen);
    }
    let help = "name the post in which to act: `--as GBR/treasurer`";
    let post = at.post.ok_or_else(|| Failure::usage("as whom?", help))?;
    known(post, session.node().records())?;
    let (keys, now) = (session.keys().clone(), session.node().next_moment());
    let (records, basis) = (session.node().records(), session.node().basis());
    // The key first: new ones that the command makes are kept as it is.
    let key = keys.get(post)?;
    let desk = Desk { records, keys: &keys, post, now, basis, folder: Path::new("") };
    let command = act.command(&desk)?;
    let given = session.give(&*key, post, command, nonce()?)?;
    session.tell(screen, &given.booked)?;
    match &given.refusal {
        Some(refusal) => Err(session.refused(refusal)),
        None => screen.line(&given.place()),
    }
}

/// Nobody acts for a State that the record does not know; whether a State that it knows may act is for the rules.
pub(crate) fn known(post: Post, records: &Records) -> Result<(), Failure> {
    known_member(post.member, records)
}

/// A State that the record knows: a member, invited, or one that left.
fn known_member(member: MemberCode, records: &Records) -> Result<(), Failure> {
    if records.knows(member) {
        return Ok(());
    }
    let members: Vec<String> = records.charter().members().map(|(member, _)| member.to_string()).collect();
    let help = format!("the members are {}", members.join(", "));
    Err(Failure::usage(format!("`{member}` is not a member of this partnership"), help))
}
