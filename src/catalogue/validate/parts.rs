//! Sections of facts, and situations that choose among them.

use indexmap::IndexMap;

use super::entries::{Place, Sources};
use super::error;
use super::sentence::{Compiler, LINE, STATEMENT};
use crate::catalogue::raw::{RawBranch, RawBranchTexts, RawBranches, RawPart, RawTranslation};
use crate::catalogue::{AppealType, Branch, Branches, Part, Pick, Sentence};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::Texts;
use crate::msg;
use crate::source::Text;

pub(super) fn parts(
    sources: &Sources<'_>,
    compiler: &mut Compiler<'_>,
    raw: &[RawPart],
) -> IndexMap<String, Part> {
    let root = Place::root("parts");
    let mut parts = IndexMap::new();
    for (at, part) in raw.iter().enumerate() {
        let id = part.id.0.as_str();
        let place = root.entry(at, id).key("entries");
        let entries = sources.answers(compiler, &place, &part.entries, &STATEMENT, |t, entry| {
            t.parts.0.get(id)?.entries.0.get(entry)
        });
        let texts = |english, of: fn(&crate::catalogue::raw::RawPartTexts) -> &Text| {
            sources.texts(english, |t| t.parts.0.get(id).map(of))
        };
        let pick = pick(sources, compiler, &root.entry(at, id), part);
        let part = Part {
            title: texts(&part.title, |p| &p.title),
            ask: texts(&part.ask, |p| &p.ask),
            why: texts(&part.why, |p| &p.why),
            choose: part.choose,
            pick,
            entries,
        };
        parts.insert(id.to_owned(), part);
    }
    parts
}

/// The lines under offers; every translation has them where the English file does.
fn pick(
    sources: &Sources<'_>,
    compiler: &mut Compiler<'_>,
    place: &Place,
    part: &RawPart,
) -> Option<Pick> {
    let id = part.id.0.as_str();
    let place = place.key("pick");
    for translation in sources.translations {
        let Some(texts) = translation.raw.parts.0.get(id) else {
            continue;
        };
        let message = match (&part.pick, &texts.pick) {
            (Some(_), None) => msg!("untranslated-id", id = "pick"),
            (None, Some(_)) => msg!("translates-nothing", id = "pick"),
            _ => continue,
        };
        let path = place.translated.clone();
        compiler.found.push(error(translation.file, path, message));
    }
    let raw = part.pick.as_ref()?;
    let one = sources.sentence(compiler, &place.key("one"), &raw.one, &LINE, |t| {
        Some(&t.parts.0.get(id)?.pick.as_ref()?.one)
    });
    let several = sources.sentence(compiler, &place.key("several"), &raw.several, &LINE, |t| {
        Some(&t.parts.0.get(id)?.pick.as_ref()?.several)
    });
    let lead = sources.sentence(compiler, &place.key("lead"), &raw.lead, &LINE, |t| {
        Some(&t.parts.0.get(id)?.pick.as_ref()?.lead)
    });
    Some(Pick { one, several, lead })
}

/// A situation before its type is known.
pub(super) struct Open<'a> {
    raw: &'a RawBranch,
    title: Texts,
    opening: Vec<Sentence>,
    request: Vec<Sentence>,
}

/// Compiles what the situations say.
pub(super) fn open<'a>(
    sources: &Sources<'_>,
    compiler: &mut Compiler<'_>,
    raw: &'a RawBranches,
) -> Vec<Open<'a>> {
    let root = Place::root("branches").key("options");
    let mut branches = Vec::new();
    for (at, branch) in raw.options.iter().enumerate() {
        let id = branch.id.0.as_str();
        let place = root.entry(at, id);
        let opening = place.key("opening");
        let request = place.key("request");
        branches.push(Open {
            raw: branch,
            title: sources.texts(&branch.title, |t| Some(&texts(t, id)?.title)),
            opening: sources.paragraphs(compiler, &opening, &branch.opening, |t| {
                Some(&texts(t, id)?.opening)
            }),
            request: sources.paragraphs(compiler, &request, &branch.request, |t| {
                Some(&texts(t, id)?.request)
            }),
        });
    }
    branches
}

fn texts<'a>(translation: &'a RawTranslation, id: &str) -> Option<&'a RawBranchTexts> {
    translation.branches.as_ref()?.options.0.get(id)
}

/// Makes the type of each situation out of the type that has them.
pub(super) fn close(
    sources: &Sources<'_>,
    raw: &RawBranches,
    open: Vec<Open<'_>>,
    whole: &AppealType,
    found: &mut Vec<Diagnostic>,
) -> Branches {
    let mut options = IndexMap::new();
    for branch in open {
        let id = branch.raw.id.0.clone();
        let title = branch.title.clone();
        let appeal_type = within(whole, branch);
        options.insert(id, Branch { title, appeal_type });
    }
    if whole.invoices && !options.values().any(|branch| branch.appeal_type.invoices) {
        let path = KeyPath::root().key("invoices");
        found.push(error(sources.file, path, msg!("invoices-in-no-branch")));
    }
    Branches {
        ask: sources.texts(&raw.ask, |t| Some(&t.branches.as_ref()?.ask)),
        why: sources.texts(&raw.why, |t| Some(&t.branches.as_ref()?.why)),
        options,
    }
}

/// The type as it is in one situation. Facts and evidence stay whole: what no sentence of the
/// situation names is not asked, and what was given for another one is not lost.
fn within(whole: &AppealType, branch: Open<'_>) -> AppealType {
    let mut ours = whole.clone();
    let has = |list: &[Text], id: &String| list.iter().any(|known| known.0 == *id);
    ours.stance = branch.raw.stance;
    ours.opening = branch.opening;
    ours.request = branch.request;
    ours.parts.retain(|id, _| has(&branch.raw.parts, id));
    ours.causes.retain(|id, _| has(&branch.raw.root_causes, id));
    let causes = &ours.causes;
    ours.actions
        .retain(|id, _| causes.values().any(|cause| cause.actions.contains(id)));
    ours.measures
        .retain(|id, _| causes.values().any(|cause| cause.measures.contains(id)));
    let mut figures = ours
        .facts
        .iter()
        .filter(|(_, fact)| fact.figure().is_some());
    ours.invoices = whole.invoices && figures.any(|(id, _)| ours.names(id));
    ours
}
