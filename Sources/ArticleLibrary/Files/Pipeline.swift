import Foundation
import Synchronization

/// Makes products of items on several threads, batch after batch, while the calling thread consumes the batch before.
///
/// At most two batches are in memory: one being made, one being consumed.
///
/// - Parameters:
///   - nextBatch: Gives the next batch of items, `nil` at the end; called on a thread of the pipeline's.
///   - make: Called on any thread.
///   - consume: Called on the calling thread with each batch's products in the items' order; throwing ends the pipeline.
func runPipeline<Item: Sendable, Product: Sendable>(
  threadCount: Int, nextBatch: @escaping @Sendable () -> [Item]?, make: @escaping @Sendable (Item) -> Product,
  consume: ([Product]) throws -> Void
) throws {
  let handover = Handover<[Product]>()
  Thread.detachNewThread {
    while !handover.isClosed, let items = nextBatch() {
      let products = makeAll(items, threadCount: threadCount, make: make)
      guard handover.put(products) else { break }
    }
    handover.finish()
  }
  defer { handover.close() }
  while let products = handover.receive() { try consume(products) }
}

/// Applies `make` to all items on several threads; the products are in the items' order.
func makeAll<Item: Sendable, Product: Sendable>(
  _ items: [Item], threadCount: Int, make: @escaping @Sendable (Item) -> Product
) -> [Product] {
  let work = SharedWork<Product>()
  let stride = 8
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

/// Hands values from one thread to another, one at a time.
private final class Handover<Value: Sendable>: Sendable {
  private struct State {
    var value: Value?
    var isFinished = false
    var isClosed = false
  }
  private let state = Mutex(State())
  private let condition = NSCondition()

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Waits until the value before is taken. `false` when the consumer has stopped.
  func put(_ value: Value) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while state.withLock({ $0.value != nil && !$0.isClosed }) { condition.wait() }
    if state.withLock({ $0.isClosed }) { return false }
    state.withLock { $0.value = value }
    condition.broadcast()
    return true
  }

  func receive() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while state.withLock({ $0.value == nil && !$0.isFinished }) { condition.wait() }
    let value = state.withLock { state in
      let value = state.value
      state.value = nil
      return value
    }
    condition.broadcast()
    return value
  }

  func finish() {
    condition.lock()
    state.withLock { $0.isFinished = true }
    condition.broadcast()
    condition.unlock()
  }

  func close() {
    condition.lock()
    state.withLock { state in
      state.isClosed = true
      state.value = nil
    }
    condition.broadcast()
    condition.unlock()
  }
}
