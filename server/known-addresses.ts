import type { Application } from './application.ts'

/** What may be done at an address; nothing where there is nothing. */
export type AllowedMethods = (path: string) => string[]

/** Keeps in mind every route that is registered from now on, so that a wrong method is told from a wrong address. */
export function knowAddresses(app: Application): AllowedMethods {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const route = known.get(url) ?? { pattern: patternOf(url), methods: new Set() }
    for (const one of [method].flat()) route.methods.add(one)
    known.set(url, route)
  })
  return (path) =>
    [...known.values()].flatMap(({ pattern, methods }) => (pattern.test(path) ? [...methods] : [])).sort()
}

/** '/packs/:id' → ^/packs/[^/]+$; an address with a star stands for files, and is none of the API's. */
function patternOf(url: string): RegExp {
  if (url.includes('*')) return /(?!)/
  return new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`)
}
