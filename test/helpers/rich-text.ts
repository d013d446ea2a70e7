/** A paragraph as the editor of the admin keeps it, with a link after it when an address is given. */
export const richText = (text: string, link?: string) => ({
  root: {
    ...node('root'),
    children: [
      {
        ...node('paragraph'),
        children: [
          words(text),
          ...(link
            ? [
                {
                  ...node('link'),
                  version: 3,
                  fields: { url: link, linkType: 'custom', newTab: false },
                  children: [words('a link')],
                },
              ]
            : []),
        ],
      },
    ],
  },
})

const node = (type: string) => ({
  type,
  direction: null,
  format: '' as const,
  indent: 0,
  version: 1,
})

const words = (text: string) => ({
  type: 'text',
  version: 1,
  text,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
})
