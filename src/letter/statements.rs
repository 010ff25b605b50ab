//! Sections of facts: the statements the seller confirmed, numbered, with their
//! proofs. In a message they are paragraphs.

use crate::case::Statement;
use crate::catalogue::{Choose, Values};
use crate::diagnostic::KeyPath;
use crate::letter::assemble::Work;
use crate::letter::{Block, Both, Form, Origin};

impl Work<'_> {
    /// The statements of a part; one that is needed and not there is noted.
    pub(super) fn statements(&self, part: &str, values: &Both<Values>) -> Vec<Block> {
        let root = KeyPath::root().key("statements");
        let mut blocks = Vec::new();
        for (id, given) in self.case.statements_of(part) {
            let number = blocks.len() + 1;
            blocks.push(self.statement(root.key(id), id, given, number, values));
        }
        if let Some(known) = self.appeal_type.parts.get(part)
            && blocks.is_empty()
            && known.choose != Choose::Any
        {
            self.note(root.key(part), "statement", Some(&known.title));
        }
        blocks
    }

    fn statement(
        &self,
        path: KeyPath,
        id: &str,
        given: &Statement,
        number: usize,
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
        let letter = self.appeal_type.form == Form::Letter;
        Block {
            label: letter.then(|| number.to_string()),
            text,
            origin,
        }
    }
}
