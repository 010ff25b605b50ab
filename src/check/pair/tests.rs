//! Pairs of a sentence or two; whole letters stand in `tests/check/pairs/`.

use super::*;
use crate::lang::{EN, ZH};

#[track_caller]
fn check(en: &str, zh: &str, expected: &[&str]) {
    let left = Text { text: en, lang: EN };
    let right = Text { text: zh, lang: ZH };
    let seen: Vec<String> = compare(left, right)
        .iter()
        .map(|d| {
            let instead = d.instead.as_ref().map_or("", |i| &i.quote);
            format!("{:?} {} / {instead}", d.kind, d.place.quote)
        })
        .collect();
    assert_eq!(seen, expected);
}

#[test]
fn a_value_without_partner_is_found_with_what_stands_instead() {
    check(
        "We refunded 12 orders.",
        "我们已为21笔订单退款。",
        &["Numbers 12 / 21"],
    );
    check(
        "On 5 June 2025",
        "于2025年5月6日",
        &["Dates 5 June 2025 / 2025年5月6日"],
    );
    check("two orders", "三笔订单", &["Numbers two / 三"]);
    check(
        "ASIN B0EXAMPL17",
        "ASIN B0EXAMPL71",
        &["Ids B0EXAMPL17 / B0EXAMPL71"],
    );
    check("12,000 units", "12万件", &["Numbers 12,000 / 12万"]);
    check("on 29 September", "9月底", &["Dates 29 September / "]);
    check("within 5 days", "5周内", &["Numbers 5 / 5"]);
    check("every Monday", "每周二", &["Dates Monday / 周二"]);
}

#[test]
fn forms_of_the_same_value_are_no_difference() {
    check(
        "both orders, seven days, a dozen units",
        "两笔订单、七天、十二件",
        &[],
    );
    check("within 24 hours", "一天内", &[]);
    check("4 May and 6 May 2026", "2026年5月4日和6日", &[]);
    check("3 to 5%", "3%至5%", &[]);
    check("until the end of September", "有效期至9月30日", &[]);
    check("to the last day of 2028", "至2028年12月31日", &[]);
    check(
        "your message of November 1 about order",
        "您11月1日关于订单",
        &[],
    );
    check("on 28 February", "2月最后一天", &[]);
    check("on 30 April 2026", "2026年4月底", &[]);
    check("30 parts per million", "百万分之三十", &[]);
    check("on Monday, 5 May", "5月5日", &[]);
    check("at a quarter to three", "两点三刻", &[]);
    check("until midnight", "工作到半夜十二点", &[]);
    check(
        "On October 3 it failed. Two days later we bought another.",
        "10月3日发生故障。10月5日，我们另购一台。",
        &[],
    );
    check("one message in three", "三分之一的邮件", &[]);
    check("EU mark no. 018442971", "欧盟商标第018442971号", &[]);
    check(
        "It covers 12 boxes.\nIt was issued on 4 May 2026.",
        "2026年5月4日开具的发票涵盖12箱。\n已附上。",
        &[],
    );
}

#[test]
fn a_count_that_counts_another_thing() {
    check(
        "We checked 14 parcels.",
        "我们检查了14张发票。",
        &["Numbers 14 / 14"],
    );
    check("We wrote to 12 buyers.", "我们给12位买家写了信。", &[]);
    check(
        "3 orders and 5 messages",
        "5笔订单和3条消息",
        &["Numbers 3 / 5"],
    );
    check("3 orders and 5 messages", "3笔订单和5条消息", &[]);
}

#[test]
fn what_is_not_translated() {
    let same = "We have checked the stock of all our products today.";
    check(same, same, &[&format!("Untranslated {same} / ")]);
    check(same, "", &["Untranslated  / "]);
}

/// Ten thousand different numbers in one paragraph: time grows with the length only.
#[test]
fn long_and_broken_texts_are_compared() {
    use std::fmt::Write as _;
    let mut text = String::new();
    for number in 0..20_000 {
        let _ = write!(text, "{number} orders on 5 May; ");
    }
    let other = text.replace("orders on 5 May", "笔订单（5月5日）");
    check(&text, &other, &[]);
    for broken in [
        "=====",
        "\u{0}\u{feff}",
        "1\n2\n3",
        "（（（",
        "5 5 5 5 %%%",
        "年月日",
        "、、、",
    ] {
        let left = Text {
            text: broken,
            lang: EN,
        };
        let right = Text {
            text: "五年",
            lang: ZH,
        };
        compare(left, right);
        compare(right, left);
    }
}

#[test]
fn two_counts_side_by_side_keep_their_order() {
    check(
        "All items were counted by two packers and one clerk.",
        "由一名打包员和两名文员对全部商品进行盘点。",
        &["Numbers two / 一"],
    );
    check("three refunds and two orders", "两笔订单和三笔退款", &[]);
}
