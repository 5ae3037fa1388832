# A member is heard, suspended by a higher majority of the others, and comes back; never are too few left to decide.
story: A member is heard, suspended, and comes back
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth
newcomer: XAA

== Representatives
every member accredits representative, treasurer for 730d

== With four members nobody can be suspended
{asker}/representative: decision table "Suspend {fourth}" --suspend {fourth}
{asker}/representative: decision open 1
  refused by M21
{fourth}/treasurer: decision state 1 "Our instalment left on Monday."
{second}/representative: decision state 1 "Not ours to say."
  refused by M22
wait 14d
{asker}/representative: decision open 1
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 240h
expect decisions 1 stage: adopted
# Adopted, and yet three would be left, and two where one of these asks for help.
{asker}/representative: decision execute 1
  refused by M20
{fourth}/representative: decision vote 1 against
  refused by D5

== A fifth accedes
{asker}/representative: decision table "Invite {newcomer}" --admit {newcomer}
  --name-en "A State" --name-fr "Un État" --weight population=50000000
{asker}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
wait 240h
{asker}/representative: decision execute 2
{newcomer}/root: member accede
{newcomer}/root: member accredit representative --for 365d

== Now it can be
{third}/representative: decision execute 1
expect membership {fourth} standing: suspended
{fourth}/representative: decision table "A rival draft" --suspend {third}
  refused by M9
# What it signs, it signs; and it can still execute what others decided.
{fourth}/root: fund sign-agreement --paid-in 10.00 --callable 20.00
{second}/representative: decision table "A call" --call 20.00
{second}/representative: decision open 3
{fourth}/representative: decision vote 3 against
  refused by D6
{asker}/representative: decision vote 3 in-favour
{second}/representative: decision vote 3 in-favour
{third}/representative: decision vote 3 in-favour
wait 240h
{fourth}/representative: decision execute 3
expect agreements {fourth} called: 20.00
# Nor can a second be, while the first is.
{asker}/representative: decision table "Suspend {third}" --suspend {third}
wait 14d
{asker}/representative: decision open 4
{asker}/representative: decision vote 4 in-favour
{second}/representative: decision vote 4 in-favour
{newcomer}/representative: decision vote 4 in-favour
wait 240h
expect decisions 4 stage: adopted
{asker}/representative: decision execute 4
  refused by M20

== It ends by itself, at its time
wait 365d
expect membership {fourth} standing: in force
{fourth}/root: member accredit representative --for 365d --new-key
{fourth}/representative: decision table "End what has ended" --restore {fourth}
  refused by M19
