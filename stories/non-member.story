# Help beyond the members: a State that is no member is admitted to ask, asks, signs and is paid, and does nothing else. Its
# admission ends; then it accedes, and its case stays its own.
story: A State that is no member asks for help
charter: assistance.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth
newcomer: XAA

== Representatives
every member accredits representative, treasurer, case-officer for 700d

== Money comes in
{second}/root: fund sign-agreement --paid-in 300.00 --callable 0.00
{second}/treasurer: bank enter 300.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== It is admitted to ask
# Who is a member asks as a member.
{asker}/representative: decision table "Help beyond the members" --admit-beneficiary {second}
  --name-en "A State" --name-fr "Un État"
  refused by M33
{asker}/representative: decision table "Help beyond the members" --admit-beneficiary {newcomer}
  --name-en "A State" --name-fr "Un État"
{asker}/representative: decision open 1
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 against
wait 240h
{second}/representative: decision execute 1
expect beneficiaries {newcomer} standing: admitted
{newcomer}/root: member accredit representative --for 365d
{newcomer}/root: member accredit case-officer --for 365d

== It asks, and nothing else
{newcomer}/representative: case request --purpose "transformers" --payee "central bank of {newcomer}, account 1"
  --tranche 60.00 "contract signed" --tranche 40.00 "delivered"
expect cases 1 beneficiary: {newcomer}
{newcomer}/representative: decision table "Help for ourselves" --assist 1
  refused by M32
{newcomer}/root: fund sign-agreement --paid-in 1.00 --callable 0.00
  refused by M32
{newcomer}/case-officer: case attest 1 1
  refused by M32

== All members decide
{asker}/representative: decision table "Help for {newcomer}" --assist 1
{asker}/representative: decision open 2
{newcomer}/representative: decision vote 2 in-favour
  refused by M32
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 against
wait 240h
expect decisions 2 stage: adopted
{third}/representative: decision execute 2
expect beneficiaries {newcomer} approved: 1

== It signs, and is paid
{asker}/case-officer: case attest 1 1
{asker}/treasurer: payment instruct 1 1
  refused by C36
{newcomer}/root: case sign-agreement 1
{asker}/treasurer: payment instruct 1 1
{second}/treasurer: payment countersign 1
{third}/treasurer: bank enter 60.00 --payment 1 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 2
{newcomer}/case-officer: case report-use 1 60.00 "six transformers"
{asker}/case-officer: case attest-use 1 1
expect financing-agreements 1 attested: 60.00

== Its admission ends, and its case goes on
{asker}/representative: decision table "No new requests" --end-admission {newcomer}
{asker}/representative: decision open 3
{asker}/representative: decision vote 3 in-favour
{second}/representative: decision vote 3 in-favour
{third}/representative: decision vote 3 in-favour
{fourth}/representative: decision vote 3 in-favour
wait 240h
{asker}/representative: decision execute 3
expect beneficiaries {newcomer} standing: ended
{newcomer}/representative: case request --purpose "more" --payee "central bank of {newcomer}, account 1" --tranche 1.00 "delivered"
  refused by M34
{asker}/case-officer: case attest 1 2
{asker}/treasurer: payment instruct 1 2
{second}/treasurer: payment countersign 2
{third}/treasurer: bank enter 40.00 --payment 2 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 3
expect cases 1 paid: 100.00

== It accedes, and its case stays its own
{asker}/representative: decision table "Invite {newcomer}" --admit {newcomer}
  --name-en "A State" --name-fr "Un État" --weight population=50000000
{asker}/representative: decision open 4
{asker}/representative: decision vote 4 in-favour
{second}/representative: decision vote 4 in-favour
{third}/representative: decision vote 4 in-favour
{fourth}/representative: decision vote 4 in-favour
wait 240h
{asker}/representative: decision execute 4
# The invitation names the keys that it has: nobody gives it others.
{newcomer}/root: member accede
expect membership {newcomer} standing: in force
expect beneficiaries {newcomer} standing: acceded
{newcomer}/case-officer: case report-use 1 40.00 "four transformers"
{newcomer}/representative: decision table "A member's draft" --call 1.00
  refused by F13
