import { describe, expect, it } from 'vitest'
import { readLightMarkdown } from '../../../../src/domain/commentary/light-markdown.ts'

const words = (text: string) => ({ kind: 'text', text })
const paragraph = (...parts: unknown[]) => ({ kind: 'paragraph', parts })

describe('readLightMarkdown', () => {
  it('keeps plain text as it is, with its line breaks', () => {
    expect(readLightMarkdown('The list fell.\nIt may rise again.')).toEqual([
      paragraph(words('The list fell.\nIt may rise again.')),
    ])
  })

  it('sets paragraphs apart by blank lines, however they end', () => {
    expect(readLightMarkdown('One.\r\n\r\n  \r\nTwo.')).toEqual([
      paragraph(words('One.')),
      paragraph(words('Two.')),
    ])
  })

  it('finds nothing in nothing', () => {
    expect(readLightMarkdown('')).toEqual([])
    expect(readLightMarkdown(' \n\n ')).toEqual([])
  })

  it('reads a list, also straight after words', () => {
    expect(readLightMarkdown('Why:\n- two leavers\n* one long absence')).toEqual([
      paragraph(words('Why:')),
      { kind: 'list', isNumbered: false, items: [[words('two leavers')], [words('one long absence')]] },
    ])
  })

  it('reads a numbered list', () => {
    expect(readLightMarkdown('1. recruit\n2. train')).toEqual([
      { kind: 'list', isNumbered: true, items: [[words('recruit')], [words('train')]] },
    ])
  })

  it('takes a minus before a figure for a minus', () => {
    expect(readLightMarkdown('-3 on last month')).toEqual([paragraph(words('-3 on last month'))])
  })

  it('reads bold and emphasis, one within the other', () => {
    expect(readLightMarkdown('**Why _now_:** the *surge* ended.')).toEqual([
      paragraph(
        {
          kind: 'strong',
          parts: [words('Why '), { kind: 'emphasis', parts: [words('now')] }, words(':')],
        },
        words(' the '),
        { kind: 'emphasis', parts: [words('surge')] },
        words(' ended.'),
      ),
    ])
  })

  it.each(['3*4*5 = 60', 'first_name_only', '2 * 3 * 4', '**', '****', '* ', '_', '**never closed'])(
    'finds no stress in %s',
    (text) => {
      expect(readLightMarkdown(text)).toEqual([paragraph(words(text.trim()))])
    },
  )

  it('reads a link to a web page', () => {
    expect(readLightMarkdown('See [the report](https://example.org/a?b=1).')).toEqual([
      paragraph(
        words('See '),
        { kind: 'link', href: 'https://example.org/a?b=1', parts: [words('the report')] },
        words('.'),
      ),
    ])
  })

  it.each([
    '[x](javascript:alert)',
    '[x](JaVaScRiPt:alert)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](//example.org)',
    '[x](/api/v1/session)',
    '[x](https://council.gov.uk@example.org)',
    '[x](https://)',
    '[x](https://example.org" onclick="alert)',
    '[x](vbscript:x)',
    '![x](data:image/svg+xml,x)',
  ])('leaves %s as it was written', (text) => {
    expect(readLightMarkdown(text)).toEqual([paragraph(words(text))])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;b&gt;',
    '<https://example.org>',
    '# not a heading',
    '`code`',
  ])('takes %s for words', (text) => {
    expect(readLightMarkdown(text)).toEqual([paragraph(words(text))])
  })

  it('keeps HTML inside a stress or a link as words', () => {
    expect(readLightMarkdown('**<b>x</b>** [<i>](https://example.org)')).toEqual([
      paragraph({ kind: 'strong', parts: [words('<b>x</b>')] }, words(' '), {
        kind: 'link',
        href: 'https://example.org/',
        parts: [words('<i>')],
      }),
    ])
  })

  it('is quick with a hostile text of the longest length', () => {
    const longest = 1200
    const started = performance.now()
    readLightMarkdown('*a '.repeat(longest / 3))
    readLightMarkdown('**a'.repeat(longest / 3))
    readLightMarkdown('['.repeat(longest))
    readLightMarkdown('[a](https://'.repeat(longest / 12))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
