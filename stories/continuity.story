# Lines between militaries go on while one of their sides is suspended; a silent side is named, and one side ends a line for all.
story: Lines between militaries go on through a dispute
charter: continuity.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth
newcomer: XAA

== Representatives
every member accredits representative, liaison-officer for 730d

== What goes on is put on record, by a side of it
{fourth}/liaison-officer: line record --kind communication-line --en "line between the defence staffs"
  --fr "ligne entre les états-majors" --sides {second},{fourth} --fall-back-en "couriers between the embassies"
{fourth}/liaison-officer: line record --kind joint-staff --en "planning staff" --sides {asker},{second},{fourth} --fall-back 1
  --touched-en "joint planning papers" --test-every 30d --audience public
  refused by L4
{fourth}/liaison-officer: line record --kind joint-staff --en "planning staff" --sides {asker},{second},{fourth} --fall-back 1
  --touched-en "joint planning papers" --test-every 30d
# One side is no member: XBB.
{asker}/liaison-officer: line record --kind base --en "airfield" --sides {asker},XBB --audience public
{third}/liaison-officer: line record --kind base --en "a base of others" --sides {asker},{second}
  refused by L2
{third}/representative: line record --kind base --en "a base" --sides {third},{second}
  refused by O1
{third}/liaison-officer: line record --kind exchange-post --en "a post" --sides {third},{second} --fall-back 1
  refused by L4
expect lines 1 state: not known
expect lines 3 fall_back: no fall-back
expect lines 3 audience: public
# Who records a line as public does not decide that for the others.
{second}/liaison-officer: line record --kind exercise --en "an exercise" --sides {second},{third} --audience public
expect lines 4 audience: members
{third}/liaison-officer: line confirm 4 --state working
expect lines 4 audience: public

== Each side confirms its own state, and the state of the line is the worst
{second}/liaison-officer: line confirm 1 --state working
expect lines 1 state: not known
expect lines 1 silent: {fourth}
expect line-sides 1 {fourth} standing: never confirmed
{fourth}/liaison-officer: line confirm 1 --state degraded --en "at night only"
expect lines 1 state: degraded
{fourth}/liaison-officer: line confirm 1 --state working
expect lines 1 state: working
{third}/liaison-officer: line confirm 1 --state interrupted
  refused by L7
{asker}/liaison-officer: line confirm 2 --state interrupted --as-reported-of {fourth}
  refused by L8
{asker}/liaison-officer: line confirm 3 --state working
{asker}/liaison-officer: line confirm 3 --state working --as-reported-of XBB
expect line-sides 3 XBB reported_by: {asker}
expect lines 3 state: working
{second}/liaison-officer: line test 2 --result passed
{fourth}/liaison-officer: line test 2 --result failed --on 2026-12-31
  refused by L10
{fourth}/liaison-officer: line test 2 --result passed --on 2026-11-30
  refused by L14
expect lines 2 test_due: 2026-12-31

== A dispute: the others want to suspend one of the sides
{asker}/representative: decision table "Suspend {fourth}" --suspend {fourth}
wait 6d
{second}/liaison-officer: line confirm 1 --state working
{fourth}/liaison-officer: line confirm 1 --state working
wait 6d
{second}/liaison-officer: line confirm 1 --state working
{fourth}/liaison-officer: line confirm 1 --state working
wait 2d
{asker}/representative: decision open 1
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
# Enough must be left to decide: a fifth accedes.
{asker}/representative: decision table "Invite {newcomer}" --admit {newcomer}
  --name-en "A State" --name-fr "Un État" --weight population=50000000
{asker}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
wait 4d
{second}/liaison-officer: line confirm 1 --state working
{fourth}/liaison-officer: line confirm 1 --state working
wait 6d
{asker}/representative: decision execute 2
{newcomer}/root: member accede
{third}/representative: decision execute 1
expect membership {fourth} standing: suspended

== A suspension takes the voice, and touches no line
{fourth}/representative: decision table "A rival draft" --suspend {third}
  refused by M9
{fourth}/liaison-officer: line confirm 1 --state working
{second}/liaison-officer: line confirm 1 --state working
{second}/liaison-officer: line confirm 1 --state interrupted --as-reported-of {fourth}
  refused by L8
expect lines 1 state: working
# Not all of the time: for an instant after it was recorded nobody had confirmed it, and that is never rounded away.
expect lines 1 availability: 99.999999
{third}/liaison-officer: line close 1 --en "one of its sides is suspended"
  refused by L7

== One side goes silent: the state is not known, and that is no end
wait 6d
{fourth}/liaison-officer: line confirm 1 --state working
expect lines 1 state: working
wait 26h
expect lines 1 state: not known
expect lines 1 silent: {second}
expect line-sides 1 {second} standing: silent
expect line-sides 1 {fourth} standing: confirmed
expect lines 1 stage: open
# The line of the joint staff was tested once, and its next test is overdue.
expect lines 2 tests: overdue
{fourth}/liaison-officer: line test 2 --result failed --on 2026-12-31
expect lines 2 last_result: failed
expect lines 2 tests: overdue
{fourth}/liaison-officer: line test 2 --result passed --on 2026-12-31
expect lines 2 tests: in time

== An outage is said by the side that has it, also late
{second}/liaison-officer: line outage 1 --began 2027-01-01T00:00:00Z --en "cable cut"
{second}/liaison-officer: line confirm 1 --state working
  refused by L9
expect lines 1 state: interrupted
expect lines 1 out: {second}
{fourth}/liaison-officer: line restored 1 --at 2027-01-01T06:00:00Z
  refused by L12
{second}/liaison-officer: line restored 1 --at 2027-01-01T00:00:00Z
  refused by L12
{second}/liaison-officer: line restored 1 --at 2027-01-01T06:00:00Z
expect outages 1 stage: over
expect lines 1 state: working
# Of 746 hours since it was recorded 6 were an outage, and for 2 {second}'s word was too old: 738 of 746.
expect lines 1 availability: 98.9
{fourth}/liaison-officer: line fall-back 1
{second}/liaison-officer: line fall-back 1
  refused by L15
{asker}/liaison-officer: line fall-back 3
  refused by L13

== One side ends a line, for all: its fall-back starts in the same step
{fourth}/liaison-officer: line close 2 --en "the staff is called home" --fr "l'état-major est rappelé"
expect lines 2 state: closed
expect lines 2 closed_by: {fourth}
expect lines 2 left: its fall-back is liaison line 1
expect lines 1 starts_for: liaison line 2
{asker}/liaison-officer: line confirm 2 --state working
  refused by L6
{second}/liaison-officer: line close 2 --en "we end it too"
  refused by L6
{second}/liaison-officer: line confirm 1 --state working
expect lines 2 owing: {fourth}
expect lines 2 fall_back_state: working; without {asker}
{fourth}/liaison-officer: line confirm 1 --state working
expect lines 2 owing:

== A State that is no member ends one, as reported: that closes nothing, and a member side ends it in its own name
{asker}/liaison-officer: line close 3 --en "notified by note" --as-reported-of XBB
expect lines 3 ended_for: XBB, as reported by {asker}
expect lines 3 stage: open
{asker}/liaison-officer: line close 3 --en "notified by note" --as-reported-of XBB
  refused by L17
{asker}/liaison-officer: line close 3 --en "XBB has ended it"
expect lines 3 closed_by: {asker}
expect lines 3 left: no fall-back
# What begins again is another line.
{second}/liaison-officer: line record --kind joint-staff --en "planning staff, anew" --sides {asker},{second},{fourth} --follows 1
  refused by L5
{second}/liaison-officer: line record --kind joint-staff --en "planning staff, anew" --sides {asker},{second},{fourth} --follows 2
expect lines 5 follows: 2
