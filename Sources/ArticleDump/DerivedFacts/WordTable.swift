/// Words that show where a name begins and ends, for text whose characters are simplified, as those of `Preceding` are.
enum WordTable {
  private static func words(_ list: String) -> [[Unicode.Scalar]] {
    list.simplified.split(separator: " ").map { Array($0.unicodeScalars) }
  }

  /// Endings of transcribed names of places and organisations, by their last character, longer ones first.
  static let kindsByLast = Dictionary(grouping: kinds) { $0[$0.count - 1] }

  private static let kinds = words(
    "酒店 航空 公园 基金会 委员会 研究所 研究院 共和国 大学 公司 集团 医院 银行 学院 法案 半岛 群岛 机场 广场 大街 州 省 市 县 郡 区 岛 河 湖 山 湾 海 角 港 族 党 报 城 镇 村 堡 "
      + "国 人 语 奖")

  /// Titles after a name, by their last character.
  static let titlesByLast = Dictionary(grouping: trailingTitles) { $0[$0.count - 1] }

  private static let trailingTitles = words("爵士 先生 女士 夫人 教授 博士 小姐 神父 修女 牧师 律师")

  /// Titles, countries, cities and other words whose last character also transcribes sounds.
  private static let endings = words(
    "总理 经理 助理 代理 富翁 女士 博士 爵士 人士 硕士 院士 护士 骑士 战士 男士 大亨 富豪 王子 弟子 女子 男子 妻子 儿子 之子 孩子 先生 医生 学生 女生 男生 研究生 日本 俄罗斯 乌克兰 "
      + "波兰 荷兰 芬兰 爱尔兰 新西兰 巴西 墨西哥 意大利 匈牙利 奥地利 智利 以色列 伊朗 伊拉克 巴基斯坦 哈萨克斯坦 印度 古巴 利比亚 叙利亚 澳大利亚 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 哥伦比亚 "
      + "沙特 上海 山东 广东 股东 房东 中东 山西 广西 云南 越南 河南 湖南 海南 西安 巴黎 伦敦 柏林 华盛顿 纽约 莫斯科 洛杉矶 报道 声明 发明 论文 卡通 普通 交通 律师 教授 议长 队长 市长 "
      + "部长 局长 院长 校长 总统 首相 主席 顾问 特使 大使 发言人 记者 作家 导演 总裁 董事 科学家 经济学家 前任 时任 现任 被告人 创始人 候选人 领导人 负责人 当事人 主持人 经纪人 教练 球员 "
      + "演员 议员 官员 成员 委员 专员 雇员 州长 省长 酋长 秘书 书记 大法官 检察官 外长 财长 防长 司令 将军 上校 国王 女王 教皇 主教 牧师 学者 专家 分析师 设计师 工程师")

  /// Han characters with which the word before a name ends. None of them transcribes sounds.
  private static let wordEnds: Set<Unicode.Scalar> = Set(
    ("统相长席官员问使人者家授师将军校令臣王皇教记手星练表夫妻儿父母兄弟姐妹友首裁商主的和与及在是由据向对从被让叫名即说称了国市州县省镇村岛区城府院部局司社党会队团报刊网台书片剧曲舰船河湖海时日年前后现新老派届位任如有"
      + "为给把以而并或至到赴往访像经请找同跟连见除因替按照等着过个种类只支条座所间款张道女亲于本入出进抵去来离占攻起一二三四两其他外")
      .unicodeScalars)

  static func mayEndWord(_ scalar: Unicode.Scalar) -> Bool { wordEnds.contains(scalar) }

  /// Whether a word ends before the character at an index.
  static func endsWithWord(_ before: Preceding, at index: Int) -> Bool {
    guard let last = before[index], let candidates = endingsByLast[last] else { return false }
    return candidates.contains { before.hasSuffix($0, at: index) }
  }

  private static let endingsByLast: [Unicode.Scalar: [[Unicode.Scalar]]] = Dictionary(grouping: endings) {
    $0[$0.count - 1]
  }

  /// One-character words that may precede a name and also transcribe sounds.
  static let ambiguousBeforeNames: Set<Unicode.Scalar> = Set("当比通可的其道于及约万达加文高多内因特里本得".unicodeScalars)

  /// Function words and verbs after which a term begins.
  private static let introductions: [[Unicode.Scalar]] = words(
    "的 是 被 据 称 说 向 让 把 与 及 和 从 了 过 着 将 该 这 那 或 曾 已 也 都 但 则 跟 叫 即 至 给 在 于 为 由 以 对 用 到 加入 退出 访问 接受 告诉 批评 根据 针对 关于 "
      + "来自 前往 呼吁 要求 指责 称为 成立 包括 通过 签署 宣布 支持 反对 参加 出席 抵达 位于 隶属 提交 批准 起诉 使用 采用 利用 名为 担任 任职 就读 毕业 加盟 收购 投资 发表 刊登 推出 "
      + "开发 研发 创办 创立 建立 领导 负责 代表 属于 作为 成为 得到 获得 进行 开始 使得 表示 指出 认为 透露 报道 有关 所谓 以及 还有 例如 比如 譬如 尤其 特别 目前 其中 经由 经过 按照 "
      + "依据 随着 此前 日前 今天 昨天 周一 周二 周三 周四 周五 周六 周日 报导 因 就好比 好比 抗议 来看 包含 联合 加强 通知 致函 属 隶 兼 聘 组建 在线 除 除了 参与 介绍 指控 状告 质疑 "
      + "督促 敦促 协助 帮助 赞扬 感谢 援引 引述 引用 转载 访 采访 拜访 参观 围绕 因为 由于 使 令 巨头 政党 执政党 反对党 伙伴 智库 媒体 平台 网站 机构 授予 进入 攻击 诸如 产品 公司 像 "
      + "就像 好像 正如 列入 战胜 恰逢 细数")

  /// Words of which a one-character word of that kind is only a part.
  private static let longerWords: [[Unicode.Scalar]] = words(
    "和平 共和 总和 和解 自由 理由 由于 目的 标的 小说 学说 供给 补给 普及 埃及 涉及 参与 与会 存在 在线 内在 现在 在野 为了 行为 华为 作为 认为 以色列 以太 对外 对话 针对 反对 应用 "
      + "信用 公用 使用 通用 民用 军用 达到 到期 对等 对冲 对抗 和谐 将军 上将 即时 即将 至今 过程 过渡 着陆 已故 该国 于是 关于 位于 用户 用品 和约 或许 和会 自治 据点 数据 证据 收据 "
      + "数据库 电信 给付 把握 名称 职称 对称 称号 让步 出让 转让 过滤 通过 超过 经过 过敏 方向 取向 向量 定向 导向 面向 走向")

  private static let introductionsByLast = Dictionary(grouping: introductions) { $0[$0.count - 1] }

  /// Whether a function word or a verb ends before the character at an index.
  static func endsWithIntroduction(_ before: Preceding, at index: Int) -> Bool {
    guard let last = before[index], let candidates = introductionsByLast[last],
      let word = candidates.filter({ before.hasSuffix($0, at: index) }).max(by: { $0.count < $1.count })
    else { return false }
    guard word.count == 1 else { return true }
    // The character belongs to a word that reaches to its left or to its right.
    return !longerWords.contains { longer in
      longer.indices.contains { position in
        longer[position] == word[0] && index - (longer.count - 1 - position) >= 0
          && before.hasSuffix(longer, at: index - (longer.count - 1 - position))
      }
    }
  }

  /// Endings of the names of organisations, treaties and laws, by their last character.
  static let organisationsByLast = Dictionary(grouping: organisations) { $0[$0.count - 1] }

  private static let organisations = words(
    "会 组织 社 局 部 院 处 署 厅 司 所 中心 集团 银行 大学 学院 联盟 党 军 网 报 台 协议 协定 条约 公约 法案 法 条例 论坛 政府 公司 办公室 实验室 研究所 图书馆 博物馆 医院 基金 "
      + "团体 阵线 运动 学校 杂志 出版社 机构 总署 广播 电台 电视台")

  /// Regions with which names of organisations begin, and the first letters of their translations.
  static let regions: [(word: [Unicode.Scalar], letters: [UInt8])] = [
    ("欧洲", "E"), ("欧盟", "E"), ("美国", "AU"), ("英国", "BU"), ("法国", "F"), ("德国", "GD"), ("日本", "J"), ("韩国", "K"),
    ("印度", "I"), ("俄罗斯", "R"), ("亚洲", "A"), ("非洲", "A"), ("国际", "I"), ("世界", "W"), ("全球", "G"), ("联合国", "U"),
    ("国家", "N"), ("全国", "N"), ("联邦", "F"), ("中国", "C"), ("加拿大", "C"), ("澳大利亚", "A"), ("南非", "S"), ("巴西", "B"),
    ("墨西哥", "M"), ("乌克兰", "U"), ("土耳其", "T"), ("以色列", "I"), ("香港", "H"), ("台湾", "T"), ("非政府", "N"),
  ].map { (Array($0.0.unicodeScalars), Array($0.1.utf8)) }

  /// Words at the beginning of a term that are not part of the name.
  static let openingsOutsideNames = words("其 此 名为 所谓 著名 知名 本台 本报 我国 一家 一个 一款 一种 原 前 该")

  /// Characters that occur in running text but not in names.
  static let neverInName: Set<Unicode.Scalar> = Set("他她它们我你您了吗呢吧啊不没很".unicodeScalars)

  /// The commonest surnames: those of nine tenths of all people, and some that are frequent in the news.
  static let surnames: Set<Unicode.Scalar> = Set(
    ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温栗乔冼阮"
      + "岑闵尤华伍容翁尚祁穆翟纪耿关焦左柳甘祝包宁阎符舒庞葛靳路管柴蓝鲍喻游阿安朴裴全池文卞鄢胥谌宗崇聂仇萧赖詹简柯连洪")
      .unicodeScalars)
}
