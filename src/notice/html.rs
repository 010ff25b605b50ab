//! HTML as the text a person reads in it; nothing is checked and nothing fails.

use crate::notice::mapped::Mapped;

/// Tags that end a line.
const LINES: [&str; 18] = [
    "br",
    "p",
    "div",
    "tr",
    "li",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "body",
    "title",
];
/// Tags whose content nobody reads.
const UNSEEN: [&str; 4] = ["style", "script", "head", "template"];
/// Tags by which a text is taken for HTML.
const TELLTALE: [&str; 9] = [
    "<html", "<body", "<div", "<p>", "<p ", "<br", "<table", "<span", "<td",
];

/// Reports whether a text is HTML rather than plain text.
pub(super) fn looks_like(text: &str) -> bool {
    if !text.contains('<') {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    let closing = lower.contains("</") || lower.contains("<br");
    closing && TELLTALE.iter().any(|tag| lower.contains(tag))
}

/// Takes the tags off.
pub(super) fn strip(from: &Mapped) -> Mapped {
    let text = from.text();
    let mut out = Mapped::default();
    let mut at = 0;
    // What closes nothing is looked for once only, so that many open tags stay cheap.
    let mut hopeless: Vec<&str> = Vec::new();
    while at < text.len() {
        let rest = &text[at..];
        let next = rest.find(['<', '&', '\n']).unwrap_or(rest.len());
        out.copy(from, at..at + next);
        at += next;
        let rest = &text[at..];
        if rest.starts_with("<!--") {
            let end = if hopeless.contains(&"-->") {
                None
            } else {
                rest.find("-->")
            };
            if let Some(end) = end {
                at += end + 3;
            } else {
                hopeless.push("-->");
                at += 4;
            }
        } else if let Some(tag) = tag(rest) {
            at += tag.len;
            if LINES.contains(&tag.name.as_str()) {
                out.replace("\n", from, at - tag.len..at);
            } else if tag.name == "td" || tag.name == "th" {
                out.replace("\t", from, at - tag.len..at);
            }
            if let Some(unseen) = UNSEEN.iter().find(|name| **name == tag.name && !tag.closes)
                && !hopeless.contains(unseen)
            {
                match closing(&text[at..], unseen) {
                    Some(end) => at += end,
                    None => hopeless.push(unseen),
                }
            }
        } else if let Some((len, c)) = entity(rest) {
            out.replace(c.encode_utf8(&mut [0; 4]), from, at..at + len);
            at += len;
        } else if rest.starts_with('\n') {
            // A line break of the source is white space; only tags end lines.
            out.replace(" ", from, at..at + 1);
            at += 1;
        } else if let Some(c) = rest.chars().next() {
            out.copy(from, at..at + c.len_utf8());
            at += c.len_utf8();
        }
    }
    out
}

struct Tag {
    name: String,
    closes: bool,
    len: usize,
}

fn tag(rest: &str) -> Option<Tag> {
    let inner = rest.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let named = inner.trim_start_matches('/');
    if !named.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
        return None;
    }
    // A `<` before the next `>` says that the first one is a sign of the text.
    let window = inner.as_bytes();
    let end = window.iter().position(|byte| matches!(byte, b'>' | b'<'))?;
    if window[end] == b'<' {
        return None;
    }
    // An e-mail address or a link in angle brackets is text.
    let address = window[..end].contains(&b'@') && !window[..end].contains(&b'=');
    if address || inner.starts_with("http") {
        return None;
    }
    let name = named
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    Some(Tag {
        name,
        closes,
        len: end + 2,
    })
}

/// Where the closing tag of an unseen element begins.
fn closing(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    text.match_indices("</").map(|(at, _)| at).find(|at| {
        bytes
            .get(at + 2..at + 2 + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })
}

fn entity(rest: &str) -> Option<(usize, char)> {
    let inner = rest.strip_prefix('&')?;
    let end = inner.bytes().take(12).position(|byte| byte == b';')?;
    let name = inner.get(..end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        _ => {
            let code = name.strip_prefix('#')?;
            let code = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => code.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 2, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let text = strip(&Mapped::plain(html));
        let lines: Vec<&str> = text
            .text()
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect();
        assert_eq!(lines.join("|"), expected);
    }

    #[test]
    fn tags_go_and_lines_stay() {
        check("<p>One&nbsp;two</p><div>three</div>", "One two|three");
        check("<style>p{}</style>a<br/>b &#20013; &lt;c&gt;", "a|b 中 <c>");
        check("a < b and <x@example.com>", "a < b and <x@example.com>");
        check("<style>never closed", "never closed");
        check("<!-- open <p>text", "open|text");
    }

    #[test]
    fn plain_text_is_none() {
        assert!(!looks_like("Your rate is < 4% </"));
        assert!(looks_like("<div>x</div>"));
    }
}
