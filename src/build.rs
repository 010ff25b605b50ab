//! Turns the built-in data into JSON when the program is built for release.
//!
//! The files people write are YAML; reading YAML takes ten times as long as
//! reading the same as JSON, and a command reads its data each time it runs. In
//! other builds the files are read from disk, so that authors see their edits.
//! The words of the rules are made ready to be looked for on the way, by the
//! program's own modules.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads files and the environment"
)]

#[allow(dead_code, reason = "what the program needs beyond the making")]
mod check {
    pub(crate) mod index;
    pub(crate) mod pattern;
    pub(crate) mod prepared;
    pub(crate) mod records;
    pub(crate) mod stems;

    use pattern::Lists;
    use prepared::{Heading, Preparation};
    use serde_json::Value;

    /// Makes the files of a language ready; nothing where one is not as it should be, which the
    /// loader reports.
    pub(crate) fn words(lang: &str, files: &[Value]) -> Option<Vec<u8>> {
        let mut preparation = Preparation::new(lang);
        for file in files {
            add(&mut preparation, file)?;
        }
        preparation.store().ok()
    }

    fn add(preparation: &mut Preparation, file: &Value) -> Option<()> {
        let lists = entries(&file["lists"]);
        preparation.file(Lists::new(lists.map(|(name, words)| (name, texts(words)))));
        for (top, prefix) in [("marks", "mark:"), ("rules", "")] {
            for (name, groups) in entries(&file[top]) {
                for group in groups.as_array()? {
                    let name = format!("{prefix}{name}");
                    let (flag, unless) = (texts(&group["flag"]), texts(&group["unless"]));
                    let misread = preparation.group(&name, flag, unless);
                    misread.iter().all(Vec::is_empty).then_some(())?;
                }
            }
        }
        for (name, flag) in entries(&file["kinds"]) {
            let name = format!("kind:{name}");
            let misread = preparation.group(&name, texts(flag), std::iter::empty());
            misread.iter().all(Vec::is_empty).then_some(())?;
        }
        for (heading, key) in Heading::ALL {
            preparation.headings(heading, texts(&file["headings"][key]));
        }
        preparation.stock(texts(&file["stock-phrases"]));
        preparation.common(texts(&file["common-words"]));
        Some(())
    }

    fn entries(map: &Value) -> impl Iterator<Item = (&str, &Value)> {
        let map = map.as_object().into_iter().flatten();
        map.map(|(name, value)| (name.as_str(), value))
    }

    fn texts(list: &Value) -> impl Iterator<Item = &str> {
        let list = list.as_array().into_iter().flatten();
        list.filter_map(Value::as_str)
    }
}
#[allow(unreachable_pub, reason = "public in the program")]
mod lang {
    pub(crate) mod script;
    pub(crate) use script::{is_cjk, is_letter};
}

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use saphyr_parser::{Event, Parser, ScalarStyle};

/// Folders whose whole numbers are numbers (weights), not texts.
const WITH_NUMBERS: [&str; 2] = ["appeals/_issues/", "appeals/_notice/"];

/// Where the words of the rules are, a folder for each language.
const RULES: &str = "appeals/_check/";

const FOLDERS: [&str; 3] = ["appeals", "contacts", "replies"];

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the folder"));
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder"));
    println!("cargo::rerun-if-changed=src/build.rs");
    for module in [
        "check/index",
        "check/pattern",
        "check/prepared.rs",
        "check/records.rs",
        "check/stems.rs",
        "lang/script.rs",
    ] {
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let mut list = String::from("&[\n");
    let mut words: BTreeMap<String, Vec<serde_json::Value>> = BTreeMap::new();
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        for folder in FOLDERS {
            println!("cargo::rerun-if-changed={folder}");
            let mut files = Vec::new();
            if root.join(folder).is_dir() {
                collect(&root.join(folder), &mut files)?;
            }
            files.sort();
            for file in files {
                let Some((name, json)) = add(&root, &file, &out, &mut list)? else {
                    continue;
                };
                let below = name
                    .strip_prefix(RULES)
                    .and_then(|name| name.split_once('/'));
                if let Some((lang, _)) = below {
                    let value = serde_json::from_str(&json)?;
                    words.entry(lang.to_owned()).or_default().push(value);
                }
            }
        }
    }
    list.push_str("]\n");
    fs::write(out.join("parsed.rs"), list)?;
    let mut list = String::from("&[\n");
    for (lang, files) in &words {
        if let Some(bytes) = check::words(lang, files) {
            let target = format!("words-{lang}.bin");
            fs::write(out.join(&target), bytes)?;
            entry(&mut list, lang, "include_bytes", &target);
        }
    }
    list.push_str("]\n");
    fs::write(out.join("words.rs"), list)
}

/// Adds a file that was written to the list of those the program holds.
fn entry(list: &mut String, name: &str, include: &str, target: &str) {
    writeln!(
        list,
        "    ({name:?}, {include}!(concat!(env!(\"OUT_DIR\"), \"/{target}\"))),"
    )
    .expect("a string takes everything");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}

/// Writes a file's JSON and adds it to the list; returns its name and the JSON. What is no YAML is
/// left to the loader to report.
fn add(
    root: &Path,
    file: &Path,
    out: &Path,
    list: &mut String,
) -> io::Result<Option<(String, String)>> {
    let below = file.strip_prefix(root).expect("files are below the root");
    let name = below.to_string_lossy().replace('\\', "/");
    let numbers = WITH_NUMBERS.iter().any(|folder| name.starts_with(folder));
    let Some(json) = json(&fs::read_to_string(file)?, numbers) else {
        return Ok(None);
    };
    let target = format!("{}.json", name.replace('/', "-"));
    fs::write(out.join(&target), &json)?;
    entry(list, &name, "include_str", &target);
    Ok(Some((name, json)))
}

/// A list or a mapping that is open.
struct Open {
    mapping: bool,
    items: usize,
}

/// Writes the first document of a YAML text as JSON: scalars as texts, but `true` and `false`.
fn json(text: &str, numbers: bool) -> Option<String> {
    let mut json = String::with_capacity(text.len());
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, _) = event.ok()?;
        match event {
            Event::Scalar(value, style, ..) => {
                let key = begin(&mut json, &mut open);
                let flag = matches!(&*value, "true" | "false");
                let number = numbers && value.parse::<i32>().is_ok_and(|n| n.to_string() == *value);
                if (flag || number) && style == ScalarStyle::Plain && !key {
                    json.push_str(&value);
                } else {
                    json.push_str(&serde_json::to_string(&*value).ok()?);
                }
            }
            Event::SequenceStart(..) => {
                begin(&mut json, &mut open);
                json.push('[');
                open.push(Open {
                    mapping: false,
                    items: 0,
                });
            }
            Event::MappingStart(..) => {
                begin(&mut json, &mut open);
                json.push('{');
                open.push(Open {
                    mapping: true,
                    items: 0,
                });
            }
            Event::SequenceEnd => {
                open.pop();
                json.push(']');
            }
            Event::MappingEnd => {
                open.pop();
                json.push('}');
            }
            // The data has no aliases; a file with one is read as YAML.
            Event::Alias(..) => return None,
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    (!json.is_empty()).then_some(json)
}

/// Writes what stands before a value; returns whether the value is a key.
fn begin(json: &mut String, open: &mut [Open]) -> bool {
    let Some(open) = open.last_mut() else {
        return false;
    };
    let key = open.mapping && open.items % 2 == 0;
    match (open.mapping, open.items) {
        (_, 0) => {}
        (true, items) if items % 2 == 1 => json.push(':'),
        _ => json.push(','),
    }
    open.items += 1;
    key
}
