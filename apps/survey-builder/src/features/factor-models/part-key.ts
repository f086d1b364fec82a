/** A fresh key for a factor or an attribute: it stays with it for good, whatever its name becomes. */
export function newPartKey(prefix: 'factor' | 'attribute'): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 8)}`
}
