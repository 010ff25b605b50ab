//! The layers of `lib.rs`: one crate has no walls, so a test makes them.

use std::collections::BTreeSet;

use crate::helpers::root;

/// A module and what it may use; the list is that of `lib.rs`.
const LAYERS: [(&str, &[&str]); 15] = [
    ("lang", &["message", "diagnostic", "source"]),
    ("message", &["lang", "diagnostic", "source"]),
    ("diagnostic", &["lang", "message", "source"]),
    ("source", &["lang", "message", "diagnostic"]),
    ("fact", &["lang", "message", "diagnostic", "source"]),
    (
        "contacts",
        &["lang", "message", "diagnostic", "source", "fact"],
    ),
    (
        "metrics",
        &["lang", "message", "diagnostic", "source", "fact"],
    ),
    (
        "catalogue",
        &[
            "lang",
            "message",
            "diagnostic",
            "source",
            "fact",
            "contacts",
            "metrics",
        ],
    ),
    (
        "case",
        &[
            "lang",
            "message",
            "diagnostic",
            "source",
            "fact",
            "contacts",
            "catalogue",
        ],
    ),
    (
        "notice",
        &["lang", "message", "diagnostic", "source", "contacts"],
    ),
    (
        "interview",
        &[
            "lang",
            "message",
            "diagnostic",
            "source",
            "fact",
            "contacts",
            "catalogue",
            "case",
        ],
    ),
    (
        "letter",
        &[
            "lang",
            "message",
            "diagnostic",
            "source",
            "fact",
            "contacts",
            "catalogue",
            "case",
        ],
    ),
    (
        "check",
        &[
            "lang",
            "message",
            "diagnostic",
            "source",
            "fact",
            "contacts",
            "metrics",
            "catalogue",
            "case",
            "letter",
        ],
    ),
    ("render", &["lang", "letter", "contacts"]),
    (
        "cli",
        &[
            "lang",
            "message",
            "diagnostic",
            "source",
            "fact",
            "contacts",
            "metrics",
            "catalogue",
            "case",
            "notice",
            "interview",
            "letter",
            "check",
            "render",
        ],
    ),
];

#[test]
fn no_arrow_turns_round() {
    let mut wrong = Vec::new();
    for entry in walkdir::WalkDir::new(root().join("src")) {
        let path = entry.expect("src can be read").into_path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let below = path.strip_prefix(root().join("src")).expect("below src");
        let module = below
            .iter()
            .next()
            .and_then(|part| part.to_str())
            .expect("a name");
        let module = module.trim_end_matches(".rs");
        if matches!(module, "main" | "lib" | "build") {
            continue;
        }
        let allowed = LAYERS.iter().find(|(name, _)| *name == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{module} stands in no layer"));
        let text = std::fs::read_to_string(&path).expect("a source file can be read");
        for (number, line) in text.lines().enumerate() {
            for used in uses(line) {
                if used != module && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{}:{}: uses {used}", below.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules of ours a line names; `msg!` and `asking!` are macros, not modules.
fn uses(line: &str) -> BTreeSet<String> {
    let code = line.split("//").next().unwrap_or("");
    let mut found = BTreeSet::new();
    let mut rest = code;
    while let Some(at) = rest.find("crate::") {
        let own = !rest[..at].ends_with('$');
        rest = &rest[at + "crate::".len()..];
        let name: String = rest
            .chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '_')
            .collect();
        if own && name != "msg" && !name.is_empty() {
            found.insert(name);
        }
    }
    found
}

#[test]
fn the_codemap_names_every_module() {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs can be read");
    for (module, _) in LAYERS {
        assert!(
            lib.contains(&format!("[`{module}`]")),
            "lib.rs does not mention {module}"
        );
        assert!(
            lib.contains(&format!("pub mod {module};")),
            "lib.rs does not declare {module}"
        );
    }
}

#[test]
fn the_root_holds_what_was_agreed() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "README.zh.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "src",
        "appeals",
        "replies",
        "contacts",
        "tests",
        "target",
    ];
    for entry in std::fs::read_dir(root()).expect("the repository can be read") {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        assert!(
            name.starts_with('.') || known.contains(&name.as_str()),
            "{name} in the root"
        );
    }
}
