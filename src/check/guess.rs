//! What a text is, where nobody said: its language, and whether it is for Amazon or for a buyer.

use super::document::Kind;
use super::hits::Hits;
use crate::lang::{EN, Lang, ZH};

/// Divides the two languages of a pair: a line of five or more equals signs.
pub fn divide(text: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if bare.len() >= 5 && bare.bytes().all(|b| b == b'=') {
            return Some((&text[..start], &text[start + line.len()..]));
        }
        start += line.len();
    }
    None
}

/// Small words of German, of which English has none.
const GERMAN: [&str; 14] = [
    "und", "der", "die", "das", "wir", "nicht", "wurde", "wurden", "mit", "für", "ist", "sie",
    "ihre", "den",
];

/// Guesses the language by its script, and German by its small words.
pub fn language(text: &str) -> Lang {
    let (mut latin, mut han, mut kana) = (0_usize, 0_usize, 0_usize);
    // A few thousand characters tell as much as a million.
    for c in text.chars().take(20_000) {
        match c {
            '\u{3041}'..='\u{30FA}' => kana += 1,
            '\u{4E00}'..='\u{9FFF}' => han += 1,
            _ if c.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    // A Chinese character says about as much as three letters.
    if (han + kana) * 3 > latin {
        return if kana * 8 > han { ja() } else { ZH };
    }
    let words = || {
        text.split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .take(2_000)
    };
    let german = words().filter(|word| GERMAN.contains(&word.to_lowercase().as_str()));
    if german.count() * 9 > words().count() {
        return de();
    }
    EN
}

/// Guesses what a text is for, by what was found in it.
pub(super) fn kind(hits: &Hits<'_>) -> Kind {
    let appeal = hits.of("kind:appeal").len();
    let message = hits.of("kind:buyer-message").len();
    if message > appeal {
        Kind::BuyerMessage
    } else {
        Kind::Appeal
    }
}

fn ja() -> Lang {
    "ja".parse().expect("ja is a language code")
}

fn de() -> Lang {
    "de".parse().expect("de is a language code")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_script_and_words() {
        assert_eq!(language("We refunded the order.").as_str(), "en");
        assert_eq!(
            language("我们已为订单 111-5550101-5550101 退款。").as_str(),
            "zh"
        );
        assert_eq!(language("ご注文の商品を返金いたしました。").as_str(), "ja");
        assert_eq!(
            language("Wir haben die Bestellung erstattet und den Käufer informiert.").as_str(),
            "de"
        );
        assert_eq!(language("").as_str(), "en");
    }

    #[test]
    fn a_line_of_equals_signs_divides() {
        assert_eq!(divide("a\n=====\nb\n"), Some(("a\n", "b\n")));
        assert_eq!(divide("a == b"), None);
    }
}
