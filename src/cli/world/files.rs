//! Files that are written whole or not at all.
//!
//! The bytes go to a temporary file beside the target, which takes the target's name once they are safe on the disk. A
//! crash or a full disk leaves the old file or the new one, never half of one.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// What happens to a file that already exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overwrite {
    /// It stays, and writing fails.
    Never,
    /// It is replaced.
    Always,
}

/// Writes a file, with the permissions of any new file. A symbolic link is replaced, not followed.
pub(crate) fn write(path: &Path, bytes: &[u8], overwrite: Overwrite) -> io::Result<()> {
    if overwrite == Overwrite::Never && path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    // tempfile would let nobody else read it; `create_new` leaves that to the umask
    let mut file = Builder::new()
        .prefix(".whosaid-")
        .make_in(folder, |temporary| File::create_new(temporary))?;
    file.as_file_mut().write_all(bytes)?;
    file.as_file().sync_all()?;
    match overwrite {
        Overwrite::Never => persist_new(file, path),
        Overwrite::Always => Ok(file.persist(path).map(drop)?),
    }
}

/// Gives the file its name unless another program has taken it meanwhile.
fn persist_new(file: NamedTempFile, path: &Path) -> io::Result<()> {
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(error.error),
        // not every file system can do this in one step
        Err(error) => Ok(error.file.persist(path).map(drop)?),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, symlink};

    use super::*;

    /// An empty folder for one test.
    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let folder = folder();
        let (ours, other) = (folder.path().join("ours"), folder.path().join("other"));
        fs::write(&other, "").unwrap();
        for overwrite in [Overwrite::Never, Overwrite::Always] {
            write(&ours, b"whole", overwrite).unwrap();
            assert_eq!(ours.metadata().unwrap().mode(), other.metadata().unwrap().mode());
            assert_eq!(fs::read(&ours).unwrap(), b"whole");
            fs::remove_file(&ours).unwrap();
        }
    }

    #[test]
    fn a_file_is_only_replaced_on_request() {
        let folder = folder();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let refused = write(&path, b"new", Overwrite::Never).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write(&path, b"new", Overwrite::Always).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_name_taken_meanwhile_is_left_alone() {
        let folder = folder();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let file = NamedTempFile::new_in(folder.path()).unwrap();
        assert_eq!(persist_new(file, &path).unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[test]
    fn a_link_is_replaced_and_its_target_left_alone() {
        let folder = folder();
        let (link, target) = (folder.path().join("link"), folder.path().join("target"));
        symlink(&target, &link).unwrap();
        let refused = write(&link, b"new", Overwrite::Never).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        fs::write(&target, "old").unwrap();
        write(&link, b"new", Overwrite::Always).unwrap();
        assert!(!link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read(&target).unwrap(), b"old");
    }

    #[test]
    fn a_failure_leaves_no_temporary_file() {
        let folder = folder();
        let path = folder.path().join("a");
        fs::create_dir_all(path.join("inside")).unwrap();
        write(&path, b"new", Overwrite::Always).unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
