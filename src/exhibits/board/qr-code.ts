import { encode } from 'uqr'

/** white all round, as the standard of QR codes asks */
const quietZone = 4

/**
 * An address as a QR code: its dark modules as a path in which a module is a unit square, and how many modules a
 * side has, quiet zone included.
 */
export function qrCode(address: string): { path: string; modules: number } {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone })
  const path = data.flatMap((row, y) =>
    runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`),
  )
  return { path: path.join(''), modules: size }
}

/** Dark modules beside each other as one: fewer edges that could show. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last.from + last.length === x) last.length += 1
    else runs.push({ from: x, length: 1 })
  })
  return runs
}
