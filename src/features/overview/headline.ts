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
 * @example 'Fourteen …' is written '14 of 30 measures with an agreed plan stand behind it; 16 are level or ahead.'
 */
export function writeHeadline(rows: readonly RowModel[], milestones: Scorecard['milestones']): Headline {
  const tally = countStandings(rows)
  return { finding: writeFinding(rows.length, tally), standfirst: writeStandfirst(tally, milestones), tally }
}

export function countStandings(rows: readonly RowModel[]): Tally {
  const tally: Tally = { behind: 0, 'on-plan': 0, 'no-plan': 0, unknown: 0 }
  for (const row of rows) tally[row.plan.standing] += 1
  return tally
}

function writeFinding(measures: number, tally: Tally): string {
  const planned = tally.behind + tally['on-plan']
  if (measures === 0) return 'This edition holds no measures'
  if (planned === 0) {
    return `${capital(numberInWords(measures))} ${measures === 1 ? 'measure' : 'measures'}, none with a plan to stand against`
  }
  const rest =
    tally['on-plan'] === 0
      ? ''
      : `; ${numberInWords(tally['on-plan'])} ${tally['on-plan'] === 1 ? 'is' : 'are'} level with it or ahead`
  if (planned === 1)
    return `The one measure with a plan is ${tally.behind ? 'behind it' : 'level with it or ahead'}`
  if (tally.behind === 0) return `All ${planned} measures with a plan are level with it or ahead`
  return `${capital(numberInWords(tally.behind))} of ${planned} measures with a plan ${tally.behind === 1 ? 'is' : 'are'} behind it${rest}`
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
