import type { Action } from '../../actions/action.ts'
import type { ImpactState } from '../../plans/impact-states.ts'
import type { Milestone } from '../../plans/plan.ts'
import { rankAttention } from '../../scorecard/attention.ts'
import type { ScorecardRow } from '../../scorecard/scorecard.ts'
import { type Pack, type PackItem, tidyPack } from '../pack.ts'
import { type Room, roomNames } from './rooms.ts'

/** A ready-made pack holds no more than a meeting can take in. */
export const mostReady = 10

/**
 * What the packs are made of, as the panel may see it, whoever is reading: a pack is an address, and which charts
 * stand in it and why goes wherever that address is sent.
 */
export interface PackSources {
  /** the day as of which a figure is overdue */
  asOf: string
  rows: readonly ScorecardRow[]
  milestones: readonly Pick<Milestone, 'id' | 'title' | 'kpi'>[]
  impacts: readonly { milestone: string; state: ImpactState }[]
  /** how much differs from the edition before; null where there is none, or it cannot be compared with */
  changes: { from: number; signals: number; restated: number; milestones: number } | null
  actions: readonly Pick<Action, 'board' | 'raised'>[]
}

/** One agenda item as a rule made it. */
export interface ReadyPart {
  name: string
  /** what stands under it, or why nothing does, in a sentence */
  holds: string
  items: readonly Omit<PackItem, 'group'>[]
}

export interface ReadyPack {
  room: Room
  pack: Pack
  agenda: readonly Pick<ReadyPart, 'name' | 'holds'>[]
}

/** The pack of its parts, cut at what a meeting can take in; a chart that two parts hold stands under the first. */
export function joinParts(room: Room, parts: readonly ReadyPart[]): ReadyPack {
  const items = parts.flatMap(({ name, items }) => items.map((item) => ({ ...item, group: name })))
  return {
    room,
    pack: tidyPack({ name: roomNames[room], items: items.slice(0, mostReady) }),
    agenda: parts.map(({ name, holds }) => ({ name, holds })),
  }
}

/** A measure's trend; of a measure of categories, that of the category which moved most. */
export function trendOf({ id, category }: ScorecardRow, line: string): Omit<PackItem, 'group'> {
  const search = category ? { dimension: category.dimension, member: category.member } : {}
  return { ref: { kind: 'trend', kpi: id, search }, line }
}

/** A table of a whole page. */
export function tableOf(
  kind: PackItem['ref']['kind'],
  line: string,
  search: Record<string, string> = {},
): Omit<PackItem, 'group'> {
  return { ref: { kind, kpi: null, search }, line }
}

/** Whether there is anything to draw. */
export function isDrawn({ series }: ScorecardRow): boolean {
  return series.points.some(({ value }) => value !== null)
}

/** Names hold commas of their own. @example 'Care Act wait, nine in ten within; Waiting for OT assessment' */
export function namesOf(rows: readonly ScorecardRow[]): string {
  return rows.map(({ name }) => name).join('; ')
}

/** The rows that need attention, weightiest first, each with the kind of reason that leads. */
export function calledFor({ rows, asOf }: Pick<PackSources, 'rows' | 'asOf'>) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rankAttention(rows, asOf).flatMap(({ kpi, reasons, isCalledFor }) => {
    const row = byId.get(kpi)
    return row && isCalledFor ? [{ row, kind: reasons[0].kind }] : []
  })
}
