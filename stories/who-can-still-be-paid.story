# What the books say about tomorrow, before and after a member stays silent: what is approved is paid all the same.
story: A member stays silent, and what was approved is paid
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== Money comes in, and some does not
{second}/root: fund sign-agreement --paid-in 600.00 --callable 400.00
{third}/root: fund sign-agreement --paid-in 300.00 --callable 0.00
{fourth}/root: fund sign-agreement --paid-in 100.00 --callable 500.00
{second}/treasurer: bank enter 600.00 --from {second} --reference "statement 1, line 1"
{fourth}/treasurer: bank countersign 1
{third}/treasurer: bank enter 100.00 --from {third} --reference "statement 1, line 2"
{fourth}/treasurer: bank countersign 2
{fourth}/treasurer: bank enter 150.00 --from {fourth} --reference "statement 1, line 3"
{second}/treasurer: bank countersign 3
# What the fourth paid before it was due is held for it, and is not the fund's own.
expect liquidity 0 cash: 800.00
expect liquidity 0 owed: 200.00
expect liquidity 0 without_one: {third}
expect liquidity 0 left_without_one: 800.00
expect capacity 0 capacity: 800.00
expect capacity 1 capacity: 800.00
expect capacity 0 callable: 900.00
expect capacity 1 callable: 400.00

== Help is approved
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 300.00 "contract signed"
  --tranche 400.00 "first generator delivered"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{second}/representative: decision execute 1
expect liquidity 30 approved: 700.00
expect liquidity 30 left: 300.00
expect liquidity 30 left_without_one: 100.00
expect liquidity 30 payable: yes
expect liquidity 30 smallest: none
# No more than there is money for, whatever is owed and signed.
expect capacity 0 capacity: 100.00
expect capacity 2 capacity: 100.00

== A call
{second}/representative: decision table "A call" --call 300.00
{second}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
{second}/representative: decision execute 2
# What the fourth had paid before pays its part at once.
expect liquidity 0 cash: 850.00
expect liquidity 0 owed: 450.00
expect liquidity 0 without_one: {third}
expect statements {second} "owes now" amount: 133.33
expect statements {fourth} "owes now" amount: 116.67
expect statements {fourth} "can still be asked for" amount: 333.33
expect statements {third} "can still be asked for" amount: 0.00

== The third stays silent
{second}/treasurer: bank enter 133.33 --from {second} --reference "statement 2, line 1"
{fourth}/treasurer: bank countersign 4
wait 90d
expect statements {third} "owes now" amount: 200.00
expect statements {second} "owes now" amount: 0.00
expect statements {second} paid amount: 733.33
expect liquidity 0 cash: 983.33
expect liquidity 0 left: 600.00
expect liquidity 0 left_without_one: 400.00
expect liquidity 0 cash_alone: 283.33
expect liquidity 0 smallest: none

== What was approved is paid
{fourth}/case-officer: case attest 1 1
{fourth}/case-officer: case attest 1 2
{second}/treasurer: payment instruct 1 1
{fourth}/treasurer: payment countersign 1
{fourth}/treasurer: bank enter 300.00 --payment 1 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 5
expect liquidity 0 cash: 683.33
expect liquidity 0 approved: 400.00
{second}/treasurer: payment instruct 1 2
{fourth}/treasurer: payment countersign 2
{fourth}/treasurer: bank enter 400.00 --payment 2 --reference "statement 3, line 2"
{second}/treasurer: bank countersign 6
expect cases 1 paid: 700.00
expect liquidity 0 cash: 283.33
expect liquidity 0 approved: 0.00
# It owes what it owed, and nobody was asked for it in its place.
expect statements {third} "owes now" amount: 200.00
expect statements {third} "owes now" register: accounts
