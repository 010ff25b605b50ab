//! Every data file and every case is a test of its own name.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use chrono::NaiveDate;
use poa::case;
use poa::catalogue::{AppealId, Catalogue, Stance, wanted};
use poa::check::{self, About, Kind, Lexicon, Subject};
use poa::contacts::Contacts;
use poa::diagnostic::Diagnostic;
use poa::lang::{EN, Lang};
use poa::letter::{self, Both, Form, Letter, Side};
use poa::notice::{Named, Recogniser, Surroundings};
use poa::render::{self, Format};
use poa::source::{self, SourceFile, decode_utf8};
use snapbox::Data;

type Outcome = datatest_stable::Result<()>;

datatest_stable::harness! {
    { test = appeal_file, root = "appeals", pattern = r"\.yaml$" },
    { test = reply_file, root = "replies", pattern = r"\.yaml$" },
    { test = contact_file, root = "contacts", pattern = r"\.yaml$" },
    { test = case_file, root = "tests/cases", pattern = r"case\.yaml$" },
    { test = own_case_file, root = "tests/types/cases", pattern = r"case\.yaml$" },
    { test = notice_file, root = "tests/notices", pattern = r"\.yaml$" },
}

/// The file is valid by itself: UTF-8, no tabs, and its type loads with nothing else but what all share.
fn appeal_file(path: &Path) -> Outcome {
    let text = read(path)?;
    assert!(
        !text.contains('\t') && !text.contains('\r') && text.ends_with('\n'),
        "white space"
    );
    if path.ends_with("_metrics.yaml") {
        let file = SourceFile::new(path.to_string_lossy(), text);
        poa::metrics::load(&file).map_err(|found| lines(&found))?;
        return Ok(());
    }
    let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
    let [.., above, family, name] = parts[..] else {
        return Err("no folder above the file".into());
    };
    if above == "_check" {
        let lang: Lang = family.parse()?;
        let file = SourceFile::new(path.to_string_lossy(), text);
        Lexicon::load(lang, &[file]).map_err(|found| lines(&found))?;
        return Ok(());
    }
    if family.starts_with('_') {
        // Several of these make one whole; the notices below are read with all of them.
        return Ok(());
    }
    let slug = name.split('.').next().unwrap_or_default();
    let id = AppealId::parse(&format!("{family}/{slug}")).ok_or("no appeal id")?;
    let catalogue = Catalogue::load("appeals", &source::appeals(|path| wanted(path, &id)));
    let catalogue = catalogue.map_err(|found| {
        found
            .iter()
            .map(|d| d.to_line(EN))
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    assert!(catalogue.types.contains_key(&id));
    Ok(())
}

/// The same of a message to buyers.
fn reply_file(path: &Path) -> Outcome {
    let text = read(path)?;
    assert!(
        !text.contains('\t') && !text.contains('\r') && text.ends_with('\n'),
        "white space"
    );
    let name = path.file_name().and_then(|name| name.to_str());
    let slug = name.and_then(|name| name.split('.').next());
    let slug = slug.filter(|slug| *slug != "_shared");
    let id = slug.and_then(|slug| AppealId::parse(&format!("replies/{slug}")));
    let mine = |path: &str| match &id {
        Some(id) => wanted(path, id),
        None => path.starts_with("_common/") || path.starts_with("replies/_shared."),
    };
    let catalogue = Catalogue::load("appeals", &source::appeals(mine));
    let catalogue = catalogue.map_err(|found| lines(&found))?;
    assert!(id.is_none_or(|id| catalogue.types.contains_key(&id)));
    Ok(())
}

fn contact_file(path: &Path) -> Outcome {
    read(path)?;
    let name = path
        .file_name()
        .and_then(|n| n.to_str())
        .unwrap_or_default()
        .to_owned();
    let files = source::contacts(|path| path == name || path.starts_with('_'));
    Contacts::load(&files).map_err(|found| {
        found
            .iter()
            .map(|d| d.to_line(EN))
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    Ok(())
}

/// What a careful reader finds in an invented notice.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Reading {
    /// The issue, or `unknown`.
    issue: String,
    /// Issues of which one has to be named first, where none comes before the others.
    issue_any: Vec<String>,
    also: Vec<String>,
    /// Issues of which one has to be named beside the first.
    also_any: Vec<String>,
    language: String,
    marketplace: Option<String>,
    date: Option<NaiveDate>,
    stance: Option<String>,
    deadline_days: Option<u32>,
    asins: Vec<String>,
    orders: Vec<String>,
    metrics: Vec<Figure>,
    complaint_ids: Vec<String>,
    rights_owner_emails: Vec<String>,
    addresses: Vec<String>,
    /// Papers the notice names, among others.
    documents: Vec<String>,
    /// Conditions the notice names, among others.
    conditions: Vec<String>,
    answers: Vec<String>,
    warnings: Vec<String>,
}

/// A metric of a notice.
#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    name: String,
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    target: Option<String>,
}

/// The recogniser, made once for all notices.
fn recogniser() -> &'static Recogniser {
    static MADE: OnceLock<Recogniser> = OnceLock::new();
    MADE.get_or_init(|| {
        let appeals = source::appeals(|_| true);
        let surroundings = Surroundings::glance(&appeals, &source::contacts(|_| true));
        Recogniser::load("appeals", &appeals, surroundings).expect("the built-in files are valid")
    })
}

/// An invented notice is read as the file beside it says.
fn notice_file(path: &Path) -> Outcome {
    let expected: Reading = serde_yaml::from_str(&read(path)?)?;
    let text = read(&path.with_extension("txt"))?;
    let notice = recogniser().parse(&text);
    let issue = notice.issue.clone().unwrap_or_else(|| "unknown".to_owned());
    if expected.issue_any.is_empty() {
        assert_eq!(issue, expected.issue, "also {:?}", notice.also);
    } else {
        assert!(expected.issue_any.contains(&issue), "{issue}");
    }
    for also in &expected.also {
        assert!(notice.also.contains(also), "{also} in {:?}", notice.also);
    }
    let any = |wanted: &[String]| wanted.iter().any(|issue| notice.also.contains(issue));
    assert!(
        expected.also_any.is_empty() || any(&expected.also_any),
        "{:?}",
        notice.also
    );
    assert_eq!(notice.language.as_deref(), Some(expected.language.as_str()));
    assert_eq!(
        notice.deadline.as_ref().and_then(|d| d.days),
        expected.deadline_days
    );
    let ids = |list: &[Named]| list.iter().map(|n| n.id.clone()).collect::<BTreeSet<_>>();
    assert_eq!(
        ids(&notice.answers),
        expected.answers.iter().cloned().collect()
    );
    assert_eq!(
        ids(&notice.warnings),
        expected.warnings.iter().cloned().collect()
    );
    for matched in &notice.matched {
        assert!(
            !text[matched.place.clone()].trim().is_empty(),
            "{matched:?}"
        );
    }
    if issue == "unknown" {
        return Ok(());
    }
    if let Some(stance) = &expected.stance {
        assert_eq!(notice.stance.as_str(), stance, "{:?}", ids(&notice.asked));
    }
    if expected.marketplace.is_some() {
        assert_eq!(notice.marketplace, expected.marketplace);
    }
    if expected.date.is_some() {
        assert_eq!(notice.date, expected.date);
    }
    assert_eq!(notice.asins, expected.asins);
    assert_eq!(notice.orders, expected.orders);
    assert_eq!(notice.complaint_ids, expected.complaint_ids);
    assert_eq!(notice.rights_owner_emails, expected.rights_owner_emails);
    for address in &expected.addresses {
        assert!(notice.addresses.contains(address), "{:?}", notice.addresses);
    }
    let figures: Vec<Figure> = notice
        .metrics
        .iter()
        .filter(|m| m.value.is_some() || m.target.is_some())
        .map(|m| Figure {
            name: m.id.clone(),
            value: m.value.clone(),
            target: m.target.clone(),
        })
        .collect();
    if !expected.metrics.is_empty() || figures.iter().any(|f| f.value.is_some()) {
        assert_eq!(figures, expected.metrics);
    }
    let named: Vec<&str> = notice
        .documents
        .iter()
        .filter(|d| d.place.is_some())
        .map(|d| d.id.as_str())
        .collect();
    for document in &expected.documents {
        assert!(
            named.contains(&document.as_str()),
            "{document} in {named:?}"
        );
    }
    for condition in &expected.conditions {
        assert!(
            ids(&notice.conditions).contains(condition),
            "{:?}",
            notice.conditions
        );
    }
    Ok(())
}

/// The letter of a case comes out as the files beside it, which are there to be opened and read.
fn case_file(path: &Path) -> Outcome {
    come_out(path, |id| source::appeals(|path| wanted(path, id)))?;
    raises_nothing(path)
}

/// What the catalogue says is what its own reviewer would let pass, in both languages.
fn raises_nothing(path: &Path) -> Outcome {
    let file = SourceFile::new(path.to_string_lossy(), read(path)?);
    let unchecked = case::read(&file).map_err(|found| lines(&found))?;
    let id = unchecked.head().appeal.as_deref().and_then(AppealId::parse);
    let id = id.ok_or("no appeal")?;
    let catalogue = Catalogue::load("appeals", &source::appeals(|path| wanted(path, &id)))
        .map_err(|found| lines(&found))?;
    let contacts = Contacts::load(&source::contacts(|_| true)).map_err(|found| lines(&found))?;
    let today = chrono::NaiveDate::from_ymd_opt(2027, 1, 1).ok_or("a day")?;
    let case = case::check(&file, &unchecked, &catalogue, &contacts, today)
        .map_err(|found| lines(&found))?;
    let letter = letter::assemble(&catalogue, &contacts, &case, today)?;
    let appeal_type = case.appeal_type(&catalogue).ok_or("no appeal type")?;
    let marketplace = case.marketplace.as_deref().and_then(|id| contacts.get(id));
    let marketplace = marketplace.ok_or("no store")?;
    let lexicon = |lang: Lang| {
        let folder = format!("_check/{lang}/");
        Lexicon::load(lang, &source::appeals(|path| path.starts_with(&folder)))
            .map_err(|found| lines(&found))
    };
    let lexicons = Both {
        letter: lexicon(letter.languages.letter)?,
        reading: lexicon(letter.languages.reading)?,
    };
    let about = About {
        domain: Some(&marketplace.domain),
        owes_no_plan: appeal_type.stance != Stance::Acknowledge,
    };
    let kind = Kind::of(appeal_type);
    let sides = Both {
        letter: Some(&lexicons.letter),
        reading: Some(&lexicons.reading),
    };
    let subject = Subject {
        case: &case,
        appeal_type,
        marketplace,
        letter: &letter,
        today,
    };
    let mut found = check::check_letter(&letter, &sides, kind, about);
    found.extend(check::check_case(&subject));
    let found: Vec<String> = found
        .iter()
        .map(|f| format!("{}: {:?} {}", f.rule.id, f.place, f.quote))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

fn lines(found: &[Diagnostic]) -> String {
    let lines: Vec<String> = found.iter().map(|d| d.to_line(EN)).collect();
    lines.join("\n")
}

/// So it does for the types in `tests/types`, which have what no built-in type may have.
fn own_case_file(path: &Path) -> Outcome {
    let mut files = source::appeals(|path| path.starts_with("_common/"));
    for entry in walkdir::WalkDir::new("tests/types/appeals") {
        let path = entry?.into_path();
        if path.is_file() {
            let name = format!(
                "appeals/{}",
                path.strip_prefix("tests/types/appeals")?.display()
            );
            files.push(SourceFile::new(name, read(&path)?));
        }
    }
    come_out(path, |_| files)
}

fn come_out(path: &Path, files: impl FnOnce(&AppealId) -> Vec<SourceFile>) -> Outcome {
    let letter = letter(path, files)?;
    assert!(letter.is_complete(), "{:?}", letter.gaps);
    let folder = path.parent().ok_or("no folder")?;
    let text = |format| -> Result<String, Box<dyn std::error::Error>> {
        Ok(String::from_utf8(render::render(&letter, format)?)?)
    };
    if letter.form == Form::Message {
        same(folder, "message.txt", &text(Format::Message)?);
        same(folder, "message.zh.txt", &text(Format::MessageReading)?);
        return Ok(());
    }
    let email = text(Format::Email)?;
    same(folder, "email.txt", &email);
    same(folder, "form.txt", &text(Format::Form)?);
    same(
        folder,
        "reading.txt",
        &render::preview(&letter, Side::Reading, 72),
    );
    same(
        folder,
        "letter.xml",
        &document(&letter, Format::ReadingCopy)?,
    );
    same(
        folder,
        "letter.en.xml",
        &document(&letter, Format::SendingCopy)?,
    );
    // A reviewer reads sentences and looks figures up: the tables of invoices do not count.
    let prose = Letter {
        invoices: None,
        ..letter.clone()
    };
    let prose = render::render(&prose, Format::Email).map_err(|why| why.to_string())?;
    let words = String::from_utf8(prose)?.split_whitespace().count();
    assert!(words < 900, "{words} words");
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    decode_utf8(&path.to_string_lossy(), bytes).map_err(|d| d.to_line(EN))
}

fn letter(path: &Path, files: impl FnOnce(&AppealId) -> Vec<SourceFile>) -> Result<Letter, String> {
    let lines = |found: Vec<Diagnostic>| lines(&found);
    let file = SourceFile::new(path.to_string_lossy(), read(path)?);
    let head = case::read(&file).map_err(lines)?.head();
    let id = head
        .appeal
        .as_deref()
        .and_then(AppealId::parse)
        .ok_or("no appeal")?;
    let catalogue = Catalogue::load("appeals", &files(&id)).map_err(lines)?;
    let contacts = Contacts::load(&source::contacts(|_| true)).map_err(lines)?;
    let today = NaiveDate::from_ymd_opt(2026, 12, 1).ok_or("no day")?;
    let case = case::load(&file, &catalogue, &contacts, today).map_err(lines)?;
    letter::assemble(&catalogue, &contacts, &case, today).map_err(|error| error.to_string())
}

/// The body of a DOCX, an element a line.
fn document(letter: &Letter, format: Format) -> Result<String, Box<dyn std::error::Error>> {
    let bytes = render::render(letter, format)?;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))?;
    let mut part = archive.by_name("word/document.xml")?;
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut part, &mut xml)?;
    let mut lines = String::new();
    for piece in xml.split_inclusive('>') {
        lines.push_str(piece);
        let ends = piece.ends_with("</w:p>")
            || piece.ends_with("</w:tr>")
            || piece.ends_with("</w:pPr>")
            || piece.ends_with("</w:r>")
            || piece.ends_with("</w:tblPr>");
        if ends {
            lines.push('\n');
        }
    }
    lines.push('\n');
    Ok(lines)
}

#[track_caller]
fn same(folder: &Path, name: &str, actual: &str) {
    let expected = Data::read_from(&folder.join(name), Some(snapbox::data::DataFormat::Text)).raw();
    snapbox::Assert::new()
        .action_env(snapbox::assert::DEFAULT_ACTION_ENV)
        .eq(Data::text(actual).raw(), expected);
}
