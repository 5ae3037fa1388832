# Everything that is run on this project, by people and by CI alike.

ocds := "target/outside/ocds/release-schema-1__1__4.json"

# List the recipes.
default:
    @just --list

# The demo, one minute of reading.
demo *args:
    cargo run --release -- demo {{args}}

# Formatting, lints, tests: what every change must pass.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --all-features -- -D warnings
    cargo test --workspace --all-features

# Format everything.
fmt:
    cargo fmt --all

# Verify the recorded vectors in Python, both CDDLs against them, an encrypted key by other programs, every story's decisions.
conformance:
    python3 -m venv target/conformance
    target/conformance/bin/pip install --quiet -r conformance/requirements.txt -r conformance/requirements-dev.txt
    target/conformance/bin/python conformance/verify.py
    target/conformance/bin/python conformance/check_cddl.py
    target/conformance/bin/python conformance/check_vault.py
    target/conformance/bin/python conformance/keys.py
    target/conformance/bin/python conformance/statements.py
    cargo build -p quorate
    target/conformance/bin/python conformance/decisions.py target/debug/quorate target/conformance/decisions

# Sealed products, opened by docs/vault.md alone in Python, with cryptography that is not ours.
products:
    cargo build -p quorate
    python3 -m venv target/conformance
    target/conformance/bin/pip install --quiet -r conformance/requirements.txt
    target/conformance/bin/python conformance/products.py target/debug/quorate

# The decision about products against another one, in this many random worlds, and with real groups.
policy-worlds worlds="1000000" groups="1000" seed="2026":
    QUORATE_WORLDS={{worlds}} QUORATE_GROUPS={{groups}} QUORATE_SEED={{seed}} cargo test --release -p quorate-vault --test policy -- --ignored --nocapture --test-threads 1

# Proves that no outsider is ever allowed anything with a product: a written policy, or that of 200 made-up compartments.
prove *policy="--generate 200":
    test -n "${CVC5:-}" || command -v cvc5 >/dev/null || { apt-get update -qq && apt-get install -y -qq cvc5; }
    cargo run --quiet --locked --manifest-path crates/prove/Cargo.toml --target-dir target/prove -- {{policy}}

# Lints and tests of the prover, which stands apart from `just check`.
check-prove:
    cargo fmt --manifest-path crates/prove/Cargo.toml --check
    cargo clippy --locked --manifest-path crates/prove/Cargo.toml --target-dir target/prove --all-targets -- -D warnings
    cargo test --locked --manifest-path crates/prove/Cargo.toml --target-dir target/prove
    cargo deny --manifest-path crates/prove/Cargo.toml --config deny.toml check licenses sources

# What other systems read of the vault: TAXII by taxii2-client, STIX by stix2-validator, ZTDF by otdf-python with a service of its own.
borders:
    cargo build -p quorate
    test -x target/borders/bin/python || python3 -m venv target/borders
    target/borders/bin/pip install --quiet -r conformance/requirements-borders.txt
    target/borders/bin/python conformance/taxii.py target/debug/quorate target/borders/taxii
    target/borders/bin/python conformance/ztdf.py target/debug/quorate target/borders/ztdf

# Books added up by hledger, Ledger and Beancount (Debian's and PyPI's), from the journals of every story.
journals: _outside
    command -v hledger ledger >/dev/null || { apt-get update -qq && apt-get install -y -qq hledger ledger; }
    cargo build -p quorate
    rm -rf target/journals
    target/outside/bin/python conformance/journals.py target/debug/quorate target/journals

# Messages for banks, by the schema of ISO 20022 and by the registers.
instructions: _outside
    cargo build -p quorate
    target/outside/bin/python conformance/instructions.py target/debug/quorate target/instructions

# What is published, by the schemas of IATI and OCDS and by the books.
publication: _outside
    cargo build -p quorate
    test -f {{ocds}} || target/outside/bin/pip download --quiet --no-deps --no-binary ocdsmerge -d target/outside/ocds ocdsmerge==0.8.0
    test -f {{ocds}} || tar xzf target/outside/ocds/ocdsmerge-0.8.0.tar.gz -C target/outside/ocds --strip-components 3 --wildcards '*/fixtures/release-schema-1__1__4.json'
    target/outside/bin/python conformance/publication.py target/debug/quorate target/publication {{ocds}}

# The registers as a data package, by Frictionless.
data-package: _outside
    cargo build -p quorate
    target/outside/bin/python conformance/data_package.py target/debug/quorate target/data-package

# The calendar of a delegation's pages, by icalendar.
calendar: _outside
    cargo build -p quorate
    target/outside/bin/python conformance/read_calendar.py target/debug/quorate target/calendar

# The API of a played story, asked by Schemathesis whatever its description allows and does not allow: it must find nothing.
api:
    cargo build -p quorate
    test -x target/api/bin/python || python3 -m venv target/api
    target/api/bin/pip install --quiet -r conformance/requirements-api.txt -r conformance/requirements.txt
    target/api/bin/python conformance/api.py target/debug/quorate target/api/asked

# Signing in at the pages by an OpenID provider that others wrote: Django OAuth Toolkit, from PyPI.
openid:
    cargo build -p quorate
    test -x target/openid/bin/python || python3 -m venv target/openid
    target/openid/bin/pip install --quiet -r conformance/requirements-openid.txt
    target/openid/bin/python conformance/openid.py target/debug/quorate target/openid/asked

# Everything that is written for others, read by others' programs.
outside: journals instructions publication data-package calendar

# The pages in Debian's Chromium: axe-core, keyboard, without script, live; pictures of them go to a folder (`just browser docs/tour`).
browser pictures="target/tour":
    test -x /usr/bin/chromium || { apt-get update -qq && apt-get install -y -qq chromium; }
    command -v pngquant >/dev/null || { apt-get update -qq && apt-get install -y -qq pngquant; }
    npm ci --silent --prefix browser
    cargo build -p quorate
    node browser/check.mjs target/debug/quorate {{pictures}}

# Effects and Sobol' indices of an experiment against SALib's, on the same paths and samples.
salib samples="256":
    cargo build --release -p quorate
    test -x target/salib/bin/python || python3 -m venv target/salib
    target/salib/bin/pip install --quiet -r conformance/requirements-sensitivity.txt
    rm -rf target/salib-runs && mkdir -p target/salib-runs
    target/salib/bin/python conformance/sensitivity.py target/release/quorate target/salib-runs {{samples}}

# Runs a second beside a Mesa model of the same behaviours that has no rules, record or books, each on one thread, in turns.
mesa runs="1000":
    cargo build --release -p quorate
    test -x target/mesa/bin/python || python3 -m venv target/mesa
    target/mesa/bin/pip install --quiet -r peers/mesa/requirements.txt
    target/mesa/bin/python peers/mesa/beside.py target/release/quorate {{runs}}

# An environment of its own for the programs of others that read what is written for others.
_outside:
    test -x target/outside/bin/python || python3 -m venv target/outside
    target/outside/bin/pip install --quiet -r conformance/requirements-outside.txt

# Benchmarks, each with its limit in the same run.
bench:
    cargo bench -p quorate-voting --bench blocking
    cargo bench -p quorate-ledger --bench posting
    cargo bench -p quorate-partnership --bench step
    cargo bench -p quorate-partnership --bench memory
    cargo bench -p quorate-node --bench commit
    cargo bench -p quorate-node --bench nodes
    cargo bench -p quorate-node --bench opening
    cargo bench -p quorate-foresight --bench check
    cargo bench -p quorate-foresight --bench dependence
    cargo bench -p quorate-foresight --bench trajectory
    cargo bench -p quorate --bench import
    cargo bench -p quorate-records --bench statement
    cargo bench -p quorate-records --bench assessments
    cargo bench -p quorate-records --bench continuity
    cargo bench -p quorate-records --bench registers
    cargo bench -p quorate-vault --bench sealing
    cargo bench -p quorate-vault --bench groups
    cargo bench -p quorate-web --bench pages
    cargo bench -p quorate-web --bench crowd

# Sealing and opening 10 GB in constant memory, by way of a file in the folder for temporary files.
sealing-large:
    cargo bench -p quorate-vault --bench sealing -- size=10000000000

# Four nodes against four of the bare engine, by one generator in one run: see crates/cli/benches/against.
against-engine *args:
    cargo build --release --locked --manifest-path peers/bare-engine/Cargo.toml
    cargo bench -p quorate --bench against -- {{args}}

# Kill a writing node this many times, and look at what is left.
kills times="500":
    QUORATE_KILLS={{times}} cargo test --release -p quorate-node --test survival

# Real processes, killed and cut off this many times over.
processes times="10":
    QUORATE_TIMES={{times}} cargo test --release -p quorate --test processes

# Record the histories of four nodes of this version under a new name; what was recorded before stays as it is.
record-blocks name:
    QUORATE_RECORD={{name}} cargo test -p quorate --test processes -- --include-ignored can_be_recorded changes::
    cargo test -p quorate-node --test recorded

# Members' nodes on links, disks and clocks that fail, with this many seeds.
seeds many="2000":
    cargo run --release -- simulate --runs {{many}} > target/simulate.txt
    tail -n 30 target/simulate.txt

# Every cast of the founding story.
casts:
    cargo run --release -- demo --all

# Licences, duplicate versions and sources of all dependencies.
deny:
    command -v cargo-deny >/dev/null || cargo install cargo-deny --locked
    cargo deny check bans licenses sources

# Record vectors and snapshots anew: re-recording is an approval, so read the difference.
bless:
    BLESS=1 cargo test -p quorate-partnership --test vectors
    BLESS=1 cargo test -p quorate-vault --lib vectors::
    BLESS=1 cargo test -p quorate --test binary verify
    INSTA_UPDATE=always cargo test --workspace --all-features

# Documentation of the code, with broken links as errors.
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --all-features --no-deps
