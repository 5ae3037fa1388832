# Every line of the bank's statement has its place in the books, and a wrong one is put right on two members' word.
story: What the bank's statement says
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d
{second}/root: fund sign-agreement --paid-in 100.00 --callable 0.00
{third}/root: fund sign-agreement --paid-in 50.00 --callable 0.00

== One pays in part, and the other by mistake for it
{fourth}/treasurer: bank enter 60.00 --from {second} --reference "2026-12-01/1"
{asker}/treasurer: bank countersign 1
expect accounts money 111 "due from" {second} balance: 40.00
# Fifty came from the third, and two treasurers booked it as the second's.
{fourth}/treasurer: bank enter 50.00 --from {second} --reference "2026-12-01/2"
{asker}/treasurer: bank countersign 2
expect accounts money 200 "prepaid by" {second} balance: 10.00
{third}/treasurer: bank enter 50.00 --from {third} --reference "2026-12-01/2"
  refused by F7
# One treasurer alone takes nothing back, and the same member's second word is none.
{third}/treasurer: bank take-back 2
{third}/treasurer: bank take-back 2
  refused by F42
expect bank-lines 2 stage: booked
{fourth}/treasurer: bank take-back 2
expect bank-lines 2 stage: taken back
expect accounts money 111 "due from" {second} balance: 40.00
{third}/treasurer: bank enter 50.00 --from {third} --reference "2026-12-01/2"
{fourth}/treasurer: bank countersign 3
expect accounts money 111 "due from" {third} balance: 0.00
{fourth}/treasurer: bank take-back 2
  refused by F40

== Money that nobody can place
{fourth}/treasurer: bank enter 45.00 --unidentified --reference "2026-12-01/3"
{asker}/treasurer: bank countersign 4
expect suspense 4 amount: 45.00
expect accounts "commitment authority" 14 "authority available" balance: 110.00
{second}/treasurer: bank identify 4 --from {second}
{third}/treasurer: bank identify 4 --from {second}
expect bank-lines 4 stage: booked
expect accounts money 111 "due from" {second} balance: 0.00
# It was more than was due: what is over is prepaid, and goes back where two treasurers say that it did.
expect accounts money 200 "prepaid by" {second} balance: 5.00
expect accounts "commitment authority" 14 "authority available" balance: 150.00
{third}/treasurer: bank enter 5.01 --refund-to {second} --reference "2026-12-01/4"
  refused by F35
{third}/treasurer: bank enter 5.00 --refund-to {second} --reference "2026-12-01/4"
{fourth}/treasurer: bank countersign 5
expect agreements {second} received: 100.00

== What the bank charges and credits
{third}/treasurer: bank enter 0.40 --income --reference "2026-12-01/5"
{fourth}/treasurer: bank countersign 6
{third}/treasurer: bank enter 0.50 --charge --reference "2026-12-01/6"
{fourth}/treasurer: bank countersign 7
# Income covers what it can; the rest takes the authority that the money had counted for.
expect accounts "commitment authority" 14 "authority available" balance: 149.90

== Help is paid, comes back, and is paid again
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 100.00 "contract signed"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{third}/representative: decision execute 1
{fourth}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{third}/treasurer: bank enter 100.00 --payment 1 --reference "2026-12-04/1"
{fourth}/treasurer: bank countersign 8
{fourth}/case-officer: case close 1
{third}/treasurer: bank enter 99.00 --returned 1 --reference "2026-12-04/2"
  refused by F11
{third}/treasurer: bank enter 100.00 --returned 1 --reference "2026-12-04/2"
{fourth}/treasurer: bank countersign 9
expect payments 1 stage: came back
expect cases 1 paid: 0.00
expect cases 1 stage: approved
# No correction takes from the case what was set aside for it, and a payment's line is not corrected.
{third}/treasurer: bank take-back 1
  refused by F41
{third}/treasurer: bank take-back 9
  refused by F40
{third}/treasurer: bank enter 100.00 --returned 1 --reference "2026-12-04/3"
  refused by F36
{fourth}/treasurer: payment instruct 1 1
{second}/treasurer: payment countersign 2
{third}/treasurer: bank enter 100.00 --payment 2 --reference "2026-12-04/4"
{fourth}/treasurer: bank countersign 10
expect cases 1 paid: 100.00

== Money leaves, and nobody sent it
{third}/treasurer: bank enter 20.00 --not-instructed --reference "2026-12-04/5"
expect alarms 11 stage: reported
{fourth}/treasurer: bank countersign 11
expect alarms 11 stage: stands
expect accounts "commitment authority" 14 "authority available" balance: 29.90
{third}/treasurer: bank enter 19.99 --made-good 11 --reference "2026-12-04/6"
  refused by F37
{third}/treasurer: bank enter 20.00 --made-good 11 --reference "2026-12-04/6"
{fourth}/treasurer: bank countersign 12
expect alarms 11 stage: made good
expect accounts "commitment authority" 14 "authority available" balance: 49.90
{fourth}/treasurer: bank identify 6 --from {fourth}
  refused by F39
