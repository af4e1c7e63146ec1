import { countedWords } from '../../domain/glossary/counted-words.ts'
import { Part, WordTable } from './Part.tsx'

/** Each word that is counted on more than one page, with its one meaning. */
export function CountsPart() {
  return (
    <Part id="counts" title="Words that are counted">
      <p>
        Each of these words has one meaning on every page, slide, briefing and file. Where a count is a link,
        the list behind it has just that many rows. Late, overdue, on track and behind are words of the plan,
        with a <a href="#plan-words">table of their own</a>.
      </p>
      <WordTable
        caption="Words that are counted, and what counts"
        heads={['Word', 'What counts']}
        rows={countedWords}
      />
    </Part>
  )
}
