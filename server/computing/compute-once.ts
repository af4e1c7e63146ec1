import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { computations } from './computations.ts'
import { compute } from './compute.ts'

type Computations = typeof computations
type Name = keyof Computations

/** The last answer to each question, and what was given with it. */
const answered = new Map<Name, { given: string; answer: unknown }>()

/**
 * The same as `compute`, but what was asked last is not worked out a second time: a load is rehearsed when it is checked,
 * and published as it was rehearsed. What answers is whatever was given, so another question is never taken for it.
 */
export async function computeOnce<Asked extends Name>(
  name: Asked,
  ...given: Parameters<Computations[Asked]>
): Promise<ReturnType<Computations[Asked]>> {
  const asked = createHash('sha256').update(serialize(given)).digest('base64')
  const before = answered.get(name)
  if (before?.given === asked) return before.answer as ReturnType<Computations[Asked]>
  answered.delete(name)
  const answer = await compute(name, ...given)
  answered.set(name, { given: asked, answer })
  return answer
}
