//! ASINs and orders of a notice: whatever the type, the letter names them, or `check` says it does not.

use poa::case::Case;
use poa::catalogue::Form;
use poa::check::{self, Subject};
use poa::letter::plain;

use crate::helpers::{assemble, case_files, catalogue, contacts, load, today};

const ASIN: &str = "B0EXAMPL99";
const ORDER: &str = "111-5550199-5550199";

/// The opening paragraphs of a letter, its language first, and the rules that find something.
fn drafted(case: &Case) -> (Vec<[String; 2]>, Vec<&'static str>) {
    let contacts = contacts();
    let letter = assemble(case, catalogue(), &contacts);
    let subject = Subject {
        case,
        appeal_type: case.appeal_type(catalogue()).expect("a type"),
        marketplace: case
            .marketplace
            .as_deref()
            .and_then(|id| contacts.get(id))
            .expect("a store"),
        letter: &letter,
        today: today(),
    };
    let found = check::check_case(&subject);
    let opening = letter.sections[0].blocks.iter();
    let opening = opening.map(|block| [plain(&block.text.letter), plain(&block.text.reading)]);
    (
        opening.collect(),
        found.iter().map(|found| found.rule.id).collect(),
    )
}

/// A case of `tests/cases` whose notice names one ASIN and one order more.
fn with_more(path: &std::path::Path) -> Case {
    let text = std::fs::read_to_string(path).expect("the case can be read");
    let mut case = load(&text, catalogue(), &contacts()).expect("the case is valid");
    case.notice
        .asins
        .get_or_insert_default()
        .push(ASIN.to_owned());
    case.notice
        .orders
        .get_or_insert_default()
        .push(ORDER.to_owned());
    case
}

#[test]
fn what_no_sentence_names_gets_a_paragraph() {
    let path = crate::helpers::root().join("tests/cases/performance/cancellation-rate/case.yaml");
    let (opening, found) = drafted(&with_more(&path));
    let added = &opening[opening.len() - 2..];
    assert_eq!(
        added,
        [
            [
                format!("Your notice names ASIN {ASIN}."),
                format!("贵方通知列出以下 ASIN：{ASIN}。")
            ],
            [
                format!("Your notice names order {ORDER}."),
                format!("贵方通知列出以下订单：{ORDER}。")
            ],
        ]
    );
    assert_eq!(found, [""; 0]);
}

/// No letter leaves out what the notice names without a finding.
#[test]
fn nothing_the_notice_names_is_lost() {
    let (mut named, mut flagged) = (0, 0);
    for path in case_files() {
        let case = with_more(&path);
        if case.appeal_type(catalogue()).expect("a type").form == Form::Message {
            continue;
        }
        let contacts = contacts();
        let letter = assemble(&case, catalogue(), &contacts);
        let (_, found) = drafted(&case);
        for (id, rule) in [(ASIN, "uncovered-asin"), (ORDER, "uncovered-order")] {
            let blocks = letter.sections.iter().flat_map(|section| &section.blocks);
            let texts: Vec<_> = blocks.map(|block| &block.text).collect();
            let here = texts.iter().any(|text| plain(&text.letter).contains(id));
            let there = texts.iter().any(|text| plain(&text.reading).contains(id));
            assert_eq!(here, there, "{}: {id} in one language only", path.display());
            assert_eq!(!here, found.contains(&rule), "{}: {rule}", path.display());
            named += usize::from(here);
            flagged += usize::from(!here);
        }
    }
    assert!(
        named > 50 && flagged > 5,
        "{named} named, {flagged} flagged"
    );
}
