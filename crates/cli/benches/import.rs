//! A statement of 100,000 lines, read and matched by the binary: CSV and camt.053, each beside its limit.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot go on fails, and it prints"
)]

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const LINES: usize = 100_000;
const LIMIT: Duration = Duration::from_secs(2);

fn quorate(folder: &Path, words: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
    let status = command.current_dir(folder).args(words).stdout(Stdio::null()).status().unwrap();
    assert!(status.success(), "{words:?}");
}

fn csv() -> String {
    let mut text = "kind,value_date,amount,currency,reference,end_to_end_id,text,code\n".to_owned();
    for line in 0..LINES {
        writeln!(text, "line,2026-01-01,1.25,USD,2026-01-01/{line},NOTPROVIDED,instalment {line} from GBR,")
            .unwrap();
    }
    text
}

fn camt() -> String {
    let mut text =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>".to_owned();
    for line in 0..LINES {
        writeln!(
            text,
            "<Ntry><Amt Ccy=\"USD\">1.25</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
             <BookgDt><Dt>2026-01-01</Dt></BookgDt><ValDt><Dt>2026-01-01</Dt></ValDt>\
             <AcctSvcrRef>2026-01-01/{line}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>\
             <SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>\
             <EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf><Ustrd>instalment {line} from GBR</Ustrd></RmtInf>\
             </TxDtls></NtryDtls></Ntry>"
        )
        .unwrap();
    }
    text + "</Stmt></BkToCstmrStmt></Document>"
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let charter = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters/partnership.toml");
    quorate(folder.path(), &["new", charter.to_str().unwrap(), "--rehearsal", "--dir", "D"]);
    for (name, text) in [("csv", csv()), ("camt.053.001.08", camt())] {
        std::fs::write(folder.path().join(name), &text).unwrap();
        let begun = Instant::now();
        quorate(folder.path(), &["bank", "import", name, "--dir", "D"]);
        let took = begun.elapsed();
        let (took, limit) = (took.as_millis(), LIMIT.as_millis());
        println!("{name}: {LINES} lines, {} bytes: {took} ms (to stay below {limit} ms)", text.len());
    }
}
