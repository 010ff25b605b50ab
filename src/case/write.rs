//! Writes a case back to its file.

use indexmap::IndexMap;

use crate::case::raw::{
    RawAction, RawBuyer, RawCase, RawCause, RawEvidence, RawInvoice, RawMeasure, RawNotice,
    RawSeller, RawSold, RawStatement, RawSuppression,
};
use crate::case::{Case, Invoice, Suppression};
use crate::fact::{RawWords, Value, Words};
use crate::lang::{EN, ZH};
use crate::source::{Text, TextMap};

/// Name of the schema file an editor reads, beside the case.
pub const SCHEMA_FILE: &str = "case.schema.json";

/// Writes a case as YAML. `header` is the line by which editors find the schema, where it is not
/// the schema beside the case.
///
/// # Panics
///
/// Never: a case holds texts, lists and mappings only.
pub fn write(case: &Case, header: Option<&str>) -> String {
    let yaml =
        serde_yaml::to_string(&raw(case)).expect("a case holds texts, lists and mappings only");
    match header {
        Some(header) => format!("{header}\n{yaml}"),
        None => format!("# yaml-language-server: $schema={SCHEMA_FILE}\n{yaml}"),
    }
}

fn raw(case: &Case) -> RawCase {
    let date = |date: &Option<chrono::NaiveDate>| date.map(|d| Text(d.to_string()));
    let ids = |ids: &[String]| -> Vec<Text> { ids.iter().map(|id| Text(id.clone())).collect() };
    let proof = |proof: &Option<Vec<String>>| proof.as_deref().map(ids);
    let words = |words: &Option<Words>| words.as_ref().map(raw_words);
    let value = |value: &Option<Value>| value.as_ref().map(raw_value);
    let one = |text: &Option<String>| text.clone().map(RawWords::One);
    RawCase {
        interface_language: case.interface_language,
        appeal: case.appeal.as_ref().map(|id| Text(id.to_string())),
        marketplace: case.marketplace.clone().map(Text),
        branch: case.branch.clone().map(Text),
        letter_language: Some(case.letter_language).filter(|lang| *lang != EN),
        reading_language: Some(case.reading_language).filter(|lang| *lang != ZH),
        date: date(&case.date),
        seller: RawSeller {
            store: words(&case.seller.store),
            legal_name: words(&case.seller.legal_name),
            merchant_token: one(&case.seller.merchant_token),
            email: case.seller.email.clone().map(Text),
            signatory: words(&case.seller.signatory),
            position: value(&case.seller.position),
        },
        notice: RawNotice {
            date: date(&case.notice.date),
            case_id: one(&case.notice.case_id),
            asins: case.notice.asins.clone().map(RawWords::List),
            orders: case.notice.orders.clone().map(RawWords::List),
            named: case.notice.named.clone(),
        },
        buyer: RawBuyer {
            name: words(&case.buyer.name),
            date: date(&case.buyer.date),
            time: case.buyer.time.map(|t| Text(t.format("%H:%M").to_string())),
        },
        facts: map(&case.facts, raw_value),
        statements: map(&case.statements, |statement| RawStatement {
            part: statement.own.as_ref().map(|_| Text(statement.part.clone())),
            own: words(&statement.own),
            proof: proof(&statement.proof),
        }),
        root_causes: map(&case.causes, |cause| RawCause {
            own: words(&cause.own),
            actions: ids(&cause.actions),
            measures: ids(&cause.measures),
        }),
        actions: map(&case.actions, |action| RawAction {
            own: words(&action.own),
            done_on: date(&action.done_on),
            proof: proof(&action.proof),
        }),
        measures: map(&case.measures, |measure| RawMeasure {
            own: words(&measure.own),
            since: date(&measure.since),
            owner: value(&measure.owner),
            rhythm: value(&measure.rhythm),
            proof: proof(&measure.proof),
        }),
        evidence: map(&case.evidence, |evidence| RawEvidence {
            title: words(&evidence.title),
            shows: words(&evidence.shows),
            file: evidence.file.clone().map(Text),
        }),
        invoices: case.invoices.iter().map(invoice).collect(),
        sold: map(&case.sold, |sold| RawSold {
            quantity: sold.quantity.map(|count| Text(count.to_string())),
            first_sale: date(&sold.first_sale),
        }),
        suppress: case.suppressions.iter().map(raw_suppression).collect(),
        skipped: ids(&case.skipped),
    }
}

fn invoice(invoice: &Invoice) -> RawInvoice {
    RawInvoice {
        number: invoice.number.clone().map(RawWords::One),
        date: invoice.date.map(|date| Text(date.to_string())),
        supplier: invoice.supplier.as_ref().map(raw_words),
        asin: invoice.asin.clone().map(Text),
        quantity: invoice.quantity.map(|count| Text(count.to_string())),
    }
}

fn map<T, R>(from: &IndexMap<String, T>, raw: impl Fn(&T) -> R) -> TextMap<R> {
    TextMap(
        from.iter()
            .map(|(id, value)| (id.clone(), raw(value)))
            .collect(),
    )
}

fn raw_suppression(suppression: &Suppression) -> RawSuppression {
    RawSuppression {
        rule: Text(suppression.rule.clone()),
        at: Text(suppression.at.clone()),
        reason: Text(suppression.reason.clone()),
    }
}

fn raw_words(words: &Words) -> RawWords {
    match &words.all {
        Some(text) => RawWords::One(text.clone()),
        None => RawWords::By(
            words
                .by
                .iter()
                .map(|(l, t)| (l.to_string(), t.clone()))
                .collect(),
        ),
    }
}

fn raw_value(value: &Value) -> RawWords {
    RawWords::One(match value {
        Value::Words(words) => return raw_words(words),
        Value::Codes(codes) => return RawWords::List(codes.clone()),
        Value::Date(date) => date.to_string(),
        Value::Time(time) => time.format("%H:%M").to_string(),
        Value::Count(count) => count.to_string(),
        Value::Percent(percent) => percent.to_string(),
        Value::Money(amount, currency) => format!("{amount} {currency}"),
        Value::Option(id) => id.clone(),
    })
}
