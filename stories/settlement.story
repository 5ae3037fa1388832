# A member leaves, and is paid its share over time: approved help comes first, what it owes is set off, and no text that the
# others adopt without it takes its share away.
story: A State that left is paid its share
charter: settlement.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 730d

== What is signed, paid and announced
{second}/root: fund sign-agreement --paid-in 100.00 --callable 0.00
{fourth}/root: fund sign-agreement --paid-in 60.00 --callable 40.00
{second}/treasurer: bank enter 100.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1
{fourth}/treasurer: bank enter 50.00 --from {fourth} --reference "statement 1, line 2"
{third}/treasurer: bank countersign 2
{fourth}/representative: fund pledge --amount 500.00
{second}/representative: fund indicate {fourth} expected --amount 700.00 --source "a statement in its parliament"
expect statements {fourth} "owes now" amount: 10.00

== A guarantee is approved
{asker}/representative: case request --purpose "a bridge" --payee "central bank of {asker}, account 1"
  --tranche 60.00 "the lender's demand" --guarantee 200
{second}/representative: decision table "A guarantee for {asker}" --assist 1
{second}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{second}/representative: decision execute 1
expect accounts "commitment authority" 14 balance: 90.00

== The others adopt a text by which nothing comes back
{second}/representative: decision table "Amendment of the charter" --amend amended.toml
{second}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
wait 168h
{second}/representative: decision execute 2
{asker}/root: member accept-amendment 2
{second}/root: member accept-amendment 2
{third}/root: member accept-amendment 2
expect membership {fourth} standing: bound by an older text

== The fourth has not accepted it, and leaves on the terms that it accepted
{fourth}/root: member withdraw
wait 89d
expect pledges {fourth} amount: 500.00
wait 1d
expect membership {fourth} standing: left
# The fund had 150.00, of which 60.00 are set aside: 90.00. The fourth had paid 50.00 of 150.00 and owed 10.00, which count
# as paid: 60 parts of 160, of 100.00. What it owed is set off.
expect settlements {fourth} share: 37.50
expect settlements {fourth} set_off: 10.00
expect settlements {fourth} ahead: 27.50
expect settlements {fourth} payable: 0.00
expect statements {fourth} "owes now" amount: 0.00
expect accounts "commitment authority" 14 balance: 62.50
expect accounts "commitment authority" 15 "authority allocated" case-1 balance: 60.00
# It is held for the State that left: help cannot be paid with it, and what was approved is paid all the same.
expect liquidity 0 cash: 122.50
expect liquidity 365 payable: yes

== The first instalment
{third}/treasurer: bank enter 6.88 --settlement {fourth} --reference "statement 2, line 1"
  refused by F33
wait 91d
expect settlements {fourth} payable: 6.88
{third}/treasurer: bank enter 6.89 --settlement {fourth} --reference "statement 2, line 1"
  refused by F33
{third}/treasurer: bank enter 6.88 --settlement {fourth} --reference "statement 2, line 1"
{third}/treasurer: bank countersign 3
  refused by F9
{second}/treasurer: bank countersign 3
expect settlements {fourth} paid: 6.88
expect settlements {fourth} payable: 0.00
expect accounts money 204 "settlement payable to" {fourth} balance: 20.62

== Nobody claimed the guarantee
wait 20d
# All 60.00 of it are free again: it has its part of them too, with the next instalment.
expect settlements {fourth} share: 60.00
expect settlements {fourth} payable: 0.00
expect settlements {fourth} ahead: 43.12
expect accounts "commitment authority" 14 balance: 100.00
wait 70d
expect settlements {fourth} payable: 29.38
{third}/treasurer: bank enter 29.38 --settlement {fourth} --reference "statement 3, line 1"
{second}/treasurer: bank countersign 4

== The last
wait 180d
expect settlements {fourth} payable: 13.74
{third}/treasurer: bank enter 13.74 --settlement {fourth} --reference "statement 4, line 1"
{second}/treasurer: bank countersign 5
# It paid 50.00, and 50.00 came back: no help was paid with it.
expect settlements {fourth} paid: 50.00
expect settlements {fourth} ahead: 0.00
expect accounts money 204 "settlement payable to" {fourth} balance: 0.00
expect accounts money 100 cash balance: 100.00
expect accounts "commitment authority" 14 balance: 100.00
