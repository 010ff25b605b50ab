//! What it costs to make the recogniser and to read notices. `cargo bench`.

use std::hint::black_box;
use std::path::Path;

use poa::notice::{Recogniser, Surroundings};
use poa::source;

fn main() {
    divan::main();
}

fn recogniser() -> Recogniser {
    let appeals = source::appeals(|_| true);
    let surroundings = Surroundings::glance(&appeals, &source::contacts(|_| true));
    Recogniser::load("appeals", &appeals, surroundings).expect("valid")
}

#[allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads its notices from files"
)]
fn notices() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the notices")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a notice can be read"))
        .collect()
}

/// The recogniser, from its files on.
#[divan::bench]
fn load(bencher: divan::Bencher<'_, '_>) {
    bencher.bench_local(|| black_box(recogniser()));
}

/// All invented notices, one after the other; divide by the number of items.
#[divan::bench]
fn parse(bencher: divan::Bencher<'_, '_>) {
    let (recogniser, notices) = (recogniser(), notices());
    bencher
        .counter(divan::counter::ItemsCount::new(notices.len()))
        .bench_local(|| {
            for notice in &notices {
                black_box(recogniser.parse(black_box(notice)));
            }
        });
}

/// The longest of them, over and over, up to a size.
#[divan::bench(args = [10_000, 100_000, 1_000_000])]
fn parse_long(bencher: divan::Bencher<'_, '_>, size: usize) {
    let recogniser = recogniser();
    let notices = notices();
    let longest = notices
        .iter()
        .max_by_key(|text| text.len())
        .expect("notices");
    let text = longest.repeat(size / longest.len() + 1);
    bencher
        .counter(divan::counter::BytesCount::new(text.len()))
        .bench_local(|| black_box(recogniser.parse(black_box(&text))));
}
