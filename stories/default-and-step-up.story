# A member does not pay its part of a call: what that costs, what the others give for it, and how they have it back.
story: A default, a step-up, and what is given back
charter: ../charters/dues.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 730d

== What is signed, and no more
{second}/root: fund sign-agreement --paid-in 0.00 --callable 1000.00
{third}/root: fund sign-agreement --paid-in 0.00 --callable 1000.00
{fourth}/root: fund sign-agreement --paid-in 0.00 --callable 1000.00
{asker}/root: fund sign-agreement --paid-in 600.00 --callable 0.00 --instalment 2026-12-01 200.00
  refused by F19
{asker}/root: fund sign-agreement --paid-in 600.00 --callable 0.00 --instalment 2027-01-31 600.01
  refused by F19
{asker}/root: fund sign-agreement --paid-in 600.00 --callable 0.00 --instalment 2027-01-31 200.00
expect agreements {asker} not_due: 200.00
{asker}/root: fund lodge-note --encash 2027-06-30 600.01
  refused by F20
{asker}/root: fund lodge-note --encash 2027-06-30 300.00 --encash 2028-06-30 300.00
expect agreements {asker} notes: 600.00
expect agreements {asker} not_due: 0.00

== A call, and its day
{asker}/representative: decision table "A call" --call 3000.01
  refused by F13
{asker}/representative: decision table "A call" --call 300.00
{asker}/representative: decision open 1
{asker}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{asker}/representative: decision execute 1
expect calls 1 {second} part: 100.00
{third}/treasurer: bank enter 100.00 --from {third} --reference "statement 1, line 1"
{fourth}/treasurer: bank countersign 1
{fourth}/treasurer: bank enter 100.00 --from {fourth} --reference "statement 1, line 2"
{third}/treasurer: bank countersign 2
expect calls 1 {third} paid: 0.00
wait 31d
expect calls 1 {third} paid: 100.00
expect arrears {second} principal: 100.00

== Ten days late: interest, to the cent
wait 10d
{second}/treasurer: bank enter 40.00 --from {second} --reference "statement 2, line 1"
{third}/treasurer: bank countersign 3
expect arrears {second} principal: 60.00
expect arrears {second} "interest booked" interest: 0.04

== Thirty days late: in default, and the others are asked
wait 20d
expect calls 1 {second} stepped_up: 60.00
expect calls 1 {second} shortfall: 0.00
expect calls 1 {third} for_others: 30.00
expect calls 1 {fourth} for_others: 30.00
expect agreements {third} still_callable: 870.00
expect arrears {second} "interest booked" interest: 0.22
# What was asked for another counts against what was signed, like any call.
{asker}/representative: decision table "A call" --call 2640.01
  refused by F13

== The others give it
wait 31d
{third}/treasurer: bank enter 30.00 --from {third} --reference "statement 3, line 1"
{fourth}/treasurer: bank countersign 4
{fourth}/treasurer: bank enter 30.00 --from {fourth} --reference "statement 3, line 2"
{third}/treasurer: bank countersign 5
expect calls 1 {fourth} paid_for_others: 30.00

== It pays late, and they have it back
{second}/treasurer: bank enter 60.41 --from {second} --reference "statement 3, line 3"
{third}/treasurer: bank countersign 6
expect calls 1 {second} paid: 100.00
expect agreements {third} still_callable: 900.00
expect agreements {fourth} still_callable: 900.00

== A call of all that is left, and a second default: nobody is asked beyond what it signed
{asker}/representative: decision table "All that is left" --call 2700.00
{asker}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
{asker}/representative: decision execute 2
{third}/treasurer: bank enter 870.00 --from {third} --reference "statement 4, line 1"
{fourth}/treasurer: bank countersign 7
{fourth}/treasurer: bank enter 870.00 --from {fourth} --reference "statement 4, line 2"
{third}/treasurer: bank countersign 8
wait 62d
expect calls 2 {third} paid: 900.00
expect calls 2 {second} stepped_up: 0.00
expect calls 2 {second} shortfall: 900.00
expect agreements {third} still_callable: 0.00
expect agreements {third} most: 1000.00
