//! The engine: an interview ends, asks nothing twice, and what it saves is what it knows.

use std::collections::BTreeSet;

use poa::case::{self, Case};
use poa::catalogue::Catalogue;
use poa::contacts::Contacts;
use poa::fact::FactType;
use poa::interview::{Given, Interview, Kind, Question, Stage, answer};
use poa::letter;
use proptest::prelude::*;

use crate::helpers::{contacts, load, own_built_in, own_case, own_catalogue, today};

/// A plausible answer, chosen by a number.
fn reply(question: &Question, seed: usize) -> Given {
    match &question.kind {
        Kind::One(choices) => Given::One(choices[seed % choices.len()].id.clone()),
        Kind::Many(choices) => {
            let mut ids: Vec<String> = vec![choices[seed % choices.len()].id.clone()];
            if !seed.is_multiple_of(3) && ids[0] != "none" {
                let other = choices[(seed / 3) % choices.len()].id.clone();
                if other != "none" && !ids.contains(&other) {
                    ids.push(other);
                }
            }
            Given::Many(ids)
        }
        Kind::Words(lang) if lang.as_str() == "zh" => Given::Text("周末无人值班。".into()),
        Kind::Words(_) => Given::Text("Nobody was on duty.".into()),
        Kind::Name => Given::Text(["云雀家居", "Larkfield"][seed % 2].into()),
        Kind::File => Given::Text("01-settings.pdf".into()),
        Kind::Value(kind) => Given::Text(
            match kind {
                FactType::Date => "2026-10-01",
                FactType::Time => "15:30",
                FactType::Count => ["0", "1", "12400"][seed % 3],
                FactType::Percent => "4.50",
                FactType::Money => "480.00 USD",
                FactType::Asins => "B0EXAMPL17",
                FactType::Orders => "111-5550101-5550101",
                FactType::Email => "a@example.com",
                _ => "X-1",
            }
            .into(),
        ),
    }
}

/// Holds a whole interview; says in which order questions were asked.
fn hold(interview: &Interview<'_>, seeds: &[usize]) -> (Case, Vec<String>) {
    hold_on(interview, Case::default(), seeds)
}

/// Holds the rest of one that has begun.
fn hold_on(interview: &Interview<'_>, mut case: Case, seeds: &[usize]) -> (Case, Vec<String>) {
    let mut asked = Vec::new();
    for at in 0..2_000 {
        let Some(question) = interview.next_question(&case, &[]) else {
            return (case, asked);
        };
        let seed = seeds[at % seeds.len()];
        let given = if !question.required && seed.is_multiple_of(5) {
            Given::Nothing
        } else {
            reply(&question, seed)
        };
        asked.push(question.id.clone());
        say(interview, &mut case, &question, given, seed);
    }
    panic!(
        "the interview does not end: {:?}",
        &asked[asked.len() - 5..]
    );
}

/// Answers a question; where a title may not be written, one of the next.
fn say(interview: &Interview<'_>, case: &mut Case, question: &Question, given: Given, seed: usize) {
    let mut outcome = answer(interview, case, question, given);
    for next in seed + 1.. {
        match outcome {
            Ok(()) => return,
            Err(message) if message.key() == "refused" => {
                outcome = answer(interview, case, question, reply(question, next));
            }
            Err(message) => panic!("{}: {}", question.id, message.say(poa::lang::EN)),
        }
    }
}

struct World {
    catalogue: Catalogue,
    contacts: Contacts,
}

impl World {
    fn new() -> Self {
        Self {
            catalogue: own_built_in(),
            contacts: contacts(),
        }
    }

    /// Types with branches, parts and messages.
    fn own() -> Self {
        Self {
            catalogue: own_catalogue(),
            contacts: contacts(),
        }
    }

    /// One of the two, chosen by a number.
    fn either(seed: usize) -> Self {
        if seed.is_multiple_of(2) {
            Self::new()
        } else {
            Self::own()
        }
    }

    fn interview(&self) -> Interview<'_> {
        Interview {
            catalogue: &self.catalogue,
            contacts: &self.contacts,
            today: today(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn an_interview_ends_and_asks_nothing_twice(seeds in proptest::collection::vec(0usize..1000, 7..40)) {
        let world = World::either(seeds[0]);
        let interview = world.interview();
        let (case, asked) = hold(&interview, &seeds);
        let once: BTreeSet<&String> = asked.iter().collect();
        prop_assert_eq!(once.len(), asked.len(), "{:?}", asked);
        // What is through is complete, and the other way round.
        let letter = letter::assemble(&world.catalogue, &world.contacts, &case, today())
            .expect("the case has a type and a store");
        prop_assert!(letter.is_complete(), "{:?}", letter.gaps);
        // What is written is what is read.
        let written = case::write(&case, None);
        let read = load(&written, &world.catalogue, &world.contacts).expect("the case is valid");
        prop_assert_eq!(&read, &case);
        prop_assert_eq!(case::write(&read, None), written);
        // Taking any answer away opens a question and a gap.
        let questions = interview.questions(&case);
        prop_assert!(questions.iter().all(|q| q.answered));
    }

    /// The same of the types that work facts out from invoices, none, one or many.
    #[test]
    fn an_interview_on_invoices_ends_complete(seeds in proptest::collection::vec(0usize..1000, 7..40)) {
        let world = World::new();
        let interview = world.interview();
        let types = world.catalogue.types.values().filter(|t| t.invoices);
        let types: Vec<_> = types.map(|t| t.id.clone()).collect();
        let begun = Case {
            interface_language: Some(poa::lang::EN),
            appeal: Some(types[seeds[0] % types.len()].clone()),
            marketplace: Some("us".into()),
            ..Case::default()
        };
        let (case, asked) = hold_on(&interview, begun, &seeds);
        let once: BTreeSet<&String> = asked.iter().collect();
        prop_assert_eq!(once.len(), asked.len(), "{:?}", asked);
        let letter = letter::assemble(&world.catalogue, &world.contacts, &case, today())
            .expect("the case has a type and a store");
        prop_assert!(letter.is_complete(), "{:?}", letter.gaps);
        let read = load(&case::write(&case, None), &world.catalogue, &world.contacts);
        prop_assert_eq!(read.expect("the case is valid"), case);
    }

    /// At every point, what the letter misses is what the interview still asks.
    #[test]
    fn gaps_and_open_questions_agree(
        seeds in proptest::collection::vec(0usize..1000, 7..40),
        stop in 12usize..80,
    ) {
        let world = World::either(seeds[0]);
        let interview = world.interview();
        let mut case = Case::default();
        for at in 0..stop {
            let Some(question) = interview.next_question(&case, &[]) else { break };
            let seed = seeds[at % seeds.len()];
            say(&interview, &mut case, &question, reply(&question, seed), seed);
        }
        let Ok(letter) = letter::assemble(&world.catalogue, &world.contacts, &case, today()) else {
            return Ok(());
        };
        let open: Vec<Question> = interview
            .questions(&case)
            .into_iter()
            .filter(|q| !q.answered && q.required && q.stage > Stage::Start)
            .collect();
        prop_assert_eq!(letter.is_complete(), open.is_empty(), "{:?} {:?}", letter.gaps, open.iter().map(|q| &q.id).collect::<Vec<_>>());
        for gap in &letter.gaps {
            let path = gap.path.to_string();
            let asked = open.iter().any(|q| q.id.starts_with(&path) || path.starts_with(&q.id));
            prop_assert!(asked, "{path} is missing but not asked");
        }
    }
}

#[test]
fn the_order_is_that_of_the_parts() {
    let world = World::new();
    let (case, asked) = hold(&world.interview(), &[1, 0, 3, 2, 7]);
    let start = [
        "interface-language",
        "appeal",
        "marketplace",
        "seller.store",
    ];
    assert_eq!(asked[..4], start);
    let stages: Vec<Stage> = world
        .interview()
        .questions(&case)
        .iter()
        .map(|q| q.stage)
        .collect();
    assert!(stages.is_sorted());
}

#[test]
fn a_wrong_answer_changes_nothing_and_says_what_is_expected() {
    let world = World::new();
    let interview = world.interview();
    let mut case = Case::default();
    for id in ["zh", "performance/late-shipment", "us"] {
        let question = interview.next_question(&case, &[]).expect("a question");
        answer(&interview, &mut case, &question, Given::One(id.into())).expect("a choice");
    }
    let question = |case: &Case, id: &str| {
        interview
            .questions(case)
            .into_iter()
            .find(|q| q.id == id)
            .expect("the question is asked")
    };
    let before = case.clone();
    for (id, text, key) in [
        ("seller.email", "foo", "expected-email"),
        ("seller.store", "a\u{202E}b", "forbidden-character"),
        ("seller.merchant-token", "A B", "expected-one-value"),
        ("notice.date", "2026-02-31", "no-such-date"),
        ("notice.date", "2027-01-01", "after-letter"),
        ("notice.asins", "B0", "expected-asin"),
        ("notice.orders", "1-2-3", "expected-order"),
        ("facts.late-rate", "viele", "expected-percent"),
        ("seller.store", &"x".repeat(100_000), "expected-shorter"),
    ] {
        let question = question(&case, id);
        let refusal = answer(&interview, &mut case, &question, Given::Text(text.into()));
        assert_eq!(refusal.map_err(|m| m.key()), Err(key), "{id}");
        assert_eq!(case, before);
    }
    let nothing = answer(
        &interview,
        &mut case,
        &question(&before, "seller.store"),
        Given::Nothing,
    );
    assert_eq!(nothing.map_err(|m| m.key()), Err("expected-answer"));
}

#[test]
fn what_was_given_for_a_cause_comes_back_with_it() {
    let world = World::new();
    let interview = world.interview();
    let (mut case, _) = hold(&interview, &[1]);
    let find = |case: &Case, id: &str| {
        interview
            .questions(case)
            .into_iter()
            .find(|q| q.id == id)
            .expect("asked")
    };
    let actions = case.actions.clone();
    let causes: Vec<String> = case.causes.keys().cloned().collect();
    let question = find(&case, "root-causes");
    let Kind::Many(choices) = &question.kind else {
        panic!("several can be chosen")
    };
    let other = choices
        .iter()
        .find(|c| !causes.contains(&c.id))
        .expect("another cause")
        .id
        .clone();
    answer(&interview, &mut case, &question, Given::Many(vec![other])).expect("a choice");
    assert_eq!(case.actions, actions, "nothing given is thrown away");
}

#[test]
fn chinese_names_are_asked_for_in_latin_letters_and_files_refused() {
    let world = World::new();
    let interview = world.interview();
    let (mut case, asked) = hold(&interview, &[0]);
    assert!(asked.contains(&"seller.store.en".to_owned()));
    let question = interview
        .questions(&case)
        .into_iter()
        .find(|q| q.kind == Kind::File);
    if let Some(question) = question {
        let refusal = answer(
            &interview,
            &mut case,
            &question,
            Given::Text("截图.pdf".into()),
        );
        assert_eq!(refusal.map_err(|m| m.key()), Err("expected-latin-file"));
        answer(
            &interview,
            &mut case,
            &question,
            Given::Text("\"C:\\Users\\a b\\02.pdf\"".into()),
        )
        .expect("only the name is kept");
    }
}

/// Finds a question and answers it.
#[track_caller]
fn put(interview: &Interview<'_>, case: &mut Case, id: &str, given: Given) -> Result<(), String> {
    let question = interview
        .questions(case)
        .into_iter()
        .find(|q| q.id == id)
        .unwrap_or_else(|| panic!("{id} is not asked"));
    answer(interview, case, &question, given).map_err(|m| m.key().to_owned())
}

fn many(ids: &[&str]) -> Given {
    Given::Many(ids.iter().map(|id| (*id).to_owned()).collect())
}

#[test]
fn the_situation_decides_what_is_asked() {
    let world = World::own();
    let interview = world.interview();
    let mut case = Case::default();
    for (id, choice) in [
        ("interface-language", "en"),
        ("appeal", "account/not-related"),
        ("marketplace", "us"),
    ] {
        put(&interview, &mut case, id, Given::One(choice.into())).expect("a choice");
    }
    let next = interview.next_question(&case, &[]).expect("a question");
    assert_eq!(next.id, "branch", "nothing else is asked before");
    let asked = |case: &Case| -> Vec<String> {
        let questions = interview.questions(case).into_iter();
        questions
            .filter(|q| q.stage >= Stage::Statements)
            .map(|q| q.id)
            .collect()
    };
    let branch = |case: &mut Case, id: &str| put(&interview, case, "branch", Given::One(id.into()));
    branch(&mut case, "own-it").expect("a situation");
    assert_eq!(asked(&case), ["statements.ownership", "root-causes"]);
    branch(&mut case, "not-ours").expect("it can change");
    assert_eq!(asked(&case), ["statements.ownership", "statements.overlap"]);
    let stages = interview.stages(&case);
    assert!(stages.contains(&Stage::Statements) && !stages.contains(&Stage::Causes));
    // What the other situation does not have would be lost.
    put(
        &interview,
        &mut case,
        "statements.overlap",
        many(&["shared-device"]),
    )
    .expect("some");
    assert_eq!(branch(&mut case, "own-it"), Err("branch-is-fixed".into()));
    put(&interview, &mut case, "statements.overlap", many(&["none"])).expect("none");
    assert_eq!(branch(&mut case, "own-it"), Ok(()));
}

#[test]
fn a_part_takes_as_many_statements_as_it_says() {
    let world = World::own();
    let interview = world.interview();
    let mut case =
        load(&own_case("dispute"), &world.catalogue, &world.contacts).expect("the case is valid");
    case.interface_language = Some(poa::lang::ZH);
    let before = case.clone();
    let ids = |case: &Case| case.statements.keys().cloned().collect::<Vec<String>>();
    assert_eq!(ids(&case), ["separate-owners", "shared-office", "own-1"]);
    // Exactly one: another takes its place, in the order of the parts.
    let one = |case: &mut Case, id: &str| {
        put(
            &interview,
            case,
            "statements.ownership",
            Given::One(id.into()),
        )
    };
    one(&mut case, "own-2").expect("own words, under the next number of all parts");
    assert_eq!(ids(&case), ["own-2", "shared-office", "own-1"]);
    let open = interview.next_question(&case, &[]).expect("a question");
    assert_eq!(open.id, "statements.own-2.own.zh");
    assert_eq!(
        one(&mut case, "shared-office"),
        Err("expected-choice".into())
    );
    one(&mut case, "separate-owners").expect("one of them");
    assert_eq!(ids(&case), ids(&before));
    // None or more; what stays keeps what was given for it.
    let several = |case: &mut Case, chosen: &[&str]| {
        put(&interview, case, "statements.overlap", many(chosen))
    };
    several(&mut case, &["own-1", "shared-device"]).expect("some of them");
    assert_eq!(ids(&case), ["separate-owners", "own-1", "shared-device"]);
    assert_eq!(case.statements["own-1"], before.statements["own-1"]);
    let questions = interview.questions(&case);
    let asked = |id: &str| questions.iter().any(|q| q.id == id);
    assert!(asked("statements.own-1.proof") && !asked("statements.shared-device.proof"));
    for (wrong, key) in [
        (&["none", "shared-device"][..], "none-or-several"),
        (&["separate-owners"], "expected-choice"),
        (&[], "expected-some-choice"),
    ] {
        assert_eq!(several(&mut case, wrong), Err(key.into()));
    }
    several(&mut case, &["none"]).expect("none of them");
    assert_eq!(ids(&case), ["separate-owners"]);
    assert!(
        interview
            .questions(&case)
            .iter()
            .all(|q| q.answered || q.id.contains("own"))
    );
    put(
        &interview,
        &mut case,
        "statements.overlap",
        many(&["shared-office"]),
    )
    .expect("one");
    put(&interview, &mut case, "statements.overlap", Given::Nothing).expect("left empty");
    assert_eq!(ids(&case), ["separate-owners"]);
    let nothing = put(
        &interview,
        &mut case,
        "statements.ownership",
        Given::Nothing,
    );
    assert_eq!(nothing, Err("expected-answer".into()));
}

#[test]
fn a_message_asks_for_what_it_needs_only() {
    let world = World::own();
    let case =
        load(&own_case("message"), &world.catalogue, &world.contacts).expect("the case is valid");
    let questions = world.interview().questions(&case).into_iter();
    let asked: Vec<String> = questions.map(|q| q.id).collect();
    for id in [
        "seller.legal-name",
        "seller.email",
        "notice.date",
        "root-causes",
    ] {
        assert!(!asked.iter().any(|q| q == id), "{id}");
    }
    assert!(asked.contains(&"seller.store".to_owned()));
}

#[test]
fn invoices_are_asked_one_by_one_until_there_is_none_left() {
    let world = World::own();
    let interview = world.interview();
    let mut case =
        load(&own_case("papers"), &world.catalogue, &world.contacts).expect("the case is valid");
    let open = |case: &Case| -> Vec<String> {
        let questions = interview.questions(case).into_iter();
        questions
            .filter(|q| q.stage == Stage::Invoices && !q.answered)
            .map(|q| q.id)
            .collect()
    };
    let one = |case: &mut Case, id: &str, choice: &str| {
        put(&interview, case, id, Given::One(choice.into()))
    };
    let text =
        |case: &mut Case, id: &str, text: &str| put(&interview, case, id, Given::Text(text.into()));
    assert_eq!(open(&case), ["invoices[3]", "sold.B0EXAMPL25.first-sale"]);
    one(&mut case, "invoices[3]", "yes").expect("one more");
    assert_eq!(open(&case)[..2], ["invoices[3].number", "invoices[3].date"]);
    for (id, value) in [
        ("invoices[3].number", "X-9"),
        ("invoices[3].date", "2026-06-01"),
        ("invoices[3].supplier", "Kelnora"),
        ("invoices[3].asin", "B0EXAMPL33"),
        ("invoices[3].quantity", "12"),
        ("sold.B0EXAMPL33.quantity", "0"),
    ] {
        text(&mut case, id, value).unwrap_or_else(|key| panic!("{id}: {key}"));
    }
    for (id, value, key) in [
        ("invoices[3].date", "2027-01-01", "after-letter"),
        (
            "invoices[3].asin",
            "B0EXAMPL33, B0EXAMPL17",
            "expected-one-value",
        ),
        ("invoices[3].quantity", "a dozen", "expected-count"),
        ("invoices[3].number", "a b", "expected-one-value"),
    ] {
        assert_eq!(text(&mut case, id, value), Err(key.into()), "{id}");
    }
    one(&mut case, "invoices[4]", "no").expect("that is all");
    assert_eq!(case.skipped.last().map(String::as_str), Some("invoices[4]"));
    // One that is taken out takes along what was sold of goods on no other invoice.
    one(&mut case, "invoices[3]", "no").expect("taken out");
    assert_eq!(case.invoices.len(), 3);
    assert!(!case.sold.contains_key("B0EXAMPL33") && case.sold.contains_key("B0EXAMPL17"));
    let written = case::write(&case, None);
    let read = load(&written, &world.catalogue, &world.contacts).expect("the case is valid");
    assert_eq!(read, case);
}
