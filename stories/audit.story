# A period is sealed by two treasurers of different members, and audited; what comes late is booked for the first open day.
story: A period is sealed and audited
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
{third}/treasurer: bank enter 90.00 --from {third} --value-date 2026-12-30 --reference "statement 1, line 2"
{fourth}/treasurer: bank countersign 2
expect agreements {third} received: 90.00
expect journal 6 effective: 2027-01-01
expect journal 6 own_day: 2026-12-30
expect journal 6 remark: late item

== Auditors read everything and stop nothing
every member accredits auditor for 365d
# The bank's statement says 100.00, and 90.00 were entered: {fourth}'s auditor has seen the statement.
{fourth}/auditor: audit open-finding "the statement says 100.00" --severity finding --line 2
{fourth}/auditor: audit open-finding "there is no such line" --severity observation --line 3
  refused by U1
{fourth}/auditor: bank enter 10.00 --from {third} --reference "statement 1, line 2, again"
  refused by O1
{third}/auditor: audit close-finding 1
  refused by U3

== A treasurer answers with what corrects it
{third}/treasurer: bank enter 10.00 --from {third} --value-date 2026-12-30 --reference "statement 1, line 2, the rest"
{second}/treasurer: bank countersign 3
{third}/treasurer: audit answer 1 "10.00 were left out, and are entered as line 3" --line 2
  refused by U4
{third}/treasurer: audit answer 1 "10.00 were left out, and are entered as line 3" --line 3
{third}/treasurer: audit close-finding 1
  refused by O1
expect findings 1 corrected_by: bank line 3
expect agreements {third} received: 100.00
{fourth}/auditor: audit close-finding 1
{third}/treasurer: audit answer 1 "and once more"
  refused by U2
expect findings 1 stage: closed

== Opinions on the sealed period
{fourth}/auditor: audit opinion unmodified --until 2027-01-01
  refused by U5
{fourth}/auditor: audit opinion qualified --until 2026-12-31
  refused by U7
{fourth}/auditor: audit opinion qualified --until 2026-12-31 --basis "a receipt of the period is booked in the next"
{fourth}/auditor: audit opinion unmodified --until 2026-12-31
  refused by U6
{fourth}/auditor: audit opinion unmodified --until 2026-12-31 --replaces 1
{second}/auditor: audit opinion unmodified --until 2026-12-31
expect opinions 1 stands: replaced
expect opinions 2 stands: yes

== A material finding on a case stops no help
{asker}/representative: case request --purpose "pumps" --payee "central bank of {asker}, account 1"
  --tranche 50.00 "contract signed"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{third}/representative: decision execute 1
{fourth}/case-officer: case attest 1 1
{fourth}/auditor: audit open-finding "the papers of the case are missing" --severity material-finding --case 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{third}/treasurer: bank enter 50.00 --payment 1 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 4
expect cases 1 paid: 50.00
