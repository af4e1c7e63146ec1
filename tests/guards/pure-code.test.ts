import { describe, expect, it } from 'vitest'
import { linesWith, sourceFiles } from './source-files.ts'

// "As of the edition" is only true while nothing below can know today's date.
const pure = sourceFiles(['src/domain', 'src/demo', 'src/ingest', 'src/contract'], /\.tsx?$/)
const clock = /\bDate\.now\b|new Date\(\s*\)|\bDate\(\s*\)|performance\.now|\bTemporal\.Now\b/
const chance = /Math\.random|crypto\.(randomUUID|getRandomValues)/
const framework = /from '(react|react-dom|@tanstack|recharts|zustand|msw|fastify|drizzle-orm)['/]/

describe('domain, demonstration, ingest and contract', () => {
  it('are there to be read', () => {
    expect(pure.length).toBeGreaterThan(60)
  })

  it('know no clock', () => {
    expect(linesWith(pure, clock)).toEqual([])
  })

  it('leave nothing to chance', () => {
    expect(linesWith(pure, chance)).toEqual([])
  })

  it('know no framework', () => {
    expect(linesWith(pure, framework)).toEqual([])
  })

  it('would be caught with a clock, with chance or with React', () => {
    const planted = {
      path: 'planted.ts',
      text: "const today = new Date()\nconst at = Date.now()\nMath.random()\nimport { useState } from 'react'",
    }
    expect(linesWith([planted], clock)).toHaveLength(2)
    expect(linesWith([planted], chance)).toHaveLength(1)
    expect(linesWith([planted], framework)).toHaveLength(1)
  })
})
