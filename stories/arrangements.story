# Members tell of a framework of their own and of what they have with a State outside; notice is given, and what falls with it is known.
story: Frameworks and existing arrangements
charter: arrangements.toml
begins: 2026-01-05T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, liaison-officer for 700d

== Two members tell the others of a framework of theirs
{asker}/representative: framework notice --en "Bilateral coordination" --fr "Coordination bilatérale" --parties {asker},{second} --nature treaty --partnership 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff --audience public
expect frameworks 1 standing: as reported by {asker}
expect frameworks 1 audience: members
{third}/representative: framework confirm 1
  refused by R2
{second}/representative: framework confirm 1
expect frameworks 1 standing: confirmed
expect frameworks 1 audience: public
{second}/representative: framework update 1 --status signed
{asker}/representative: framework update 1 --status signed --report 1
  refused by R4
expect frameworks 1 confirmed_status: proposed
{asker}/representative: framework confirm 1
expect frameworks 1 confirmed_status: signed
{second}/representative: framework withdraw-notice 1
expect frameworks 1 missing: {second}

== A member records what it has with a State outside, and another sees it otherwise
{third}/representative: arrangement record --en "Use of bases" --with NZL --members {asker},{second} --kind bases --basis "exchange of notes" --since 2004-05-01 --review 2026-06-01 --notice 60d
  refused by R10
{asker}/representative: arrangement record --en "Use of bases" --with NZL --members {asker},{second} --kind bases --basis "exchange of notes" --since 2004-05-01 --review 2029-06-01 --notice 60d
  refused by R14
{asker}/representative: arrangement record --en "Use of bases" --with NZL --members {asker},{second} --kind bases --basis "exchange of notes" --since 2004-05-01 --review 2026-02-01 --notice 60d --audience public
{second}/representative: arrangement revise 1 --en "Use of one base" --kind bases --basis "exchange of notes" --since 2004-05-01 --review 2027-06-01 --notice 180d
expect arrangements 1 {asker} title: Use of bases
expect arrangements 1 {second} title: Use of one base
{second}/representative: arrangement revise 1 --en "Use of two bases" --kind bases --basis "exchange of notes" --since 2004-05-01 --review 2027-06-01 --notice 180d --version 0
  refused by R16

== What rests on it
{asker}/representative: arrangement record --en "Fuel at the bases" --with NZL --members {asker} --kind supply --basis "arrangement of ministries" --since 2010-01-01 --review 2027-06-01 --notice 30d
{asker}/representative: arrangement depends 2 --on 1
{asker}/representative: arrangement depends 2 --item "fuel for two exercises a year" --source "annex 2"
{asker}/representative: arrangement depends 1 --item "a link for warnings"
  refused by R23
{asker}/representative: arrangement depends 1 --line 1
  refused by R26
{asker}/liaison-officer: line record --kind base --en "airfield" --sides {asker},{second}
{asker}/representative: arrangement depends 1 --line 1
{fourth}/representative: arrangement depends 1 --line 1
  refused by R10

== The State outside asks for it to be examined again, as reported
{third}/representative: arrangement question 1 --by NZL --source "statement of its ministry" --audience public
expect arrangements 1 {asker} stage: stands

== A review is past its day
wait 720h
expect arrangements 1 {asker} overdue: yes
expect arrangements 1 {second} overdue: no
{asker}/representative: arrangement review 1 --outcome amend --on 2026-02-03 --next 2027-02-03
expect arrangements 1 {asker} overdue: no

== Notice, and what falls with it
{asker}/representative: arrangement notice 1 --by {second} --given 2026-02-03
  refused by R18
{asker}/representative: arrangement notice 1 --by NZL --given 2026-02-03
expect arrangements 1 {asker} ends: 2026-04-04
expect what-falls "arrangement 2" on: 2026-04-04
expect what-falls "fuel for two exercises a year" chain: arrangement 1 > arrangement 2 > fuel for two exercises a year
expect what-falls "liaison line 1" on: 2026-04-04
{asker}/representative: arrangement withdraw-notice 1
{asker}/representative: arrangement notice 1 --by NZL --given 2026-02-04
wait 1440h
expect arrangements 1 {asker} stage: ended by notice
expect arrangements 1 {second} stage: stands
{asker}/representative: arrangement end 1
  refused by R12
{second}/representative: arrangement end 1
expect arrangements 1 {second} stage: ended
