//! What is generated and committed is what the program would generate now.
//! `SNAPSHOTS=overwrite cargo test` writes it anew.

use std::fmt::Write;

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
        ("reply", "replies/_schema/reply.json"),
        (
            "reply-translation",
            "replies/_schema/reply-translation.json",
        ),
        ("shared", "replies/_schema/shared.json"),
        ("shared-texts", "replies/_schema/shared-texts.json"),
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

/// A title of the workbook and what answers it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    number: String,
    zh: String,
    en: String,
    command: Option<String>,
    #[serde(rename = "type")]
    appeal: Option<String>,
    reply: Option<String>,
}

/// Both READMEs say which command answers which title of the workbook, and each is there.
#[test]
fn the_workbook() {
    let text = std::fs::read_to_string(root().join("tests/workbook.yaml")).expect("the titles");
    let titles: Vec<Title> = serde_yaml::from_str(&text).expect("titles");
    let catalogue = crate::helpers::catalogue();
    let commands: Vec<String> = titles
        .iter()
        .map(|title| command(title, catalogue))
        .collect();
    for (readme, head, name) in [
        (
            "README.md",
            "| Sheet | Title | Here |",
            (|t: &Title| t.en.clone()) as fn(&Title) -> String,
        ),
        ("README.zh.md", "| 编号 | 标题 | 对应命令 |", |t| {
            t.zh.clone()
        }),
    ] {
        let path = root().join(readme);
        let whole = std::fs::read_to_string(&path).expect("a README");
        let (before, rest) = whole.split_once("<!-- workbook -->\n").expect("a mark");
        let (_, after) = rest.split_once("<!-- /workbook -->").expect("a mark");
        let mut table = format!("{head}\n|---|---|---|\n");
        for (title, command) in titles.iter().zip(&commands) {
            writeln!(
                table,
                "| {} | {} | `{command}` |",
                title.number,
                name(title)
            )
            .expect("text");
        }
        let made = format!("{before}<!-- workbook -->\n{table}<!-- /workbook -->{after}");
        let expected = Data::read_from(&path, Some(snapbox::data::DataFormat::Text)).raw();
        snapbox::Assert::new()
            .action_env(snapbox::assert::DEFAULT_ACTION_ENV)
            .eq(Data::text(made).raw(), expected);
    }
}

/// The command that answers a title; what it names is in the catalogue.
fn command(title: &Title, catalogue: &poa::catalogue::Catalogue) -> String {
    let known = |id: &str| {
        catalogue
            .find(id)
            .is_ok_and(|found| found.id.to_string() == id)
    };
    match (&title.command, &title.appeal, &title.reply) {
        (Some(command), None, None) => command.clone(),
        (None, Some(id), None) => {
            assert!(known(id), "{id}");
            format!("poa appeals {id}")
        }
        (None, None, Some(slug)) => {
            assert!(known(&format!("replies/{slug}")), "{slug}");
            format!("poa reply {slug}")
        }
        _ => panic!("{}: one of command, type and reply", title.number),
    }
}
