/** What is sent with a ballot is filled up to a multiple of so many bytes, so that its length tells little about the answers. */
export const CAST_BLOCK = 4096
