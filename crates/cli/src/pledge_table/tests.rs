use super::*;

const TABLE: &str =
    "member,kind,amount,source\nGBR,announced,18000000000.00,\"press, unverified\"\nDEU,expected,,press\n";

#[test]
fn commas_semicolons_and_tabs_a_mark_of_utf_8_and_windows_line_ends_say_the_same() {
    let table = read(TABLE).unwrap();
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[0].number, 2);
    let first = table.rows[0].cells.as_ref().unwrap();
    assert_eq!((first.member.as_str(), first.source.as_str()), ("GBR", "press, unverified"));
    for delimiter in [";", "\t"] {
        let other = TABLE.replace("press, ", "press# ").replace(',', delimiter).replace('#', ",");
        assert_eq!(read(&other).unwrap(), table, "{delimiter:?}");
        assert_eq!(read(&format!("\u{feff}{}", other.replace('\n', "\r\n"))).unwrap(), table);
    }
}

#[test]
fn columns_stand_in_any_order_and_what_is_not_read_is_told() {
    let table = read("Note; Amount ;KIND;Member;\nx;1.00; pledge ;GBR;\n").unwrap();
    assert_eq!(table.unread, ["Note", ""]);
    let cells =
        Cells { member: "GBR".into(), kind: "pledge".into(), amount: "1.00".into(), ..Cells::default() };
    assert_eq!(table.rows[0].cells, Ok(cells));
}

#[test]
fn empty_rows_say_nothing_and_are_counted_if_they_have_cells() {
    let table = read("member,kind,amount\n,,\n\nGBR,announced,\n , ,\n").unwrap();
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_row_of_another_width_is_at_fault_by_itself() {
    let table =
        read("member,kind,amount\nGBR,announced,18000000000,00\nFRA,announced\nDEU,expected,\n").unwrap();
    let widths: Vec<bool> = table.rows.iter().map(|row| row.cells.is_ok()).collect();
    assert_eq!(widths, [false, false, true]);
    assert!(table.rows[0].cells.as_ref().unwrap_err().contains("4 cells, and the header 3"));
}

#[test]
fn what_is_no_table_is_told_with_its_row() {
    let header = "member,kind,amount\n";
    let longest = header.to_owned() + &"GBR,announced,1\n".repeat(MAX_TABLE_ROWS);
    assert_eq!(read(&longest).unwrap().rows.len(), MAX_TABLE_ROWS);
    for (text, row, what) in [
        ("", 1, "empty"),
        ("GBR,announced,1.00", 1, "no column `member`, `kind`, `amount`"),
        ("member;kind;sum", 1, "no column `amount`"),
        ("member,kind,amount,Amount", 1, "`amount` stands twice"),
        (&(longest + "GBR,announced,1\n"), MAX_TABLE_ROWS + 2, "at most"),
        (&(header.to_owned() + "GBR,\"" + &"a".repeat(9000)), 2, "too long"),
        (&(header.to_owned() + &",".repeat(80)), 2, "too many columns"),
    ] {
        let fault = read(text).unwrap_err();
        assert!(fault.row == row && fault.what.contains(what), "{fault:?}");
    }
}
