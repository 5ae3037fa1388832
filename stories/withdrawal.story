# A member leaves by notice, can take it back while it runs, and owes what fell due before.
story: A member gives notice, stays, and leaves in the end
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 730d

== What it signed
{fourth}/root: fund sign-agreement --paid-in 50.00 --callable 100.00
{second}/root: fund sign-agreement --paid-in 0.00 --callable 100.00

== Notice, and second thoughts
{fourth}/root: member withdraw
expect membership {fourth} standing: withdrawing
{fourth}/root: member withdraw
  refused by M14
wait 300d
{fourth}/root: member stay
expect membership {fourth} standing: in force
{fourth}/root: member stay
  refused by M15

== Notice again
{fourth}/root: member withdraw
wait 364d
# Until it takes effect the member decides, and is called, as before.
{second}/representative: decision table "A call" --call 20.00
{second}/representative: decision open 1
{fourth}/representative: decision vote 1 against
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 1d
expect membership {fourth} standing: left
wait 240h
expect decisions 1 stage: adopted
# It left before the call was made: nothing new is asked of it, and what fell due before stays due.
{asker}/representative: decision execute 1
expect agreements {second} called: 20.00
expect agreements {fourth} called: 0.00
expect accounts money 111 "due from" {fourth} balance: 50.00
# Its credentials ended when it left, and its root can do nothing under the charter any more.
{fourth}/representative: decision vote 1 in-favour
  refused by A1
{fourth}/root: fund sign-agreement --paid-in 1.00 --callable 0.00
  refused by M7

== Three go on
{second}/representative: decision table "Another call" --call 80.01
  refused by F13
{third}/treasurer: bank enter 50.00 --from {fourth} --reference "the last instalment"
{second}/treasurer: bank countersign 1
expect accounts money 111 "due from" {fourth} balance: 0.00
