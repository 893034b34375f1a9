import ArticleLibrary
import Dispatch
import Foundation
import Glibc
import Synchronization

/// One measured process.
struct Step {
  let archive: String
  let cache: String

  private func library() throws -> Library {
    try Library(
      LibraryConfiguration(paths: [archive], cacheDirectory: cache + "/cache", stateDirectory: cache + "/state"))
  }

  /// When the process was started, if another one started it.
  private let start =
    ProcessInfo.processInfo.environment["YUELAN_BENCHMARK_START"].flatMap(UInt64.init) ?? nanoseconds()

  init(archive: String, cache: String) {
    self.archive = archive
    self.cache = cache
  }

  func run(_ step: String) throws {
    switch step {
    case "index": try index()
    case "open": try open()
    case "lists": try lists()
    case "search": try search()
    default: try rescan()
    }
  }

  /// As the room does it: heads first, while somebody is waiting for rows.
  private func index() throws {
    let library = try library()
    let start = start
    let firstRows = Mutex<Double?>(nil)
    let allHeads = Mutex<Double?>(nil)
    let articleCount = Mutex(0)
    let ended = DispatchSemaphore(value: 0)
    library.startUpdating { update in
      let time = Double(nanoseconds() - start) / 1e6
      switch update {
      case .heads(let progress) where progress.done > 0:
        firstRows.withLock { if $0 == nil { $0 = time } }
      case .bodies(let progress) where progress.done == 0: allHeads.withLock { $0 = time }
      case .finished(let summary):
        articleCount.withLock { $0 = summary.articleCount }
        ended.signal()
      case .failed: ended.signal()
      default: break
      }
    }
    ended.wait()
    let total = Double(nanoseconds() - start) / 1e9
    print("articles", articleCount.withLock { $0 })
    report("index.first-rows", firstRows.withLock { $0 ?? 0 }, "ms")
    report("index.all-heads", allHeads.withLock { $0 ?? 0 }, "ms")
    report("index.all", total, "s")
    report("index.processor", processorSeconds(), "s")
    report("index.peak-memory", megabytes("VmHWM"), "MB")
  }

  private func open() throws {
    let library = try library()
    let list = try library.list(ListQuery(foldsDuplicates: true))
    let rows = try library.rows(list, 0..<60)
    report("open.first-rows", Double(nanoseconds() - start) / 1e6, "ms")
    report("open.memory", megabytes("VmRSS"), "MB")
    precondition(!rows.isEmpty)
  }

  private func lists() throws {
    let library = try library()
    var worst = 0.0
    for sort in ArticleLibrary.SortOrder.allCases {
      var list: ArticleList?
      let first = try milliseconds { list = try library.list(ListQuery(sort: sort, foldsDuplicates: true)) }
      guard let list else { continue }
      var pages: [Double] = []
      for page in 0..<50 {
        let from = max(0, (list.count - 60) * page / 49)
        pages.append(try milliseconds { _ = try library.rows(list, from..<min(list.count, from + 60)) })
      }
      let again = try milliseconds { _ = try library.list(ListQuery(sort: sort)) }
      report("list.\(sort).first", first, "ms")
      report("list.\(sort).again", again, "ms")
      report("list.\(sort).page.worst", pages.max() ?? 0, "ms")
      worst = max(worst, pages.max() ?? 0)
    }
    for text in ["from:rfi", "date:2022-03..2022-05", "is:unread", "in:articles/rfi", "has:image", "-date:2021"] {
      var list: ArticleList?
      let first = try milliseconds { list = try library.list(ListQuery(text: text)) }
      report("filter.\(text)", first, "ms")
      if let list {
        report("facets.\(text)", try milliseconds { _ = try library.facets(of: list) }, "ms")
      }
    }
    report("lists.memory", megabytes("VmRSS"), "MB")
  }

  /// Words of the generator's list, common and rare, of one to eight characters.
  static let queries = [
    "气候", "习近平", "人工智能", "中国", "的", "我们", "没有", "美国", "联合国", "气候变化", "特朗普", "拜登", "乌克兰", "国", "的是",
    "中国政府", "climate", "Reuters", "AI", "covid", "open", "tiktok", "john kerry", "\"John Kerry\"", "气候 政府", "中国 -美国",
    "title:中国", "author:王维", "俄罗斯 from:rfi", "选举 date:2022", "抗议 OR 自由", "qihou", "zhongguo", "zg", "qh", "xjp",
    "rgzn", "人民", "社会问题", "经济发展", "香港记者", "疫情以及", "華盛頓", "臺灣", "記者", "新疆", "西藏", "上海", "广东", "伦敦",
    "巴黎", "东京", "莫斯科", "议会", "部长", "主席", "警方", "法院", "律师", "医院", "学生", "女性", "孩子", "家庭", "城市", "农村", "教育环境",
    "健康网络", "企业教育", "外交贸易", "民主权利", "抗议自由", "大学研究", "能源选举", "全球关注", "市场技术", "文化气候", "法律全球", "媒体生活",
    "历史领导", "重要台湾", "安全重要", "政治安全", "组织政治", "总统组织", "目前时间", "公司目前", "国际公司", "北京国际", "世界北京", "关系世界",
    "如果关系", "但是如果", "以及但是", "这个以及", "疫情这个", "不是疫情", "就是不是", "报道就是", "工作报道",
  ]

  private func search() throws {
    let library = try library()
    _ = try library.list(ListQuery(text: "预热", sort: .relevance))
    var walls: [Double] = []
    var times: [(Double, String, Int)] = []
    for query in Self.queries {
      var samples: [Double] = []
      var wallSamples: [Double] = []
      var count = 0
      for _ in 0..<3 {
        wallSamples.append(
          try milliseconds {
            samples.append(
              try processorMilliseconds {
                count = try library.list(ListQuery(text: query, sort: .relevance)).count
              })
          })
      }
      walls.append(wallSamples.sorted()[1])
      times.append((samples.sorted()[1], query, count))
    }
    walls.sort()
    report("search.queries", Double(walls.count), "")
    report("search.median", walls[walls.count / 2], "ms")
    report("search.p90", walls[walls.count * 9 / 10], "ms")
    report("search.worst", walls[walls.count - 1], "ms")
    let sorted = times.sorted { $0.0 < $1.0 }
    report("search.processor.median", sorted[sorted.count / 2].0, "ms")
    report("search.processor.p90", sorted[sorted.count * 9 / 10].0, "ms")
    for slow in sorted.suffix(12).reversed() {
      report("search.processor.worst.\(slow.1).\(slow.2)", slow.0, "ms")
    }
    let list = try library.list(ListQuery(text: "气候", sort: .relevance))
    report("search.20-snippets", try milliseconds { _ = try library.hits(list, 0..<20) }, "ms")
    report("search.facets", try milliseconds { _ = try library.facets(of: list) }, "ms")
    report("search.memory", megabytes("VmRSS"), "MB")
  }

  private func rescan() throws {
    let library = try library()
    let time = try milliseconds { _ = try library.update() }
    report("rescan.unchanged", time, "ms")
    report("rescan.peak-memory", megabytes("VmHWM"), "MB")
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
