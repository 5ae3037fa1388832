# The founding story: one request for help, decided and paid, and what no vote can do.
# The cast is rotated over the members by a seed; whoever refuses or asks is a test input.
story: A request for help, decided and paid
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, refuser, second, third

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== The plan
# What the press reported. None of it binds anyone, and none of it could be confirmed.
{third}/representative: fund indicate GBR announced --amount 18000000000.00
  --source "reported by the press, unverified"
{third}/representative: fund indicate FRA announced --amount 15000000000.00
  --source "reported by the press, unverified"
{third}/representative: fund indicate DEU expected --source "reported by the press, unverified"
expect plan DEU amount:
expect plan CAN standing: not stated

== What members sign and pay in
# In this exercise the two members sign what was reported of them: a tenth paid in, the rest callable.
GBR/root: fund sign-agreement --paid-in 1800000000.00 --callable 16200000000.00
FRA/root: fund sign-agreement --paid-in 1500000000.00 --callable 13500000000.00
{second}/treasurer: bank enter 1800000000.00 --from GBR --reference "statement 1, line 1"
# One treasurer alone books nothing.
{second}/treasurer: bank countersign 1
  refused by F9
{third}/treasurer: bank countersign 1
{second}/treasurer: bank enter 1500000000.00 --from FRA --reference "statement 1, line 2"
{third}/treasurer: bank countersign 2
expect agreements GBR received: 1800000000.00
expect agreements FRA received: 1500000000.00

== Help is asked for and decided
{asker}/representative: case request --purpose "air defence resupply"
  --payee "central bank of {asker}, account 1"
  --tranche 1400000000.00 "delivery plan agreed"
  --tranche 1000000000.00 "first delivery accepted"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
# An interested party does not decide.
{asker}/representative: decision vote 1 in-favour
  refused by D6
{second}/representative: decision vote 1 in-favour
{refuser}/representative: decision vote 1 against
{third}/representative: decision vote 1 in-favour
# Nothing is executed before it is adopted.
{third}/representative: decision execute 1
  refused by D8
wait 72h
expect decisions 1 stage: adopted
{third}/representative: decision execute 1
expect cases 1 stage: approved

== The help is paid
# Not before its condition is attested, and not by the beneficiary.
{second}/treasurer: payment instruct 1 1
  refused by C9
{asker}/case-officer: case attest 1 1
  refused by C7
{second}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{second}/treasurer: payment countersign 1
  refused by C13
{third}/treasurer: payment countersign 1
wait 24h
{second}/treasurer: bank enter 1400000000.00 --payment 1 --reference "statement 2, line 1"
{third}/treasurer: bank countersign 3
expect tranches 1 1 stage: paid
wait 30d
{third}/case-officer: case attest 1 2
{third}/treasurer: payment instruct 1 2
{second}/treasurer: payment countersign 2
wait 24h
{third}/treasurer: bank enter 1000000000.00 --payment 2 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 4
{asker}/case-officer: case close 1
expect cases 1 paid: 2400000000.00
expect cases 1 stage: closed

== A call, and what no vote can do
{second}/representative: decision table "Replenish the fund" --call 1000000000.00
{second}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{refuser}/representative: decision vote 2 abstain
wait 72h
expect decisions 2 stage: adopted
{asker}/representative: decision execute 2
expect agreements GBR called: 545454545.45
expect agreements FRA called: 454545454.55
# More than members signed cannot even be tabled.
{second}/representative: decision table "Call more than was signed" --call 40000000000.00
  refused by F13
