//! What is read from a text, written shortly: `~` marks what only may be a value.

use super::*;

thread_local! {
    /// What did not come out as expected; a test shows all of it at once.
    static SLIPS: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Fails at the end of a test when something slipped.
struct Slips;

impl Drop for Slips {
    fn drop(&mut self) {
        let slips = SLIPS.take();
        assert!(
            slips.is_empty() || std::thread::panicking(),
            "\n{}",
            slips.join("\n")
        );
    }
}

fn same(text: &str, seen: &[String], expected: &str) {
    let seen = seen.join(" ");
    if seen != expected {
        SLIPS.with_borrow_mut(|slips| slips.push(format!("{text}: {seen}, expected {expected}")));
    }
}

fn check(lang: &str, text: &str, expected: &str) {
    let found = find(text, lang.parse().unwrap());
    let mut seen: Vec<String> = Vec::new();
    for one in &found {
        let soft = if one.certainty == Certainty::Soft {
            "~"
        } else {
            ""
        };
        assert!(
            text.get(one.span.clone()).is_some(),
            "{text}: {:?}",
            one.span
        );
        seen.push(format!("{soft}{}", one.value));
    }
    same(text, &seen, expected);
}

/// Only what is sure.
fn hard(lang: &str, text: &str, expected: &str) {
    let found = find(text, lang.parse().unwrap());
    let sure = found.iter().filter(|f| f.certainty == Certainty::Hard);
    let seen: Vec<String> = sure.map(|f| f.value.to_string()).collect();
    same(text, &seen, expected);
}

#[test]
fn dates_of_every_form() {
    let _slips = Slips;
    for (lang, text) in [
        ("en", "On 5 June 2025 we"),
        ("en", "June 5th, 2025"),
        ("en", "the 5th of June 2025"),
        ("en", "2025-06-05"),
        ("en", "Jun. 5, 2025"),
        ("zh", "2025年6月5日"),
        ("zh", "2025 年 6 月 5 日"),
        ("zh", "２０２５年６月５日"),
        ("zh", "二〇二五年六月五号"),
        ("zh", "2025/6/5"),
        ("ja", "令和7年6月5日"),
        ("de", "05.06.2025"),
        ("de", "am 5. Juni 2025"),
    ] {
        check(lang, text, "2025-06-05");
    }
    check("en", "05/06/2025", "2025-06-05");
    check("en", "in June 2025", "2025-06-*");
    check("en", "in March", "*-03-*");
    check("en", "May we ask", "~*-05-*");
    check("en", "we may march", "");
    check("en", "since 2024", "2024-*-*");
}

#[test]
fn dates_in_lists() {
    let _slips = Slips;
    check("en", "4 May and 6 May 2026", "*-05-04 2026-05-06");
    check("en", "on 4 and 6 May 2026", "2026-05-04 2026-05-06");
    check("en", "from 4-9 May", "*-05-04 *-05-09");
    check("en", "May 4 and 6, 2026", "2026-05-04 2026-05-06");
    check("en", "In May 12 orders", "*-05-* 12");
    check("en", "on April 23 filed report", "*-04-23");
    check("en", "done by Dec 13 Person in charge", "*-12-13");
    hard("en", "since the first of September 2026", "2026-09-01");
    hard("en", "children under three may choke", "3");
    check(
        "de",
        "vom 3. bis zum 14. Februar 2025",
        "2025-02-03 2025-02-14",
    );
    hard("ja", "9月8日から3日間", "*-09-08 3");
    check("zh", "2026年5月4日和6日", "2026-05-04 2026-05-06");
    check("zh", "5月4至6日", "*-05-04 *-05-06");
    check("zh", "5月4日、6日和9日", "*-05-04 *-05-06 *-05-09");
    check("zh", "5月4日至6月6日", "*-05-04 *-06-06");
    check("de", "vom 4. bis 6. Mai 2026", "2026-05-04 2026-05-06");
    check("zh", "7日内", "7");
}

#[test]
fn percentages_and_money() {
    let _slips = Slips;
    for (lang, text) in [
        ("en", "12.5%"),
        ("en", "12.5 per cent"),
        ("zh", "12.5％"),
        ("zh", "百分之十二点五"),
        ("de", "12,5 Prozent"),
    ] {
        check(lang, text, "12.5%");
    }
    for (lang, text) in [
        ("en", "EUR 480"),
        ("en", "€480.00"),
        ("en", "480 euros"),
        ("zh", "480 欧元"),
        ("zh", "四百八十欧元"),
        ("de", "480,00 €"),
    ] {
        check(lang, text, "EUR 480");
    }
    check("en", "US$ 1,250.50", "USD 1250.5");
    check("en", "USD1.2 million", "USD 1200000");
    check("zh", "3万元", "CNY 30000");
    check("zh", "人民币300元", "CNY 300");
    check("zh", "1万2千美元", "USD 12000");
    check("de", "1.250,50 Euro", "EUR 1250.5");
    check("ja", "3,000円", "JPY 3000");
    check("ja", "千円", "JPY 1000");
    hard("en", "one pound ninety a parcel", "GBP 1.9");
    hard("en", "four pounds and fifty pence", "GBP 4.5");
    hard("zh", "四英镑五十便士", "GBP 4.5");
    hard("zh", "三块五的东西", "CNY 3.5");
    hard("en", "one point eight per cent", "1.8%");
}

#[test]
fn times() {
    let _slips = Slips;
    for (lang, text) in [
        ("en", "at 16:30"),
        ("en", "4:30 p.m."),
        ("en", "4.30 pm"),
        ("zh", "下午4点半"),
        ("zh", "下午四点三十分"),
        ("zh", "16:30"),
        ("zh", "16时30分"),
        ("ja", "午後4時30分"),
        ("de", "16.30 Uhr"),
    ] {
        hard(lang, text, "16:30");
    }
    hard("en", "from 9 to 11 a.m.", "9:00 11:00");
    hard("zh", "上午9点至11点", "9:00 11:00");
    hard("de", "um 16 Uhr", "16:00");
    hard("zh", "24小时内", "24");
    hard("zh", "凌晨零点20分", "0:20");
    hard("en", "between 2:05 and 3:50 p.m.", "14:05 15:50");
    hard("en", "from 9:15 to 11:30 a.m.", "9:15 11:30");
    hard("en", "from 11:30 to 1:15 p.m.", "11:30 13:15");
    hard("ja", "24時間以内", "24");
}

#[test]
fn numbers_of_every_form() {
    let _slips = Slips;
    for (lang, text) in [
        ("en", "seven orders"),
        ("en", "7 orders"),
        ("zh", "七笔订单"),
        ("zh", "７笔订单"),
        ("de", "sieben Bestellungen"),
        ("ja", "7件の注文"),
    ] {
        check(lang, text, "7");
    }
    check("en", "a dozen units", "12");
    check("zh", "十二件", "12");
    check("en", "half a dozen orders", "6");
    check("en", "a dozen and a half units", "18");
    check("en", "twenty-one days", "21");
    check("en", "one hundred and five orders", "105");
    check("en", "two thousand five hundred units", "2500");
    check("en", "two and a half hours", "2.5");
    check("en", "an hour and a half", "1.5");
    hard("zh", "两个半小时", "2.5");
    hard("zh", "相差两厘米半", "2.5");
    hard("zh", "３，６００件", "3600");
    check("zh", "半万件", "~5000");
    check("zh", "低于九成五", "~95% ~9");
    check("de", "ein halbes Dutzend Anträge", "~1 ~6");
    check("en", "12,400 units", "12400");
    check("en", "11 500 units", "11500");
    check("zh", "240打", "2880");
    check("en", "Double 11", "");
    hard("zh", "问2：多少件？", "");
    check("de", "12.400 Stück", "12400");
    check("zh", "1.2万件", "12000");
    hard("en", "two thirds of the orders", "0.666666");
    hard("zh", "三分之二的订单", "0.666666");
    hard("en", "3-5 days", "3 5");
    hard("en", "three to five days", "3 5");
    hard("zh", "三到五天", "3 5");
    hard("zh", "3 至 5 天", "3 5");
    check("zh", "两笔订单", "2");
    check("en", "both orders", "~2");
    check("zh", "三四天", "~3 ~4");
    check("zh", "近百笔订单", "~100");
}

#[test]
fn weekdays_and_rhythms() {
    let _slips = Slips;
    check("en", "every Monday", "Mon");
    check("zh", "每周一", "Mon");
    check("ja", "毎週月曜日", "Mon");
    hard("zh", "每周三次", "3");
    hard("zh", "每周一次", "");
    hard("en", "twice a day", "");
}

#[test]
fn identifiers() {
    let _slips = Slips;
    check("en", "B0EXAMPL17", "B0EXAMPL17");
    check("zh", "订单111-1234567-1234567已退款", "111-1234567-1234567");
    check("zh", "请联系a.b@example.com。", "a.b@example.com");
    check(
        "en",
        "invoice TL-260114 and TL-260522.",
        "TL-260114 TL-260522",
    );
    check("en", "case 10765432198", "10765432198");
    check("en", "see 01-invoices-2026.pdf and example.com/3/4", "");
    check("zh", "（03-shipping-2026-05.pdf）", "");
    check("en", "the A-to-z claim, 24/7", "~24 ~7 ~3.428571 ~*-07-24");
    check("en", "B2B and A4", "");
    check("en", "1. On 5 May\n2. Two orders", "*-05-05 2");
}

#[test]
fn words_that_count_nothing() {
    let _slips = Slips;
    let none = "一直 统一 一旦 一致 进一步 第一时间 万一 十分满意 第三方 唯一 之一 一般 一定 一些 一样 一起 \
                一、原因 千万别 四处 五金 二维码 零售 百度 一系列";
    for word in none.split(' ') {
        check("zh", word, "");
    }
    for text in [
        "one of the buyers",
        "at once",
        "the old one",
        "a third-party service",
        "a second later",
        "A-to-z Guarantee",
        "second-hand goods",
        "no one",
        "from one third party",
    ] {
        hard("en", text, "");
    }
    for word in ["一部の商品", "統一", "十分に", "第三者"] {
        check("ja", word, "");
    }
    hard("zh", "十分钟", "10");
}

#[test]
fn any_text_will_do() {
    let _slips = Slips;
    for text in [
        "",
        "\0",
        "１",
        "第",
        "百分之",
        "$",
        "US$",
        "+",
        "#",
        "(1",
        "5/",
        "5.",
        "5年",
        "令和",
        "半",
        "\u{10ffff}",
    ] {
        for lang in ["en", "zh", "ja", "de", "fr"] {
            find(text, lang.parse().unwrap());
        }
    }
    let long = "9".repeat(100_000);
    find(&long, "en".parse().unwrap());
    find(&"一".repeat(100_000), "zh".parse().unwrap());
    find(&"1、".repeat(50_000), "zh".parse().unwrap());
}
