/** Names that browsers still give to zones which have been renamed since. */
const renamed: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Europe/Kiev': 'Europe/Kyiv',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
}

/**
 * A zone by its present name.
 *
 * @example presentZone('Asia/Saigon') // 'Asia/Ho_Chi_Minh'
 */
export function presentZone(zone: string): string {
  return renamed[zone] ?? zone
}

/** Every zone a form offers, the reader's own among them, in the order of their names. */
export function zoneChoices(zones: readonly string[], own: string): { value: string; label: string }[] {
  return [...new Set([...zones, own, 'UTC'].map(presentZone))]
    .toSorted()
    .map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
