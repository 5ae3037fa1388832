# A change of the outcome in the last day gives all others a day to answer, and three days in all.
story: The last word is nobody's
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: mover, second, third, fourth

== Representatives
every member accredits representative for 365d
{mover}/root: fund sign-agreement --paid-in 0.00 --callable 900.00

== Two are in favour, and three are needed
{mover}/representative: decision table "Call a first part" --call 100.00
{mover}/representative: decision amend 1 --version 1 --title "Call the first part"
{mover}/representative: decision amend 1 --version 1 --title "Call all of it" --call 900.00
  refused by D10
{second}/representative: decision withdraw 1
  refused by D2
{mover}/representative: decision open 1
{mover}/representative: decision amend 1 --version 2 --call 900.00
  refused by D3
expect decisions 1 version: 2
{mover}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
wait 71h

== An hour before the end a third member changes the outcome, and again as often as it likes
{third}/representative: decision vote 1 in-favour
expect decisions 1 stage: open
wait 23h
{third}/representative: decision vote 1 against --explanation "it can be answered for a day"
wait 23h
{third}/representative: decision vote 1 in-favour
wait 23h
# The deadline has moved by three days since it was set, and moves no more.
{third}/representative: decision vote 1 against
wait 4h
{fourth}/representative: decision vote 1 in-favour
  refused by D5
expect decisions 1 stage: not adopted
expect votes 1 {third} against explanation: it can be answered for a day
