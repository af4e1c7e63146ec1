import type { Load, ScheduledLoad } from '../../src/contract/loads.ts'
import { rebaselineWords, worseLevelWords } from '../../src/domain/plans/rebaseline.ts'
import { tellUnmetNeeds } from '../../src/ingest/needs.ts'
import { describeProblem } from '../../src/ingest/problem.ts'
import type { LoadArguments } from './load-arguments.ts'

/** What was asked for beside the files. */
type Asked = Pick<LoadArguments, 'label' | 'reason' | 'exact'>

/** A load as lines for a person: problems first, then what it would change, then what to do. */
export function describeLoad(load: Load, given: Asked): string[] {
  const errors = load.problems.filter(({ severity }) => severity === 'error')
  const asked = load.problems.filter(({ needs }) => needs)
  const notices = load.problems.filter(({ severity, needs }) => severity === 'notice' && !needs)
  return [
    ...errors.map(describeProblem),
    ...(asked.length ? ['To be confirmed:', ...asked.map((one) => `  ${describeProblem(one)}`)] : []),
    ...(notices.length ? ['Noticed:', ...notices.map((notice) => `  ${describeProblem(notice)}`)] : []),
    ...load.preview.map((preview) => describePreview(preview, load.state === 'published')),
    ...describeWithheld(load),
    ...describeLevels(load),
    ...describeOutcome(load, errors.length, given),
  ]
}

function describePreview(preview: Load['preview'][number], isPublished: boolean): string {
  const counts = [
    `${counted(preview.newFigures, 'new figure')}`,
    `${number(preview.restatedFigures)} replaced`,
    ...(preview.removedFigures === undefined ? [] : [`${number(preview.removedFigures)} taken out`]),
    `${number(preview.unchangedFigures)} unchanged`,
    `${number(preview.suppressedFigures)} withheld`,
    counted(preview.definitions, 'definition'),
    counted(preview.planItems, 'plan item'),
  ]
  return `${isPublished ? 'Changed' : 'Would change'} for the ${preview.audience} set: ${counts.join(', ')}.`
}

/** of the figures that only others give away, so many are named; of those withheld by themselves none need be */
const mostNamed = 5

/** Which rule would hide how many figures from the panel, and of those hidden for the sake of others which. */
function describeWithheld({ withheld = [], state }: Load): string[] {
  if (state === 'rejected' || withheld.length === 0) return []
  const heading = `Of the figures that are new or changed, hidden from the panel:`
  return [
    heading,
    ...withheld.flatMap(({ rule, hides, words, figures, newest }) => [
      `  ${counted(figures, 'figure')}${hides === 'counts' ? ', counts behind' : ''}: ${words}`,
      ...(rule === 'others' ? newest.slice(0, mostNamed) : []).map(
        ({ kpi, dimension, member, period, words: why }) =>
          `    ${kpi}, ${dimension} ${member}, ${period}. ${why}`,
      ),
    ]),
  ]
}

/** What may be recorded with it, in the words of the desk. */
function describeLevels({ levels = [], state }: Load): string[] {
  if (state !== 'staged' || levels.length === 0) return []
  return [
    'Levels that have lasted:',
    ...levels.flatMap(({ kpi, name, words, titleNow, titleThen, sinceInWords, meaning }) => [
      `  ${name} (${kpi}). ${words}`,
      `    Said now: ${titleNow}. With limits from ${sinceInWords} on: ${titleThen}.`,
      ...(meaning === 'concern' ? [`    ${worseLevelWords}`] : []),
    ]),
    `  ${rebaselineWords}`,
    '  To start limits again there, publish with --rebaseline KPI --reason "TEXT" (and --title "WHAT CHANGED").',
  ]
}

function describeOutcome(load: Load, errors: number, { label, reason, exact }: Asked): string[] {
  switch (load.state) {
    case 'rejected':
      return [`Nothing was loaded: ${counted(errors, 'error')} to put right.`]
    case 'staged':
      if (load.scheduled) return [describeScheduled(load.id, load.scheduled)]
      if (load.takesBack && label === null) return [toTakeBack]
      return describeStaged(tellUnmetNeeds(load.needs, { reason, exact }), label)
    case 'published':
      return [`Published as edition ${load.edition}${label === null ? '' : `: ${label}`}.`]
  }
}

const toTakeBack =
  'It can be done. Nothing was published: add --publish "LABEL" --reason "TEXT" to publish it as an edition.'

function describeScheduled(id: string, { at, label }: ScheduledLoad): string {
  return `Will be published at ${at} (UTC), while the service runs: ${label}. Its files wait in the database; it is called off at the desk, or with --call-off ${id}.`
}

function describeStaged(unmet: string | null, label: string | null): string[] {
  if (unmet !== null) {
    const how = 'add --reason "TEXT", and --exact KPI for each measure that shall be exact for everybody'
    return [`Nothing was published: ${unmet}. To publish it: ${how}.`]
  }
  return label === null
    ? ['The load is sound. Nothing was published: add --publish "LABEL" to publish it as an edition.']
    : []
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en-GB')
}
