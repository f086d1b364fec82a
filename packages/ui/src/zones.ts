/** Every zone that the browser knows, and those that stand in a record whether it knows them or not. */
export function zonesWith(...more: (string | undefined)[]): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ...more])]
    .filter(zone => zone !== undefined)
    .toSorted()
}
