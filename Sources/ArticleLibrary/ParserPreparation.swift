import ArticleDump
import Dispatch

/// Reads a small page on a separate thread, so that the parser's and the folding tables, which are built when they are
/// first needed, are ready when the first article is read.
///
/// Building them takes longer than parsing twenty articles; meanwhile an index can be opened and searched.
public final class ParserPreparation: Sendable {
  private let prepared: Future<Void>

  /// Begins immediately.
  public init() {
    prepared = Future(on: DispatchQueue(label: "parser-preparation")) {
      let article = ArticleParser().article(from: Array(Self.page.utf8))
      _ = TextFolding.fold(article.title)
    }
  }

  /// Waits until it has finished: a process must not end while one of its threads is working.
  public func wait() { prepared.value() }

  /// Contains what most pages have: an address, a dateline, paragraphs, links beside them.
  private static let page = """
    <!--1700000000000-->
    [一页](https://example.org/2023/11/14/page)
    ------

    <div><p>作者：某人</p><div><p>（某地14日电）这是一个句子，后面还有一个。</p><p>再说一句，这一段也就完了。</p></div>
    <div class="share"><a href="https://example.org/share">分享</a></div><p><a href="/1">相关阅读：别的文章</a></p></div>

    """
}
