# What the program says in English. One entry a sentence; see mod.rs.

## Files and their form (src/source)

not-utf8 = { $encoding ->
    [unknown] this file is not UTF-8 text
   *[other] this file is not UTF-8 text; it looks like { $encoding }
  }
not-utf8-help = open it in an editor and save it again with the encoding UTF-8
too-large = this file has { $kilobytes } KB
too-large-help = files up to { $limit } KB are read; a case takes about 10 KB
too-deep = brackets or lists are nested more than { $limit } deep
too-deep-help = look for brackets that are never closed
forbidden-character = the character { $code } must not stand in a letter
forbidden-character-help = it is invisible or changes the direction of writing, and often comes in by pasting; delete it
yaml-syntax = this is no YAML: { $info }
yaml-syntax-help = compare the line with the ones around it
yaml-syntax-help-tab = indent with spaces, never with tabs
yaml-syntax-help-colon = put a text that holds a colon or begins with a bracket between quotes
empty-file = there is nothing in this file
empty-file-help = start from an example, or let `poa new` write the file
duplicate-key = the key `{ $key }` stands here a second time
duplicate-key-help = keep one of the two
unknown-key = there is no key `{ $key }` here
missing-key = the key `{ $key }` is missing
missing-key-help = add a line `{ $key }:`
unknown-value = `{ $value }` is not one of the values known here
did-you-mean = did you mean `{ $name }`?
known-are = known are: { $names }
wrong-type = expected { $expected }, found { $found }
a-text = a text
a-text-help = write one value behind the colon
a-number = a number
a-number-help = write digits only, without words
a-flag = `true` or `false`
a-flag-help = write `true` or `false`
a-list = a list
a-list-help = write each entry on a line of its own behind `- `, or all between [ and ]
a-mapping = keys with values
a-mapping-help = write `key: value` lines
empty-text = there is no text here
empty-text-help = write the text, or take the line out; `~` and `null` are no text
not-fitting = this value does not fit: { $reason }

files-checked = { $files ->
    [one] { $files } file checked
   *[other] { $files } files checked
  }, { $problems ->
    [0] no problem found
    [one] { $problems } problem found
   *[other] { $problems } problems found
  }

## Facts (src/fact)

expected-one-value = one value is expected here
expected-both-languages = own words are needed in each language: { "{ en: ..., zh: ... }" }
expected-language = `{ $code }` is no language code such as en or zh
expected-shorter = this text has { $length } characters; at most { $limit } fit, since a reviewer has five minutes for the whole letter
expected-some-text = there is no text here
expected-date = write the date as year-month-day, for example 2026-01-23
no-such-date = there is no day { $date }
expected-time = write the time as hours:minutes, for example 15:30
expected-count = write a whole number, for example 12
expected-percent = write a percentage from 0 to 100, for example 43.73
expected-money = write the amount and its currency, for example 480.00 USD
expected-email = write one e-mail address, for example name@example.com
expected-list = write a list
expected-asin = `{ $value }` is no ASIN: B0 and eight letters or digits, or an ISBN of ten digits
expected-order = `{ $value }` is no Amazon order id: 3, 7 and 7 digits, for example 111-1234567-1234567
expected-code = `{ $value }` is no identifier: letters, digits and signs without spaces

## Data folders (src/catalogue, src/contacts)

stray-file = this file does not belong here
stray-file-help-appeals = appeals/ holds _common/<lang>.yaml, _metrics.yaml, _guide/<lang>.yaml, <family>/<slug>.yaml and <family>/<slug>.<lang>.yaml; replies/ holds _shared.yaml, <slug>.yaml and their translations
stray-file-help-contacts = contacts/ holds _common.yaml, _sources.yaml and one <store>.yaml for each store
missing-file = the file { $file } is missing
missing-translation = the translation { $file } is missing
translation-of-nothing = this is a translation into { $lang } of { $id }, which does not exist
untranslated = the text is missing in the language { $lang }
untranslated-id = the text of `{ $id }` is missing
translates-nothing = `{ $id }` does not exist in the English file
other-length = { $here } paragraphs or entries here, { $there } in the English file
unknown-marketplace = there is no store `{ $name }`
unknown-purpose = there is no purpose `{ $name }` in _common.yaml
unknown-source = there is no source `{ $name }` in _sources.yaml
no-source = a fact about Amazon needs at least one source
address-twice = the address { $address } stands in { $other } already
address-of-several-stores = an address of several stores belongs into _common.yaml
name-twice = the name `{ $name }` belongs to { $other } already
unknown-locale = there is no locale `{ $name }`
unknown-pattern = `{ $pattern }` is no date or time pattern
unknown-family = there is no family `{ $name }` in _common/en.yaml
unknown-metric = there is no metric `{ $name }` in _metrics.yaml
unknown-id = there is no entry `{ $id }` to refer to
ill-formed-id = `{ $id }` is no id: small letters, digits and hyphens, beginning with a letter, and not own-1, own-2 and so on, which are the seller's own words
id-twice = the id `{ $id }` stands here a second time
reserved-fact = `{ $id }` is the name of a value every letter has
options-and-choice = a fact of type choice has options, and only such a fact
unused-fact = no sentence names the fact `{ $id }`
unused-source = no line names the source `{ $id }`
unanswered-cause = the root cause `{ $id }` has no answer in this list
answers-nothing = no root cause names `{ $id }`
template-syntax = the braces in this sentence do not close (near column { $column })
template-plural = write { "{{plural name \"one form\" \"other form\"}}" }
template-other = a sentence may hold { "{{name}}" } and { "{{plural name ...}}" } only
template-help = facts stand in double braces, for example { "{{late-rate}}" }
unknown-variable = there is no fact `{ $id }`
variable-missing = the English sentence names `{ $id }`, this one does not
variable-added = this sentence names `{ $id }`, the English one does not
variable-required = this sentence has to name `{ $id }`
optional-in-entry = `{ $id }` need not be given, so only a paragraph that can be left out may name it
not-countable = `{ $id }` has no number a plural form could go by
sentence-without-fact = nothing of the seller's stands in “{ $sentence }”
no-braces = this text is shown as it stands; no facts stand in it
look-for-lines = { $count } lines here; two to four tell a seller what reviewers look for
belongs-to-branches = a type with branches has its `{ $key }` in each of them
too-few-branches = there are at least two branches, or none at all
in-no-branch = no branch names `{ $id }`
nothing-to-confirm = there is nothing here the seller could confirm
too-many-parts = there are { $count } parts; a letter has { $limit } at most
causes-in-message = a message states facts in parts; it has no root causes
only-in-message = only a type with `form: message` has a `{ $key }`
beside-refusal = where nothing is written there is no `{ $key }`
invoices-in-message = a message has no tables of invoices
invoices-in-no-branch = no sentence of a branch names a fact with `from-invoices`, so no branch asks for invoices
figure-is-not-asked = a fact with `from-invoices` is not asked and has no `{ $key }`
figure-without-invoices = facts can be worked out from invoices only where the type has `invoices: true`

## A seller's figures (src/metrics)

expected-windows = write lengths in days, at least one, each from 1 to { $most }
no-days = there are no days in this file
no-days-help = write one line a day: date, orders, defects; for example 2026-10-03,12,1
three-columns = this line has { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
  }; three are needed: date, orders, defects
more-defects-than-orders = more defects than orders; an order with several defects counts once
day-twice = the day { $day } stands here a second time

## The terminal (src/cli)

severity-error = error
severity-warning = warning
severity-info = note
severity-help = help
program-language = the program does not speak `{ $lang }`
program-language-help = it speaks en (English) and zh (中文)
cannot-read = cannot read { $file }: { $reason }
cannot-read-help = look whether the name is right and the file may be opened
cannot-write = cannot write { $file }: { $reason }
cannot-write-help = choose a folder you may write to, with room left on the disk; nothing was changed
catalogue-unusable = { $problems ->
    [one] the appeal types cannot be used: { $problems } problem
   *[other] the appeal types cannot be used: { $problems } problems
  }
catalogue-unusable-help = correct the lines shown above; `poa appeals --validate { $folder }` checks again
contacts-unusable = the built-in contacts cannot be read: { $list }

appeals-next = `poa appeals TYPE` shows one with its causes and evidence, `poa new` drafts a letter.
unknown-appeal = there is no appeal type `{ $name }`
unknown-appeal-help = `poa appeals` lists them all
unknown-reply = there is no message to buyers `{ $name }`
unknown-reply-help = `poa replies` lists them all
replies-heading = Messages to buyers
replies-refused = Titles in circulation that may not be sent
replies-next = `poa replies TYPE` shows one, `poa reply TYPE` drafts it.
reply-refused = This message may not be sent
reply-instead = What you can do instead
reply-clock = Amazon counts an answer as in time within 24 hours of the buyer's message, weekends and holidays included.
reply-next = Only what you confirm gets into the message. `poa reply { $name }` drafts it.
answer-by = Answer by { $by } (the clock of Seller Central): Amazon counts 24 hours from the buyer's message, weekends and holidays included.
answer-late = The 24 hours for an answer ended at { $by } (the clock of Seller Central). Answer today all the same: the buyer is waiting.
appeal-not-when = When something else is right
appeal-look-for = What reviewers look for
appeal-message = This is a message: plain text for a form or a message box.
appeal-message-limit = This is a message: plain text for a form or a message box of { $limit } words at most.
appeal-branches = Which situation is yours
appeal-branch-causes = { $count } of { $all } root causes
appeal-choose-one = Exactly one of these
appeal-choose-some = One or more of these
appeal-choose-any = None or more of these
appeal-target = What Amazon asks for
appeal-asks = What you will be asked
appeal-optional = {" "}(may be left out)
appeal-from-invoices = {" "}(worked out from the purchase invoices)
appeal-invoices = Purchase invoices, one by one, and what was sold of each ASIN
appeal-causes = Root causes to choose from
appeal-actions = Corrective actions
appeal-measures = Preventive measures
appeal-evidence = Evidence
evidence-accepted = + accepted:{" "}
evidence-refused = - refused:{"  "}
appeal-next = Only what you confirm gets into the letter. `poa new` starts it.
target-window = { $windows ->
    [1] over { $days } days
    [2] over both { $days } days
   *[other] over each of { $days } days
  }
target-below = { $metric } below { $percent }, { $window }
target-at-least = { $metric } of at least { $percent }, { $window }
source-checked = Source: { $source }; last checked { $day }

unknown-store = there is no Amazon store `{ $name }`
contacts-next = `poa contacts STORE` shows how an appeal reaches the performance team there.
contacts-route = How an appeal gets there
contacts-help-page = Amazon's page on it: { $link }
contacts-language = Which language to write in
contacts-performance = The performance team's address
contacts-no-address = No address of the performance team is attested for this store, and none is made up here. Use the route above.
contacts-others = Other addresses in circulation
contacts-purpose = Purpose: { $purpose }
contacts-stale = This was last checked more than { $days } days ago; look it up in Seller Central before you rely on it.
status-current = In use for its purpose.
status-notice-only = Write here only if your own notice names this address.
status-rights-owner-only = For rights owners only, not for your appeal.
status-legacy = Was in use; another address has taken over.
status-obsolete = Out of use for appeals: a form in Seller Central has replaced it.
status-closed = Out of use: its programme has ended.
status-unverified = Not verified: only lists that circulate, or one weak source, name it.
status-disputed = The mailbox exists; whether it has any effect is disputed.
status-risky = Careful: the advice that goes around with this address is dangerous.
cli-usage = Usage:
cli-commands = Commands
cli-command = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-help = Print help
cli-version = Print version

## Cases (src/case)

expected-one-line = this has to be one line
same-languages = the letter language and the reading language are the same
no-letters-in = there are no letters in the language `{ $lang }`
notice-after-letter = the notice is dated after the letter of { $day }
message-after-answer = the buyer's message is dated after the answer of { $day }
type-not-in = this type has no texts in { $lang }
refused-message = this message may not be sent: { $why }
refused-instead = instead: { $instead }
refused = This may not be sent. { $why } Instead: { $instead }
unknown-fact = this appeal type asks for no fact `{ $id }`
figure-given = `{ $id }` is worked out from the purchase invoices and cannot be given
figure-given-help = take it out; what stands under `invoices` and `sold` says it
unknown-option = `{ $id }` is not one of the options
unknown-entry = this appeal type has no entry `{ $id }`; own words stand under own-1, own-2 and so on
words-for-known = `{ $id }` has its words in the catalogue; own words stand under own-1, own-2 and so on
no-branches = this appeal type has no branches to choose from
unknown-branch = this appeal type has no branch `{ $id }`
unknown-part = this appeal type has no part `{ $id }`
one-statement = of the part `{ $part }` exactly one statement can be true
no-causes-here = this appeal type has no root causes
no-invoices-here = this appeal type asks for no invoices
too-many-invoices = there are { $count } lines of invoices; { $limit } fit into a letter
sold-of-nothing = neither an invoice of this case nor the notice has the ASIN `{ $asin }`
after-letter = { $date } lies after the letter of { $day }
after-letter-help = only what is done and in place is written; do it first, or take it out
unknown-term = `{ $id }` is not one of the words known here; own words are written { "{ en: ..., zh: ... }" }
expected-file-name = write the name of one file
case-unusable = { $problems ->
    [one] the case cannot be used: { $problems } problem
   *[other] the case cannot be used: { $problems } problems
  }
case-unusable-help = correct the places shown above and run the command again; the file was not changed

## poa build

no-appeal-yet = the case does not say yet what the appeal is about
no-marketplace-yet = the case does not say yet for which Amazon store it is
no-branch-yet = the case does not say yet which situation is yours
go-on-help = `poa new { $file }` goes on where something is open
missing-answers = { $count ->
    [one] The letter is not complete. One answer is missing:
   *[other] The letter is not complete. { $count } answers are missing:
  }
missing-answer = missing: { $what }
draft-help = `--draft` writes the letter anyway, with every gap marked.
draft-written = { $gaps ->
    [one] This is a draft with { $gaps } gap; do not send it.
   *[other] This is a draft with { $gaps } gaps; do not send it.
  }
dated-today = The case has no date of its own; the letter is dated { $day }.
exists = there already: { $files }
exists-help = `--force` replaces what is there, `--out` names another folder
one-format = only one format can be printed
one-format-help = add `--format txt` or `--format form`, or name a folder with `--out`
not-of-a-message = this case is a message, which is plain text
not-of-a-message-help = leave `--format` out, or write `--format txt`
message-too-long = The message has { $words } words; the place it goes to takes { $limit }. Take statements out or shorten your own words.
docx-on-terminal = a DOCX file is not for a terminal
send-route = How to send it: { $path } ({ $link }).
send-no-address = No address of the performance team is attested for { $store }, so the e-mail has no To: line. Use the route above.
send-old-address = The e-mail is addressed to { $address }. { $status } Use the route above.

## poa guide

guide-use-when = When it is the right one
guide-sources = Sources, and the day of the last check (a line without a number is advice)
guide-source = { $source }; { $day }
guide-next = `poa guide TYPE`: one kind of appeal. `poa appeals`: all kinds.
guide-type-next = `poa guide` says what holds for every appeal, `poa appeals TYPE` lists root causes and measures.

## poa odr

odr-heading = { $abbreviation }: { $asks }
odr-delay = { $days ->
    [one] The newest day does not count yet.
   *[other] The newest { $days } days do not count yet.
  }
odr-window = Window from { $from } to { $to }
odr-rate = Rate
odr-allowed = Defects allowed at this number
odr-needed = Further good ones needed
odr-met = target met
odr-missed = target missed
odr-no-orders = no rate
odr-single = At so small a number a single defect misses the target; from { $orders } on, it allows one.
odr-dilution = More orders only dilute the rate. A reviewer asks for causes and measures, and orders that you arrange yourself break Amazon's rules.
odr-each-window = The target has to be met in each window; work out each with its own figures.
odr-outlook = If no further defect comes
odr-usual = Each day after { $day } is taken to bring { $orders } orders, your average so far; --orders-per-day sets another number.
odr-per-day = Each day after { $day } is taken to bring { $orders } orders.
odr-short-record = The file begins on { $first }, the window on { $from }; the days between are taken to have had no orders.
odr-day = Day
odr-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
odr-met-short = met
odr-missed-short = missed
odr-stays = The target is met on { $day } and stays met.
odr-met-from = From { $day } on the target is met.
odr-never = At this number of orders the target is not met again; without orders there is no rate.
odr-own-target = Target or window as you gave it.
days-unusable = { $problems ->
    [one] the file of days cannot be used: { $problems } problem
   *[other] the file of days cannot be used: { $problems } problems
  }
after-day = { $date } lies after { $day }, the day to begin at
after-day-help = give defects that have come already, or another day with `--date`
more-defects-help = on { $day } there are more defects than orders a day; raise `--orders-per-day`, or give the days in a file with `--data`

## Command line mistakes, for languages other than English

cli-unknown-argument = there is no argument { $name }
cli-unknown-command = there is no command { $name }
cli-no-value = { $name } needs a value
cli-wrong-value = { $name } cannot be `{ $value }`
cli-missing-argument = { $name } is missing
cli-conflict = { $name } cannot be used with { $other }
cli-wrong = the command line is not right: { $text }
cli-see-help = `--help` shows how it is used

## The interview (src/interview)

ask-interface-language = Which language shall we use? / 使用哪种语言？
why-interface-language = The letter itself is written in English, with Chinese beside it. / 信用英文写，旁边附中文对照。
ask-appeal = What does the notice allege?
why-appeal = Most refusals come from answering something else than was asked. Type to search; Chinese and English both work.
ask-reply = What is the message to the buyer about?
why-reply = Choose by what the buyer wrote or what happened to the order. Type to search; Chinese and English both work.
ask-reply-marketplace = In which Amazon store was it ordered?
why-reply-marketplace = The buyer is to be answered in the language of the store.
ask-letter-language = In which language is the buyer to be answered?
why-letter-language = Amazon asks for the language the buyer chose. The copy for you to read is written beside it.
ask-reply-store = What is your store called, as buyers see it?
why-reply-store = It signs the message.
ask-buyer-name = What is the buyer's name, as Amazon shows it? (may stay empty)
why-buyer-name = It opens the message. Take it from the order, not from elsewhere.
ask-buyer-date = On which day did the buyer's message come? (empty where you write first)
why-buyer-date = Amazon counts 24 hours from it.
ask-buyer-time = At what time, as Seller Central shows it?
why-buyer-time = Together with the day it gives the hour by which an answer is in time.
ask-marketplace = Which Amazon store sent it?
why-marketplace = The way an appeal takes, the language and the paper differ from store to store.
ask-store = What is your store called, as buyers see it?
why-store = The reviewer finds the account by it.
ask-legal-name = What is the registered name of the business?
why-legal-name = It has to be the name in Seller Central; another one raises doubts about who is writing.
ask-latin-name = How is “{ $name }” written in Latin letters, as in Seller Central?
why-latin-name = The letter that is sent holds no Chinese characters.
ask-merchant-token = What is your merchant token?
why-merchant-token = Seller Central > Settings > Account Info > Business Information > Your merchant token. It names the account without doubt.
ask-email = Which e-mail address is the account registered with?
why-email = An appeal from another address cannot be matched to the account.
ask-signatory = Who signs the letter?
why-signatory = A person of the business, by full name; a letter signed with a nickname reads like a copied template.
ask-position = What is their post?
why-position = It shows that somebody who can decide answers for the plan.
ask-notice-date = On which day was the notice sent?
why-notice-date = It ties the letter to the notice, and time limits are counted from it.
ask-case-id = Is there a case id in the notice? (may be left empty)
why-case-id = It helps the reviewer to find the case.
ask-notice-asins = Which ASINs does the notice name? (separate with commas; may be left empty if there are none)
why-notice-asins = Every ASIN the notice names has to be answered.
ask-notice-orders = Which orders does the notice name? (separate with commas; may be left empty if there are none)
why-notice-orders = Every order the notice names has to be answered.
ask-causes = Which of these really happened? Choose one or more.
why-causes = A root cause is a step in your process that failed. Choose only what you can prove; two or three good ones are better than many.
ask-own-cause = Describe the root cause in your own words.
why-own-cause = What in your process failed, when, and how many orders or units it concerned. No person, no carrier, no season.
ask-own-statement = State it in your own words.
why-own-statement = One fact you can prove: who, what, when, how many. No opinion, no request.
ask-invoice = Is there a purchase invoice to list?
why-invoice = Amazon usually accepts invoices issued in the 365 days before the notice, from a supplier it can reach.
ask-needed-invoice = A statement you confirmed speaks of your purchase invoices. List the first one now?
why-needed-invoice = Without an invoice it cannot stand; if there is none, go back and take the statement out.
ask-another-invoice = Is there another invoice, or another ASIN on one?
why-another-invoice = The units on all invoices together are compared with what you sold.
invoice-yes = Yes
invoice-no = No, that is all
invoice-about = Invoice { $number }
units-of = Units of { $asin }
ask-invoice-number = What is the number of the invoice?
why-invoice-number = Write it exactly as on the invoice.
ask-invoice-date = On which day was it issued? (year-month-day)
why-invoice-date = It has to lie before the goods were sold.
ask-invoice-supplier = Which supplier issued it?
why-invoice-supplier = The name as on the invoice; Amazon may call the supplier.
ask-invoice-asin = Under which ASIN are the goods sold?
why-invoice-asin = An invoice rarely names the ASIN, so the reviewer has to be told.
ask-invoice-quantity = How many units of it are on the invoice?
why-invoice-quantity = Amazon adds up the units of all invoices.
ask-sold-quantity = How many units of this ASIN were sold in the 365 days before the notice?
why-sold-quantity = Amazon knows the figure; fewer units invoiced than sold have to be explained.
ask-first-sale = On which day was the first of them sold? (may be left empty)
why-first-sale = It shows that the goods were bought before they were sold.
ask-actions = What have you already done about it? Choose only what is finished.
why-actions = Amazon asks for actions taken. What is only planned has no place here.
ask-own-action = Describe what you have done, in your own words.
why-own-action = One finished action: what, how many, with what result. The date is added by itself.
ask-done-on = On which day was it done? (year-month-day)
why-done-on = An action without a date reads like a promise.
ask-measures = What is in place now so that it does not happen again?
why-measures = A measure is a control that is already running, with somebody who answers for it. Choose only those.
ask-own-measure = Describe the measure in your own words.
why-own-measure = What is checked or limited, and what happens when the check fails. Day, post and rhythm are added by themselves.
ask-since = Since which day has it been in place? (year-month-day)
why-since = A control that is not running yet cannot be written as if it were.
ask-owner = Which post answers for it?
why-owner = A post, not a person: people change, the control stays.
ask-rhythm = How often is it carried out?
why-rhythm = A control without a rhythm is hard to believe.
ask-proof = Which document proves it?
why-proof = The reviewer believes what can be seen. Say so if there is no document.
no-proof = There is no document
none-of-these = None of these
for-other-causes = other
own-words = In my own words ...
ask-evidence-title = What is the document called?
why-evidence-title = It stands in the table of evidence.
ask-evidence-shows = What does the document show?
why-evidence-shows = One sentence, so that the reviewer knows what to look for.
ask-evidence-file = What is the file called? (Latin letters and digits, for example 01-settings.pdf)
why-evidence-file = The name stands in the letter, so that the reviewer finds the file. Files in Chinese characters may not open for the reviewer.
expected-answer = an answer is needed here
expected-choice = choose one of the lines
expected-some-choice = choose at least one line
none-or-some = either there is no document, or there are some
none-or-several = either none of these is true, or some are
branch-is-fixed = the answer cannot change to this one any more, since statements or causes it does not have are chosen already; start a new case with `poa new`
appeal-is-fixed = the appeal type cannot change any more, since its facts are answered already; start a new case with `poa new`
expected-latin = the letter in this language ({ $lang }) holds no Chinese characters
expected-latin-file = rename “{ $name }” with Latin letters and digits, for example 01-settings.pdf

## poa new

not-a-terminal = the interview needs a terminal
not-a-terminal-help = run `poa new` in a terminal window. Without one: write the case file by hand (tests/cases has examples, `poa appeals TYPE` names every id) and run `poa build CASE.yaml`
new-welcome = Only what you confirm gets into the letter. Every answer is saved at once in { $file }.
new-keys = Enter: next. Esc: one question back. Ctrl-C: leave; everything is saved.
new-resume = Going on with { $file }: { $open ->
    [0] nothing is open
    [one] one question is open
   *[other] { $open } questions are open
  }.
new-left = Saved in { $file }. Go on with: poa new { $file }
new-backup = The file had comments of yours, which the interview cannot keep. A copy with them is in { $file }.
stage = Step { $number } of { $of }: { $name }
stage-start = what it is about
stage-seller = the seller
stage-notice = the notice
stage-buyer = the buyer
stage-facts = facts
stage-statements = what you state
stage-causes = root causes
stage-actions = corrective actions
stage-measures = preventive measures
stage-invoices = purchase invoices
stage-evidence = evidence files
answer-label = Answer:
answer-label-in = In { $lang }:
says-label = The letter says:{" "}
keys-text = Enter: next · Esc: back · Ctrl-C: save and leave
keys-text-open = Enter on an empty line leaves it open · Esc: back · Ctrl-C: save and leave
keys-one = ↑↓ choose · type to search · Enter · Esc: back
keys-many = ↑↓ move · Space selects · type to search · Enter · Esc: back
accept-label = Accepted:{" "}
reject-label = Refused:{" "}
review-heading = Review
review-open = { $open ->
    [one] One question is still open.
   *[other] { $open } questions are still open.
  }
review-complete = Everything is answered.
review-ask = What next?
review-show-letter = Show the letter as it is sent
review-show-reading = Show the letter in { $lang }
review-open-questions = Answer the open questions
review-change = Change an answer
review-export = Write the files (DOCX, e-mail, form)
review-export-message = Write the files (message and reading copy)
review-draft = Write a draft with the gaps marked
review-leave = Leave; everything is saved
review-which = Which answer?
review-no-answer = open
export-exists = The folder { $folder } has files of an earlier export.
export-replace = Replace them
export-beside = Write into { $folder } instead
export-cancel = Do not write now
export-done = Written:

pattern-nothing = the pattern has no word that must be there
pattern-unclosed = a bracket of the pattern is not closed
pattern-unknown-list = the pattern names the list `{ $name }`, which is not in the file
pattern-too-many = a part of the pattern has more than 400 alternatives
rule-too-long = { $length } words or characters; up to { $most } are read

finding-detail = { $message }: { $detail }
finding-rewrite = { $help }; write: { $words }
unknown-rule = there is no rule `{ $name }`
unknown-rule-help = `poa explain` lists the rules
check-language = the rules do not know the language `{ $lang }`
check-language-help = en, zh, ja and de are known; without --language it is guessed
check-guessed = { $file }: read as { $kind }, language { $lang } (--kind and --language say otherwise)
kind-appeal = an appeal
kind-buyer-message = a message to a buyer
check-fragment = { $file }: the text breaks off, so nothing is said about what it lacks
check-clean = { $files ->
    [one] nothing to object to
   *[other] { $files } files, nothing to object to
}
check-summary = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $infos ->
    [one] 1 note
   *[other] { $infos } notes
}
check-explain = `poa explain RULE` says why, with an example
check-suppressed = { $count ->
    [one] 1 finding is suppressed in its case
   *[other] { $count } findings are suppressed in their cases
}
check-empty-folder = the folder { $folder } holds nothing to check
check-empty-folder-help = files that end in .yaml, .yml, .txt, .md or .docx are taken
docx-broken = { $file } is no readable Word document: { $reason }
docx-broken-help = save it as .docx once more, or paste its text into a .txt file
docx-too-large = { $file } is too large for a letter
text-unusable = { $file } cannot be read as text
text-too-large = { $file } is too large
text-too-large-help = at most { $limit } MB are read; cut it into parts
explain-what = What it does
explain-why = Why it matters
explain-example = Flagged
explain-remedy = Better
explain-help = What to do
explain-more = `poa explain RULE` explains one
text = { $text }
pair-other-side = the other side has { $other }
pair-counts-another = the other side has it for another thing: { $other }
build-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
} on the letter: `poa check { $file }` shows { $count ->
    [one] it
   *[other] them
}
build-refused = { $count ->
    [one] 1 thing has
   *[other] { $count } things have
} to change before the letter is written
review-finding-count = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $infos ->
    [one] 1 note
   *[other] { $infos } notes
} on the letter
review-nothing-found = a reviewer would find nothing to object to
review-go-to = Go to a finding
finding-line = { $message }. { $help }
finding-line-words = { $message } ({ $words }). { $help }
## The recogniser's files
sign-empty-part = part of the sign has no letters
sign-unknown-group = no word group `{ $name }` in `{ $lang }`
sign-too-many = more than eight parts in one sign
sign-only-without = the sign only says what must not stand there
sign-help = a sign is a phrase, or parts with ` + ` between them that all stand in one sentence; ` / ` stands between alternatives, `{"{"}group{"}"}` is a word group, `!` before a part excludes it
stray-file-help-notice = `_issues/` holds <issue>.yaml, `_notice/` the files of the built-in folder

## poa notice
notice-paste = Paste the notice, then press Enter and Ctrl-D.
notice-warnings = Signs that this may not be from Amazon
notice-warnings-note = These are signs, not a verdict; where there are none, that does not make a text genuine either. Look in Seller Central for the notice itself.
notice-alleged = What is alleged
notice-unknown = Not known: the words do not carry an answer. What does Account Health say?
notice-also = It also names:
notice-maybe = Which of these is it?
notice-quote = "{ $text }"
notice-answers = Amazon's answer to an appeal
notice-asked = What is asked for
notice-documents = Papers the notice names
notice-documents-usual = Papers usually wanted for this (from the catalogue, not from the notice)
notice-conditions = What the papers have to be like, by the notice
notice-deadline = By when
notice-no-deadline = The notice names no time; answer as soon as the answer is complete.
notice-deadline-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 } from the day of the notice
notice-deadline-date = By { $date }
notice-deadline-both = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }: by { $date }
notice-names = What it names
notice-store = Store: { $name }
notice-date = Day of the notice: { $date }
notice-asins = ASINs: { $list }
notice-orders = Orders: { $list }
notice-complaints = Complaint ids: { $list }
notice-rights-owners = Rights owner: { $list }
notice-metric-both = { $name }: { $value } (asked for: { $target })
notice-metric-value = { $name }: { $value }
notice-metric-target = { $name }: asked for { $target }
notice-address-unknown = Not in the directory.
notice-route = Where it goes
notice-no-store = The text names no store that is known. `poa contacts` lists them.
notice-next = What to do
notice-next-papers = Papers are wanted, and no plan: none is drafted. Send the papers through the route above.
notice-next-types = These letters fit:
notice-next-new = `poa new --notice FILE` starts the case with what was found; you confirm each part.
notice-next-none = The catalogue has no letter for this.
stance-plan = A plan of action
stance-documents = Papers, and no plan
stance-choice = A choice: acknowledge, or show that the policy was kept. Never both in one letter.
stance-quiz = A quiz or a questionnaire in Account Health
stance-retraction = A retraction by the rights owner
stance-identity = Proof of who you are
stance-funds = A request for the balance
stance-nothing = Nothing; it is a warning
stance-unknown = The text does not say.
health-accounts = State of the account
health-failing = What misses its target
health-none = Nothing.
health-rate = { $rate }, asked for: { $target }
health-defects = { $defects ->
    [one] { $defects } case counts
   *[other] { $defects } cases count
 }
health-defects-of = { $defects } of { $orders } count
health-needed = { $orders ->
    [0] No further orders are needed; it is a matter of the days in the window.
    [one] { $orders } more order without a defect would meet the target.
   *[other] { $orders } more orders without a defect would meet the target.
 }
new-proposed = From the notice. Press Enter if it is right, or correct it.
rule-short-quantity = { $bought } invoiced, { $sold } sold
severity-why = why
