//! The columns of the register of lines, and lists that stand in them.

use super::column;
use crate::table::Column;

pub(super) const LINES: &[Column] = &[
    column("line", "Line"),
    column("kind", "Kind"),
    column("title", "Title"),
    column("sides", "Sides"),
    column("state", "State"),
    column("silent", "Not confirmed by"),
    column("out", "In outage"),
    column("availability", "Availability over 90 days, %"),
    column("working_ms", "Confirmed working, ms"),
    column("of_ms", "Of, ms"),
    column("last_test", "Last test"),
    column("last_result", "How it came out"),
    column("test_due", "Next test due"),
    column("tests", "Tests"),
    column("fall_back", "Fall-back"),
    column("fall_back_state", "State of the fall-back"),
    column("fall_back_started", "Fall-back started at"),
    column("confirm_by", "Fall-back to be confirmed by"),
    column("owing", "Not confirmed since by"),
    column("starts_for", "In the place of"),
    column("touched", "What a suspension would touch"),
    column("follows", "Follows"),
    column("ended_for", "Ended, as reported, for"),
    column("recorded_by", "Recorded by"),
    column("recorded_at", "Recorded at"),
    column("closed_by", "Closed by"),
    column("closed_at", "Closed at"),
    column("reason", "Reason"),
    column("left", "In its place"),
    column("stage", "Stage"),
    column("audience", "Audience"),
];
