import type { Load } from '../../src/contract/loads.ts'
import { describeProblem } from '../../src/ingest/problem.ts'

/** A load as lines for a person: problems first, then what it would change, then what to do. */
export function describeLoad(load: Load, label: string | null): string[] {
  const errors = load.problems.filter(({ severity }) => severity === 'error')
  const notices = load.problems.filter(({ severity }) => severity === 'notice')
  return [
    ...errors.map(describeProblem),
    ...(notices.length ? ['Noticed:', ...notices.map((notice) => `  ${describeProblem(notice)}`)] : []),
    ...load.preview.map((preview) => describePreview(preview, load.state === 'published')),
    ...describeOutcome(load, errors.length, label),
  ]
}

function describePreview(preview: Load['preview'][number], isPublished: boolean): string {
  const counts = [
    `${counted(preview.newFigures, 'new figure')}`,
    `${number(preview.restatedFigures)} replaced`,
    `${number(preview.unchangedFigures)} unchanged`,
    `${number(preview.suppressedFigures)} withheld`,
    counted(preview.definitions, 'definition'),
    counted(preview.planItems, 'plan item'),
  ]
  return `${isPublished ? 'Changed' : 'Would change'} for the ${preview.audience} set: ${counts.join(', ')}.`
}

function describeOutcome(load: Load, errors: number, label: string | null): string[] {
  switch (load.state) {
    case 'rejected':
      return [`Nothing was loaded: ${counted(errors, 'error')} to put right.`]
    case 'staged':
      return ['The load is sound. Nothing was published: add --publish "LABEL" to publish it as an edition.']
    case 'published':
      return [`Published as edition ${load.edition}${label === null ? '' : `: ${label}`}.`]
  }
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en-GB')
}
