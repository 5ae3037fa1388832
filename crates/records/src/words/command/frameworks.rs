//! What is asked about frameworks, and what goes with them.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::{Command as C, Form, Notice, Status};

use super::{arrangements, assessments, document, listed, procurement, quoted, readable};
use crate::words::Language;

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Notice(said) => noticed(said, who, language),
        C::Confirm(said) => {
            let (framework, version) = (said.framework.0, said.version);
            both!(
                language,
                "{who} confirms, as a party, what was reported of framework {framework}, version {version}",
                "{who} confirme, comme partie, ce qui a été rapporté du cadre {framework}, version {version}"
            )
        }
        C::WithdrawNotice(said) => {
            let framework = said.framework.0;
            both!(
                language,
                "{who} takes back its own word on framework {framework}",
                "{who} retire sa propre déclaration sur le cadre {framework}"
            )
        }
        C::Update(said) => {
            let (framework, version) = (said.framework.0, said.version);
            let status = status(said.status, language);
            both!(
                language,
                "{who} reports another status of framework {framework}, version {version}: {status}",
                "{who} rapporte un autre état du cadre {framework}, version {version} : {status}"
            )
        }
        C::Assessments(command) => assessments::sentence(command, who, language),
        C::Procurement(command) => procurement::sentence(command, who, language),
        _ => arrangements::sentence(command, who, language),
    }
}

fn noticed(said: &Notice, who: MemberCode, language: Language) -> String {
    let (title, parties) = (quoted(language, &said.title), listed(&said.parties));
    let (status, partnership) = (status(said.status, language), said.partnership.short());
    let form = match said.form {
        Form::Treaty => both!(language, "a treaty", "traité"),
        Form::Arrangement => both!(
            language,
            "an arrangement that binds nobody in law",
            "arrangement non contraignant en droit"
        ),
    };
    let rest = [readable(language, said.audience), document(language, said.text.as_ref())].concat();
    both!(
        language,
        "{who} tells the members of the framework {title} ({form}) of {parties}, partnership {partnership}: {status}{rest}",
        "{who} fait connaître aux membres le cadre {title} ({form}) de {parties}, partenariat {partnership} : {status}{rest}"
    )
}

fn status(status: Status, language: Language) -> String {
    match status {
        Status::Proposed => both!(language, "proposed", "proposé"),
        Status::Signed => both!(language, "signed", "signé"),
        Status::InEffect => both!(language, "in effect", "en vigueur"),
        Status::Suspended => both!(language, "suspended", "suspendu"),
        Status::Ended => both!(language, "ended", "terminé"),
    }
}
