//! Every data file and every case is a test of its own name.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::path::Path;

use chrono::NaiveDate;
use poa::case;
use poa::catalogue::{AppealId, Catalogue, Stance, wanted};
use poa::check::{self, About, Lexicon, Subject};
use poa::contacts::Contacts;
use poa::diagnostic::Diagnostic;
use poa::lang::{EN, Lang};
use poa::letter::{self, Both, Form, Letter, Side};
use poa::render::{self, Format};
use poa::source::{self, SourceFile, decode_utf8};
use snapbox::Data;

type Outcome = datatest_stable::Result<()>;

datatest_stable::harness! {
    { test = appeal_file, root = "appeals", pattern = r"\.yaml$" },
    { test = contact_file, root = "contacts", pattern = r"\.yaml$" },
    { test = case_file, root = "tests/cases", pattern = r"case\.yaml$" },
    { test = own_case_file, root = "tests/types/cases", pattern = r"case\.yaml$" },
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
    if matches!(family, "_common" | "_guide" | "_check") {
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
    let sides = Both {
        letter: Some(&lexicons.letter),
        reading: Some(&lexicons.reading),
    };
    let subject = Subject {
        case: &case,
        appeal_type: &appeal_type,
        marketplace,
        letter: &letter,
        today,
    };
    let mut found = check::check_letter(&letter, &sides, about);
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
    let words = email.split_whitespace().count();
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
