export function sumOfProducts(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let row = 0; row < a.length; row += 1) sum += (a[row] ?? 0) * (b[row] ?? 0)
  return sum
}
