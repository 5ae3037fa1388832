# Help was approved against notes, and cash is lacking: two treasurers call for that, and for nothing beyond it.
story: A call in an emergency
charter: ../charters/dues.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 730d

== Money, notes, and what can be called
{second}/root: fund sign-agreement --paid-in 100.00 --callable 100.00
{third}/root: fund sign-agreement --paid-in 0.00 --callable 100.00
{fourth}/root: fund sign-agreement --paid-in 0.00 --callable 100.00
{second}/treasurer: bank enter 10.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1
{second}/root: fund lodge-note --encash 2028-06-30 90.00
# Nothing is approved, so nothing is lacking.
{third}/treasurer: fund emergency-call 0.01
  refused by F29

== Help is approved against the money and half of the note
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 40.00 "contract signed" --tranche 15.00 "generators delivered"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{asker}/representative: decision execute 1
{third}/treasurer: fund emergency-call 0.01
  refused by F29
{fourth}/case-officer: case attest 1 1

== What is lacking: 40.00 are to be paid and 10.00 are there
{third}/treasurer: fund emergency-call 30.01
  refused by F29
{third}/representative: fund emergency-call 30.00
  refused by O1
{third}/treasurer: fund emergency-call 30.00
expect agreements {fourth} called: 0.00
{third}/treasurer: fund countersign-call 1
  refused by F31
{fourth}/treasurer: fund countersign-call 1
expect emergencies 1 stage: made
expect agreements {second} called: 10.00
expect agreements {fourth} called: 10.00
# It is asked for: nobody asks for it again.
{third}/treasurer: fund emergency-call 0.01
  refused by F29

== It comes in, and the help is paid
wait 8d
{third}/treasurer: bank enter 10.00 --from {third} --reference "statement 2, line 1"
{fourth}/treasurer: bank countersign 2
{fourth}/treasurer: bank enter 10.00 --from {fourth} --reference "statement 2, line 2"
{third}/treasurer: bank countersign 3
{second}/treasurer: bank enter 10.00 --from {second} --reference "statement 2, line 3"
{third}/treasurer: bank countersign 4
expect calls 1 {second} paid: 10.00
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{second}/treasurer: bank enter 40.00 --payment 1 --reference "statement 2, line 4"
{fourth}/treasurer: bank countersign 5
expect tranches 1 1 stage: paid

== One that nobody countersigns lapses
{fourth}/case-officer: case attest 1 2
{third}/treasurer: fund emergency-call 15.00
wait 6d
expect emergencies 2 stage: lapsed
{fourth}/treasurer: fund countersign-call 2
  refused by F30
