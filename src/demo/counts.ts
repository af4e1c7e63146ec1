import { apportion } from './apportion.ts'
import { type DimensionId, membersOf } from './dimensions.ts'
import type { CountModel, Shares } from './model.ts'
import { levelAt, type ReadPath, readPath, valueAt } from './path.ts'
import { deviate, drift, streamOf } from './random.ts'
import { demoPeriods, periodIndex, restatedFrom, unsettledSteps, type Vintage } from './timeline.ts'

interface ReadMember {
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
    path: typeof model.total === 'function' ? null : readPath(model.id, model.total),
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
      stream,
      knots:
        typeof given === 'number'
          ? [{ at: 0, level }]
          : given.map(([period, knot]) => ({ at: periodIndex(period), level: knot })),
    }
  })
}

function countsOf(read: ReadonlyMap<string, ReadCount>, vintage: Vintage): Counts {
  const splits = new Map<string, readonly number[]>()

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
    if (!path) return 0
    const listed = Math.max(0, Math.round(valueAt(path, index)))
    const steps = model.isFinalAtOnce ? 0 : unsettledSteps(model.frequency, index, vintage)
    return Math.max(0, listed + unsettledDifference(model, listed, steps, deviate(stream, index)))
  }

  function split(count: string, dimension: DimensionId, index: number): readonly number[] {
    const key = `${count}/${dimension}/${index}`
    const known = splits.get(key)
    if (known) return known
    const { model, members } = find(count)
    const parts = members.get(dimension)
    if (!parts) throw new RangeError(`The demonstration does not count "${count}" by ${dimension}`)
    const whole = total(count, index)
    const caps =
      model.within && find(model.within).members.has(dimension)
        ? split(model.within, dimension, index)
        : undefined
    const weights = parts.map((member) => weightOf(member, model, whole, index))
    const result = apportion(whole, weights, {
      ...(caps ? { caps } : {}),
      ...(model.least ? { least: model.least } : {}),
    })
    splits.set(key, result)
    return result
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
  const spread = Math.min(0.4, 0.8 / Math.sqrt(Math.max(1, share * total)))
  const noise = model.isFlow
    ? deviate(stream, index)
    : 0.8 * drift(stream, index) + 0.35 * deviate(stream, index)
  return share * Math.max(0.05, 1 + spread * noise)
}
