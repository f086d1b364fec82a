/** Lengths and numbers in a live room; apart from the schemas, which no phone loads. */
export const LIVE_LIMITS = {
  title: 160,
  option: 80,
  options: 12,
  text: 280,
  name: 80,
  items: 40,
  entries: 500,
}

/** Where phones and screens connect. */
export const LIVE_NAMESPACE = '/live'
