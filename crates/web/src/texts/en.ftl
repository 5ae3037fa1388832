# What the pages say in English. Each text stands in fr.ftl too, under the same name.

skip = To the page
exercise = EXERCISE.
exercise-says = A scenario built from a press article whose claims could not be confirmed; countries' conduct is a test input, not a report or an expectation.
node-of = As the node of
node-alone = As one node that keeps the record alone
chapters = Chapters
as-of = As of
height = Height
record-id = Record
foot-says = Whatever stands here is read from the record, which this node has stepped through itself.
foot-record = Read, search, take away and verify it

chapter-front = Front
chapter-today = Today
chapter-decisions = Decisions
chapter-fund = Fund
chapter-cases = Cases
chapter-consultations = Consultations
chapter-frameworks = Frameworks
chapter-continuity = Continuity
chapter-positions = Positions
chapter-charter = Charter
chapter-members = Members
chapter-network = Network
chapter-representatives = Representatives
chapter-record = Record
chapter-public = Public

unknown = unknown
all-rows = all rows
all-findings = all findings
no-rows = None.
rows = Rows
rows-before = Rows before
rows-after = Rows after
rows-of = Rows { $from } to { $until } of { $all }
search = Find rows with
search-ask = Find
take-away = Take all rows away as

front-title = Able to act when one says no
front-lead = Help for a member under threat, decided by qualified majority and paid without anyone's veto. What the plan has come to, who could stop whom, and what is promised.
front-plan = The plan
front-promises = What is promised, and what was found of it
plan-says = Of a target of { $target } { $currency }, { $paid } are paid.
plan-paid = paid in
plan-announced = announced or signed beyond that
plan-open = not announced
plan-target = Target
plan-binds = What is announced binds nobody; what is signed binds whoever signed it, up to what it signed.

question = A member asks for help. Could one other member stop it?
question-says = Who asks (down) by who alone refuses (across), all others in favour, under every way to refuse.
question-switch = Under which text
question-none = This text has no rule on help that could be asked.
question-no = No: nobody could, in none of { $pairs } pairs of who asks and who refuses.
question-yes = Yes: { $members } could, in { $blocked } of { $pairs } pairs of who asks and who refuses.
charter-in-force = The text in force
charter-plain = 55 % of members and 65 % of population
charter-contributions = By contributions
charter-consensus = By consensus
grid-asks = Asks
grid-refuses = { $member } refuses
grid-itself = –
grid-adopted = adopted
grid-clause = by the clause
grid-blocked = BLOCKED

promises-wait = The text in force is being checked; look again in a moment.
promise-block = Block
promise-block-says = No member alone stops a decision.
promise-impose = Impose
promise-impose-says = No member alone, and no two opposed groups at once, adopt one.
promise-majority = Majority
promise-majority-says = Nobody changes who takes part until it has a majority that it has not now.
promise-procedure = Procedure
promise-procedure-says = From request to payment, the others reach the payment whatever one member does.
promise-delay = Delay
promise-delay-says = One member delays a payment no longer than the text says.
promise-entry = Entry into force
promise-entry-says = No signatory and no depositary holds the entry into force up.
promise-consultations = Consultations
promise-consultations-says = Nobody stops, closes, starves or delays another's consultations beyond the hours of the text.
promise-offices = Offices
promise-offices-says = Enough hold each office when one of them is uncooperative.
promise-money = Money
promise-money-says = What is approved stays payable when a member does not pay.
promise-nodes = Nodes
promise-nodes-says = The nodes go on when one is dark.
promise-independence = Independence
promise-independence-says = Nothing relies on a named State.
promise-compatibility = Compatibility
promise-compatibility-says = What another body's text says stands beside this one.
proven = proven
fails = fails
condition = condition
not-declared = not declared
not-promised = not promised
undecided = undecided
cases-of = In { $fails } of { $of } cases.
found-how = Found

charter-lead = The text in force: how decisions are taken, and what was found of its promises. Each finding opens its proof, or the steps by which it fails.
charter-rules = Rules of decision
instruments = The instrument and its texts

decisions-lead = Drafts, votes and outcomes, the newest first.
decision-title = Decision { $number }
decision-stage = Stage
decision-does = Would
decision-mover = Moved by
decision-rule = Rule
decision-procedure = Procedure
decision-closes = Closes
decision-latest = at the latest
decision-unopened = No vote was opened on it.
tally = The vote against each bar
tally-if = If instead:
tally-as-it-stands = Back to how it stands
bar-needed = needed
bar-at-most = at most
bar-members = members
bar-not-in-favour = not in favour
bar-met = met
bar-not-met = not met
votes = Votes
in-favour = in favour
against = against
abstain = abstain
changes = Who could still change it
changes-adopted = If it closed now it would be adopted. Each of these groups alone could change that by being against:
changes-not-adopted = If it closed now it would not be adopted. Each of these groups alone could change that by being in favour:
changes-nobody = Nobody could.
changes-more = There are more groups of this size.
what-if = What if members voted otherwise?
what-if-says = This asks the rule itself and changes nothing.
what-if-as-is = as it is
what-if-ask = Ask

fund-none = This charter has no fund.
fund-lead = What members signed and paid, what can be promised, and what is in the books.
books-balanced = In every ledger all debits equal all credits.
books-not-balanced = In a ledger debits do not equal credits.
contributions = Contributions
pledges = Announced
calls = Calls
arrears = Arrears
accounts = Accounts
bank-lines = The bank's statement
journal = Journal

cases = Cases
cases-lead = Help that was asked for, what was decided, and what was paid.
case-title = Case { $number }
tranches = Tranches
payments = Payments
loans = Loans
needs = Needs
offers = Offers in kind
agreements = Financing agreements
elsewhere = Given elsewhere

consultations = Consultations
consultations-lead = Called by any member when in its opinion the security of any member is threatened; in force at once, and nobody refuses.
consultation-title = Consultations { $number }
acknowledgements = Acknowledgements
sessions = Sessions
minutes = Minutes
texts = Texts
statements = Statements
proceedings = In other bodies, as reported

frameworks = Frameworks of two or more members
frameworks-lead = What some members have agreed among themselves as far as they tell the others, what exists with other States, and what each can do by its own account.
arrangements = Existing arrangements with other States
gaps = Gaps, and who could fill them
procurements = Joint procurements

continuity-lead = Lines between militaries that go on through a dispute: their state as each side confirms it.
lines = Lines
line-tests = Tests
outages = Outages

positions-lead = What members say they think, which binds nobody.
soundings = Soundings
explanations = Explanations of position
reported-positions = As reported of others
groupings = Groupings
briefings = Briefings

representatives-lead = Who may act for which member, in which office, and until when. Keys are told by their ids; no names stand in the record.
credentials = Credentials

members-lead = The States that this partnership binds. Each is bound by what it signed, and by nothing else.
membership = Standing
member-lead = What { $member } signed, paid and is owed, and what no majority can do to it.
member-cannot = What a majority cannot do to it
cannot-call = Call more from it than it signed: the account of what can still be called has that limit in the books themselves.
cannot-amend = Bind it to an amended text: an amendment binds a member only once it has accepted it.
cannot-node = Take its node from it: a suspension takes its vote, never its place in the agreement of the nodes.
cannot-expel = Expel it: a State leaves by its own notice, which it can take back, and by nothing else.
cannot-silence = Keep it from calling consultations, or close those that it called.
cannot-sign = Act in its name: every act is signed by a key that the member itself accredited. New keys for a member that lost its own wait, and its old keys can object.

network-lead = The members' nodes as this one sees them. They agree on one record; each keeps all of it.
network-alone = One node keeps this record: if it halts, the partnership halts.
network-few = Fewer than four nodes cannot survive the loss of one: what is promised of halting does not hold here.
node = Node of
node-this = (this one)
node-heard = Heard
node-is-heard = lately
node-is-silent = silent
node-named = Named for
node-named-never = nothing

record-lead = Every register, in full. Each can be searched, and taken away as CSV or JSON.
public-lead = What is for everybody: to read without signing in.

today-lead = What waits for this delegation, the earliest first, and what happens if it does nothing.
today-nothing = Nothing waits.
until = Until
if-nothing = If nothing is done:
waits-vote = Vote on decision { $number }: { $title }
waits-acknowledgement = Acknowledge consultations { $number }
otherwise-adopted = it is adopted, as votes stand.
otherwise-not-adopted = it is not adopted, as votes stand.
otherwise-missing = the missing acknowledgement is shown with its age; the consultations go on.

# Signing in, drafting, signing
chapter-acts = Act
sign-in = Sign in
sign-out = Sign out
sign-in-first = Sign in to give this.
sign-in-says = Your agent, which keeps your key on your own machine, signs a challenge that is made for this address and used once. No key and no password comes here.
sign-in-go = Ask my agent
sign-in-agent = The agent is looked for at { $agent }, on your own machine: start it with `quorate agent`.
sign-in-none = No agent is set for these pages: `quorate pages --agent`.
sign-in-exercise = EXERCISE: the agent of this demonstration has every key and signs anybody in by one click. Nothing like it exists for a real partnership.
sign-in-as = Sign in as { $post }
signed-in-as = Signed in as { $post }.
acts-lead = Everything that a delegation can give, each with a form. What is prepared here becomes a draft; nothing is on record before it is signed by the agent and given.
drafts = Drafts of this delegation
act-page = The whole explanation
act-says = This prepares a draft, shows what the rules would say of it now, and changes nothing.
act-prepare = Prepare
field-required = (required)
field-lines = One a line.
draft = Draft
draft-post = In the post
draft-id = What is signed (its hash)
draft-expires = Too late from
draft-second = Second person
draft-unchecked = nobody else has looked at it
draft-checked = (looked at by a second person)
draft-checked-by = { $post } looked at it (key { $key })
draft-would = What would happen if it were ordered now
draft-would-says = Tried on a copy of the record by the same rules; what others do before it is ordered can change it.
draft-sign = Have my agent sign it
draft-check = I have looked at it
draft-discard = Discard
draft-not-yours = { $post } signs it, with the key that prepared it.
given-recorded = Recorded at height { $height }, position { $position }.
given-refused = On record at height { $height }, position { $position }, as refused:

# The agent's own pages
agent = Agent
agent-lead = This agent keeps keys on this machine. It signs what a node's page asks for, once you have seen it here and say so.
agent-exercise = EXERCISE: this agent has every key of a demonstration and signs anybody in by one click.
agent-encrypted = opened for each signature by a passphrase, or by a passkey
agent-sign-in = Sign in?
agent-sign = Sign this?
agent-asks = The page that asks is at
agent-command = In the post { $post } you would sign, as this agent reads it from the bytes:
agent-no-key = No key here signs this.
agent-wrong = It was not signed: the passphrase does not open the key, or the key cannot be used.
agent-passphrase = Passphrase of the key
agent-yes = Yes, sign as { $post }
agent-no = If you did not ask for this, close the page: nothing is signed.
agent-signed = Signed. It counts once it is given to the node that asked.
agent-give = Give it to { $origin }
agent-too-long = What was sent is longer than any form of these pages. Nothing was done. A message has 65,536 bytes at most; longer papers are shared as products.
agent-no-form = What was sent is no form of these pages. Nothing was done: send it from the page itself.
agent-no-way = This address is not for that: nothing was done. Open the page, and go on from there.
agent-back = To the agent's first page
agent-whole = The whole command, field by field

way-open = Open the vote
way-withdraw = Withdraw it
way-vote = Vote
way-object = Object
way-proxy = Give a proxy
way-execute = Execute it

# Paste your own
try-title = Check a text of your own
try-lead = Paste a charter, or the rules of another body, and see what any one member could do under it, beside the text in force. Nothing is kept.
try-text = The text (as in docs/formats.md)
try-independent = Also ask whether it is independent of this State (three capital letters)
try-ask = Check it
try-faults = This text cannot be read yet:
try-long = A text here has at most 64 kB: check a longer one from the terminal.
try-busy = Another text is being checked: try again in a moment.
try-beside = Promise by promise
try-this = This text
# The fund in depth.

fund-pages = Pages of the fund
fund-overview = Overview
fund-liquidity = Liquidity
fund-statements = Statements
fund-books = Books
fund-bank = Bank
fund-target = Position against the target
fund-target-says = Of a target of { $target }, { $signed } are signed, and of these { $paid } are received.
fund-signed = Signed, paid in and callable
fund-received = Received
fund-announced-beyond = Announced beyond what is signed
fund-neither = Neither signed nor announced
nobody = nobody
contributions-says = What a member signed binds it up to what it signed. The bars are on one scale.
bar-heading = Received, called, callable
bar-received = received
bar-called = called or due, and not received
bar-callable = can still be called
chart-table = The same figures as
flows = Where the money came from, and where it went
flows-says = By the lines of the bank's statement that two treasurers entered and countersigned. What went back is taken off where it came from.
flows-told = Came: { $from }. Went, or is there: { $to }.
flows-none = No money has come yet.
flows-back = Back of case { $number }
flows-way = From, or for
flows-came = Came
flows-went = Went, or is there
flows-solid = came or went
flows-hatched = at the bank, set aside for what was approved
flows-empty = at the bank, held for others or free
flows-held = At the bank: held for others
flows-aside = At the bank: set aside
flows-free = At the bank: free
authority = Commitment authority
authority-says = What can be promised rests on what was paid in, never on what could be called.
authority-share = Share of what was granted
authority-none = None: nothing was paid in yet.
books-ledgers = The ledgers
books-position = What the fund has, is owed and owes
books-income = Income and expenditure so far
books-nothing = Nothing stands there.
bank-lead = The bank's statement as treasurers of two members entered and countersigned it, and what is odd in it.
bank-alarms = Debits that nobody instructed
bank-suspense = Money that nobody can place yet
bank-currencies = Other currencies
bank-investments = Investments
bank-losses = Losses, and what bore them
journal-lead = Every entry in the books, a row a leg. Nothing is ever changed: what was wrong is reversed by another entry.
calls-lead = A call asks each member for its part of what it signed as callable, and for no more.
calls-none = Nothing was called.
calls-one = Call { $number }
calls-bar = Paid of its part
calls-unpaid = not paid
calls-sum = Called
calls-paid = paid
calls-emergency = Calls in an emergency
calls-instalments = What will fall due, by time alone
statements-lead = What each member owes, will owe and can still be asked for, each figure with the register that it comes from.
statement-of = Statement of { $member }
since = since
falls-due = falls due on
liquidity-lead = Whether all approved help can be paid, by day, and on which members that hangs. What is not on record is counted nowhere.
liquidity-today = Today
liquidity-in = In { $days } days
liquidity-not-payable = NOT payable, though all pay what they owe.
liquidity-there = payable, whoever pays nothing more: the money is there.
liquidity-hangs = payable, but not if { $members } paid nothing more.
liquidity-more = payable, unless { $count } members paid nothing more.
liquidity-ladder = The ladder
liquidity-ladder-says = Own cash is the bank's money without what is held for others, with investments that are back by then. What members signed as callable is never counted.
liquidity-when = By
liquidity-bar = There, and owed
liquidity-cash = Own cash
liquidity-owed = Owed by then
liquidity-approved = Approved and unpaid
liquidity-left = Left
liquidity-one = Left without the worst one
liquidity-two = Left without the worst two
liquidity-alone = Left if nobody pays
capacity = What could be newly approved
capacity-says = The most that could be approved now and still be paid on every day from today on, if the members that matter most paid nothing more.
capacity-if = If
capacity-worst = The worst
capacity-authority = Commitment authority
capacity-could = Could be newly approved
capacity-nobody = nobody defaults
capacity-one = the worst one defaults (N-1)
capacity-two = the worst two default
owed = Owed
owed-what = What
owed-when = When
owed-now = now
owed-nobody = Nobody owes anything.
beside = Counted nowhere above
beside-callable = What a call decided now could bring: signed, and not there
beside-callable-less = The same without the member that has most left
beside-held = Held for others than members
beside-prepaid = Prepaid by members: it pays what falls due from them
beside-undated = Owed on days that are not on record
beside-flight = Of what is approved, with the bank
beside-abroad = Held in another currency
flows-picture = Bands from where money came to where it went

# The brief, and what comes by time alone.

brief = Brief for the minister
brief-link = Brief for the minister, on one sheet
brief-lead = As of { $at }: where the plan stands, what waits for this delegation, and what comes by time alone.
brief-plan-says = Of a target of { $target }, { $announced } are announced or signed; { $signed } are signed, and { $paid } are paid in.
brief-waits = What waits for this delegation
brief-until = until
brief-more = { $count } more
brief-decisions = Open decisions
brief-decisions-none = No decision is open.
brief-adopted = As votes stand it would be adopted.
brief-not-adopted = As votes stand it would not be adopted.
brief-cases-none = No case is open.
brief-case-paid = { $paid } of { $total } paid.
brief-next = What happens next by time alone
brief-next-none = Nothing is on record that time alone would bring.
brief-promises = What is promised
ahead-decision = the vote on decision { $number }, moved by { $of }, closes
ahead-payment = payment { $number } of case { $of } lapses unless treasurers have signed it
ahead-instalment = { $number } falls due from { $of }
ahead-session = session { $number } of consultations { $of } opens
ahead-text = text { $number } of consultations { $of } is agreed unless somebody breaks the silence
ahead-line = what { $of } confirmed of line { $number } grows too old
ahead-test = line { $number } ({ $of }) is due for a test
ahead-pledge = the pledge of { $of } of { $number } lapses
ahead-loan = { $of } has to pay on the loan of case { $number }
ahead-emergency = emergency call { $number }, asked for by { $of }, lapses unless another member signs
ahead-membership = { $of }: its standing "{ $number }" ends

# One by one: consultations, cases, lines, and members by items.

acknowledged-not = NOT acknowledged
acknowledged-missing = Missing: { $members }. The consultations go on without.
timeline = What happened, in order
time-called = { $member } called the consultations.
time-closed = Closed by { $member }.
time-acknowledged = { $member } acknowledged the call.
time-session = Session { $number } opens
time-stated = Statement of { $member }
time-tabled = { $member } tabled text { $number }; silence agrees to it.
time-recorded = Text { $number }: { $stage }.
agenda = Agenda
attended-nobody = nobody, on record
minutes-by = Minutes by { $member }, version { $version },
text-title = Text { $number }
reported-by = As reported by { $member }
case-reports = Reports of use
case-money = What is paid, and what is left
case-paid-says = { $paid } of { $total } are paid.
case-left = Left to pay
case-decision = The decision
case-undecided = No decision on it is on record.
case-signed = signed by treasurers of { $members }; { $able } could sign
lines-none = No line is open.
lines-all = Every line, closed ones too
line-title = Line { $number }
line-sides-of = Sides of line { $number }
what-falls = What falls with arrangements that end
matrices = What each member says it can do
matrices-say = Each member speaks for itself and for nobody else; what it has not said is not known. A number of days is how long it takes.
matrices-switch = Without which State
matrices-with = As said
matrices-without = Without { $state }

# What no majority can do to a member; the charter in articles.

cannot-rules = Behind each stand the rules that keep it, as docs/rules.md numbers them, and the invariants that are tried (I).
cannot-text = It accepted text { $accepted }; text { $force } is in force.
cannot-called = It called { $all } consultations, of which { $open } are open.
cannot-keys = Keys that hold an office for it now, beside its root and recovery keys: { $count }.
articles = The text in articles
articles-say = As it was agreed, in the form in which it is kept. Names of tables are the same in every language.
articles-head = Head of the text
articles-whole = The whole text
article-number = Article { $number }
# Long lists.

newest-rows = Of long lists the newest stand here; all rows stand in the registers.
# The API
in-the-api = in the API
decision-in-the-api = This decision as JSON, in the API
waiting-more = { $count ->
    [one] One more waits after these.
   *[other] { $count } more wait after these.
 }
register-title = Register “{ $name }”
changes-many = No small group could; larger ones are too many to be tried.

# Other systems
systems = Other systems
systems-lead = Programs of the delegation read the interface with a token, as its people read pages when they are signed in. A token reads, and nothing else: whatever is given is signed with an accredited key. It ends with its time, with the post of whoever made it, and here.
systems-link = Tokens of other systems
systems-none = There is no token.
systems-unread = The tokens that were kept cannot be read: none is taken, and none can be made until whoever runs the node has looked at it.
systems-name = Name
systems-by = Made by
systems-made = Made
systems-ends = Lasts until
systems-end = End it
systems-end-one = End the token “{ $name }”
systems-make = Make a token
systems-days = Days that it lasts, { $most } at the most
systems-shown-once = This is the token. It is shown once, and not kept here: put it where the program finds it.
systems-ended = The token has ended.
systems-bad-name = A token has a name, of { $characters } characters at the most.
systems-bad-days = A token lasts from 1 to { $most } days.
systems-too-many = There are as many tokens as a node keeps: end one first.
systems-not-kept = The node could not keep it: nothing has changed. Tell whoever runs the node.
# The history and the certificate of a decision; checkpoints.

history = History
history-says = What happened to it, in the order of the record. Each event has its height, and its place among all events of the record, counted from 0.
history-place = height { $height }, event { $event }
history-left-out = { $count } events between these are left out here; every vote stands in its register.
history-time = time
history-tabled = { $who } tabled the draft, to be decided by rule { $rule }:
history-amended = { $who } amended the draft, now version { $version }, to be decided by rule { $rule }:
history-would = It would { $does }.
history-withdrawn = { $who } withdrew the draft.
history-opened = { $who } opened the vote on version { $version }. Taking part: { $members }. The vote closes on { $until }.
history-out = Not taking part, as interested parties: { $members }.
history-in-favour = { $member } voted in favour.
history-against = { $member } voted against.
history-abstains = { $member } abstained.
history-replaces = This vote replaces its earlier one.
history-ad-referendum = Ad referendum: to be confirmed.
history-parliamentary = Under parliamentary reserve: to be confirmed.
history-explained = In its own words:
history-objected = { $member } objected.
history-converted = Silence did not adopt it. Members vote on it until { $until }.
history-extended = The outcome changed late. The vote now closes on { $until }.
history-unconfirmed = The outcome hangs on votes of { $members }, to be confirmed by { $until }. What is not confirmed then counts as absent.
history-proxy = { $member } gave its vote to { $holder }.
history-proxy-ended = The proxy of { $member }, held by { $holder }, ended.
history-closed = The vote closed:
history-silent = In favour by silence: { $members }.
history-executable = It can be executed until { $until }.
history-lapsed = It was not executed in time, and lapsed.
history-executed = { $who } executed it.
certificate = Certificate
certificate-says = What the closing of the vote counted, and where that stands in the record. The outcome is final.
certificate-counted = Votes counted at the closing
certificate-member = Member
certificate-vote = Vote
certificate-command = Signed command
certificate-proxy = by proxy, cast by { $holder }
certificate-silent = in favour, by silence
certificate-absent = Whoever takes part and is not in this table was counted as absent. Each bar is shown above:
certificate-closed = Closed
certificate-place = In the record
certificate-signed = Signed by nodes
certificate-unsigned = No checkpoint that enough members’ nodes signed covers it yet.
certificate-download = Download { $file }
certificate-verify = The file proves it from its own bytes, without this node and without a network:
certificate-upload = Or have a node check it:
certificate-none = No file of proof now
checkpoint-signed = The checkpoint of height { $height }, over { $size } events, is signed by the nodes of { $members } ({ $signed } of { $nodes }).
checkpoint-root = Its root, in digits and in words
proof-busy = Another file is being made. Ask again in a moment.
proof-away = The node that keeps the record does not answer. Ask again once it runs.
proof-too-much = More than { $most } blocks would have to be gone through for it. Whoever runs the node makes it with “quorate record export”.
proof-none = There is nothing to show: { $what }
checkpoint = Newest checkpoint
checkpoint-says = What the record came to, signed by members’ nodes. Keep it: whoever holds one can tell later whether the record was changed behind it.
checkpoint-take = The signed checkpoint, as text
checkpoint-check = A record file is held against it by:
checkpoint-form = Its form is a signed note with a checkpoint (C2SP signed-note, tlog-checkpoint), which tools of others read; each signature is Ed25519 under the key of a member’s node.
checkpoint-none = No checkpoint is signed by enough members’ nodes yet.
record-registers = Registers

# Verify by upload.

verify-title = Verify a file
verify-says = A record file, a comparison of two checkpoints, or a checkpoint that you hold is checked here by the code of “quorate verify”. Nothing of it is kept.
verify-go = Choose a file
verify-file = The file
verify-limits = A file of “quorate record export” or “record consistency”, or a checkpoint as text; 16 MB at the most.
verify-ask = Verify it
verify-another = Another file
verify-offline = Whoever does not trust this node checks the same on a machine of their own, without a network:
verify-busy = Other files are being checked. Send it again in a moment.
verify-empty = No file came. Choose one and send it again.
verify-too-long = The file is larger than 16 MB, and no record file is. Look whether it is the right one.
verify-no-form = What came is no form with a file, or it did not come whole. Choose the file on this page and send it again.
verified-decision = The file proves decision { $number }: every check holds, of { $events } events and { $commands } signed commands.
verified-verdict = Verdict, counted anew
verified-told = What the record says of it
verified-keys-apart = That several nodes signed says more than one does only where each member keeps its node’s key to itself.
verified-checkpoint = The checkpoint of the file
verified-checkpoints = The two checkpoints
verified-changes = The nodes since the genesis, each change signed by those before it
verified-not = A file is a part of the record: it does not prove that nothing else was decided, nor what happened after its last event.
verified-records = The record of height { $first } is the beginning of that of height { $second }: nothing before was changed.
verified-fork = There are two records: members’ nodes signed two checkpoints that cannot both be true.
verified-none-both = No node signed both: either all that signed the one are false, or all that signed the other.
verified-both = These nodes signed both, which no honest node does:
verified-signed = The checkpoint of height { $height }, over { $size } events, is signed by the nodes of { $members }.
verified-node-key = Key of its node at the beginning
verified-genesis = What has to be believed
verified-genesis-own = The file begins with the genesis of the record that this node keeps.
verified-genesis-other = The file begins with the genesis of another partnership than this node keeps. Ask a member of that one for its fingerprint.
verified-genesis-says = The fingerprint of the genesis: all that was checked follows from it and from the keys in it. Compare it with what a member told you by another way.
verified-rehearsal = It is a rehearsal: nothing in it is real.
verified-keys = The members’ first keys of nodes
verified-wrong = The file proves nothing: the check of “{ $check }” fails.
verified-wrong-at = At event { $event } of the record.
verified-wrong-says = It may be damaged, of another kind, or altered. Ask whoever gave it to you to make it again.

# Instructions from the capital, and what is kept on the node's disk.

instructions = Instruction from the capital
instructions-say = Kept at this delegation’s own node. It is not in the record, no other node is given it, and only people of this delegation who are signed in see it.
instructions-before = Earlier instructions
instructions-unreadable = The instructions that are kept at this node cannot be read, and none can be written. Whoever runs the node has to look at the file “instructions” in the folder “desk” of its directory; nothing in it was changed.
instructions-failed = The instruction is not kept: the node’s disk did not take it. What was kept before still is.
instructed = The capital instructs:
instructed-none = No instruction from the capital is kept on it.
instructed-by = written by { $post } on { $at }
instruct = Write an instruction
instruct-vote = Vote
instruct-in-favour = vote in favour
instruct-against = vote against
instruct-abstain = abstain
instruct-discretion = vote as the delegation sees fit
instruct-text = Text (at most 4 000 bytes)
instruct-keep = Keep it at this node
instruct-no-vote = Say whether to vote in favour, against, or to abstain.
instruct-too-long = The text is longer than 4 000 bytes. Shorten it.
instruct-too-many = There are 50 instructions on this decision, or 10 000 in all: no more are kept.
draft-as-instructed = This vote is as the capital instructs.
draft-not-as-instructed = This vote is not as instructed. The draft: { $draft }. The capital: { $instructed }.
drafts-unreadable = The drafts that are kept at this node cannot be read, and none can be kept. Whoever runs the node has to look at the file “drafts” in the folder “desk” of its directory; nothing in it was changed.
drafts-failed = Nothing was changed: the node’s disk does not take drafts, or those on it cannot be read. What was kept before still is.
disk-failed = Not kept

# Time left, and the calendar.

left = { $time } left
left-both = { $first } and { $second }
left-days = { $count ->
    [one] 1 day
   *[other] { $count } days
 }
left-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
 }
left-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
 }
left-moments = less than a minute left
left-none = no time left: it closes with the next blocks
today-waits = What waits
calendar = Calendar
calendar-name = Quorate: deadlines of the delegation
calendar-says = A calendar program can show the deadlines that wait for this delegation, as long as they do.
calendar-address = Its address
calendar-secret = It has no session: it reads at an address with a secret of yours, which ends when you end it, make another, or your key loses its post.
calendar-has = An address of yours is in use.
calendar-make = Make an address
calendar-again = Make another address, and end this one
calendar-end = End it
calendar-made = This is the address. It is shown once: the node keeps only a hash of its secret.
calendar-made-says = Whoever has the address reads which votes wait for the delegation and until when. Treat it as a password.
calendar-failed = Nothing was changed: the node’s disk does not take addresses of calendars, or those on it cannot be read. Whoever runs the node has to look at the file “calendars” in the folder “desk” of its directory.
# Who of the delegation is signed in.

desk-sessions = Who is signed in
desk-sessions-link = Who of this delegation is signed in now
desk-sessions-lead = Sessions of your delegation at this node. They are the node's own and stand in no record.
desk-sessions-first = Sign in to see who of your delegation is signed in.
desk-sessions-says = A session ends after half an hour without a visit, after eight hours, and as soon as its key loses its post in the record. Whoever is signed in for a member can end any session of that member: who was ended signs in again.
desk-session-post = Post
desk-session-key = Key
desk-session-way = Signed in by
desk-session-began = Since
desk-session-seen = Last seen
desk-session-end = End
desk-session-end-of = End the session of { $post }, key { $key }
desk-session-this = (this one)
desk-sessions-end-others = { $count ->
    [one] End the other session of my key
   *[other] End the { $count } other sessions of my key
 }
desk-way-key = the key, by its agent
desk-way-passkey = a passkey of the key
desk-way-openid = the ministry's account
desk-by-key-alone = You signed in by your ministry’s account, which does not show your key: for this, sign in by your key.
desk-second-by-key = You signed in by your ministry's account, which does not show your key: to mark this as a second person, sign in by your key.
# Signing in by the ministry's provider.

openid = By your ministry's account
openid-go = Sign in at { $provider }
openid-says = Your ministry's provider says who you are; your node's table says which post and key that is. You can read and prepare so. To sign, and to look at a draft as a second person, your key is asked by its agent all the same.
openid-not = Not signed in
openid-not-begun = This browser did not begin to sign in, began more than five minutes ago, or did so once already. Begin again.
openid-no = { $provider } did not sign you in.
openid-busy = Many sign in at this moment. Begin again in a minute.
openid-no-post = { $provider } knows you, and your node's table names a post and key for you; but that key does not hold that post of this node's member now.
openid-away = { $provider } could not be asked. Signing in by the key and its agent works without it.
openid-unsound = What { $provider } said is not good here and now. If that goes on, whoever runs your node should see what it says below.
openid-nobody = { $provider } knows you, but your node's table names nobody by what it says of you. Give this to whoever runs your node:
openid-again = To the page to sign in at
# Passkeys
passkeys = Passkeys
passkeys-lead = A passkey stands for the key with which you signed in as { $post }, and signs you in while that key holds the post. It signs nothing that goes on record.
passkeys-none = There is none for this key yet.
passkeys-unread = What is kept of passkeys cannot be read or written now. Whoever runs this node has to look at it.
passkey-since = registered
passkey-remove = Remove
passkey-remove-named = Remove { $name }
passkey-register = Register a passkey
passkey-name = What you call it, as the device on which it is
passkey-sign-in = Sign in by passkey
passkey-sign-in-says = If you have registered a passkey for your key here: your device asks for your finger, face or code each time.
passkey-by-key-alone = To register a passkey, sign in by the key itself, with the agent: a passkey stands for the key, and makes no other.
passkey-script = That needs a browser that knows passkeys, with script allowed for this page.
passkey-failed = Your device gave no answer, or it cannot verify you, or the passkey is there already. Nothing was sent.
passkey-nowhere = No passkeys here: browsers bind a passkey to a name that is served by HTTPS, or to localhost on your own machine, and this page is at { $origin }.
passkey-not-signed-in = You were not signed in: the passkey is not known here, it did not verify you, the page had waited for more than five minutes, or its key does not hold the post now.
passkey-not-made = It was not registered: it did not verify you, the page was not made for you, or it had waited for more than five minutes. Try again from this page.
passkey-unnamed = Give it a name of 1 to 60 letters, on one line.
passkey-too-many = It was not registered: there are as many passkeys for this key as there may be, or this one is there already. Remove one first.
agent-passkeys-of = Passkeys of { $post }, key { $key }
agent-passkeys-lead = A passkey approves one signature at a time of this key, after your device has verified you anew, in place of the passphrase.
agent-passkeys-unread = What is kept of passkeys cannot be read or written now: look at the folder `agent` beside the keys.
agent-passphrase-once = Needed this once: it is kept encrypted by a secret that only your device gives, after it has verified you.
agent-passkey-no-secret = It was not registered: this device or browser gives no secret to keep a passphrase by (WebAuthn's extension `prf`). The passphrase goes on to open the key.
agent-passkey-locked = It was not registered: the passphrase does not open the key.
agent-approve = Approve with passkey
agent-not-approved = It was not signed: the passkey did not approve this, or not this time. It can be asked again.
agent-approved-in-vain = It was not signed: what the passkey releases does not open the key any more. Give the passphrase, and register the passkey again.
# What a draft decision does
effect-which = What is the decision to do? It does one thing.
effect-go = Continue
effect-other = Choose something else
effect-kept = What it does stays
effect-kept-says = Only its title changes.
effect-several = A decision does one thing, and several were given: { $what }.
effect-stray = This does not go with what the decision does: { $what }.
effect-missing = This has to be said too: { $what }.
effect-none = It is not said what the decision does. { $what }
effect-choose-one = Choose one effect, and fill in what is asked for it
effect-name-en = The name in English.
effect-name-fr = The name in French.
effect-weight = A weight for each measure of the charter, as in `population=5000000`.
effect-root = The public root key that the State brings: 64 hexadecimal digits. No page makes a key.
effect-recovery = The public recovery key that the State brings: 64 hexadecimal digits. No page makes a key.
effect-count = Count at least so much as given elsewhere for a case, as in `1:250.00`.
field-pairs = One a line: the first part, a space, and the rest.
# Compartments, at the agent
comp = Compartments
comp-one = Compartment
comp-colon = :
comp-and = and
comp-lead = Circles of members with keys of their own. The keys are in this agent: no node has one, your own included.
comp-not-accredited = Not accredited for classified information: no authority has examined it.
comp-none = This agent is in no compartment.
comp-open-says = These pages show what only this delegation's agent reads. Open them with the passphrase of the agent's store; they close after half an hour without a visit, and when you close them.
comp-passphrase = Passphrase of the agent's store
comp-open = Open
comp-close = Close
comp-wrong = This is not the passphrase of the agent's store.
comp-busy = Passphrases are being tried here already: wait a moment, and try again.
comp-back = Back to the compartments
comp-back-one = Back to the compartment
comp-not-done = Not done
comp-epoch = epoch { $epoch }
comp-bytes = { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
comp-waiting = { $count ->
        [one] One change waits for acceptances.
       *[other] { $count } changes wait for acceptances.
    }
comp-questions = { $count ->
        [one] One question waits for your answer.
       *[other] { $count } questions wait for your answer.
    }
comp-roster = Who is in
comp-post = Post
comp-agent = Agent
comp-until = Credential stands until
comp-this = this agent
comp-stands-not = it stands no more: remove this agent
comp-compare = To compare in person
comp-compare-says = Read these digits to each other in person or by telephone: they are the same for everyone who sees the same roster. The id is on every parcel, for whoever carries it to see.
comp-id = Id
comp-waits = Changes that wait
comp-change-by = { $by }:
comp-change-keys = gives itself fresh keys.
comp-change-in = lets in { $posts }.
comp-change-out = removes { $posts }.
comp-change-accepted = Accepted by { $members }; in force with { $needed }.
comp-waits-says = A change is accepted on the command line, after its roster was read:
comp-said = Messages
comp-said-none = Nothing was said here yet.
comp-said-older = { $count ->
        [one] One older message is not shown; this shows it:
       *[other] { $count } older messages are not shown; this shows them:
    }
comp-release = To be released at
say = Say something to everyone who is in
say-says = Nobody else reads it, nor any node. Longer papers are shared as products.
say-go = Seal it
# What was shared and asked
products = Products
products-none = Nothing was shared here yet.
product-from = From
product-length = Length
product-tear-line-of = Tear-line version of
product-tear-line = Its tear-line version
product-tear-line-elsewhere = Not shared where this agent is in
product-held-back = Half of its key is held back by its originator
product-acknowledged = Acknowledged by
product-id = Product
acknowledge = Acknowledge it
acknowledge-says = Tells its originator alone that you have it.
acknowledge-go = Acknowledge
questions = Questions whether a product may go on, or be acted on
question-by = { $by } asks { $originator } whether it may go on to { $whom }, because:
question-act = { $by } asks { $originator } for its consent to act on it so:
question-waits = No answer yet.
question-allowed = Allowed,
question-refused = Refused,
question-not-now = It is not to be done now:
question-differ = Another agent of the same delegation answered otherwise. Nothing is allowed while the two differ: speak with them by another way, and ask again.
refuse = Refuse
refuse-why = Why it may not
refuse-go = Refuse it
allow = Allow
allow-says = Will see it then, beside those who see it now: { $whom }. Nobody else does, nor any node.
allow-file = The sealed product's file, whose key is opened by it
allow-go = Allow it
consent = Consent
consent-says = { $by } may then do what it asked, and nothing else. Nothing technical holds back who has read it.
consent-conditions = On what conditions, if there are any
consent-go = Consent to it
comp-accounts = Accounts with each member
comp-accounts-says = What the two did for each other. Nobody but these two sees it.
account-shared = { $by } shared { $count ->
        [one] { $count } product
       *[other] { $count } products
    }, of which { $other } acknowledged { $had }.
account-asked = { $other } asked { $by } { $count ->
        [one] once
       *[other] { $count } times
    } to pass one on: answered { $answered }, allowed { $allowed }.
account-acts = { $other } asked { $by } { $count ->
        [one] once
       *[other] { $count } times
    } to act on one: answered { $answered }, consented { $allowed }.
# Sharing, and who sees it
share = Share a product
share-lead = Shared in { $name }. Before anything is sealed a page says who will see it and who will not, and you say yes there.
share-file = File
share-file-says = At most 1 GiB, of any form. It waits on this machine encrypted by a key that is nowhere but in the agent's memory, until it is sealed or half an hour is over.
share-file-waits = This file waits already:
share-file-other = Another file in its place
share-title = Title
share-title-says = One line. It is sealed, too: only who opens the product, or is in the compartment, reads it.
share-level = Level
share-choose = Choose
share-policy = Whose policy the level is of
share-policy-says = Such as NATO, EU, or your own.
share-class = Kept for
class-year = a year
class-decade = ten years
class-lasting = as long as the members keep it
share-when = When it is read
share-held-back = Hold back half of its key: nobody opens it before you release it to them by name
share-release = Release time, in UTC
share-release-says = Only with a half that is held back. Leave it empty for none.
share-contains-ask = It contains material of other States
share-contains-says = Nothing of a State's goes on without its consent, whether it is a member or not. Consent is given by a document, to States that it names.
share-contains = Material of
share-contains-state = State, by its code
share-contains-document = SHA-256 of the document by which it consents
share-contains-to = To whom it consents, by codes
share-go = Show who will see it
share-go-says = Nothing is sealed by this.
pick = Releasable to
pick-says = Each State is named or not. Naming nobody means nobody. Only who is in { $name } and named sees it.
pick-own = Sees it in any case: it is its own.
pick-in = in { $name }: { $posts }
pick-out = not in { $name }
pick-if = Named:
pick-unless = Not named:
pick-in-chosen = it will see it.
pick-in-not = nothing is sealed, since it is in { $name } and would open it.
pick-out-chosen = it gets no key here, since it is not in { $name }; the product may be passed on to it later, by whoever is asked for that.
pick-out-not = it will not see it.
pick-others = Other States, by their codes
pick-others-says = Such as NOR, SWE. They get no key of { $name } by it.
words = Who will see it, and who will not
words-lead = Nothing is sealed yet. Read this before you say yes: exactly this is sealed.
words-see = Will see it: { $states }. Nobody else.
words-see-later = Will be able to see it, each once you release it to its agents: { $states }. Nobody else.
words-nobody = As it stands nothing is sealed, and nobody sees it.
words-not = Will not see it: { $states }; no node, your own included.
words-not-node = Will not see it: no node, your own included.
words-who = Will see it
words-who-later = Will be able to see it
words-who-not = Will not see it
words-own = because the product is its own.
words-in-and-chosen = because it is in { $name } and named.
words-agents = By its agents there: { $posts }.
words-bound = Will be refused to { $member }: it is obliged to pass it on to { $to }, which was not chosen, by document
words-bound-says = Its own agent refuses it and has the key: half of the key held back keeps it from it. On the command line, --despite-obligation consents.
words-held-back = Half of the key stays with this agent. Nobody else opens it before you release it, by name.
words-out = because it is neither in { $name } nor named.
words-chosen-and-out = because it is not in { $name }. It is named, so the product may be passed on to it.
words-nodes = No node, your own included
words-nodes-why = because no node has a key of it, and nothing of it is on record.
words-what = What is to be sealed
words-marking = Marking
words-to = Releasable to
words-to-nobody = nobody
words-where = Where
words-where-is = { $name }, epoch { $epoch }
words-consent = consents to { $to } by document
seal-this = Yes, seal exactly this
seal-change = Change something
seal-not-yet = If you leave this page nothing is sealed; what was uploaded is gone after half an hour.
seal-waits = What you wrote and the file wait for half an hour.
seal-waits-bare = What you wrote waits for half an hour; the file has to be chosen again.
seal-changed = Nothing was sealed: something changed since this was shown. This is how it stands now; read it again.
seal-gone = Nothing was sealed: this does not wait any more. Upload it again.
seal-done = Sealed as it was shown.
seal-sealed = Sealed
# How it goes on
carry = Carried
carry-by-hand = by hand: it is offered as files
carry-to = by the carrier, to
carry-ask = Taken by the carrier to
carry-says = Those who are no member of the compartment cannot open it, and see that there is something. If none is marked it is offered as a file.
made = To be carried by hand
made-says = Sealed, and not on its way yet. Download each and bring it to everyone who is in, or to whoever it is for; then remove it here.
made-remove = Remove
made-remove-named = Remove { $name }
made-sent = Waits in the outbox for
made-files = Carry this to whoever it is for:
take = Take in what came
take-says = Messages, products, questions and answers. A change of who is in is shown and not accepted by it.
take-inbox = Take in all of the inbox
take-parcel = Or a parcel that was brought by hand
take-go = Take it in
took = What came
took-nothing = Nothing new is in the inbox.
took-from = From
came-change = { $by } proposes a change of who is in: it waits for acceptances.
came-accepted = { $by } accepts a change.
came-in-force = A change is in force: epoch { $epoch } began.
came-said = A message by { $by }.
came-granted = Archive keys of earlier epochs were granted.
came-shared = { $by } shared a product.
came-obliged = { $by } said what it is obliged to pass on.
came-tear-line = { $by } made a tear-line version of a product.
came-asked = { $by } asks whether a product may go on.
came-answered = { $by } answered a question.
came-acknowledged = { $by } has a product.
came-letter = A letter by { $by } to { $to }, which you do not read.
came-committed = { $by } opened a checkpoint of its logs.
came-known = Known already.
came-stays = A change of who is in stays in the inbox until it is accepted on the command line.
came-refused = Refused:
# Why something is not done
stop-nobody = Nobody is named: nobody is nobody, never everybody. Name at least one State.
stop-not-chosen = { $state } is in this compartment and is not named: it would open what is sealed here. Name it, or share in another compartment.
stop-still-in = { $post } is still in, and its credential stands no more: remove it first.
stop-no-consent = It contains material of { $state }, whose consent is not given.
stop-narrower = { $state } consents that its material goes to fewer: not to { $to }.
stop-release-needs-hold = A release time holds only if half of the key is held back.
stop-release-is-over = The release time is over.
stop-removed = This agent was removed from the compartment: it reads and does nothing new there.
stop-no-partner = The carrier has no partner { $name }: choose again by what it goes on.
stop-no-such = There is no such thing here.
stop-answered = This question was answered already.
stop-other-file = This is not the sealed file of the product, or it does not open here. Nothing was answered.
stop-no-reason = Say why in one line of 1 to 400 bytes, without characters that nobody sees.
stop-message = A message has 1 to 65,536 bytes. Longer papers are shared as products.
stop-no-parcel = This is no parcel of a compartment. Nothing was taken in.
stop-elsewhere = It is of no compartment that this agent is in.
stop-ahead = It belongs after something that did not come yet: take that in first.
stop-before = It was taken in before, or is of an epoch that is over.
stop-no-record = The record is held by another process now: try again in a moment, or run the partnership's node.
alarm-twice = Fork alarm: { $member } accepted two changes of epoch { $epoch }.
alarm-forked = Fork alarm: two changes of epoch { $epoch } are in force, each for some members.
alarm-differs = Fork alarm: { $member } came to another state by the change of epoch { $epoch }.
alarm-log = Fork alarm: { $member } signed two logs of what it sealed, which part at number { $epoch }.
alarm-do = Nothing is sealed or changed here any more: compare rosters in person, and open a new compartment.
# What is wrong in a form
wrong-title = The title is one line of 1 to 400 bytes, without characters that nobody sees.
wrong-policy = Say whose policy the level is of, in one line.
wrong-level = Choose a level.
wrong-class = Choose for how long it is kept.
wrong-to = A State is named by three capital letters, as CAN.
wrong-others = Other States are named by three capital letters each, with commas between, as NOR, SWE.
wrong-release = The release time is a day and a minute in UTC.
wrong-contains = Of each State whose material it contains: three capital letters; the consent's document by 64 hexadecimal digits; and to whom, by codes. A consent to nobody is none.
wrong-file = Choose a file that is not empty.
wrong-form = The form did not come whole. Send it again.
wrong-too-long = This is too long for a page: at most 1 GiB. Longer ones are shared by the command `quorate product share`.
wrong-disk = The file cannot be kept here: look whether the agent's disk is full.

# Instructions of a capital, sealed among its own agents.

sealed-instructions = Instructions from the capital
sealed-instructions-say = Sealed among this delegation’s own agents: no node reads them, your own included, nor whoever carries them. A later one takes the place of the same agent’s earlier one, and of no other’s.
sealed-none = Nothing was instructed here yet.
sealed-none-on-it = No instruction from the capital on it is in force at this agent.
sealed-agent = agent { $agent }
sealed-stands = In force.
sealed-replaced = Replaced by a later one of the same agent.
sealed-expired = Over.
sealed-agent-gone = No longer in force: its agent, or this one, was removed from the compartment after it.
sealed-until = Until { $until }.
sealed-differ = Two agents instruct differently on this decision, and both are in force. Ask the capital by another way which counts. It ends when both say the same, or one of them is removed.
sealed-decision = Number of the decision
sealed-until-ask = Until, in UTC (empty: until another one)
sealed-closed = This vote was not held against sealed instructions from the capital: they are read once the compartments are open in this browser.
sealed-open-says = Leave it empty if the compartments are open in this browser already.
sealed-compare = Compare with the instructions
sealed-not-open = The compartments are not open in this browser: give the passphrase.
sealed-unread = The sealed instructions cannot be looked at now.
sealed-missing = Something that was sealed there did not come here; a later instruction may be among it. Ask for it again.
sealed-removed = This agent was removed from this compartment: later instructions do not reach it.
sealed-waits = { $count ->
    [one] One parcel came by the carrier and was not taken in; a later instruction may be in it. Take it in first:
   *[other] { $count } parcels came by the carrier and were not taken in; a later instruction may be in them. Take them in first:
 }
came-instructed = An instruction by { $by }.
stop-no-instruction = An instruction names a decision by its number and says how to vote; until when is a day and a time, or empty.
stop-instruction-is-over = This instruction would be over already. Name a later moment.
stop-others-in = An instruction is for a member’s own agents, and { $others } is in this compartment, too. Open one for these agents alone.

chart-numbers = The numbers
chart-quarter = quarter
chart-runs = runs
chart-share = share of runs
chart-nothing = There is nothing to be drawn: it was met in no run.
chart-of-runs = of runs
chart-in-runs = in so many runs
chart-fan-says = What 5, 25, 50, 75 and 95 per cent of the runs do not exceed, quarter by quarter. The line is the middle.
chart-capacity-title = Capacity and arrears
chart-capacity-says = At the end of each quarter: the middle half of the runs, and the middle, of what can still be promised and of what is due and not paid.
chart-capacity = capacity
chart-arrears = arrears
chart-days = days
chart-requests = requests paid
chart-of-paid = of the requests paid
chart-days-title = Days from request to paid
chart-days-says = Of all requests that were paid in any run: how many took so long. Requests that were not paid are not among them.
chart-summed-title = Paid within so many days
chart-summed-says = Of all requests that were paid in any run: what share was paid after so many days at the latest.
chart-shares-title = Shares of runs in which something was so
chart-shares-says = Under these assumptions. A run counts for each thing that was so in it, however often.
chart-left-title = In how many runs each member left
chart-left-says = By code. Between members that scenario and charter treat alike, a difference is one of the draw.
chart-gravity-title = Each member's part at the end
chart-gravity-says = Of the votes, by the charter's first measure, and of the money paid in, of those still bound. Thin line: nine tenths of the runs; bar: the middle half; mark: the middle. Whoever left has nothing.
chart-of-bound = of those bound at the end
chart-votes = Votes
chart-money = Money

measure-requests = Requests for help
measure-paid = Requests paid
measure-blocked = Requests blocked
measure-in-favour = Votes in favour
measure-withheld = Members that did not pay what was due
measure-bound = Members bound at the end
measure-capacity = What can still be promised
measure-arrears = What is due and not paid
measure-affinity = Mean affinity
measure-blocs = Blocs: one, or two
measure-greatest-bloc = The greatest bloc
measure-cohesion = Mean affinity within a bloc
measure-least-held = What holds whoever is held least
measured-blocs = blocs
measured-capability = of the capability of all bound
measured-requests = requests in the quarter
measured-votes = of the votes counted in the quarter
measured-members = members
measured-signed = of all that was signed
measured-thousandths = thousandths, from −1000 to 1000

happened-left = a member left
happened-blocked = a request was blocked
happened-default = a member was in default
happened-arrears = something was due and not paid at the end
happened-nothing-left = nothing could be promised any more at the end

report-line = Shares of runs under these assumptions, no forecast.
report-says = How members behave is assumed, below; what comes of it was decided by the real charter, rules and books, in a rehearsal, many times over with other draws of chance. A share of runs says how often something came of these assumptions, and nothing about how likely anything is.
report-runs = Runs
report-runs-whole = { $runs } runs of { $quarters } quarters
report-runs-part = runs { $first } to { $last } of { $all }, of { $quarters } quarters: a part of a study
report-seed = Seed
report-charter = Charter
report-scenario = Scenario
report-model = Model
report-happens = What is assumed to happen
report-nothing-happens = Nothing new.
report-sources = The numbers are from:
report-shares = Shares of runs
report-in-none = In none of these runs: { $what }.
report-in-all = In all runs { $what }.
report-in-share = In { $share } of the runs { $what }.
report-paid-within = Of the { $paid } requests that were paid, half were paid within { $half } days, and 95 of a hundred within { $most } days.
report-none-paid = No request was paid in any run.
report-days = From request to paid
report-money = Money
report-quarters = Quarter by quarter
report-gravity = Where votes and money are
report-left = Who left
report-refused = What rules refused
report-refused-says = Rules refused { $refused } of { $commands } commands.
report-assumed = What is assumed
report-assumed-says = Every number of the scenario, as its file has it; shares and levels are thousandths. What each does stands in docs/foresight.md.
report-again = To run it again
report-again-says = In this directory. The same scenario, charter and seed give the same bytes.

refused-rule = Rule
refused-says = What it says
refused-commands = Commands refused

assumed-name = Number
assumed-value = Value
assumed-whom = Of whom
assumed-source = Where it is from
assumed-of-run = every run
assumed-of-every = every member of which nothing else is said
assumed-of-outside = the outside power
assumed-of-model = all alike
assumed-of-all = all
assumed-towards = { $member } towards { $other }
assumed-in = in quarter { $from }
assumed-from = from quarter { $from } on
assumed-between = in quarters { $from } to { $until }
assumed-change = a change of it, for some quarters
assumed-quarters = how many quarters a run has
assumed-affinity = towards another member, from −1000 to 1000
assumed-cost = what giving costs it at home
assumed-threat = the threat under which it is
assumed-need = its chance to ask for help in a quarter
assumed-reliance = how far the outside power reaches it
assumed-delay = it pays at most so many days late
assumed-hazard = its chance to pay nothing in a quarter
assumed-leaves-below = it wants to leave where its attachment is below this
assumed-paid-in = what it pays in at the beginning
assumed-callable = what it can be called for
assumed-pressure = pressure on members not to help
assumed-withholding = what it withholds of what members rely on it for
assumed-moderation = how far it moderates the threat
assumed-noise = by so much chance raises or lowers any support, at most
assumed-margin = support so little below none is an abstention
assumed-learns = what one vote, or one default, moves in affinity
assumed-need-by-threat = what of the threat is added to the chance to ask
assumed-hazard-by-strain = what of cost and pressure is added to the chance to pay nothing
assumed-leaves-after = notice is given after so many quarters in a row
assumed-answer-days = members vote at most so many days after the opening
assumed-bank-days = the bank carries a payment out after so many days
assumed-request = what is asked for at a time
assumed-keep = a call is moved where less than this can be promised
assumed-call = what is called at a time

chart-overlaid-says = The middle half of the runs of each study, and the middle, quarter by quarter.

apart-title = Which facts tell these assumptions apart
apart-says = A signpost is a fact that anybody can read in the record, with one threshold: what is on the one side of it came of the one study's assumptions in so many of a hundred of these runs. It tells these assumptions apart, and says nothing about what else there could be, nor which of them holds.
apart-study = { $runs } runs, under "{ $charter }"
apart-level = Signposts that put at least { $level } of a hundred runs on their right side, in every quarter from the one named to the last; the earliest first.
apart-from = { $one }, told from { $others }
apart-fact = Fact, in the first such quarter
apart-for = Speaks for
apart-since = From quarter
apart-right = Runs on their right side then
apart-least = The fewest since
apart-at-least = { $fact }: at least { $value }
apart-at-most = { $fact }: at most { $value }
apart-none = There is none: no fact with one threshold puts as many runs on their right side until the last quarter.
apart-how = How it is reckoned
apart-how-says = Of each fact and quarter the best threshold is taken. The share of runs on their right side is the mean of both sides: of the one study's runs that are on its side, and of the others' runs that are not; each of the others counts alike. A coin would reach 50 of a hundred. A run in which the fact was not measured is on no right side. What members think of each other, and blocs, which follow from it, are left out: no record holds them.
apart-flattered = The threshold is chosen and judged on the same runs: of few runs it tells too much.
apart-charts = The studies over each other

compared-title = Two charters under the same chance: { $title }
compared-says = { $runs } runs (seed { $seed }), each made under both charters with the same members, needs and chance.
compared-first = First
compared-second = Second
compared-sides = Which had more
compared-sides-title = Shares of runs in which the one or the other had more
compared-sides-says = Run by run, under these assumptions. What is left empty is of the runs in which both had the same.
compared-first-more = first more
compared-same = same
compared-second-more = second more
compared-means = Means
compared-table = Means of both
compared-measure = Of a run
compared-runs = Runs
compared-differences = By how much
compared-none = Both had the same of everything in every run.
compared-difference = second less first
compared-difference-says = What the second had less what the first had, run by run: to the right of nought the second had more.
compared-requests = Requests for help
compared-paid = Requests paid
compared-blocked = Requests blocked
compared-open = Requests open at the end
compared-hours = Mean hours from request to paid, where both paid
compared-calls = Calls
compared-withheld = Quarters in which a member did not pay what was due
compared-defaults = Defaults
compared-bound = Members bound at the end
compared-refused = Commands that a rule refused
# Dependencies: who relies on whom, in a file that the reader edits.

chapter-dependencies = Dependencies
depend-lead = Who relies on whom, and what fails when somebody withholds something. Edit the file, choose who withholds, and look. Nothing is kept.
depend-begin-with = Begin with:
depend-made-up = a made-up file, with figures
depend-published = published facts, without what is not public
depend-who = Who withholds, from day 0 on
depend-others = Any other supplier or thing of the file, by its name; several with spaces between
depend-of = Whose capabilities
depend-of-all = all
depend-by = Cut sets of
depend-by-states = States
depend-by-suppliers = suppliers
depend-by-things = things
depend-around = Drawn around
depend-file = The file: read and edit it, or give another
depend-text = The text (as in docs/dependencies.md)
depend-upload = Or a file, which then takes the place of the text
depend-ask = Look
depend-busy = Something else is being looked at: try again in a moment.
depend-long = A file here has at most 64 kB: quorate depends FILE takes larger ones.
depend-no-text = What came is no text in UTF-8.
depend-no-form = What came is no form with a text or a file.
depend-faults = This file cannot be read yet:
depend-found = What is found
depend-unknown = The file has no State, supplier or thing { $name }.
depend-nobody = Nobody is chosen who withholds: what each capability hangs on is told below.
depend-withheld = Withheld from day 0: { $who }
depend-untouched = Not touched:
depend-more = And { $count } more, which quorate depends tells.
depend-by-itself = By itself: it is withheld.
depend-by-what = By what: { $way }
depend-thing = Thing
depend-lasts = Goes on for
depend-otherwise = To be had otherwise after
depend-cost = For
depend-confidence = Confidence
depend-source = Where this is said
depend-low = low
depend-moderate = moderate
depend-high = high
depend-lowest = Confidence: { $confidence } at the lowest, of { $name }
depend-not-public = Not public, and it could make the difference:
depend-unsaid-lasts = how long { $name } lasts
depend-unsaid-otherwise = when { $name } can be had otherwise
depend-fails = fails { $when }
depend-may-fail = not known: at best it goes on, at worst it fails { $when }
depend-fails-between = fails { $least } at best, { $most } at worst
depend-span = from day { $from } to day { $until } ({ $days } days without)
depend-span-open = from day { $from } on, with nothing in its place
depend-and = , and{" "}
depend-with = { " " }and{" "}
depend-days = { $count ->
    [one] 1 day
   *[other] { $count } days
 }
depend-never = never
depend-without-end = without end
depend-unknown-figure = not public
depend-cuts-states = Minimal cut sets of States, to three
depend-cuts-suppliers = Minimal cut sets of suppliers, to three
depend-cuts-things = Minimal cut sets of things, to three
depend-cuts-says = Without all of a set the capability fails; without all but one of it, it does not. A member’s own State is in none of its own.
depend-capability = Capability
depend-how-many = How many
depend-without-all-of = Without all of
depend-single = { $count ->
    [one] 1 single point of failure
   *[other] { $count } single points of failure
 }
depend-pairs = { $count ->
    [one] 1 pair
   *[other] { $count } pairs
 }
depend-threes = { $count ->
    [one] 1 set of three
   *[other] { $count } sets of three
 }
depend-none = none
depend-too-many = Not searched: there are too many even of single ones for this page.
depend-only-to = Searched only to size { $size }: there are too many beyond for this page.
depend-relied = On whom members rely, and when all that it holds can be had otherwise
depend-on-whom = On whom
depend-members = Members
depend-capabilities = Capabilities
depend-things = Things
depend-cost-known = Known cost
depend-cost-more = and { $count } not public
depend-too-large = more { $currency } than can be summed
depend-shared = Suppliers that several members share
depend-supplies = { $name } supplies { $members }
depend-not-searched = What is not searched
depend-not-searched-says = Sets of four and more; stocks and replacements within cut sets, whose days stand with each withholding; withholdings that begin on different days. Of a thing with more than 2,000 sets only smaller ones are looked for here: quorate depends holds 100,000. What the file does not name is not there.
around-title = Who relies on { $name }
around-legend = What relies on others stands at the left, that on which it relies at the right. A broken line: another would do. Hatched: withheld.
around-things = { $count ->
    [one] 1 thing
   *[other] { $count } things
 }
around-more = and { $count } more
around-withheld = withheld
around-is-withheld = { $name } is withheld
around-relies = { $one } relies on { $other }
around-relies-among = { $one } relies on { $other } among others
