# Any member calls consultations, about the security of any member; nobody else closes, refuses, starves or delays them.
story: Consultations that nobody stops
charter: consultations.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== Several at once, one of them about the security of another
{asker}/representative: consultation call --threatened {asker} --en "Troops at the border" --fr "Troupes à la frontière" --audience public
{second}/representative: consultation call --threatened {third} --en "A cable was cut"
{asker}/treasurer: consultation call --threatened {asker} --en "The same"
  refused by O1
expect consultations 1 called_by: {asker}
expect consultations 1 audience: public
expect consultations 2 threatened: {third}
expect consultations 2 stage: open

== A session before the charter's hours are over
{fourth}/representative: consultation session 1 --after 25h --agenda "Later"
  refused by K8
{fourth}/representative: consultation session 1 --after 1h --agenda "At once"
  refused by K7
{third}/representative: consultation session 1 --after 6h --agenda "What was seen at the border"
expect sessions 1 stage: ahead
{asker}/representative: consultation attend 1
  refused by K11

== Who has acknowledged, and who has not, for how long
{third}/representative: consultation acknowledge 1
{third}/representative: consultation acknowledge 1
  refused by K5
wait 20h
{second}/representative: consultation acknowledge 1
expect acknowledgements 1 {third} hours: 0
expect acknowledgements 1 {second} hours: 20
expect acknowledgements 1 {fourth} stage: missing
expect acknowledgements 1 {fourth} hours: 20

== Whoever stays away stops nothing, and nobody deletes what was stated
expect sessions 1 stage: open
{asker}/representative: consultation attend 1
{second}/representative: consultation attend 1
{asker}/representative: consultation state 1 --en "Twelve battalions since Monday" --fr "Douze bataillons depuis lundi" --audience public --session 1
{fourth}/representative: consultation state 1 --en "We have not seen them" --on-statement 1
{fourth}/representative: consultation state 2 --en "Nor the cable" --on-statement 1
  refused by K15
{fourth}/representative: consultation state 2 --en "Nor the cable" --audience public
  refused by K26
expect consultation-statements 2 on: statement 1

== Of the consultations about another nobody convened a session: the rule does
wait 2h
expect sessions 2 consultation: 2
expect sessions 2 convened_by: the rule
wait 2h
expect sessions 2 stage: open

== The text on which everybody is silent is agreed, and nothing else is
{asker}/representative: consultation table-text 1 --outcome take-note --en "The members take note of what {asker} stated" --audience public
{second}/representative: consultation table-text 1 --outcome draft-decision --en "Help for {asker} is tabled" --silence 48h
{third}/representative: consultation table-text 1 --outcome statement --en "Too short" --silence 23h
  refused by K16
{fourth}/representative: consultation break-silence 2 --reason "Instructions are awaited"
{fourth}/representative: consultation break-silence 2 --reason "Still"
  refused by K20
{third}/representative: consultation dissociate 1 --reason "It says too little"
  refused by K20
wait 24h
expect texts 1 stage: agreed
{third}/representative: consultation break-silence 1 --reason "Too late"
  refused by K18

== Over an objection a text is recorded with who supports it
{asker}/representative: consultation support 2
{second}/representative: consultation support 2
  refused by K21
{third}/representative: consultation conclude 2
  refused by K22
{second}/representative: consultation conclude 2
  refused by K22
expect texts 2 dissociated: {fourth}
expect texts 2 reasons: {fourth}: Instructions are awaited
wait 24h
expect texts 2 stage: recorded over an objection
expect texts 2 not_on_record: {third}

== The decision that it asked for goes its own way
{asker}/representative: case request --purpose "field hospitals" --payee "central bank of {asker}, account 1"
  --tranche 1.00 "contract signed"
{second}/representative: consultation name-decision 2 1
  refused by K24
{second}/representative: decision table "Help for {asker}" --assist 1
{second}/representative: consultation name-decision 2 1
expect texts 2 decision: 1

== A silent chair holds up no minutes: after its hours the deputy can give them, and after as many anybody
{asker}/representative: consultation session 1 --after 1h
wait 1h
{asker}/representative: consultation minutes 3 --en 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9
  refused by K13
wait 48h
{asker}/representative: consultation minutes 3 --en 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9 --audience public
{fourth}/representative: consultation minutes 3 --en 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b
expect consultation-minutes 3 {asker} audience: public
expect consultation-minutes 3 {fourth} audience: members
expect sessions 3 audience: public

== Proceedings elsewhere stand as their reporter says, never as a fact
{asker}/representative: consultation link 1 --body "The older alliance, under its Article 4" --status called --source "Its press release" --audience public
{third}/representative: consultation link --body "The older alliance" --status held --date 2026-12-03 --source "A member's foreign ministry"
{third}/representative: consultation link 9 --body "The older alliance" --status held --source "The same"
  refused by K25
expect proceedings 1 reported_by: {asker}
expect proceedings 2 status: held

== Only the caller closes, or the rule
{fourth}/representative: consultation close 1
  refused by K6
{asker}/representative: consultation close 1
{third}/representative: consultation acknowledge 1
  refused by K2
{third}/representative: consultation state 1 --en "The minutes leave out what we said" --session 3
expect sessions 3 stage: closed
{third}/representative: consultation call --threatened {asker} --en "We go on without {asker}"
expect consultations 3 stage: open
wait 90d
expect consultations 2 closed_by: the rule
expect consultations 2 stage: closed
