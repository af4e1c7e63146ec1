import type { Application } from '../../../server/application.ts'

export interface KnownRoute {
  method: string
  path: string
}

/** Every route that the running service has, as it says itself. */
export function routesOf(service: Application): KnownRoute[] {
  const paths: string[] = []
  return service
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([\s│]*)[└├]── (\S*)(?: \((.*)\))?$/.exec(line) ?? []
      const depth = indent.length / 4
      paths.splice(depth, paths.length, part)
      return methods
        .split(', ')
        .filter((method) => method && method !== 'HEAD' && method !== 'OPTIONS')
        .map((method) => ({ method, path: paths.join('') }))
    })
}

/** An address of the route, of things that are not there. */
export const addressOf = (path: string) =>
  path
    .replace(/:(id|load)/g, 'none')
    .replace(':audience', 'exact')
    .replace(':n', '1')
