//! A YAML text as a tree in which every value knows its place.
//!
//! Only what went wrong needs it: files are read by serde without places, and
//! the tree is made when there is something to point at.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use crate::diagnostic::{KeyPath, Span, Step};

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) value: NodeValue,
    pub(super) span: Span,
}

#[derive(Debug, Clone)]
pub(super) enum NodeValue {
    Scalar {
        text: String,
        plain: bool,
    },
    Seq(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// Taken out by `yaml::collect`; keeps the positions of a list.
    Gone,
}

/// The first document of a YAML text.
#[derive(Debug)]
pub struct Tree {
    pub(super) root: Option<Node>,
}

/// Why a text is no YAML, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SyntaxFault {
    pub(super) info: String,
    pub(super) span: Span,
}

/// Aliases may repeat a text; not more than this many values in all.
const NODES: usize = 50_000;

impl Tree {
    /// Reads a text, if it is YAML.
    pub fn of(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    /// Reads a text.
    pub(super) fn parse(text: &str) -> Result<Self, SyntaxFault> {
        let lines = Lines::new(text);
        let fault = |error: &ScanError| SyntaxFault {
            info: error.info().to_owned(),
            span: lines.span(*error.marker(), *error.marker()),
        };
        let mut builder = Builder {
            lines: &lines,
            open: Vec::new(),
            anchors: HashMap::new(),
            root: None,
            nodes: 0,
        };
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| fault(&error))?;
            let span = lines.span(span.start, span.end);
            if matches!(event, Event::DocumentEnd) {
                break;
            }
            builder.take(event, span);
            if builder.nodes > NODES {
                return Err(SyntaxFault {
                    info: "too many values".to_owned(),
                    span,
                });
            }
        }
        Ok(Self { root: builder.root })
    }

    /// Finds the value a key path leads to, or the nearest one around it.
    pub fn span(&self, path: &KeyPath) -> Option<Span> {
        let mut node = self.root.as_ref()?;
        let mut found = None;
        for step in &path.0 {
            match (step, &node.value) {
                (Step::Key(key), NodeValue::Map(entries)) => {
                    let entry = entries.iter().find(|(k, _)| k.text() == Some(key));
                    let Some((key, value)) = entry else { break };
                    // A whole block would underline half a file; its key names it as well.
                    let block = value.span.end_line > key.span.end_line;
                    found = Some(if block { key.span } else { value.span });
                    node = value;
                }
                (Step::Index(index), NodeValue::Seq(items)) => {
                    let Some(item) = items.get(*index) else { break };
                    found = Some(item.head());
                    node = item;
                }
                _ => break,
            }
        }
        found.or_else(|| self.root.as_ref().map(Node::head))
    }

    /// Finds keys that stand twice in one mapping: the path of the mapping, the key, its second place.
    pub(super) fn duplicate_keys(&self) -> Vec<(KeyPath, String, Span)> {
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            duplicates(root, &KeyPath::root(), &mut found);
        }
        found
    }
}

fn duplicates(node: &Node, path: &KeyPath, found: &mut Vec<(KeyPath, String, Span)>) {
    match &node.value {
        NodeValue::Scalar { .. } | NodeValue::Gone => {}
        NodeValue::Seq(items) => {
            for (at, item) in items.iter().enumerate() {
                duplicates(item, &path.index(at), found);
            }
        }
        NodeValue::Map(entries) => {
            for (at, (key, value)) in entries.iter().enumerate() {
                let name = key.text().unwrap_or_default();
                if entries[..at]
                    .iter()
                    .any(|(other, _)| other.text() == Some(name))
                {
                    found.push((path.clone(), name.to_owned(), key.span));
                }
                duplicates(value, &path.key(name), found);
            }
        }
    }
}

impl Node {
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The first line of the value, which is enough to point at.
    fn head(&self) -> Span {
        match &self.value {
            NodeValue::Map(entries) if self.span.end_line > self.span.line => {
                entries.first().map_or(self.span, |(key, _)| key.span)
            }
            NodeValue::Seq(items) if self.span.end_line > self.span.line => {
                items.first().map_or(self.span, Node::head)
            }
            _ => self.span,
        }
    }
}

struct Builder<'a> {
    lines: &'a Lines<'a>,
    open: Vec<Open>,
    anchors: HashMap<usize, Node>,
    root: Option<Node>,
    nodes: usize,
}

struct Open {
    anchor: usize,
    span: Span,
    map: bool,
    /// Items; for a mapping keys and values in turn.
    items: Vec<Node>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                let value = NodeValue::Scalar {
                    text: text.into_owned(),
                    plain,
                };
                let span = if plain {
                    span
                } else {
                    self.lines.trimmed(span)
                };
                self.put(Node { value, span }, anchor);
            }
            Event::Alias(anchor) => {
                if let Some(node) = self.anchors.get(&anchor).cloned() {
                    self.nodes += node.count();
                    self.put(Node { span, ..node }, 0);
                }
            }
            Event::SequenceStart(anchor, _) => {
                self.open.push(Open {
                    anchor,
                    span,
                    map: false,
                    items: Vec::new(),
                });
            }
            Event::MappingStart(anchor, _) => {
                self.open.push(Open {
                    anchor,
                    span,
                    map: true,
                    items: Vec::new(),
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
    }

    fn close(&mut self, end: Span) {
        let Some(open) = self.open.pop() else { return };
        let last = open.items.last().map_or(end, |node| node.span);
        let span = Span {
            end: last.end,
            end_line: last.end_line,
            end_column: last.end_column,
            ..open.span
        };
        let value = if open.map {
            let mut entries = Vec::with_capacity(open.items.len() / 2);
            let mut items = open.items.into_iter();
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                entries.push((key, value));
            }
            NodeValue::Map(entries)
        } else {
            NodeValue::Seq(open.items)
        };
        self.put(Node { value, span }, open.anchor);
    }

    fn put(&mut self, node: Node, anchor: usize) {
        self.nodes += 1;
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.items.push(node),
            None => self.root = Some(node),
        }
    }
}

impl Node {
    fn count(&self) -> usize {
        match &self.value {
            NodeValue::Scalar { .. } | NodeValue::Gone => 1,
            NodeValue::Seq(items) => 1 + items.iter().map(Node::count).sum::<usize>(),
            NodeValue::Map(entries) => {
                1 + entries
                    .iter()
                    .map(|(k, v)| k.count() + v.count())
                    .sum::<usize>()
            }
        }
    }
}

/// Byte offsets of the characters the parser counts.
struct Lines<'a> {
    text: &'a str,
    /// Byte offset of every character, and of the end.
    offsets: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let offsets = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        Self { text, offsets }
    }

    fn offset(&self, marker: Marker) -> usize {
        self.offsets
            .get(marker.index())
            .copied()
            .unwrap_or(self.text.len())
    }

    fn span(&self, start: Marker, end: Marker) -> Span {
        let (from, to) = (self.offset(start), self.offset(end));
        Span {
            start: from,
            end: to.max(from),
            line: start.line(),
            column: start.col() + 1,
            end_line: end.line(),
            end_column: end.col() + 1,
        }
    }

    /// A block text ends behind its last line break; its span should end before.
    fn trimmed(&self, span: Span) -> Span {
        let text = &self.text[span.start..span.end];
        let kept = text.trim_end();
        if kept.len() == text.len() || kept.is_empty() {
            return span;
        }
        let breaks = text[kept.len()..].matches('\n').count();
        let last = kept.rsplit('\n').next().unwrap_or(kept);
        Span {
            end: span.start + kept.len(),
            end_line: span.end_line - breaks.min(span.end_line - span.line),
            end_column: 1 + last.chars().count(),
            ..span
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "store: 晨曦\nlist:\n  - a: 1\n    b: two\n  - a: 3\nlist2: [x, y]\n";

    fn place(path: &KeyPath) -> (usize, usize, String) {
        let span = Tree::parse(TEXT).unwrap().span(path).unwrap();
        (
            span.line,
            span.column,
            TEXT[span.start..span.end].to_owned(),
        )
    }

    #[test]
    fn a_path_leads_to_its_text() {
        let root = KeyPath::root();
        assert_eq!(place(&root.key("store")), (1, 8, "晨曦".into()));
        assert_eq!(
            place(&root.key("list").index(0).key("b")),
            (4, 8, "two".into())
        );
        assert_eq!(place(&root.key("list")), (2, 1, "list".into()));
        assert_eq!(place(&root.key("list2").index(1)), (6, 12, "y".into()));
        // What is missing is shown at what is there.
        assert_eq!(
            place(&root.key("list").index(1).key("zz")),
            (5, 5, "a: 3".into())
        );
    }

    #[test]
    fn keys_that_stand_twice_are_found_anywhere() {
        let tree = Tree::parse("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 2\n").unwrap();
        let found: Vec<_> = tree
            .duplicate_keys()
            .into_iter()
            .map(|(p, k, s)| (p.to_string(), k, s.line))
            .collect();
        assert_eq!(
            found,
            [("b".into(), "c".into(), 5), (String::new(), "a".into(), 6)]
        );
    }

    #[test]
    fn aliases_cannot_blow_up() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for n in 1..9 {
            let inner = vec![format!("*a{}", n - 1); 10].join(", ");
            text.push_str(
                &[
                    "a",
                    &n.to_string(),
                    ": &a",
                    &n.to_string(),
                    " [",
                    &inner,
                    "]\n",
                ]
                .concat(),
            );
        }
        assert_eq!(Tree::parse(&text).unwrap_err().info, "too many values");
    }
}
