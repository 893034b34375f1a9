import CNcurses
import Glibc
import ReadingRoom
import Typesetting

/// The reader's terminal: paints frames on it, and waits for its input and for signals.
///
/// All waiting is done in `poll`: while nothing happens, it neither runs nor writes. Output never blocks: over a slow
/// connection, at most one frame is on its way, and all changes since then are painted together.
@MainActor public final class CursesTerminal {
  public struct Options: Sendable {
    public var identity: TerminalIdentity
    public var usesMouse: Bool
    /// The width of ambiguous characters until the terminal answers otherwise.
    public var ambiguousWidth: AmbiguousWidth
    /// Whether the terminal is asked for its widths.
    public var probesWidths: Bool
    /// The terminal's descriptors: the standard streams, or one of `/dev/tty` where those are redirected.
    public var input: Int32
    public var output: Int32

    public init(
      identity: TerminalIdentity, usesMouse: Bool = false, ambiguousWidth: AmbiguousWidth = .narrow,
      probesWidths: Bool = true, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
    ) {
      self.identity = identity
      self.usesMouse = usesMouse
      self.ambiguousWidth = ambiguousWidth
      self.probesWidths = probesWidths
      self.input = input
      self.output = output
    }
  }

  /// Two presses at the same place within this time are a double click.
  static let doubleClickInMilliseconds: UInt64 = 400

  public let identity: TerminalIdentity
  public let wakeUp: WakeUp
  public private(set) var ambiguousWidth: AmbiguousWidth
  public private(set) var probe = WidthProbe()
  /// What the terminal has answered about itself so far.
  public private(set) var answers = TerminalAnswers()

  private let screen: TerminalScreen
  private var decoder: InputDecoder
  private let signalPipe: (read: Int32, write: Int32)
  private let input: Int32
  private let output: Int32
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var modes: TerminalModes
  /// Whether we have switched the terminal to drawing each cluster as one unit.
  private var hasSetClusterMode = false
  /// Reports of the cursor's position, while widths are measured one by one.
  private var survey: (columns: [Int], isDone: Bool)?
  private var lastPress: (position: Position, time: UInt64)?
  private var isOpen = true
  /// Whether `stop` has already done what the next SIGCONT asks for.
  private var hasStopped = false

  /// Takes over the terminal.
  public init(_ options: Options) throws(TerminalFailure) {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
    input = options.input
    identity = options.identity
    guard !identity.type.isEmpty else { throw .typeUnset }
    wakeUp = try WakeUp()
    var ends: (Int32, Int32) = (-1, -1)
    guard yuelan_pipe(&ends.0, &ends.1) else { throw .system(call: "pipe", code: errno) }
    signalPipe = (ends.0, ends.1)
    ambiguousWidth = options.ambiguousWidth
    screen = try Self.openScreen(identity, size: Self.kernelSize(options.output))
    modes = TerminalModes(usesMouse: options.usesMouse)
    decoder = InputDecoder(sequences: .fromTerminfo())
    let own = yuelan_tty_open_again(options.output)
    output = own >= 0 ? own : options.output
    yuelan_signals_watch(signalPipe.write)
    yuelan_tty_make_raw(input)
    modes.rescue.withUnsafeBufferPointer { yuelan_crash_prepare(output, $0.baseAddress, $0.count) }
    screen.enter(to: &outgoing)
    outgoing += modes.enter
    apply(KnownTerminal(type: identity.type))
    if options.probesWidths, modes.isANSI, screen.size.rows > 1 {
      // The Linux console and old terminals have no answers to give.
      outgoing += identity.drawsSymbols ? TerminalAnswers.request : []
      outgoing += WidthProbe.request
    }
    send()
  }

  private static func openScreen(
    _ identity: TerminalIdentity, size: Size
  ) throws(TerminalFailure) -> TerminalScreen {
    for name in identity.terminfoNames {
      do {
        return try TerminalScreen(terminalType: name, size: size, colorDepth: identity.colorDepth)
      } catch .typeUnknown {
        continue
      }
    }
    throw .typeUnknown(identity.type)
  }

  /// The size from the kernel, else from the environment, else 24 rows by 80 columns.
  private static func kernelSize(_ terminal: Int32) -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    if yuelan_tty_size(terminal, &rows, &columns) { return Size(rows: Int(rows), columns: Int(columns)) }
    func number(_ name: String) -> Int? {
      getenv(name).flatMap { Int(String(cString: $0)) }.flatMap { (1...1000).contains($0) ? $0 : nil }
    }
    return Size(rows: number("LINES") ?? 24, columns: number("COLUMNS") ?? 80)
  }

  public var size: Size { screen.size }

  public var traits: TerminalTraits {
    TerminalTraits(
      colorDepth: screen.colorDepth, ambiguousWidth: ambiguousWidth,
      // With wide ambiguous characters, lines would take two columns each, and fonts are seldom consistent about it.
      drawsSymbols: identity.drawsSymbols && ambiguousWidth == .narrow && probe.understandsUTF8 != false,
      background: answers.background)
  }

  // MARK: - Painting

  /// Whether a frame is still on its way. Painting is then better postponed until `TerminalEvent.drained`.
  public var isSending: Bool { sent < outgoing.count }

  public func paint(_ frame: Frame) {
    screen.paint(frame, to: &outgoing)
    send()
  }

  /// Makes the next frame repaint every cell.
  public func forget() { screen.forget() }

  /// Takes the mouse from the terminal, or gives it back.
  public func setMouse(_ isOn: Bool) {
    guard modes.isANSI else { return }
    modes = TerminalModes(usesMouse: isOn)
    outgoing += TerminalModes.mouse(isOn: isOn)
    send()
  }

  public func setAmbiguousWidth(_ width: AmbiguousWidth) {
    guard width != ambiguousWidth else { return }
    ambiguousWidth = width
    screen.forget()
  }

  /// Puts text on the reader's clipboard, if the terminal allows it; false when it is too long.
  public func copy(_ text: String) -> Bool {
    guard let bytes = Clipboard.sequence(for: text, multiplexer: identity.multiplexer) else { return false }
    outgoing += bytes
    send()
    return true
  }

  /// Writes as much as the connection takes now. After the connection is lost, everything counts as written, so that
  /// nothing waits for it.
  private func send() {
    while sent < outgoing.count {
      let count = outgoing[sent...].withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EINTR {
        continue
      } else if errno == EAGAIN {
        return
      } else {
        break
      }
    }
    outgoing.removeAll(keepingCapacity: true)
    sent = 0
  }

  // MARK: - Waiting

  /// Waits until something happens.
  ///
  /// - Parameter milliseconds: The longest wait; `nil` without a limit.
  /// - Returns: What happened, in order; empty when the time ran out.
  public func wait(milliseconds: Int?) -> [TerminalEvent] {
    var limit = milliseconds
    if let deadline = decoder.deadline {
      let now = MonotonicClock.nowInMilliseconds
      limit = min(limit ?? .max, deadline > now ? Int(deadline - now) : 0)
    }
    var polled = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalPipe.read, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    if isSending { polled.append(pollfd(fd: output, events: Int16(POLLOUT), revents: 0)) }
    let count = poll(&polled, nfds_t(polled.count), limit.map { Int32(clamping: max(0, $0)) } ?? -1)
    var events: [TerminalEvent] = []
    guard count > 0 else {
      handle(decoder.flush(at: MonotonicClock.nowInMilliseconds), in: &events)
      return events
    }
    if polled[1].revents != 0 { readSignals(into: &events) }
    if polled[0].revents != 0 { readInput(polled[0].revents, into: &events) }
    if polled[2].revents != 0 {
      wakeUp.acknowledge()
      events.append(.woken)
    }
    if polled.count > 3, polled[3].revents != 0 {
      send()
      if !isSending { events.append(.drained) }
    }
    handle(decoder.flush(at: MonotonicClock.nowInMilliseconds), in: &events)
    return events
  }

  private func readInput(_ readiness: Int16, into events: inout [TerminalEvent]) {
    var isClosed = readiness & Int16(POLLIN) == 0
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bytes in
      if readiness & Int16(POLLIN) != 0 {
        let count = Glibc.read(input, bytes.baseAddress, bytes.count)
        if count > 0 {
          let now = MonotonicClock.nowInMilliseconds
          handle(decoder.decode(UnsafeBufferPointer(start: bytes.baseAddress, count: count), at: now), in: &events)
        } else {
          // The end of the connection, or EIO when its other end is closed.
          isClosed = count == 0 || (errno != EINTR && errno != EAGAIN)
        }
      }
    }
    if isClosed { events.append(.leaveRequested(signal: yuelan_signal_hang_up())) }
  }

  private func handle(_ inputs: [TerminalInput], in events: inout [TerminalEvent]) {
    for input in inputs {
      switch input {
      case .key(let key): events.append(.key(key))
      case .paste(let text): events.append(.paste(text))
      case .mousePress(let button, let position): handle(button, at: position, in: &events)
      case .cursorReport(_, let column) where survey != nil: survey?.columns.append(column)
      case .deviceAttributes where survey != nil: survey?.isDone = true
      case .mode, .name, .ownColor: handle(input, in: &events)
      case .cursorReport, .deviceAttributes:
        let wasAnswered = probe.isAnswered
        probe.receive(input)
        if probe.isAnswered, !wasAnswered { events.append(.widthsProbed(probe)) }
      }
    }
  }

  /// Takes an answer about the terminal itself, however late it comes.
  private func handle(_ answer: TerminalInput, in events: inout [TerminalEvent]) {
    let before = answers
    answers.receive(answer)
    guard answers != before else { return }
    screen.synchronizes = answers.synchronizes
    if answers.offersClusters, !hasSetClusterMode {
      hasSetClusterMode = true
      outgoing += Self.clusterMode(isOn: true)
      send()
    }
    if let name = answers.name, name != before.name { apply(KnownTerminal(answer: name)) }
    events.append(.answered)
  }

  /// Adopts what is known about a terminal of this name. It only adds abilities: a name never proves that one is
  /// missing.
  private func apply(_ known: KnownTerminal) {
    guard identity.multiplexer == nil || known.showsLinks && !known.takesTitle else { return }
    if known.showsLinks { screen.showsLinks = true }
    if known.takesTitle { screen.takesTitle = true }
    if known.takesDirectColor, !identity.refusesColor { screen.setColorDepth(.trueColor) }
  }

  private static func clusterMode(isOn: Bool) -> [UInt8] {
    Array("\u{1B}[?\(TerminalAnswers.clusterMode)\(isOn ? "h" : "l")".utf8)
  }

  /// Measures how far the terminal's cursor advances for clusters; the next frame is painted whole.
  ///
  /// - Returns: The columns; fewer than clusters, or none, when the terminal stops answering.
  public func measure(_ clusters: [String], withinMilliseconds limit: UInt64) -> [Int] {
    guard modes.isANSI, screen.size.rows > 1 else { return [] }
    survey = ([], false)
    defer { survey = nil }
    for cluster in clusters where cluster.unicodeScalars.allSatisfy(TerminalText.isPlain) {
      outgoing += Array("\u{1B}[2;1H\(cluster)\u{1B}[6n\u{1B}[2;1H\u{1B}[2K".utf8)
    }
    outgoing += Array("\u{1B}[c".utf8)
    send()
    let end = MonotonicClock.nowInMilliseconds + limit
    while survey?.isDone == false, case let now = MonotonicClock.nowInMilliseconds, now < end {
      _ = wait(milliseconds: Int(end - now))
    }
    screen.forget()
    return (survey?.columns ?? []).map { $0 - 1 }
  }

  private func handle(_ button: MouseButton, at position: Position, in events: inout [TerminalEvent]) {
    switch button {
    case .wheelUp: events.append(.mouse(MouseEvent(.wheelUp, at: position)))
    case .wheelDown: events.append(.mouse(MouseEvent(.wheelDown, at: position)))
    case .left:
      let now = MonotonicClock.nowInMilliseconds
      let isDouble =
        lastPress.map { $0.position == position && now - $0.time < Self.doubleClickInMilliseconds } ?? false
      lastPress = isDouble ? nil : (position, now)
      events.append(.mouse(MouseEvent(isDouble ? .doubleClick : .click, at: position)))
    case .middle, .right: break
    }
  }

  private func readSignals(into events: inout [TerminalEvent]) {
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(signalPipe.read, &numbers, numbers.count)
    guard count > 0 else { return }
    var isResized = false
    for number in numbers[..<count].map(Int32.init) {
      if number == yuelan_signal_window_change() {
        isResized = true
      } else if number == yuelan_signal_stop() {
        events.append(.stopRequested)
      } else if number == yuelan_signal_continue() {
        // We were stopped by SIGSTOP, which cannot be caught: the shell has had the terminal meanwhile.
        if hasStopped { hasStopped = false } else { resume() }
        isResized = true
      } else {
        events.append(.leaveRequested(signal: number))
      }
    }
    if isResized { readSize(into: &events) }
  }

  private func readSize(into events: inout [TerminalEvent]) {
    let size = Self.kernelSize(output)
    guard size != screen.size else { return }
    screen.resize(to: size)
    events.append(.resized(size))
  }

  // MARK: - Leaving and coming back

  /// Gives the terminal back for a while, to a shell or an editor.
  public func leave() {
    outgoing += modes.leave
    if hasSetClusterMode { outgoing += Self.clusterMode(isOn: false) }
    screen.leave(to: &outgoing)
    sendWithin(milliseconds: 1000)
    yuelan_crash_disarm()
    yuelan_tty_restore(input)
    yuelan_signals_yield(true)
  }

  /// Takes the terminal over again; the next frame is painted whole.
  ///
  /// - Returns: The new size if it changed meanwhile.
  @discardableResult public func resume() -> Size? {
    yuelan_signals_yield(false)
    yuelan_tty_make_raw(input)
    modes.rescue.withUnsafeBufferPointer { yuelan_crash_prepare(output, $0.baseAddress, $0.count) }
    outgoing += modes.enter
    if hasSetClusterMode { outgoing += Self.clusterMode(isOn: true) }
    screen.forget()
    var events: [TerminalEvent] = []
    readSize(into: &events)
    return events.isEmpty ? nil : size
  }

  /// Stops the process as Ctrl-Z does in other programs, and returns when it is continued.
  ///
  /// - Returns: The new size if it changed meanwhile.
  public func stop() -> Size? {
    leave()
    hasStopped = true
    yuelan_signals_stop_here()
    return resume()
  }

  /// Gives the terminal back for good. Output that a stuck connection does not take within a moment is dropped.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    outgoing += modes.leave
    if hasSetClusterMode { outgoing += Self.clusterMode(isOn: false) }
    screen.close(to: &outgoing)
    sendWithin(milliseconds: 50)
    yuelan_crash_disarm()
    yuelan_tty_restore(input)
  }

  private func sendWithin(milliseconds: UInt64) {
    let end = MonotonicClock.nowInMilliseconds + milliseconds
    send()
    while isSending, case let now = MonotonicClock.nowInMilliseconds, now < end {
      var polled = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
      poll(&polled, 1, Int32(end - now))
      send()
    }
    outgoing.removeAll()
    sent = 0
  }
}
