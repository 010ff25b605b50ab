//! The files of `appeals/_common/` as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::raw::Stance;
use crate::lang::RawFormats;
use crate::source::{Text, TextMap};

/// `appeals/_common/<lang>.yaml`: what every letter in a language shares.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "What the letters of a language share")]
pub struct RawCommon {
    /// The language's name in itself.
    pub name: Text,
    /// How values are written.
    pub formats: RawFormats,
    /// Names of the families of appeal types, by folder.
    pub families: TextMap<Text>,
    /// Official names of the metrics, by id.
    pub metrics: TextMap<Text>,
    /// Posts that answer for something, as they stand in a sentence, by id.
    pub roles: TextMap<Text>,
    /// How often, as it stands in a sentence, by id.
    pub rhythms: TextMap<Text>,
    /// Short names of what every letter asks for, by id; used where something is missing.
    pub labels: TextMap<Text>,
    /// The fixed words of a letter.
    pub letter: RawLetterWords,
}

/// The fixed words of a letter. Braces hold values: `{{store}}`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawLetterWords {
    /// Heading of the whole: Plan of Action.
    pub title: RawByStance,
    /// Whom it is addressed to, by `{{marketplace}}`.
    pub addressee: Text,
    /// Subject, by `{{title}}` and `{{store}}`.
    pub subject: RawByStance,
    /// What the subject adds where Amazon gave a case id: `{{case-id}}`.
    pub subject_case: Text,
    /// Word before the subject: Re.
    pub subject_label: Text,
    /// Dear …
    pub salutation: Text,
    /// Section headings.
    pub root_causes: Text,
    /// Heading.
    pub actions: Text,
    /// Heading.
    pub measures: Text,
    /// Heading.
    pub status: Text,
    /// Heading.
    pub evidence: Text,
    /// Heading.
    pub request: Text,
    /// Reference behind a sentence: `(Evidence {{numbers}})`.
    pub evidence_reference: Text,
    /// Note behind an action or measure that answers more causes: `{{numbers}}`; its plural
    /// forms.
    pub also_answers: Vec<Text>,
    /// A paragraph on ASINs the notice names and the letter has no other place for: `{{list}}`; its
    /// plural forms.
    pub named_asins: Vec<Text>,
    /// The same for orders.
    pub named_orders: Vec<Text>,
    /// An action in the seller's own words: `{{text}}`, `{{done-on}}`.
    pub own_action: Text,
    /// A measure in the seller's own words: `{{text}}`, `{{since}}`, `{{owner}}`, `{{rhythm}}`.
    pub own_measure: Text,
    /// Columns of the evidence table.
    pub evidence_columns: RawEvidenceColumns,
    /// Words of the tables of invoices.
    pub invoices: RawInvoiceWords,
    /// Words of the signature block.
    pub signature: RawSignatureWords,
    /// Words around the page numbers: `{{page}}`, `{{pages}}`.
    pub page: Text,
    /// Label of the case id in the header.
    pub case_id: Text,
    /// Words of the reviewer's page.
    pub review: RawReviewWords,
    /// Words of the form's three boxes.
    pub form: RawFormWords,
    /// Words of a draft.
    pub draft: RawDraftWords,
    /// How a buyer is addressed.
    pub buyer: RawBuyerWords,
}

/// How a buyer is addressed.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawBuyerWords {
    /// By name: `{{value}}`.
    pub named: Text,
    /// Where Amazon shows no name.
    pub unnamed: Text,
}

/// A text for each stance.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawByStance {
    /// Of a plan of action.
    pub acknowledge: Text,
    /// Of a statement of facts.
    pub dispute: Text,
    /// Of a letter that comes with papers.
    pub documents: Text,
}

impl RawByStance {
    /// Returns the text of a stance.
    pub fn of(&self, stance: Stance) -> &Text {
        match stance {
            Stance::Acknowledge => &self.acknowledge,
            Stance::Dispute => &self.dispute,
            Stance::Documents => &self.documents,
        }
    }
}

/// Columns of the evidence table.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawEvidenceColumns {
    /// Number.
    pub number: Text,
    /// What the document is.
    pub document: Text,
    /// What it shows.
    pub shows: Text,
    /// File name.
    pub file: Text,
}

/// Words of the tables of invoices.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawInvoiceWords {
    /// Heading.
    pub heading: Text,
    /// Column: number of the invoice.
    pub number: Text,
    /// Column: its day.
    pub date: Text,
    /// Column: who issued it.
    pub supplier: Text,
    /// Column: the ASIN of the goods.
    pub asin: Text,
    /// Column: units on the invoice.
    pub quantity: Text,
    /// Column: units of an ASIN on all invoices.
    pub invoiced: Text,
    /// Column: units sold of it.
    pub sold: Text,
    /// Column: day of its first sale.
    pub first_sale: Text,
}

/// Words of the signature block.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSignatureWords {
    /// Word before the name.
    pub closing: Text,
    /// The store's name: `Store: {{value}}`.
    pub store: Text,
    /// The merchant token.
    pub merchant_token: Text,
    /// The e-mail address the seller logs in with.
    pub email: Text,
}

/// Words of the reviewer's page.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawReviewWords {
    /// Heading.
    pub heading: Text,
    /// What to do with the page.
    pub note: Text,
    /// Column: the sentence.
    pub claim: Text,
    /// Column: facts in it.
    pub facts: Text,
    /// Column: when, and what proves it.
    pub proof: Text,
    /// Column: to be ticked.
    pub checked: Text,
    /// Where no proof is named.
    pub no_proof: Text,
    /// Where the words are the seller's own.
    pub own_words: Text,
}

/// Words of the form's three boxes.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFormWords {
    /// Name of the first box.
    pub root_causes: Text,
    /// Name of the second box.
    pub actions: Text,
    /// Name of the third box.
    pub measures: Text,
    /// Length of a box: `{{count}}`.
    pub length: Text,
}

/// Words of a draft.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawDraftWords {
    /// Line above a letter that is not finished.
    pub banner: Text,
    /// A gap: `{{what}}`.
    pub missing: Text,
}
