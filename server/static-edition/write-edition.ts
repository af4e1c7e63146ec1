import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { linkPicturePath, picturedPages } from '../../src/contract/drawn-page.ts'
import { KpisReply } from '../../src/contract/kpis.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { fileOfReply, staticEditionAttribute } from '../../src/contract/static-edition.ts'
import { securityHeaders } from '../door/security-headers.ts'
import { immutable, revalidated } from '../replies/send-reply.ts'
import { describeBriefing } from '../static/briefing-link.ts'
import { type FirstReadings, writeReadings } from '../static/first-readings.ts'
import { pagesOfApp } from '../static/pages.ts'
import { linkTags } from '../static/write-drawn.ts'
import { type Ask, NotPublishableError, type Reply } from './collect-replies.ts'
import { openStaticDrawing } from './draw-static.ts'

export interface Destination {
  edition: number
  /** the built app */
  assets: string
  /** a folder that is not there yet, or is empty */
  folder: string
  /** whom pages ask that are drawn here; without it they are drawn by the browser */
  ask?: Ask
  /** scheme and host where the folder will stand: links to it have a picture only where that is known */
  origin?: string | undefined
}

export interface Written {
  files: number
  bytes: number
}

/**
 * Writes replies, pages and the built app into a folder, whole or not at all: beside it first, and renamed once
 * everything is there.
 * @throws NotPublishableError where the folder holds anything, or the app was not built.
 */
export async function writeEdition(
  replies: AsyncIterable<Reply>,
  destination: Destination,
): Promise<Written> {
  const { edition, assets, folder, ask, origin = null } = destination
  refuseUnusable(destination)
  mkdirSync(dirname(folder), { recursive: true })
  const making = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`))
  try {
    const { first, overview, kpis } = await writeReplies(replies, edition, making)
    const marked = (html: string) => html.replace('<html ', `<html ${staticEditionAttribute}="${edition}" `)
    const page = marked(readFileSync(join(assets, 'index.html'), 'utf8'))
    const draw = await openStaticDrawing(assets, ask, first, origin)
    const ids = kpis.map(({ id }) => id)
    const withLink = (html: string, path: string) => {
      const kpi = kpis.find(({ id }) => path === `/briefing/${id}`)
      return kpi && draw.hasPictures
        ? html.replace('</head>', () => `${linkTags(describeBriefing(kpi, edition, first), origin)}</head>`)
        : html
    }
    for (const path of pagesOfApp(ids)) {
      const drawn = await draw.page(path)
      if (drawn?.styles) writeFile(making, drawn.styles.file, drawn.styles.rules)
      const brings = path === '/' ? { ...first, ...overview } : first
      writeFile(
        making,
        join(path, 'index.html'),
        drawn ? marked(drawn.html) : writeReadings(withLink(page, path), brings),
      )
    }
    const ofPages = picturedPages.map((page) => ({ page, edition }))
    for (const picture of [...ofPages, ...ids.map((kpi) => ({ kpi, edition }))]) {
      const png = await draw.picture(picture)
      if (png) writeFile(making, linkPicturePath(picture), png)
    }
    // hosts show this for an address that has no file
    writeFile(making, '404.html', writeReadings(page, first))
    copyAssets(assets, making)
    writeFile(making, '_headers', headersOfHost())
    const written = sumUp(making)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(making, folder)
    return written
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
}

function refuseUnusable({ assets, folder }: Destination) {
  if (!existsSync(join(assets, 'index.html'))) {
    throw new NotPublishableError('The app has not been built. Run: npm run build')
  }
  if (!existsSync(folder)) return
  const entries = entriesOf(folder)
  if (entries === null) throw new NotPublishableError(`${folder} is a file. Name a folder.`)
  if (entries > 0) {
    throw new NotPublishableError(
      `${folder} is not empty, and nothing in it was touched. Name a folder that is not there yet, or empty this one.`,
    )
  }
}

/** Null where it is no folder. */
function entriesOf(folder: string): number | null {
  try {
    return readdirSync(folder).length
  } catch {
    return null
  }
}

/** Writes each reply, and keeps those that pages bring with them. */
async function writeReplies(replies: AsyncIterable<Reply>, edition: number, making: string) {
  const view = { edition, audience: 'protected' } as const
  const first: FirstReadings = {}
  const overview: FirstReadings = {}
  const kpis: { id: string; name: string }[] = []
  const inPages: readonly string[] = [paths.session(), paths.organisation(), paths.editions()]
  for await (const { path, body } of replies) {
    if (inPages.includes(path)) first[path] = JSON.parse(body)
    if (path === paths.overview(view)) overview[path] = JSON.parse(body)
    if (path === paths.kpis(view)) kpis.push(...KpisReply.parse(JSON.parse(body)).kpis)
    writeFile(making, apiBase + fileOfReply(path), body)
  }
  return { first, overview, kpis }
}

/** What every host and every file system takes as it is. */
const plainName = /^[\w./=&-]+$/

function writeFile(folder: string, path: string, content: string | Buffer) {
  if (!plainName.test(path)) {
    throw new NotPublishableError(`${path} cannot be a file's name everywhere. Nothing was published.`)
  }
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, content)
}

function copyAssets(assets: string, folder: string) {
  for (const file of filesBelow(assets)) {
    if (/^index\.html(\.\w+)?$/.test(file) || file.startsWith('.vite')) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    copyFileSync(join(assets, file), join(folder, file))
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** Headers in the form that several hosts read; for others they stand in docs/operations.md. */
function headersOfHost(): string {
  const line = ([name, value]: [string, string]) => `  ${name}: ${value}`
  return [
    '/*',
    ...Object.entries(securityHeaders).map(line),
    line(['cache-control', revalidated]),
    '/assets/*',
    '  ! cache-control',
    line(['cache-control', immutable]),
    '',
  ].join('\n')
}

/** Every file with its SHA-256, in the form that `sha256sum --check` reads. */
function sumUp(folder: string): Written {
  let bytes = 0
  const lines = filesBelow(folder).map((file) => {
    const content = readFileSync(join(folder, file))
    bytes += content.length
    return `${createHash('sha256').update(content).digest('hex')}  ${file}`
  })
  writeFileSync(join(folder, 'SHA256SUMS'), `${lines.join('\n')}\n`)
  return { files: lines.length, bytes }
}
