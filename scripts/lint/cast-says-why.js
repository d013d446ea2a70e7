/**
 * `as unknown as` switches the check off, so a comment stands right above it, or above the statement it
 * is in, that says why the type is the right one.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const castSaysWhy = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { why: 'Say in a comment right above why the value has this type.' },
  },
  create: ({ report, sourceCode }) => {
    const commented = new Set(
      sourceCode
        .getAllComments()
        .filter(({ type }) => type === 'Line')
        .map(({ loc }) => loc.end.line),
    )
    return {
      'TSAsExpression > TSAsExpression > TSUnknownKeyword': ({ parent: { parent } }) => {
        const isSaid = linesOf(parent).some((line) => commented.has(line - 1))
        if (!isSaid) report({ node: parent, messageId: 'why' })
      },
    }
  },
}

/** Where it starts, and what it is a part of, up to the statement. */
const linesOf = (node) => {
  const isWhole = /(Statement|Declaration|Program)$/.test(node.type)
  const here = node.loc.start.line
  return isWhole ? [here] : [here, node.loc.end.line, ...linesOf(node.parent)]
}
