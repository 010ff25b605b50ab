//! What several tests need.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use chrono::NaiveDate;
use poa::case::{self, Case};
use poa::catalogue::Catalogue;
use poa::contacts::Contacts;
use poa::letter::{self, Letter};
use poa::source::{self, SourceFile};

/// The repository's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A day no case is dated after.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day")
}

/// The built-in catalogue.
pub(crate) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(own_built_in);
    &CATALOGUE
}

/// The built-in catalogue, for a test that keeps it.
pub(crate) fn own_built_in() -> Catalogue {
    Catalogue::load("appeals", &source::appeals(|_| true)).expect("the built-in catalogue is valid")
}

/// The types of `tests/types`: branches, parts, a message.
pub(crate) fn own_catalogue() -> Catalogue {
    let mut files = source::appeals(|path| path.starts_with("_common/"));
    let folder = root().join("tests/types/appeals");
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let path = entry.expect("tests/types can be read").into_path();
        if path.is_file() {
            let below = path.strip_prefix(&folder).expect("below the folder");
            let text = std::fs::read_to_string(&path).expect("a type can be read");
            let name = format!("appeals/{}", below.to_string_lossy().replace('\\', "/"));
            files.push(SourceFile::new(name, text));
        }
    }
    Catalogue::load("appeals", &files).expect("the types of the tests are valid")
}

/// A case of `tests/types`.
pub(crate) fn own_case(name: &str) -> String {
    let path = root().join(format!("tests/types/cases/{name}/case.yaml"));
    std::fs::read_to_string(path).expect("the case can be read")
}

/// The built-in contacts.
pub(crate) fn contacts() -> Contacts {
    Contacts::load(&source::contacts(|_| true)).expect("the built-in contacts are valid")
}

/// Every case of `tests/cases`.
pub(crate) fn case_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(root().join("tests/cases"))
        .into_iter()
        .map(|entry| entry.expect("tests/cases can be read").into_path())
        .filter(|path| path.ends_with("case.yaml"))
        .collect();
    files.sort();
    files
}

/// Loads a case from text.
pub(crate) fn load(text: &str, catalogue: &Catalogue, contacts: &Contacts) -> Result<Case, String> {
    let file = SourceFile::new("case.yaml", text);
    case::load(&file, catalogue, contacts, today()).map_err(|found| {
        found
            .iter()
            .map(|d| d.to_line(poa::lang::EN))
            .collect::<Vec<_>>()
            .join("\n")
    })
}

/// Puts a case's letter together.
pub(crate) fn assemble(case: &Case, catalogue: &Catalogue, contacts: &Contacts) -> Letter {
    letter::assemble(catalogue, contacts, case, today()).expect("the case has a type and a store")
}

/// Runs the program in a folder, in English.
pub(crate) fn poa(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_poa"))
        .args(arguments)
        .current_dir(folder)
        .env("POA_LANG", "en")
        .env("NO_COLOR", "1")
        .output()
        .expect("the program starts")
}

/// The late-shipment case.
pub(crate) fn example() -> String {
    let path = root().join("tests/cases/performance/late-shipment/case.yaml");
    std::fs::read_to_string(path).expect("the case can be read")
}
