//! Puts a letter together from a case.

use std::cell::RefCell;

use chrono::NaiveDate;

use crate::case::{Case, OWN};
use crate::catalogue::raw::RawSignatureWords;
use crate::catalogue::{
    AppealType, CLOSE, Catalogue, Language, MIDDLE, OPEN, RawLetterWords, Sentence, Values,
};
use crate::contacts::{Contacts, Marketplace};
use crate::diagnostic::KeyPath;
use crate::fact::{FactType, Value, Words};
use crate::lang::{Lang, Texts};
use crate::letter::inline::{self, GAP, Inline};
use crate::letter::{
    Block, Both, Document, Gap, Heading, Letter, Origin, Part, Section, phrases, review,
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

/// What a letter is put together from.
pub(super) struct Work<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) case: &'a Case,
    pub(super) appeal_type: &'a AppealType,
    marketplace: &'a Marketplace,
    sides: Both<&'a Language>,
    /// Found while texts are put together, in their order.
    gaps: RefCell<Vec<Gap>>,
}

impl<'a> Work<'a> {
    fn letter(&self, languages: &Both<Lang>, today: NaiveDate) -> Letter {
        let words = |lang: Lang| &self.catalogue.language(lang).letter;
        let mut values = Both::of(languages, |lang| self.values(lang));
        let title = Both::of(languages, |lang| words(lang).title.0.clone());
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
                .0
                .replace("{{title}}", self.appeal_type.title.get(lang));
            let case = case_id
                .as_ref()
                .map(|id| words(lang).subject_case.0.replace("{{case-id}}", id));
            subject.replace("{{store}}", &store) + case.as_deref().unwrap_or_default()
        });
        let day = self.case.date.unwrap_or(today);
        let opening = self.paragraphs(Part::Opening, "opening", &self.appeal_type.opening, &values);
        let mut sections = vec![Section {
            part: Part::Opening,
            heading: None,
            blocks: opening,
        }];
        let causes = self.causes(&values);
        let actions = self.answers(Part::Actions, &mut values);
        let measures = self.answers(Part::Measures, &mut values);
        let status = self.paragraphs(Part::Status, "status", &self.appeal_type.status, &values);
        let evidence = self.evidence();
        let request = self.paragraphs(Part::Request, "request", &self.appeal_type.request, &values);
        let signature = self.signature();
        let mut letters = 'A'..='Z';
        let mut heading = |of: HeadingWords| Heading {
            mark: letters.next().expect("a letter has six headings at most"),
            words: Both::of(languages, |lang| of(words(lang)).0.clone()),
        };
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
                    heading: Some(heading(of)),
                    blocks,
                });
            }
        }
        let evidence_heading = heading(|w| &w.evidence);
        let request_heading = heading(|w| &w.request);
        sections.push(Section {
            part: Part::Request,
            heading: Some(request_heading),
            blocks: request,
        });
        let mut letter = Letter {
            languages: languages.clone(),
            tags: Both::of(languages, |lang| {
                phrases::tags(self.catalogue.language(lang))
            }),
            phrases: Both::of(languages, |lang| {
                phrases::phrases(self.catalogue.language(lang))
            }),
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
            salutation: Both::of(languages, |lang| words(lang).salutation.0.clone()),
            sections,
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

    /// Both texts of something that is put together per language.
    fn both(&self, make: impl Fn(Lang) -> String) -> Both<Vec<Inline>> {
        Both {
            letter: self.parse(self.sides.letter.lang, &make(self.sides.letter.lang)),
            reading: self.parse(self.sides.reading.lang, &make(self.sides.reading.lang)),
        }
    }

    fn parse(&self, lang: Lang, filled: &str) -> Vec<Inline> {
        let language = self.language(lang);
        let missing = &language.letter.draft.missing.0;
        let mut inlines = inline::parse(filled, |what| missing.replace("{{what}}", what));
        if language.formats.cjk() {
            inline::close_up(&mut inlines);
        }
        inlines
    }

    fn language(&self, lang: Lang) -> &'a Language {
        self.catalogue.language(lang)
    }

    /// The value of what every letter has, in a language.
    fn built_in(&self, lang: Lang, name: &str) -> Option<String> {
        let language = self.language(lang);
        let words = |words: &Option<Words>| {
            words
                .as_ref()?
                .get(lang, language.formats.cjk())
                .map(str::to_owned)
        };
        let list = |codes: &Option<Vec<String>>| {
            let codes = codes.as_ref().filter(|codes| !codes.is_empty())?;
            Some(language.formats.list(codes.iter().map(String::as_str)))
        };
        let (seller, notice) = (&self.case.seller, &self.case.notice);
        match name {
            "store" => words(&seller.store),
            "legal-name" => words(&seller.legal_name),
            "signatory" => words(&seller.signatory),
            "merchant-token" => seller.merchant_token.clone(),
            "email" => seller.email.clone(),
            "position" => self.term(lang, FactType::Role, seller.position.as_ref()),
            "marketplace" => Some(self.marketplace.name.get(lang).to_owned()),
            "notice-date" => notice.date.map(|date| language.formats.date(date)),
            "case-id" => notice.case_id.clone(),
            "notice-asins" => list(&notice.asins),
            "notice-orders" => list(&notice.orders),
            "target" => self
                .appeal_type
                .target
                .as_ref()
                .map(|t| language.formats.percent(&t.percent)),
            _ => None,
        }
    }

    /// The words of a role or a rhythm, the catalogue's or the seller's own.
    fn term(&self, lang: Lang, kind: FactType, value: Option<&Value>) -> Option<String> {
        let language = self.language(lang);
        match value? {
            Value::Option(id) if kind == FactType::Role => language.roles.get(id).cloned(),
            Value::Option(id) => language.rhythms.get(id).cloned(),
            other => other.write(lang, &language.formats),
        }
    }

    /// A fact in a language.
    pub(super) fn fact(&self, lang: Lang, id: &str) -> Option<String> {
        let Some(fact) = self.appeal_type.facts.get(id) else {
            return self.built_in(lang, id);
        };
        let value = self.case.facts.get(id)?;
        match (fact.kind, value) {
            (FactType::Role | FactType::Rhythm, value) => self.term(lang, fact.kind, Some(value)),
            (FactType::Choice, Value::Option(option)) => fact
                .options
                .get(option)
                .map(|texts| texts.get(lang).to_owned()),
            (_, Value::Codes(codes)) if codes.is_empty() => None,
            (_, value) => value.write(lang, &self.language(lang).formats),
        }
    }

    /// The short name of a fact in a language.
    pub(super) fn label(&self, lang: Lang, id: &str) -> String {
        match self.appeal_type.facts.get(id) {
            Some(fact) => fact.label.get(lang).to_owned(),
            None => self
                .language(lang)
                .labels
                .get(id)
                .cloned()
                .unwrap_or_else(|| id.to_owned()),
        }
    }

    /// The values of every fact the case has; the rest are gaps.
    fn values(&self, lang: Lang) -> Values {
        let mut values = Values::default();
        for name in crate::catalogue::BUILT_IN {
            let number = match name {
                "notice-asins" => self.case.notice.asins.as_ref().map(Vec::len),
                "notice-orders" => self.case.notice.orders.as_ref().map(Vec::len),
                _ => None,
            };
            let words = self
                .built_in(lang, name)
                .unwrap_or_else(|| self.open(lang, name));
            values.set(name, &words, Some(number.unwrap_or(0).to_string()));
        }
        for id in self.appeal_type.facts.keys() {
            let words = self.fact(lang, id).unwrap_or_else(|| self.open(lang, id));
            let number = self.case.facts.get(id).and_then(Value::number);
            let number = number.map_or_else(|| "0".to_owned(), |number| number.to_string());
            values.set(id, &words, Some(number));
        }
        values
    }

    /// What stands in place of a fact that is missing.
    fn open(&self, lang: Lang, id: &str) -> String {
        format!("{GAP}{}", self.label(lang, id))
    }

    /// A gap that is the whole of a text.
    fn gap(&self, lang: Lang, id: &str) -> String {
        self.gap_called(&self.label(lang, id))
    }

    fn gap_called(&self, what: &str) -> String {
        format!("{OPEN}{MIDDLE}{GAP}{what}{CLOSE}")
    }

    /// Notes that something is missing: a label, of an entry or of the letter.
    fn note(&self, path: KeyPath, label: &str, of: Option<&Texts>) {
        let mut what = Texts::default();
        for (lang, language) in &self.catalogue.languages {
            let label = match self.appeal_type.facts.get(label) {
                Some(fact) => fact.label.get(*lang),
                None => language.labels.get(label).map_or(label, String::as_str),
            };
            let text = match of {
                Some(of) => format!("{label} ({})", of.get(*lang)),
                None => label.to_owned(),
            };
            what.0.insert(*lang, text);
        }
        let mut gaps = self.gaps.borrow_mut();
        if !gaps.iter().any(|gap| gap.path == path) {
            gaps.push(Gap { path, what });
        }
    }

    /// Notes the facts of a sentence that are missing in one of the languages.
    fn note_facts(&self, variables: &[String]) {
        for id in variables {
            let missing = [self.sides.letter, self.sides.reading]
                .into_iter()
                .any(|side| self.fact(side.lang, id).is_none());
            if !missing || ["done-on", "since", "owner", "rhythm"].contains(&id.as_str()) {
                continue;
            }
            self.note(place(id), id, None);
        }
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
            let optional =
                |id: &&String| self.appeal_type.facts.get(*id).is_some_and(|f| f.optional);
            let left_out = sentence
                .variables
                .iter()
                .filter(optional)
                .any(|id| self.fact(self.sides.letter.lang, id).is_none());
            if left_out {
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

    fn fill(&self, sentence: &Sentence, values: &Both<Values>) -> Both<Vec<Inline>> {
        let fill = |lang: Lang, values: &Values| {
            let sentences = self.appeal_type.sentences.get(&lang);
            let filled = sentences.and_then(|s| s.fill(&sentence.name, values).ok());
            // Every variable of a loaded sentence is among the values, so this does not happen;
            // should it, the sentence is shown as a gap and not left out.
            let filled = filled.unwrap_or_else(|| self.gap_called(&sentence.name));
            self.parse(lang, &filled)
        };
        Both {
            letter: fill(self.sides.letter.lang, &values.letter),
            reading: fill(self.sides.reading.lang, &values.reading),
        }
    }

    fn causes(&self, values: &Both<Values>) -> Vec<Block> {
        let root = KeyPath::root().key("root-causes");
        if self.case.causes.is_empty() {
            self.note(root.clone(), "root-cause", None);
        }
        let mut blocks = Vec::new();
        for (number, (id, cause)) in self.case.causes.iter().enumerate() {
            let path = root.key(id);
            let known = self.appeal_type.causes.get(id);
            let (text, facts) = match known {
                Some(known) => {
                    self.note_facts(&known.sentence.variables);
                    (
                        self.fill(&known.sentence, values),
                        known.sentence.variables.clone(),
                    )
                }
                None => (self.own(&path.key("own"), cause.own.as_ref()), Vec::new()),
            };
            for (list, key, label) in [
                (&cause.actions, "actions", "action"),
                (&cause.measures, "measures", "measure"),
            ] {
                if list.is_empty() {
                    let title = self.entry_title(known.map(|k| &k.title), cause.own.as_ref());
                    self.note(path.key(key), label, Some(&title));
                }
            }
            let own = known.is_none();
            let origin = Origin {
                path,
                own,
                facts,
                proof: Vec::new(),
                date: None,
            };
            blocks.push(Block {
                label: Some((number + 1).to_string()),
                text,
                origin,
            });
        }
        blocks
    }

    /// Own words in both languages; the one that is missing is a gap, never a copy.
    fn own(&self, path: &KeyPath, words: Option<&Words>) -> Both<Vec<Inline>> {
        for side in [self.sides.letter, self.sides.reading] {
            let given = words.and_then(|words| words.get(side.lang, side.formats.cjk()));
            if given.is_none() {
                let mut name = Texts::default();
                for lang in self.catalogue.languages.keys() {
                    let words = words.and_then(|words| words.any(*lang)).unwrap_or_default();
                    let start: String = words.chars().take(30).collect();
                    name.0.insert(*lang, format!("{}: {start}", side.name));
                }
                self.note(path.key(side.lang.as_str()), "own-words", Some(&name));
            }
        }
        self.both(|lang| {
            let cjk = self.language(lang).formats.cjk();
            let given = words.and_then(|words| words.get(lang, cjk));
            given.map_or_else(|| self.gap(lang, "own-words"), str::to_owned)
        })
    }

    fn entry_title(&self, known: Option<&Texts>, own: Option<&Words>) -> Texts {
        if let Some(known) = known {
            return known.clone();
        }
        let of = |lang: &Lang| {
            (
                *lang,
                own.and_then(|w| w.any(*lang))
                    .unwrap_or_default()
                    .to_owned(),
            )
        };
        Texts(self.catalogue.languages.keys().map(of).collect())
    }

    /// Actions or measures: each once, under the first cause it answers.
    fn answers(&self, part: Part, values: &mut Both<Values>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut written: Vec<&String> = Vec::new();
        let lists: Vec<&Vec<String>> = self
            .case
            .causes
            .values()
            .map(|cause| {
                if part == Part::Actions {
                    &cause.actions
                } else {
                    &cause.measures
                }
            })
            .collect();
        for (cause, list) in lists.iter().enumerate() {
            let mut number = 0;
            for id in *list {
                if written.contains(&id) {
                    continue;
                }
                written.push(id);
                number += 1;
                let others: Vec<String> = (cause + 1..lists.len())
                    .filter(|other| lists[*other].contains(id))
                    .map(|other| (other + 1).to_string())
                    .collect();
                let label = format!("{}.{number}", cause + 1);
                blocks.push(self.answer(part, id, label, &others, values));
            }
        }
        blocks
    }

    fn answer(
        &self,
        part: Part,
        id: &str,
        label: String,
        others: &[String],
        values: &mut Both<Values>,
    ) -> Block {
        let details = self.details(part, id);
        let (known, key) = match part {
            Part::Actions => (self.appeal_type.actions.get(id), "actions"),
            _ => (self.appeal_type.measures.get(id), "measures"),
        };
        let path = KeyPath::root().key(key).key(id);
        let title = self.entry_title(known.map(|k| &k.title), details.own);
        for (name, date, value) in &details.values {
            let asked = known.is_none_or(|k| k.sentence.variables.iter().any(|v| v == name));
            let kind = if *name == "rhythm" {
                FactType::Rhythm
            } else {
                FactType::Role
            };
            let given =
                |side: &Language| date.is_some() || self.term(side.lang, kind, *value).is_some();
            if asked && !(given(self.sides.letter) && given(self.sides.reading)) {
                self.note(path.key(*name), name, Some(&title));
            }
        }
        if details.proof.is_none() {
            self.note(path.key("proof"), "proof", Some(&title));
        }
        let text = match known {
            Some(known) => {
                self.note_facts(&known.sentence.variables);
                for (side, values) in [
                    (self.sides.letter, &mut values.letter),
                    (self.sides.reading, &mut values.reading),
                ] {
                    for (name, words) in self.detail_words(side.lang, &details) {
                        values.set(name, &words, None);
                    }
                }
                self.fill(&known.sentence, values)
            }
            None => self.own_answer(part, &path, &details),
        };
        let mut facts = known.map_or_else(Vec::new, |k| k.sentence.variables.clone());
        if known.is_none() {
            facts.extend(details.values.iter().map(|(name, ..)| (*name).to_owned()));
        }
        let proof = self.proof_numbers(details.proof);
        let text = Both {
            letter: self.with_references(self.sides.letter, text.letter, others, &proof),
            reading: self.with_references(self.sides.reading, text.reading, others, &proof),
        };
        let date = details.values.iter().find_map(|(_, date, _)| *date);
        let origin = Origin {
            path,
            own: known.is_none(),
            facts,
            proof,
            date,
        };
        Block {
            label: Some(label),
            text,
            origin,
        }
    }

    fn details(&self, part: Part, id: &str) -> Details<'a> {
        let case = self.case;
        if part == Part::Actions {
            let given = case.actions.get(id);
            return Details {
                own: given.and_then(|a| a.own.as_ref()),
                values: vec![("done-on", given.and_then(|a| a.done_on), None)],
                proof: given.and_then(|a| a.proof.as_deref()),
            };
        }
        let given = case.measures.get(id);
        Details {
            own: given.and_then(|m| m.own.as_ref()),
            values: vec![
                ("since", given.and_then(|m| m.since), None),
                ("owner", None, given.and_then(|m| m.owner.as_ref())),
                ("rhythm", None, given.and_then(|m| m.rhythm.as_ref())),
            ],
            proof: given.and_then(|m| m.proof.as_deref()),
        }
    }

    fn detail_words(&self, lang: Lang, details: &Details<'_>) -> Vec<(&'static str, String)> {
        let words = |(name, date, value): &(&'static str, Option<NaiveDate>, Option<&Value>)| {
            let kind = if *name == "rhythm" {
                FactType::Rhythm
            } else {
                FactType::Role
            };
            let given = match date {
                Some(date) => Some(self.language(lang).formats.date(*date)),
                None => self.term(lang, kind, *value),
            };
            (*name, given.unwrap_or_else(|| self.open(lang, name)))
        };
        details.values.iter().map(words).collect()
    }

    /// An action or a measure in own words, in the language's frame for them.
    fn own_answer(&self, part: Part, path: &KeyPath, details: &Details<'_>) -> Both<Vec<Inline>> {
        // Notes what is missing; the frame is filled below.
        self.own(&path.key("own"), details.own);
        self.both(|lang| {
            let language = self.language(lang);
            let words = &language.letter;
            let frame = if part == Part::Actions {
                &words.own_action
            } else {
                &words.own_measure
            };
            let own = details
                .own
                .and_then(|words| words.get(lang, language.formats.cjk()));
            let own = own.map_or_else(|| self.gap(lang, "own-words"), str::to_owned);
            let mut text = frame.0.clone();
            for (name, value) in self.detail_words(lang, details) {
                let wrapped = format!("{OPEN}{name}{MIDDLE}{value}{CLOSE}");
                text = text.replace(&format!("{{{{{name}}}}}"), &wrapped);
            }
            text.replace("{{text}}", &own)
        })
    }

    fn proof_numbers(&self, proof: Option<&[String]>) -> Vec<usize> {
        let documents = self.case.named_evidence();
        let number = |id: &String| documents.iter().position(|d| d == id).map(|at| at + 1);
        let mut numbers: Vec<usize> = proof
            .unwrap_or_default()
            .iter()
            .filter_map(number)
            .collect();
        numbers.sort_unstable();
        numbers
    }

    /// Adds which other causes an entry answers, and which documents prove it.
    fn with_references(
        &self,
        language: &Language,
        mut text: Vec<Inline>,
        others: &[String],
        proof: &[usize],
    ) -> Vec<Inline> {
        let space = language.formats.space();
        if !others.is_empty() {
            let note = language
                .letter
                .also_answers
                .0
                .replace("{{numbers}}", &others.join(", "));
            text.push(Inline::Text(format!("{space}{note}")));
        }
        if !proof.is_empty() {
            let numbers: Vec<String> = proof.iter().map(ToString::to_string).collect();
            let reference = &language.letter.evidence_reference.0;
            let reference = reference.replace("{{numbers}}", &numbers.join(", "));
            text.push(Inline::Text(format!("{space}{reference}")));
        }
        text
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
                .filter(|_| !id.starts_with(OWN));
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

/// What the seller gave for an action or a measure.
struct Details<'a> {
    own: Option<&'a Words>,
    /// Name, and a date or a term.
    values: Vec<(&'static str, Option<NaiveDate>, Option<&'a Value>)>,
    proof: Option<&'a [String]>,
}

/// Where an answer stands in the case file.
fn place(id: &str) -> KeyPath {
    let root = KeyPath::root();
    match id {
        "store" | "legal-name" => root.key("seller").key(id),
        "notice-date" => root.key("notice").key("date"),
        "case-id" => root.key("notice").key("case-id"),
        "notice-asins" => root.key("notice").key("asins"),
        "notice-orders" => root.key("notice").key("orders"),
        _ => root.key("facts").key(id),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
