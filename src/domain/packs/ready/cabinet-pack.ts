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
  const called = calledFor(sources)
  const pictures = themes
    .flatMap((theme) => {
      const rows = sources.rows.filter((row) => row.theme === theme)
      const needs = called.filter(({ row }) => row.theme === theme)
      return pictureOf(lowerFirst(themeNames[theme]), rows, needs) ?? []
    })
    .slice(0, mostPictures)
  return joinParts('cabinet', [partOf(pictures)])
}

/** What needs attention most; else what improves; else the measure that the dictionary puts first. */
function pictureOf(
  theme: string,
  rows: readonly ScorecardRow[],
  needs: ReturnType<typeof calledFor>,
): Picture | null {
  const need = needs.find(({ row }) => isDrawn(row))
  if (need) {
    const most = need === needs[0] ? 'it needs' : 'of what can be drawn it needs'
    return { row: need.row, why: `${most} attention most under ${theme}: ${attentionInWords[need.kind]}` }
  }
  const drawn = rows.filter(isDrawn)
  const found = needs.length === 0 ? `nothing under ${theme}` : `nothing that can be drawn under ${theme}`
  const better = drawn.find(isImproving)
  if (better)
    return {
      row: better,
      why: `${found} is found to need attention, and this shows improvement`,
    }
  const [first] = drawn
  if (!first) return null
  return {
    row: first,
    why: `${found} is found to need attention or to improve, and this is its first measure${first === rows[0] ? '' : ' with a figure'}`,
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
