/** Where a dependency of the package at `from` is found in the lock, as Node would look for it; undefined if nowhere. */
function resolveInLock(packages, from, name) {
  for (
    let dir = from;
    ;
    dir = dir.includes('/node_modules/') ? dir.slice(0, dir.lastIndexOf('/node_modules/')) : ''
  ) {
    const path = dir ? `${dir}/node_modules/${name}` : `node_modules/${name}`
    if (packages[path]) return path
    if (!dir) return undefined
  }
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', '64']

/** What npm reads from a platform package's manifest, taken from its name: `core-linux-arm64-musl` → linux, arm64, musl. */
export function platformOf(name) {
  const parts = name.split(/[/-]/)
  const os = parts.find(part => systems.includes(part))
  const cpu = parts.find(part => processors.includes(part))
  if (!os || !cpu) return undefined
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined
  return {
    cpu: [cpu === '64' ? 'x64' : cpu],
    ...(libc && { libc }),
    os: [os === 'windows' ? 'win32' : os],
  }
}

/** Every optional dependency that some package of the lock asks for and the lock does not hold, with the entry it needs. */
export function missingPlatforms(lock) {
  const missing = []
  for (const [from, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (resolveInLock(lock.packages, from, name)) continue
      const platform = platformOf(name)
      if (!platform || !/^\d+\.\d+\.\d+$/.test(version))
        throw new Error(`${from} wants ${name}@${version}: neither a platform package nor locked`)
      missing.push({
        path: `node_modules/${name}`,
        entry: {
          version,
          cpu: platform.cpu,
          ...(dev && { dev }),
          ...(platform.libc && { libc: platform.libc }),
          optional: true,
          os: platform.os,
        },
      })
    }
  }
  return missing
}
