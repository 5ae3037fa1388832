# Votes can be changed until the vote closes, and the last one counts; who may open, vote and execute.
story: Votes are changed until the vote closes
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 365d

== A draft is opened by its mover, once
{second}/root: fund sign-agreement --paid-in 100.00 --callable 900.00
{second}/representative: decision table "Call a first part" --call 300.00
{third}/representative: decision open 1
  refused by D2
{second}/representative: decision vote 1 in-favour
  refused by D5
{second}/representative: decision open 1
{second}/representative: decision open 1
  refused by D3
# A treasurer signs what moves money, and does not vote.
{third}/treasurer: decision vote 1 in-favour
  refused by O1

== Minds change
{asker}/representative: decision vote 1 against
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 against
{fourth}/representative: decision vote 1 abstain
# A changed vote names the one that it replaces; the command looks it up, unless a vote is named that does not stand.
{fourth}/representative: decision vote 1 in-favour
  --replaces 0000000000000000000000000000000000000000000000000000000000000000
  refused by D7
{fourth}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 71h
{asker}/representative: decision vote 1 abstain
wait 1h
{asker}/representative: decision vote 1 in-favour
  refused by D5
expect votes 1 {asker} against stands: replaced
expect votes 1 {asker} abstain stands: yes
expect votes 1 {third} against stands: replaced
expect votes 1 {third} "in favour" stands: yes
expect decisions 1 stage: adopted

== Executed once, by anyone
{third}/treasurer: decision execute 1
{asker}/representative: decision execute 1
  refused by D8
expect decisions 1 stage: executed
expect agreements {second} called: 300.00
