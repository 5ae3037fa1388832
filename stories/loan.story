# A loan: asked for, decided, paid, repaid with interest to the cent; and one that is given up.
story: A loan, repaid with interest to the cent
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 700d

== Money comes in
{second}/root: fund sign-agreement --paid-in 300.00 --callable 0.00
{second}/treasurer: bank enter 300.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== A loan is asked for
# What is repaid is what is lent.
{asker}/representative: case request --purpose "grid repair" --payee "central bank of {asker}, account 1"
  --tranche 100.00 "contract signed" --grace 30 --instalment 0 40.00 --instalment 335 59.99 --interest 2.5
  refused by C17
{asker}/representative: case request --purpose "grid repair" --payee "central bank of {asker}, account 1"
  --tranche 100.00 "contract signed" --grace 30 --instalment 0 40.00 --instalment 335 60.00 --interest 2.5
expect cases 1 kind: loan
{second}/representative: decision table "A loan to {asker}" --assist 1
{second}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{asker}/representative: decision execute 1

== It is paid out, and is still the fund's
{second}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
# Nothing comes back on what was not paid out.
{third}/treasurer: bank enter 1.00 --repayment 1 --reference "statement 2, line 0"
  refused by C20
{third}/treasurer: bank enter 100.00 --payment 1 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 2
expect accounts money 116 loans case-1 balance: 100.00
expect loans 1 outstanding: 100.00
{third}/case-officer: case close 1
  refused by C21

== The first instalment: interest first, then principal
wait 30d
# 60.20 are typed for 40.20, and booked. Two treasurers take the line back: as if it had never been said.
{third}/treasurer: bank enter 60.20 --repayment 1 --reference "statement 3, line 1"
{fourth}/treasurer: bank countersign 3
expect loans 1 outstanding: 40.00
{third}/treasurer: bank take-back 3
{second}/treasurer: bank take-back 3
expect loans 1 outstanding: 100.00
expect loans 1 interest_paid: 0.00
# 2.5 % of 100.00 for 30 days is 0.2054: 0.20 is owed, and the rest stays in the count.
{second}/treasurer: bank enter 40.20 --repayment 1 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 4
  refused by F9
{fourth}/treasurer: bank countersign 4
expect loans 1 interest_paid: 0.20
expect loans 1 repaid: 40.00
expect loans 1 overdue:
# What came back can be committed again.
expect accounts "commitment authority" 14 balance: 240.00

== The second is late
wait 340d
expect loans 1 overdue: 60.00
# Nobody owes more than this: 2.5 % of 60.00 for 340 days is 1.397, and 0.0054 was left.
{third}/treasurer: bank enter 61.41 --repayment 1 --reference "statement 4, line 1"
{fourth}/treasurer: bank countersign 5
expect loans 1 interest_paid: 1.60
expect loans 1 outstanding: 0.00
expect cases 1 stage: closed
# What was over is the payer's.
expect accounts money 200 "prepaid by" {asker} balance: 0.01
expect accounts money 404 balance: 1.60
expect accounts "commitment authority" 14 balance: 300.00
{third}/treasurer: bank enter 1.00 --repayment 1 --reference "statement 5, line 1"
  refused by C20

== What was over goes back, and nothing came from the borrower
expect agreements {asker} received: 0.01
{third}/treasurer: bank enter 0.01 --refund-to {asker} --reference "statement 5, line 1"
{second}/treasurer: bank countersign 6
expect agreements {asker} received: 0.00
