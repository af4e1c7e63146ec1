import * as z from 'zod/mini'
import { Edition } from '../../src/contract/editions.ts'
import { type Kpi, KpisReply } from '../../src/contract/kpis.ts'
import type { LoadProblem } from '../../src/contract/loads.ts'
import { Organisation } from '../../src/contract/organisation.ts'
import { apiBase, paths, type View } from '../../src/contract/paths.ts'
import { findPerson } from '../../src/contract/person-in-text.ts'
import { isPlainLine } from '../../src/contract/plain-text.ts'
import { type SeriesPoint, SeriesReply } from '../../src/contract/series.ts'
import { borough, comparatorDimension, type KpiDefinition } from '../../src/domain/measures/measure.ts'
import { isPersonName } from '../../src/domain/persons/person-name.ts'
import type { Mapping } from '../../src/ingest/mapping.ts'
import { problemAt } from '../../src/ingest/problem.ts'
import { type Asking, type Brought, keepFile } from './brought.ts'
import { faultOfPair, toldOfPair } from './compare-measures.ts'
import { getAddress } from './get-address.ts'
import { SourceError } from './source-error.ts'
import type { DashboardSource } from './source-settings.ts'
import { writeRow } from './write-row.ts'

/** What stands here, as the figures of another place need to know it. */
interface OurSide {
  kpis: ReadonlyMap<string, KpiDefinition>
  illustrative: boolean
}

/**
 * The whole of each measure as the other council tells everybody, as figures of another place. What is withheld there
 * is withheld here; values are taken as they stand, and never worked out again from counts, which are rounded.
 */
export async function askDashboard(
  source: DashboardSource,
  asking: Asking,
  readOurs: () => Promise<OurSide>,
): Promise<Brought> {
  const ask = <Reply>(path: string, schema: z.ZodMiniType<Reply>) => read(source, asking, path, schema)
  const ours = await readOurs()
  const { illustrative } = await ask(paths.organisation(), Organisation)
  if (illustrative !== ours.illustrative) throw otherKind(illustrative)
  const edition = await ask(paths.edition('latest'), Edition)
  const view: View = { edition: edition.number, audience: 'protected' }
  const { kpis, ...kpisView } = await ask(paths.kpis(view), KpisReply)
  const pairs = pairUp(source, ours, kpis)
  const selection = { kpi: [...new Set(source.measures.map(({ theirs }) => theirs))], ...borough }
  const { series, ...seriesView } = await ask(paths.series(view, selection), SeriesReply)
  for (const given of [kpisView, seriesView]) requireView(view, given)
  const rows = pairs.flatMap(({ our, their }) => {
    const own = series.find((one) => one.kpi === their.id && one.dimension === borough.dimension)
    return (own?.points ?? []).map((point) => rowOf(our.id, source, point))
  })
  if (rows.length === 0)
    throw new SourceError(
      'the other dashboard has no figures of these measures for the whole of its place: look at "measures"',
    )
  const file = await keepFile(asking, 0, fileName, [writeRow(columns), ...rows.map(writeRow)])
  const mapping = await keepFile(asking, 1, 'mapping.json', [JSON.stringify(mappingOf)])
  return {
    files: [file, { ...mapping, isMapping: true }],
    noticed: [notice(tellSource(source, edition)), ...pairs.flatMap(toldOfPair).map(notice)],
    note: tellNote(source, edition),
  }
}

const fileName = 'another-dashboard.csv'
const columns = ['kpi', 'period', 'member', 'label', 'level', 'value', 'status', 'as_at']

/** A figure of another place has its meaning from the other dashboard: it is on the same scale, and is said to be. */
const mappingOf: Mapping = {
  files: [
    {
      file: fileName,
      outputs: [
        {
          kpi: { column: 'kpi' },
          dimension: comparatorDimension,
          member: { column: 'member' },
          memberLabel: { column: 'label' },
          memberLevel: { column: 'level' },
          period: { column: 'period', form: 'period' },
          value: { column: 'value', scale: 1 },
          status: { column: 'status' },
          asAt: { column: 'as_at' },
        },
      ],
    },
  ],
}

function rowOf(kpi: string, { member, label, level }: DashboardSource, point: SeriesPoint): string[] {
  const { period, value, availability, provisional, asAt } = point
  const isThere = availability === 'present' && value !== null
  const shown = isThere ? String(value) : availability === 'suppressed' ? '[c]' : '[x]'
  const status = isThere
    ? provisional
      ? 'provisional'
      : 'final'
    : availability === 'suppressed'
      ? 'suppressed'
      : 'missing'
  return [kpi, period, member, label, level, shown, status, asAt]
}

/** Each measure of ours beside theirs, where both count in the same way. */
function pairUp({ measures }: DashboardSource, { kpis: our }: OurSide, theirs: readonly Kpi[]) {
  return measures.map((pair) => {
    const ours = our.get(pair.ours)
    if (!ours) throw fault(pair.ours, 'is no measure here: give an id of kpis.csv')
    const their = theirs.find(({ id }) => id === pair.theirs)
    if (!their)
      throw fault(
        pair.ours,
        'names a measure that the other dashboard does not have: look into its definitions',
      )
    const words = faultOfPair(ours, their)
    if (words !== null) throw fault(pair.ours, words)
    return { our: ours, their }
  })
}

function fault(kpi: string, words: string): SourceError {
  return new SourceError(`"measures", ${kpi}: ${words}`)
}

function requireView(asked: View, given: { edition: number; audience: string }) {
  if (given.edition === asked.edition && given.audience === asked.audience) return
  throw new SourceError(
    'the other dashboard answered for another edition or audience than was asked: nothing of it is taken',
  )
}

function otherKind(isIllustrative: boolean): SourceError {
  return new SourceError(
    isIllustrative
      ? 'the other dashboard holds illustrative figures, and these here are real: look at "address"'
      : 'the figures here are illustrative, and real ones are not set beside them',
  )
}

async function read<Reply>(
  source: DashboardSource,
  { signal }: Asking,
  path: string,
  schema: z.ZodMiniType<Reply>,
): Promise<Reply> {
  const base = source.address.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
  const asked = { ...source, address: `${base}${apiBase}${path}` }
  const text = await getAddress(asked, signal, async (body) => {
    const pieces: Uint8Array[] = []
    for await (const piece of body) pieces.push(piece)
    return Buffer.concat(pieces).toString('utf8')
  })
  const reply = z.safeParse(schema, parse(text))
  if (reply.success) return reply.data
  throw new SourceError(
    `the other dashboard answers ${path.split('?')[0]} otherwise than is agreed: npm run api:check -- ADDRESS says where`,
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What another council calls its edition is its own text: where it could be of a person, its number says enough. */
function nameEdition({ number, label, dataAsAt }: Edition): string {
  const isTellable = isPlainLine(label) && label.length <= 200 && !findPerson(label) && !isPersonName(label)
  return `edition ${number}${isTellable ? `, “${label}”` : ''} (figures as at ${dataAsAt})`
}

function tellSource({ label }: DashboardSource, edition: Edition): [string, string] {
  return [
    `the figures of ${label} are those of ${nameEdition(edition)} of its dashboard, as everybody there sees them: rounded, and withheld where they are small`,
    'whether both places count the same, only its definitions say: read them beside ours',
  ]
}

function tellNote({ label }: DashboardSource, edition: Edition): string {
  return `Figures of ${label}: ${nameEdition(edition)} of its dashboard, as published there.`
}

function notice([message, remedy]: [string, string]): LoadProblem {
  return problemAt({ file: fileName, line: 0, column: 0 }).notice(message, remedy)
}
