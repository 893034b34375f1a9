/// Words that show where a name begins and ends.
enum WordTable {
  private static func words(_ list: String) -> [[Unicode.Scalar]] {
    list.split(separator: " ").map { Array($0.unicodeScalars) }
  }

  /// Endings of transcribed names of places and organisations, by their last character, longer ones first.
  static let kindsByLast = Dictionary(grouping: kinds) { $0[$0.count - 1] }

  private static let kinds = words(
    "酒店 航空 公园 公園 基金会 基金會 委员会 委員會 研究所 研究院 共和国 共和國 大学 大學 公司 集团 集團 医院 醫院 银行 銀行 学院 學院 法案 半岛 半島 群岛 群島 机场 機場 "
      + "广场 廣場 大街 州 省 市 县 縣 郡 区 區 岛 島 河 湖 山 湾 灣 海 角 港 族 党 黨 报 報 城 镇 鎮 村 堡 国 國 人 语 語 奖 獎")

  /// Titles after a name, by their last character.
  static let titlesByLast = Dictionary(grouping: trailingTitles) { $0[$0.count - 1] }

  private static let trailingTitles = words("爵士 先生 女士 夫人 教授 博士 小姐 神父 修女 牧师 律师 牧師 律師")

  /// Titles, countries, cities and other words whose last character also transcribes sounds.
  private static let endings = words(
    "总理 總理 经理 經理 助理 代理 富翁 女士 博士 爵士 人士 硕士 院士 护士 骑士 战士 男士 大亨 富豪 王子 弟子 女子 男子 妻子 儿子 之子 孩子 "
      + "先生 医生 醫生 学生 學生 女生 男生 研究生 日本 俄罗斯 俄羅斯 乌克兰 烏克蘭 波兰 波蘭 荷兰 荷蘭 芬兰 爱尔兰 新西兰 巴西 墨西哥 意大利 匈牙利 "
      + "奥地利 智利 以色列 伊朗 伊拉克 巴基斯坦 哈萨克斯坦 印度 古巴 利比亚 叙利亚 澳大利亚 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 哥伦比亚 沙特 "
      + "上海 山东 广东 股东 房东 中东 山西 广西 云南 越南 河南 湖南 海南 西安 巴黎 伦敦 柏林 华盛顿 纽约 莫斯科 洛杉矶 报道 声明 发明 论文 卡通 "
      + "普通 交通 律师 教授 议长 队长 市长 部长 局长 院长 校长 总统 首相 主席 顾问 特使 大使 发言人 记者 作家 导演 总裁 董事 科学家 经济学家 前任 时任 现任 "
      + "被告人 创始人 候选人 领导人 负责人 当事人 主持人 经纪人 教练 球员 演员 议员 官员 成员 委员 专员 雇员 州长 省长 酋长 秘书 书记 大法官 检察官 "
      + "外长 财长 防长 司令 将军 上校 国王 女王 教皇 主教 牧师 学者 专家 分析师 设计师 工程师 律師 議長 部長 總統 主席 顧問 發言人 記者")

  /// Han characters with which the word before a name ends. None of them transcribes sounds.
  private static let wordEnds: Set<Unicode.Scalar> = Set(
    ("统相长席官员问使人者家授师将军校令臣王皇教记手星练表夫妻儿父母兄弟姐妹友首裁商主的和与及在是由据向对从被让叫名即说称了国市州县省镇村岛区城府院部局司社党会队"
      + "团报刊网台书片剧曲舰船河湖海时日年前后现新老派届位任如有为给把以而并或至到赴往访像经请找同跟连见除因替按照等着过个种类只支条座所间款张说道女"
      + "統長員問師將軍記練妻親與據對從讓說稱國縣鎮島區黨會隊團報網臺書劇艦時後現屆為給並訪經請見個種類條間張于本入出进抵去来离占攻起位一二三四两兩其他国外间進來離")
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
  static let leading: Set<Unicode.Scalar> = Set("当當比通可的其道于及约約万萬达達加文高多内內因特里本得".unicodeScalars)

  /// Function words and verbs after which a term begins.
  private static let leads: [[Unicode.Scalar]] = words(
    "的 是 被 据 據 称 稱 说 說 向 让 讓 把 与 與 及 和 从 從 了 过 過 着 將 将 该 該 这 這 那 或 曾 已 也 都 但 则 則 跟 叫 即 至 给 給 "
      + "在 于 於 为 為 由 以 对 對 用 到 加入 退出 访问 接受 告诉 批评 根据 针对 关于 来自 前往 呼吁 要求 指责 称为 成立 包括 通过 签署 宣布 支持 反对 参加 出席 抵达 位于 隶属 提交 批准 "
      + "起诉 使用 采用 利用 名为 担任 任职 就读 毕业 加盟 收购 投资 发表 刊登 推出 开发 研发 创办 创立 建立 领导 负责 代表 属于 作为 成为 得到 获得 进行 开始 使得 "
      + "表示 指出 认为 透露 报道 有关 所谓 以及 还有 例如 比如 譬如 尤其 特别 目前 其中 经由 经过 按照 依据 随着 此前 日前 今天 昨天 周一 周二 周三 周四 周五 周六 周日 "
      + "加入 訪問 接受 告訴 根據 針對 關於 來自 稱為 通過 簽署 支持 反對 參加 位於 隸屬 採用 擔任 發表 開發 領導 負責 屬於 成為 獲得 進行 開始 認為 報導 有關 所謂 還有 經由 依據 隨著 因 就好比 好比 抗议 抗議 来看 據 包含 联合 加强 通知 致函 属 屬 隶 兼 聘 组建 在线 除 除了 通过 参与 介绍 针对 指控 起诉 状告 质疑 督促 敦促 要求 协助 帮助 赞扬 感谢 援引 引述 引用 转载 访 采访 拜访 参观 围绕 因为 由于 使 令 和 巨头 政党 执政党 反对党 伙伴 智库 媒体 平台 网站 机构 授予 进入 攻击 诸如 产品 公司 像 就像 好像 正如 列入 战胜 恰逢 细数"
  )

  /// Words of which a one-character word of that kind is only a part.
  private static let notLeads: [[Unicode.Scalar]] = words(
    "和平 共和 总和 和解 自由 理由 由于 目的 标的 小说 学说 供给 补给 普及 埃及 涉及 参与 与会 存在 在线 内在 现在 在野 为了 行为 华为 作为 认为 以色列 以太 对外 对话 针对 反对 "
      + "应用 信用 公用 使用 通用 民用 军用 达到 到期 对等 对冲 对抗 和谐 将军 上将 即时 即将 至今 过程 过渡 着陆 已故 该国 于是 关于 位于 用户 用品 和約 或许 和會 自治 据点 数据 證據 数据 收据 "
      + "数据库 證據 數據 電信 给付 把握 名称 职称 对称 稱號 让步 出让 转让 过滤 通过 超过 经过 过敏 方向 取向 向量 定向 导向 面向 走向")

  private static let leadsByLast = Dictionary(grouping: leads) { $0[$0.count - 1] }

  /// Whether a function word or a verb ends before the character at an index.
  static func endsWithLead(_ before: Preceding, at index: Int) -> Bool {
    guard let last = before[index], let candidates = leadsByLast[last],
      let lead = candidates.filter({ before.hasSuffix($0, at: index) }).max(by: { $0.count < $1.count })
    else { return false }
    guard lead.count == 1 else { return true }
    // The character belongs to a word that reaches to its left or to its right.
    return !notLeads.contains { word in
      word.indices.contains { position in
        word[position] == lead[0] && index - (word.count - 1 - position) >= 0
          && before.hasSuffix(word, at: index - (word.count - 1 - position))
      }
    }
  }

  /// Endings of the names of organisations, treaties and laws, by their last character.
  static let organisationsByLast = Dictionary(grouping: organisations) { $0[$0.count - 1] }

  private static let organisations = words(
    "会 會 组织 組織 社 局 部 院 处 處 署 厅 廳 司 所 中心 集团 集團 银行 銀行 大学 大學 学院 學院 联盟 聯盟 党 黨 军 軍 网 網 报 報 台 臺 协议 協議 协定 "
      + "条约 條約 公约 公約 法案 法 条例 條例 论坛 論壇 政府 公司 办公室 辦公室 实验室 實驗室 研究所 图书馆 圖書館 博物馆 博物館 医院 醫院 基金 "
      + "团体 陣線 阵线 運動 學校 学校 杂志 雜誌 出版社 机构 機構 總署 总署 廣播 电台 電台 电视台 電視台")

  /// Regions with which names of organisations begin, and the first letters of their translations.
  static let regions: [(word: [Unicode.Scalar], letters: [UInt8])] = [
    ("欧洲", "E"), ("歐洲", "E"), ("欧盟", "E"), ("歐盟", "E"), ("美国", "AU"), ("美國", "AU"), ("英国", "BU"), ("英國", "BU"),
    ("法国", "F"),
    ("德国", "GD"), ("日本", "J"), ("韩国", "K"), ("印度", "I"), ("俄罗斯", "R"), ("亚洲", "A"), ("亞洲", "A"), ("非洲", "A"),
    ("国际", "I"),
    ("國際", "I"), ("世界", "W"), ("全球", "G"), ("联合国", "U"), ("聯合國", "U"), ("国家", "N"), ("國家", "N"), ("全国", "N"),
    ("全國", "N"),
    ("联邦", "F"), ("聯邦", "F"), ("中国", "C"), ("中國", "C"), ("加拿大", "C"), ("澳大利亚", "A"),
    ("南非", "S"), ("巴西", "B"), ("墨西哥", "M"), ("乌克兰", "U"), ("土耳其", "T"), ("以色列", "I"), ("香港", "H"), ("台湾", "T"),
    ("台灣", "T"),
    ("非政府", "N"),
  ].map { (Array($0.0.unicodeScalars), Array($0.1.utf8)) }

  /// Words at the beginning of a term that are not part of the name.
  static let strippable = words("其 此 名为 所谓 著名 知名 本台 本报 我国 一家 一个 一款 一种 原 前 该 該 名為 所謂 一個 一種 一款")

  /// Characters that occur in running text but not in names.
  static let neverInName: Set<Unicode.Scalar> = Set("他她它们們我你您了吗嗎呢吧啊不没沒很".unicodeScalars)

  /// The commonest surnames: those of nine tenths of all people, and some that are frequent in the news.
  static let surnames: Set<Unicode.Scalar> = Set(
    ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万"
      + "钱严覃武戴莫孔向汤习温栗汪韩赵乔冼阮武黎吴岑闵尤华伍容翁尚祁穆翟纪耿关焦左柳甘祝包宁阎符舒庞葛靳路管柴蓝鲍华喻游阿安朴裴全池文卞鄢胥谌宗崇聂温仇"
      + "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇魏呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯習賴詹簡游邱柯侯連洪蘇")
      .unicodeScalars)
}
