import type { Context } from '@sixfold/api/context'

/** What every colleague of a test signs in with. */
export const PASSWORD = 'mật khẩu đủ dài'

let hashed: Promise<string> | undefined

/** Hashes {@link PASSWORD} once in this process: to hash is made to take a tenth of a second, and each test has its people. */
export async function hashPasswordOnce({ auth }: Context): Promise<void> {
  const { password } = await auth.$context
  const { hash } = password
  password.hash = text => {
    if (text !== PASSWORD) return hash(text)
    hashed ??= hash(text)
    return hashed
  }
}
