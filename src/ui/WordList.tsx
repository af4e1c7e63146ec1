import type { ReactNode } from 'react'
import styles from './WordList.module.css'

export interface WordListProps {
  words: readonly { word: string; meaning: string; more?: ReactNode }[]
}

/** Words, each with the sentence that explains it. */
export function WordList({ words }: WordListProps) {
  return (
    <dl className={styles.words}>
      {words.map(({ word, meaning, more }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            {meaning} {more}
          </dd>
        </div>
      ))}
    </dl>
  )
}
