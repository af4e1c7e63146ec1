import styles from './PresentPage.module.css'

export interface LoaderProps {
  ready: number
  of: number
  onLeave: () => void
}

/** How far the reading is; all of it is done, or given up in words, before the first item is shown. */
export function Loader({ ready, of, onLeave }: LoaderProps) {
  return (
    <div className={styles.loader}>
      <h1>Getting ready</h1>
      <label>
        {ready} of {of} items read
        <progress value={ready} max={of} />
      </label>
      <p>
        <button type="button" className="button" onClick={onLeave}>
          Leave
        </button>
      </p>
    </div>
  )
}
