import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** What the page says to those who write it is not sent to those who read it. */
const leaveCommentsOut: Plugin = {
  name: 'leave-comments-out',
  apply: 'build',
  transformIndexHtml: (page) => page.replaceAll(/\s*<!--.*?-->/gs, ''),
}

/**
 * What the first page needs from libraries and shares with others comes in one file (`base`): each file of its own costs the
 * headers of its reply, nearly a kilobyte, and these were sixteen.
 */
const chunks = [
  {
    name: 'base',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|zustand|use-sync-external-store)[\\/]|src[\\/](ui[\\/](Icon|IconWord|icon-shapes)|domain[\\/](periods[\\/](period|calendar|labels)|measures[\\/](measure|letter-case|format)|figures[\\/](figure|comparability)|editions[\\/]holdings|trajectory[\\/]position|spc[\\/]run-chart-causes|findings[\\/](tell-apart|difference-words)|forecast[\\/]reached-target|scorecard[\\/]attention|analysis[\\/]edition-analysis|plans[\\/](plan|judge-milestone))|api[\\/](client|api-error))\.tsx?$/,
  },
  // each chunk is named in the first one, and these are never far apart
  { name: 'form', test: /src[\\/]ui[\\/]form[\\/]/ },
]

export default defineConfig(({ mode }) => {
  const outDir = mode === 'mock' ? 'dist-mock' : 'dist'
  return {
    plugins: [react(), leaveCommentsOut, precompress(), ...(mode === 'mock' ? [] : [leaveMockOut(outDir)])],
    build: {
      outDir,
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
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
