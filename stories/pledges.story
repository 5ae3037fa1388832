# Pledges, conditional and matching ones, and what becomes of them: words before law, and never money to promise.
story: Pledges, and what they come to
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 730d

== A promise is not law
{second}/representative: fund pledge --amount 900.00 --condition "subject to appropriation"
{third}/representative: fund pledge --amount 500.00 --matching 1/2 --lapses 2026-12-31
{fourth}/representative: fund pledge
expect pledges {second} amount: 900.00
expect pledges {fourth} amount:
# Half of 900.00, and no more than it said.
expect pledges {third} comes_to: 450.00
{asker}/treasurer: fund pledge --amount 1.00
  refused by O1
{fourth}/representative: fund pledge --lapses 2026-12-01
  refused by F17

== What matches follows what the others give, to the cent and rounded down
{second}/representative: fund pledge --amount 900.01
expect pledges {third} comes_to: 450.00
{fourth}/representative: fund pledge --amount 900.00
expect pledges {third} comes_to: 500.00
{second}/representative: fund withdraw-pledge
expect pledges {third} comes_to: 450.00
{second}/representative: fund withdraw-pledge
  refused by F18

== Law takes the place of a promise
{fourth}/root: fund sign-agreement --paid-in 100.00 --callable 500.00
expect pledges {fourth} amount: 300.00
expect pledges {third} comes_to: 450.00

== And a promise has its day
wait 29d
expect pledges {third} amount: 500.00
wait 24h
{third}/representative: fund withdraw-pledge
  refused by F18
