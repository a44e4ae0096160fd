//! Standard output and standard error.

use std::io::{ErrorKind, Write, stderr, stdout};

use crate::cli::error::Error;
use crate::text::clean::clean_line;

/// Whether another program still reads standard output: `head`, for one, stops early, which is not an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pipe {
    /// Keep writing.
    Open,
    /// Further output would be lost.
    Closed,
}

/// Prints text as it is.
pub(crate) fn print(text: &str) -> Result<Pipe, Error> {
    print_to(&mut stdout().lock(), text)
}

/// Reports an error with its causes on standard error.
pub(crate) fn warn(error: &Error) {
    remark(&error.chain());
}

/// Prints a line on standard error. If even that fails, there is nowhere left to report it.
pub(crate) fn remark(words: &str) {
    let _ = writeln!(stderr(), "whosaid: {}", clean_line(words));
}

fn print_to(output: &mut impl Write, text: &str) -> Result<Pipe, Error> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(Pipe::Open),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Pipe::Closed),
        Err(error) => Err(Error::Write(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, BufWriter};

    use super::*;

    /// An output that fails in one way.
    struct Broken(ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_program_that_stops_reading_is_no_error() {
        let mut output = Vec::new();
        assert!(matches!(print_to(&mut output, "a\n"), Ok(Pipe::Open)));
        assert_eq!(output, b"a\n");
        let closed = print_to(&mut Broken(ErrorKind::BrokenPipe), "a");
        assert!(matches!(closed, Ok(Pipe::Closed)));
        let full = print_to(&mut Broken(ErrorKind::StorageFull), "a");
        assert!(matches!(full, Err(Error::Write(_))));
    }

    #[test]
    fn a_failure_shows_before_the_next_text() {
        let mut output = BufWriter::new(Broken(ErrorKind::StorageFull));
        assert!(matches!(print_to(&mut output, "a"), Err(Error::Write(_))));
    }
}
