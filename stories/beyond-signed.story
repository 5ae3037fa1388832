# What each member signed is the most that it can be called for, whatever the others adopt.
story: No member pays beyond what it signed
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 365d

== Two members sign
{second}/root: fund sign-agreement --paid-in 100.00 --callable 60.00
{third}/root: fund sign-agreement --paid-in 0.00 --callable 30.00
{second}/root: fund sign-agreement --paid-in 0.00 --callable 1.00
  refused by F6
{fourth}/root: fund sign-agreement --paid-in 0.00 --callable 0.00
  refused by F5
{fourth}/root: fund sign-agreement --paid-in -1.00 --callable 5.00
  refused by F5

== More comes in than is due
{third}/treasurer: bank enter 120.00 --from {second} --reference "statement 1, line 1"
{fourth}/treasurer: bank countersign 1
expect agreements {second} received: 120.00
expect accounts money 111 "due from" {second} balance: 0.00
expect accounts money 200 "prepaid by" {second} balance: 20.00
# No line of the statement is booked twice.
{third}/treasurer: bank enter 120.00 --from {second} --reference "statement 1, line 1"
  refused by F7

== All are called for everything that was signed, and for no cent more
{asker}/representative: decision table "Call more" --call 90.01
  refused by F13
{asker}/representative: decision table "Call all" --call 90.00
{asker}/representative: decision table "Call all twice" --call 90.00
{asker}/representative: decision open 1
{asker}/representative: decision open 2
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
{asker}/representative: decision execute 1
expect agreements {second} called: 60.00
# What was paid over pays its part of the call at once, and counts like any money paid in.
expect accounts money 200 "prepaid by" {second} balance: 0.00
expect accounts money 111 "due from" {second} balance: 40.00
expect agreements {third} called: 30.00
expect agreements {asker} called: 0.00
expect agreements {fourth} called: 0.00
expect agreements {second} still_callable: 0.00
# Adopted by all, and yet not executed: nothing is left that members signed.
expect decisions 2 stage: adopted
{asker}/representative: decision execute 2
  refused by F13
{asker}/representative: decision table "Call a cent" --call 0.01
  refused by F13

== One pays before it signs, and its money waits for its signature
{third}/treasurer: bank enter 5.00 --from {fourth} --reference "statement 1, line 2"
{second}/treasurer: bank countersign 2
expect accounts money 200 "prepaid by" {fourth} balance: 5.00
{fourth}/root: fund sign-agreement --paid-in 4.00 --callable 0.00
expect accounts money 200 "prepaid by" {fourth} balance: 1.00
expect accounts money 111 "due from" {fourth} balance: 0.00
expect accounts "commitment authority" 14 "authority available" balance: 124.00
