//! Findings a seller has decided to leave as they are, with the reason.

use std::process::Output;

use serde_json::Value;

use crate::helpers::{example, poa};

/// The late-shipment case with an action that names no proof, and what it suppresses.
fn check(suppress: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let proved = "extend-handling-time: { done-on: 2026-11-15, proof: [shipping-settings] }";
    let case = example();
    assert!(case.contains(proved), "the case has changed");
    let case = case.replace(
        proved,
        "extend-handling-time: { done-on: 2026-11-15, proof: [] }",
    );
    let path = folder.path().join("case.yaml");
    std::fs::write(path, format!("{case}{suppress}")).expect("the case can be written");
    poa(
        folder.path(),
        &[&["check", "case.yaml"], arguments].concat(),
    )
}

fn rules(output: &Output) -> Vec<String> {
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let found = answer["diagnostics"].as_array().expect("a list").iter();
    found
        .map(|d| d["rule"].as_str().expect("a rule").to_owned())
        .collect()
}

const REASON: &str = "suppress:\n  - { rule: unproved-action, at: actions.extend-handling-time, reason: the screenshot follows }\n";

#[test]
fn a_finding_with_a_reason_is_left_as_it_is() {
    let open = check("", &["--format", "json"]);
    assert_eq!(rules(&open), ["unproved-action"]);
    let suppressed = check(REASON, &["--fail-on", "info", "--format", "json"]);
    assert_eq!(suppressed.status.code(), Some(0));
    assert_eq!(rules(&suppressed), [""; 0]);
    let told = check(REASON, &[]);
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.contains("1 finding is suppressed"), "{told}");
}

#[test]
fn sarif_keeps_what_is_suppressed_with_its_reason() {
    let output = check(REASON, &["--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "unproved-action");
    let suppression = &result["suppressions"][0];
    assert_eq!(suppression["kind"], "inSource");
    assert_eq!(suppression["justification"], "the screenshot follows");
}

#[test]
fn a_suppression_without_a_reason_is_refused() {
    let text = "suppress:\n  - { rule: unproved-action, at: actions.extend-handling-time }\n";
    let output = check(text, &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("reason"), "{said}");
}

#[test]
fn a_suppression_that_fits_nothing_is_a_finding() {
    // Of another entry, of another rule, of a rule that does not exist.
    for entry in [
        "rule: unproved-action, at: actions.clear-backlog",
        "rule: unused-evidence, at: actions.extend-handling-time",
        "rule: no-such-rule, at: actions.extend-handling-time",
    ] {
        let text = format!("suppress:\n  - {{ {entry}, reason: it was so once }}\n");
        let output = check(&text, &["--format", "json"]);
        assert_eq!(
            rules(&output),
            ["unproved-action", "unused-suppression"],
            "{entry}"
        );
    }
}
