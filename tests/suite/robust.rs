//! What happens when the world is unkind: killed halfway, a full disk, a folder
//! that may not be written, a closed pipe.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::helpers::{case_files, example, poa, root};

/// Every file in a folder that is no leftover of writing is whole.
fn all_whole(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name.starts_with(".poa-") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file can be read");
        if path.extension().is_some_and(|ending| ending == "docx") {
            let archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes));
            assert_eq!(archive.expect("a whole DOCX").len(), 11, "{name}");
        } else {
            assert!(
                bytes.ends_with(b"\n") && bytes.len() > 1000,
                "{name}: {} bytes",
                bytes.len()
            );
        }
    }
}

#[test]
fn a_killed_process_leaves_whole_files_or_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let case = folder.path().join("case.yaml");
    std::fs::write(&case, example()).expect("a case");
    for round in 0..40 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_poa"))
            .args(["build", "case.yaml", "--out", "out", "--force"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_micros(700 * round));
        // It may have ended already.
        let _ = child.kill();
        child.wait().expect("the program ends");
        all_whole(&folder.path().join("out"));
    }
    let output = poa(
        folder.path(),
        &["build", "case.yaml", "--out", "out", "--force"],
    );
    assert!(output.status.success());
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("case.yaml"), example()).expect("a case");
    // The system refuses to write more than so many blocks to any file: as a full disk does.
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" build case.yaml --out out";
    let output = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_poa")])
        .current_dir(folder.path())
        .env("POA_LANG", "en")
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("cannot write") && said.contains("room left on the disk"),
        "{said}"
    );
    all_whole(&folder.path().join("out"));
    let left: Vec<_> = std::fs::read_dir(folder.path().join("out"))
        .expect("the folder was made")
        .map(|entry| entry.expect("an entry").file_name())
        .filter(|name| name.to_string_lossy().starts_with(".poa-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_folder_that_is_a_file_cannot_be_written_into() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("case.yaml"), example()).expect("a case");
    std::fs::write(folder.path().join("out"), "x").expect("a file");
    let output = poa(
        folder.path(),
        &["build", "case.yaml", "--out", "out/letters"],
    );
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("cannot write") && said.contains("out/letters"),
        "{said}"
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_poa"))
        .args(["contacts", "us"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success());
}

#[test]
fn a_case_can_come_from_standard_input() {
    use std::io::Write;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_poa"))
        .args(["build", "-", "--format", "form", "--out", "-"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    input
        .write_all(example().as_bytes())
        .expect("the program reads");
    drop(input);
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("[1] "));
}

#[test]
fn file_names_are_ones_windows_accepts() {
    for path in case_files() {
        let below = path.strip_prefix(root()).expect("below the root");
        for part in below {
            let name = part.to_string_lossy();
            assert!(
                !name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']),
                "{name}"
            );
            assert!(!name.ends_with(['.', ' ']), "{name}");
        }
    }
}
