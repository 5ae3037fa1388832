# Members pay what they owe in the fund's currency or in two others. Every amount is kept in both currencies, with the rate
# between them; what rates take is taken from what was kept back for it, and from no case that was approved.
story: A fund in three currencies
charter: three-currencies.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives and agreements
every member accredits representative, treasurer, case-officer for 365d
{second}/root: fund sign-agreement --paid-in 1000000.00 --callable 0.00
{third}/root: fund sign-agreement --paid-in 500000.00 --callable 0.00
{fourth}/root: fund sign-agreement --paid-in 200000.00 --callable 0.00

== A rate is on record once two treasurers of different members say so
{second}/treasurer: fund rate JPY 0.0067 --kind spot --source "reference rates of a central bank"
  refused by F55
{second}/treasurer: fund rate EUR 1.0842 --day 2026-12-02 --kind spot --source "reference rates of a central bank"
  refused by F56
{second}/treasurer: fund rate EUR 1.0842 --kind spot --source "reference rates of a central bank"
{second}/treasurer: fund countersign-rate 1
  refused by F58
expect rates 1 stage: waits

== Money in euros waits for its rate
{second}/treasurer: bank enter 100000 --currency JPY --from {second} --reference "statement 1, line 0"
  refused by F55
{second}/treasurer: bank enter 922339.04 --currency EUR --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1
  refused by F60
{third}/treasurer: fund countersign-rate 1
expect rates 1 stage: on record
{third}/treasurer: bank countersign 1
# 922 339.04 euros at 1.0842 are 999 999.99 dollars: one cent short is one cent owed.
expect agreements {second} received: 999999.99
expect accounts money 111 "due from" {second} balance: 0.01
expect currencies EUR held: 922339.04
expect currencies EUR book_value: 999999.99
expect currencies EUR kept_back: 50000.00
{second}/treasurer: bank enter 0.01 --from {second} --reference "statement 2, line 1"
{third}/treasurer: bank countersign 2
expect agreements {second} received: 1000000.00

== Money in pounds and in dollars
{third}/treasurer: fund rate GBP 12719/10000 --kind spot --source "reference rates of a central bank"
{asker}/treasurer: fund countersign-rate 2
expect rates 2 worth: 1.2719
# It is booked as another's by mistake, and two treasurers say whose it is: worth what it was worth.
{third}/treasurer: bank enter 393112.67 --currency GBP --from {second} --reference "statement 1, line 1 in pounds"
{fourth}/treasurer: bank countersign 3
expect accounts money 200 "prepaid by" {second} balance: 500000.00
{third}/treasurer: bank identify 3 --from {third}
{fourth}/treasurer: bank identify 3 --from {third}
expect accounts money 200 "prepaid by" {second} balance: 0.00
expect agreements {third} received: 500000.00
{fourth}/treasurer: bank enter 200000.00 --from {fourth} --reference "statement 2, line 2"
{asker}/treasurer: bank countersign 4
expect accounts "commitment authority" 14 "authority available" balance: 1625000.00

== Help is adopted, and the euro falls
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 1000000.00 "contract signed" --tranche 600000.00 "generators delivered"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{second}/treasurer: fund rate EUR 1 --kind spot --source "reference rates of a central bank"
{fourth}/treasurer: fund countersign-rate 3
expect currencies EUR unrealised: -77660.95
# 27 660.95 more than is kept back: help of 1 600 000 is more than the 1 597 339.05 that are left.
{second}/representative: decision execute 1
  refused by F61

== An exchange at a loss
{second}/treasurer: bank enter 922339.05 --currency EUR --bought 930000.00 --reference "statement 3, line 1"
{third}/treasurer: bank countersign 5
  refused by F12
{second}/treasurer: bank enter 922339.04 --currency EUR --bought 930000.00 --reference "statement 3, line 1"
{third}/treasurer: bank countersign 6
expect currencies EUR held: 0.00
expect currencies EUR book_value: 0.00
expect currencies EUR realised: -69999.99
# What came in euros was exchanged: it is not taken back any more.
{third}/treasurer: bank take-back 1
  refused by F44
expect currencies EUR kept_back: 0.00
expect accounts "commitment authority" 14 "authority available" balance: 1605000.01
{second}/representative: decision execute 1
expect accounts "commitment authority" 14 "authority available" balance: 5000.01

== What was approved is paid
{fourth}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{second}/treasurer: bank enter 1000000.00 --payment 1 --reference "statement 4, line 1"
{fourth}/treasurer: bank countersign 7
expect cases 1 paid: 1000000.00

== What is held at the end of a day
{second}/treasurer: fund revalue 2026-12-04
  refused by F63
wait 24h
{second}/treasurer: fund revalue 2026-12-04
  refused by F63
{second}/treasurer: fund rate GBP 1.2650 --day 2026-12-04 --kind closing --source "reference rates of a central bank"
{fourth}/treasurer: fund countersign-rate 4
{asker}/treasurer: fund revalue 2026-12-04
{fourth}/treasurer: fund revalue 2026-12-04
  refused by F64
expect currencies GBP value: 497287.53
expect currencies GBP unrealised: -2712.47
# The value in the books stays what it was: the day's entry was taken back on the next.
expect currencies GBP book_value: 500000.00

== Pounds are exchanged before the second tranche
# Payments leave in the fund's currency only.
{fourth}/case-officer: case attest 1 2
{second}/treasurer: payment instruct 1 2
{third}/treasurer: payment countersign 2
  refused by F12
{second}/treasurer: bank enter 393112.67 --currency GBP --bought 510000.00 --reference "statement 5, line 1"
{fourth}/treasurer: bank countersign 8
expect currencies GBP realised: 10000.00
expect accounts "commitment authority" 14 "authority available" balance: 30000.01
{third}/treasurer: payment countersign 2
{second}/treasurer: bank enter 600000.00 --payment 2 --reference "statement 5, line 2"
{fourth}/treasurer: bank countersign 9
expect cases 1 paid: 1600000.00
