# Everything that waits has a deadline: a vote, a decision, a line of the bank, an instruction.
story: What is not done in time lapses
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 730d

== A line of the bank
{second}/root: fund sign-agreement --paid-in 500.00 --callable 0.00
{second}/treasurer: bank enter 500.00 --from {second} --reference "statement 1, line 1"
wait 5d
expect bank-lines 1 stage: lapsed
{third}/treasurer: bank countersign 1
  refused by F8
expect agreements {second} received: 0.00
# The same line of the statement is entered again.
{fourth}/treasurer: bank enter 500.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 2
expect agreements {second} received: 500.00

== A decision
{asker}/representative: case request --purpose "field hospitals" --payee "central bank of {asker}, account 1"
  --tranche 200.00 "first hospital stands"
  --tranche 300.00 "second hospital stands"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
expect decisions 1 stage: adopted
wait 90d
expect decisions 1 stage: lapsed
{fourth}/representative: decision execute 1
  refused by D8
expect cases 1 stage: requested
{asker}/representative: decision table "Help for {asker}, again" --assist 1
{asker}/representative: decision open 2
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
wait 89d
{fourth}/representative: decision execute 2
expect cases 1 stage: approved

== An instruction
{second}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment instruct 1 1
  refused by C10
wait 5d
expect payments 1 stage: lapsed
{third}/treasurer: payment countersign 1
  refused by C12
{third}/treasurer: payment instruct 1 1
wait 119h
{fourth}/treasurer: payment countersign 2
expect payments 2 stage: with the bank
{fourth}/treasurer: payment instruct 1 1
  refused by C10
{fourth}/treasurer: bank enter 200.00 --payment 2 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 3
expect tranches 1 1 stage: paid
{asker}/case-officer: case close 1
  refused by C15
