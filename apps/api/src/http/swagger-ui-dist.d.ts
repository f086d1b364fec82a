declare module 'swagger-ui-dist' {
  /** The folder that holds the built page. */
  export function getAbsoluteFSPath(): string
}
