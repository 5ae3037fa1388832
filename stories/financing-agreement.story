# A financing agreement: signed before anything is paid, with pre-financing that is accounted for; and a breach of it that
# the others find, stop paying for, and end once what was paid is back.
story: A financing agreement, and what its breach costs
charter: assistance.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 700d

== Money comes in
{second}/root: fund sign-agreement --paid-in 300.00 --callable 0.00
{second}/treasurer: bank enter 300.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== Help is asked for, a part of it ahead of its conditions
# 15 % of what is asked for, and no cent more.
{asker}/representative: case request --purpose "shelters" --payee "central bank of {asker}, account 1"
  --pre-financing 15.01 "designs" --tranche 50.00 "contract signed" --tranche 34.99 "roofs delivered"
  refused by C37
{asker}/representative: case request --purpose "shelters" --payee "central bank of {asker}, account 1"
  --pre-financing 15.00 "designs" --tranche 50.00 "contract signed" --tranche 35.00 "roofs delivered"
{second}/representative: decision table "Help for {asker}" --assist 1
{second}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{asker}/representative: decision execute 1

== Nothing is paid before it is signed
expect financing-agreements 1 terms: end-use, no-retransfer, audit, recovery
{second}/treasurer: payment instruct 1 1
  refused by C36
# An agreement takes full powers: a representative's key signs none.
{asker}/representative: case sign-agreement 1
  refused by O1
{second}/root: case sign-agreement 1
  refused by C24
{asker}/root: case sign-agreement 1
{asker}/root: case sign-agreement 1
  refused by C35

== Pre-financing is an advance until its use is attested
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{third}/treasurer: bank enter 15.00 --payment 1 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 2
expect accounts money 115 advances case-1 balance: 15.00
{second}/case-officer: case attest 1 2
{second}/treasurer: payment instruct 1 2
  refused by C38
{asker}/case-officer: case report-use 1 15.01 "designs of shelters"
  refused by C39
{asker}/case-officer: case report-use 1 12.00 "designs of shelters"
# It was more: another report takes the place of the first.
{asker}/case-officer: case report-use 1 15.00 "designs of shelters and of a road" --replaces 1
{asker}/case-officer: case attest-use 1 2
  refused by C7
{fourth}/case-officer: case attest-use 1 1
  refused by C40
{fourth}/case-officer: case attest-use 1 2
expect use-reports 1 1 stage: replaced
expect use-reports 1 2 attested_by: {fourth}
expect financing-agreements 1 pre_financing: 0.00
expect accounts money 115 advances case-1 balance: 0.00
expect accounts money 500 assistance case-1 balance: 15.00

== The next tranche is paid
{second}/treasurer: payment instruct 1 2
{third}/treasurer: payment countersign 2
{third}/treasurer: bank enter 50.00 --payment 2 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 3
{asker}/case-officer: case report-use 1 20.00 "walls"
expect financing-agreements 1 paid: 65.00
expect financing-agreements 1 accounted_for: 35.00
expect financing-agreements 1 attested: 15.00

== The others find a breach
# Of a term that was signed, by the rule of the help itself; the beneficiary takes no part.
{third}/representative: decision table "What was bought went on to another" --find-breach 1:no-retransfer
{third}/representative: decision open 2
{asker}/representative: decision vote 2 against
  refused by D6
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 72h
{fourth}/treasurer: decision execute 2
expect financing-agreements 1 breach: no-retransfer
expect financing-agreements 1 to_be_recovered: 65.00
{second}/case-officer: case attest 1 3
{second}/treasurer: payment instruct 1 3
  refused by C43

== What was paid comes back
{second}/treasurer: bank enter 65.00 --recovery 1 --reference "statement 4, line 1"
{fourth}/treasurer: bank countersign 4
expect financing-agreements 1 to_be_recovered: 0.00
expect accounts money 500 assistance case-1 balance: 0.00

== The breach is over
{third}/representative: decision table "Remedied" --end-breach 1
{third}/representative: decision open 3
{second}/representative: decision vote 3 in-favour
{third}/representative: decision vote 3 in-favour
{fourth}/representative: decision vote 3 in-favour
wait 72h
{second}/representative: decision execute 3
expect financing-agreements 1 breach:
{second}/treasurer: payment instruct 1 3
{third}/treasurer: payment countersign 3
{third}/treasurer: bank enter 35.00 --payment 3 --reference "statement 5, line 1"
{second}/treasurer: bank countersign 5

== What was told of what came back counts no more
expect financing-agreements 1 accounted_for: 0.00
expect use-reports 1 3 stage: came back
{second}/case-officer: case attest-use 1 3
  refused by C39
{asker}/case-officer: case report-use 1 35.01 "roofs"
  refused by C39
{asker}/case-officer: case report-use 1 35.00 "roofs"
{fourth}/case-officer: case attest-use 1 4
expect financing-agreements 1 attested: 35.00
