import { publishAll } from '../mocks/edition-tables.ts'
import { buildDemoPublications, demoOrganisation } from '../src/demo/demonstration.ts'
import type { EditionAnalysis, SeriesAnalysis } from '../src/domain/analysis/edition-analysis.ts'
import type { Audience } from '../src/domain/editions/publication.ts'
import { outlookAhead } from '../src/domain/forecast/reached-target.ts'
import { claimedWays } from '../src/domain/interventions/claimed-ways.ts'

/** Every sentence that is computed of the latest edition of the demonstration, beside the state it came from. */
export function composeFindings(): string {
  const tables = publishAll(buildDemoPublications(), demoOrganisation.name)
  const edition = tables.editions.at(-1)
  if (!edition) throw new Error('the demonstration has no edition')
  const audiences: readonly Audience[] = ['exact', 'protected']
  return [
    '# Findings of the demonstration edition',
    `Written by \`npm run findings\` from edition ${edition.number} (${edition.label}, data as at ${edition.dataAsAt}). The figures are invented. Each text stands beside the state that it was written from; the words of each state are tables in \`src/domain/findings/finding-words.ts\` and \`src/domain/plans/impact-words.ts\`.`,
    ...audiences.map((audience) => sectionOf(audience, tables.readAnalysis(edition.number, audience))),
  ].join('\n\n')
}

const audienceTitles: Record<Audience, string> = {
  exact: 'What officers read',
  protected: 'What everybody reads (the protected set)',
}

function sectionOf(audience: Audience, { kpis, family, impacts }: EditionAnalysis): string {
  const series = kpis.flatMap((kpi) => kpi.series.map((one) => ({ kpi: kpi.kpi, ...one })))
  const flagged = family.signals.filter(({ change }) => change !== null)
  return [
    `## ${audienceTitles[audience]}`,
    '### Findings',
    table(
      ['Measure', 'State', 'Title', 'Finding and paragraph'],
      series.map((one) => [
        nameOf(one.kpi, one),
        stateOf(one),
        one.headline,
        `${one.finding}<br><br>${one.paragraph}`,
      ]),
    ),
    '### Before and after',
    table(
      ['Measure', 'Event', 'State', 'Sentence'],
      kpis.flatMap(({ kpi, changes }) =>
        changes.map(({ source, id, estimate, sentence }) => [
          kpi,
          `${source} ${id}`,
          stateOfEstimate(estimate),
          sentence,
        ]),
      ),
    ),
    '### Delivery against impact',
    table(
      ['Milestone', 'State', 'Measure of success', 'Sentence'],
      impacts.map(({ milestone, state, successSentence, sentence }) => [
        milestone,
        state,
        successSentence,
        sentence,
      ]),
    ),
    `### Flagged series: ${flagged.length} of ${family.signals.length} tested, ${family.untested} not testable`,
    table(
      ['Measure', 'State', 'q', 'Sentence'],
      flagged.map((one) => [
        nameOf(one.kpi, one),
        `${one.tested} ${one.change?.kind} ${one.change?.direction === 1 ? 'up' : 'down'}, ${one.change?.meaning}`,
        one.qValue?.toPrecision(1) ?? '',
        one.change?.sentence ?? '',
      ]),
    ),
  ].join('\n\n')
}

function nameOf(kpi: string, { dimension, member }: { dimension: string; member: string }): string {
  return dimension === 'borough' ? kpi : `${kpi}, ${dimension} ${member}`
}

function stateOf({ variation, notJudged, assurance, reach }: SeriesAnalysis): string {
  return [
    variation ?? `not judged: ${notJudged?.because}`,
    assurance,
    `target: ${outlookAhead(reach) ?? reach.kind}`,
  ]
    .filter((part) => part !== null)
    .join('; ')
}

function stateOfEstimate(estimate: EditionAnalysis['kpis'][number]['changes'][number]['estimate']): string {
  const ways = claimedWays(estimate)
  if (!ways) return estimate.kind
  const claims = (['level', 'slope'] as const).filter((effect) => ways[effect] !== 0)
  return `${estimate.kind}, ${claims.length > 0 ? `claimed: ${claims.join(' and ')}` : 'nothing claimed'}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
