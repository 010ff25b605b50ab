//! Sections of facts: the statements the seller confirmed, numbered, with their
//! proofs. In a message they are paragraphs; offers among which the reader picks are numbered.

use crate::case::Statement;
use crate::catalogue::{Choose, Sentence, Values};
use crate::diagnostic::KeyPath;
use crate::letter::assemble::Work;
use crate::letter::{Block, Both, Form, Origin};

impl Work<'_> {
    /// The statements of a part; one that is needed and not there is noted.
    pub(super) fn statements(&self, part: &str, values: &Both<Values>) -> Vec<Block> {
        let root = KeyPath::root().key("statements");
        let mut blocks = Vec::new();
        let offers = self.case.statements_of(part).count();
        let known = self.appeal_type.parts.get(part);
        let pick = known.and_then(|known| known.pick.as_ref());
        let numbered = self.appeal_type.form == Form::Letter || (pick.is_some() && offers > 1);
        for (id, given) in self.case.statements_of(part) {
            let number = numbered.then_some(blocks.len() + 1);
            blocks.push(self.statement(root.key(id), id, given, number, values));
        }
        if let Some(known) = known
            && blocks.is_empty()
            && known.choose != Choose::Any
        {
            self.note(root.key(part), "statement", Some(&known.title));
        }
        if let (Some(pick), false) = (pick, blocks.is_empty()) {
            let path = root.key(part);
            if offers > 1 {
                blocks.insert(0, self.line(path.clone(), &pick.lead, values));
                blocks.push(self.line(path, &pick.several, values));
            } else {
                blocks.push(self.line(path, &pick.one, values));
            }
        }
        blocks
    }

    /// A line of the catalogue around offers.
    fn line(&self, path: KeyPath, sentence: &Sentence, values: &Both<Values>) -> Block {
        self.note_facts(&sentence.variables);
        Block {
            label: None,
            text: self.fill(sentence, values),
            origin: Origin {
                path,
                own: false,
                facts: sentence.variables.clone(),
                proof: Vec::new(),
                date: None,
            },
        }
    }

    fn statement(
        &self,
        path: KeyPath,
        id: &str,
        given: &Statement,
        number: Option<usize>,
        values: &Both<Values>,
    ) -> Block {
        let known = self.appeal_type.statement(id);
        let (text, facts) = match known {
            Some(known) => {
                let facts = known.sentence.variables.clone();
                self.note_facts(&facts);
                (self.fill(&known.sentence, values), facts)
            }
            None => (self.own(&path.key("own"), given.own.as_ref()), Vec::new()),
        };
        if given.proof.is_none() && self.appeal_type.asks_proof(id) {
            let title = self.entry_title(known.map(|k| &k.title), given.own.as_ref());
            self.note(path.key("proof"), "proof", Some(&title));
        }
        let proof = self.proof_numbers(given.proof.as_deref());
        let text = Both {
            letter: Self::with_references(self.sides.letter, text.letter, &[], &proof),
            reading: Self::with_references(self.sides.reading, text.reading, &[], &proof),
        };
        let origin = Origin {
            path,
            own: known.is_none(),
            facts,
            proof,
            date: None,
        };
        Block {
            label: number.map(|number| number.to_string()),
            text,
            origin,
        }
    }
}
