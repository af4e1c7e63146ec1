import type { ReactNode } from 'react'
import styles from './MethodsPage.module.css'

export interface PartProps {
  id: string
  title: string
  children: ReactNode
}

/** One question, at an address of its own: /methods#range */
export function Part({ id, title, children }: PartProps) {
  return (
    <section className={`section ${styles.part}`} aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  )
}

export interface WordTableProps {
  caption: string
  heads: readonly [string, string, ...string[]]
  rows: readonly (readonly [string, string, ...string[]])[]
}

/** Words beside what they stand for. */
export function WordTable({ caption, heads, rows }: WordTableProps) {
  return (
    <table className={`figure-table ${styles.words}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
