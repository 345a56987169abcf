//! A printer program of ours on loopback: ready, out of labels, paused in mid-job, deaf, and half gone.

use super::*;
use std::sync::{Arc, Mutex};
use tokio::io::BufReader;
use tokio::net::TcpListener;

const READY: &str =
    "\x02030,0,0,0227,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,1,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n";
const LABEL: &[u8] = b"^XA^FDa^FS^XZ\n";

/// A printer that is ready but for one thing.
fn with(flag: &str, value: &str) -> String {
    READY.replacen(flag, value, 1)
}

/// Prints one label on a printer that answers so, and says what it received besides questions. Each question gets the
/// next answer, the last one for ever.
async fn printed<S: ToString>(said: &[S]) -> (Result<(), PrintRefusal>, String) {
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = door.local_addr().unwrap().to_string();
    let received = Arc::new(Mutex::new(String::new()));
    let keeping = Arc::clone(&received);
    let said: Vec<String> = said.iter().map(ToString::to_string).collect();
    let printer = tokio::spawn(async move {
        let (stream, _) = door.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read);
        let mut answers = said.iter().peekable();
        let mut line = Vec::new();
        loop {
            let Ok(byte) = lines.read_u8().await else { return };
            line.push(byte);
            if byte != b'\n' {
                continue;
            }
            if line != ASK {
                keeping.lock().unwrap().push_str(&String::from_utf8_lossy(&line));
            } else if let Some(answer) = if answers.len() > 1 { answers.next() } else { answers.peek().copied() } {
                match answer.as_str() {
                    "gone" => return,
                    "deaf" => {}
                    answer => write.write_all(answer.as_bytes()).await.unwrap(),
                }
            }
            line.clear();
        }
    });
    let seconds = Duration::from_secs;
    let patience = Patience { connect: seconds(20), answer: seconds(2), printing: seconds(1) };
    let outcome = LabelPrinter::at(&address, 203, patience).print(LABEL).await;
    printer.abort();
    let received = received.lock().unwrap().clone();
    (outcome, received)
}

#[tokio::test]
async fn it_is_printed_when_the_printer_says_that_nothing_is_left() {
    let busy = with("0227,000", "0227,001");
    let (outcome, received) = printed(&[READY, &busy, &busy, READY]).await;
    assert_eq!((outcome, received.as_str()), (Ok(()), "^XA^FDa^FS^XZ\n"));
}

#[tokio::test]
async fn a_printer_that_cannot_print_is_sent_nothing() {
    let out = with("030,0,0", "030,1,1");
    let (outcome, received) = printed(&[out]).await;
    let refusal = outcome.unwrap_err();
    assert_eq!(refusal, PrintRefusal::NotReady(vec![Trouble::PaperOut, Trouble::Paused]));
    assert_eq!(refusal.to_string(), "the label printer cannot print: it is out of labels, it is paused");
    assert_eq!(received, "");
    let (outcome, _) = printed(&[with("0227", "1218")]).await;
    assert_eq!(
        outcome.unwrap_err().to_string(),
        "the label printer cannot print: the labels in it are 1218 dots long, not 203"
    );
}

#[tokio::test]
async fn what_stops_in_mid_job_is_in_the_printer_and_said_so() {
    let (outcome, received) = printed(&[READY, &with("030,0,0,0227,000", "030,1,0,0227,001")]).await;
    assert_eq!(outcome, Err(PrintRefusal::Stuck(vec![Trouble::PaperOut])));
    assert_eq!(received, "^XA^FDa^FS^XZ\n");
}

#[tokio::test]
async fn silence_after_sending_is_never_called_printed() {
    let said = |outcome: Result<(), PrintRefusal>| outcome.unwrap_err().to_string();
    let known = |why: &str| {
        format!("it is not known whether the label was printed ({why}): look at the printer before printing again")
    };
    assert_eq!(said(printed(&[READY, "deaf"]).await.0), known("it does not say how it is"));
    assert_eq!(
        said(printed(&[READY, "HTTP\x03\x03\x03"]).await.0),
        known("what it says is no status of a label printer")
    );
    assert_eq!(said(printed(&[READY, &with("0227,000", "0227,001")]).await.0), known("it is still printing something"));
    assert!(said(printed(&[READY, "gone"]).await.0).starts_with("it is not known whether"));
}

#[tokio::test]
async fn a_printer_that_is_not_there_or_never_answers_is_not_reached() {
    for said in [["deaf"], ["gone"], ["no printer at all\x03\x03\x03"]] {
        let (outcome, received) = printed(&said).await;
        assert!(matches!(outcome, Err(PrintRefusal::NotReached { .. })), "{outcome:?}");
        assert_eq!(received, "");
    }
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = door.local_addr().unwrap().to_string();
    drop(door);
    let printer = LabelPrinter::at(&address, 203, Patience::default());
    assert!(matches!(printer.status().await, Err(PrintRefusal::NotReached { .. })));
}
