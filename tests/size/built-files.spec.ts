import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { chunksOf, type Manifest } from '../../server/static/chunks.ts'

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
const read = (file: string) => readFileSync(join('dist', file))

test('what is built for readers holds nothing of the mock', () => {
  const scripts = files.filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(1)
  const withMock = scripts.filter((file) =>
    /mockServiceWorker|setupWorker|onUnhandledFrame/.test(read(file).toString()),
  )
  expect(withMock).toEqual([])
  expect(files.filter((file) => file.includes('mockServiceWorker'))).toEqual([])
})

test('each compressed file holds what the plain one does', () => {
  const compressed = files.filter((file) => /\.(br|gz)$/.test(file))
  expect(compressed.length).toBeGreaterThan(3)
  const different = compressed.filter((file) => {
    const plain = file.endsWith('.br') ? brotliDecompressSync(read(file)) : gunzipSync(read(file))
    return !plain.equals(read(file.replace(/\.(br|gz)$/, '')))
  })
  expect(different).toEqual([])
})

test('nothing is fetched from anywhere else', () => {
  const page = read('index.html').toString()
  expect(page.match(/(src|href)="(https?:)?\/\/[^"]*"/g)).toBeNull()
})

test('no page that arrives drawn asks for its code in many small files', () => {
  const manifest: Manifest = JSON.parse(read('.vite/manifest.json').toString())
  const measure = chunksOf(manifest, '/kpis/ot-waiting').scripts.length
  // it once asked for forty, most of them of less than the headers of their replies
  expect(measure).toBeGreaterThan(1)
  expect(measure).toBeLessThanOrEqual(12)
  for (const path of ['/plan', '/emerging', '/safeguarding', '/changes', '/data'])
    expect([path, chunksOf(manifest, path).scripts.length <= 6]).toEqual([path, true])
})
