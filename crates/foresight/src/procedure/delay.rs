//! How long from the request to the payment, by a formula for each stretch of the way.
//!
//! It holds where no member alone changes the outcome of the vote while all others are in favour, and these act at once.
//! A test holds it against what the rehearsal explores.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, Course, Extension, Interest, MemberCode, Procedure, Silence};

use super::world::HOUR;
use super::{Explored, told};
use crate::finding::{Outcome, fails, proven};
use crate::phrases::{counted, listed};

/// A stretch of the way, in hours.
pub(super) struct Stretch {
    /// With everybody prompt.
    pub(super) prompt: u64,
    /// At most, whatever one member does.
    pub(super) most: u64,
    /// What makes it so long.
    pub(super) says: String,
}

/// The stretches of the way, in their order; `None` where the text does not say how long votes are open.
pub(super) fn stretches(charter: &Charter) -> Option<Vec<Stretch>> {
    let rule = charter.cases().rule();
    let procedure = rule.procedure()?;
    let left_out = usize::from(rule.leaves_out(Interest::Beneficiary));
    let participating = charter.members().len().saturating_sub(left_out);
    let at_once = |says: String| Stretch { prompt: 0, most: 0, says };
    let before = "request and tabling: at once: help is opened without a hearing, and others table drafts of their own";
    let within = hours(charter.payments().countersign_within().hours());
    let after = format!(
        "execution, attestation, signatures and bank line: at once: any of the others acts; the {within} to countersign \
         are not needed"
    );
    let mut all = Vec::from([at_once(before.into())]);
    if let Some(after) = charter.relation().and_then(|article| article.acts_after()) {
        let first = after.hours();
        let says = format!("another body comes first: {} from the request, whoever does what", hours(first));
        all.push(Stretch { prompt: first, most: first, says });
    }
    match procedure.silence() {
        Some(silence) => all.extend(objections(procedure, silence, (participating, can_leave(charter)))),
        None => all.push(vote(procedure)),
    }
    all.push(at_once(after));
    Some(all)
}

/// Hours in words.
pub(super) fn hours(hours: u64) -> String {
    counted(usize::try_from(hours).unwrap_or(usize::MAX), "hour", "hours")
}

/// How long a draft is open that all others support at once: their support changes the outcome, and if that is late
/// already, it moves the deadline.
fn settled(open: u64, extension: Option<Extension>) -> u64 {
    extension.map_or(open, |extension| open.max(extension.by().hours()))
}

fn vote(procedure: Procedure) -> Stretch {
    let open = settled(procedure.open().hours(), procedure.extension());
    let unused = unused(procedure);
    if procedure.course() == Course::Written {
        let says = format!(
            "written vote: at once when all have voted, {} when one is silent or has to confirm{unused}",
            hours(open)
        );
        return Stretch { prompt: 0, most: open, says };
    }
    Stretch { prompt: open, most: open, says: format!("vote: {} open{unused}", hours(open)) }
}

/// What the text could add to a vote, and no member alone can.
fn unused(procedure: Procedure) -> String {
    let moved = procedure.extension().map(|extension| extension.at_most().hours());
    let extended = moved.map(|most| format!("{} by late changes of the outcome", hours(most)));
    let confirm = procedure.confirm_within().map(|within| within.hours());
    let confirmed = confirm.map(|within| format!("{} to confirm votes", hours(within)));
    let parts: Vec<String> = extended.into_iter().chain(confirmed).collect();
    if parts.is_empty() {
        return String::new();
    }
    let parts = listed(&parts, "and");
    format!(", to which {parts} could be added, but by no member alone: the others are enough")
}

/// Whether a member can cease to be bound while a draft is open: it does not object then, nor does its silence adopt.
fn can_leave(charter: &Charter) -> bool {
    charter.withdrawal().is_some() || charter.entry_into_force().is_some()
}

/// The stretch of the objections, and that of the vote into which they turn.
fn objections(
    procedure: Procedure,
    silence: Silence,
    (participating, leaves): (usize, bool),
) -> [Stretch; 2] {
    let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let (open, extension) = (procedure.open().hours(), procedure.extension());
    let within = silence.vote_within().hours();
    let (once, support) = (silence.objections() <= 1, whole(silence.support()));
    let quiet = settled(open, extension);
    let (prompt, most, why, votes) = if support > participating {
        // Silence never adopts. An objection before the others support makes their support a late change in the vote.
        let early = if once { settled(within, extension).saturating_sub(within) } else { 0 };
        (open, open.max(early), "more must be on record in favour than take part", (within, within))
    } else if support == participating {
        let most = extension.map_or(open, |extension| open.saturating_add(extension.at_most().hours()));
        let why =
            "all must be on record in favour, so that one member turns late, then keeps its support back";
        (quiet, most.max(quiet), why, (0, within))
    } else if once {
        (quiet, quiet, "one objection in the last hour brings a vote", (0, within))
    } else if leaves {
        let why = "one objection brings no vote, but the silence of a member that leaves meanwhile does";
        (quiet, quiet, why, (0, within))
    } else {
        (quiet, quiet, "one member has one objection, and more are needed for a vote", (0, 0))
    };
    let says = match most.saturating_sub(open) {
        0 => format!("objections: {} open: {why}", hours(open)),
        more => format!("objections: {} open and up to {} more: {why}", hours(open), hours(more)),
    };
    let vote = match votes.1 {
        0 => "vote: none, since silence adopts".into(),
        within => format!("vote: {} at most{}", hours(within), unused(procedure)),
    };
    [Stretch { prompt, most, says }, Stretch { prompt: votes.0, most: votes.1, says: vote }]
}

/// Whole hours, to the nearest: less than half an hour, such as the milliseconds between blocks, is none.
fn whole(millis: u64) -> u64 {
    millis.saturating_add(HOUR / 2).checked_div(HOUR).unwrap_or_default()
}

/// The longest time and the delay by the formula and, where the rehearsal was explored, by that; and how it was found.
pub(super) fn outcome(charter: &Charter, explored: Option<&Explored>, unblocked: bool) -> (Outcome, String) {
    let for_good = explored.is_some_and(|explored| explored.stuck.is_some());
    let stretches = stretches(charter).filter(|_| unblocked && !for_good);
    let Some(stretches) = stretches else {
        let says = "one member can hold the payment up for good";
        let unknown = "one member could hold the vote up, as said under block";
        return (Outcome::Undecided(if for_good { says } else { unknown }.into()), String::new());
    };
    let sum = |of: fn(&Stretch) -> u64| stretches.iter().map(of).fold(0, u64::saturating_add);
    let (prompt, most) = (sum(|stretch| stretch.prompt), sum(|stretch| stretch.most));
    let mut because: Vec<String> = stretches.into_iter().map(|stretch| stretch.says).collect();
    let mut how = String::from("by a formula for each gate, the others acting at once");
    let mut ran = None;
    let longest = explored.and_then(|explored| explored.longest.as_ref().zip(explored.prompt));
    if let Some(((took, by, moves), smooth)) = longest {
        let (took, smooth) = (whole(*took), hours(whole(smooth)));
        because.push(format!(
            "run in the rehearsal: {} at most, where {by} {}; {smooth} with everybody prompt",
            hours(took),
            told(moves)
        ));
        how = format!("{how}; {}", compared(took, most));
        ran = Some((took, *by));
    } else {
        how = format!("{how}; no rehearsal was explored");
    }
    (judged(charter, (prompt, most), ran, because), how)
}

/// The rehearsal waits in whole hours: what a member does in the last hour could be done at its end.
const fn reaches(took: u64, most: u64) -> bool {
    took.saturating_add(1) >= most
}

/// The longest run beside the formula, in words.
const fn compared(took: u64, most: u64) -> &'static str {
    if took > most {
        "the rehearsal takes longer"
    } else if reaches(took, most) {
        "the rehearsal reaches it"
    } else {
        "the rehearsal stays below"
    }
}

/// The times against what the charter promises.
fn judged(
    charter: &Charter,
    (prompt, most): (u64, u64),
    ran: Option<(u64, MemberCode)>,
    because: Vec<String>,
) -> Outcome {
    // A run that takes longer refutes the formula, and a run alone is no bound: others could take longer still.
    let refuted = ran.is_some_and(|(took, _)| took > most);
    let most = ran.map_or(most, |(took, _)| took.max(most));
    let delay = most.saturating_sub(prompt);
    let measured = format!(
        "from request to payment {} at most whatever one member does, {} with everybody prompt: a delay of {} at most",
        hours(most),
        hours(prompt),
        hours(delay)
    );
    let Some(promised) = charter.promises().map(|article| article.longest_delay().hours()) else {
        return Outcome::NotDeclared(format!("the text promises no longest delay; {measured}"));
    };
    match ran {
        _ if delay <= promised && !refuted => {
            proven(format!("{measured}; {} promised", hours(promised)), because)
        }
        Some((took, by)) if delay > promised && reaches(took, most) => fails(
            format!("{by} can delay a payment by {}, {promised} promised; {measured}", hours(delay)),
            Vec::from([by]),
            because,
        ),
        _ if refuted => Outcome::Undecided(format!("{measured}, as run: longer than by the formula")),
        _ => {
            Outcome::Undecided(format!("{measured}; {} promised, and no run takes so long", hours(promised)))
        }
    }
}
