//! Commands that are signed in a post and given to the partnership. Stories give the same, in the same words.

mod amounts;
mod arrangement;
mod assessment_gaps;
mod assessment_legal;
mod assessment_matrix;
mod assessment_particulars;
mod assessment_pathway;
mod assessment_standard;
mod assessment_withdraw;
mod audit_answer;
mod audit_close_finding;
mod audit_open_finding;
mod audit_opinion;
mod audit_subject;
mod bank_countersign;
mod bank_enter;
mod bank_identify;
mod bank_import;
mod bank_status;
mod bank_take_back;
mod books_countersign;
mod books_seal;
mod capability;
mod case_accept_delivery;
mod case_attest;
mod case_attest_use;
mod case_claim;
mod case_close;
mod case_deliver;
mod case_elsewhere;
mod case_kind;
mod case_match;
mod case_need;
mod case_offer;
mod case_report_use;
mod case_request;
mod case_return;
mod case_sign_agreement;
mod case_withdraw_offer;
mod consultation;
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
mod framework_confirm;
mod framework_notice;
mod framework_update;
mod framework_withdraw_notice;
mod fund_countersign_call;
mod fund_countersign_rate;
mod fund_emergency_call;
mod fund_import_pledges;
mod fund_indicate;
mod fund_liquidity;
mod fund_lodge_note;
mod fund_pledge;
mod fund_rate;
mod fund_revalue;
mod fund_sign_agreement;
mod fund_withdraw_pledge;
mod given;
mod hashes;
mod instalments;
mod instrument;
mod keys;
mod known;
mod line_close;
mod line_confirm;
mod line_fall_back;
mod line_outage;
mod line_record;
mod line_restored;
mod line_show;
mod line_test;
mod line_words;
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
mod positions;
mod procurement_accept;
mod procurement_contract;
mod procurement_deliver;
mod procurement_end;
mod procurement_link;
mod procurement_propose;
mod procurement_sign;
mod typed;
mod verbs;
mod wording;

use clap::Subcommand;

pub(crate) use self::given::{Line, run};
pub(crate) use self::known::known;
use self::known::known_member;
pub(crate) use self::moments::day;
pub(crate) use self::typed::Desk;
use self::typed::{Imports, Reads, Typed, reads_only};
use self::verbs::acts;

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
        AdoptText(instrument::AdoptText),
        LodgeFullPowers(instrument::LodgeFullPowers),
        ConfirmSignature(instrument::ConfirmSignature),
        TakeIn(instrument::TakeIn),
        Reserve(instrument::Reserve),
        WithdrawReservation(instrument::WithdrawReservation),
        ObjectReservation(instrument::ObjectReservation),
        WithdrawObjection(instrument::WithdrawObjection),
        Declare(instrument::Declare),
        DeclareStep(instrument::DeclareStep),
        CompleteStep(instrument::CompleteStep),
        NoteRegistration(instrument::NoteRegistration),
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
    Fund FundVerbs "The fund: pledges, agreements, notes, calls, rates, and what can be paid." {
        Indicate(fund_indicate::Indicate),
        Pledge(fund_pledge::Pledge),
        ImportPledges(fund_import_pledges::ImportPledges),
        WithdrawPledge(fund_withdraw_pledge::WithdrawPledge),
        SignAgreement(fund_sign_agreement::SignAgreement),
        LodgeNote(fund_lodge_note::LodgeNote),
        Rate(fund_rate::EnterRate),
        CountersignRate(fund_countersign_rate::Countersign),
        Revalue(fund_revalue::Revalue),
        EmergencyCall(fund_emergency_call::EmergencyCall),
        CountersignCall(fund_countersign_call::CountersignCall),
        Liquidity(fund_liquidity::Liquidity),
    }
    Bank BankVerbs "Lines of the bank's statement." {
        Enter(bank_enter::Enter),
        Countersign(bank_countersign::Countersign),
        Identify(bank_identify::Identify),
        TakeBack(bank_take_back::TakeBack),
        Import(bank_import::Import),
        Status(bank_status::Status),
    }
    Books BooksVerbs "The seals of periods." {
        Seal(books_seal::Seal),
        Countersign(books_countersign::Countersign),
    }
    Audit AuditVerbs "External audit: findings and opinions." {
        OpenFinding(audit_open_finding::OpenFinding),
        Answer(audit_answer::Answer),
        CloseFinding(audit_close_finding::CloseFinding),
        Opinion(audit_opinion::Opinion),
    }
    Framework FrameworkVerbs "Frameworks of some members: what their parties tell the others." {
        Notice(framework_notice::Notice),
        Confirm(framework_confirm::Confirm),
        Update(framework_update::Update),
        WithdrawNotice(framework_withdraw_notice::WithdrawNotice),
    }
    Consultation ConsultationVerbs "Consultations: call, hold sessions, state, agree texts." {
        Call(consultation::Call),
        Acknowledge(consultation::Acknowledge),
        Close(consultation::Close),
        Session(consultation::Session),
        Attend(consultation::Attend),
        Minutes(consultation::Minutes),
        State(consultation::State),
        TableText(consultation::TableText),
        BreakSilence(consultation::BreakSilence),
        Support(consultation::Support),
        Dissociate(consultation::Dissociate),
        Conclude(consultation::Conclude),
        NameDecision(consultation::NameDecision),
        Link(consultation::Link),
    }
    Line LineVerbs "Lines between militaries: their state, tests, outages and ends." {
        Record(line_record::Record),
        Confirm(line_confirm::Confirm),
        Test(line_test::Test),
        Outage(line_outage::Outage),
        Restored(line_restored::Restored),
        FallBack(line_fall_back::FallBack),
        Close(line_close::Close),
        Show(line_show::Show),
    }
    Arrangement ArrangementVerbs "Existing arrangements with other States: reviews, notice, what falls with them." {
        Record(arrangement::Record),
        Revise(arrangement::Revise),
        Review(arrangement::Review),
        Notice(arrangement::Notice),
        WithdrawNotice(arrangement::WithdrawNotice),
        End(arrangement::End),
        Depends(arrangement::Depends),
        NoLongerDepends(arrangement::NoLongerDepends),
        Question(arrangement::Question),
        Falls(arrangement::Falls),
    }
    Position PositionVerbs "Soundings, explanations, and what others are reported to say." {
        Sounding(positions::Sounding),
        Explain(positions::Explain),
        Reported(positions::Reported),
    }
    Grouping GroupingVerbs "Groupings of States." {
        Record(positions::Record),
        Revise(positions::Revise),
    }
    Briefing BriefingVerbs "Briefings in advance, with a release time." {
        Announce(positions::Announce),
        Acknowledge(positions::Acknowledge),
    }
    Capability CapabilityVerbs "What members can do and on what that relies, as each declares it of itself." {
        Declare(capability::Declare),
        Withdraw(capability::Withdraw),
    }
    Case CaseVerbs "Cases of assistance." {
        Request(case_request::Request),
        SignAgreement(case_sign_agreement::SignAgreement),
        Attest(case_attest::Attest),
        ReportUse(case_report_use::ReportUse),
        AttestUse(case_attest_use::AttestUse),
        Elsewhere(case_elsewhere::Elsewhere),
        Close(case_close::Close),
        Claim(case_claim::Claim),
        Need(case_need::Need),
        Offer(case_offer::Offer),
        WithdrawOffer(case_withdraw_offer::WithdrawOffer),
        Match(case_match::Match),
        Deliver(case_deliver::Deliver),
        AcceptDelivery(case_accept_delivery::AcceptDelivery),
        Return(case_return::Return),
    }
    Payment PaymentVerbs "Payment instructions." {
        Instruct(payment_instruct::Instruct),
        Countersign(payment_countersign::Countersign),
    }
    Assessment AssessmentVerbs "What members say of their own law, their ways to buy, and the standards they share." {
        Legal(assessment_legal::Legal),
        Pathway(assessment_pathway::Pathway),
        Standard(assessment_standard::Standard),
        Withdraw(assessment_withdraw::Withdraw),
        Matrix(assessment_matrix::Matrix),
        Gaps(assessment_gaps::Gaps),
    }
    Procurement ProcurementVerbs "Joint procurements, in shares that each signs for itself." {
        Propose(procurement_propose::Propose),
        Sign(procurement_sign::Sign),
        Contract(procurement_contract::Contract),
        Link(procurement_link::Link),
        Deliver(procurement_deliver::Deliver),
        Accept(procurement_accept::Accept),
        End(procurement_end::End),
    }
}
