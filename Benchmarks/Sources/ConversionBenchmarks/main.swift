import ChineseConversion
import Foundation

// Converts what comes in and says how fast; Scripts/compare-conversion sets the result beside OpenCC's.
//
//   ConversionBenchmarks CONVERSION <TEXT >CONVERTED
guard CommandLine.arguments.count == 2, let conversion = ChineseConversion(rawValue: CommandLine.arguments[1]) else {
  let names = ChineseConversion.allCases.map(\.rawValue).joined(separator: "|")
  FileHandle.standardError.write(Data("usage: ConversionBenchmarks \(names) <TEXT\n".utf8))
  exit(2)
}
var lines: [String] = []
while let line = readLine(strippingNewline: false) { lines.append(line) }
let byteCount = lines.reduce(0) { $0 + $1.utf8.count }
let clock = ContinuousClock()
var converted: [ConvertedText] = []
let seconds = (1...5).map { _ in
  clock.measure { converted = lines.map { $0.converted(conversion) } } / .seconds(1)
}
let best = seconds.min() ?? .infinity
FileHandle.standardError.write(Data("\(Double(byteCount) / best / 1e6) MB/s\n".utf8))
for line in converted { print(line.text, terminator: "") }
