# What is approved and never asked for keeps no help from others: after a year it can be promised again.
story: Help that nobody instructs
charter: assistance.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives and money
every member accredits representative, treasurer, case-officer for 730d
{second}/root: fund sign-agreement --paid-in 100.00 --callable 0.00
{second}/treasurer: bank enter 100.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== Help in two tranches is approved
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 40.00 "contract signed" --tranche 60.00 "generators delivered"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{third}/representative: decision execute 1
expect accounts "commitment authority" 14 "authority available" balance: 0.00

== The first is paid, and nobody asks for the second
{asker}/root: case sign-agreement 1
{fourth}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{second}/treasurer: bank enter 40.00 --payment 1 --reference "statement 2, line 1"
{fourth}/treasurer: bank countersign 2
wait 364d
expect tranches 1 2 stage: approved

== A year is over
wait 1d
expect tranches 1 2 stage: lapsed
expect cases 1 stage: closed
expect accounts "commitment authority" 14 "authority available" balance: 60.00
{fourth}/case-officer: case attest 1 2
  refused by C5
