# Cash is invested within limits, never what approved help needs, and comes back with a gain or a loss; and a budget is spent.
story: What is invested, what comes of it, and what the administration spends
charter: treasury.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== Money comes in
{second}/root: fund sign-agreement --paid-in 100.00 --callable 0.00
{third}/treasurer: bank enter 100.00 --from {second} --reference "2026-12-01/1"
{fourth}/treasurer: bank countersign 1

== Half of it is invested, and no more
{third}/treasurer: bank enter 50.01 --invest bill-1 --matures 2027-03-01 --reference "2026-12-01/2"
  refused by F76
{third}/treasurer: bank enter 10.00 --invest bill-1 --matures 2027-12-02 --reference "2026-12-01/2"
  refused by F78
{third}/treasurer: bank enter 40.00 --invest bill-1 --matures 2026-12-31 --reference "2026-12-01/2"
{third}/treasurer: bank countersign 2
  refused by F9
{fourth}/treasurer: bank countersign 2
{third}/treasurer: bank enter 10.00 --invest bill-1 --matures 2027-03-01 --reference "2026-12-01/3"
  refused by F79
{third}/treasurer: bank enter 10.00 --invest deposit-1 --matures 2027-06-01 --reference "2026-12-01/3"
{fourth}/treasurer: bank countersign 3
expect accounts money 100 cash balance: 50.00
expect accounts money 101 investments bill-1 balance: 40.00
# What was paid in is still the fund's: as much can be promised as before.
expect accounts "commitment authority" 14 "authority available" balance: 100.00
# In the ladder it counts from the day on which it is to come back.
expect liquidity 0 invested: 0.00
expect liquidity 30 invested: 40.00
expect liquidity 365 invested: 50.00

== Approved help is never invested
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 45.00 "contract signed"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{third}/representative: decision execute 1
{fourth}/case-officer: case attest 1 1
{third}/treasurer: bank enter 40.00 --divest bill-1 --reference "2026-12-04/1"
{fourth}/treasurer: bank countersign 4
expect investments bill-1 stage: came back
# Of 90.00 at the bank 45.00 can leave; the article would allow 40.00 beside what is invested.
{third}/treasurer: bank enter 40.01 --invest bill-2 --matures 2027-03-01 --reference "2026-12-04/2"
  refused by F76
{third}/treasurer: bank enter 40.00 --invest bill-2 --matures 2027-03-01 --reference "2026-12-04/2"
{fourth}/treasurer: bank countersign 5
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{third}/treasurer: bank enter 45.00 --payment 1 --reference "2026-12-04/3"
{fourth}/treasurer: bank countersign 6
expect cases 1 paid: 45.00

== One gains, and one loses
wait 87d
{third}/treasurer: bank enter 41.00 --divest bill-2 --reference "2027-03-01/1"
{fourth}/treasurer: bank countersign 7
expect investments bill-2 result: 1.00
{third}/treasurer: bank enter 7.00 --divest deposit-1 --reference "2027-03-01/2"
{fourth}/treasurer: bank countersign 8
expect investments deposit-1 result: -3.00
# Income bears what it can, and what members paid in the rest.
expect losses 1 by_income: 1.00
expect losses 1 by_paid_in: 2.00
expect accounts "commitment authority" 14 "authority available" balance: 53.00
{third}/treasurer: bank enter 7.00 --divest deposit-1 --reference "2027-03-01/3"
  refused by F79

== A budget for the administration
{second}/representative: decision table "Budget of 2029" --budget 2029:5.00
  refused by F81
{second}/representative: decision table "Budget of 2027" --budget 2027:5.00
{second}/representative: decision open 2
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
{third}/representative: decision execute 2
expect budgets 2027 approved: 5.00
expect accounts "commitment authority" 14 "authority available" balance: 48.00
{third}/treasurer: bank enter 5.01 --expense 2027 --reference "2027-03-04/1"
  refused by F82
{third}/treasurer: bank enter 3.50 --expense 2027 --reference "2027-03-04/1"
{fourth}/treasurer: bank countersign 9
expect budgets 2027 spent: 3.50
expect budgets 2027 left: 1.50
# Late lines have ninety days; then what is unspent goes back, by time alone.
wait 393d
expect budgets 2027 stage: closed
expect budgets 2027 went_back: 1.50
expect accounts "commitment authority" 14 "authority available" balance: 49.50
