//! A file in a folder that another program watches: whole or not at all, and never over another file.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A name that is safe in any folder of any system: 1 to 100 letters, digits, `-`, `_` or `.`, not beginning with a dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);

/// Why a file did not get into its folder. Nothing of it was left behind.
#[derive(Debug, thiserror::Error)]
pub enum FolderRefusal {
    /// The name could lead elsewhere, or another system could not hold it.
    #[error("“{0}” cannot be the name of a file")]
    UnsafeName(String),
    /// The folder is not there.
    #[error("the folder {} is not there", .0.display())]
    NoFolder(PathBuf),
    /// Another file has the name already.
    #[error("{} exists already and says something else", .0.display())]
    NameTaken(PathBuf),
    /// The disk refused.
    #[error("{} could not be written: {fault}", path.display())]
    Disk {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        fault: io::Error,
    },
}

/// How a file came into its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    /// It was written now.
    Written(PathBuf),
    /// The same bytes stood there under the same name, as after a repeated act.
    AlreadyThere(PathBuf),
}

impl Delivered {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Written(path) | Self::AlreadyThere(path) => path,
        }
    }
}

impl FileName {
    /// Reads a name and refuses what could leave the folder, hide, or mean a device.
    ///
    /// # Errors
    /// When the name is not safe everywhere.
    pub fn parse(name: &str) -> Result<Self, FolderRefusal> {
        const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
        let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
        let device = DEVICES.contains(&stem.trim_end_matches(|sign: char| sign.is_ascii_digit()));
        let fits = (1..=100).contains(&name.len())
            && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-_.".contains(&sign))
            && !name.starts_with(['.', '-'])
            && !name.ends_with('.')
            && !device;
        if fits { Ok(Self(name.to_owned())) } else { Err(FolderRefusal::UnsafeName(name.to_owned())) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Puts `bytes` into `folder` under `name`, readable by this user alone.
///
/// Whoever watches the folder sees the whole file or none: the bytes go to a hidden neighbour, reach the disk, and
/// only then get their name. A file that is there already is never replaced.
///
/// # Errors
/// When the folder is missing, the name is taken by other content, or the disk refuses.
pub fn deliver(folder: &Path, name: &FileName, bytes: &[u8]) -> Result<Delivered, FolderRefusal> {
    if !folder.is_dir() {
        return Err(FolderRefusal::NoFolder(folder.to_owned()));
    }
    let path = folder.join(name.as_str());
    let disk = |fault: io::Error| FolderRefusal::Disk { path: path.clone(), fault };
    if path.symlink_metadata().is_ok() {
        return already_there(path, bytes);
    }
    let draft = Draft::write(folder, name, bytes).map_err(disk)?;
    match draft.publish(&path) {
        Ok(()) => {
            sync_folder(folder).map_err(disk)?;
            Ok(Delivered::Written(path))
        }
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => already_there(path, bytes),
        Err(fault) => Err(disk(fault)),
    }
}

/// Makes `folder` and its parents where they are missing, open to this user alone.
///
/// # Errors
/// When the disk refuses.
pub fn make_folder(folder: &Path) -> Result<(), FolderRefusal> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|fault| FolderRefusal::Disk { path: folder.to_owned(), fault })
}

fn already_there(path: PathBuf, bytes: &[u8]) -> Result<Delivered, FolderRefusal> {
    let same =
        path.symlink_metadata().is_ok_and(|there| there.is_file()) && fs::read(&path).is_ok_and(|was| was == bytes);
    if same { Ok(Delivered::AlreadyThere(path)) } else { Err(FolderRefusal::NameTaken(path)) }
}

/// The bytes under a name nobody watches. Dropped, it is gone.
struct Draft {
    path: PathBuf,
}

impl Draft {
    fn write(folder: &Path, name: &FileName, bytes: &[u8]) -> io::Result<Self> {
        // The process number keeps two programs apart; `create_new` refuses whatever else stands there.
        let path = folder.join(format!(".{}.{}.part", name.as_str(), std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path)?;
        let draft = Self { path };
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(draft)
    }

    /// Gives the bytes their name. A second name (hard link) is the one portable step that is atomic and refuses to
    /// replace; where the file system has none (FAT, some shares), renaming follows a last look.
    fn publish(&self, path: &Path) -> io::Result<()> {
        match fs::hard_link(&self.path, path) {
            Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists => {
                if path.symlink_metadata().is_ok() {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                fs::rename(&self.path, path)
            }
            named => named,
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Err(fault) = fs::remove_file(&self.path)
            && fault.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(path = %self.path.display(), %fault, "a half-written file could not be removed");
        }
    }
}

/// A name is on the disk only when its folder is. Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests;
