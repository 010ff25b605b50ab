//! Turns the built-in data into JSON when the program is built for release.
//!
//! The files people write are YAML; reading YAML takes ten times as long as
//! reading the same as JSON, and a command reads its data each time it runs. In
//! other builds the files are read from disk, so that authors see their edits.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads files and the environment"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use saphyr_parser::{Event, Parser, ScalarStyle};

/// Folders whose whole numbers are numbers (weights), not texts.
const WITH_NUMBERS: [&str; 2] = ["appeals/_issues/", "appeals/_notice/"];

const FOLDERS: [&str; 3] = ["appeals", "contacts", "replies"];

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the folder"));
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder"));
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut list = String::from("&[\n");
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        for folder in FOLDERS {
            println!("cargo::rerun-if-changed={folder}");
            let mut files = Vec::new();
            if root.join(folder).is_dir() {
                collect(&root.join(folder), &mut files)?;
            }
            files.sort();
            for file in files {
                add(&root, &file, &out, &mut list)?;
            }
        }
    }
    list.push_str("]\n");
    fs::write(out.join("parsed.rs"), list)
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

/// Writes a file's JSON and adds it to the list; what is no YAML is left to the loader to report.
fn add(root: &Path, file: &Path, out: &Path, list: &mut String) -> io::Result<()> {
    let below = file.strip_prefix(root).expect("files are below the root");
    let name = below.to_string_lossy().replace('\\', "/");
    let numbers = WITH_NUMBERS.iter().any(|folder| name.starts_with(folder));
    let Some(json) = json(&fs::read_to_string(file)?, numbers) else {
        return Ok(());
    };
    let target = format!("{}.json", name.replace('/', "-"));
    fs::write(out.join(&target), json)?;
    writeln!(
        list,
        "    ({name:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{target}\"))),"
    )
    .expect("a string takes everything");
    Ok(())
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
