/**
 * Synthetic people of the fixtures. Their names, texts and phones are what an upgrade must not
 * bend: other scripts, marks, quotes, what looks like markup or like a placeholder.
 */

type StoryPerson = { name: string; about: string | null; country: string; languages: string[] }

export const STORY_MENTORS: StoryPerson[] = [
  { name: 'Amina Yusuf', about: 'I like walking.', country: 'SD', languages: ['ar'] },
  { name: 'Ömer Şahin-O’Neill', about: 'Two lines\nof “text”.', country: 'TR', languages: ['tr'] },
  { name: 'محمد عبد الله', about: 'أحب المشي', country: 'EG', languages: ['ar', 'fr'] },
  { name: 'Nguyễn Thị Ánh', about: null, country: 'VN', languages: ['vi'] },
  {
    name: "D'Arcy \\ Null",
    about: '{{name}} <b>bold</b> & "quoted"',
    country: 'IE',
    languages: [],
  },
  { name: 'Olúwaṣeun Adébáyọ̀', about: '🚲 and tea', country: 'NG', languages: ['yo'] },
  { name: 'Robert’); DROP TABLE mentors;--', about: '%_%', country: 'IN', languages: ['hi'] },
  { name: 'Zoë Ōta', about: 'x'.repeat(590), country: 'JP', languages: ['ja'] },
]

export const STORY_MENTEES: StoryPerson[] = [
  { name: 'Omar Idris', about: 'Exams worry me.', country: 'SD', languages: ['ar'] },
  { name: 'Ayşe Çelik', about: 'Köln → Leeds', country: 'TR', languages: ['tr', 'de'] },
  { name: 'فاطمة الزهراء', about: null, country: 'EG', languages: ['ar'] },
  { name: 'Trần Văn Hùng', about: 'Line one\r\nline two', country: 'VN', languages: ['vi'] },
  { name: 'Siobhán Ní Bhriain', about: '0123456789', country: 'IE', languages: [] },
  { name: 'Chidi Eze', about: '"; --', country: 'NG', languages: ['ig'] },
  { name: 'Lakshmi Iyer', about: 'null', country: 'IN', languages: ['ta', 'hi'] },
  { name: '渡辺 陽菜', about: '漢字', country: 'JP', languages: ['ja'] },
  { name: 'José María Núñez', about: 'ñ', country: 'PE', languages: ['es'] },
  { name: 'Анна Коваль', about: 'Привіт', country: 'UA', languages: ['uk'] },
  { name: 'Li', about: null, country: 'CN', languages: ['zh'] },
  { name: 'Maryam Khan', about: 'tab\there', country: 'PK', languages: ['ur'] },
]

/** Words that the comms team of the fixtures has written; an upgrade keeps them. */
export const EDITED = {
  subject: 'Please confirm: words the comms team has edited',
  body: 'Dear colleague,\n\nthese words are **ours**. You signed up as a {{role}}.\n\n{{link}}\n\nWrite to {{contact}}.',
  programmeDraft: 'A welcome that is still a draft',
  resource: 'A group for everyone in the programme (edited)',
  resourceDraft: 'A resource that was never published',
} as const

/** The log-in of each member of staff in the fixtures; the address is `ROLE@example.org`. */
export const STORY_PASSWORD = 'correct horse battery staple'

/** The secret the links in the fixtures were made with. */
export const STORY_SECRET = 'only for tests'
