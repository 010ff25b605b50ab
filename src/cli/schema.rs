//! `poa schema`: the JSON Schemas of the data files.

use anyhow::Result;
use clap::{Args, ValueEnum};
use schemars::{JsonSchema, generate::SchemaSettings};

use crate::cli::{Context, Outcome};
use crate::{case, catalogue, contacts, metrics, notice};

/// Arguments of `poa schema`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The kind of file
    kind: Kind,
}

/// A kind of data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// `appeals/<family>/<slug>.yaml`
    Appeal,
    /// `appeals/<family>/<slug>.<lang>.yaml`
    Translation,
    /// `appeals/_common/<lang>.yaml`
    Language,
    /// `appeals/_metrics.yaml`
    Metrics,
    /// `appeals/_guide/en.yaml`
    Guide,
    /// `appeals/_guide/<lang>.yaml`
    GuideTranslation,
    /// `appeals/_issues/<issue>.yaml`
    Issue,
    /// `appeals/_notice/<what>.yaml`
    Marks,
    /// `appeals/_notice/words.yaml`
    NoticeWords,
    /// `replies/<slug>.yaml`
    Reply,
    /// `replies/<slug>.<lang>.yaml`
    ReplyTranslation,
    /// `replies/_shared.yaml`
    Shared,
    /// `replies/_shared.<lang>.yaml`
    SharedTexts,
    /// A case
    Case,
    /// `contacts/<store>.yaml`
    Marketplace,
    /// `contacts/_common.yaml`
    Contacts,
    /// `contacts/_sources.yaml`
    Sources,
}

/// Returns the schema of a kind of file, as text that ends in a line break.
pub(super) fn schema(kind: Kind) -> String {
    fn of<T: JsonSchema>() -> schemars::Schema {
        SchemaSettings::draft07()
            .into_generator()
            .into_root_schema_for::<T>()
    }
    let schema = match kind {
        Kind::Appeal => of::<catalogue::raw::RawAppeal>(),
        Kind::Translation => of::<catalogue::raw::RawTranslation>(),
        Kind::Language => of::<catalogue::raw::RawCommon>(),
        Kind::Metrics => of::<metrics::raw::RawMetrics>(),
        Kind::Guide => of::<catalogue::guide::RawGuide>(),
        Kind::GuideTranslation => of::<catalogue::guide::RawGuideTexts>(),
        Kind::Issue => of::<notice::raw::RawIssue>(),
        Kind::Marks => of::<notice::raw::RawMarks>(),
        Kind::NoticeWords => of::<notice::raw::RawWords>(),
        Kind::Reply => of::<catalogue::raw::RawReply>(),
        Kind::ReplyTranslation => of::<catalogue::raw::RawReplyTranslation>(),
        Kind::Shared => of::<catalogue::raw::RawShared>(),
        Kind::SharedTexts => of::<catalogue::raw::RawSharedTexts>(),
        Kind::Case => of::<case::raw::RawCase>(),
        Kind::Marketplace => of::<contacts::raw::RawMarketplace>(),
        Kind::Contacts => of::<contacts::raw::RawCommon>(),
        Kind::Sources => of::<contacts::raw::RawSources>(),
    };
    let text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text + "\n"
}

pub(super) fn run(ctx: &mut Context, arguments: &Arguments) -> Result<Outcome> {
    ctx.out.bytes(schema(arguments.kind).as_bytes())?;
    Ok(Outcome::Fine)
}
