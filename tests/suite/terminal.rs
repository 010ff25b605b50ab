//! The interview at a real pseudo-terminal, as the seller sees it: in Chinese
//! at 60 columns and in English at 80, from the first question to the files.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use poa::catalogue::{Fact, FactSource};
use poa::fact::FactType;
use poa::lang::{EN, Lang, ZH};
use poa::message::say_key;
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::helpers::example;

/// How long a screen may take to show what is expected; it takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

const ESC: &str = "\u{1b}";
const CTRL_C: &str = "\u{3}";
const DOWN: &str = "\u{1b}[B";
const BACKSPACE: &str = "\u{7f}";

/// A terminal with the program in it.
struct Terminal {
    screen: vt100::Parser,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _pty: Box<dyn portable_pty::MasterPty + Send>,
}

impl Terminal {
    fn start(folder: &Path, arguments: &[&str], columns: u16, locale: &str) -> Self {
        let size = PtySize {
            rows: 50,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_poa"));
        command.args(arguments);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", locale);
        command.env_remove("POA_LANG");
        let child = pty
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("its output");
        let input = pty.master.take_writer().expect("its input");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let rows = NonZero::new(50).expect("rows");
        let wide = NonZero::new(columns).expect("columns");
        let screen = vt100::Parser::new(rows, wide, 4000);
        Self {
            screen,
            output,
            input,
            child,
            _pty: pty.master,
        }
    }

    fn shown(&self) -> String {
        self.screen.screen().contents()
    }

    /// The screen with the breaks of its lines taken out, to find a text that was wrapped.
    fn joined(&self) -> String {
        self.shown()
            .lines()
            .map(str::trim)
            .collect::<String>()
            .replace(' ', "")
    }

    /// Waits until the end of the screen shows a text.
    #[track_caller]
    fn expect(&mut self, text: &str) -> &mut Self {
        let wanted = text.replace(' ', "");
        let start = Instant::now();
        let mut met = self.joined().contains(&wanted);
        while !met {
            match self.output.recv_timeout(Duration::from_millis(50)) {
                // Line by line: what comes at once may be more than the screen holds.
                Ok(bytes) => {
                    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
                        self.screen.process(line);
                        met = met || self.joined().contains(&wanted);
                    }
                }
                Err(RecvTimeoutError::Timeout) if start.elapsed() < PATIENCE => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => panic!(
                    "{text:?} does not appear; the screen shows\n{}",
                    self.shown()
                ),
            }
        }
        self
    }

    fn send(&mut self, keys: &str) -> &mut Self {
        self.input
            .write_all(keys.as_bytes())
            .expect("the program reads");
        self.input.flush().expect("the program reads");
        self
    }

    /// Waits for a question and answers it with a line of text.
    #[track_caller]
    fn answer(&mut self, question: &str, text: &str) -> &mut Self {
        self.expect(question).wait_for_prompt();
        self.send(text);
        if !text.is_empty() {
            self.expect(text);
        }
        self.send("\r");
        self.settle();
        self
    }

    /// Answers a question that has an answer already: so many characters are taken back first.
    #[track_caller]
    fn retype(&mut self, question: &str, back: usize, text: &str) -> &mut Self {
        self.expect(question).wait_for_prompt();
        self.send(&BACKSPACE.repeat(back))
            .send(text)
            .expect(text)
            .send("\r");
        self.settle();
        self
    }

    /// Waits for a menu, looks for a line of it and takes it.
    #[track_caller]
    fn choose(&mut self, question: &str, typed: &str, line: &str) -> &mut Self {
        self.expect(question).wait_for_prompt();
        self.send(typed).expect(line).send("\r");
        self.settle();
        self
    }

    /// Waits for a menu and takes the lines at these positions.
    #[track_caller]
    fn mark(&mut self, question: &str, positions: &[usize]) -> &mut Self {
        self.expect(question).wait_for_prompt();
        let mut at = 0;
        for position in positions {
            while at < *position {
                self.send(DOWN);
                at += 1;
            }
            self.send(" ");
        }
        self.send("\r");
        self.settle();
        self
    }

    /// Waits until the line with the keys stands at the end: the question is open.
    #[track_caller]
    fn wait_for_prompt(&mut self) {
        let start = Instant::now();
        loop {
            let shown = self.shown();
            let last = shown
                .trim_end()
                .lines()
                .last()
                .unwrap_or_default()
                .trim_start();
            if last.starts_with('[') || last.ends_with(']') {
                return;
            }
            match self.output.recv_timeout(Duration::from_millis(50)) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) if start.elapsed() < PATIENCE => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("no question is open; the screen shows\n{shown}")
                }
            }
        }
    }

    /// Takes in what the last keys brought about: the open question closes.
    fn settle(&mut self) {
        let start = Instant::now();
        let before = self.screen.screen().contents();
        while start.elapsed() < PATIENCE {
            match self.output.recv_timeout(Duration::from_millis(30)) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) if self.screen.screen().contents() != before => {
                    return;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Waits for the end; returns the exit code and what was on the screen.
    fn end(mut self) -> (u32, String) {
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.screen.process(&bytes);
        }
        let code = self.child.wait().expect("the program ends").exit_code();
        let shown = self.joined();
        (code, shown)
    }
}

fn case(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("case.yaml")).unwrap_or_default()
}

/// Up to the root causes, in Chinese.
fn begin_in_chinese(terminal: &mut Terminal) {
    terminal
        .choose("使用哪种语言", "中文", "> 中文")
        .choose(
            "通知指控的是什么",
            "迟发",
            "> 订单与配送绩效 › 迟发率超过目标",
        )
        .choose("是哪个亚马逊站点", "United States", "> 美国")
        .expect("重新激活账户")
        .expect("seller-performance@amazon.com")
        .answer("店铺名称是什么", "云雀家居")
        .answer("“云雀家居”用英文字母怎么写", "Larkfield Home")
        .answer("企业的注册名称", "深圳市云雀田贸易有限公司")
        .answer("用英文字母怎么写", "Shenzhen Larkfield Trading Co., Ltd.")
        .answer("卖家编号", "A3EXAMPLE1TOKEN")
        .answer("账户登记的邮箱", "account@example.com")
        .answer("信由谁签署", "陈璐")
        .answer("“陈璐”用英文字母怎么写", "Chen Lu")
        .choose("签署人的职务", "运营经理", "> 运营经理")
        .answer("通知是哪一天发来的", "2026-10-14")
        .answer("通知里有案例编号吗", "10987654321")
        .answer("通知列出了哪些 ASIN", "")
        .answer("通知列出了哪些订单", "");
}

#[test]
fn from_the_first_question_to_the_four_files_in_chinese_at_60_columns() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut terminal = Terminal::start(folder.path(), &["new"], 60, "zh_CN.UTF-8");
    begin_in_chinese(&mut terminal);
    answer_facts(&mut terminal);
    terminal
        .mark("下面哪些是真实发生的", &[0])
        .expect("信里会写")
        .answer(&asks("last-pick"), "15:30")
        .answer(&asks("weekend-late"), "96")
        .mark("您已经做完了哪些", &[0])
        .answer("哪一天完成的", "2026-10-16")
        .answer(&asks("backlog-orders"), "23")
        .mark("用什么文件证明", &[0])
        .mark("现在有哪些措施", &[0])
        .answer("从哪一天起实施", "2026-10-17")
        .choose("由哪个岗位负责", "仓库主管", "> 仓库主管")
        .choose("多久执行一次", "每周四", "> 每周四")
        .mark("用什么文件证明", &[0])
        .answer("文件名是什么", "01-open-orders.pdf")
        .answer("文件名是什么", "02-rota.pdf")
        // The letter as text, then the export.
        .expect("A. 根本原因")
        .expect("所有问题都已回答")
        .choose("接下来做什么", "导出", "> 导出文件")
        .expect("letter.en.docx")
        .expect("form.txt")
        .expect("请走上面的路径");
    let (code, _) = terminal.end();
    assert_eq!(code, 0);
    let out = folder.path().join("case-letter");
    for name in ["letter.docx", "letter.en.docx", "email.txt", "form.txt"] {
        assert!(out.join(name).exists(), "{name}");
    }
    let email = std::fs::read_to_string(out.join("email.txt")).expect("the e-mail");
    assert!(
        email.contains("late shipment rate of Larkfield Home") || email.contains("Larkfield Home")
    );
    assert!(email.contains("43.73%") && email.is_ascii(), "{email}");
    let case = case(folder.path());
    for kept in [
        "云雀家居",
        "Larkfield Home",
        "interface-language: zh",
        "date:",
        "$schema=",
    ] {
        assert!(case.contains(kept), "{kept}: {case}");
    }
    assert!(folder.path().join("case.schema.json").exists());
}

/// What a fact of the late-shipment type asks, in Chinese.
fn asks(fact: &str) -> String {
    let catalogue = crate::helpers::catalogue();
    let appeal_type = catalogue.find("late-shipment").expect("the type");
    question(&appeal_type.facts[fact]).to_owned()
}

/// The question of a fact that is asked, in Chinese.
fn question(fact: &Fact) -> &str {
    match &fact.source {
        FactSource::Asked { ask, .. } => ask.get(ZH),
        FactSource::Invoices(_) => panic!("{fact:?} is not asked"),
    }
}

/// Answers the facts every late-shipment letter needs; what need not be answered is left open.
fn answer_facts(terminal: &mut Terminal) {
    let catalogue = crate::helpers::catalogue();
    let appeal_type = catalogue.find("late-shipment").expect("the type");
    for id in appeal_type.general_facts() {
        let fact = &appeal_type.facts[id];
        let text = match fact.kind {
            _ if fact.optional => "",
            FactType::Date => "2026-10-01",
            FactType::Count => "359",
            FactType::Percent => {
                // A wrong answer says what is expected and stays to be corrected.
                let ask = question(fact);
                terminal
                    .answer(ask, "四成多")
                    .expect("请填 0 到 100 之间的百分比");
                terminal.retype(ask, 3, "43.73");
                continue;
            }
            FactType::Choice => "",
            other => panic!("{id}: no answer for {}", other.as_str()),
        };
        terminal.answer(question(fact), text);
    }
}

#[test]
fn esc_goes_back_and_ctrl_c_leaves_with_everything_saved() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut terminal = Terminal::start(folder.path(), &["new"], 60, "zh_CN.UTF-8");
    terminal
        .choose("使用哪种语言", "中文", "> 中文")
        .choose(
            "通知指控的是什么",
            "迟发",
            "> 订单与配送绩效 › 迟发率超过目标",
        )
        .choose("是哪个亚马逊站点", "德国", "> 德国")
        .expect("verkaeufer-performance@amazon.de")
        .answer("店铺名称是什么", "Larkfield")
        .expect("企业的注册名称")
        .wait_for_prompt();
    // Typed, not sent off, gone back, come again: it is still there.
    terminal.send("Lark Ltd").expect("Lark Ltd").send(ESC);
    terminal.settle();
    terminal.expect("店铺名称是什么").wait_for_prompt();
    terminal.expect("Larkfield").send(" Home\r");
    terminal.settle();
    terminal
        .expect("Larkfield Home")
        .expect("企业的注册名称")
        .wait_for_prompt();
    terminal.expect("Lark Ltd").send("\r");
    terminal.settle();
    terminal.expect("卖家编号").wait_for_prompt();
    terminal.send(CTRL_C);
    let (code, shown) = terminal.end();
    assert_eq!(code, 130);
    assert!(
        shown.contains("已保存到case.yaml") && shown.contains("poanewcase.yaml"),
        "{shown}"
    );
    let saved = case(folder.path());
    assert!(
        saved.contains("store: Larkfield Home") && saved.contains("legal-name: Lark Ltd"),
        "{saved}"
    );

    // It goes on where it stopped, without asking again.
    let mut terminal = Terminal::start(folder.path(), &["new", "case.yaml"], 60, "zh_CN.UTF-8");
    terminal
        .expect("继续 case.yaml")
        .expect("卖家编号")
        .wait_for_prompt();
    assert!(!terminal.joined().contains("店铺名称是什么"));
    terminal
        .answer("卖家编号", "A3EXAMPLE1TOKEN")
        .expect("账户登记的邮箱")
        .wait_for_prompt();
    terminal.send(CTRL_C);
    assert_eq!(terminal.end().0, 130);
    assert!(case(folder.path()).contains("A3EXAMPLE1TOKEN"));
}

#[test]
fn a_finished_case_can_be_changed_in_english() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = format!("# my own remark\n{}", example());
    std::fs::write(folder.path().join("case.yaml"), &text).expect("a case");
    let mut terminal = Terminal::start(
        folder.path(),
        &["--lang", "en", "new", "case.yaml"],
        80,
        "C.UTF-8",
    );
    terminal
        .expect("Going on with case.yaml: nothing is open")
        .expect("Everything is answered")
        .choose("What next?", "Change", "> Change an answer")
        .choose("Which answer?", "merchant", "merchant token?")
        .retype("What is your merchant token?", 20, "A9EXAMPLE")
        .expect("Merchant token: A9EXAMPLE")
        .choose("What next?", "Leave", "> Leave");
    let (code, _) = terminal.end();
    assert_eq!(code, 130);
    assert!(case(folder.path()).contains("merchant-token: A9EXAMPLE"));
    let copy = std::fs::read_to_string(folder.path().join("case.yaml.bak")).expect("a copy");
    assert_eq!(copy, text);
}

#[test]
fn a_draft_from_english_with_own_words() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut terminal = Terminal::start(folder.path(), &["new", "mine.yaml"], 80, "en_US.UTF-8");
    terminal
        .choose("Which language shall we use", "English", "> English")
        .choose(
            "What does the notice allege",
            "counterfeit",
            "› Product authenticity",
        )
        .choose("Which Amazon store", "poland", "> Poland")
        .expect("No address of the performance team is attested")
        .answer("What is your store called", "Larkfield")
        .expect("registered name")
        .wait_for_prompt();
    terminal.send(CTRL_C);
    assert_eq!(terminal.end().0, 130);
    let output = crate::helpers::poa(folder.path(), &["build", "mine.yaml", "--draft"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let email =
        std::fs::read_to_string(folder.path().join("mine-letter/email.txt")).expect("written");
    assert!(!email.contains("To:"), "{email}");
    assert!(
        email.contains("[MISSING: registered name of the business]"),
        "{email}"
    );
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = crate::helpers::poa(folder.path(), &["new"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("needs a terminal") && said.contains("poa build CASE.yaml"),
        "{said}"
    );
    assert!(!folder.path().join("case.yaml").exists());
}

#[test]
fn a_notice_proposes_answers_and_each_is_confirmed_by_itself() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let notice = "Date: Wed, 14 Oct 2026 09:00:00 +0000\n\n\
        Your seller-fulfilled offers on Amazon.co.uk are deactivated.\n\
        Your late shipment rate is 7.2%; the target is 4%.\n\
        ASIN: B0EXAMPL17\n\
        Send a plan of action within 7 days.\n";
    std::fs::write(folder.path().join("notice.txt"), notice).expect("written");
    let arguments = ["new", "--notice", "notice.txt"];
    let mut terminal = Terminal::start(folder.path(), &arguments, 60, "zh_CN.UTF-8");
    terminal
        .expect("迟发率 (late-shipment)")
        .choose("使用哪种语言", "中文", "> 中文")
        .expect("通知指控的是什么")
        .expect("来自通知原文")
        // The cursor stands on what the notice says; Enter confirms it.
        .choose("通知指控的是什么", "", "> 订单与配送绩效 › 迟发率超过目标")
        .choose("是哪个亚马逊站点", "", "> 英国")
        .answer("店铺名称是什么", "云雀家居")
        .answer("“云雀家居”用英文字母怎么写", "Larkfield Home")
        .answer("企业的注册名称", "深圳市云雀田贸易有限公司")
        .answer("用英文字母怎么写", "Shenzhen Larkfield Trading Co., Ltd.")
        .answer("卖家编号", "A3EXAMPLE1TOKEN");
    // Nothing of the notice's part is an answer before it was confirmed.
    let early = case(folder.path());
    assert!(
        early.contains("named:") && early.contains("deadline: 2026-10-21"),
        "{early}"
    );
    assert!(
        !early.contains("\n  date:") && !early.contains("\n  asins:"),
        "{early}"
    );
    terminal
        .answer("账户登记的邮箱", "account@example.com")
        .answer("信由谁签署", "陈璐")
        .answer("“陈璐”用英文字母怎么写", "Chen Lu")
        .choose("签署人的职务", "运营经理", "> 运营经理")
        .expect("2026-10-14")
        .answer("通知是哪一天发来的", "")
        .answer("通知里有案例编号吗", "")
        .expect("B0EXAMPL17")
        .answer("通知列出了哪些 ASIN", "")
        .answer("通知列出了哪些订单", "")
        .expect("7.2")
        .answer(&asks("late-rate"), "")
        .expect(&asks("period-from"))
        .send(CTRL_C);
    let (code, _) = terminal.end();
    assert_eq!(code, 130);
    let case = case(folder.path());
    for confirmed in [
        "\n  date: 2026-10-14",
        "\n  asins:\n  - B0EXAMPL17",
        "late-rate: '7.2'",
    ] {
        assert!(case.contains(confirmed), "{confirmed}: {case}");
    }
}

/// The question of a fact of the late-shipment type in a language.
fn asks_in(fact: &str, lang: Lang) -> String {
    let catalogue = crate::helpers::catalogue();
    let appeal_type = catalogue.find("late-shipment").expect("the type");
    match &appeal_type.facts[fact].source {
        FactSource::Asked { ask, .. } => ask.get(lang).to_owned(),
        FactSource::Invoices(_) => panic!("{fact} is not asked"),
    }
}

/// The answers about the notice in a case file, without what is remembered of the notice itself.
fn notice_answers(case: &str) -> String {
    let mut inside = false;
    let mut named = false;
    let kept = case.lines().filter(|line| {
        let depth = line.len() - line.trim_start_matches([' ', '-']).len();
        if depth == 0 {
            inside = *line == "notice:";
        } else if line.starts_with("  ") && !line.starts_with("   ") && !line.starts_with("  -") {
            named = *line == "  named:";
        }
        inside && depth > 0 && !named
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// Two of the proposals are confirmed, the others corrected or taken out.
fn refuse(columns: u16, locale: &str, lang: Lang, [language, appeal, store, post]: [&str; 4]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let notice = "Date: Wed, 14 Oct 2026 09:00:00 +0000\n\n\
        Your seller-fulfilled offers on Amazon.co.uk are deactivated.\n\
        Your late shipment rate is 7.2%; the target is 4%.\n\
        ASIN: B0EXAMPL17\n\
        Order 206-1234567-1234567\n\
        Send a plan of action within 7 days.\n";
    std::fs::write(folder.path().join("notice.txt"), notice).expect("written");
    let ask = |key: &str| say_key(key, lang).expect("a question");
    let arguments = ["new", "--notice", "notice.txt"];
    let mut terminal = Terminal::start(folder.path(), &arguments, columns, locale);
    terminal
        .choose(
            &ask("ask-interface-language"),
            language,
            &format!("> {language}"),
        )
        .choose(&ask("ask-appeal"), "", appeal)
        // The notice says the United Kingdom; the seller knows better.
        .choose(&ask("ask-marketplace"), store, &format!("> {store}"))
        .answer(&ask("ask-store"), "Larkfield")
        .answer(&ask("ask-legal-name"), "Larkfield Ltd")
        .answer(&ask("ask-merchant-token"), "A3EXAMPLE1TOKEN")
        .answer(&ask("ask-email"), "account@example.com")
        .answer(&ask("ask-signatory"), "Ann Lark")
        .choose(&ask("ask-position"), post, &format!("> {post}"))
        .expect("2026-10-14")
        .retype(&ask("ask-notice-date"), 2, "15")
        .answer(&ask("ask-case-id"), "")
        .expect("B0EXAMPL17");
    // Taken out, and not only left alone.
    terminal.send(&BACKSPACE.repeat(10));
    terminal
        .answer(&ask("ask-notice-asins"), "")
        .expect("206-1234567-1234567")
        .answer(&ask("ask-notice-orders"), "")
        .expect("7.2")
        .retype(&asks_in("late-rate", lang), 3, "6.95")
        .expect(&asks_in("period-from", lang))
        .send(CTRL_C);
    assert_eq!(terminal.end().0, 130);
    let case = case(folder.path());
    assert_eq!(
        notice_answers(&case),
        "  date: 2026-10-15\n  orders:\n  - 206-1234567-1234567",
        "{case}"
    );
    assert!(
        case.contains("- notice.asins")
            && case.contains("marketplace: de\n")
            && case.contains("late-rate: '6.95'"),
        "{case}"
    );
}

#[test]
fn what_a_notice_proposes_is_refused_one_by_one_in_english() {
    let words = [
        "English",
        "Late shipment rate",
        "Germany",
        "operations manager",
    ];
    refuse(80, "en_US.UTF-8", EN, words);
}

#[test]
fn what_a_notice_proposes_is_refused_one_by_one_in_chinese() {
    refuse(
        60,
        "zh_CN.UTF-8",
        ZH,
        ["中文", "迟发率超过目标", "德国", "运营经理"],
    );
}
