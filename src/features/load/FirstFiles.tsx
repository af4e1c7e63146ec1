import styles from './LoadPage.module.css'

/** An organisation.json as the first load needs it; its words are an example. */
const example = `{
  "name": "Testborough",
  "service": "Adult social care",
  "illustrative": false,
  "marking": "OFFICIAL"
}`

/** What the very first load has to say that later ones need not. */
export function FirstFiles() {
  return (
    <div className={`${styles.confirm} ${styles.part}`}>
      <p>The first load says whose figures these are and what is measured. It needs</p>
      <ul className={styles.consequences}>
        <li>
          <strong>organisation.json</strong>: the council, its service, whether the figures are invented ones
          (“illustrative”), and their marking
        </li>
        <li>
          <strong>kpis.csv</strong>: a row for each measure
        </li>
        <li>
          <strong>figures</strong>: observations.csv, or extracts of your own, whose columns are pointed at
          here
        </li>
      </ul>
      <p>The plan, actions and comments may come with it or later. docs/loading.md describes every file.</p>
      <details className={styles.group}>
        <summary>
          <span>An organisation.json to begin with</span>
        </summary>
        <pre>{example}</pre>
      </details>
    </div>
  )
}
