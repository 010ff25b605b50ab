//! What it costs to check a letter. `cargo bench --bench check`.
//!
//! The marks: a letter of 400 words under 300 µs, all rules; the words of a language loaded in
//! under 4 ms; time in proportion to length up to a megabyte.

use std::hint::black_box;

use poa::check::{About, Checked, Kind, Lexicon, Pair, check_pair, check_text};
use poa::lang::Lang;
use poa::source::{self, SourceFile};

fn main() {
    divan::main();
}

fn files(lang: &str) -> Vec<SourceFile> {
    source::appeals(|path| path.starts_with(&format!("_check/{lang}/")))
}

fn lang(code: &str) -> Lang {
    code.parse().expect("a language")
}

fn lexicon(code: &str) -> Lexicon {
    Lexicon::load(lang(code), &files(code)).expect("valid")
}

#[allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads its letters from files"
)]
fn text(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/appeals");
    let whole = std::fs::read_to_string(path.join(name)).expect("the letter can be read");
    let (_, text) = whole.split_once("\n---\n").expect("a head");
    text.to_owned()
}

/// Letters with and without faults, cut or repeated to a length.
fn letter(code: &str, length: usize) -> String {
    let names: &[&str] = match code {
        "zh" => &["good-zh-collection-time.txt", "bad-zh-ai-grandiose.txt"],
        _ => &["good-en-plain-prose.txt", "bad-en-ai-grandiose.txt"],
    };
    let both: String = names.iter().map(|name| text(name) + "\n\n").collect();
    let mut letter = both.repeat(length / both.len() + 1);
    let end = (length..=letter.len())
        .find(|end| letter.is_char_boundary(*end))
        .expect("an end");
    letter.truncate(end);
    letter
}

fn check(code: &str, text: &str, lexicon: &Lexicon) -> Checked {
    check_text(text, lang(code), Kind::Appeal, lexicon, About::default())
}

/// 400 words: about 2,500 letters, or 700 Chinese characters.
#[divan::bench(args = ["en", "zh"])]
fn letter_of_400_words(bencher: divan::Bencher<'_, '_>, code: &str) {
    let lexicon = lexicon(code);
    let bytes = if code == "zh" { 2_100 } else { 2_500 };
    let letter = letter(code, bytes);
    bencher.bench(|| check(code, black_box(&letter), &lexicon));
}

#[divan::bench(args = ["en", "zh", "ja", "de"])]
fn load_words(bencher: divan::Bencher<'_, '_>, code: &str) {
    let files = files(code);
    bencher.bench(|| Lexicon::load(lang(code), black_box(&files)).expect("valid"));
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5)]
fn grows_with_length(bencher: divan::Bencher<'_, '_>, length: usize) {
    let lexicon = lexicon("en");
    let letter = letter("en", length);
    bencher
        .counter(divan::counter::BytesCount::new(length))
        .bench(|| check("en", black_box(&letter), &lexicon));
}

/// One paragraph, one sentence, no end.
#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5)]
fn one_endless_sentence(bencher: divan::Bencher<'_, '_>, length: usize) {
    let lexicon = lexicon("en");
    let letter = letter("en", length).replace(['\n', '.', '!', '?', ':'], " ");
    bencher
        .counter(divan::counter::BytesCount::new(length))
        .bench(|| check("en", black_box(&letter), &lexicon));
}

/// A pair whose one paragraph is full of numbers, all of them different on the other side.
#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn pair_of_numbers(bencher: divan::Bencher<'_, '_>, length: usize) {
    let counts = |first: usize, and: &str, thing: &str| {
        let each = (0..length / 12).map(|at| format!("{}{thing}", first + 2 * at));
        each.collect::<Vec<_>>().join(and)
    };
    let sides = [counts(2, " and ", " parcels"), counts(3, "和", "个包裹")];
    bencher
        .counter(divan::counter::BytesCount::new(
            sides[0].len() + sides[1].len(),
        ))
        .bench_local(|| check_pair(&Pair::new(&sides[0], &sides[1])));
}
