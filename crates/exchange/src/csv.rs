//! Tables for spreadsheets: RFC 4180, and no cell that a spreadsheet would run.

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum CsvRefusal {
    /// A row has another number of cells than the heading.
    #[error("a row has {found} cells where the heading has {expected}")]
    Width {
        /// Cells of the heading.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// The writer failed; it writes to memory, so this is a fault of ours.
    #[error("the table could not be written")]
    Writer(#[from] csv::Error),
}

/// A table that grows by rows. Every line ends in CR LF; cells are UTF-8 without a byte order mark.
#[derive(Debug)]
pub struct Table {
    writer: csv::Writer<Vec<u8>>,
    width: usize,
}

impl Table {
    /// A table with its heading.
    pub fn new(heading: &[&str]) -> Result<Self, CsvRefusal> {
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let mut table = Self { writer, width: heading.len() };
        table.row(heading)?;
        Ok(table)
    }

    /// Adds a row, its cells guarded.
    pub fn row<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> Result<(), CsvRefusal> {
        if cells.len() != self.width {
            return Err(CsvRefusal::Width { expected: self.width, found: cells.len() });
        }
        Ok(self.writer.write_record(cells.iter().map(|cell| guarded(cell.as_ref())))?)
    }

    /// The bytes of the whole table.
    pub fn finish(self) -> Result<Vec<u8>, CsvRefusal> {
        self.writer.into_inner().map_err(|fault| CsvRefusal::Writer(fault.into_error().into()))
    }
}

/// A leading `'` keeps a spreadsheet from reading the cell as a formula; a plain number needs none.
fn guarded(cell: &str) -> String {
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']);
    if risky && !is_plain_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn is_plain_number(cell: &str) -> bool {
    let unsigned = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    digits(whole) && digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    fn table(rows: &[[&str; 2]]) -> String {
        let mut table = Table::new(&["kind", "reason"]).unwrap();
        for row in rows {
            table.row(row).unwrap();
        }
        String::from_utf8(table.finish().unwrap()).unwrap()
    }

    #[test]
    fn quotes_commas_and_line_ends_stay_inside_their_cell() {
        let text = table(&[["four-glass", "said \"stop\", then left"], ["dre", "line one\r\nline two"]]);
        assert_snapshot!(text.replace('\r', "<CR>"), @r#"
        kind,reason<CR>
        four-glass,"said ""stop"", then left"<CR>
        dre,"line one<CR>
        line two"<CR>
        "#);
    }

    #[test]
    fn no_cell_is_run_by_a_spreadsheet() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+49 30 1234", "'+49 30 1234"),
            ("-1-1", "'-1-1"),
            ("\tx", "'\tx"),
            ("\0x", "'\0x"),
            ("-38.2", "-38.2"),
            ("+7", "+7"),
            ("-", "'-"),
            ("10^4", "10^4"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written, "{cell:?}");
        }
    }

    #[test]
    fn a_row_of_another_width_is_refused() {
        let mut table = Table::new(&["a", "b"]).unwrap();
        assert!(matches!(table.row(&["1"]), Err(CsvRefusal::Width { expected: 2, found: 1 })));
    }
}
