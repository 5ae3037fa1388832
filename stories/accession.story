# The members invite a State; it is bound by its own accession and by nothing else.
story: A State is invited, and accedes by itself
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth
newcomer: XAA

== Representatives
every member accredits representative, treasurer for 730d

== The invitation
# Weights are given for every measure, and for no other.
{asker}/representative: decision table "Invite {newcomer}" --admit {newcomer}
  --name-en "A State" --name-fr "Un État"
  refused by M16
{asker}/representative: decision table "Invite {newcomer}" --admit {newcomer}
  --name-en "A State" --name-fr "Un État" --weight population=50000000
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{asker}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 against
wait 240h
expect decisions 1 stage: adopted
{second}/representative: decision execute 1
expect membership {newcomer} standing: invited
# Invited is not bound: it gives no command but its accession.
{newcomer}/root: member accredit representative --for 365d
  refused by M7

== The accession
{newcomer}/root: member accede
expect membership {newcomer} standing: in force
expect membership {newcomer} weights: population 50000000
{newcomer}/root: member accredit representative --for 365d
{newcomer}/root: fund sign-agreement --paid-in 0.00 --callable 60.00
{newcomer}/root: member accede
  refused by M17

== Five decide
{newcomer}/representative: decision table "A call" --call 10.00
{newcomer}/representative: decision open 2
{newcomer}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
wait 240h
expect decisions 2 stage: adopted
{newcomer}/representative: decision execute 2
expect agreements {newcomer} called: 10.00
