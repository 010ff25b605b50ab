//! What is generated and committed is what the program would generate now.
//! `SNAPSHOTS=overwrite cargo test` writes it anew.

use snapbox::Data;

use crate::helpers::{poa, root};

#[test]
fn schemas() {
    for (kind, path) in [
        ("appeal", "appeals/_schema/appeal.json"),
        ("translation", "appeals/_schema/translation.json"),
        ("language", "appeals/_schema/language.json"),
        ("metrics", "appeals/_schema/metrics.json"),
        ("guide", "appeals/_schema/guide.json"),
        (
            "guide-translation",
            "appeals/_schema/guide-translation.json",
        ),
        ("issue", "appeals/_schema/issue.json"),
        ("marks", "appeals/_schema/marks.json"),
        ("notice-words", "appeals/_schema/notice-words.json"),
        ("case", "appeals/_schema/case.json"),
        ("marketplace", "contacts/_schema/marketplace.json"),
        ("contacts", "contacts/_schema/contacts.json"),
        ("sources", "contacts/_schema/sources.json"),
    ] {
        let output = poa(root(), &["schema", kind]);
        assert!(output.status.success());
        let schema = String::from_utf8(output.stdout).expect("a schema is UTF-8");
        let expected =
            Data::read_from(&root().join(path), Some(snapbox::data::DataFormat::Text)).raw();
        snapbox::Assert::new()
            .action_env(snapbox::assert::DEFAULT_ACTION_ENV)
            .eq(Data::text(schema).raw(), expected);
    }
}

#[test]
fn the_schemas_know_the_cases() {
    let schema =
        std::fs::read_to_string(root().join("appeals/_schema/case.json")).expect("the schema");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    let known = schema["properties"].as_object().expect("a case has keys");
    for path in crate::helpers::case_files() {
        let text = std::fs::read_to_string(&path).expect("a case can be read");
        assert!(
            text.starts_with("# yaml-language-server: $schema="),
            "{}",
            path.display()
        );
        for key in text
            .lines()
            .filter_map(|line| line.split_once(':').map(|(key, _)| key))
        {
            if key.starts_with(|c: char| c.is_ascii_lowercase()) {
                assert!(known.contains_key(key), "{}: {key}", path.display());
            }
        }
    }
}
