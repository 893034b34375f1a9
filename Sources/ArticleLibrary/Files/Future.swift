import Dispatch
import Synchronization

/// A value that a queue computes while its owner does something else.
package final class Future<Value: Sendable>: Sendable {
  private let computed = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  package init(on queue: DispatchQueue, _ compute: @escaping @Sendable () -> Value) {
    queue.async(group: group) { [self] in
      let value = compute()
      computed.withLock { $0 = value }
    }
  }

  /// Waits until the value is computed; may be called again.
  package func value() -> Value {
    group.wait()
    guard let value = computed.withLock({ $0 }) else { preconditionFailure("the group is left with a value") }
    return value
  }
}
