/** The point whose day stands nearest to a place on the plot; undefined where there is none. */
export function nearestDay<Point extends { day: number }>(
  points: readonly Point[],
  x: (day: number) => number,
  place: number,
): Point | undefined {
  let nearest = points[0]
  for (const point of points) {
    if (nearest && Math.abs(x(point.day) - place) < Math.abs(x(nearest.day) - place)) nearest = point
  }
  return nearest
}
