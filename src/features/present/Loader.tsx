import styles from './PresentPage.module.css'

/** How far the reading is; all of it is done before the first item is shown. */
export function Loader({ ready, of }: { ready: number; of: number }) {
  return (
    <div className={styles.loader}>
      <h1>Getting ready</h1>
      <label>
        {ready} of {of} items read
        <progress value={ready} max={of} />
      </label>
    </div>
  )
}
