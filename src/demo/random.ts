/**
 * Seeded noise without a state: each value depends on its stream's name and its index alone, so that a new
 * series, or a longer one, leaves all the others as they were.
 */
const seed = 0x45414c47

/** FNV-1a of a stream's name, mixed with the seed of the demonstration. */
export function streamOf(name: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** A number from 0 up to 1: the same for the same stream and index, always. */
export function uniform(stream: number, index: number): number {
  let bits = (stream + Math.imul(index + 1, 0x9e3779b9)) | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return ((bits ^ (bits >>> 15)) >>> 0) / 4294967296
}

/** Close enough to a standard normal: three uniforms added, so never beyond ±3. */
export function deviate(stream: number, index: number): number {
  const at = index * 3
  return 2 * (uniform(stream, at) + uniform(stream, at + 1) + uniform(stream, at + 2) - 1.5)
}

/** Months over which slow noise moves from one level to the next. */
const slowStep = 5

/** Noise that drifts, as a waiting list does: straight between deviates that are five periods apart. */
export function drift(stream: number, index: number): number {
  const knot = Math.floor(index / slowStep)
  const share = index / slowStep - knot
  return (1 - share) * deviate(stream, 1000 + knot) + share * deviate(stream, 1001 + knot)
}
