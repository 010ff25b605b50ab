//! The raw metrics to the model; every problem is collected.

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, KeyPath};
use crate::lang::{EN, Texts, ZH};
use crate::metrics::raw::{RawMetric, RawMetrics};
use crate::metrics::{Comparison, Metric, Target};
use crate::msg;
use crate::source::{SourceFile, Text, TextMap, locate, read};

/// The longest window, in days: a year.
pub const LONGEST_WINDOW: u16 = 366;

pub(super) fn load(file: &SourceFile) -> Result<IndexMap<String, Metric>, Vec<Diagnostic>> {
    let raw: RawMetrics = read(file)?;
    let mut found = Vec::new();
    let mut metrics = IndexMap::new();
    for (id, raw) in raw.0.0 {
        let metric = metric(file, &id, raw, &mut found);
        metrics.insert(id, metric);
    }
    if found.is_empty() {
        return Ok(metrics
            .into_iter()
            .filter_map(|(id, m)| Some((id, m?)))
            .collect());
    }
    locate(file, &mut found);
    Err(found)
}

fn metric(
    file: &SourceFile,
    id: &str,
    raw: RawMetric,
    found: &mut Vec<Diagnostic>,
) -> Option<Metric> {
    let path = KeyPath::root().key(id);
    let fault = |path: KeyPath, message| Diagnostic::error(&file.path, path, message);
    let well_formed = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if !well_formed {
        found.push(fault(path.clone(), msg!("ill-formed-id", id = id)));
    }
    let target = target(raw.comparison, &raw.percent);
    if target.is_none() {
        found.push(fault(path.key("percent"), msg!("expected-percent")));
    }
    let fits = |days: &u16| (1..=LONGEST_WINDOW).contains(days);
    if raw.windows.is_empty() || !raw.windows.iter().all(fits) || raw.delay > LONGEST_WINDOW {
        let message = msg!("expected-windows", most = usize::from(LONGEST_WINDOW));
        found.push(fault(path.key("windows"), message));
    }
    for (key, texts, needed) in [
        ("orders", &raw.orders, true),
        ("defects", &raw.defects, true),
        ("note", &raw.note, false),
    ] {
        for lang in [EN, ZH] {
            if (needed || !texts.is_empty()) && !texts.0.contains_key(lang.as_str()) {
                found.push(fault(
                    path.key(key),
                    msg!("untranslated", lang = lang.as_str()),
                ));
            }
        }
    }
    Some(Metric {
        id: id.to_owned(),
        abbreviation: raw.abbreviation.0,
        target: target?,
        windows: raw.windows,
        delay: raw.delay,
        orders: texts(&raw.orders),
        defects: texts(&raw.defects),
        note: texts(&raw.note),
        source: raw.source.0,
        checked: raw.checked,
    })
}

fn target(comparison: Comparison, percent: &Text) -> Option<Target> {
    Target::new(comparison, percent.0.parse().ok()?)
}

fn texts(raw: &TextMap<Text>) -> Texts {
    let parsed = raw
        .0
        .iter()
        .filter_map(|(code, text)| Some((code.parse().ok()?, text.0.clone())));
    Texts(parsed.collect())
}
