//! What is asked about existing arrangements with States outside.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::{Command as C, Depends, Outcome, Resting, ReviewArrangement, View};

use super::{days, listed, quoted, readable, source};
use crate::words::{Language, day};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::RecordArrangement(said) => {
            let (with, ours, view) = (listed(&said.with), listed(&said.members), view(&said.view, language));
            both!(
                language,
                "{who} records an existing arrangement of {ours} with {with}: {view}",
                "{who} consigne un arrangement existant de {ours} avec {with} : {view}"
            )
        }
        C::ReviseArrangement(said) => {
            let (number, version, view) = (said.arrangement.0, said.version, view(&said.view, language));
            both!(
                language,
                "{who} tells its own view of arrangement {number} anew, in the place of version {version}: {view}",
                "{who} expose de nouveau sa vue de l'arrangement {number}, en remplacement de la version {version} : {view}"
            )
        }
        C::ReviewArrangement(said) => reviewed(said, who, language),
        C::GiveNotice(said) => {
            let (number, by, given) = (said.arrangement.0, said.by, day(said.given));
            both!(
                language,
                "{who} tells that {by} gave notice of arrangement {number} on {given}: it ends once the time is over",
                "{who} fait savoir que {by} a donné préavis de l'arrangement {number} le {given} : il prend fin au terme du préavis"
            )
        }
        _ => more(command, who, language),
    }
}

fn more(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::TakeNoticeBack(said) => {
            let number = said.arrangement.0;
            both!(
                language,
                "{who} tells that the notice of arrangement {number} was taken back",
                "{who} fait savoir que le préavis de l'arrangement {number} a été retiré"
            )
        }
        C::EndArrangement(said) => {
            let number = said.arrangement.0;
            both!(
                language,
                "{who} tells that arrangement {number} is over for it",
                "{who} fait savoir que l'arrangement {number} a pris fin pour lui"
            )
        }
        C::Question(said) => {
            let (number, by) = (said.arrangement.0, said.by);
            let rest = [readable(language, said.audience), source(language, Some(&said.source))].concat();
            both!(
                language,
                "{who} reports that {by} puts arrangement {number} in question{rest}",
                "{who} rapporte que {by} remet en question l'arrangement {number}{rest}"
            )
        }
        C::Depends(said) => depends(said, who, language),
        C::NoLongerDepends(said) => {
            let number = said.dependency.0;
            both!(
                language,
                "{who} takes back dependency {number}: nothing rests there any more",
                "{who} retire la dépendance {number} : plus rien n'y repose"
            )
        }
        _ => String::new(),
    }
}

fn view(view: &View, language: Language) -> String {
    let (title, kind) = (quoted(language, &view.title), quoted(language, &view.kind));
    let (basis, since, review) = (quoted(language, &view.basis), day(view.since), day(view.review));
    let (days, rest) = (days(language, view.notice_days), readable(language, view.audience));
    both!(
        language,
        "{title}, kind {kind}, based on {basis}, since {since}, to be reviewed by {review}, ending {days} after notice{rest}",
        "{title}, nature {kind}, fondé sur {basis}, depuis le {since}, à réexaminer d'ici au {review}, prenant fin {days} après \
         un préavis{rest}"
    )
}

fn reviewed(said: &ReviewArrangement, who: MemberCode, language: Language) -> String {
    let (number, on, next) = (said.arrangement.0, day(said.on), day(said.next));
    let outcome = match said.outcome {
        Outcome::Keep => both!(language, "kept", "maintenu"),
        Outcome::Amend => both!(language, "to be amended", "à modifier"),
        Outcome::End => both!(language, "to be ended", "à terminer"),
    };
    both!(
        language,
        "{who} tells that arrangement {number} was reviewed on {on}: {outcome}; the next review is due by {next}",
        "{who} fait savoir que l'arrangement {number} a été réexaminé le {on} : {outcome} ; prochain réexamen d'ici au {next}"
    )
}

fn depends(said: &Depends, who: MemberCode, language: Language) -> String {
    let number = said.on.0;
    let what = match &said.what {
        Resting::Arrangement(of) => {
            let of = of.0;
            both!(language, "arrangement {of}", "l'arrangement {of}")
        }
        Resting::Line(of) => {
            let of = of.0;
            both!(language, "liaison line {of}", "la ligne de liaison {of}")
        }
        Resting::Item(words) => quoted(language, words),
    };
    let rest = [readable(language, said.audience), source(language, said.source.as_ref())].concat();
    both!(
        language,
        "{who} says that {what} rests on arrangement {number}, and falls with it{rest}",
        "{who} dit que ce qui suit repose sur l'arrangement {number} et tombe avec lui : {what}{rest}"
    )
}
