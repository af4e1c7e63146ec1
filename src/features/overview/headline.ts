import { countOf, numberInWords } from '../../domain/measures/format.ts'
import type { Scorecard } from '../../domain/scorecard/scorecard.ts'
import type { Standing } from './overview-search.ts'
import type { RowModel } from './scorecard-model.ts'

export type Tally = Record<Standing, number>

export interface Headline {
  finding: string
  standfirst: string
  tally: Tally
}

/**
 * What the edition says as a whole: facts of plan and figures alone, nothing about whether a change is real.
 * Those whose latest figure is not known stay in the count of measures with a plan, as unknown.
 * @example 2 behind, 1 ahead, 1 overdue → 'Two of 4 measures with a plan are behind it; one is level with it or
 * ahead; one is unknown'
 */
export function writeHeadline(rows: readonly RowModel[], milestones: Scorecard['milestones']): Headline {
  const tally = countStandings(rows)
  return { finding: writeFinding(rows), standfirst: writeStandfirst(tally, milestones), tally }
}

export function countStandings(rows: readonly RowModel[]): Tally {
  const tally: Tally = { behind: 0, 'on-plan': 0, 'no-plan': 0, unknown: 0 }
  for (const row of rows) tally[row.plan.standing] += 1
  return tally
}

function writeFinding(rows: readonly RowModel[]): string {
  if (rows.length === 0) return 'This edition holds no measures'
  const planned = rows.filter((row) => row.plan.isPlanned)
  const tally = countStandings(planned)
  if (planned.length === 0) {
    return `${capital(numberInWords(rows.length))} ${rows.length === 1 ? 'measure' : 'measures'}, none with a plan to stand against`
  }
  if (planned.length === 1) return `The one measure with a plan is ${placeOfOne(tally)}`
  if (tally['on-plan'] === planned.length)
    return `All ${numberInWords(planned.length)} measures with a plan are level with it or ahead`
  const behind = tally.behind === 0 ? 'None' : capital(numberInWords(tally.behind))
  const parts = [
    `${behind} of ${planned.length} measures with a plan ${isOrAre(tally.behind)} behind it`,
    tally['on-plan'] > 0 &&
      `${numberInWords(tally['on-plan'])} ${isOrAre(tally['on-plan'])} level with it or ahead`,
    tally.unknown > 0 && `${numberInWords(tally.unknown)} ${isOrAre(tally.unknown)} unknown`,
  ]
  return parts.filter(Boolean).join('; ')
}

function placeOfOne(tally: Tally): string {
  if (tally.behind === 1) return 'behind it'
  return tally['on-plan'] === 1 ? 'level with it or ahead' : 'unknown'
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}

function writeStandfirst(tally: Tally, milestones: Scorecard['milestones']): string {
  const sentences: string[] = []
  if (tally.unknown > 0) {
    const [verb, figures] =
      tally.unknown === 1 ? ['is', 'its latest figure is'] : ['are', 'their latest figures are']
    sentences.push(
      `${capital(numberInWords(tally.unknown))} ${tally.unknown === 1 ? 'measure' : 'measures'} ${verb} unknown because ${figures} overdue, missing or withheld.`,
    )
  }
  if (milestones.total > 0) {
    sentences.push(
      `Of ${countOf(milestones.total, 'milestone')}, ${numberInWords(milestones.complete)} ${milestones.complete === 1 ? 'is' : 'are'} complete and ${milestones.overdue === 0 ? 'none' : numberInWords(milestones.overdue)} ${milestones.overdue === 1 ? 'is' : 'are'} overdue.`,
    )
  }
  sentences.push('Whether a change is more than chance is not judged here.')
  return sentences.join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
