//! Why something is not done, in words.

use maud::{Markup, html};

use super::door::Stop;
use super::frame::Writer;
use super::held::Alarm;

/// In a sentence, or two: what stops it, and what to do.
pub(super) fn told(writer: &Writer<'_>, stop: &Stop) -> Markup {
    let state = |code: &dyn ToString| code.to_string();
    let text = match stop {
        Stop::Nobody => writer.t("stop-nobody"),
        Stop::NotChosen(code) => writer.with("stop-not-chosen", &[("state", &state(code))]),
        Stop::StillIn(post) => writer.with("stop-still-in", &[("post", &state(post))]),
        Stop::NoConsent(code) => writer.with("stop-no-consent", &[("state", &state(code))]),
        Stop::Narrower { state: of, to } => {
            writer.with("stop-narrower", &[("state", &state(of)), ("to", &state(to))])
        }
        Stop::ReleaseNeedsHold => writer.t("stop-release-needs-hold"),
        Stop::ReleaseIsOver => writer.t("stop-release-is-over"),
        Stop::Alarm(sign) => return alarm(writer, *sign),
        Stop::Removed => writer.t("stop-removed"),
        Stop::NoPartner(name) => writer.with("stop-no-partner", &[("name", &quorate_charter::visible(name))]),
        Stop::NoSuch => writer.t("stop-no-such"),
        Stop::Answered => writer.t("stop-answered"),
        Stop::OtherFile => writer.t("stop-other-file"),
        Stop::NoReason => writer.t("stop-no-reason"),
        Stop::Message => writer.t("stop-message"),
        Stop::NoInstruction => writer.t("stop-no-instruction"),
        Stop::InstructionTooLong => writer.t("instruct-too-long"),
        Stop::InstructionIsOver => writer.t("stop-instruction-is-over"),
        Stop::OthersIn(others) => writer.with("stop-others-in", &[("others", others)]),
        Stop::NoParcel => writer.t("stop-no-parcel"),
        Stop::Elsewhere => writer.t("stop-elsewhere"),
        Stop::Ahead => writer.t("stop-ahead"),
        Stop::Before => writer.t("stop-before"),
        Stop::NoRecord => writer.t("stop-no-record"),
        Stop::Other(text) => return html! { span lang="en" { (super::visible::line(text)) } },
    };
    html! { (text) }
}

/// A sign that members do not see the same.
pub(super) fn alarm(writer: &Writer<'_>, alarm: Alarm) -> Markup {
    let (key, member, epoch) = match alarm {
        Alarm::Twice(member, epoch) => ("alarm-twice", member.to_string(), epoch),
        Alarm::Forked(epoch) => ("alarm-forked", String::new(), epoch),
        Alarm::Differs(member, epoch) => ("alarm-differs", member.to_string(), epoch),
        Alarm::Log(member, number) => ("alarm-log", member.to_string(), number),
    };
    let told = writer.with(key, &[("member", &member), ("epoch", &epoch.to_string())]);
    html! { (told) " " (writer.t("alarm-do")) }
}
