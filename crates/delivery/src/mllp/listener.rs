//! Receiving messages: every frame is handed on, and answered only when whoever took it has said what to answer.

use super::frame::Frames;
use futures_util::{SinkExt, StreamExt};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::codec::Framed;
use tokio_util::sync::CancellationToken;

/// How many may be connected at once; laboratories keep one line open, analysers a few.
const MOST: usize = 32;
/// How long a line may be silent. A sender that is alive connects again.
const SILENCE: Duration = Duration::from_mins(10);
/// How long the other end may take to read an answer.
const READING: Duration = Duration::from_secs(30);

/// Takes a frame and says what to answer, in its order; nothing at all where the sender asked for nothing.
pub type Answers = Arc<dyn Fn(Vec<u8>) -> Pin<Box<dyn Future<Output = Vec<Vec<u8>>> + Send>> + Send + Sync>;

/// An open ear on one address. Dropped or stopped, it closes every line.
#[derive(Debug)]
pub struct Listener {
    address: SocketAddr,
    end: CancellationToken,
    ears: tokio::task::JoinHandle<()>,
}

impl Listener {
    /// Listens on `address`. A frame that was handed to `answers` is worked through to its end also when the line breaks.
    ///
    /// # Errors
    /// When the address is taken or is none of this machine.
    pub async fn open(address: SocketAddr, answers: Answers) -> std::io::Result<Self> {
        let door = TcpListener::bind(address).await?;
        let address = door.local_addr()?;
        let end = CancellationToken::new();
        let ears = tokio::spawn(hear(door, answers, end.clone()));
        Ok(Self { address, end, ears })
    }

    /// Where it listens: the port that the system chose, when it was asked to choose.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no more frames, lets those at hand be stored and answered, and closes.
    pub async fn stop(mut self) {
        self.end.cancel();
        if let Err(fault) = (&mut self.ears).await {
            tracing::warn!(%fault, "the listener ended badly");
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.end.cancel();
    }
}

async fn hear(door: TcpListener, answers: Answers, end: CancellationToken) {
    let room = Arc::new(Semaphore::new(MOST));
    let mut lines = JoinSet::new();
    loop {
        while lines.try_join_next().is_some() {}
        let permit = tokio::select! {
            () = end.cancelled() => break,
            permit = Arc::clone(&room).acquire_owned() => permit,
        };
        let stream = tokio::select! {
            () = end.cancelled() => break,
            stream = door.accept() => stream,
        };
        match (stream, permit) {
            (Ok((stream, _)), Ok(permit)) => {
                let (answers, end) = (Arc::clone(&answers), end.clone());
                lines.spawn(async move {
                    if let Err(why) = line(stream, answers, end).await {
                        tracing::info!(why, "a line was closed");
                    }
                    drop(permit);
                });
            }
            (Err(fault), _) => {
                // Out of file handles, mostly: what is connected goes on, and there may be room again.
                tracing::warn!(%fault, "nobody can connect just now");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
            (_, Err(_)) => break,
        }
    }
    while lines.join_next().await.is_some() {}
}

/// One connection, frame after frame, until it ends, is silent for too long, or brings what is no frame.
async fn line(stream: TcpStream, answers: Answers, end: CancellationToken) -> Result<(), String> {
    stream.set_nodelay(true).map_err(|fault| fault.to_string())?;
    let mut line = Framed::new(stream, Frames::default());
    loop {
        let frame = tokio::select! {
            () = end.cancelled() => return Ok(()),
            frame = timeout(SILENCE, line.next()) => frame,
        };
        let message = match frame {
            Err(_) => return Err("silent for too long".to_owned()),
            Ok(None) => return Ok(()),
            Ok(Some(frame)) => frame.map_err(|fault| fault.to_string())?,
        };
        for answer in answers(message).await {
            let sent = timeout(READING, line.send(answer.as_slice())).await;
            sent.map_err(|_| "the sender does not read its answer")?.map_err(|fault| fault.to_string())?;
        }
    }
}
