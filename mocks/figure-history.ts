import { type FigureVersion, figureKey } from '../src/domain/figures/figure.ts'
import { standsIn } from '../src/domain/figures/versions.ts'

/** Versions that stand in one of two editions and not in the other. */
export function differingVersions(
  versions: readonly FigureVersion[],
  earlier: number,
  later: number,
): FigureVersion[] {
  return versions.filter((version) => standsIn(version, earlier) !== standsIn(version, later))
}

/** Every version, up to an edition, of the figures that are marked revised in it. */
export function revisedVersions(versions: readonly FigureVersion[], edition: number): FigureVersion[] {
  const marked = new Set(
    versions.filter((version) => version.revised && standsIn(version, edition)).map(figureKey),
  )
  return versions.filter((version) => version.firstEdition <= edition && marked.has(figureKey(version)))
}

/** By measure, the edition in which any of its figures last changed. */
export function lastChangedByMeasure(
  versions: readonly FigureVersion[],
  edition: number,
): Map<string, number> {
  const last = new Map<string, number>()
  for (const version of versions) {
    if (!standsIn(version, edition)) continue
    last.set(version.kpi, Math.max(last.get(version.kpi) ?? 0, version.firstEdition))
  }
  return last
}
