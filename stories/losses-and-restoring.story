# What is lost is borne by income, then by the reserve, then by what members paid in; and the members restore that, and no more.
story: What is lost, and what restores it
charter: losses-and-restoring.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 700d

== Money comes in
{second}/root: fund sign-agreement --paid-in 100.00 --callable 300.00
{third}/root: fund sign-agreement --paid-in 100.00 --callable 100.00
{third}/treasurer: bank enter 100.00 --from {second} --reference "2026-12-01/1"
{fourth}/treasurer: bank countersign 1
{second}/treasurer: bank enter 100.00 --from {third} --reference "2026-12-01/2"
{fourth}/treasurer: bank countersign 2

== A year's net income goes to the reserve
{third}/treasurer: bank enter 5.00 --income --reference "2026-12-01/3"
{fourth}/treasurer: bank countersign 3
# The income bears what the bank charges, and 4.00 are left of it when the year is over.
{third}/treasurer: bank enter 1.00 --charge --reference "2026-12-01/4"
{fourth}/treasurer: bank countersign 4
expect losses 1 by_income: 1.00
wait 31d
expect accounts money 301 reserve balance: 4.00
expect accounts "commitment authority" 14 "authority available" balance: 200.00

== Nearly all is promised
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 190.00 "contract signed"
{second}/representative: decision table "Help for {asker}" --assist 1
{second}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{asker}/representative: decision execute 1

== Money leaves that nobody instructed
{third}/treasurer: bank enter 20.00 --not-instructed --reference "2027-01-04/1"
{fourth}/treasurer: bank countersign 5
expect losses 2 by_reserve: 4.00
expect losses 2 by_paid_in: 16.00
expect accounts money 301 reserve balance: 0.00
# Ten were available: six are short, and the case keeps what it has.
expect accounts "commitment authority" 12 "authority short" balance: 6.00
expect accounts "commitment authority" 14 "authority available" balance: 0.00
expect accounts "commitment authority" 15 "authority allocated" case-1 balance: 190.00

== What was lost is restored, and no more
{second}/representative: decision table "Restore more" --restore-paid-in 16.01
  refused by F74
{second}/representative: decision table "Restore it" --restore-paid-in 16.00
{second}/representative: decision open 2
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
{fourth}/representative: decision execute 2
expect losses 2 restored: 16.00
expect losses 2 to_restore: 0.00
{second}/representative: decision table "Once more" --restore-paid-in 0.01
  refused by F74
# It is a call like any other: in proportion to what each signed as callable.
expect calls 1 {second} part: 12.00
expect calls 1 {third} part: 4.00
{third}/treasurer: bank enter 12.00 --from {second} --reference "2027-01-07/1"
{fourth}/treasurer: bank countersign 6
{second}/treasurer: bank enter 4.00 --from {third} --reference "2027-01-07/2"
{fourth}/treasurer: bank countersign 7
# What was short is filled first.
expect accounts "commitment authority" 12 "authority short" balance: 0.00
expect accounts "commitment authority" 14 "authority available" balance: 10.00
