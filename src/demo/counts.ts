import { apportion, sumOf } from './apportion.ts'
import { type DimensionId, membersOf } from './dimensions.ts'
import type { CountModel, Shares } from './model.ts'
import { levelAt, type ReadPath, readKnots, readPath, valueAt } from './path.ts'
import { deviate, drift, streamOf } from './random.ts'
import { demoPeriods, restatedFrom, unsettledSteps, type Vintage } from './timeline.ts'

interface ReadMember {
  id: string
  stream: number
  knots: ReadPath['knots']
}

interface ReadCount {
  model: CountModel
  stream: number
  path: ReadPath | null
  members: Map<DimensionId, ReadMember[]>
}

/** Totals of counts as an edition knew them, and their splits over members. */
export interface Counts {
  total(count: string, index: number): number
  split(count: string, dimension: DimensionId, index: number): readonly number[]
}

/** Reads the models once; what comes back gives the counts of any edition. */
export function readCounts(models: readonly CountModel[]): (vintage: Vintage) => Counts {
  const read = new Map(models.map((model) => [model.id, readCount(model)]))
  return (vintage) => countsOf(read, vintage)
}

function readCount(model: CountModel): ReadCount {
  return {
    model,
    stream: streamOf(`${model.id}/settling`),
    path: 'knots' in model.total ? readPath(model.id, model.total) : null,
    members: new Map(
      model.by.map((dimension) => [dimension, readMembers(model.id, dimension, model.shares?.[dimension])]),
    ),
  }
}

function readMembers(count: string, dimension: DimensionId, shares: Shares | undefined): ReadMember[] {
  return membersOf(dimension).map(({ id, share }) => {
    const given = shares?.[id] ?? share
    const stream = streamOf(`${count}/${dimension}/${id}`)
    // measures differ a little in whom they concern, unless their shares are given
    const level = typeof given === 'number' ? given * (shares?.[id] ? 1 : 1 + 0.12 * deviate(stream, -1)) : 0
    return {
      id,
      stream,
      knots: typeof given === 'number' ? [{ at: 0, level }] : readKnots(given),
    }
  })
}

function countsOf(read: ReadonlyMap<string, ReadCount>, vintage: Vintage): Counts {
  const splits = new Map<ReadMember[], (readonly number[] | undefined)[]>()

  function find(count: string): ReadCount {
    const found = read.get(count)
    if (!found) throw new RangeError(`The demonstration has no count "${count}"`)
    return found
  }

  function total(count: string, index: number): number {
    const { model, path, stream } = find(count)
    const restated = restatedFrom(count, demoPeriods[model.frequency][index] ?? '', vintage)
    if (restated !== null) return restated
    if (typeof model.total === 'function') return model.total(total, index)
    if ('sameAs' in model.total) return total(model.total.sameAs, model.total.at(index))
    if ('sumOf' in model.total) return sumOf(model.total.sumOf.map((part) => total(part, index)))
    if (!path) return 0
    const listed = Math.max(0, Math.round(valueAt(path, index)))
    const steps = model.isFinalAtOnce ? 0 : unsettledSteps(model.frequency, index, vintage)
    return Math.max(0, listed + unsettledDifference(model, listed, steps, deviate(stream, index)))
  }

  function split(count: string, dimension: DimensionId, index: number): readonly number[] {
    const { model, members } = find(count)
    if ('sameAs' in model.total) return split(model.total.sameAs, dimension, model.total.at(index))
    const parts = members.get(dimension)
    if (!parts) throw new RangeError(`The demonstration does not count "${count}" by ${dimension}`)
    const known = splits.get(parts) ?? []
    const result = known[index] ?? splitAnew(model, parts, dimension, index)
    known[index] = result
    splits.set(parts, known)
    return result
  }

  function splitAnew(
    model: CountModel,
    parts: readonly ReadMember[],
    dimension: DimensionId,
    index: number,
  ): readonly number[] {
    if ('sumOf' in model.total) {
      const added = model.total.sumOf.map((part) => split(part, dimension, index))
      return parts.map((_, member) => sumOf(added.map((values) => values[member] ?? 0)))
    }
    if (model.yearOf && index % model.yearOf > 0) {
      const before = split(model.id, dimension, index - 1)
      const added = share(model, parts, dimension, index, total(model.id, index) - sumOf(before))
      return before.map((value, member) => value + (added[member] ?? 0))
    }
    return share(model, parts, dimension, index, total(model.id, index))
  }

  function share(
    model: CountModel,
    parts: readonly ReadMember[],
    dimension: DimensionId,
    index: number,
    whole: number,
  ): readonly number[] {
    const { within, least, members } = model
    const fixed = parts.map(({ id }) => {
      const count = members?.[dimension]?.[id]
      return count === undefined ? null : total(count, index)
    })
    const weights = parts.map((member, at) =>
      fixed[at] === null ? weightOf(member, model, whole, index) : 0,
    )
    const caps = within && find(within).members.has(dimension) ? split(within, dimension, index) : undefined
    const shared = apportion(whole - sumOf(fixed.map((value) => value ?? 0)), weights, {
      ...(caps ? { caps } : {}),
      ...(least ? { least: weights.map(() => least) } : {}),
    })
    return shared.map((value, at) => fixed[at] ?? value)
  }

  return { total, split }
}

/** Late recording: flows are short by about 1.5% a step, snapshots off by some 0.6% either way. */
function unsettledDifference(model: CountModel, listed: number, steps: number, chance: number): number {
  const share = model.isFlow ? -0.015 + 0.006 * chance : 0.006 * chance
  return Math.round(listed * steps * share)
}

/** Smaller groups vary more, as counts do; lists carry over, so their noise drifts. */
function weightOf({ stream, knots }: ReadMember, model: CountModel, total: number, index: number): number {
  const share = levelAt(knots, index)
  if (model.isSteady) return share
  const spread = Math.min(0.4, 0.8 / Math.sqrt(Math.max(1, share * total)))
  const noise = model.isFlow
    ? deviate(stream, index)
    : 0.8 * drift(stream, index) + 0.35 * deviate(stream, index)
  return share * Math.max(0.05, 1 + spread * noise)
}
