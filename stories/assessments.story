# Each member says of itself what its law allows, how it buys and which standards it shares; two buy together for a case.
story: What members say of themselves, and what they buy together
charter: assessments.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 730d

== What the law allows, and in how many days
{second}/representative: assessment legal transfer-of-arms --basis "Export Act, s. 1" --decides "the Cabinet" --parliament informed --days 14 --review 2027-11-30 --en "by licence" --fr "par licence"
{third}/representative: assessment legal transfer-of-arms --basis "Defence Code, art. 5" --decides "a commission" --parliament approval --days 60 --review 2027-06-01 --fr "après avis de la commission" --audience public
{fourth}/representative: assessment legal transfer-of-arms --basis "Act 12" --decides "the minister" --days 5 --review 2027-12-02 --en "too far ahead"
  refused by R42
{fourth}/representative: assessment legal transfer-of-arms --basis "Act 12" --decides "the minister" --days 5 --on 2026-12-02 --review 2027-06-01 --en "not yet"
  refused by R41
{fourth}/representative: assessment legal transfer-of-arms --basis "Act 12" --decides "the minister" --days 5 --until 2026-12-31 --review 2027-06-01 --en "until the end of the year"
expect legal-authorities 1 status: current
expect legal-authorities 1 evidence: missing
expect gaps legal-authorities transfer-of-arms missing: {asker}
expect gaps legal-authorities transfer-of-arms slow: {third}

== A later entry names the one that it replaces, and nobody speaks for another
{second}/representative: assessment legal transfer-of-arms --basis "Export Act, s. 2" --decides "the Cabinet" --parliament informed --days 10 --review 2027-11-30 --en "by an open licence"
  refused by R45
{second}/representative: assessment legal transfer-of-arms --basis "Export Act, s. 2" --decides "the Cabinet" --parliament informed --days 10 --review 2027-11-30 --en "by an open licence" --replaces 1
{third}/representative: assessment withdraw 4
  refused by R48
expect legal-authorities 1 status: superseded
expect legal-authorities 4 replaces: 1

== What is past its day says so by itself
wait 31d
expect legal-authorities 3 status: expired
expect gaps legal-authorities transfer-of-arms expired: {fourth}
expect gaps legal-authorities transfer-of-arms could_fill: {second}

== In which ways they buy, and on whom that hangs
{second}/representative: assessment pathway lead-nation --item generators --days 21 --open --consent {fourth} --review 2027-11-30 --en "framework contract"
{third}/representative: assessment pathway national --item generators --days 90 --from 1000.00 --to 500.00 --review 2027-11-30 --en "open tender"
  refused by R44
{third}/representative: assessment pathway national --item generators --days 90 --from 500.00 --to 1000.00 --exemption "Article 346 TFEU" --end-user --review 2027-11-30 --en "open tender"
expect procurement-pathways 5 hangs_on: {fourth}
expect gaps procurement-pathways generators could_fill: {second}
expect gaps procurement-pathways generators hangs_on: {second}: {fourth}

== Which standards they share
{second}/representative: assessment standard "STANAG 4774" "Ed. 1" --ratified 2020-01-15 --certified 2024-06-30 --owner "a standards office" --keys {fourth} --review 2027-11-30 --en "on all systems"
{third}/representative: assessment standard "STANAG 4774" "Ed. 2" --ratified 2025-03-01 --implemented 2027-03-01 --review 2027-11-30 --en "planned"
  refused by R43
{third}/representative: assessment standard "STANAG 4774" "Ed. 2" --ratified 2025-03-01 --implemented 2026-03-01 --exercised 2026-09-12 --review 2027-11-30 --en "in two headquarters"
expect gaps interoperability "STANAG 4774" could_fill: {second}
expect gaps interoperability "STANAG 4774" not_certified: {third}

== Two members buy together for a case, and each signs for itself
{asker}/representative: case request --purpose "generators for hospitals" --payee "depot 4" --in-kind
{asker}/case-officer: case need 1 "generators" 10 --unit pieces --until 2027-06-30
{second}/representative: procurement propose "ten generators" --lead {second} --pathway lead-nation --for 1 --share {second}=60,{third}=39 --total 1000.00 --sign-by 2027-02-01
  refused by R72
{second}/representative: procurement propose "ten generators" --lead {second} --pathway lead-nation --for 1 --share {second}=60,{third}=40 --total 1000.00 --sign-by 2027-02-01
{second}/root: procurement sign 1
{fourth}/root: procurement sign 1
  refused by R79
{second}/case-officer: procurement contract 1 --reference "contract 117"
  refused by R78
{third}/root: procurement sign 1
expect joint-procurements 1 stage: in effect

== The lead contracts and delivers; what comes meets the need of the case
{second}/case-officer: procurement contract 1 --reference "contract 117"
{second}/case-officer: case offer 1 6 --value 600.00
{third}/case-officer: case offer 1 4 --value 400.00
{second}/case-officer: procurement link 1 --offer 2
  refused by R84
{second}/case-officer: procurement link 1 --offer 1
{third}/case-officer: procurement link 1 --offer 2
{asker}/case-officer: case match 1 6
{asker}/case-officer: case match 2 4
{second}/case-officer: procurement deliver 1 "ten generators, at the depot"
{second}/case-officer: case deliver 1
{third}/case-officer: case deliver 2
{asker}/case-officer: case accept-delivery 1 6
{asker}/case-officer: case accept-delivery 2 4
{second}/case-officer: procurement accept 1
  refused by R82
{third}/case-officer: procurement accept 1
expect joint-procurements 1 stage: complete
expect joint-procurements 1 offers: 1 2
expect joint-procurements 1 by_members: 1000.00
expect accounts memoranda 8 "given in kind" {third} balance: 400.00
expect needs 1 missing: 0

== What not all sign lapses, and binds nobody
{third}/representative: procurement propose "a spare generator" --lead {third} --pathway joint --for 1 --share {third}=1,{second}=1 --whole 2 --total 100.00 --sign-by 2027-01-31
{third}/root: procurement sign 2
wait 31d
expect joint-procurements 2 stage: lapsed
expect joint-procurements 2 unsigned: {second}
