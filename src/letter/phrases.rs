//! The fixed words of a language that formats need, taken from the catalogue.

use crate::catalogue::Language;

/// How a DOCX names a language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tags {
    /// `en-GB`, `zh-CN`.
    pub tag: String,
    /// Written in Chinese characters.
    pub cjk: bool,
    /// The language's name in itself.
    pub name: String,
}

/// Fixed words of a letter, in one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Phrases {
    /// Word before the subject.
    pub subject_label: String,
    /// `Page {{page}} of {{pages}}`.
    pub page: String,
    /// Label of the case id.
    pub case_id: String,
    /// Columns of the evidence table: number, document, what it shows, file.
    pub evidence_columns: [String; 4],
    /// Heading and note of the reviewer's page.
    pub review_heading: String,
    /// What to do with it.
    pub review_note: String,
    /// Its columns: ticked, statement, facts, date and proof.
    pub review_columns: [String; 4],
    /// Where no proof is named.
    pub no_proof: String,
    /// Where the words are the seller's own.
    pub own_words: String,
    /// Names of the form's three boxes.
    pub form: [String; 3],
    /// `{{count}} characters`.
    pub form_length: String,
    /// Line above a draft.
    pub draft: String,
    /// What stands between two sentences.
    pub space: String,
}

pub(super) fn phrases(language: &Language) -> Phrases {
    let words = &language.letter;
    let columns = &words.evidence_columns;
    let review = &words.review;
    Phrases {
        subject_label: words.subject_label.0.clone(),
        page: words.page.0.clone(),
        case_id: words.case_id.0.clone(),
        evidence_columns: [
            &columns.number,
            &columns.document,
            &columns.shows,
            &columns.file,
        ]
        .map(|text| text.0.clone()),
        review_heading: review.heading.0.clone(),
        review_note: review.note.0.clone(),
        review_columns: [&review.checked, &review.claim, &review.facts, &review.proof]
            .map(|text| text.0.clone()),
        no_proof: review.no_proof.0.clone(),
        own_words: review.own_words.0.clone(),
        form: [
            &words.form.root_causes,
            &words.form.actions,
            &words.form.measures,
        ]
        .map(|text| text.0.clone()),
        form_length: words.form.length.0.clone(),
        draft: words.draft.banner.0.clone(),
        space: language.formats.space().to_owned(),
    }
}

pub(super) fn tags(language: &Language) -> Tags {
    Tags {
        tag: language.formats.tag().to_owned(),
        cjk: language.formats.cjk(),
        name: language.name.clone(),
    }
}
