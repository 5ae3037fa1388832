# A period is sealed by two treasurers of different members; what comes late is booked for the first open day.
story: A period is sealed, and money comes late
charter: ../charters/partnership.toml
begins: 2026-12-28T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== Money comes in before the end of the year
{second}/root: fund sign-agreement --paid-in 400.00 --callable 0.00
{third}/root: fund sign-agreement --paid-in 100.00 --callable 0.00
{second}/treasurer: bank enter 400.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== The year is sealed by two treasurers, once it is over
{second}/treasurer: books seal --until 2026-12-31
  refused by F46
wait 120h
{second}/treasurer: books seal --until 2026-12-31
{second}/treasurer: books countersign 1
  refused by F48
{second}/representative: books countersign 1
  refused by O1
{third}/treasurer: books countersign 2
  refused by F47
{third}/treasurer: books countersign 1
expect seals 1 stage: in force
expect seals 1 money: 900.00
{third}/treasurer: books seal --until 2026-12-31
  refused by F45

== Money of a sealed day comes late: nobody keeps it out
{third}/treasurer: bank enter 100.00 --from {third} --value-date 2026-12-30 --reference "statement 1, line 2"
{fourth}/treasurer: bank countersign 2
expect agreements {third} received: 100.00
expect journal 6 effective: 2027-01-01
expect journal 6 own_day: 2026-12-30
expect journal 6 remark: late item
