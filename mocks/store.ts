import type { Action } from '../src/domain/actions/action.ts'
import { type AuditLink, beforeFirst, chainOn, checkChain } from '../src/domain/audit/chain.ts'
import type { AuditEntry } from '../src/domain/audit/deed.ts'
import { commentaryKey } from '../src/domain/commentary/commentary.ts'
import type { FigurePlace, Withholding } from '../src/domain/disclosure/withholding.ts'
import type { Audience, Edition } from '../src/domain/editions/publication.ts'
import { borough, isCategoryDimension } from '../src/domain/measures/measure.ts'
import { periodEnd } from '../src/domain/periods/period.ts'
import { isOwnLink } from '../src/service/own-part.ts'
import type {
  AuditSelection,
  EditionReader,
  FigureHistory,
  FrozenEdition,
  OwnPart,
  Store,
} from '../src/service/store.ts'
import { db } from './db.ts'
import { differingVersions, lastChangedByMeasure, revisedVersions } from './figure-history.ts'

/** What the service answers from, kept in memory: the demonstration, and what has been written since the start. */
export const memoryStore: Store = {
  readOrganisation: async () => db.organisation,
  readEditions: async () => editions(),
  readEdition: async (which) => findEdition(which),
  findEdition: async (which) => findEdition(which),
  async withdrawEdition(number, withdrawal, entry) {
    const edition = findEdition(number)
    if (!edition) return null
    if (edition.withdrawn) return { kind: 'before' }
    if (editions().filter(({ withdrawn }) => !withdrawn).length === 1) return { kind: 'only-one' }
    db.writings.withdrawals.set(number, withdrawal)
    await noteInAudit(entry)
    return { kind: 'withdrawn', edition: { ...edition, withdrawn: true, withdrawal } }
  },
  async findOwnPart(services) {
    const kpis = db.tables.readKpis(db.tables.editions.length, 'exact')
    const own = new Set(
      kpis.filter(({ service }) => service && services.includes(service)).map(({ id }) => id),
    )
    const milestones = newestMilestones().filter(({ kpi }) => kpi !== null && own.has(kpi))
    return { services, kpis: own, milestones: new Set(milestones.map(({ id }) => id)) }
  },
  openEdition: (audience, edition) => ({
    reader: openReader(audience, edition),
    history: openHistory(audience, edition),
  }),
  readWithheld: async ({ number }, kpis, own = null) =>
    db.tables
      .readWithheld(number, own ? kpis.filter((kpi) => own.kpis.has(kpi)) : kpis)
      .map((one) => (own ? ofPart(one, own) : one)),
  readLog: async (audience, own = null) =>
    (audience === 'exact' ? db.writings.actions : db.writings.released).filter(
      ({ link }) => !own || isOwnLink(own, link),
    ),
  writeLog: async (work) =>
    await work({
      readIds: async () => db.writings.actions.map(({ id }) => id),
      find: async (id, own) =>
        db.writings.actions.find((action) => action.id === id && (!own || isOwnLink(own, action.link))) ??
        null,
      findByKey: async (key) => db.writings.actionKeys.get(key) ?? null,
      async keep(action, key, entry) {
        await noteInAudit(entry)
        db.writings.actions = putInPlace(db.writings.actions, action)
        // at once, while what is released comes with the next edition
        if (action.release !== 'public') withdrawFromPanel(action.id)
        if (key !== null) db.writings.actionKeys.set(key, action.id)
      },
    }),
  readLinkable: async () =>
    new Set(
      [...db.tables.readKpis(db.tables.editions.length, 'exact'), ...newestMilestones()].map(({ id }) => id),
    ),
  readDrafts: async ({ own = null, released = false } = {}) =>
    db.writings.drafts
      .filter(({ kpi, release }) => (!own || own.kpis.has(kpi)) && (!released || release === 'public'))
      .sort((a, b) => (commentaryKey(a) < commentaryKey(b) ? -1 : 1)),
  writeDrafts: async (work) =>
    await work({
      find: async (key) =>
        db.writings.drafts.find((draft) => commentaryKey(draft) === commentaryKey(key)) ?? null,
      async keep(draft, entry) {
        await removeDraft(draft)
        db.writings.drafts.push(draft)
        await noteInAudit(entry)
      },
      async remove(key, entry) {
        await removeDraft(key)
        await noteInAudit(entry)
      },
    }),
  readPack: async (id) => db.writings.packs.get(id) ?? null,
  async storePack(id, pack) {
    const isNew = !db.writings.packs.has(id)
    if (isNew) db.writings.packs.set(id, pack)
    return { isNew }
  },
  readAudit: async ({ most, before = Number.POSITIVE_INFINITY, ...asked }) => {
    const rows = db.writings.audit.filter((link) => isAsked(link, asked)).toReversed()
    return { rows: rows.filter(({ place }) => place < before).slice(0, most), total: rows.length }
  },
  checkAudit: async (known) => await checkChain(db.writings.audit, known),
  noteInAudit,
}

async function noteInAudit(entry: AuditEntry) {
  const { audit } = db.writings
  audit.push(...(await chainOn(audit.at(-1) ?? beforeFirst, [entry])))
}

function isAsked(
  { at, deed, who }: AuditLink,
  asked: Pick<AuditSelection, 'deed' | 'from' | 'to' | 'who'>,
): boolean {
  const day = at.slice(0, 10)
  return (
    (asked.deed === undefined || deed === asked.deed) &&
    (asked.from === undefined || day >= asked.from) &&
    (asked.to === undefined || day <= asked.to) &&
    (asked.who === undefined || who.toLowerCase().includes(asked.who.toLowerCase()))
  )
}

/** Newest first, with what was withdrawn since the start. */
function editions(): Edition[] {
  return db.tables.editions.toReversed().map((edition) => {
    const withdrawal = db.writings.withdrawals.get(edition.number)
    return withdrawal ? { ...edition, withdrawn: true, withdrawal } : edition
  })
}

/** Places of another's measure are left blank. */
function ofPart(one: Withholding, own: OwnPart): Withholding {
  const blank = { kpi: '', dimension: '', member: '', period: '' }
  const named = (place: FigurePlace) => (own.kpis.has(place.kpi) ? place : blank)
  const { against } = one
  return { ...one, against: against && { protects: named(against.protects), from: against.from.map(named) } }
}

function findEdition(which: number | 'latest') {
  return (
    editions().find(({ number, withdrawn }) => (which === 'latest' ? !withdrawn : number === which)) ?? null
  )
}

function newestMilestones() {
  return db.tables.readPlan(db.tables.editions.length, 'exact').milestones
}

async function removeDraft(key: Parameters<typeof commentaryKey>[0]) {
  db.writings.drafts = db.writings.drafts.filter((draft) => commentaryKey(draft) !== commentaryKey(key))
}

function withdrawFromPanel(id: string) {
  db.writings.released = db.writings.released.filter((action) => action.id !== id)
}

function putInPlace(actions: readonly Action[], action: Action): Action[] {
  const place = actions.findIndex(({ id }) => id === action.id)
  return place < 0 ? [...actions, action] : actions.with(place, action)
}

function openReader(audience: Audience, { number }: FrozenEdition): EditionReader {
  const { tables } = db
  return {
    readKpis: async () => tables.readKpis(number, audience),
    readPlan: async () => tables.readPlan(number, audience),
    readActions: async () => tables.readActions(number, audience),
    readCommentary: async () => tables.readCommentary(number, audience),
    readSeries: async ({ kpis, dimension, member, endsFrom, endsTo }) =>
      tables
        .readSeries(
          number,
          audience,
          (series) =>
            kpis.includes(series.kpi) &&
            series.dimension === dimension &&
            (member === undefined || series.member === member),
        )
        .map((series) => ({
          ...series,
          points: series.points.filter(
            ({ period }) =>
              (endsFrom === undefined || periodEnd(period) >= endsFrom) &&
              (endsTo === undefined || periodEnd(period) <= endsTo),
          ),
        }))
        .filter((series) => series.points.length > 0)
        .sort((a, b) => kpis.indexOf(a.kpi) - kpis.indexOf(b.kpi)),
    readAnalyses: async (kpis) => {
      const held = new Map(tables.readAnalysis(number, audience).kpis.map((one) => [one.kpi, one]))
      return kpis.flatMap((kpi) => held.get(kpi) ?? [])
    },
    readRowAnalyses: async () =>
      new Map(tables.readAnalysis(number, audience).rows.map(({ kpi, ...row }) => [kpi, row])),
    readTestedFamily: async () => tables.readAnalysis(number, audience).family,
    readImpacts: async () => tables.readAnalysis(number, audience).impacts,
    readHeadlines: async ({ ofBorough, ofCategories }, endsFrom) =>
      tables
        .readSeries(
          number,
          audience,
          ({ kpi, dimension }) =>
            (dimension === borough.dimension && ofBorough.includes(kpi)) ||
            (ofCategories.includes(kpi) &&
              (isCategoryDimension(dimension) || dimension === borough.dimension)),
        )
        .map((series) => ({
          ...series,
          points: series.points.filter(({ period }) => endsFrom === null || periodEnd(period) >= endsFrom),
        }))
        .filter((series) => series.points.length > 0),
  }
}

function openHistory(audience: Audience, { number }: FrozenEdition): FigureHistory {
  const versions = () => db.tables.readVersions(audience)
  return {
    readDiffering: async (earlier) => differingVersions(versions(), earlier, number),
    readRevised: async () => revisedVersions(versions(), number),
    readLastChanged: async () => lastChangedByMeasure(versions(), number),
  }
}
