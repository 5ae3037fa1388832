# Members sound one another out, explain themselves, report what others say, and brief some in advance; none of it binds anybody.
story: Positions, groupings, and briefings in advance
charter: positions.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, liaison-officer for 365d

== Two members are briefed before the announcement
{second}/representative: briefing announce --to {third},{fourth} --en "a fund for security partnership"
  --fr "un fonds de partenariat de sécurité" --release 2026-12-03T08:00:00Z --audience public
  --document e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
{second}/representative: briefing announce --to {second} --en "to itself" --release 2026-12-03T08:00:00Z
  --document e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  refused by P9
{second}/representative: briefing announce --to {third} --en "too late" --release 2026-12-01T08:00:00Z
  --document e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  refused by P10
{third}/representative: briefing acknowledge 1
{asker}/representative: briefing acknowledge 1
  refused by P12
expect briefings 1 stage: waits for its release time
expect briefings 1 audience: members
expect briefings 1 missing: {fourth}

== Soundings bind nobody
{third}/representative: position sounding --en "help for {asker}" --leaning reserved
{fourth}/representative: position sounding --en "help for {asker}" --leaning open
{third}/representative: position sounding --en "help for {asker}" --leaning favourable --replaces 1
{third}/representative: position sounding --en "help for {asker}" --leaning opposed --replaces 1
  refused by P3
{fourth}/representative: position sounding --en "help for {asker}" --leaning opposed --as-reported-of {third}
  refused by P2
{fourth}/liaison-officer: position sounding --en "help for {asker}" --leaning opposed
  refused by O1
expect soundings 1 stands: replaced
expect soundings 3 leaning: favourable

== One capital outside, two voices: each report names the office
{asker}/representative: position reported --of XBB --office "head of government" --en "the fund" --tone critical
  --source "statement of 1 December" --audience public
{asker}/representative: position reported --of XBB --office "defence ministry" --en "the fund" --tone conciliatory
  --source "press conference of 1 December" --audience public
{asker}/representative: position reported --of {second} --office "treasury" --en "the fund" --tone neutral --source "a letter"
  refused by P2
expect reported-positions 1 tone: critical
expect reported-positions 2 tone: conciliatory

== Who belongs to what
{asker}/representative: grouping record --en "A community of five" --fr "Une communauté de cinq"
  --states {asker},{second},XAU,XNZ,XUS --source "its founding agreement" --audience public
{third}/representative: grouping record --en "A union" --states {third},{fourth},XIE --source "its treaty" --audience public
{third}/representative: grouping revise 1 --amends 1 --states {third},{fourth} --source "its treaty"
  refused by P7
{third}/representative: grouping revise 2 --amends 1 --states {third},{fourth},{second},XIE --source "its treaty, as amended"
{third}/representative: grouping revise 2 --amends 1 --states {third},{fourth} --source "its treaty"
  refused by P8
expect groupings 1 share: 50.0
expect groupings 2 version: 2
expect groupings 2 member_count: 3
expect groupings 2 share: 75.0
expect grouped-states {second} count: 2
expect grouped-states XIE is_member: no

== The release is by time alone
wait 47h
expect briefings 1 stage: released
expect briefings 1 audience: public
{fourth}/representative: briefing acknowledge 1
{fourth}/representative: briefing acknowledge 1
  refused by P12
expect briefings 1 missing:

== A position is explained beside the decision, and is no vote
{asker}/representative: case request --purpose "pumps" --payee "central bank of {asker}, account 1"
  --tranche 50.00 "contract signed"
{third}/representative: position explain --decision 1 --en "we would have gone further"
  refused by D1
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{third}/representative: position explain --decision 1
  refused by P4
{third}/representative: position explain --decision 1 --en "we would have gone further" --fr "nous serions allés plus loin"
  --audience public
{second}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
expect decisions 1 stage: adopted
expect explanations 1 on: decision 1
