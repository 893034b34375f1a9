import ArticleLibrary
import Dispatch
import ReadingRoom

/// Looking up words and reading aloud, with the user's own programs.
extension RoomRuntime {
  func lookUp(_ request: ProgramRequest) {
    dictionary.run(request.call, within: DictionaryAnswer.limits) { [reply, language] result in
      let answer = DictionaryAnswer(result, of: request.call)
      let problem = answer.problem?.text(in: language)
      reply.post { [.lookedUp(number: request.number, text: answer.text, problem: problem)] }
    }
  }

  func findWord(_ word: String, number: Int) {
    facetQueue.async { [library = dependencies.library, reply] in
      do throws(LibraryError) {
        let found = try WordInLibrary(word, in: library.library)
        reply.post { [.wordKnown(number: number, KnownWord(found, library.handles))] }
      } catch {
        reply.post { [.wordKnown(number: number, KnownWord())] }
        reply.fail(error)
      }
    }
  }

  func speak(_ utterance: ProgramRequest) {
    speaker.run(utterance.call, within: Speech.limits) { [reply, language] result in
      let problem = Speech.problem(with: result, of: utterance.call)?.text(in: language)
      reply.post { [.spoken(number: utterance.number, problem: problem)] }
    }
  }
}

extension KnownWord {
  init(_ found: WordInLibrary, _ handles: ArticleHandles) {
    self.init(
      glosses: found.glosses.map(\.gloss), articles: found.hits.map { ListRow($0.row, handles) }, total: found.total,
      query: found.query)
  }
}
