import ArticleDump
import Dispatch

/// Reads a small page on a thread of its own, so that the tables of the parser and of folding, which are made when they
/// are first needed, are there when the first article is read.
///
/// Making them takes longer than parsing twenty articles does; opening an index and searching in it can go on meanwhile.
public final class ParserPreparation: Sendable {
  private let prepared: Future<Void>

  /// Begins at once.
  public init() {
    prepared = Future(on: DispatchQueue(label: "parser-preparation")) {
      let article = ArticleParser().article(from: Array(Self.page.utf8))
      _ = TextFolding.fold(article.title)
    }
  }

  /// Waits until it is over: a process must not end while one of its threads is at work.
  public func wait() { prepared.value() }

  /// Has what most pages have: an address, a dateline, paragraphs, links beside them.
  private static let page = """
    <!--1700000000000-->
    [一页](https://example.org/2023/11/14/page)
    ------

    <div><p>作者：某人</p><div><p>（某地14日电）这是一个句子，后面还有一个。</p><p>再说一句，这一段也就完了。</p></div>
    <div class="share"><a href="https://example.org/share">分享</a></div><p><a href="/1">相关阅读：别的文章</a></p></div>

    """
}
