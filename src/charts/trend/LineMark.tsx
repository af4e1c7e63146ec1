import styles from './chart.module.css'

/** A vertex of the line on the plot; one without a height breaks it. */
export interface Vertex {
  x: number | null
  y: number | null
}

/** The line of the measure, broken wherever its figures are: nothing missing is drawn through. */
export function LineMark({ points }: { points: readonly Vertex[] }) {
  return (
    <path
      className={styles.actual}
      d={pathThrough(points)}
      fill="none"
      stroke="var(--chart-actual)"
      strokeWidth="var(--chart-actual-width)"
    />
  )
}

function pathThrough(points: readonly Vertex[]): string {
  let isDrawing = false
  return points
    .map(({ x, y }) => {
      if (x === null || y === null) {
        isDrawing = false
        return ''
      }
      const step = `${isDrawing ? 'L' : 'M'}${x} ${y}`
      isDrawing = true
      return step
    })
    .join('')
}
