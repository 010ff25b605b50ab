//! What letters say of purchase invoices: worked out from the list, never asked, never given.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use poa::case::{Case, Figured, Invoice, Sold};
use poa::catalogue::Catalogue;
use poa::fact::{Figure, Value, Words};
use poa::interview::{Given, Interview, Question, Stage, answer};
use poa::lang::{EN, ZH};
use poa::letter::{Inline, Letter, Side, plain};
use poa::{check, render};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::helpers::{
    assemble, catalogue, contacts, load, own_case, own_catalogue, poa, root, today,
};

/// A case of `tests/cases`.
fn built_in_case(name: &str) -> String {
    let path = root().join(format!("tests/cases/{name}/case.yaml"));
    std::fs::read_to_string(path).expect("the case can be read")
}

/// What stands for a fact in the letter, wherever it first stands.
fn stands(letter: &Letter, fact: &str) -> Option<String> {
    let blocks = letter.sections.iter().flat_map(|section| &section.blocks);
    let mut runs = blocks.flat_map(|block| &block.text.letter);
    runs.find_map(|run| match run {
        Inline::Fact { id, text } if id == fact => Some(text.clone()),
        _ => None,
    })
}

/// The paragraphs and entries of a letter, as they are sent.
fn sentences(letter: &Letter) -> String {
    let blocks = letter.sections.iter().flat_map(|section| &section.blocks);
    let texts: Vec<String> = blocks.map(|block| plain(&block.text.letter)).collect();
    texts.join("\n")
}

const ASINS: [&str; 4] = ["B0EXAMPL41", "B0EXAMPL42", "B0EXAMPL58", "B0EXAMPL66"];
const SUPPLIERS: [&str; 3] = ["Tanglin Homeware", "Kelnora", "Morning Star"];

/// A line: which number, how many days before the notice, which supplier, which ASIN, how many.
type Line = (usize, u64, usize, usize, u64);

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = (0usize..5, 0u64..365, 0usize..3, 0usize..4, 0u64..2_000_000);
    proptest::collection::vec(line, 0..24)
}

fn day_before(notice: NaiveDate, days: u64) -> NaiveDate {
    notice.checked_sub_days(Days::new(days)).expect("a day")
}

/// A list as it is written in English.
fn english(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Each once, in the order of the first.
fn once(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    items.filter(|item| seen.insert(item.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// What the letter says equals what anyone counts in the list.
    #[test]
    fn figures_equal_a_count_by_hand(
        lines in lines(),
        named in proptest::sample::subsequence(ASINS.to_vec(), 1..=4),
        sold in proptest::collection::vec(0u64..90_000, 4),
    ) {
        let contacts = contacts();
        let mut case = load(&built_in_case("counterfeit/supply-chain"), catalogue(), &contacts)
            .expect("the case is valid");
        let notice = case.notice.date.expect("the notice has a day");
        case.notice.asins = Some(named.iter().map(|asin| (*asin).to_owned()).collect());
        case.invoices = lines.iter().map(|(number, days, supplier, asin, quantity)| Invoice {
            number: Some(format!("N-{number}")),
            date: Some(day_before(notice, *days)),
            supplier: Some(Words::same(SUPPLIERS[*supplier])),
            asin: Some(ASINS[*asin].to_owned()),
            quantity: Some(*quantity),
        }).collect();
        let quantities: BTreeMap<&str, u64> = ASINS.into_iter().zip(sold).collect();
        let on_invoices: BTreeSet<&str> = lines.iter().map(|line| ASINS[line.3]).collect();
        let goods: BTreeSet<&str> = named.iter().copied().chain(on_invoices.iter().copied()).collect();
        case.sold = goods.iter().map(|asin| {
            let sold = Sold { quantity: Some(quantities[asin]), first_sale: None };
            ((*asin).to_owned(), sold)
        }).collect();
        let letter = assemble(&case, catalogue(), &contacts);
        prop_assert!(letter.is_complete(), "{:?}", letter.gaps);
        let stands = |fact: &str| stands(&letter, fact);

        let total: u64 = goods.iter().map(|asin| quantities[asin]).sum();
        prop_assert_eq!(stands("units-sold"), Some(grouped(total)));
        let some = |text: String| (!lines.is_empty()).then_some(text);
        let numbers = once(lines.iter().map(|line| format!("N-{}", line.0)));
        prop_assert_eq!(stands("invoice-numbers"), some(english(&numbers)));
        let suppliers = once(lines.iter().map(|line| SUPPLIERS[line.2].to_owned()));
        prop_assert_eq!(stands("suppliers"), some(english(&suppliers)));
        let units: u64 = lines.iter().map(|line| line.4).sum();
        prop_assert_eq!(stands("units-invoiced"), some(grouped(units)));
        let written = |days: u64| day_before(notice, days).format("%-d %B %Y").to_string();
        let (oldest, newest) = (lines.iter().map(|l| l.1).max(), lines.iter().map(|l| l.1).min());
        prop_assert_eq!(stands("oldest-invoice"), oldest.map(written));
        prop_assert_eq!(stands("newest-invoice"), newest.filter(|_| oldest != newest).map(written));
        let uncovered: Vec<String> = named.iter()
            .filter(|asin| !on_invoices.contains(*asin))
            .map(|asin| (*asin).to_owned())
            .collect();
        let uncovered = (!lines.is_empty() && !uncovered.is_empty()).then(|| english(&uncovered));
        prop_assert_eq!(stands("uncovered-asins"), uncovered);

        // The table says the same: its lines add up to the sentence.
        prop_assert_eq!(letter.invoices.is_some(), !lines.is_empty());
        let Some(tables) = letter.invoices.as_ref().map(|invoices| &invoices.tables) else {
            return Ok(());
        };
        let sum = |table: usize, column: usize| -> u64 {
            let rows = tables[table].rows.iter();
            let cells = rows.map(|row| plain(&row[column].letter).replace(',', ""));
            cells.map(|cell| cell.parse::<u64>().expect("a number")).sum()
        };
        prop_assert_eq!((sum(0, 4), sum(1, 1), sum(1, 2)), (units, units, total));
        let rows: BTreeSet<String> = tables[1].rows.iter().map(|row| plain(&row[0].letter)).collect();
        prop_assert_eq!(rows, goods.iter().map(|asin| (*asin).to_owned()).collect());
    }

    /// A list with an open place has no total: nothing is said that may turn out wrong.
    #[test]
    fn what_is_not_given_is_not_added_up(lines in lines(), open in 0usize..24) {
        prop_assume!(!lines.is_empty());
        let line = |(number, days, supplier, asin, quantity): &Line| Invoice {
            number: Some(format!("N-{number}")),
            date: NaiveDate::from_ymd_opt(2026, 1, 1).map(|day| day_before(day, *days)),
            supplier: Some(Words::same(SUPPLIERS[*supplier])),
            asin: Some(ASINS[*asin].to_owned()),
            quantity: Some(*quantity),
        };
        let mut case = Case { invoices: lines.iter().map(line).collect(), ..Case::default() };
        let at = open % lines.len();
        case.invoices[at] = Invoice::default();
        for figure in [
            Figure::Numbers,
            Figure::Suppliers,
            Figure::FirstDate,
            Figure::LastDate,
            Figure::Quantity,
            Figure::UncoveredAsins,
        ] {
            prop_assert_eq!(case.figure(figure), Figured::Open);
        }
        case.invoices.remove(at);
        for asin in case.invoiced_asins().into_iter().map(str::to_owned).collect::<Vec<_>>() {
            let open = Case { sold: case.sold.clone(), ..case.clone() };
            prop_assert_eq!(open.figure(Figure::Sold), Figured::Open);
            case.sold.insert(asin, Sold { quantity: Some(3), first_sale: None });
        }
        let expected = match case.sold.len() as u64 {
            0 => Figured::Nothing,
            asins => Figured::Value(Value::Count(3 * asins)),
        };
        prop_assert_eq!(case.figure(Figure::Sold), expected);
    }
}

#[test]
fn a_name_written_alike_stands_once() {
    let (catalogue, contacts) = (own_catalogue(), contacts());
    let letter = |from: &str, to: &str| {
        let text = own_case("papers");
        assert!(text.contains(from), "{from}");
        let case = load(&text.replace(from, to), &catalogue, &contacts).expect("a valid case");
        assemble(&case, &catalogue, &contacts)
    };
    let both = stands(
        &letter("supplier: Kelnora", "supplier: Kelnora"),
        "suppliers",
    );
    assert_eq!(
        both.as_deref(),
        Some("Tanglin Homeware Trading Limited and Kelnora")
    );
    let alike = letter(
        "supplier: Kelnora",
        "supplier: Tanglin Homeware Trading Limited",
    );
    assert_eq!(
        stands(&alike, "suppliers").as_deref(),
        Some("Tanglin Homeware Trading Limited")
    );
}

#[test]
fn a_case_does_not_give_what_is_worked_out() {
    let contacts = contacts();
    let text = built_in_case("counterfeit/supply-chain");
    let text = text.replacen("facts:\n", "facts:\n  units-invoiced: 466\n", 1);
    let found = load(&text, catalogue(), &contacts).expect_err("this is refused");
    assert!(
        found.contains("error[figure-given]")
            && found.contains("facts.units-invoiced")
            && found.contains("what stands under `invoices` and `sold` says it"),
        "{found}"
    );
}

#[test]
fn a_letter_without_invoices_says_nothing_of_them() {
    let contacts = contacts();
    let text = built_in_case("counterfeit/supply-chain");
    let from = text.find("invoices:\n  - ").expect("invoices");
    let to = text.find("sold:\n").expect("what was sold");
    let text = format!("{}{}", &text[..from], &text[to..]);
    let text = text.replace(", first-sale: 2026-02-09", "");
    let case = load(&text, catalogue(), &contacts).expect("the case is valid");
    let letter = assemble(&case, catalogue(), &contacts);
    assert!(letter.is_complete(), "{:?}", letter.gaps);
    let said = sentences(&letter);
    assert!(said.contains("we sold 412 units of these goods"), "{said}");
    for gone in ["We submit", "The latest of", "we hold no invoice"] {
        assert!(!said.contains(gone), "{gone}: {said}");
    }
}

/// The questions on invoices and on what was sold that are asked, with whether they need an answer.
fn asked(interview: &Interview<'_>, case: &Case) -> Vec<(String, bool)> {
    let questions = interview.questions(case).into_iter();
    let ours = questions.filter(|q| q.stage == Stage::Invoices);
    ours.map(|q| (q.id, q.required)).collect()
}

fn question(interview: &Interview<'_>, case: &Case, id: &str) -> Question {
    let mut questions = interview.questions(case).into_iter();
    questions
        .find(|q| q.id == id)
        .unwrap_or_else(|| panic!("{id} is asked"))
}

fn say(interview: &Interview<'_>, case: &mut Case, id: &str, given: Given) {
    let question = question(interview, case, id);
    let outcome = answer(interview, case, &question, given);
    outcome.unwrap_or_else(|why| panic!("{id}: {}", why.say(EN)));
}

#[test]
fn an_interview_asks_for_the_list_and_nothing_it_says() {
    let contacts = contacts();
    let interview = Interview {
        catalogue: catalogue(),
        contacts: &contacts,
        today: today(),
    };
    let whole = load(
        &built_in_case("counterfeit/supply-chain"),
        catalogue(),
        &contacts,
    )
    .expect("the case is valid");
    let mut case = Case {
        invoices: Vec::new(),
        sold: indexmap::IndexMap::new(),
        ..whole.clone()
    };
    let ids: Vec<String> = interview
        .questions(&case)
        .into_iter()
        .map(|q| q.id)
        .collect();
    for derived in [
        "units-sold",
        "invoice-numbers",
        "suppliers",
        "oldest-invoice",
        "newest-invoice",
        "units-invoiced",
        "uncovered-asins",
    ] {
        let path = format!("facts.{derived}");
        assert!(!ids.iter().any(|id| id.starts_with(&path)), "{path}");
    }
    // What was sold stands in the letter, invoices or not.
    let before = [
        ("invoices[0]", false),
        ("sold.B0EXAMPL41.quantity", true),
        ("sold.B0EXAMPL42.quantity", true),
        ("sold.B0EXAMPL58.quantity", true),
    ];
    let before = before.map(|(id, required)| (id.to_owned(), required));
    assert_eq!(asked(&interview, &case), before);
    for (at, invoice) in whole.invoices.iter().enumerate() {
        let path = format!("invoices[{at}]");
        say(&interview, &mut case, &path, Given::One("yes".into()));
        let supplier = invoice
            .supplier
            .as_ref()
            .and_then(|words| words.all.clone());
        for (key, text) in [
            ("number", invoice.number.clone()),
            ("date", invoice.date.map(|day| day.to_string())),
            ("supplier", supplier),
            ("asin", invoice.asin.clone()),
            ("quantity", invoice.quantity.map(|count| count.to_string())),
        ] {
            let text = Given::Text(text.expect("the case has it"));
            say(&interview, &mut case, &format!("{path}.{key}"), text);
        }
    }
    let last = format!("invoices[{}]", whole.invoices.len());
    say(&interview, &mut case, &last, Given::One("no".into()));
    for (asin, sold) in &whole.sold {
        for (key, text) in [
            ("quantity", sold.quantity.map(|count| count.to_string())),
            ("first-sale", sold.first_sale.map(|day| day.to_string())),
        ] {
            if let Some(text) = text {
                let id = format!("sold.{asin}.{key}");
                say(&interview, &mut case, &id, Given::Text(text));
            }
        }
    }
    assert_eq!((&case.invoices, &case.sold), (&whole.invoices, &whole.sold));
    // The day of the first sale is asked where there is an invoice to compare it with.
    let asked = asked(&interview, &case);
    assert!(
        asked
            .iter()
            .any(|(id, _)| id == "sold.B0EXAMPL42.first-sale")
    );
    assert!(
        !asked
            .iter()
            .any(|(id, _)| id == "sold.B0EXAMPL58.first-sale")
    );
    assert_eq!(
        sentences(&assemble(&case, catalogue(), &contacts)),
        sentences(&assemble(&whole, catalogue(), &contacts))
    );
    // An ASIN that leaves the notice takes what was sold of it along.
    let two = Given::Text("B0EXAMPL41, B0EXAMPL42".into());
    say(&interview, &mut case, "notice.asins", two);
    assert!(!case.sold.contains_key("B0EXAMPL58") && case.sold.len() == 2);
}

#[test]
fn a_confirmed_statement_needs_its_invoices() {
    let contacts = contacts();
    let interview = Interview {
        catalogue: catalogue(),
        contacts: &contacts,
        today: today(),
    };
    let text = built_in_case("infringement/trademark-genuine");
    let mut case = load(&text, catalogue(), &contacts).expect("the case is valid");
    case.invoices.clear();
    case.sold.clear();
    assert_eq!(asked(&interview, &case), [("invoices[0]".to_owned(), true)]);
    let first = question(&interview, &case, "invoices[0]");
    for refused in [Given::One("no".into()), Given::Nothing] {
        answer(&interview, &mut case, &first, refused).expect_err("the statement names them");
    }
    let letter = assemble(&case, catalogue(), &contacts);
    let gaps: Vec<String> = letter.gaps.iter().map(|gap| gap.path.to_string()).collect();
    assert_eq!(gaps, ["invoices"]);
    case.statements.shift_remove("bought-with-invoices");
    assert_eq!(
        asked(&interview, &case),
        [("invoices[0]".to_owned(), false)]
    );
    // In another situation nobody asks for them; what was given stays, and the letter has no table.
    let mut case = load(&text, catalogue(), &contacts).expect("the case is valid");
    case.statements.clear();
    say(
        &interview,
        &mut case,
        "branch",
        Given::One("not-sold".into()),
    );
    assert_eq!(asked(&interview, &case), []);
    assert_eq!(case.invoices.len(), 2);
    let letter = assemble(&case, catalogue(), &contacts);
    assert!(letter.invoices.is_none());
    let written = poa::case::write(&case, None);
    load(&written, catalogue(), &contacts).expect("the case is valid");
}

#[test]
fn an_asin_without_an_invoice_is_said_or_found() {
    let contacts = contacts();
    let found = |catalogue: &Catalogue, text: &str| -> Vec<String> {
        let case = load(text, catalogue, &contacts).expect("the case is valid");
        let letter = assemble(&case, catalogue, &contacts);
        let subject = check::Subject {
            case: &case,
            appeal_type: case.appeal_type(catalogue).expect("a type"),
            marketplace: contacts.get("us").expect("a store"),
            letter: &letter,
            today: today(),
        };
        let found = check::check_case(&subject).into_iter();
        let ours = found.filter(|finding| finding.rule.id.starts_with("invoice-"));
        ours.map(|finding| finding.rule.id.to_owned()).collect()
    };
    // The letter says that there is none for B0EXAMPL58, of which 13 were sold.
    let said = built_in_case("counterfeit/supply-chain");
    assert_eq!(found(catalogue(), &said), [""; 0]);
    // A type that does not say it is found out.
    let silent = built_in_case("listing/used-sold-as-new");
    assert_eq!(found(catalogue(), &silent), [""; 0]);
    let line = "  - { number: HX-26031, date: 2026-03-11, supplier: Example Hardware Works Ltd., asin: B0EXAMPL25, quantity: 150 }\n";
    assert!(silent.contains(line));
    let silent = silent
        .replace(line, "")
        .replace(", first-sale: 2026-08-03", "");
    assert_eq!(found(catalogue(), &silent), ["invoice-short-quantity"]);
    let typing = said.replacen(
        "asin: B0EXAMPL42, quantity: 60",
        "asin: B0EXAMPL24, quantity: 60",
        1,
    );
    let typing = typing.replacen("sold:\n", "sold:\n  B0EXAMPL24: { quantity: 0 }\n", 1);
    // A mistyped ASIN is found where it stands, and the right one then lacks an invoice.
    assert_eq!(
        found(catalogue(), &typing),
        [
            "invoice-out-of-window",
            "invoice-short-quantity",
            "invoice-unnamed-asin"
        ]
    );
}

#[test]
fn a_long_list_fits_the_line_in_both_languages() {
    let contacts = contacts();
    let mut case = load(
        &built_in_case("counterfeit/supply-chain"),
        catalogue(),
        &contacts,
    )
    .expect("the case is valid");
    let mut maker = Words::default();
    maker.set(
        EN,
        "Ningbo Morning Star Household Products Manufacturing Co., Ltd.",
    );
    maker.set(ZH, "宁波晨星家居用品制造有限公司");
    let notice = case.notice.date.expect("a day");
    let line = |at: usize| Invoice {
        number: Some(format!("TL-2026-{:06}", 1_000 + at)),
        date: Some(day_before(notice, 10 * at as u64)),
        supplier: Some(if at.is_multiple_of(2) {
            maker.clone()
        } else {
            Words::same("Tanglin Homeware Trading (HK) Ltd.")
        }),
        asin: Some(ASINS[at % 3].to_owned()),
        quantity: Some(1_234_567),
    };
    case.invoices = (0..20).map(line).collect();
    let letter = assemble(&case, catalogue(), &contacts);
    for side in [Side::Letter, Side::Reading] {
        let text = render::preview(&letter, side, 72);
        for line in text.lines() {
            assert!(line.width() <= 72, "{}: {line}", line.width());
        }
        let starts = text.lines().filter(|line| line.starts_with("TL-2026-"));
        assert!(starts.count() >= 20, "{text}");
    }
}

#[test]
fn the_catalogue_says_what_is_worked_out() {
    let output = poa(
        root(),
        &["appeals", "counterfeit/supply-chain", "--format", "json"],
    );
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let facts = shown["facts"].as_array().expect("facts");
    let fact = |id: &str| facts.iter().find(|fact| fact["id"] == id).expect("a fact");
    assert_eq!(shown["invoices"], true);
    let units = fact("units-invoiced");
    assert_eq!(units["from_invoices"], "quantity");
    assert_eq!(units["type"], "count");
    assert!(units["ask"].is_null() && units["why"].is_null());
    let asked = fact("status-day");
    assert!(asked["from_invoices"].is_null() && asked["ask"]["en"].is_string());
    let output = poa(root(), &["appeals", "counterfeit/supply-chain"]);
    let shown = String::from_utf8(output.stdout).expect("text");
    assert!(
        shown.contains("Units covered by these invoices (worked out from the purchase\n")
            || shown.contains(
                "Units covered by these invoices (worked out from the purchase invoices)"
            ),
        "{shown}"
    );
}
