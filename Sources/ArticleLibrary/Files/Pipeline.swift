import Dispatch
import Synchronization

/// Processes items on several threads, batch after batch, while the calling thread consumes the previous batch.
///
/// At most two batches are in memory: one being made, and one being consumed.
///
/// - Parameters:
///   - nextBatch: Returns the next batch of items, `nil` at the end; called on another thread, one call at a time.
///   - make: Called on any thread.
///   - consume: Called on the calling thread with each batch's products in the items' order; throwing ends the pipeline.
func runPipeline<Item: Sendable, Product: Sendable>(
  threadCount: Int, nextBatch: @escaping @Sendable () -> [Item]?, make: @escaping @Sendable (Item) -> Product,
  consume: ([Product]) throws -> Void
) throws {
  let queue = DispatchQueue(label: "pipeline")
  @Sendable func start() -> Future<[Product]?> {
    Future(on: queue) { nextBatch().map { makeAll($0, threadCount: threadCount, make: make) } }
  }
  var made = start()
  while let products = made.value() {
    made = start()
    try consume(products)
  }
}

/// Applies `make` to all items on several threads; the products are in the items' order.
func makeAll<Item: Sendable, Product: Sendable>(
  _ items: [Item], threadCount: Int, make: @escaping @Sendable (Item) -> Product
) -> [Product] {
  let work = SharedWork<Product>()
  // Enough at once that counting costs nothing; of a few items so many that the threads end together.
  let stride = max(1, min(8, items.count / (4 * max(1, threadCount))))
  runInParallel(threadCount: min(threadCount, max(1, items.count / stride))) { _ in
    while true {
      let start = work.next.add(stride, ordering: .relaxed).oldValue
      guard start < items.count else { return }
      let made = items[start..<min(start + stride, items.count)].map(make)
      work.parts.withLock { $0.append((start, made)) }
    }
  }
  return work.parts.withLock { $0.sorted { $0.0 < $1.0 }.flatMap(\.1) }
}

/// State shared by the threads of `makeAll`.
private final class SharedWork<Product: Sendable>: Sendable {
  let next = Atomic<Int>(0)
  let parts = Mutex<[(Int, [Product])]>([])
}
