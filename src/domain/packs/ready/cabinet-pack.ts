import { numberInWords } from '../../measures/format.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import { themeNames, themes } from '../../measures/measure.ts'
import type { ScorecardRow } from '../../scorecard/scorecard.ts'
import {
  calledFor,
  isDrawn,
  joinParts,
  namesOf,
  type PackSources,
  type ReadyPack,
  type ReadyPart,
  trendOf,
} from './ready-pack.ts'
import { attentionInWords, becauseOf } from './why-in.ts'

/** as many as a briefing sets on one page */
const mostPictures = 4

interface Picture {
  row: ScorecardRow
  why: string
}

/** For a cabinet briefing: one picture for each of the first four themes that have one. */
export function makeCabinetPack(sources: PackSources): ReadyPack {
  const called = calledFor(sources).filter(({ row }) => isDrawn(row))
  const pictures = themes
    .flatMap((theme) => {
      const rows = sources.rows.filter((row) => row.theme === theme && isDrawn(row))
      const need = called.find(({ row }) => row.theme === theme)
      return pictureOf(lowerFirst(themeNames[theme]), rows, need) ?? []
    })
    .slice(0, mostPictures)
  return joinParts('cabinet', [partOf(pictures)])
}

/** What needs attention most; else what improves; else the measure that the dictionary puts first. */
function pictureOf(
  theme: string,
  rows: readonly ScorecardRow[],
  need: ReturnType<typeof calledFor>[number] | undefined,
): Picture | null {
  if (need)
    return { row: need.row, why: `it needs attention most under ${theme}: ${attentionInWords[need.kind]}` }
  const better = rows.find(isImproving)
  if (better)
    return {
      row: better,
      why: `nothing under ${theme} is found to need attention, and this shows improvement`,
    }
  const [first] = rows
  if (!first) return null
  return {
    row: first,
    why: `nothing under ${theme} is found to need attention or to improve, and this is its first measure`,
  }
}

/** Better than usual and worse than a year before, say, shows none. */
function isImproving({ analysis }: ScorecardRow): boolean {
  if (!analysis || analysis.meaning) return false
  return analysis.variation === 'special_cause_improvement' || analysis.signal?.meaning === 'improvement'
}

function partOf(pictures: readonly Picture[]): ReadyPart {
  const count = pictures.length
  return {
    name: count === 1 ? 'The picture' : `The ${count === 0 ? '' : `${numberInWords(count)} `}pictures`,
    holds: holdsOf(pictures),
    items: pictures.map(({ row, why }) => trendOf(row, becauseOf(why))),
  }
}

/** Of how many themes, since there may be more of them than pictures. */
function holdsOf(pictures: readonly Picture[]): string {
  const names = namesOf(pictures.map(({ row }) => row))
  if (pictures.length === 0) return 'This edition holds no figure to draw.'
  if (pictures.length === 1) return `The trend of ${names}.`
  return `The trends of ${names}: one for each of ${numberInWords(pictures.length)} themes.`
}
