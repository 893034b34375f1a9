import Foundation

/// Runs a closure on several threads of its own and waits for all of them: for work that blocks in the file system,
/// which must not occupy the concurrency runtime's few threads.
func runInParallel(threadCount: Int, _ body: @escaping @Sendable (Int) -> Void) {
  guard threadCount > 1 else { return body(0) }
  let group = DispatchGroup()
  for index in 1..<threadCount {
    group.enter()
    Thread.detachNewThread {
      body(index)
      group.leave()
    }
  }
  body(0)
  group.wait()
}
