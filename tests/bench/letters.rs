//! What it costs to load the catalogue and to write a letter. `cargo bench`.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;
use poa::case::{self, Case};
use poa::catalogue::{AppealId, Catalogue, wanted};
use poa::check::pair::{Text, compare};
use poa::contacts::Contacts;
use poa::letter::{Letter, assemble};
use poa::render::{FORMATS, Format, render};
use poa::source::{self, SourceFile};

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day")
}

fn id() -> AppealId {
    AppealId::parse("performance/late-shipment").expect("an appeal id")
}

/// Everything a letter is made from, loaded once.
struct World {
    catalogue: Catalogue,
    contacts: Contacts,
    case: Case,
}

#[allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads its case from a file"
)]
fn example() -> SourceFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases/performance/late-shipment/case.yaml");
    SourceFile::new(
        "case.yaml",
        std::fs::read_to_string(path).expect("the case can be read"),
    )
}

fn world() -> World {
    let files = source::appeals(|path| wanted(path, &id()));
    let catalogue = Catalogue::load("appeals", &files).expect("valid");
    let contacts = source::contacts(|path| path == "us.yaml" || path == "_common.yaml");
    let contacts = Contacts::load(&contacts).expect("valid");
    let case = case::load(&example(), &catalogue, &contacts, today()).expect("valid");
    World {
        catalogue,
        contacts,
        case,
    }
}

fn letter(world: &World) -> Letter {
    assemble(&world.catalogue, &world.contacts, &world.case, today()).expect("a type and a store")
}

/// One type with its translation and what all share: what `poa build` loads.
#[divan::bench]
fn load_one_type(bencher: divan::Bencher<'_, '_>) {
    let files = source::appeals(|path| wanted(path, &id()));
    bencher.bench(|| Catalogue::load("appeals", black_box(&files)).expect("valid"));
}

/// The whole catalogue: what `poa appeals` and `poa new` load.
#[divan::bench]
fn load_catalogue(bencher: divan::Bencher<'_, '_>) {
    let files = source::appeals(|_| true);
    bencher.bench(|| Catalogue::load("appeals", black_box(&files)).expect("valid"));
}

/// One store: what `poa contacts us` loads.
#[divan::bench]
fn load_one_store(bencher: divan::Bencher<'_, '_>) {
    let files = source::contacts(|path| path == "us.yaml" || path == "_common.yaml");
    bencher.bench(|| Contacts::load(black_box(&files)).expect("valid"));
}

#[divan::bench]
fn load_case(bencher: divan::Bencher<'_, '_>) {
    let world = world();
    let file = example();
    bencher.bench(|| {
        case::load(black_box(&file), &world.catalogue, &world.contacts, today()).expect("valid")
    });
}

#[divan::bench]
fn assemble_letter(bencher: divan::Bencher<'_, '_>) {
    let world = world();
    bencher.bench(|| letter(black_box(&world)));
}

/// The mark: at least 600 a second on one core.
#[divan::bench]
fn assemble_and_render_bilingual_docx(bencher: divan::Bencher<'_, '_>) {
    let world = world();
    bencher
        .counter(divan::counter::ItemsCount::new(1usize))
        .bench(|| render(&letter(black_box(&world)), Format::ReadingCopy).expect("written"));
}

#[divan::bench]
fn assemble_and_render_all_four_files(bencher: divan::Bencher<'_, '_>) {
    let world = world();
    bencher
        .counter(divan::counter::ItemsCount::new(1usize))
        .bench(|| {
            let letter = letter(black_box(&world));
            FORMATS.map(|format| render(&letter, format).expect("written"))
        });
}

/// A letter of 400 words in English and Chinese; the mark: under 150 microseconds.
#[divan::bench]
fn compare_pair(bencher: divan::Bencher<'_, '_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/pairs");
    let pair = pair(&folder.join("good-late-shipment-letter.txt"));
    bencher.bench(|| compare_texts(black_box(&pair)));
}

/// The same letter a hundred times over: time grows with the length.
#[divan::bench]
fn compare_pair_100_times_as_long(bencher: divan::Bencher<'_, '_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/pairs");
    let pair = pair(&folder.join("good-late-shipment-letter.txt"));
    let long = pair.map(|text| text.repeat(100));
    bencher.bench(|| compare_texts(black_box(&long)));
}

#[allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads its letters from a file"
)]
fn pair(path: &Path) -> [String; 2] {
    let text = std::fs::read_to_string(path).expect("the pair can be read");
    let (_, text) = text.split_once("\n\n").expect("a head");
    let (left, right) = text.split_once("\n=====\n").expect("two sides");
    // two letters in a row have the length of a long one
    [left, right].map(|text| format!("{text}\n\n{text}"))
}

fn compare_texts([left, right]: &[String; 2]) -> usize {
    let [en, zh] = ["en", "zh"].map(|code| code.parse().expect("a language"));
    let left = Text {
        text: left,
        lang: en,
    };
    let right = Text {
        text: right,
        lang: zh,
    };
    compare(left, right).len()
}

fn program(arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_poa"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A process that does nothing of ours, to set the next ones against.
#[divan::bench]
fn process_version() {
    program(&["--version"]);
}

#[divan::bench]
fn process_contacts_us() {
    program(&["contacts", "us"]);
}

#[divan::bench]
fn process_build_four_files(bencher: divan::Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    let out = out.to_string_lossy();
    let case = "tests/cases/performance/late-shipment/case.yaml";
    bencher.bench(|| program(&["build", case, "--out", &out, "--force"]));
}
