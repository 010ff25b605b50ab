//! The data folders inside the program.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use crate::source::SourceFile;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/appeals"]
struct Appeals;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/replies"]
struct Replies;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/contacts"]
struct Contacts;

/// Built-in files as JSON, by path; none but in a release.
static PARSED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/parsed.rs"));

/// The words of each language's rules, ready to be looked for; none but in a release.
static WORDS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Returns the words of a language's rules, as the build script made them ready.
pub fn prepared_words(lang: &str) -> Option<&'static [u8]> {
    let words = WORDS.iter().find(|(of, _)| *of == lang);
    words.map(|(_, bytes)| *bytes)
}

/// Returns the built-in files below `appeals/` whose path passes the filter, sorted by path; and
/// those of `replies/`, whose paths the filter sees with that folder, as if it were a family.
pub fn appeals(wanted: impl Fn(&str) -> bool) -> Vec<SourceFile> {
    let mut all = files::<Appeals>("appeals", &wanted);
    all.extend(files::<Replies>("replies", |path| {
        wanted(&format!("replies/{path}"))
    }));
    all
}

/// Returns the built-in files below `contacts/` whose path passes the filter, sorted by path.
pub fn contacts(wanted: impl Fn(&str) -> bool) -> Vec<SourceFile> {
    files::<Contacts>("contacts", wanted)
}

fn files<E: RustEmbed>(folder: &str, wanted: impl Fn(&str) -> bool) -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = E::iter()
        .filter_map(|name| {
            let path = if name.contains('\\') {
                Cow::Owned(name.replace('\\', "/"))
            } else {
                name.clone()
            };
            if !wanted(&path) {
                return None;
            }
            let path = format!("{folder}/{path}");
            let parsed = PARSED.binary_search_by(|(known, _)| (*known).cmp(path.as_str()));
            let parsed = parsed.ok().map(|at| PARSED[at].1);
            Some(SourceFile {
                path,
                text: text(E::get(&name)?.data),
                parsed,
            })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The data is UTF-8; a test reads every file of it.
fn text(bytes: Cow<'static, [u8]>) -> Cow<'static, str> {
    match bytes {
        Cow::Borrowed(bytes) => {
            str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
        }
        Cow::Owned(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
    }
}
