import { asCode } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import { findFirstRecord, updateRecord } from '../../database/records.ts'
import type { Page } from '../../payload-types.ts'
import { drawPortrait, type Drawn } from './drawings.ts'

/** What people might say of the programme. Nobody said it, and nobody looks like that: the page says so. */
type Quote = {
  name: string
  role: string
  text: string
  picture: { file: string; alt: string; drawn: Drawn }
}

const QUOTES: Quote[] = [
  {
    name: 'Dr Chidi',
    role: 'Specialty doctor, had a mentor. Invented for this demo.',
    text: 'My mentor sat down with me and the pile of forms.\n\nIn one evening I knew which of them I needed, and in which order.',
    picture: {
      file: 'drawn-portrait-1.webp',
      alt: 'Drawing of a doctor with short hair and glasses who smiles',
      drawn: {
        skin: '#8d5a3b',
        hair: '#221a17',
        coat: '#005eb8',
        behind: '#d9e8f6',
        head: 'short',
        hasGlasses: true,
      },
    },
  },
  {
    name: 'Dr Amina',
    role: 'Clinical fellow, had a mentor and is one now. Invented for this demo.',
    text: 'I asked her what I did not dare to ask on the ward. She had asked the same, two years before me.',
    picture: {
      file: 'drawn-portrait-2.webp',
      alt: 'Drawing of a doctor with a headscarf who smiles',
      drawn: {
        skin: '#c98f68',
        hair: '#7c2855',
        coat: '#425563',
        behind: '#f4e6ee',
        head: 'scarf',
      },
    },
  },
  {
    name: 'Dr Luz',
    role: 'Registrar and mentor. Invented for this demo.',
    text: 'It takes me an hour a month. I have met half of the hospital through it.',
    picture: {
      file: 'drawn-portrait-3.webp',
      alt: 'Drawing of a doctor with long hair who smiles',
      drawn: { skin: '#e2b08a', hair: '#3b2a22', coat: '#007f3b', behind: '#e0f0e6', head: 'long' },
    },
  },
]

const NOTE = 'Invented for this demo: nobody said this, and the picture is drawn.'

/** Puts the quotations on the programme page below what a mentor does, unless somebody has changed the page. */
export const seedQuotes = async (req: PayloadRequest) => {
  const home = await findFirstRecord(req, 'pages', { role: { equals: 'home' } })
  if (!home?.layout || !(await isAsItWasMade(req, home))) return
  const parts: NonNullable<Page['layout']> = []
  for (const [index, { name, picture, role, text }] of QUOTES.entries()) {
    const title = index === 0 ? 'What a mentor changed' : undefined
    const image = await pictureOf(req, picture)
    parts.push({ blockType: 'quote', title, name, role, text, image, note: NOTE })
  }
  const below = home.layout.findIndex(({ blockType }) => blockType === 'cards') + 1
  const layout = home.layout.toSpliced(below, 0, ...parts)
  await updateRecord(req, 'pages', home.id, { layout, _status: 'published' })
}

const isAsItWasMade = async (req: PayloadRequest, { id }: Page): Promise<boolean> => {
  const which = { collection: 'pages', where: { parent: { equals: id } } } as const
  const { totalDocs } = await req.payload.countVersions({ ...asCode(req), ...which })
  return totalDocs === 1
}

const pictureOf = async (
  req: PayloadRequest,
  { alt, drawn, file }: Quote['picture'],
): Promise<string> => {
  const data = await drawPortrait(drawn)
  const { id } = await req.payload.create({
    ...asCode(req),
    collection: 'media',
    data: { alt },
    file: { data, mimetype: 'image/webp', name: file, size: data.length },
  })
  return id
}
