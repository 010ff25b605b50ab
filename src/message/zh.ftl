# 程序的中文文案。一条一句，见 mod.rs。

## 文件及其格式（src/source）

not-utf8 = { $encoding ->
    [unknown] 这个文件不是 UTF-8 文本
   *[other] 这个文件不是 UTF-8 文本，看起来是 { $encoding } 编码
  }
not-utf8-help = 用编辑器打开，另存为 UTF-8 编码
too-large = 这个文件有 { $kilobytes } KB
too-large-help = 最多读取 { $limit } KB；一份完整的案件文件约 10 KB
too-deep = 括号或列表嵌套超过 { $limit } 层
too-deep-help = 请检查是否有没闭合的括号
forbidden-character = 信函里不能有字符 { $code }
forbidden-character-help = 它不可见，或会改变文字方向，多半是粘贴时带进来的；请删除
yaml-syntax = 这不是有效的 YAML：{ $info }
yaml-syntax-help = 请与上下几行对照格式
yaml-syntax-help-tab = 缩进请用空格，不要用制表符
yaml-syntax-help-colon = 含冒号或以括号开头的文字，请加引号
empty-file = 文件里没有内容
empty-file-help = 请从示例开始，或用 `poa new` 生成文件
duplicate-key = “{ $key }”这个键在此处重复出现
duplicate-key-help = 两处只保留一处
unknown-key = 没有“{ $key }”这个键
missing-key = 缺少“{ $key }”这个键
missing-key-help = 请加一行 `{ $key }:`
unknown-value = “{ $value }”不是这里可用的值
did-you-mean = 是不是想写“{ $name }”？
known-are = 可用的有：{ $names }
wrong-type = 这里应是{ $expected }，实际是{ $found }
a-text = 一段文字
a-text-help = 冒号后面写一个值
a-number = 数字
a-number-help = 只写数字，不加文字
a-flag = `true` 或 `false`
a-flag-help = 请写 `true` 或 `false`
a-list = 列表
a-list-help = 每项单独一行，以“- ”开头；或全部写在 [ 和 ] 之间
a-mapping = 键和值
a-mapping-help = 请写成 `键: 值` 的形式
empty-text = 这里没有文字
empty-text-help = 请填写，或删掉这一行；`~` 和 `null` 不算文字
not-fitting = 这个值不合适：{ $reason }

files-checked = 已检查 { $files } 个文件，{ $problems ->
    [0] 没有发现问题
   *[other] 发现 { $problems } 处问题
  }

## 事实（src/fact）

expected-one-value = 这里只填一个值
expected-both-languages = 自述内容要用两种语言各写一份：{ "{ en: ..., zh: ... }" }
expected-language = “{ $code }”不是语言代码（如 en、zh）
expected-shorter = 这段文字有 { $length } 个字符，最多 { $limit } 个；审核人员看整封信大约只有五分钟
expected-some-text = 这里没有文字
expected-date = 日期请写成“年-月-日”，例如 2026-01-23
no-such-date = 没有 { $date } 这一天
expected-time = 时间请写成“时:分”，例如 15:30
expected-count = 请填整数，例如 12
expected-percent = 请填 0 到 100 之间的百分比，例如 43.73
expected-money = 请填金额和币种，例如 480.00 USD
expected-email = 请填一个邮箱地址，例如 name@example.com
expected-list = 请填列表
expected-asin = “{ $value }”不是 ASIN：应为 B0 加八位字母或数字，或十位 ISBN
expected-order = “{ $value }”不是亚马逊订单号：应为 3-7-7 位数字，例如 111-1234567-1234567
expected-code = “{ $value }”不是编号：只能有字母、数字和符号，不能有空格

## 数据目录（src/catalogue、src/contacts）

stray-file = 这个文件不该放在这里
stray-file-help-appeals = appeals/ 里只放 _common/<lang>.yaml、_metrics.yaml、_guide/<lang>.yaml、<family>/<slug>.yaml 和 <family>/<slug>.<lang>.yaml；replies/ 里放 _shared.yaml、<slug>.yaml 及其译文
stray-file-help-contacts = contacts/ 里只放 _common.yaml、_sources.yaml 和每个站点一个的 <store>.yaml
missing-file = 缺少文件 { $file }
missing-translation = 缺少译文文件 { $file }
translation-of-nothing = 这是 { $id } 的 { $lang } 译文，但该类型不存在
untranslated = 缺少 { $lang } 的文字
untranslated-id = 缺少“{ $id }”的文字
translates-nothing = 英文文件里没有“{ $id }”
other-length = 这里有 { $here } 段（项），英文文件里有 { $there } 段（项）
unknown-marketplace = 没有“{ $name }”这个站点
unknown-purpose = _common.yaml 里没有“{ $name }”这种用途
unknown-source = _sources.yaml 里没有“{ $name }”这个来源
no-source = 关于亚马逊的事实至少要有一个来源
address-twice = 邮箱 { $address } 已经写在 { $other } 里
address-of-several-stores = 多个站点共用的邮箱应写在 _common.yaml
name-twice = 名称“{ $name }”已属于 { $other }
unknown-locale = 没有“{ $name }”这个区域设置
unknown-pattern = “{ $pattern }”不是日期或时间格式
unknown-family = _common/en.yaml 里没有“{ $name }”这个类别
unknown-metric = _metrics.yaml 里没有“{ $name }”这个指标
unknown-id = 没有“{ $id }”可供引用
ill-formed-id = “{ $id }”不能作编号：只用小写字母、数字和连字符，以字母开头，且不能是 own-1、own-2 等（留给卖家自述）
id-twice = 编号“{ $id }”在此处重复出现
reserved-fact = “{ $id }”是每封信都有的值，不能另作他用
options-and-choice = 只有 choice 类型的事实才有 options，而且必须有
unused-fact = 没有任何句子用到事实“{ $id }”
unused-source = 没有任何一条引用来源“{ $id }”
unanswered-cause = 根本原因“{ $id }”在这里没有对应的措施
answers-nothing = 没有根本原因引用“{ $id }”
template-syntax = 句子里的花括号没有成对（第 { $column } 列附近）
template-plural = 请写成 { "{{plural name \"单数\" \"复数\"}}" }
template-other = 句子里只能有 { "{{name}}" } 和 { "{{plural name ...}}" }
template-help = 事实写在双花括号里，例如 { "{{late-rate}}" }
unknown-variable = 没有“{ $id }”这个事实
variable-missing = 英文句子用了“{ $id }”，这一句没有
variable-added = 这一句用了“{ $id }”，英文句子没有
variable-required = 这一句必须用到“{ $id }”
optional-in-entry = “{ $id }”可以不填，所以只能用在可以整段省略的段落里
not-countable = “{ $id }”没有可以决定单复数的数字
sentence-without-fact = “{ $sentence }”里没有卖家自己的事实
no-braces = 这段文字原样显示，不能包含事实变量
look-for-lines = 这里有 { $count } 行；请用两到四行说明审核人员看什么
belongs-to-branches = 有 branches 的类型，“{ $key }” 应写在每个分支里
too-few-branches = 分支至少要有两个，否则不要写
in-no-branch = 没有任何分支提到 “{ $id }”
nothing-to-confirm = 这里没有可供卖家确认的内容
too-many-parts = 这里有 { $count } 个部分，一封信最多 { $limit } 个
causes-in-message = 短信息只用 parts 陈述事实，不含根本原因
only-in-message = 只有写明 `form: message` 的类型才有 “{ $key }”
beside-refusal = 写明 refusal 的类型不能有 “{ $key }”
invoices-in-message = 短信息不含发票表
invoices-in-no-branch = 各分支的句子都没有用到带 `from-invoices` 的事实，因此没有分支会询问发票
figure-is-not-asked = 带 `from-invoices` 的事实不向卖家提问，不写 `{ $key }`
figure-without-invoices = 只有写了 `invoices: true` 的类型才能根据发票得出事实

## 卖家的数据（src/metrics）

expected-windows = 请写统计天数，至少一个，每个为 1 到 { $most }
no-days = 文件里没有任何一天的数据
no-days-help = 每天一行：日期,订单数,缺陷数；例如 2026-10-03,12,1
three-columns = 这一行有 { $columns } 列，应为三列：日期、订单数、缺陷数
more-defects-than-orders = 缺陷数多于订单数；一笔订单有多项缺陷也只计一次
day-twice = { $day } 这一天在此处重复出现

## 终端（src/cli）

severity-error = 错误
severity-warning = 警告
severity-info = 提示
severity-help = 建议
program-language = 程序不支持语言“{ $lang }”
program-language-help = 支持 en（English）和 zh（中文）
cannot-read = 无法读取 { $file }：{ $reason }
cannot-read-help = 请确认文件名正确，并且文件可以打开
cannot-write = 无法写入 { $file }：{ $reason }
cannot-write-help = 请换一个有写入权限、磁盘有空间的文件夹；原有文件没有改动
catalogue-unusable = 申诉类型无法使用：有 { $problems } 处问题
catalogue-unusable-help = 请改正上面列出的各行，再用 `poa appeals --validate { $folder }` 检查
contacts-unusable = 内置的联系方式无法读取：{ $list }

appeals-next = `poa appeals 类型` 查看某一类型的原因和证据；`poa new` 开始写信。
unknown-appeal = 没有“{ $name }”这个申诉类型
unknown-appeal-help = `poa appeals` 会列出全部类型
unknown-reply = 没有“{ $name }”这种买家消息
unknown-reply-help = `poa replies` 会列出全部
replies-heading = 给买家的消息
replies-refused = 网上流传、但不能发送的消息
replies-next = `poa replies 类型` 查看某一条，`poa reply 类型` 开始起草。
reply-refused = 这条消息不能发送
reply-instead = 可以这样做
reply-clock = 亚马逊要求在收到买家消息后 24 小时内回复，周末和节假日也计算在内。
reply-next = 只有您确认过的内容才会写进消息。用 `poa reply { $name }` 开始起草。
answer-by = 请在 { $by } 前回复（按卖家平台显示的时间）：亚马逊从买家消息发出起计 24 小时，周末和节假日也计算在内。
answer-late = 24 小时的回复时限已于 { $by } 届满（按卖家平台显示的时间）。仍请今天回复，买家还在等。
appeal-not-when = 什么情况不适用
appeal-look-for = 审核人员看什么
appeal-message = 这是短信息：填入表单或消息框的纯文本。
appeal-message-limit = 这是短信息：填入表单或消息框的纯文本，最多 { $limit } 个词。
appeal-branches = 您属于哪种情况
appeal-branch-causes = { $all } 个根本原因中的 { $count } 个
appeal-choose-one = 只能选一项
appeal-choose-some = 至少选一项
appeal-choose-any = 可以不选，也可以选多项
appeal-target = 亚马逊的要求
appeal-asks = 会问到的内容
appeal-optional = （可不填）
appeal-from-invoices = （根据采购发票自动得出）
appeal-invoices = 采购发票（逐张填写），以及各 ASIN 的售出数量
appeal-causes = 可选的根本原因
appeal-actions = 纠正措施
appeal-measures = 预防措施
appeal-evidence = 证据
evidence-accepted = + 接受：
evidence-refused = - 不接受：
appeal-next = 只有您确认过的内容才会写进信里。用 `poa new` 开始。
target-window = { $windows ->
    [1] 按 { $days } 天统计
   *[other] { $days } 天均须达标
  }
target-below = { $metric }低于 { $percent }（{ $window }）
target-at-least = { $metric }不低于 { $percent }（{ $window }）
source-checked = 来源：{ $source }；最近核对：{ $day }

unknown-store = 没有“{ $name }”这个亚马逊站点
contacts-next = `poa contacts 站点` 查看该站点的申诉如何送达绩效团队。
contacts-route = 申诉怎么提交
contacts-help-page = 亚马逊的说明页面：{ $link }
contacts-language = 用什么语言写
contacts-performance = 绩效团队邮箱
contacts-no-address = 该站点没有可查证的绩效团队邮箱，这里也不会凭格式编造。请走上面的路径。
contacts-others = 网上流传的其他邮箱
contacts-purpose = 用途：{ $purpose }
contacts-stale = 最近一次核对已超过 { $days } 天，使用前请到卖家平台再查一次。
status-current = 在其用途范围内仍在使用。
status-notice-only = 只有您收到的通知里写了这个邮箱，才可以发。
status-rights-owner-only = 只供权利人使用，不能用来提交您的申诉。
status-legacy = 曾经使用，现已由其他邮箱取代。
status-obsolete = 已不用于申诉：改为在卖家平台内提交。
status-closed = 已停用：相关项目已经结束。
status-unverified = 未经证实：只见于网上流传的列表或单一薄弱来源。
status-disputed = 邮箱真实存在，但是否有用说法不一。
status-risky = 请当心：与这个邮箱一起流传的做法有危险。

cli = 为被停用的亚马逊账户或商品起草一份诚实的行动计划
cli-usage = 用法：
cli-commands = 命令
cli-command = 命令
cli-arguments = 参数
cli-options = 选项
cli-help = 显示帮助
cli-version = 显示版本
cli-global-lang = 程序语言：en 或 zh
cli-global-appeals = 用自己的申诉类型文件夹代替内置的
cli-appeals = 查看可以写哪些申诉，以及每一种要准备什么

cli-build = 把案件写成信：供核对和发送的 DOCX、邮件、表单
cli-build-case = 案件文件；- 表示标准输入
cli-build-out = 输出文件夹；- 表示打印一种文本格式（默认写入案件旁的文件夹）
cli-build-format = 要写哪些：docx（两个 DOCX）、reading（双语核对版）、sending（寄出版）、txt（邮件）、form（表单）；不写则全部
cli-build-force = 覆盖已有文件
cli-build-draft = 内容不全也写出来，并标出所有缺漏
cli-build-examples =
    示例：
      poa build case.yaml
      poa build case.yaml --out letter --force
      poa build case.yaml --format txt --out -
cli-contacts = 查看申诉寄往何处，以及已知的邮箱
cli-contacts-store = 站点：编号、域名或名称；不写则列出全部
cli-contacts-purpose = 只看某一用途的邮箱，如 performance、funds
cli-contacts-examples =
    示例：
      poa contacts
      poa contacts 美国
      poa contacts amazon.de --purpose funds
cli-appeals-appeal = 要查看的申诉类型；不写则列出全部
cli-appeals-validate = 检查一个申诉类型文件夹，列出所有问题
cli-reply = 在终端里起草给买家的消息
cli-reply-what = 消息类型，或要继续的案件文件；不写则由您选择
cli-reply-examples =
    示例：
      poa reply
      poa reply wrong-item
      poa reply reply.yaml
cli-replies = 查看有哪些给买家的消息，以及哪些不能发送
cli-replies-reply = 要查看的消息；不写则列出全部
cli-replies-examples =
    示例：
      poa replies
      poa replies wrong-item
      poa replies --format json
cli-appeals-examples =
    示例：
      poa appeals
      poa appeals performance/late-shipment
      poa appeals --validate my-appeals
cli-global-format = 输出格式：text（给人看）或 json（给程序读）
cli-unknown-argument = 没有参数 { $name }
cli-unknown-command = 没有命令 { $name }
cli-no-value = { $name } 后面缺少值
cli-wrong-value = { $name } 不能是“{ $value }”
cli-missing-argument = 缺少 { $name }
cli-conflict = { $name } 不能与 { $other } 同时使用
cli-wrong = 命令有误：{ $text }
cli-see-help = `--help` 查看用法

## 案件（src/case）

expected-one-line = 这里只能写一行
same-languages = 信函语言和阅读语言不能相同
no-letters-in = 没有 { $lang } 语言的信函
notice-after-letter = 通知日期晚于信函日期 { $day }
message-after-answer = 买家消息的日期晚于回复日期 { $day }
type-not-in = 该类型没有 { $lang } 的文字
refused-message = 这条消息不能发送：{ $why }
refused-instead = 可以这样做：{ $instead }
refused = 这条消息不能发送。{ $why }可以这样做：{ $instead }
unknown-fact = 该申诉类型没有“{ $id }”这个事实
figure-given = “{ $id }”根据采购发票得出，不能另行填写
figure-given-help = 请删除这一项；以 `invoices` 和 `sold` 下的内容为准
unknown-option = “{ $id }”不在可选项中
unknown-entry = 该申诉类型没有“{ $id }”这一项；自述内容请写在 own-1、own-2 等编号下
words-for-known = “{ $id }”的文字由目录提供；自述内容请写在 own-1、own-2 等编号下
no-branches = 该申诉类型没有分支可选
unknown-branch = 该申诉类型没有分支 “{ $id }”
unknown-part = 该申诉类型没有部分 “{ $id }”
one-statement = “{ $part }” 部分只能有一条陈述属实
no-causes-here = 该申诉类型不写根本原因
no-invoices-here = 该申诉类型不要求填写发票
too-many-invoices = 这里有 { $count } 行发票，一封信最多 { $limit } 行
sold-of-nothing = 本案件的发票和通知中都没有 ASIN“{ $asin }”
after-letter = { $date } 晚于信函日期 { $day }
after-letter-help = 只能写已经完成、已经实施的内容；请先完成，或删去这一项
unknown-term = “{ $id }”不是可用的词；自述请写成 { "{ en: ..., zh: ... }" }
expected-file-name = 请填一个文件名
case-unusable = 案件文件无法使用：有 { $problems } 处问题
case-unusable-help = 请改正上面列出的各处，再运行一次；文件没有被改动

## poa build

no-appeal-yet = 案件还没有写明申诉类型
no-marketplace-yet = 案件还没有写明亚马逊站点
no-branch-yet = 案件还没有写明属于哪种情况
go-on-help = 用 `poa new { $file }` 从未答的问题继续
missing-answers = 信还不完整，缺 { $count } 处：
missing-answer = 缺：{ $what }
draft-help = 加 `--draft` 可以先写出草稿，所有缺漏都会标出。
draft-written = 这是草稿，有 { $gaps } 处缺漏，请勿发送。
dated-today = 案件没有写日期，信函日期为 { $day }。
exists = 已存在：{ $files }
exists-help = 用 `--force` 覆盖，或用 `--out` 指定其他文件夹
one-format = 一次只能打印一种格式
one-format-help = 请加 `--format txt` 或 `--format form`，或用 `--out` 指定文件夹
not-of-a-message = 这个案件是短信息，只有纯文本
not-of-a-message-help = 请去掉 `--format`，或用 `--format txt`
message-too-long = 信息有 { $words } 个词，而提交处最多 { $limit } 个词。请减少陈述，或缩短自述内容。
docx-on-terminal = DOCX 文件不能显示在终端里
send-route = 提交方式：{ $path }（{ $link }）。
send-no-address = { $store }站点没有可查证的绩效团队邮箱，因此邮件没有 To: 一行。请走上面的路径。
send-old-address = 邮件收件人为 { $address }。{ $status }请走上面的路径。

## poa guide

cli-guide = 两分钟看懂怎样的申诉有效，或某一类型的审核看什么
cli-guide-appeal = 申诉类型；不写则为各类申诉的通用要点
cli-guide-examples =
    示例：
      poa guide
      poa guide order-defect-rate
      poa guide --format json
guide-use-when = 什么情况适用
guide-sources = 来源与最近核对日期（没有编号的一条是建议）
guide-source = { $source }；{ $day }
guide-next = `poa guide 类型`：某一类申诉的要点。`poa appeals`：全部类型。
guide-type-next = `poa guide` 是各类申诉的通用要点；`poa appeals 类型` 列出根本原因和措施。

## poa odr

cli-odr = 计算某项指标是否达标、何时达标
cli-odr-orders = 统计期内的订单数
cli-odr-defects = 其中有缺陷的订单数；其他指标则为迟发、取消、无有效追踪或未准时送达的数量
cli-odr-metric = 指标：order-defect-rate（订单缺陷率）、late-shipment-rate（迟发率）、cancellation-rate（配送前取消率）、valid-tracking-rate（有效追踪率）、on-time-delivery-rate（准时送达率）
cli-odr-data = 逐日订单数和缺陷数的文件，CSV 或 YAML；- 表示标准输入
cli-odr-defect = 有缺陷的订单的日期；每笔写一次
cli-odr-orders-per-day = 每天的订单数：用于推算以后；与 --defect 同用时也用于以前
cli-odr-date = 从哪一天算起；不写则为文件的最后一天，或今天
cli-odr-window = 统计天数（通知写的天数不同时使用）
cli-odr-target = 目标百分比（通知写的目标不同时使用）
cli-odr-examples =
    示例：
      poa odr 412 7
      poa odr 380 11 --metric late-shipment-rate
      poa odr --data days.csv
      poa odr --defect 2026-10-03 --defect 2026-10-20 --orders-per-day 6

    逐日文件为三列 CSV：日期、订单数、缺陷数；或 YAML 列表：
    - { "{ date: 2026-10-03, orders: 12, defects: 1 }" }
odr-heading = { $abbreviation }：{ $asks }
odr-delay = 最近 { $days } 天尚未计入。
odr-window = 统计期：{ $from }至{ $to }
odr-rate = 比率
odr-allowed = 此数量下允许的缺陷数
odr-needed = 达标尚需的无缺陷数量
odr-met = 已达标
odr-missed = 未达标
odr-no-orders = 无比率
odr-single = 数量太少，出现一个缺陷就不达标；达到 { $orders } 后，才允许出现一个。
odr-dilution = 增加订单只会摊薄比率。审核人员要看的是原因和措施；自行安排的订单违反亚马逊规则。
odr-each-window = 每个统计期都须达标，请分别用各自的数据计算。
odr-outlook = 如果不再出现新的缺陷
odr-usual = { $day }之后按每天 { $orders } 笔订单推算，即目前的日均数；可用 --orders-per-day 另行设定。
odr-per-day = { $day }之后按每天 { $orders } 笔订单推算。
odr-short-record = 文件从{ $first }开始，统计期从{ $from }开始；中间缺少的日期按没有订单计算。
odr-day = 日期
odr-days = { $days } 天
odr-met-short = 达标
odr-missed-short = 未达标
odr-stays = { $day }已达标，此后保持达标。
odr-met-from = 从{ $day }起达标。
odr-never = 按这样的订单数，比率不会再达标；没有订单就没有比率。
odr-own-target = 目标或统计天数为您所填。
days-unusable = 逐日文件无法使用：有 { $problems } 处问题
after-day = { $date } 晚于起算日 { $day }
after-day-help = 只填已经出现的缺陷，或用 `--date` 改起算日
more-defects-help = { $day } 的缺陷数多于每天的订单数；请调高 `--orders-per-day`，或用 `--data` 提供逐日数据

## 访谈（src/interview）

ask-interface-language = 使用哪种语言？ / Which language shall we use?
why-interface-language = 信用英文写，旁边附中文对照。 / The letter itself is written in English, with Chinese beside it.
ask-appeal = 通知指控的是什么？
why-appeal = 多数申诉被拒，是因为答非所问。可以输入文字搜索，中英文都行。
ask-reply = 这条消息要对买家说什么？
why-reply = 按买家来信的内容或订单发生的情况选择。可以输入文字搜索，中英文都行。
ask-reply-marketplace = 买家是在哪个亚马逊站点下的单？
why-reply-marketplace = 回复要使用该站点的语言。
ask-letter-language = 用哪种语言回复买家？
why-letter-language = 亚马逊要求使用买家所选的语言；另附一份供您核对的对照文本。
ask-reply-store = 店铺名称是什么（买家看到的名称）？
why-reply-store = 消息以店铺名称署名。
ask-buyer-name = 亚马逊上显示的买家姓名是什么？（没有可留空）
why-buyer-name = 写在消息开头。请用订单上显示的姓名，不要用其他来源。
ask-buyer-date = 买家的消息是哪一天发来的？（由您先发起的，可留空）
why-buyer-date = 亚马逊从这时起计 24 小时。
ask-buyer-time = 卖家平台显示的时间是几点几分？
why-buyer-time = 连同日期一起，可以算出最迟几点回复才算及时。
ask-marketplace = 是哪个亚马逊站点发来的通知？
why-marketplace = 各站点的申诉路径、语言和纸张规格不同。
ask-store = 店铺名称是什么（买家看到的名称）？
why-store = 审核人员凭它找到账户。
ask-legal-name = 企业的注册名称是什么？
why-legal-name = 必须与卖家平台登记的一致；名称不一致会让人怀疑写信人的身份。
ask-latin-name = “{ $name }”用英文字母怎么写（与卖家平台一致）？
why-latin-name = 寄出的信里不能有汉字。
ask-merchant-token = 卖家编号（merchant token）是什么？
why-merchant-token = 在卖家平台 > 设置 > 账户信息 > 业务信息 > 您的卖家编号。它能唯一确定您的账户。
ask-email = 账户登记的邮箱是哪个？
why-email = 换一个邮箱发来的申诉，无法与账户对上。
ask-signatory = 信由谁签署？
why-signatory = 请写企业里一位负责人的全名；署昵称的信看上去像抄来的模板。
ask-position = 签署人的职务是什么？
why-position = 说明是能拍板的人对这份计划负责。
ask-notice-date = 通知是哪一天发来的？
why-notice-date = 信要与通知对应，期限也从这一天算起。
ask-case-id = 通知里有案例编号吗？（没有可留空）
why-case-id = 方便审核人员找到案件。
ask-notice-asins = 通知列出了哪些 ASIN？（用逗号分隔；没有可留空）
why-notice-asins = 通知点名的每个 ASIN 都必须答复。
ask-notice-orders = 通知列出了哪些订单？（用逗号分隔；没有可留空）
why-notice-orders = 通知点名的每笔订单都必须答复。
ask-causes = 下面哪些是真实发生的？可选一项或多项。
why-causes = 根本原因是流程中失效的环节。只选能够证明的；两三条扎实的，胜过一长串。
ask-own-cause = 请用自己的话写出根本原因。
why-own-cause = 写明流程的哪一步失效、何时、涉及多少订单或商品。不要归咎于人、承运人或淡旺季。
ask-own-statement = 请用自己的话陈述。
why-own-statement = 写一个能够证明的事实：谁、做了什么、何时、多少。不写看法，也不写请求。
ask-invoice = 有需要列出的采购发票吗？
why-invoice = 亚马逊通常接受通知日之前 365 天内开具、且能联系到供应商的发票。
ask-needed-invoice = 您确认的内容提到了采购发票。现在填写第一张吗？
why-needed-invoice = 没有发票，这句话就不能成立；如果确实没有，请返回取消该项。
ask-another-invoice = 还有其他发票，或同一张发票上还有其他 ASIN 吗？
why-another-invoice = 全部发票的数量合计会与您的销量核对。
invoice-yes = 有
invoice-no = 没有了
invoice-about = 第 { $number } 张发票
units-of = { $asin } 的数量
ask-invoice-number = 发票号码是多少？
why-invoice-number = 请与发票完全一致。
ask-invoice-date = 发票于哪一天开具？（年-月-日）
why-invoice-date = 应早于商品售出的日期。
ask-invoice-supplier = 由哪家供应商开具？
why-invoice-supplier = 名称须与发票一致；亚马逊可能会致电供应商。
ask-invoice-asin = 这批商品以哪个 ASIN 销售？
why-invoice-asin = 发票上很少写 ASIN，需要向审核人员说明。
ask-invoice-quantity = 发票上该商品有多少件？
why-invoice-quantity = 亚马逊会把全部发票的数量相加。
ask-sold-quantity = 通知日之前 365 天内，该 ASIN 售出多少件？
why-sold-quantity = 亚马逊掌握这一数字；发票数量少于销量时需要说明。
ask-first-sale = 首次售出是哪一天？（可以不填）
why-first-sale = 用来说明商品先采购、后销售。
ask-actions = 针对这一原因，您已经做完了哪些？只选已完成的。
why-actions = 亚马逊问的是“已采取的措施”，只是打算做的不能写在这里。
ask-own-action = 请用自己的话写出您已经做了什么。
why-own-action = 只写一项已完成的措施：做了什么、数量多少、结果如何。日期会自动加上。
ask-done-on = 哪一天完成的？（年-月-日）
why-done-on = 没有日期的措施，读起来像承诺。
ask-measures = 现在有哪些措施在防止问题再次发生？
why-measures = 预防措施是已经在运行、有人负责的控制。只选这样的。
ask-own-measure = 请用自己的话写出这项预防措施。
why-own-measure = 写明检查或限制什么、不合格时怎么处理。日期、岗位和频率会自动加上。
ask-since = 从哪一天起实施？（年-月-日）
why-since = 还没有运行的控制，不能写成已经在运行。
ask-owner = 由哪个岗位负责？
why-owner = 写岗位，不写人名：人会变动，控制不变。
ask-rhythm = 多久执行一次？
why-rhythm = 没有频率的控制很难让人相信。
ask-proof = 用什么文件证明？
why-proof = 审核人员相信看得见的东西。没有文件也请如实选择。
no-proof = 没有文件
none-of-these = 以上都不符合
for-other-causes = 其他
own-words = 用自己的话写……
ask-evidence-title = 这份文件叫什么？
why-evidence-title = 会写进证据清单。
ask-evidence-shows = 这份文件证明什么？
why-evidence-shows = 写一句话，让审核人员知道看哪里。
ask-evidence-file = 文件名是什么？（用英文字母和数字，例如 01-settings.pdf）
why-evidence-file = 文件名会写进信里，方便审核人员查找。中文文件名在对方电脑上可能打不开。
expected-answer = 这里需要回答
expected-choice = 请选择其中一项
expected-some-choice = 请至少选择一项
none-or-some = “没有文件”不能与其他文件同时选择
none-or-several = 要么都不符合，要么至少选一项，不能同时选
branch-is-fixed = 已选的陈述或原因不属于这种情况，不能再改选；请用 `poa new` 另建一个案件
appeal-is-fixed = 已有回答，不能再更换申诉类型；请用 `poa new` 另建一个案件
expected-latin = 这种语言（{ $lang }）的信里不能有汉字
expected-latin-file = 请把“{ $name }”改成英文字母和数字的文件名，例如 01-settings.pdf

## poa new

cli-new = 在终端里起草申诉；从上次停下的地方继续
cli-new-case = 案件文件；不写则新建
cli-new-examples =
    示例：
      poa new
      poa new case.yaml
      poa new --notice 通知.txt
not-a-terminal = 访谈需要在终端里进行
not-a-terminal-help = 请在终端窗口里运行 `poa new`。没有终端时，可手写案件文件（tests/cases 里有示例，`poa appeals 类型` 列出所有编号），再运行 `poa build CASE.yaml`
new-welcome = 只有您确认的内容才会写进信里。每个回答都立即保存到 { $file }。
new-keys = 回车：下一题。Esc：退回上一题。Ctrl-C：离开，内容都已保存。
new-resume = 继续 { $file }：{ $open ->
    [0] 没有未答的问题
   *[other] 还有 { $open } 个问题未答
  }。
new-left = 已保存到 { $file }。继续请运行：poa new { $file }
new-backup = 文件里有您写的注释，访谈无法保留；含注释的副本在 { $file }。
stage = 第 { $number } 步（共 { $of } 步）：{ $name }
stage-start = 申诉事项
stage-seller = 卖家信息
stage-notice = 通知
stage-buyer = 买家
stage-facts = 基本事实
stage-statements = 事实陈述
stage-causes = 根本原因
stage-actions = 纠正措施
stage-measures = 预防措施
stage-invoices = 采购发票
stage-evidence = 证据文件
answer-label = 答：
answer-label-in = { $lang }：
says-label = 信里会写：
keys-text = 回车：下一题 · Esc：上一题 · Ctrl-C：保存并离开
keys-text-open = 留空回车：先不答 · Esc：上一题 · Ctrl-C：保存并离开
keys-one = ↑↓ 选择 · 输入文字搜索 · 回车 · Esc：上一题
keys-many = ↑↓ 移动 · 空格选中 · 输入文字搜索 · 回车 · Esc：上一题
accept-label = 接受：
reject-label = 不接受：
review-heading = 核对
review-open = 还有 { $open } 个问题没有回答。
review-complete = 所有问题都已回答。
review-ask = 接下来做什么？
review-show-letter = 看要寄出的信
review-show-reading = 看{ $lang }版的信
review-open-questions = 回答未答的问题
review-change = 修改某个回答
review-export = 导出文件（DOCX、邮件、表单）
review-export-message = 导出文件（短信息及对照文本）
review-draft = 导出草稿，标出缺漏
review-leave = 离开（内容都已保存）
review-which = 修改哪个回答？
review-no-answer = 未答
export-exists = 文件夹 { $folder } 里已有上次导出的文件。
export-replace = 覆盖
export-beside = 改为写入 { $folder }
export-cancel = 暂不导出
export-done = 已写入：

pattern-nothing = 该模式没有必须出现的词
pattern-unclosed = 该模式有括号未闭合
pattern-unknown-list = 该模式引用的词表 `{ $name }` 不在文件中
pattern-too-many = 该模式某一部分的备选项超过 400 个
rule-too-long = 共 { $length } 字（词）；上限为 { $most }

finding-detail = { $message }：{ $detail }
finding-rewrite = { $help }；改为：{ $words }
unknown-rule = 没有规则 `{ $name }`
unknown-rule-help = `poa explain` 可列出全部规则
check-language = 规则不支持语言 `{ $lang }`
check-language-help = 支持 en、zh、ja、de；不写 --language 则自动判断
check-guessed = { $file }：按{ $kind }处理，语言 { $lang }（可用 --kind 和 --language 指定）
kind-appeal = 申诉信
kind-buyer-message = 买家消息
check-fragment = { $file }：文字中途断开，因此不检查缺少的内容
check-clean = { $files ->
    [one] 没有发现问题
   *[other] 共 { $files } 个文件，没有发现问题
}
check-summary = { $errors } 个错误，{ $warnings } 个警告，{ $infos } 个提示
check-explain = `poa explain 规则` 说明原因并给出例子
check-suppressed = 另有 { $count } 处已在案件中注明理由、不再提示
check-empty-folder = 文件夹 { $folder } 中没有可检查的文件
check-empty-folder-help = 只读取以 .yaml、.yml、.txt、.md、.docx 结尾的文件
docx-broken = { $file } 不是可读的 Word 文档：{ $reason }
docx-broken-help = 请重新另存为 .docx，或把文字粘贴到 .txt 文件
docx-too-large = { $file } 过大，不像一封信
text-unusable = 无法按文本读取 { $file }
text-too-large = { $file } 过大
text-too-large-help = 最多读取 { $limit } MB；请拆分后再检查
explain-what = 检查什么
explain-why = 为什么重要
explain-example = 会被指出的写法
explain-remedy = 更好的写法
explain-help = 怎么改
explain-more = `poa explain 规则` 查看某一条的说明
cli-check = 检查案件、申诉信或买家消息，指出审核人员会挑出的问题
cli-check-paths = 案件（.yaml）、信函和消息（.txt、.md、.docx）或其所在文件夹；- 表示标准输入
cli-check-kind = 文本类型：appeal（申诉信）、buyer-message（买家消息）、pair（以 ===== 分隔的两种语言）；不写则自动判断
cli-check-language = 文本语言：en、zh、ja、de；不写则自动判断
cli-check-marketplace = 文本所涉站点，如 us、amazon.de、日本
cli-check-format = 输出格式：text（给人看）、json、sarif、github
cli-check-fail_on = 达到该级别即以退出码 1 结束：info、warning、error
cli-check-min_severity = 只显示该级别及以上：info、warning、error
cli-check-only = 只用这些规则
cli-check-ignore = 不用这些规则
cli-check-examples =
    示例：
      poa check 案件.yaml
      poa check 申诉信.docx --marketplace us
      poa check 消息.txt --kind buyer-message
      poa check 草稿文件夹 --format sarif > findings.sarif
cli-explain = 说明某条规则的理由，并给出例子和改法
cli-explain-rule = 规则；不写则列出全部
cli-explain-format = 输出格式：text（给人看）或 json（给程序读）
cli-explain-examples =
    示例：
      poa explain
      poa explain blames-others
      poa explain undated-action --lang zh
text = { $text }
pair-other-side = 另一种语言为 { $other }
pair-counts-another = 另一种语言中该数字指的是别的内容：{ $other }
build-warnings = 信中有 { $count } 处警告：用 `poa check { $file }` 查看
build-refused = 有 { $count } 处必须先改正，信才能写出
review-finding-count = 信中有 { $errors } 个错误、{ $warnings } 个警告、{ $infos } 个提示
review-nothing-found = 没有审核人员会挑出的问题
review-go-to = 前往某个问题
finding-line = { $message }。{ $help }
finding-line-words = { $message }（{ $words }）。{ $help }
## 识别通知用的文件
sign-empty-part = 特征的某一部分没有文字
sign-unknown-group = `{ $lang }` 中没有词组 `{ $name }`
sign-too-many = 一条特征超过八个部分
sign-only-without = 这条特征只写了不能出现的词
sign-help = 特征可以是一个短语，也可以用“ + ”连接几个须在同一句中出现的部分；“ / ”分隔可替换的说法，`{"{"}词组{"}"}` 表示词组，部分前加 `!` 表示不能出现
stray-file-help-notice = `_issues/` 中放 <问题>.yaml，`_notice/` 中放与内置文件夹同名的文件

## poa notice
notice-paste = 请粘贴通知内容，然后按回车和 Ctrl-D。
notice-warnings = 可能并非来自亚马逊的迹象
notice-warnings-note = 这些只是迹象，不是定论；没有迹象也不代表内容属实。请登录卖家平台核对通知原文。
notice-alleged = 指控内容
notice-unknown = 无法判断：文字不足以得出结论。账户状况页面怎么写？
notice-also = 同时提到：
notice-maybe = 是下列哪一种？
notice-quote = “{ $text }”
notice-answers = 亚马逊对申诉的答复
notice-asked = 要求什么
notice-documents = 通知点名要的文件
notice-documents-usual = 此类问题通常需要的文件（来自目录，并非通知原文）
notice-conditions = 通知对文件的要求
notice-deadline = 期限
notice-no-deadline = 通知没有写期限；准备好就尽早提交。
notice-deadline-days = 自通知之日起 { $days } 天
notice-deadline-date = 截至 { $date }
notice-deadline-both = { $days } 天：截至 { $date }
notice-names = 通知中提到
notice-store = 站点：{ $name }
notice-date = 通知日期：{ $date }
notice-asins = ASIN：{ $list }
notice-orders = 订单：{ $list }
notice-complaints = 投诉编号：{ $list }
notice-rights-owners = 权利人：{ $list }
notice-metric-both = { $name }：{ $value }（要求：{ $target }）
notice-metric-value = { $name }：{ $value }
notice-metric-target = { $name }：要求 { $target }
notice-address-unknown = 不在通讯录中。
notice-route = 提交到哪里
notice-no-store = 文中没有提到已知站点。`poa contacts` 可列出全部站点。
notice-next = 下一步
notice-next-papers = 对方要的是文件，不是行动计划，因此不起草计划。请按上面的途径提交文件。
notice-next-types = 适用的信：
notice-next-new = `poa new --notice 文件` 会带着这些内容新建案件，由您逐项确认。
notice-next-none = 目录中没有适用的信。
stance-plan = 行动计划
stance-documents = 只要文件，不要计划
stance-choice = 二选一：承认违规，或证明遵守了政策。同一封信里不能两者兼有。
stance-quiz = 账户状况中的测验或问卷
stance-retraction = 由权利人撤诉
stance-identity = 身份或资质证明
stance-funds = 申请拨付余额
stance-nothing = 无需提交，这是警告
stance-unknown = 文中没有说明。
health-accounts = 账户状态
health-failing = 未达标项
health-none = 没有。
health-rate = { $rate }，要求：{ $target }
health-defects = 计入 { $defects } 起
health-defects-of = { $orders } 单中有 { $defects } 单计入
health-needed = { $orders ->
    [0] 无需更多订单，取决于统计窗口的天数。
   *[other] 再有 { $orders } 个无缺陷订单即可达标。
 }
cli-notice = 读懂亚马逊的通知：指控什么、要求什么、何时截止
cli-notice-file = 通知文件：文本、.eml、HTML 或账户状况报告；- 表示标准输入
cli-notice-examples =
    示例：
      poa notice 通知.txt
      poa notice 邮件.eml --format json
      poa notice -                       （粘贴内容，再按 Ctrl-D）
new-proposed = 来自通知原文。无误请按回车，否则请改正。
cli-new-notice = 以粘贴的通知开头，其中每一项由您确认
rule-short-quantity = 发票 { $bought } 件，售出 { $sold } 件
severity-why = 原因
