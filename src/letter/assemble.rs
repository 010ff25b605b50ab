//! Puts a letter together from a case.

use std::cell::RefCell;

use chrono::NaiveDate;

use crate::case::Case;
use crate::catalogue::raw::RawSignatureWords;
use crate::catalogue::{
    AppealType, Catalogue, Language, RawLetterWords, Sentence, Values, own_number,
};
use crate::contacts::{Contacts, Marketplace};
use crate::diagnostic::KeyPath;
use crate::fact::Words;
use crate::lang::{Lang, Texts};
use crate::letter::inline::Inline;
use crate::letter::{
    Block, Both, Document, Form, Gap, Heading, Invoices, Letter, Origin, Part, Section, phrases,
    review,
};
use crate::source::Text;

/// Why no letter can be put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AssembleError {
    /// The case names no appeal type.
    #[error("the case names no appeal type")]
    NoAppeal,
    /// The case names no store.
    #[error("the case names no store")]
    NoMarketplace,
    /// The case does not say which of the type's situations is the seller's.
    #[error("the case names no branch of its appeal type")]
    NoBranch,
}

/// Puts the letter of a case together; what the case does not have stands in it as a gap.
///
/// `today` is the day of the letter where the case has none.
pub fn assemble(
    catalogue: &Catalogue,
    contacts: &Contacts,
    case: &Case,
    today: NaiveDate,
) -> Result<Letter, AssembleError> {
    let appeal_type = case.appeal_type(catalogue).ok_or(AssembleError::NoAppeal)?;
    if appeal_type.branches.is_some() {
        return Err(AssembleError::NoBranch);
    }
    let marketplace = case.marketplace.as_ref().and_then(|id| contacts.get(id));
    let marketplace = marketplace.ok_or(AssembleError::NoMarketplace)?;
    let languages = Both {
        letter: case.letter_language,
        reading: case.reading_language,
    };
    let sides = Both::of(&languages, |lang| catalogue.language(lang));
    let work = Work {
        catalogue,
        case,
        appeal_type,
        marketplace,
        sides,
        gaps: RefCell::default(),
    };
    Ok(work.letter(&languages, today))
}

/// Picks a heading out of a language's fixed words.
type HeadingWords = fn(&RawLetterWords) -> &Text;
/// Picks a line of the signature block out of them.
type SignatureLine = fn(&RawSignatureWords) -> &Text;

/// What stands between salutation and signature.
struct Body {
    sections: Vec<Section>,
    invoices: Option<Invoices>,
    evidence_heading: Option<Heading>,
    evidence: Vec<Document>,
}

/// What a letter is put together from.
pub(super) struct Work<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) case: &'a Case,
    pub(super) appeal_type: &'a AppealType,
    pub(super) marketplace: &'a Marketplace,
    pub(super) sides: Both<&'a Language>,
    /// Found while texts are put together, in their order.
    pub(super) gaps: RefCell<Vec<Gap>>,
}

impl Work<'_> {
    fn letter(&self, languages: &Both<Lang>, today: NaiveDate) -> Letter {
        let words = |lang: Lang| &self.catalogue.language(lang).letter;
        let title = Both::of(languages, |lang| {
            words(lang).title.of(self.appeal_type.stance).0.clone()
        });
        let subtitle = Both::of(languages, |lang| {
            self.appeal_type.title.get(lang).to_owned()
        });
        let store = self.both(|lang| {
            self.built_in(lang, "store")
                .unwrap_or_else(|| self.gap(lang, "store"))
        });
        let marketplace = |lang| self.marketplace.name.get(lang);
        let case_id = self.case.notice.case_id.clone();
        let subject = Both::of(languages, |lang| {
            let store = self.built_in(lang, "store").unwrap_or_default();
            let subject = words(lang)
                .subject
                .of(self.appeal_type.stance)
                .0
                .replace("{{title}}", self.appeal_type.title.get(lang));
            let case = case_id
                .as_ref()
                .map(|id| words(lang).subject_case.0.replace("{{case-id}}", id));
            subject.replace("{{store}}", &store) + case.as_deref().unwrap_or_default()
        });
        let day = self.case.date.unwrap_or(today);
        let Body {
            sections,
            invoices,
            evidence_heading,
            evidence,
        } = self.sections(languages);
        let (salutation, signature) = match self.appeal_type.form {
            Form::Letter => (
                self.both(|lang| words(lang).salutation.0.clone()),
                self.signature(),
            ),
            Form::Message => self.around(languages),
        };
        let mut letter = Letter {
            languages: languages.clone(),
            tags: Both::of(languages, |lang| {
                phrases::tags(self.catalogue.language(lang))
            }),
            phrases: Both::of(languages, |lang| {
                phrases::phrases(self.catalogue.language(lang))
            }),
            form: self.appeal_type.form,
            limit_words: self.appeal_type.limit_words,
            paper: self.marketplace.paper,
            title,
            subtitle,
            store,
            case_id,
            day,
            date: Both::of(languages, |lang| {
                self.catalogue.language(lang).formats.date(day)
            }),
            addressee: Both::of(languages, |lang| {
                words(lang)
                    .addressee
                    .0
                    .replace("{{marketplace}}", marketplace(lang))
            }),
            address: self
                .marketplace
                .performance_address()
                .map(|a| a.address.clone()),
            subject,
            salutation,
            sections,
            invoices,
            evidence_heading,
            evidence,
            signature,
            claims: Vec::new(),
            gaps: Vec::new(),
        };
        letter.claims = review::claims(self, &letter);
        letter.gaps = self.gaps.take();
        letter
    }

    /// The parts, in order, the tables of invoices, and the evidence table with its heading.
    fn sections(&self, languages: &Both<Lang>) -> Body {
        let words = |lang: Lang| &self.catalogue.language(lang).letter;
        let mut values = Both::of(languages, |lang| self.values(lang));
        let opening = self.paragraphs(Part::Opening, "opening", &self.appeal_type.opening, &values);
        let mut sections = vec![Section {
            part: Part::Opening,
            heading: None,
            blocks: opening,
        }];
        let mut stated = Vec::new();
        for (id, part) in &self.appeal_type.parts {
            let blocks = self.statements(id, &values);
            if !blocks.is_empty() {
                stated.push((&part.title, blocks));
            }
        }
        let causes = if self.appeal_type.causes.is_empty() {
            Vec::new()
        } else {
            self.causes(&values)
        };
        let actions = self.answers(Part::Actions, &mut values);
        let measures = self.answers(Part::Measures, &mut values);
        let status = self.paragraphs(Part::Status, "status", &self.appeal_type.status, &values);
        let evidence = self.evidence();
        let request = self.paragraphs(Part::Request, "request", &self.appeal_type.request, &values);
        let mut letters = 'A'..='Z';
        let mut heading = |of: &dyn Fn(Lang) -> String| Heading {
            mark: letters
                .next()
                .expect("a letter has few headings: its parts are counted when they are loaded"),
            words: Both::of(languages, of),
        };
        for (title, blocks) in stated {
            sections.push(Section {
                part: Part::Statements,
                heading: Some(heading(&|lang| title.get(lang).to_owned())),
                blocks,
            });
        }
        let parts: [(Part, Vec<Block>, HeadingWords); 4] = [
            (Part::RootCauses, causes, |w| &w.root_causes),
            (Part::Actions, actions, |w| &w.actions),
            (Part::Measures, measures, |w| &w.measures),
            (Part::Status, status, |w| &w.status),
        ];
        for (part, blocks, of) in parts {
            if !blocks.is_empty() {
                sections.push(Section {
                    part,
                    heading: Some(heading(&|lang| of(words(lang)).0.clone())),
                    blocks,
                });
            }
        }
        let invoices = self.invoices().map(|tables| Invoices {
            heading: heading(&|lang| words(lang).invoices.heading.0.clone()),
            tables,
        });
        let evidence_heading =
            (!evidence.is_empty()).then(|| heading(&|lang| words(lang).evidence.0.clone()));
        let request_heading = heading(&|lang| words(lang).request.0.clone());
        sections.push(Section {
            part: Part::Request,
            heading: Some(request_heading),
            blocks: request,
        });
        let named = self.named(languages, &sections);
        sections[0].blocks.extend(named);
        if self.appeal_type.form == Form::Message {
            for section in &mut sections {
                section.heading = None;
            }
        }
        Body {
            sections,
            invoices,
            evidence_heading,
            evidence,
        }
    }

    /// The first and the last lines of a message.
    fn around(&self, languages: &Both<Lang>) -> (Both<Vec<Inline>>, Vec<Both<Vec<Inline>>>) {
        let values = Both::of(languages, |lang| self.values(lang));
        self.note_facts(&["store".to_owned()]);
        let line = |sentence: &Sentence| {
            self.note_facts(&sentence.variables);
            self.fill(sentence, &values)
        };
        let (first, last) = (&self.appeal_type.salutation, &self.appeal_type.closing);
        let salutation = first.as_ref().map(line).unwrap_or_default();
        let signature = last.as_ref().map(line).map(|closing| {
            let store = self.both(|lang| {
                self.built_in(lang, "store")
                    .unwrap_or_else(|| self.gap(lang, "store"))
            });
            vec![closing, store]
        });
        (salutation, signature.unwrap_or_default())
    }

    fn paragraphs(
        &self,
        part: Part,
        key: &str,
        sentences: &[Sentence],
        values: &Both<Values>,
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            if sentence.variables.iter().any(|id| self.left_open(id)) {
                continue;
            }
            self.note_facts(&sentence.variables);
            let text = self.fill(sentence, values);
            let path = KeyPath::root().key(key).index(at);
            let facts = sentence.variables.clone();
            let origin = Origin {
                path,
                own: false,
                facts,
                proof: Vec::new(),
                date: None,
            };
            debug_assert!(matches!(part, Part::Opening | Part::Status | Part::Request));
            blocks.push(Block {
                label: None,
                text,
                origin,
            });
        }
        blocks
    }

    fn evidence(&self) -> Vec<Document> {
        let mut documents = Vec::new();
        for (at, id) in self.case.named_evidence().into_iter().enumerate() {
            let path = KeyPath::root().key("evidence").key(id);
            let given = self.case.evidence.get(id);
            let known = self
                .appeal_type
                .evidence
                .get(id)
                .filter(|_| own_number(id).is_none());
            let text = |own: Option<&Words>, key: &str, known: Option<&Texts>| match known {
                Some(texts) => self.both(|lang| texts.get(lang).to_owned()),
                None => self.own(&path.key(key), own),
            };
            let title = text(
                given.and_then(|g| g.title.as_ref()),
                "title",
                known.map(|k| &k.title),
            );
            let shows = text(
                given.and_then(|g| g.shows.as_ref()),
                "shows",
                known.map(|k| &k.shows),
            );
            let name = given.and_then(|g| g.file.as_ref());
            let fits = |language: &Language, name: &&String| {
                language.formats.cjk() || !name.chars().any(crate::lang::is_cjk)
            };
            if name.is_none_or(|name| !fits(self.sides.letter, &name)) {
                let own = given.and_then(|g| g.title.as_ref());
                let title = self.entry_title(known.map(|k| &k.title), own);
                self.note(path.key("file"), "evidence-file", Some(&title));
            }
            let file = self.both(|lang| {
                let name = name.filter(|name| fits(self.language(lang), name));
                name.cloned()
                    .unwrap_or_else(|| self.gap(lang, "evidence-file"))
            });
            documents.push(Document {
                number: at + 1,
                title,
                shows,
                file,
            });
        }
        documents
    }

    fn signature(&self) -> Vec<Both<Vec<Inline>>> {
        let line = |name: &str, label: Option<SignatureLine>| {
            let given = [self.sides.letter, self.sides.reading]
                .into_iter()
                .all(|side| self.built_in(side.lang, name).is_some());
            if !given {
                self.note(KeyPath::root().key("seller").key(name), name, None);
            }
            self.both(|lang| {
                let value = match self.built_in(lang, name) {
                    Some(value) if name == "position" => capitalised(&value),
                    Some(value) => value,
                    None => self.gap(lang, name),
                };
                let words = &self.language(lang).letter.signature;
                match label {
                    Some(label) => label(words).0.replace("{{value}}", &value),
                    None => value,
                }
            })
        };
        vec![
            self.both(|lang| self.language(lang).letter.signature.closing.0.clone()),
            line("signatory", None),
            line("position", None),
            line("legal-name", None),
            line("store", Some(|w| &w.store)),
            line("merchant-token", Some(|w| &w.merchant_token)),
            line("email", Some(|w| &w.email)),
        ]
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
