# Members declare what they can do, of what that is made and in whose hands each part is; each of itself, and it binds nobody.
story: Capabilities, as each member declares its own
charter: capabilities.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 365d

== What one can do, and what of that is in others' hands
{asker}/representative: capability declare lift --en "lift a brigade in a week" --fr "transporter une brigade en une semaine"
  --kind capability --needs airframes --one-of own-base,{second}/base --source "a white paper" --audience public
{asker}/representative: capability declare airframes --en "aircraft, their parts and upkeep" --kind component --in-hands-of XXX
  --supplier maker-of-airframes --lasts 90d --replaced-in 1500d --cost "4000000000.00 USD" --confidence moderate --source "the budget"
{asker}/representative: capability declare own-base --en "its own base" --kind base --in-hands-of {asker}
  --source "a white paper"
{asker}/representative: capability declare codes --en "codes" --kind data --source "a letter"
  refused by T2
{asker}/representative: capability declare codes --en "codes" --kind data --needs codes --source "a letter"
  refused by T3
{asker}/treasurer: capability declare codes --en "codes" --kind data --in-hands-of XXX --source "a letter"
  refused by O1
expect capabilities {asker}/lift kind: capability
expect capabilities {asker}/lift needs: {asker}/airframes
expect capabilities {asker}/lift one_of: {asker}/own-base | {second}/base
expect capabilities {asker}/airframes lasts: 90
expect capabilities {asker}/own-base replaced_in: not public

== Nobody speaks for another: a need that its member has not declared stays not known until it does
{third}/representative: capability declare own-base --en "a base of its own, and no other's" --kind base --in-hands-of {third}
  --source "a white paper"
expect capabilities {third}/own-base member: {third}
{second}/representative: capability declare base --en "a base that others may use" --kind base --in-hands-of {second}
  --source "an agreement" --audience public
expect capabilities {second}/base stands: yes

== One supplier, two members
{third}/representative: capability declare airlift --en "lift a company in a day" --kind capability --supplier maker-of-airframes
  --needs {second}/base --source "a white paper" --audience public
expect capabilities {third}/airlift lasts: not public

== Declared again, it stands in the place of what was said
{asker}/representative: capability declare airframes --en "aircraft, their parts and upkeep" --kind component --in-hands-of XXX
  --supplier maker-of-airframes --lasts 180d --replaced-in 900d --confidence moderate --source "the budget of the next year"
expect capabilities {asker}/airframes version: 2
expect capabilities {asker}/airframes lasts: 180
expect capabilities {asker}/airframes cost: not public
{third}/representative: capability declare airlift --en "lift a company in a day" --kind capability --supplier maker-of-airframes
  --needs {second}/base --source "a letter"
  refused by T5
{second}/representative: capability withdraw airframes
  refused by T7
{second}/representative: capability withdraw base
expect capabilities {second}/base stands: withdrawn
{second}/representative: capability withdraw base
  refused by T7
