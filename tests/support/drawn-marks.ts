import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** One element as it is drawn: its tag, its classes and what else is set on it. */
export interface DrawnMark {
  tag: string
  classes: string[]
  attributes: Readonly<Record<string, string>>
}

/** What marks draw, element by element, in the order in which one covers another. */
export function drawMarks(marks: ReactElement): DrawnMark[] {
  const markup = renderToStaticMarkup(marks)
  return [...markup.matchAll(/<([a-z]+)([^>]*?)\/?>/g)].map(([, tag = '', written = '']) => {
    const set = new Map(
      [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const classes = (set.get('class') ?? '').split(' ').filter((name) => name && name !== 'undefined')
    set.delete('class')
    return { tag, classes, attributes: Object.fromEntries(set) }
  })
}

/** Those of one class. */
export function ofClass(marks: readonly DrawnMark[], name: string): DrawnMark[] {
  return marks.filter(({ classes }) => classes.includes(name))
}

/** The paths of those of one class. */
export function pathsOf(marks: readonly DrawnMark[], name: string): (string | undefined)[] {
  return ofClass(marks, name).map(({ attributes }) => attributes.d)
}

/** The words that are drawn. */
export function wordsOf(marks: ReactElement): string[] {
  return [...renderToStaticMarkup(marks).matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, words = '']) =>
    words.replaceAll(/<[^>]+>/g, ''),
  )
}
