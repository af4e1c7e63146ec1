import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import subsetFont from 'subset-font'
import { build, defineConfig, type Plugin, type UserConfig } from 'vite'
import { chunks } from './scripts/chunks.ts'
import { accentsBeside } from './src/domain/exhibits/accents.ts'

/** Writes a .br and a .gz beside each text asset, so that a server only has to choose. */
function precompress(): Plugin {
  const compressors = [
    [
      '.br',
      (source: Buffer) =>
        promisify(brotliCompress)(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ],
    ['.gz', (source: Buffer) => promisify(gzip)(source, { level: 9 })],
  ] as const
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // after Vite has written its preload marks into the chunks: what is compressed is what is sent
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css|svg|json)$/.test(fileName))
        await Promise.all(
          texts.flatMap((file) =>
            compressors.map(async ([ending, compress]) => {
              const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
              this.emitFile({
                type: 'asset',
                fileName: `${file.fileName}${ending}`,
                source: await compress(source),
              })
            }),
          ),
        )
      },
    },
  }
}

/** The mock's service worker is copied with public/; a product build must not carry it. */
function leaveMockOut(outDir: string): Plugin {
  return {
    name: 'leave-mock-out',
    apply: 'build',
    closeBundle: () => rmSync(resolve(outDir, 'mockServiceWorker.js'), { force: true }),
  }
}

/** A script that runs before the page is painted: no module, since a module runs once everything is there. */
function settingsFirst(): Plugin {
  let code = ''
  return {
    name: 'settings-first',
    apply: 'build',
    async buildStart() {
      const made = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'es2023',
          copyPublicDir: false,
          lib: { entry: resolve('src/app/early/settings-first.ts'), formats: ['iife'], name: 'settings' },
        },
      })
      const [chunk] = [made].flat().flatMap((one) => ('output' in one ? one.output : []))
      if (chunk?.type !== 'chunk') throw new Error('src/app/early/settings-first.ts was not built.')
      code = chunk.code
      this.emitFile({ type: 'asset', name: 'settings-first.js', source: code })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_page, { bundle = {} }) {
        const file = Object.keys(bundle).find((name) => /settings-first[^/]*\.js$/.test(name))
        if (!file) throw new Error('The page cannot name its script of settings.')
        return [{ tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' }]
      },
    },
  }
}

/** Code points from one to another. */
type Span = readonly [first: number, last: number]

/** Letters that our readers' languages and our own signs ask for; for any other the browser has a face of its own. */
const usualLetters: readonly Span[] = [
  [0x20, 0x7e],
  [0xa0, 0xbf],
  // times, divided by
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  // dashes, quotation marks, ellipsis
  [0x2010, 0x2026],
  // euro, trade mark, arrows, minus
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  // fi and fl
  [0xfb01, 0xfb02],
]

/** Letters with accents, and oe: names have them, most pages have none. */
const accentedLetters: readonly Span[] = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0xff],
  [0x152, 0x153],
]

const lettersOf = (spans: readonly Span[]) =>
  spans
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    )
    .join('')

const asRange = (spans: readonly Span[]) =>
  spans.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join()

/** Every code point that the others leave. */
const allBut = (spans: readonly Span[]): Span[] =>
  [...spans, [0x110000, 0x110000] as const].map(([first], index) => [
    index === 0 ? 0 : (spans[index - 1]?.[1] ?? 0) + 1,
    first - 1,
  ])

/** Type is in the way of the first picture: what is never set in it is left out, and accents come where they are set. */
const leaveLettersOut: Plugin = {
  name: 'leave-letters-out',
  apply: 'build',
  async generateBundle(_options, bundle) {
    const files = Object.values(bundle).flatMap((file) =>
      file.type === 'asset' && file.fileName.endsWith('.woff2') ? [file] : [],
    )
    await Promise.all(
      files.map(async (file) => {
        const whole = Buffer.from(file.source)
        const fileName = accentsBeside(file.fileName)
        file.source = await withLetters(whole, usualLetters)
        this.emitFile({ type: 'asset', fileName, source: await withLetters(whole, accentedLetters) })
      }),
    )
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = withAccents(file.source)
    }
  },
}

const withLetters = (font: Buffer, spans: readonly Span[]) =>
  subsetFont(font, lettersOf(spans), {
    targetFormat: 'woff2',
    // both faces have figures of one width and height as they are: others that could be asked for are not set
    noLayoutClosure: true,
  })

/** Each face of a file of ours, and beside it the face of its accents. */
function withAccents(style: string | Uint8Array): string {
  return Buffer.from(style)
    .toString()
    .replaceAll(/@font-face\{([^}]*?)(url\([^)]*\.woff2\))([^}]*)\}/g, (_, before, file, after) =>
      [
        [file, allBut(accentedLetters)],
        [accentsBeside(file), accentedLetters],
      ]
        .map(([url, spans]) => `@font-face{${before}${url}${after};unicode-range:${asRange(spans)}}`)
        .join(''),
    )
}

/**
 * The same type as files that need no browser, one for each weight that a picture is set in: what paints the pictures
 * beside links reads no compressed and no variable type. Their folder is read by server/pictures/painter.ts.
 */
const writeFaces: Plugin = {
  name: 'write-faces',
  apply: 'build',
  async writeBundle({ dir = 'dist-drawing' }) {
    const folder = resolve(dir, 'faces')
    mkdirSync(folder, { recursive: true })
    const sans = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'
    const serif = '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2'
    const faces = [
      ...[400, 600, 650].map((weight) => ({ file: sans, name: `sans-${weight}`, axes: { wght: weight } })),
      { file: serif, name: 'serif-600', axes: {} },
    ]
    for (const { file, name, axes } of faces) {
      const whole = readFileSync(resolve('node_modules', file))
      const face = await subsetFont(whole, lettersOf([...usualLetters, ...accentedLetters]), {
        targetFormat: 'truetype',
        variationAxes: axes,
        noLayoutClosure: true,
      })
      writeFileSync(resolve(folder, `${name}.ttf`), face)
    }
  },
}

/** What the page says to those who write it is not sent to those who read it. */
const leaveCommentsOut: Plugin = {
  name: 'leave-comments-out',
  apply: 'build',
  transformIndexHtml: (page) => page.replaceAll(/\s*<!--.*?-->/gs, ''),
}

/** The same app as a module of the service, which draws pages before it sends them: `vite build --ssr`. */
const drawing: UserConfig = {
  plugins: [react(), writeFaces],
  // whole and as in production, however the service is started
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    outDir: 'dist-drawing',
    target: 'node22',
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: { input: ['src/app/drawn/draw-page.tsx', 'src/app/drawn/draw-link-picture.tsx'] },
  },
}

/** The first script names a hundred others: 42 bits tell the versions of one file apart, and more are sent a hundred times. */
const shortNames = {
  entryFileNames: 'assets/[name]-[hash:7].js',
  chunkFileNames: 'assets/[name]-[hash:7].js',
  assetFileNames: 'assets/[name]-[hash:7][extname]',
}

export default defineConfig(({ mode, isSsrBuild }) => {
  if (isSsrBuild) return drawing
  const outDir = mode === 'mock' ? 'dist-mock' : 'dist'
  return {
    plugins: [
      react(),
      leaveCommentsOut,
      leaveLettersOut,
      settingsFirst(),
      precompress(),
      ...(mode === 'mock' ? [] : [leaveMockOut(outDir)]),
    ],
    build: {
      outDir,
      manifest: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: chunks }, ...shortNames } },
    },
    resolve: {
      alias: [
        {
          // see there: the library's own needs a worker that no content security policy should allow
          find: /^\.\.\/zip\/zipToArrayBuffer\.js$/,
          replacement: resolve('src/exhibits/export/zip-here.ts'),
        },
      ],
    },
    worker: { format: 'es' },
    server: { port: 5173 },
  }
})
