//! The reviewer's page: every claim with its facts, its date and its proof.

use crate::letter::assemble::Work;
use crate::letter::{Block, Claim, Letter, Part, invoices};

/// Makes a line for every statement of the letter; the request states nothing.
pub(super) fn claims(work: &Work<'_>, letter: &Letter) -> Vec<Claim> {
    let mut claims = Vec::new();
    for section in letter
        .sections
        .iter()
        .filter(|section| section.part != Part::Request)
    {
        let mark = section
            .heading
            .as_ref()
            .map_or(String::new(), |h| h.mark.to_string());
        for block in &section.blocks {
            let label = block.label.as_deref().unwrap_or("");
            let label = format!("{mark} {label}").trim().to_owned();
            let needs_proof = matches!(
                section.part,
                Part::Statements | Part::Actions | Part::Measures
            );
            claims.push(Claim {
                needs_proof,
                ..claim(work, letter, block, label)
            });
        }
    }
    claims.extend(invoices::claims(letter));
    claims
}

fn claim(work: &Work<'_>, letter: &Letter, block: &Block, label: String) -> Claim {
    let lang = letter.languages.reading;
    let dated = ["done-on", "since"];
    let facts = block
        .origin
        .facts
        .iter()
        .filter(|id| !dated.contains(&id.as_str()) && id.as_str() != "target")
        .filter_map(|id| Some((work.label(lang, id), value(work, block, id)?)))
        .collect();
    let date = block
        .origin
        .date
        .map(|date| work.catalogue.language(lang).formats.date(date));
    let proof = block
        .origin
        .proof
        .iter()
        .filter_map(|number| letter.evidence.get(number - 1))
        .map(|document| {
            format!(
                "{}. {}",
                document.number,
                crate::letter::plain(&document.file.reading)
            )
        })
        .collect();
    Claim {
        label,
        text: block.text.reading.clone(),
        facts,
        date,
        proof,
        own: block.origin.own,
        needs_proof: false,
    }
}

/// A fact as it stands in the block.
fn value(work: &Work<'_>, block: &Block, id: &str) -> Option<String> {
    let in_text = block.text.reading.iter().find_map(|inline| match inline {
        crate::letter::Inline::Fact { id: name, text } if name == id => Some(text.clone()),
        _ => None,
    });
    in_text.or_else(|| work.fact(work.case.reading_language, id))
}
