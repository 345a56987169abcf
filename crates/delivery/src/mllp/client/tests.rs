//! Both ends over loopback: a laboratory that answers well, badly, late, twice, and not at all.

use super::*;
use crate::mllp::{Answers, Listener};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const SHORT: Patience = Patience { connect: Duration::from_secs(5), answer: Duration::from_secs(2) };
const LONG: Patience = Patience { connect: Duration::from_secs(20), answer: Duration::from_secs(20) };

/// A laboratory that reads one frame and then does this to the line.
async fn against(patience: Patience, what: &'static [&'static [u8]], then_wait: bool) -> Result<Sent, SendRefusal> {
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = door.local_addr().unwrap().to_string();
    let there = tokio::spawn(async move {
        let (mut stream, _) = door.accept().await.unwrap();
        let mut heard = vec![0; 64];
        let many = stream.read(&mut heard).await.unwrap();
        assert_eq!(&heard[..many], b"\x0border\x1c\x0d");
        for piece in what {
            stream.write_all(piece).await.unwrap();
            stream.flush().await.unwrap();
            tokio::task::yield_now().await;
        }
        if then_wait {
            // Stays open until the other side has had enough.
            let _gone = stream.read(&mut heard).await;
        }
    });
    let said = converse(&address, b"order", patience, |answer| answer == b"stored").await;
    there.await.unwrap();
    said
}

fn unknown(said: Result<Sent, SendRefusal>) -> String {
    said.unwrap_err().to_string()
}

#[tokio::test]
async fn an_answer_comes_back_whole_and_in_single_bytes() {
    let whole = against(LONG, &[b"\x0bfine\x1c\x0d"], true).await.unwrap();
    assert_eq!(whole, Sent { answers: vec![b"fine".to_vec()], cut_short: None });
    let bytes = against(LONG, &[b"\x0b", b"f", b"i", b"n", b"e", b"\x1c", b"\x0d"], true).await.unwrap();
    assert_eq!(bytes.answers, [b"fine"]);
}

#[tokio::test]
async fn stored_is_waited_on_and_what_became_of_it_may_never_come() {
    let both = against(LONG, &[b"\x0bstored\x1c\x0d", b"\x0bdone\x1c\x0d"], true).await.unwrap();
    assert_eq!(both.answers, [b"stored".to_vec(), b"done".to_vec()]);
    let one = against(SHORT, &[b"\x0bstored\x1c\x0d"], true).await.unwrap();
    assert_eq!((one.answers.len(), one.cut_short.as_deref()), (1, Some("no answer within 2 s")));
}

#[tokio::test]
async fn without_an_answer_nobody_says_that_it_arrived() {
    let asked = "it is not known whether the message arrived: ";
    assert_eq!(unknown(against(SHORT, &[], true).await), format!("{asked}no answer within 2 s"));
    assert!(unknown(against(LONG, &[], false).await).starts_with(&format!("{asked}the connection")));
    assert!(unknown(against(LONG, &[b"\x0bhal"], false).await).contains(asked));
    assert_eq!(
        unknown(against(LONG, &[b"HTTP/1.1 400"], true).await),
        format!("{asked}a frame begins with the byte 0B; 48 came")
    );
}

#[tokio::test]
async fn nobody_at_home_means_that_nothing_was_sent() {
    let door = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = door.local_addr().unwrap().to_string();
    drop(door);
    let refusal = converse(&address, b"order", LONG, |_| false).await.unwrap_err();
    assert!(matches!(refusal, SendRefusal::NotConnected { .. }), "{refusal}");
}

/// A listener that keeps what it took, and answers by saying it again.
async fn ear() -> (Listener, Arc<Mutex<Vec<Vec<u8>>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keeping = Arc::clone(&kept);
    let answers: Answers = Arc::new(move |message| {
        let keeping = Arc::clone(&keeping);
        Box::pin(async move {
            keeping.lock().unwrap().push(message.clone());
            if message == b"quiet" { Vec::new() } else { vec![[b"took ".as_slice(), &message].concat()] }
        })
    });
    (Listener::open("127.0.0.1:0".parse().unwrap(), answers).await.unwrap(), kept)
}

#[tokio::test]
async fn a_listener_answers_each_of_many_lines() {
    let (listener, kept) = ear().await;
    let address = listener.address().to_string();
    let mut senders = tokio::task::JoinSet::new();
    for number in 0..60 {
        let address = address.clone();
        senders.spawn(async move {
            let message = format!("result {number}");
            let sent = converse(&address, message.as_bytes(), LONG, |_| false).await.unwrap();
            assert_eq!(sent.answers, [format!("took {message}").into_bytes()]);
        });
    }
    while let Some(done) = senders.join_next().await {
        done.unwrap();
    }
    assert_eq!(kept.lock().unwrap().len(), 60);
    listener.stop().await;
    assert!(matches!(converse(&address, b"late", LONG, |_| false).await, Err(SendRefusal::NotConnected { .. })));
}

#[tokio::test]
async fn one_line_carries_many_frames_and_noise_ends_only_that_line() {
    let (listener, kept) = ear().await;
    let mut stream = TcpStream::connect(listener.address()).await.unwrap();
    stream.write_all(b"\x0bone\x1c\x0d\x0bquiet\x1c\x0d\x0btwo\x1c\x0dnoise").await.unwrap();
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.unwrap();
    assert_eq!(heard, b"\x0btook one\x1c\x0d\x0btook two\x1c\x0d");
    assert_eq!(*kept.lock().unwrap(), [b"one".to_vec(), b"quiet".to_vec(), b"two".to_vec()]);
    let again = converse(&listener.address().to_string(), b"three", LONG, |_| false).await.unwrap();
    assert_eq!(again.answers, [b"took three"]);
}

#[tokio::test]
async fn an_address_that_is_taken_is_refused() {
    let (listener, _) = ear().await;
    let answers: Answers = Arc::new(|_| Box::pin(async { Vec::new() }));
    assert!(Listener::open(listener.address(), answers).await.is_err());
}
