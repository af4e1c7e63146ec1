import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import packedChromium, { inflate } from '@sparticuz/chromium'

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')

/** Named by the version, so that it is never an old one. */
const folder = resolve(
  'node_modules/.cache',
  `chromium-${versionAt(join(dirname(entry), '../package.json'))}`,
)

export interface UnpackedBrowser {
  executablePath: string
  /** environment in which it also starts on a system without NSS and without fonts */
  libraries: Record<string, string>
}

/** Where the browser that the npm package carries stands, once it was unpacked. */
export const unpackedBrowser: UnpackedBrowser = {
  executablePath: join(folder, 'chromium'),
  libraries: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
}

/** Unpacks it, once, into the project's own cache. */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  if (!existsSync(folder)) await unpackInto(`${folder}.partial`)
  return unpackedBrowser
}

/** The package unpacks into the folder for temporary files, which is named for it here. */
async function unpackInto(partial: string): Promise<void> {
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = partial
  try {
    await chmod(await packedChromium.executablePath(), 0o755)
    await inflate(join(await packedFiles(), 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await writeFile(join(partial, 'fonts.conf'), fontConfiguration)
  await rename(partial, folder)
}

function versionAt(manifest: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  return version
}

async function packedFiles(): Promise<string> {
  const files = join(dirname(entry), '../bin')
  if ((await readdir(files)).includes('al2023.tar.br')) return files
  throw new Error('@sparticuz/chromium carries no libraries any more')
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
