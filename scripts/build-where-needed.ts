import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The app could not be built. */
export class BuildError extends Error {}

/** What the built app is made from. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** The folder of the built app, built anew where it is missing or older than its sources. */
export function buildWhereNeeded(root: string): string {
  const built = join(root, 'dist')
  const page = join(built, 'index.html')
  const drawing = join(root, 'dist-drawing', 'draw-page.js')
  const newest = Math.max(...sources.map((source) => newestChange(join(root, source))))
  if ([page, drawing].every((file) => existsSync(file) && statSync(file).mtimeMs >= newest)) return built
  console.log('Building the app …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // what draws pages in the service, then what draws them in the browser: a page is there once both are
  for (const kind of [['--ssr'], []]) {
    const build = spawnSync(process.execPath, [vite, 'build', ...kind, '--logLevel', 'warn'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    if (build.status === 0) continue
    throw new BuildError(
      `The app could not be built. Run "npm ci" and try again.\n${build.stdout ?? ''}${build.stderr ?? ''}`,
    )
  }
  return built
}

/** When a file, or anything below a folder, was last changed; 0 where there is none. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}
