import { describe, expect, it } from 'vitest'
import { wordsWidth } from '../../../../src/charts/type/words-width.ts'
import { balance, fitWords, shorten, wrapWords } from '../../../../src/charts/type/wrap-words.ts'

const words = 'The OT waiting list has stopped falling: no evidence of real change since the surge team left'

describe('wrapWords', () => {
  it('keeps every word, in its order', () => {
    expect(wrapWords(words, 300, 'text', 20).join(' ')).toBe(words)
  })

  it('lets no line be wider than its room', () => {
    const widest = Math.max(
      ...wrapWords(words, 300, 'finding', 30).map((line) => wordsWidth(line, 'finding', 30)),
    )
    expect(widest).toBeLessThanOrEqual(300)
  })

  it('breaks a word that is wider than a line, and loses no letter of it', () => {
    const address = 'https://dashboard.example/kpis/ot-waiting?dimension=town&member=Southall&edition=5'
    const lines = wrapWords(address, 200, 'text', 15)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(address)
  })

  it('begins a word that is wider than a line on a line of its own', () => {
    expect(wrapWords('of deputyships', 40, 'text', 14)).toEqual(['of', 'deput', 'yships'])
  })

  it('begins on the next line where the first has no room beside what stands there', () => {
    expect(wrapWords('Long', 100, 'text', 20, 90)[0]).toBe('')
  })
})

describe('shorten', () => {
  it('keeps whole words, and of one long word what fits', () => {
    expect(shorten('Second OT clinic open', 90, 'text', 14)).toBe('Second OT…')
    const short = shorten('Reablement'.repeat(6), 90, 'text', 14)
    expect(short).toMatch(/^Reablement.*…$/)
    expect(wordsWidth(short, 'text', 14)).toBeLessThanOrEqual(90)
  })
})

describe('fitWords', () => {
  it('takes the largest size at which the lines are few enough', () => {
    expect(fitWords(words, 700, 2, 'finding', [44, 32, 24]).size).toBe(24)
  })

  it('takes the smallest and all its lines where even that is too large', () => {
    expect(fitWords(words, 200, 2, 'finding', [44, 24]).lines.join(' ')).toBe(words)
  })
})

describe('balance', () => {
  it('makes lines even without adding one', () => {
    const set = fitWords(words, 1488, 2, 'finding', [44])
    const even = balance(set, 1488, 'finding')
    const [first = 0, last = 0] = even.lines.map((line) => wordsWidth(line, 'finding', 44))
    expect(even.lines).toHaveLength(set.lines.length)
    expect(Math.abs(first - last)).toBeLessThan(400)
  })
})

describe('wordsWidth', () => {
  it('gives a letter with an accent the width of the letter', () => {
    expect(wordsWidth('Ėlaine', 'text', 20)).toBe(wordsWidth('Elaine', 'text', 20))
  })

  it('gives no room to accents and joiners, and much to pictures', () => {
    expect(wordsWidth('cafe\u0301\u200d', 'text', 14)).toBe(wordsWidth('cafe', 'text', 14))
    expect(wordsWidth('👩', 'text', 14)).toBeGreaterThan(14)
  })
})
