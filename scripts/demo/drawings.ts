import sharp from 'sharp'

/** How somebody in the demo is drawn: nobody who lives. */
export type Drawn = {
  skin: string
  hair: string
  coat: string
  behind: string
  /** What is on the head: short hair, long hair, or a scarf. */
  head: 'long' | 'scarf' | 'short'
  hasGlasses?: boolean
}

/** Twice as wide as it is shown, for screens with small dots. */
const SIZE = 320

/** A simple friendly face, as a WebP file. */
export const drawPortrait = (drawn: Drawn): Promise<Buffer> =>
  sharp(Buffer.from(portrait(drawn)))
    .webp({ quality: 86 })
    .toBuffer()

const portrait = ({ behind, coat, hair, hasGlasses, head, skin }: Drawn): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 240 240">
  <rect width="240" height="240" fill="${behind}"/>
  ${BEHIND_HEAD[head](hair)}
  <path d="M32 240c4-48 38-70 88-70s84 22 88 70z" fill="${coat}"/>
  <path d="M97 150h46v26c0 14-46 14-46 0z" fill="${skin}"/>
  <path d="M97 160c12 10 34 10 46 0v8c-12 10-34 10-46 0z" fill="#000" opacity="0.1"/>
  <path d="M97 171l23 33 23-33 10 7-29 48h-8l-29-48z" fill="#fff"/>
  <ellipse cx="120" cy="112" rx="45" ry="53" fill="${skin}"/>
  ${ON_HEAD[head](hair)}
  <path d="M92 100q9-6 18 0M130 100q9-6 18 0" fill="none" stroke="#212b32" stroke-width="3" stroke-linecap="round" opacity="0.7"/>
  <circle cx="102" cy="112" r="4.5" fill="#212b32"/>
  <circle cx="138" cy="112" r="4.5" fill="#212b32"/>
  ${hasGlasses ? GLASSES : ''}
  <path d="M120 116q-5 12 1 14" fill="none" stroke="#212b32" stroke-width="2.5" stroke-linecap="round" opacity="0.35"/>
  <path d="M102 139q18 15 36 0" fill="none" stroke="#212b32" stroke-width="4" stroke-linecap="round"/>
</svg>`

const GLASSES =
  '<g fill="none" stroke="#212b32" stroke-width="3"><circle cx="102" cy="112" r="13"/><circle cx="138" cy="112" r="13"/><path d="M115 111q5-4 10 0"/></g>'

const BEHIND_HEAD = {
  short: () => '',
  long: (hair: string) =>
    `<path d="M62 110c0-46 26-66 58-66s58 20 58 66v74c-30 18-86 18-116 0z" fill="${hair}"/>`,
  scarf: (hair: string) =>
    `<path d="M60 112c0-46 26-72 60-72s60 26 60 72c0 40 4 62 16 84H44c12-22 16-44 16-84z" fill="${hair}"/>`,
}

const ON_HEAD = {
  short: (hair: string) =>
    `<path d="M72 108c-6-40 18-62 50-62 30 0 52 22 46 62-4-20-12-30-24-34-20 8-44 6-56 0-8 6-14 16-16 34z" fill="${hair}"/>`,
  long: (hair: string) =>
    `<path d="M72 112c-4-44 18-64 48-64s52 20 48 64c-6-22-18-34-34-40-16 14-44 20-54 18-4 6-6 12-8 22z" fill="${hair}"/>`,
  scarf: (hair: string) =>
    `<path d="M70 116c-4-44 20-68 50-68s54 24 50 68c-2-28-18-48-50-48s-48 20-50 48z" fill="${hair}"/><path d="M76 140c10 26 78 26 88 0 4 20-4 40-44 40s-48-20-44-40z" fill="${hair}"/>`,
}
