//! Letters of facts: branches, parts and messages, from the type to the files.

use poa::catalogue::{Catalogue, Stance};
use poa::letter::{Part, Side, plain};
use poa::source::{self, SourceFile};

use crate::helpers::{assemble, contacts, load, own_case, own_catalogue, poa, root, today};

/// A file of the types of the tests.
fn type_file(name: &str) -> String {
    let path = root().join("tests/types/appeals").join(name);
    std::fs::read_to_string(path).expect("a type can be read")
}

/// Loads a type of the tests, both files given; says what is wrong with it.
fn validate(stem: &str, english: &str, chinese: &str) -> String {
    let mut files = source::appeals(|path| path.starts_with("_common/"));
    for (ending, text) in [("yaml", english), ("zh.yaml", chinese)] {
        files.push(SourceFile::new(format!("appeals/{stem}.{ending}"), text));
    }
    let found = Catalogue::load("appeals", &files).err().unwrap_or_default();
    let lines = found.iter().map(|d| d.to_line(poa::lang::EN));
    lines.collect::<Vec<_>>().join("\n")
}

/// Puts a text in the place of another in the English (or, after `zh:`, the Chinese) file of a type.
#[track_caller]
fn refused(stem: &str, from: &str, to: &str, code: &str) {
    let (mut english, mut chinese) = (
        type_file(&format!("{stem}.yaml")),
        type_file(&format!("{stem}.zh.yaml")),
    );
    let (file, from) = match from.strip_prefix("zh:") {
        Some(from) => (&mut chinese, from),
        None => (&mut english, from),
    };
    assert!(file.contains(from), "{from} is not in the type");
    *file = file.replacen(from, to, 1);
    let found = validate(stem, &english, &chinese);
    assert!(found.contains(&format!("error[{code}]")), "{code}: {found}");
}

#[test]
fn parts_are_as_strict_as_everything_else() {
    let stem = "account/not-related";
    assert_eq!(
        validate(
            stem,
            &type_file("account/not-related.yaml"),
            &type_file("account/not-related.zh.yaml")
        ),
        ""
    );
    for (from, to, code) in [
        ("choose: one", "choose: two", "unknown-value"),
        ("choose: one", "chose: one", "unknown-key"),
        ("- id: same-owner", "- id: separate-owners", "id-twice"),
        // Ids are unique over all parts.
        ("- id: shared-device", "- id: same-owner", "id-twice"),
        ("- id: shared-office", "- id: own-1", "ill-formed-id"),
        ("evidence: [lease]", "evidence: [leese]", "unknown-id"),
        (
            "until {{shared-until}}.\"\n        evidence",
            "for years. It ended on {{shared-until}}. We regret it.\"\n        evidence",
            "sentence-without-fact",
        ),
        (
            "A computer of {{legal-name}}",
            "A computer of {{owner}}",
            "unknown-variable",
        ),
        (
            "A computer of {{legal-name}}",
            "A computer of {{store}}",
            "variable-added",
        ),
        ("zh:  overlap:\n", "  overlaps:\n", "untranslated-id"),
        (
            "zh:      same-owner:",
            "      same-owners:",
            "translates-nothing",
        ),
        (
            "zh:    why: 审核人员会与登记信息核对。\n",
            "",
            "missing-key",
        ),
        ("look-for:\n", "look-at:\n", "missing-key"),
        (
            "  - One explanation that fits everything the notice names.\n",
            "",
            "look-for-lines",
        ),
        (
            "One explanation that",
            "One explanation of {{store}} that",
            "no-braces",
        ),
        (
            "zh:  - 能解释通知所列全部关联的同一套说明。\n",
            "",
            "other-length",
        ),
    ] {
        refused(stem, from, to, code);
    }
}

#[test]
fn branches_lead_somewhere_and_leave_nothing_out() {
    let stem = "account/not-related";
    for (from, to, code) in [
        (
            "parts: [ownership, overlap]",
            "parts: [ownership, overlaps]",
            "unknown-id",
        ),
        (
            "parts: [ownership, overlap]",
            "parts: [ownership]",
            "in-no-branch",
        ),
        (
            "parts: [ownership, overlap]",
            "parts: [overlap, overlap]",
            "id-twice",
        ),
        ("      root-causes: [second-account]\n", "", "in-no-branch"),
        ("- id: own-it", "- id: not-ours", "id-twice"),
        (
            "parts:\n  - id: ownership",
            "opening: [\"{{store}} asks.\"]\nparts:\n  - id: ownership",
            "belongs-to-branches",
        ),
        ("zh:    own-it:", "    owned:", "untranslated-id"),
        (
            "zh:request: [\"我们请求恢复 {{store}} 的销售权限。\"]",
            "request: []",
            "other-length",
        ),
        ("stance: dispute\n      opening", "opening", "missing-key"),
        (
            "\"{{store}} and the account {{other-account}} named on",
            "\"{{store}} and the account named on",
            "variable-added",
        ),
    ] {
        refused(stem, from, to, code);
    }
}

#[test]
fn a_message_has_no_causes_and_a_letter_no_closing() {
    let stem = "claims/lost-parcel";
    for (from, to, code) in [
        ("form: message", "form: letter", "only-in-message"),
        ("limit-words: 60", "limit-words: sixty", "wrong-type"),
        ("limit-words: 60", "limit-words: 0", "expected-count"),
        ("closing: Regards,\n", "", "translates-nothing"),
        ("zh:closing: 此致\n", "", "untranslated-id"),
        (
            "salutation: Hello,",
            "salutation: Hello {{nobody}},",
            "unknown-variable",
        ),
        (
            "request:\n",
            "root-causes:\n  - { id: x, title: X, text: \"{{store}} x.\", actions: [], measures: [] }\nrequest:\n",
            "causes-in-message",
        ),
    ] {
        refused(stem, from, to, code);
    }
}

/// Puts a text in the place of another in a case of the tests.
#[track_caller]
fn case_refused(name: &str, from: &str, to: &str, code: &str) {
    let text = own_case(name);
    assert!(text.contains(from), "{from} is not in the case");
    let text = text.replacen(from, to, 1);
    let found = load(&text, &own_catalogue(), &contacts()).expect_err("this is refused");
    assert!(found.contains(&format!("error[{code}]")), "{code}: {found}");
}

#[test]
fn a_case_states_what_its_situation_has() {
    for (name, from, to, code) in [
        (
            "dispute",
            "branch: not-ours",
            "branch: not-our",
            "unknown-branch",
        ),
        ("dispute", "branch: not-ours", "branch:", "empty-text"),
        (
            "message",
            "seller:",
            "branch: own-it\nseller:",
            "no-branches",
        ),
        (
            "dispute",
            "branch: not-ours",
            "branch: own-it",
            "unknown-entry",
        ),
        (
            "dispute",
            "  shared-office:",
            "  shared-offices:",
            "unknown-entry",
        ),
        (
            "dispute",
            "  shared-office: {",
            "  shared-office: { part: overlap,",
            "words-for-known",
        ),
        ("dispute", "    part: overlap\n", "", "missing-key"),
        (
            "dispute",
            "    part: overlap\n",
            "    part: overlaps\n",
            "unknown-part",
        ),
        (
            "dispute",
            "  shared-office:",
            "  same-owner: { proof: [] }\n  shared-office:",
            "one-statement",
        ),
        (
            "dispute",
            "proof: [lease]",
            "proof: [leese]",
            "unknown-entry",
        ),
        (
            "dispute",
            "evidence:\n",
            "root-causes: { own-1: { own: { en: x, zh: 因 } } }\nevidence:\n",
            "no-causes-here",
        ),
        (
            "message",
            "  weight: {}",
            "  weight: { done-on: 2026-11-01 }",
            "unknown-key",
        ),
    ] {
        case_refused(name, from, to, code);
    }
}

#[test]
fn invoices_are_read_strictly() {
    for (name, from, to, code) in [
        (
            "papers",
            "quantity: 1200",
            "quantity: many",
            "expected-count",
        ),
        (
            "papers",
            "date: 2026-01-14",
            "date: 2026-11-21",
            "after-letter",
        ),
        (
            "papers",
            "asin: B0EXAMPL25",
            "asin: [B0EXAMPL25]",
            "wrong-type",
        ),
        (
            "papers",
            "asin: B0EXAMPL25",
            "asin: B0SHORT",
            "expected-asin",
        ),
        (
            "papers",
            "number: K-77",
            "number: [K-77, K-78]",
            "expected-one-value",
        ),
        ("papers", "number: K-77", "no: K-77", "unknown-key"),
        (
            "papers",
            "  B0EXAMPL25: { quantity: 211 }",
            "  B0EXAMPL33: { quantity: 211 }",
            "sold-of-nothing",
        ),
        (
            "papers",
            "first-sale: 2026-02-20",
            "first-sale: 2026-02-30",
            "no-such-date",
        ),
        (
            "dispute",
            "evidence:\n",
            "invoices: [{ number: x }]\nevidence:\n",
            "no-invoices-here",
        ),
    ] {
        case_refused(name, from, to, code);
    }
    let line = "\n  - { number: K-77, date: 2026-05-22, supplier: Kelnora, asin: B0EXAMPL17, quantity: 400 }";
    case_refused("papers", line, &line.repeat(99), "too-many-invoices");
}

#[test]
fn invoices_are_added_up() {
    let (catalogue, contacts) = (own_catalogue(), contacts());
    let letter = |text: &str| {
        let case = load(text, &catalogue, &contacts).expect("an open case");
        assemble(&case, &catalogue, &contacts)
    };
    let whole = letter(&own_case("papers"));
    let invoices = whole.invoices.as_ref().expect("the case has invoices");
    assert_eq!(invoices.heading.on(Side::Letter), "B. Purchase invoices");
    let totals = &invoices.tables[1].rows;
    let cells = |row: &[poa::letter::Both<Vec<poa::letter::Inline>>]| -> Vec<String> {
        row.iter().map(|cell| plain(&cell.letter)).collect()
    };
    assert_eq!(
        cells(&totals[0]),
        ["B0EXAMPL17", "1,600", "1,480", "20 February 2026"]
    );
    assert_eq!(cells(&totals[1]), ["B0EXAMPL25", "300", "211", "-"]);
    let claim = whole
        .claims
        .iter()
        .find(|c| c.label == "B 3")
        .expect("a claim");
    assert_eq!(
        plain(&claim.text),
        "K-77 · 开票日期 2026年5月22日 · 供应商 Kelnora · ASIN B0EXAMPL17 · 数量 400"
    );
    let gaps = |from: &str, to: &str| -> Vec<String> {
        let text = own_case("papers");
        assert!(text.contains(from), "{from}");
        let letter = letter(&text.replacen(from, to, 1));
        letter.gaps.iter().map(|gap| gap.path.to_string()).collect()
    };
    assert_eq!(gaps(", quantity: 400 }", " }"), ["invoices[2].quantity"]);
    // A statement that names them lacks them where there are none; a paragraph is left out.
    let lines = own_case("papers");
    let lines = &lines[lines.find("invoices:\n  - number").expect("invoices")
        ..lines.find("sold:").expect("what was sold")];
    assert_eq!(gaps(lines, ""), ["invoices"]);
    assert_eq!(
        gaps("  B0EXAMPL25: { quantity: 211 }\n", ""),
        ["sold.B0EXAMPL25.quantity"]
    );
    assert_eq!(
        gaps(
            "supplier: { en: Tanglin Homeware Trading Limited, zh: 唐林家居贸易有限公司 }",
            "supplier: 唐林家居贸易有限公司"
        ),
        ["invoices[0].supplier"]
    );
}

#[test]
fn a_branch_is_an_ordinary_type() {
    let (catalogue, contacts) = (own_catalogue(), contacts());
    let stance = |name| {
        let case = load(&own_case(name), &catalogue, &contacts).expect("the case is valid");
        let appeal_type = case.appeal_type(&catalogue).expect("a type");
        assert!(appeal_type.branches.is_none());
        (
            appeal_type.stance,
            appeal_type.parts.len(),
            appeal_type.actions.len(),
        )
    };
    assert_eq!(stance("dispute"), (Stance::Dispute, 2, 0));
    assert_eq!(stance("own-account"), (Stance::Acknowledge, 1, 1));
    let text = own_case("dispute").replace("branch: not-ours\n", "");
    let case = load(&text, &catalogue, &contacts).expect("an open case is valid");
    let none = poa::letter::assemble(&catalogue, &contacts, &case, today());
    assert_eq!(none.err(), Some(poa::letter::AssembleError::NoBranch));
}

#[test]
fn statements_are_numbered_traced_and_missed() {
    let (catalogue, contacts) = (own_catalogue(), contacts());
    let case = load(&own_case("dispute"), &catalogue, &contacts).expect("the case is valid");
    let letter = assemble(&case, &catalogue, &contacts);
    assert_eq!(letter.title.letter, "Appeal: statement of facts");
    let stated = letter
        .sections
        .iter()
        .filter(|s| s.part == Part::Statements);
    let headings: Vec<String> = stated
        .filter_map(|s| Some(s.heading.as_ref()?.on(Side::Letter)))
        .collect();
    assert_eq!(
        headings,
        ["A. Who owns the accounts", "B. What the accounts shared"]
    );
    let claim = letter
        .claims
        .iter()
        .find(|c| c.label == "B 1")
        .expect("a claim");
    assert_eq!(claim.proof, ["2. 02-lease.pdf"]);
    let own = letter
        .claims
        .iter()
        .find(|c| c.label == "B 2")
        .expect("a claim");
    assert!(own.own && own.needs_proof && own.proof.is_empty());
    assert!(plain(&own.text).starts_with("双方从未"));
    // What is taken away is missed: a statement that has to be there, its proof, own words.
    let gaps = |from: &str, to: &str| -> Vec<String> {
        let text = own_case("dispute");
        assert!(text.contains(from), "{from}");
        let case = load(&text.replace(from, to), &catalogue, &contacts).expect("an open case");
        let letter = assemble(&case, &catalogue, &contacts);
        letter.gaps.iter().map(|gap| gap.path.to_string()).collect()
    };
    assert_eq!(
        gaps("  separate-owners: { proof: [register] }\n", ""),
        ["statements.ownership"]
    );
    assert_eq!(
        gaps("shared-office: { proof: [lease] }", "shared-office: {}"),
        ["statements.shared-office.proof"]
    );
    assert_eq!(
        gaps("      zh: 双方从未共用银行账户、银行卡或电话号码。\n", ""),
        ["statements.own-1.own.zh"]
    );
    assert_eq!(
        gaps("  other-account: Example Traders\n", ""),
        ["facts.other-account"]
    );
}

#[test]
fn a_message_is_written_as_text_and_measured() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let case = folder.path().join("case.yaml");
    std::fs::write(&case, own_case("message")).expect("a temporary file");
    let types = root().join("tests/types/appeals");
    let build = |arguments: &[&str]| {
        let types = types.to_string_lossy();
        let mut all = vec!["build", "case.yaml", "--appeals", &types];
        all.extend(arguments);
        let output = poa(folder.path(), &all);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said, output.stdout)
    };
    let (code, said, _) = build(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("The message has 70 words; the place it goes to takes 60."),
        "{said}"
    );
    assert!(!said.contains("Seller Central"), "{said}");
    let mut names: Vec<String> = std::fs::read_dir(folder.path().join("case-letter"))
        .expect("the folder")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    assert_eq!(names, ["message.txt", "message.zh.txt"]);
    let (code, _, text) = build(&["--format", "txt", "--out", "-"]);
    let text = String::from_utf8(text).expect("UTF-8");
    assert!(
        code == Some(0) && text.starts_with("Hello,\n\n12 units"),
        "{text}"
    );
    assert!(text.is_ascii() && !text.contains("To:") && !text.contains("Subject:"));
    let (code, said, _) = build(&["--format", "docx"]);
    assert!(code == Some(2) && said.contains("help:"), "{said}");
    // Short enough, nothing is said.
    std::fs::write(&case, own_case("message").replace("  weight: {}\n", "")).expect("a file");
    let (_, said, _) = build(&["--force"]);
    assert!(!said.contains("words;"), "{said}");
}

#[test]
fn types_are_shown_with_their_situations_and_parts() {
    let types = root().join("tests/types/appeals");
    let types = types.to_string_lossy();
    let show = |arguments: &[&str]| {
        let mut all = vec!["appeals", "--appeals", &types];
        all.extend(arguments);
        let output = poa(root(), &all);
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let shown = show(&["not-related"]);
    for wanted in [
        "What reviewers look for",
        "Which situation is yours",
        "2. The other account is ours",
        "Exactly one of these",
        "  - Two businesses with different owners",
        "1. A second account was opened without a check",
    ] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    assert!(show(&["lost-parcel"]).contains("a message box of 60 words at most"));
    let json: serde_json::Value =
        serde_json::from_str(&show(&["not-related", "--format", "json"])).expect("JSON");
    assert_eq!(json["branches"]["options"][1]["parts"][0], "ownership");
    assert_eq!(json["branches"]["options"][1]["stance"], "acknowledge");
    assert_eq!(json["parts"][0]["choose"], "one");
    assert_eq!(json["parts"][1]["entries"][0]["evidence"][0], "lease");
    assert_eq!(
        json["look_for"][0]["zh"],
        "能证明各账户归谁所有、由谁运营的文件。"
    );
}

#[test]
fn a_fact_is_asked_or_worked_out() {
    let stem = "counterfeit/papers-only";
    assert_eq!(
        validate(
            stem,
            &type_file("counterfeit/papers-only.yaml"),
            &type_file("counterfeit/papers-only.zh.yaml")
        ),
        ""
    );
    for (from, to, code) in [
        (
            "from-invoices: numbers",
            "from-invoices: number",
            "unknown-value",
        ),
        ("from-invoices: numbers", "type: codes", "missing-key"),
        (
            "from-invoices: numbers",
            "from-invoices: numbers, type: codes",
            "figure-is-not-asked",
        ),
        (
            "from-invoices: numbers",
            "from-invoices: numbers, ask: Which?",
            "figure-is-not-asked",
        ),
        (
            "from-invoices: numbers",
            "from-invoices: numbers, optional: true",
            "figure-is-not-asked",
        ),
        ("    ask: Which brand is it?\n", "", "missing-key"),
        ("invoices: true\n", "", "figure-without-invoices"),
        (
            "zh:invoice-numbers: { label: 发票号码 }",
            "invoice-numbers: { label: 发票号码, ask: 哪些？ }",
            "figure-is-not-asked",
        ),
        ("zh:ask: 是哪个品牌？, ", "", "untranslated-id"),
        // Where all goods are covered there is nothing to say, so only a paragraph can say it.
        (
            "{{store}} sold {{units-sold}}",
            "{{store}} has none for {{uncovered}}",
            "optional-in-entry",
        ),
        (
            "{{store}} sold {{units-sold}}",
            "{{plural suppliers \\\"one\\\" \\\"more\\\"}}",
            "not-countable",
        ),
    ] {
        refused(stem, from, to, code);
    }
    // Situations that all say nothing of invoices would never ask for them.
    refused(
        "account/not-related",
        "evidence:\n  - ",
        "invoices: true\nevidence:\n  - ",
        "invoices-in-no-branch",
    );
}
