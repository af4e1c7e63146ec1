/** What Vite says of each chunk that it built, by the source that it was made from. */
export type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

/** Files that a page needs as soon as it is drawn, by their addresses. */
export interface PageFiles {
  styles: string[]
  scripts: string[]
}

/** The source of each page whose code is a chunk of its own. */
const sources: readonly (readonly [RegExp, string])[] = [
  [/^\/kpis\//, 'MeasureRoute'],
  [/^\/plan\/?$/, 'PlanRoute'],
  [/^\/emerging\/?$/, 'EmergingRoute'],
  [/^\/safeguarding\/?$/, 'SafeguardingRoute'],
  [/^\/changes\/?$/, 'ChangesRoute'],
  [/^\/definitions\/?$/, 'DefinitionsRoute'],
  [/^\/methods\/?$/, 'MethodsRoute'],
  [/^\/data\/?$/, 'DataRoute'],
  [/^\/accessibility\/?$/, 'AccessibilityRoute'],
]

/** What the page of a path needs beside what every page has: its code and its style, with all that they import. */
export function chunksOf(manifest: Manifest, path: string): PageFiles {
  const name = sources.find(([page]) => page.test(path))?.[1]
  const common = reach(manifest, 'index.html')
  const own = name ? reach(manifest, `src/app/routes/${name}.tsx`) : new Set<string>()
  const chunks = [...own].filter((key) => !common.has(key)).flatMap((key) => manifest[key] ?? [])
  return {
    styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((file) => `/${file}`),
    scripts: chunks.map(({ file }) => `/${file}`),
  }
}

function reach(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found
  found.add(key)
  for (const next of manifest[key]?.imports ?? []) reach(manifest, next, found)
  return found
}
