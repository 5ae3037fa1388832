# The founding article from end to end: what it says, statement by statement, as commands on a record. The numbers are those of
# docs/coverage.md. EXERCISE: what the press reported could not be confirmed, and conduct is a test input. Who asks for help, who
# refuses it and who is silent is cast by a seed.
story: The article, from end to end
charter: ../charters/treaty.toml
begins: 2026-12-01T09:00:00Z
cast: asker, refuser, second, third
beside: framework = ../charters/framework.toml

== A1, A8, A9: a treaty that no single member holds up
{asker}/root: member adopt-text
{refuser}/root: member adopt-text
{second}/root: member adopt-text
CAN/root: member sign --provisionally
GBR/root: member sign --provisionally
FRA/root: member sign --provisionally
DEU/root: member sign
every member accredits representative, treasurer, case-officer, liaison-officer for 730d
{asker}/root: member ratify
{second}/root: member ratify --by acceptance
{third}/root: member ratify --by approval
expect membership {second} standing: in force
# {refuser} has not ratified, and holds nothing up; later it does.
{refuser}/root: member ratify
expect membership {refuser} standing: in force

== A1, A2: what was announced and pledged; nothing of it binds
{third}/representative: fund indicate GBR announced --amount 18000000000.00
  --source "reported by the press, unverified"
{third}/representative: fund indicate FRA announced --amount 15000000000.00
  --source "reported by the press, unverified"
{third}/representative: fund indicate DEU expected --source "reported by the press, unverified"
expect plan DEU amount:
GBR/representative: fund pledge --amount 18000000000.00 --condition "subject to appropriation"
FRA/representative: fund pledge --amount 15000000000.00
expect pledges GBR amount: 18000000000.00

== A3: two members found a framework of their own
in framework:
CAN/root: member sign
GBR/root: member sign
every member accredits representative for 730d
CAN/root: member ratify
GBR/root: member ratify
expect membership CAN standing: in force
CAN/representative: decision table "Programme of 2027"
  --adopt-text 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --name-en "Programme of exercises, 2027"
CAN/representative: decision open 1
CAN/representative: decision vote 1 in-favour
GBR/representative: decision vote 1 in-favour
in the partnership:
# The main order holds no more of it than its parties choose.
CAN/representative: framework notice --en "Bilateral defence coordination" --fr "Coordination de défense bilatérale"
  --parties CAN,GBR --nature treaty --partnership {framework} --audience public
expect frameworks 1 audience: members
GBR/representative: framework confirm 1
expect frameworks 1 audience: public

== A4, A5: existing arrangements, one of them put in question from outside
CAN/representative: arrangement record --en "Shared warning and airspace" --with USA --members CAN --kind "defence of airspace"
  --basis "an agreement, exercise" --since 2006-05-12 --review 2027-05-12 --notice 365d --audience public
CAN/representative: arrangement record --en "Use of test ranges" --with USA --members CAN --kind testing
  --basis "exchange of notes, exercise" --since 1983-02-10 --review 2027-02-10 --notice 365d
CAN/representative: arrangement depends 2 --on 1
CAN/representative: arrangement question 1 --by USA --source "reported by the press, unverified" --audience public
expect arrangements 1 CAN stage: stands
# What would fall is known before anything does: `quorate arrangement falls 1`.

== A6, A11: consultations, elsewhere and here; what capitals are reported to have said
{third}/representative: consultation link --body "North Atlantic Treaty Organization, under its Article 4" --status called
  --source "reported by the press, unverified" --audience public
CAN/representative: consultation call --threatened CAN --en "The security of CAN" --fr "La sécurité de CAN" --audience public
expect consultations 1 stage: open
{third}/representative: position reported --of USA --office "head of government" --en "the fund" --tone critical
  --source "reported by the press, unverified"
{third}/representative: position reported --of USA --office "defence ministry" --en "the fund" --tone conciliatory
  --source "reported by the press, unverified"
# {refuser} acknowledges nothing, and the first session is held all the same.
{second}/representative: position sounding --en "help under Article 6" --leaning favourable
wait 24h
expect sessions 1 stage: open

== A2, A17: others are briefed in advance
GBR/representative: briefing announce --to DEU,FRA --en "the announcement of the fund" --release 2026-12-03T09:00:00Z
  --document e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 --audience public
FRA/representative: briefing acknowledge 1
expect briefings 1 audience: members

== A7 to A10: money beside the older alliance; one refuses, and help is given
# Under charters/consensus.toml the one that refuses would have stopped it: `quorate check` shows who blocks whom.
GBR/root: fund sign-agreement --paid-in 1800000000.00 --callable 16200000000.00
FRA/root: fund sign-agreement --paid-in 1500000000.00 --callable 13500000000.00
{second}/treasurer: bank enter 1800000000.00 --from GBR --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1
{second}/treasurer: bank enter 1500000000.00 --from FRA --reference "statement 1, line 2"
{third}/treasurer: bank countersign 2
{asker}/representative: case request --purpose "air defence resupply" --payee "central bank of {asker}, account 1"
  --tranche 1400000000.00 "delivery plan agreed" --tranche 1000000000.00 "first delivery accepted"
{second}/representative: decision table "Help for {asker}" --assist 1
{second}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{refuser}/representative: decision vote 1 against
{refuser}/representative: position explain --decision 1 --en "the risk was weighed otherwise"
wait 72h
expect decisions 1 stage: adopted
expect briefings 1 audience: public
{third}/representative: decision execute 1
{second}/case-officer: case attest 1 1
# A supplement: who is helped says first what it gets elsewhere, be it nothing.
{second}/treasurer: payment instruct 1 1
  refused by C50
{asker}/representative: case elsewhere 1 --nothing
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{third}/treasurer: bank enter 1400000000.00 --payment 1 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 3
expect tranches 1 1 stage: paid
# What comes from elsewhere for the same is not paid twice. What others report counts for nothing by itself.
{refuser}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 2400000000.00 --status promised
  --source "reported by the press, unverified"
{asker}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 500000000.00 --status promised
{second}/case-officer: case attest 1 2
{second}/treasurer: payment instruct 1 2
  refused by C46

== A12, A23: lines between militaries go on
GBR/liaison-officer: line record --kind joint-staff --en "planning staff" --fr "état-major de planification" --sides CAN,GBR
  --touched-en "joint papers"
CAN/liaison-officer: line record --kind base --en "airfield" --fr "base aérienne" --sides CAN,USA --fall-back-en "another airfield"
CAN/liaison-officer: line confirm 1 --state working
GBR/liaison-officer: line confirm 1 --state working
expect lines 1 state: working
CAN/liaison-officer: line confirm 2 --state working
CAN/liaison-officer: line confirm 2 --state working --as-reported-of USA
expect line-sides 2 USA reported_by: CAN
CAN/representative: arrangement depends 1 --line 2

== A13: on what a deterrent at sea relies, by published facts; what is not public stays not known
GBR/representative: capability declare deterrence-at-sea --en "continuous deterrence at sea" --fr "dissuasion permanente à la mer"
  --kind capability --needs submarines,missiles,warheads --confidence high --audience public
  --source "Ministry of Defence, The UK's nuclear deterrent: what you need to know"
GBR/representative: capability declare missiles --en "missiles Trident II D5 from a common pool, and their upkeep at Kings Bay"
  --kind component --in-hands-of USA --supplier lockheed-martin --confidence high --audience public
  --source "House of Commons Library, CBP-8010"
GBR/representative: capability declare submarines --en "four submarines of the Vanguard class, built at Barrow-in-Furness"
  --kind component --in-hands-of GBR --confidence high --audience public --source "House of Commons Library, CBP-8010"
expect capabilities GBR/missiles lasts: not public
expect capabilities GBR/deterrence-at-sea needs: GBR/submarines, GBR/missiles, GBR/warheads

== A14, A19: who is in which grouping
CAN/representative: grouping record --en "Five-nation intelligence community" --states AUS,CAN,GBR,NZL,USA
  --source "public statements of its members" --audience public
GBR/representative: grouping record --en "Commonwealth (extract)" --states AUS,CAN,GBR,NZL --source "its list of members" --audience public

== A16: legal authorities, procurement, interoperability
GBR/representative: assessment legal transfer-of-arms --basis "export law, exercise" --decides "the ministry" --parliament informed
  --days 14 --review 2027-11-30 --en "by licence"
FRA/representative: assessment pathway joint --item ammunition --days 90 --open --review 2027-11-30 --fr "groupement de commandes"
CAN/representative: assessment standard "STANAG 4774" "Ed. 1" --ratified 2020-01-15 --certified 2024-06-30
  --owner "NATO Standardization Office" --review 2027-11-30 --en "labels on all systems"
expect gaps legal-authorities transfer-of-arms could_fill: GBR

== A20: words soften, commitments are renewed, and the fund stays
{third}/representative: position reported --of USA --office "head of government" --en "the fund" --tone neutral
  --source "reported by the press, unverified"
CAN/representative: arrangement review 1 --outcome keep --on 2026-12-05 --next 2028-05-12
CAN/representative: consultation close 1
expect consultations 1 stage: closed
expect cases 1 paid: 1400000000.00
