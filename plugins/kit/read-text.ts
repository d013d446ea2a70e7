/**
 * Reads what was posted, piece by piece: a stated length can be missing or wrong.
 *
 * @param largest in bytes
 * @returns nothing when it is larger
 */
export const readText = async (
  request: { body?: unknown },
  largest: number,
): Promise<string | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largest) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
