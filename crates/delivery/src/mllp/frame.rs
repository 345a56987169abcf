//! The frame: one start byte, the message, two end bytes. Whatever else comes is a fault, never a guess.

use tokio_util::bytes::{Buf, BufMut, BytesMut};
use tokio_util::codec::{Decoder, Encoder};

const START: u8 = 0x0b;
const END: u8 = 0x1c;
const CR: u8 = 0x0d;

/// The longest message that is read: 8 MiB, room for a report of many pages inside.
pub const LONGEST: usize = 8 * 1024 * 1024;

/// Frames out of a stream of bytes and into it.
#[derive(Debug)]
pub struct Frames {
    longest: usize,
    /// How far the bytes at hand were looked through: a frame that comes byte by byte is not read from its start again.
    looked: usize,
}

/// Why the bytes are no frame. What follows on the same connection cannot be trusted.
#[derive(Debug, thiserror::Error)]
pub enum FrameFault {
    /// A byte outside of a frame.
    #[error("a frame begins with the byte 0B; {0:02X} came")]
    NoStart(u8),
    /// A second start inside of a frame.
    #[error("a frame began before the last one had ended")]
    StartInside,
    /// The end byte without the CR that belongs to it.
    #[error("a frame ends with the bytes 1C 0D; 1C {0:02X} came")]
    NoEnd(u8),
    /// More than anybody sends.
    #[error("the frame is longer than {0} bytes")]
    TooLong(usize),
    /// The connection ended inside of a frame.
    #[error("the connection ended inside of a frame")]
    HalfAFrame,
    /// The line is gone.
    #[error(transparent)]
    Line(#[from] std::io::Error),
}

impl Default for Frames {
    fn default() -> Self {
        Self::up_to(LONGEST)
    }
}

impl Frames {
    /// Frames of at most `longest` bytes.
    #[must_use]
    pub fn up_to(longest: usize) -> Self {
        Self { longest, looked: 0 }
    }
}

impl Decoder for Frames {
    type Item = Vec<u8>;
    type Error = FrameFault;

    fn decode(&mut self, bytes: &mut BytesMut) -> Result<Option<Vec<u8>>, FrameFault> {
        // Some senders put a line end behind a frame.
        while self.looked == 0 && bytes.first().is_some_and(|byte| b"\r\n".contains(byte)) {
            bytes.advance(1);
        }
        let Some(&first) = bytes.first() else { return Ok(None) };
        if first != START {
            return Err(FrameFault::NoStart(first));
        }
        let from = self.looked.max(1);
        let Some(end) = bytes[from..].iter().position(|byte| [START, END].contains(byte)).map(|place| from + place)
        else {
            self.looked = bytes.len();
            return if bytes.len() > self.longest { Err(FrameFault::TooLong(self.longest)) } else { Ok(None) };
        };
        self.looked = end;
        if bytes[end] == START {
            return Err(FrameFault::StartInside);
        }
        if end - 1 > self.longest {
            return Err(FrameFault::TooLong(self.longest));
        }
        match bytes.get(end + 1) {
            None => Ok(None),
            Some(&CR) => {
                let message = bytes[1..end].to_vec();
                bytes.advance(end + 2);
                self.looked = 0;
                Ok(Some(message))
            }
            Some(&other) => Err(FrameFault::NoEnd(other)),
        }
    }

    fn decode_eof(&mut self, bytes: &mut BytesMut) -> Result<Option<Vec<u8>>, FrameFault> {
        match self.decode(bytes)? {
            None if !bytes.is_empty() => Err(FrameFault::HalfAFrame),
            frame => Ok(frame),
        }
    }
}

impl Encoder<&[u8]> for Frames {
    type Error = FrameFault;

    fn encode(&mut self, message: &[u8], out: &mut BytesMut) -> Result<(), FrameFault> {
        out.reserve(message.len() + 3);
        out.put_u8(START);
        out.put_slice(message);
        out.put_slice(&[END, CR]);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Feeds pieces as they might come, and says what came out.
    fn fed(pieces: &[&[u8]]) -> Vec<String> {
        let (mut frames, mut at_hand, mut out) = (Frames::up_to(40), BytesMut::new(), Vec::new());
        for piece in pieces {
            at_hand.extend_from_slice(piece);
            loop {
                match frames.decode(&mut at_hand) {
                    Ok(Some(message)) => out.push(String::from_utf8(message).unwrap()),
                    Ok(None) => break,
                    Err(fault) => return [out, vec![fault.to_string()]].concat(),
                }
            }
        }
        if let Err(fault) = frames.decode_eof(&mut at_hand) {
            out.push(fault.to_string());
        }
        out
    }

    #[test]
    fn frames_come_whole_however_they_are_cut() {
        assert_eq!(fed(&[b"\x0bone\x1c\x0d\x0btwo\x1c\x0d"]), ["one", "two"]);
        assert_eq!(fed(&[b"\x0bo", b"ne\x1c", b"\x0d\r\n", b"\x0btwo\x1c\x0d"]), ["one", "two"]);
        assert_eq!(fed(&[b"\x0b\x1c\x0d"]), [""]);
        assert_eq!(fed(&[b""]), Vec::<String>::new());
    }

    #[test]
    fn what_is_no_frame_is_a_fault() {
        assert_eq!(fed(&[b"GET / HTTP/1.1"]), ["a frame begins with the byte 0B; 47 came"]);
        assert_eq!(fed(&[b"\x0bone\x0btwo\x1c\x0d"]), ["a frame began before the last one had ended"]);
        assert_eq!(fed(&[b"\x0bone\x1ctwo"]), ["a frame ends with the bytes 1C 0D; 1C 74 came"]);
        assert_eq!(fed(&[b"\x0bone"]), ["the connection ended inside of a frame"]);
        assert_eq!(fed(&[b"\x0bone\x1c\x0dnoise"]), ["one", "a frame begins with the byte 0B; 6E came"]);
        assert_eq!(fed(&[&[b"\x0b".as_slice(), &[b'x'; 41]].concat()]), ["the frame is longer than 40 bytes"]);
        assert_eq!(
            fed(&[&[b"\x0b".as_slice(), &[b'x'; 41], b"\x1c\x0d"].concat()]),
            ["the frame is longer than 40 bytes"]
        );
        assert_eq!(fed(&[&[b"\x0b".as_slice(), &[b'x'; 40], b"\x1c\x0d"].concat()]), ["x".repeat(40)]);
    }

    proptest! {
        #[test]
        fn what_was_framed_is_read_again(
            messages in proptest::collection::vec("[ -~]{0,30}", 0..5),
            cuts in proptest::collection::vec(1usize..9, 1..40),
        ) {
            let mut stream = BytesMut::new();
            for message in &messages {
                Frames::default().encode(message.as_bytes(), &mut stream).unwrap();
            }
            let (mut rest, mut pieces) = (stream.as_ref(), Vec::new());
            for cut in cuts.iter().cycle() {
                if rest.is_empty() { break }
                let (piece, after) = rest.split_at((*cut).min(rest.len()));
                pieces.push(piece);
                rest = after;
            }
            prop_assert_eq!(fed(&pieces), messages);
        }

        #[test]
        fn no_bytes_at_all_make_it_fail_otherwise_than_by_saying_so(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut at_hand = BytesMut::from(bytes.as_slice());
            let mut frames = Frames::up_to(40);
            while let Ok(Some(_)) = frames.decode(&mut at_hand) {}
        }
    }
}
