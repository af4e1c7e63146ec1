/**
 * Loaded before every script of package.json. The code is TypeScript that Node runs as it is, and an older
 * Node would stop with an error that helps nobody. Plain JavaScript, because that older Node reads it.
 */
if (!process.features.typescript) {
  console.error(
    `This is Node ${process.version}, and the project needs 22.18 or later. It brings its own: run ` +
      '"npm ci" (without --ignore-scripts, which would leave it out), then the command again through npm.',
  )
  process.exit(1)
}

await import('./known-formats.mjs')
