//! Samples of what parties tell of their frameworks.

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::{
    Command as Frameworks, Confirm, Event, Form, Notice, Status, Update, WithdrawNotice,
};
use quorate_partnership::{Audience, DocumentHash, FrameworkNo, PartnershipId, Wording};

use crate::commands::phrase;
use crate::events::{Sample, member};

const FRAMEWORK: FrameworkNo = FrameworkNo(1);

fn notice(form: Form, audience: Audience, text: Option<DocumentHash>) -> Notice {
    let parties: Vec<MemberCode> = vec![member("XAA"), member("XBB")];
    let (en, fr) = (Some(phrase("Coordination")), Some(phrase("Coordination de défense")));
    let title = Wording::new(en, fr.filter(|_| text.is_some())).unwrap();
    let (partnership, status) = (PartnershipId([0x33; 32]), Status::Proposed);
    Notice { title, parties, form, partnership, status, audience, text }
}

fn notices() -> [Notice; 2] {
    [
        notice(Form::Treaty, Audience::Public, None),
        notice(Form::Arrangement, Audience::Members, Some(DocumentHash([0x44; 32]))),
    ]
}

pub(crate) fn commands() -> Vec<(&'static str, &'static str, Frameworks)> {
    let (by, framework, version) = ("XAA/representative", FRAMEWORK, 1);
    let [plain, with_text] = notices();
    let update = Update { framework, version, status: Status::InEffect };
    vec![
        ("framework notice", by, Frameworks::Notice(plain)),
        ("framework notice, with its text", by, Frameworks::Notice(with_text)),
        ("framework confirm", by, Frameworks::Confirm(Confirm { framework, version })),
        ("framework withdraw-notice", by, Frameworks::WithdrawNotice(WithdrawNotice { framework })),
        ("framework update", by, Frameworks::Update(update)),
    ]
}

pub(crate) fn events() -> Vec<Sample> {
    let (framework, by) = (FRAMEWORK, member("XAA"));
    let [plain, with_text] = notices();
    let updated = Event::Updated { framework, by, version: 2, status: Status::Ended };
    vec![
        ("framework told of", Event::Noticed { framework, by, notice: plain }.into()),
        ("framework told of, with its text", Event::Noticed { framework, by, notice: with_text }.into()),
        ("framework confirmed", Event::Confirmed { framework, by, version: 1 }.into()),
        ("word on a framework taken back", Event::WordTakenBack { framework, by }.into()),
        ("framework updated", updated.into()),
    ]
}
