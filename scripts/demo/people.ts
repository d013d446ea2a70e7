import { keysOf } from '../../starter/lists.ts'
import { ANOTHER_TEAM } from '../../starter/lists/teams.ts'

/**
 * Synthetic doctors for the demo. Nobody here is a real person: names are put together from common
 * ones, phone numbers come from Ofcom's range for drama (07700 900000 to 900999) and addresses from
 * example.org. The lists are always the same; only their dates move with `now`.
 */

/** A made-up answer sheet; the fields are those that mentors and mentees share. */
type DemoPerson = {
  name: string
  email: string
  phone?: string
  gender?: string
  originChoice: string
  country?: string
  qualifiedIn?: string
  languages: string[]
  /** First day of a month, ISO 8601. */
  arrival: string
  pathway: string
  grade: string
  specialty: string
  site: string
  team?: string
  teamName?: string
  topics: string[]
  meetingPreference: string
  genderPreference?: string
  about?: string
}

/** A made-up mentor; the fields are those of the collection `mentors`. */
export type DemoMentor = DemoPerson & {
  capacity: number
  takesMentees: boolean
  status: 'active' | 'unconfirmed'
  /** When they confirmed their address, ISO 8601; not there while they have not. */
  joinedAt?: string
}

/** A made-up mentee; the fields are those of the collection `mentees`. */
export type DemoMentee = DemoPerson & {
  status: 'unconfirmed' | 'waiting'
  /** ISO 8601; not there while they have not confirmed their address. */
  waitingSince?: string
}

/**
 * The same 60 mentors every time.
 *
 * @param now today, which dates are counted back from.
 * @example demoMentors(new Date())[0]?.name // 'Karthik Subramaniam'
 */
export const demoMentors = (now: Date): DemoMentor[] => {
  const draw = drawing(11)
  const doctors = shuffled(MENTORS, draw)
  const specialties = shuffled(repeatedTo(SPECIALTY_MIX, doctors.length), draw)
  const capacities = shuffled(repeatedTo(CAPACITY_MIX, doctors.length), draw)
  const phones = phoneNumbers(doctors.length, 100, draw)
  const writeAbout = aboutWriter(MENTOR_ABOUT, draw)
  return doctors.map((doctor, index) => {
    const monthsAgo = 18 + Math.floor(draw() ** 2 * 186)
    const pathway = pathwayOf(doctor, draw)
    const joinedAt = daysBefore(now, 5 + draw() * 235)
    const person = {
      ...contact(doctor, phones[index], draw),
      ...origin(doctor),
      arrival: monthStart(now, -monthsAgo),
      pathway,
      grade: mentorGrade(pathway, monthsAgo, draw),
      ...workplace(specialties[index]!, draw),
      topics: topicsFor({ count: 3 + Math.floor(draw() * 4), likely: [], draw }),
      ...preferences(doctor, draw),
    }
    return {
      ...person,
      about: writeAbout(person, { writtenAt: joinedAt, city: cityOf(doctor, draw) }),
      ...(doctor.isBoth && { ...answersOfBoth(now), about: ABOUT_OF_BOTH.mentor }),
      capacity: capacities[index]!,
      takesMentees: index % 10 !== 7,
      status: doctor.isUnconfirmed ? 'unconfirmed' : 'active',
      joinedAt: doctor.isUnconfirmed ? undefined : doctor.isBoth ? daysBefore(now, 9) : joinedAt,
    }
  })
}

/**
 * The same 45 mentees every time. Some find no mentor of their country but one of their region, and
 * two find neither.
 *
 * @param now today, which dates are counted from.
 * @example demoMentees(new Date()).length // 45
 */
export const demoMentees = (now: Date): DemoMentee[] => {
  const draw = drawing(23)
  const doctors = shuffled(MENTEES, draw)
  const specialties = shuffled(repeatedTo(SPECIALTY_MIX, doctors.length), draw)
  const phones = phoneNumbers(doctors.length, 500, draw)
  const writeAbout = aboutWriter(MENTEE_ABOUT, draw)
  return doctors.map((doctor, index) => {
    const monthsAway = Math.floor(draw() * 10) - 6
    const pathway = pathwayOf(doctor, draw)
    const isVeryRecent = index % 11 === 3
    const waitingSince = daysBefore(now, isVeryRecent ? 0.05 + draw() * 1.5 : 3 + draw() * 116)
    const person = {
      ...contact(doctor, phones[index], draw),
      ...origin(doctor),
      arrival: monthStart(now, monthsAway),
      pathway,
      grade: menteeGrade(pathway, draw),
      ...workplace(specialties[index]!, draw),
      topics: topicsFor({
        count: 2 + Math.floor(draw() * 3),
        likely: likelyTopics(pathway, monthsAway),
        draw,
      }),
      ...preferences(doctor, draw),
    }
    return {
      ...person,
      about: writeAbout(person, { writtenAt: waitingSince, city: cityOf(doctor, draw) }),
      ...(doctor.isBoth && { ...answersOfBoth(now), about: ABOUT_OF_BOTH.mentee }),
      status: doctor.isUnconfirmed ? 'unconfirmed' : 'waiting',
      waitingSince: doctor.isUnconfirmed ? undefined : waitingSince,
    }
  })
}

const preferences = ({ prefers }: Doctor, draw: Draw) => ({
  meetingPreference: pick(['faceToFace', 'either', 'either', 'online'], draw),
  genderPreference: prefers ?? (draw() < 0.45 ? 'noPreference' : undefined),
})

/** What the one doctor who is mentor and mentee says on both forms. */
const answersOfBoth = (now: Date) => ({
  phone: '07700 900960',
  gender: 'woman',
  arrival: monthStart(now, -6),
  pathway: 'mti',
  grade: 'fellow',
  specialty: 'neonatology',
  site: 'lgi',
  team: 'neonatal',
})

const ABOUT_OF_BOTH = {
  mentor:
    'I have only been here for half a year, but I remember every form and every queue. Perhaps that helps someone who comes after me.',
  mentee:
    'The first months went well. Now I would like advice from someone who has been here longer, above all on what comes after the MTI.',
}

/** What is written by hand of every doctor; everything else is drawn. */
type Doctor = {
  name: string
  gender: string
  country: string
  languages: string[]
  originChoice: string
  prefers?: string
  isUnconfirmed: boolean
  isBoth: boolean
}

/** Words that can follow the languages in a list of names. */
type Mark = 'both' | 'noPreference' | 'preferNotToSay' | 'unconfirmed' | 'wantsMan' | 'wantsWoman'

/** Full name, w(oman) or m(an), languages (ISO 639-1, their own first), marks. */
type Row = [name: string, gender: 'm' | 'w', languages: string, ...marks: Mark[]]

const toDoctors = (rows: Record<string, Row[]>): Doctor[] =>
  Object.entries(rows).flatMap(([country, people]) =>
    people.map(([name, gender, languages, ...marks]) => ({
      name,
      gender: gender === 'w' ? 'woman' : 'man',
      country,
      languages: languages.split(' ').filter(Boolean),
      originChoice:
        marks.find((mark) => mark === 'noPreference' || mark === 'preferNotToSay') ?? 'count',
      prefers: marks.includes('wantsWoman')
        ? 'woman'
        : marks.includes('wantsMan')
          ? 'man'
          : undefined,
      isUnconfirmed: marks.includes('unconfirmed'),
      isBoth: marks.includes('both'),
    })),
  )

const MENTORS = toDoctors({
  IN: [
    ['Ananya Krishnan', 'w', 'ta hi'],
    ['Vikram Deshpande', 'm', 'mr hi'],
    ['Meera Nambiar', 'w', 'ml'],
    ['Harpreet Gill', 'm', 'pa hi'],
    ['Srinivas Reddy Kolli', 'm', 'te hi'],
    ['Debjani Chatterjee', 'w', 'bn hi', 'wantsWoman'],
    ['Rohan Kulkarni', 'm', 'mr hi'],
    ['Fatima Shaikh', 'w', 'ur hi gu'],
    ['Karthik Subramaniam', 'm', 'ta'],
    ['Nisha Agarwal', 'w', 'hi', 'noPreference'],
    ['Jaimin Patel', 'm', 'gu hi'],
    ['Deepa Hegde', 'w', 'kn hi'],
  ],
  PK: [
    ['Ayesha Tariq', 'w', 'ur pa'],
    ['Bilal Ahmed Khan', 'm', 'ur'],
    ['Sana Mehmood', 'w', 'ur pa'],
    ['Usman Ghani Butt', 'm', 'pa ur'],
    ['Hina Jatoi', 'w', 'sd ur', 'wantsWoman'],
    ['Zarak Yousafzai', 'm', 'ps ur'],
    ['Maryam Iqbal', 'w', 'ur'],
    ['Faisal Rana', 'm', 'ur pa', 'unconfirmed'],
    ['Omer Farooq Malik', 'm', 'ur pa'],
    ['Rabia Qureshi', 'w', 'ur', 'preferNotToSay'],
  ],
  NG: [
    ['Chidinma Okeke', 'w', 'ig'],
    ['Oluwaseun Adeyemi', 'm', 'yo'],
    ['Aisha Bello', 'w', 'ha'],
    ['Emeka Nwosu', 'm', 'ig'],
    ['Folake Ogunleye', 'w', 'yo'],
    ['Tunde Olaniyan', 'm', 'yo'],
    ['Ngozi Eze', 'w', 'ig', 'noPreference'],
  ],
  EG: [
    ['Mariam Fawzy', 'w', 'ar'],
    ['Karim Abdelrahman', 'm', 'ar'],
    ['Nourhan Shawky', 'w', 'ar fr'],
    ['Mina Girgis', 'm', 'ar'],
    ['Hossam El-Sherif', 'm', 'ar'],
    ['Dalia Mansour', 'w', 'ar', 'preferNotToSay'],
  ],
  BD: [
    ['Tahmina Akter', 'w', 'bn'],
    ['Rezaul Karim Chowdhury', 'm', 'bn'],
    ['Nusrat Rahman', 'w', 'bn', 'both'],
  ],
  LK: [
    ['Dilini Wickramasinghe', 'w', 'si'],
    ['Nuwan Jayasuriya', 'm', 'si'],
    ['Tharshini Sivakumar', 'w', 'ta si'],
  ],
  NP: [['Prakash Adhikari', 'm', 'ne hi']],
  MM: [
    ['Thiri Aung', 'w', 'my'],
    ['Kyaw Zin Htet', 'm', 'my', 'unconfirmed'],
  ],
  PH: [
    ['Maria Corazon Villanueva', 'w', 'tl'],
    ['Paolo Dimaculangan', 'm', 'tl'],
  ],
  MY: [
    ['Nur Izzati Hamzah', 'w', 'ms'],
    ['Wei Jian Tan', 'm', 'zh ms'],
  ],
  GH: [
    ['Akosua Boateng', 'w', 'tw'],
    ['Kwabena Ofori', 'm', 'tw'],
  ],
  IQ: [
    ['Zainab Al-Jubouri', 'w', 'ar'],
    ['Rebin Hawrami', 'm', 'ckb ar'],
  ],
  JO: [['Tareq Haddad', 'm', 'ar']],
  KE: [
    ['Wanjiru Kamau', 'w', 'sw ki'],
    ['Brian Otieno', 'm', 'sw'],
  ],
  GR: [
    ['Eleni Papadimitriou', 'w', 'el'],
    ['Nikos Stavrou', 'm', 'el', 'noPreference'],
  ],
  IT: [['Chiara Benedetti', 'w', 'it es']],
  RO: [['Andreea Munteanu', 'w', 'ro fr']],
  PL: [['Tomasz Zielonka', 'm', 'pl de']],
})

const MENTEES = toDoctors({
  PK: [
    ['Hamza Siddiq', 'm', 'ur pa'],
    ['Iqra Bashir', 'w', 'ur pa'],
    ['Shahzaib Cheema', 'm', 'pa ur'],
    ['Mahnoor Afridi', 'w', 'ps ur', 'wantsWoman'],
    ['Talha Memon', 'm', 'sd ur'],
    ['Komal Javed', 'w', 'ur'],
    ['Asad Ullah Khattak', 'm', 'ps ur'],
    ['Saira Nadeem', 'w', 'ur pa', 'preferNotToSay'],
  ],
  IN: [
    ['Lakshmi Narayanan', 'w', 'ta'],
    ['Arjun Menon', 'm', 'ml hi'],
    ['Sneha Joshi', 'w', 'mr hi'],
    ['Gurleen Sandhu', 'w', 'pa hi', 'wantsWoman'],
    ['Aditya Banerjee', 'm', 'bn hi'],
    ['Pooja Venkatesh', 'w', 'kn te', 'unconfirmed'],
    ['Imran Pathan', 'm', 'gu hi ur', 'noPreference'],
  ],
  NG: [
    ['Adaeze Obi', 'w', 'ig'],
    ['Babatunde Alabi', 'm', 'yo'],
    ['Halima Yusuf', 'w', 'ha'],
    ['Chukwuemeka Anyanwu', 'm', 'ig'],
    ['Temitope Ojo', 'w', 'yo'],
    ['Ifeanyi Udeh', 'm', 'ig', 'preferNotToSay'],
  ],
  EG: [
    ['Yasmine Helmy', 'w', 'ar'],
    ['Mostafa Ragab', 'm', 'ar'],
    ['Salma Badawy', 'w', 'ar fr'],
    ['Peter Wagdy', 'm', 'ar', 'noPreference'],
  ],
  SD: [
    ['Rania Elhassan', 'w', 'ar', 'wantsWoman'],
    ['Mohamed Elfatih Osman', 'm', 'ar'],
    ['Tasneem Abdalla', 'w', 'ar'],
    ['Ammar Idris', 'm', 'ar', 'wantsMan'],
  ],
  BD: [
    ['Nusrat Rahman', 'w', 'bn', 'both'],
    ['Mahfuz Alam', 'm', 'bn'],
  ],
  LK: [
    ['Sanduni Perera', 'w', 'si'],
    ['Kavindu Rajapaksha', 'm', 'si'],
  ],
  NP: [['Sabina Gurung', 'w', 'ne hi', 'wantsWoman']],
  MM: [
    ['Su Myat Noe', 'w', 'my'],
    ['Zaw Lin Oo', 'm', 'my'],
  ],
  PH: [['Angelica Manalo', 'w', 'tl']],
  IQ: [['Mustafa Al-Dulaimi', 'm', 'ar']],
  SY: [
    ['Lujain Khoury', 'w', 'ar'],
    ['Anas Darwish', 'm', 'ar', 'unconfirmed'],
  ],
  GH: [['Abena Mensah', 'w', 'tw']],
  ZW: [['Tendai Moyo', 'm', 'sn']],
  RO: [['Mihai Dobre', 'm', 'ro it']],
  BR: [['Camila Figueiredo', 'w', 'pt es']],
  TT: [['Kerry-Ann Mohammed', 'w', '']],
})

/** Who qualified in another country than the one they call home, and where. */
const QUALIFIED_ELSEWHERE: Record<string, string> = {
  'Ammar Idris': 'EG',
  'Kwabena Ofori': 'UA',
  'Lujain Khoury': 'JO',
  'Sabina Gurung': 'BD',
  'Tasneem Abdalla': 'EG',
  'Wei Jian Tan': 'IN',
  'Zainab Al-Jubouri': 'JO',
}

/** Where doctors may have qualified, by country, or by country and first language. */
const CITIES: Record<string, string[]> = {
  'IN bn': ['Kolkata'],
  'IN gu': ['Ahmedabad', 'Vadodara'],
  'IN hi': ['Delhi', 'Lucknow'],
  'IN kn': ['Bengaluru', 'Mysuru'],
  'IN ml': ['Kochi', 'Kozhikode'],
  'IN mr': ['Mumbai', 'Pune', 'Nagpur'],
  'IN pa': ['Ludhiana', 'Amritsar'],
  'IN ta': ['Chennai', 'Madurai'],
  'IN te': ['Hyderabad'],
  'IN ur': ['Mumbai'],
  'PK pa': ['Lahore', 'Faisalabad', 'Multan'],
  'PK ps': ['Peshawar', 'Abbottabad'],
  'PK sd': ['Karachi', 'Larkana'],
  'PK ur': ['Karachi', 'Lahore', 'Rawalpindi'],
  'NG ha': ['Kano', 'Zaria'],
  'NG ig': ['Enugu', 'Nnewi'],
  'NG yo': ['Ibadan', 'Lagos'],
  'LK si': ['Colombo', 'Kandy'],
  'LK ta': ['Jaffna'],
  'IQ ar': ['Baghdad', 'Basra'],
  'IQ ckb': ['Erbil'],
  EG: ['Cairo', 'Alexandria', 'Mansoura'],
  SD: ['Khartoum', 'Wad Madani'],
  BD: ['Dhaka', 'Chattogram', 'Sylhet'],
  NP: ['Kathmandu', 'Dharan'],
  MM: ['Yangon', 'Mandalay'],
  PH: ['Manila', 'Cebu', 'Iloilo'],
  MY: ['Kuala Lumpur', 'Penang'],
  GH: ['Accra', 'Kumasi'],
  JO: ['Amman'],
  SY: ['Damascus', 'Aleppo'],
  KE: ['Nairobi', 'Eldoret'],
  ZW: ['Harare'],
  GR: ['Athens', 'Thessaloniki'],
  IT: ['Bologna'],
  RO: ['Cluj', 'Iași'],
  PL: ['Kraków'],
  BR: ['Recife'],
  TT: ['St Augustine'],
}

/** How often specialties come up: those that many doctors from abroad work in come up more. */
const SPECIALTY_MIX = [
  'acuteMedicine',
  'emergencyMedicine',
  'paediatrics',
  'psychiatry',
  'anaesthetics',
  'obstetricsGynaecology',
  'geriatrics',
  'respiratory',
  'generalSurgery',
  'orthopaedics',
  'acuteMedicine',
  'cardiology',
  'stroke',
  'renal',
  'intensiveCare',
  'radiology',
  'neonatology',
  'gastroenterology',
  'oncology',
  'haematology',
  'emergencyMedicine',
  'paediatrics',
  'neurology',
  'endocrinology',
  'urology',
  'neurosurgery',
  'ophthalmology',
  'cardiothoracicSurgery',
  'plasticSurgery',
  'pathology',
  'rheumatology',
  'ent',
  'dermatology',
  'other',
]

/** Mostly 1 place, some 2, few 3. */
const CAPACITY_MIX = [1, 1, 2, 1, 1, 1, 3, 1, 2, 1, 1, 2, 1, 1, 1]

/** A team from the list, or the name of another one, which people write as they like. */
type Team = { team: string; teamName?: string }

const listed = (team: string): Team => ({ team })
const another = (teamName: string): Team => ({ team: ANOTHER_TEAM.key, teamName })

/** Teams people are in, and the site they work at. */
const TEAMS: Record<string, { site: string; teams: Team[] }> = {
  acuteMedicine: {
    site: 'stJames',
    teams: [
      listed('acuteMedicine'),
      another('Same Day Emergency Care'),
      another('Same day emergency care'),
    ],
  },
  emergencyMedicine: { site: 'lgi', teams: [listed('emergencyLgi'), listed('emergencyLgi')] },
  paediatrics: {
    site: 'lgi',
    teams: [
      listed('childrensAssessment'),
      another('Paediatric ward team'),
      another("Children's Assessment Unit"),
    ],
  },
  respiratory: { site: 'stJames', teams: [listed('respiratory')] },
  stroke: { site: 'lgi', teams: [listed('acuteStroke')] },
  renal: { site: 'stJames', teams: [listed('renal')] },
  geriatrics: { site: 'stJames', teams: [listed('olderPeople'), another('Frailty team')] },
  anaesthetics: { site: 'stJames', teams: [listed('theatres')] },
}

const SITE_MIX = ['stJames', 'stJames', 'stJames', 'lgi', 'lgi', 'lgi', 'other', 'chapelAllerton']

/** Specialties that stay at one site here. */
const SITE_OF: Record<string, string> = {
  rheumatology: 'chapelAllerton',
  neurosurgery: 'lgi',
  cardiothoracicSurgery: 'lgi',
  neonatology: 'lgi',
  oncology: 'stJames',
  haematology: 'stJames',
}

const TOPICS = keysOf('topics')

const contact = (doctor: Doctor, phone: string | undefined, draw: Draw) => {
  const hasPhone = draw() < 0.7
  const saysGender = draw()
  const isGenderNeeded = doctor.prefers !== undefined
  return {
    name: doctor.name,
    email: emailOf(doctor.name),
    phone: hasPhone ? phone : undefined,
    gender:
      isGenderNeeded || saysGender < 0.84
        ? doctor.gender
        : saysGender < 0.92
          ? 'preferNotToSay'
          : undefined,
  }
}

/** "Maria Corazon Villanueva" writes from maria.villanueva@example.org. */
const emailOf = (name: string): string => {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/[^a-z]/g, ''))
  return `${words[0]}.${words.at(-1)}@example.org`
}

const origin = ({ country, languages, name, originChoice }: Doctor) => ({
  originChoice,
  ...(originChoice === 'count' && { country, qualifiedIn: QUALIFIED_ELSEWHERE[name] ?? country }),
  languages,
})

/** A town that one of them names. Whoever qualified elsewhere names none. */
const cityOf = (
  { country, languages, name, originChoice }: Doctor,
  draw: Draw,
): string | undefined => {
  if (originChoice !== 'count') return undefined
  const city = pick(CITIES[`${country} ${languages[0]}`] ?? CITIES[country]!, draw)
  return name in QUALIFIED_ELSEWHERE ? undefined : city
}

/** The CPSP scheme is for Pakistan alone. */
const pathwayOf = ({ country }: Doctor, draw: Draw): string =>
  country === 'PK'
    ? pick(['cpsp', 'cpsp', 'directEmployment', 'heeTraining', 'mti'], draw)
    : ['GR', 'IT', 'PL', 'RO'].includes(country)
      ? pick(['directEmployment', 'heeTraining'], draw)
      : pick(
          [
            'directEmployment',
            'directEmployment',
            'mti',
            'mti',
            'heeTraining',
            'heeTraining',
            'other',
          ],
          draw,
        )

const mentorGrade = (pathway: string, monthsAgo: number, draw: Draw): string => {
  // Both schemes are for 2 years or more as a fellow.
  if (monthsAgo < 30 && (pathway === 'cpsp' || pathway === 'mti')) return 'fellow'
  if (monthsAgo < 36) return pick(['fellow', 'core', 'fellow', 'sas'], draw)
  if (monthsAgo < 84) return pick(['higher', 'higher', 'sas', 'fellow', 'core'], draw)
  return pick(['consultant', 'consultant', 'sas', 'higher'], draw)
}

const menteeGrade = (pathway: string, draw: Draw): string => {
  if (pathway === 'heeTraining') return pick(['core', 'core', 'higher', 'foundation'], draw)
  if (pathway === 'cpsp' || pathway === 'mti') return 'fellow'
  return pick(['fellow', 'fellow', 'sas', 'other'], draw)
}

const workplace = (specialty: string, draw: Draw) => {
  const known = TEAMS[specialty]
  if (known && draw() < 0.7) return { specialty, site: known.site, ...pick(known.teams, draw) }
  return { specialty, site: SITE_OF[specialty] ?? pick(SITE_MIX, draw) }
}

/** What new doctors ask for depends on their route, and on whether they are here yet. */
const likelyTopics = (pathway: string, monthsAway: number): string[] => [
  ...(monthsAway > 0 ? ['housing', 'visas', 'banking'] : ['nhsSystems', 'communication']),
  ...(pathway === 'heeTraining' ? ['portfolio', 'exams'] : ['trainingPosts']),
  ...(pathway === 'mti' ? ['exams'] : []),
]

/** Different topics, in the order of the form; likely ones are drawn three times as often. */
const topicsFor = (input: { count: number; likely: string[]; draw: Draw }): string[] => {
  const bag = [...TOPICS, ...input.likely, ...input.likely]
  const chosen = new Set<string>()
  while (chosen.size < input.count) chosen.add(pick(bag, input.draw))
  return TOPICS.filter((topic) => chosen.has(topic))
}

/** What a sentence about oneself can refer to. */
type Story = {
  country?: string
  city?: string
  pathway: string
  topics: string[]
  meetingPreference: string
  /** Months from the day they wrote to the month they come; negative once they are here. */
  monthsAway: number
  /** "August", and the year it was in. */
  month: string
  year: number
}

/** A sentence and whom it suits; `undefined` when it does not suit. */
type Sentence = (story: Story) => string | undefined

/** Sentences by their place in the text: how one came, what one offers or needs, who one is. */
type AboutParts = { journey: Sentence[]; matter: Sentence[]; person: Sentence[] }

const onTopic =
  (topic: string, text: string): Sentence =>
  ({ topics }) =>
    topics.includes(topic) ? text : undefined

const onPathway =
  (pathway: string, text: string): Sentence =>
  (story) =>
    story.pathway === pathway ? text : undefined

const onMeeting =
  (preference: string, text: string): Sentence =>
  ({ meetingPreference }) =>
    meetingPreference === preference ? text : undefined

const onCricket =
  (text: string): Sentence =>
  ({ country = '' }) =>
    CRICKETERS.includes(country) ? text : undefined

/** Suits everybody. */
const always =
  (text: string): Sentence =>
  () =>
    text

/** For those who are in Leeds already. */
const onceHere =
  (sentence: Sentence): Sentence =>
  (story) =>
    story.monthsAway < 0 ? sentence(story) : undefined

/** For those who are still on their way. */
const onTheWay =
  (sentence: Sentence): Sentence =>
  (story) =>
    story.monthsAway > 0 ? sentence(story) : undefined

const CRICKETERS = ['BD', 'IN', 'LK', 'NP', 'PK']

const MENTOR_ABOUT: AboutParts = {
  journey: [
    ({ city, year }) => city && `I qualified in ${city} and came to the UK in ${year}.`,
    ({ city }) =>
      city &&
      `I grew up in ${city}. Leeds took some getting used to, above all the dark in December.`,
    ({ month, year }) =>
      `I arrived in ${month} ${year} with two suitcases and a coat that was much too thin.`,
    ({ year }) =>
      `I have been in the UK since ${year} and have not regretted it, except in February.`,
    ({ pathway, monthsAway }) =>
      pathway === 'mti' && monthsAway < -36
        ? 'I came for 2 years on the MTI and stayed.'
        : undefined,
    onPathway('cpsp', 'I came with the CPSP scheme, and our group still eats together on Fridays.'),
    onPathway(
      'directEmployment',
      'I found my first post here by writing to one department after another.',
    ),
    onPathway('heeTraining', 'I came straight into training, so my first month was a shock.'),
    always('My first weeks here were a blur of forms, bleeps and wrong buses.'),
  ],
  matter: [
    onTopic('housing', 'I have rented in 3 parts of Leeds and know what to ask a landlord.'),
    onTopic('housing', 'Do not pay a deposit before you have talked to someone. Talk to me.'),
    onTopic(
      'schooling',
      'Both my children started school here, so I can take you through admissions and childcare.',
    ),
    onTopic('visas', 'I have filled in more visa forms than I can count and keep a checklist.'),
    onTopic(
      'banking',
      'Bank accounts, payslips, tax codes, pension: I have made most of the mistakes already.',
    ),
    onTopic('settlingIn', 'I can tell you where to find good spices, a barber and a quiet park.'),
    onTopic('family', 'My family joined me 8 months after I came. I know what that wait is like.'),
    onTopic(
      'nhsSystems',
      'I like to explain what nobody tells you, such as who to call at 3am and how to refer.',
    ),
    onTopic(
      'communication',
      'We can practise difficult phone calls and conversations before you have them.',
    ),
    onTopic(
      'communication',
      'Yorkshire English is a language of its own. You will learn it faster than I did.',
    ),
    onTopic(
      'exams',
      'I passed my membership exams while working full time and can show you how I planned it.',
    ),
    onTopic('portfolio', 'I help colleagues with their portfolios and am glad to look at yours.'),
    onTopic(
      'trainingPosts',
      'It took me two rounds to get a training post, so I know both kinds of email.',
    ),
    onTopic('wellbeing', 'My first winter was hard. I would like to make yours easier.'),
  ],
  person: [
    onCricket('I play cricket on Sundays and we always need a bowler.'),
    always('I have not been a mentor before, but people tell me that I listen well.'),
    always('A registrar gave me an hour of her time when I was new. I would like to pass that on.'),
    always('I have two small children, so lunch breaks suit me better than evenings.'),
    always('I work less than full time and can usually meet on a Friday.'),
    always('On night shifts I answer late, but I always answer.'),
    always('I cook too much at weekends and like company.'),
    always('I run slowly and talk fast.'),
    always('There are no silly questions. I asked all of them myself.'),
    onMeeting('online', 'My rota is all over the place, so video calls work best.'),
    onMeeting('faceToFace', 'Let us meet over coffee. The first one is on me.'),
    always('I sing in a choir, support the wrong football team and drink my tea with cardamom.'),
  ],
}

const MENTEE_ABOUT: AboutParts = {
  journey: [
    onceHere(({ month }) => `I arrived in ${month} and started work the same week.`),
    onceHere(
      ({ city, month }) => city && `I qualified in ${city} and have been in Leeds since ${month}.`,
    ),
    onceHere(always('Everything was new at once: the ward, the flat and the weather.')),
    onTheWay(({ month }) => `I start in ${month} and am still at home, packing.`),
    onTheWay(({ city, month }) => city && `I work in ${city} now and come to Leeds in ${month}.`),
    onTheWay(always('I have never been to the UK and have many small questions.')),
    ({ monthsAway }) =>
      monthsAway === 0 ? 'I have just arrived and still live out of a suitcase.' : undefined,
    ({ city }) => city && `After medical school in ${city} I worked there for some years.`,
    onPathway(
      'heeTraining',
      'I go straight into a training post and have never worked in the NHS.',
    ),
    onPathway('cpsp', 'I come with the CPSP scheme and know two others in my group.'),
    onPathway('mti', 'I have 2 years on the MTI and want to make good use of them.'),
    onceHere(
      onPathway(
        'directEmployment',
        'My department is kind, but I am the only new doctor from abroad in it.',
      ),
    ),
  ],
  matter: [
    onceHere(onTopic('housing', 'I am in hospital accommodation until I find a flat.')),
    onTopic('housing', 'I do not know which part of the city to look in.'),
    onTopic('schooling', 'My daughter is 6 and I do not understand how school places work here.'),
    onTopic('visas', 'I worry about getting the visa papers of my family right.'),
    onceHere(
      onTopic('banking', 'My first payslip has a tax code on it that nobody could explain.'),
    ),
    onTopic('banking', 'I need an address for a bank account and a bank account for an address.'),
    onTopic('settlingIn', 'I know nobody in Leeds yet.'),
    onTopic('family', 'My family will follow when I have found my feet.'),
    onTopic(
      'nhsSystems',
      'I know the medicine. It is the referrals, forms and abbreviations that slow me down.',
    ),
    onceHere(
      onTopic(
        'communication',
        'Patients are kind about my accent, but I do not always understand theirs.',
      ),
    ),
    onTopic(
      'communication',
      'I would like to practise handovers and phone calls with somebody patient.',
    ),
    onTopic('exams', 'I have one part of my exams left and no plan yet.'),
    onTopic('portfolio', 'I have never kept a portfolio and would like to see a good one.'),
    ({ pathway, topics }) =>
      topics.includes('trainingPosts') && pathway !== 'heeTraining'
        ? 'I want to apply for training next year and do not know where to begin.'
        : undefined,
    onceHere(
      onTopic('wellbeing', 'The evenings are longer and quieter than I thought they would be.'),
    ),
  ],
  person: [
    always('Half an hour every other week would already help me.'),
    always('I am shy at first. Then I ask a lot of questions.'),
    always('I would rather hear it from someone who has done it than read another website.'),
    always('I like football, long walks and strong coffee.'),
    always('You do not need to be from my specialty.'),
    always('I taught students at home and hope to help others here one day.'),
    onceHere(always('I cook far too much for one person, so you are welcome.')),
    onMeeting('online', 'I have many nights on my rota, so online is often easier.'),
    onMeeting('faceToFace', 'I would like to meet in person if we can.'),
    onCricket('Is there a cricket club that takes beginners?'),
    always('Please forgive me if my emails are a little formal. I am getting used to first names.'),
  ],
}

/** Writes texts about people and prefers sentences it has used least, so that few sound alike. */
const aboutWriter = (parts: AboutParts, draw: Draw) => {
  const timesUsed = new Map<Sentence, number>()
  const used = (sentence: Sentence) => timesUsed.get(sentence) ?? 0
  const next = (sentences: Sentence[], story: Story): string | undefined => {
    const suitable = shuffled(sentences, draw).filter((sentence) => sentence(story))
    const [sentence] = suitable.sort((a, b) => used(a) - used(b))
    if (!sentence) return undefined
    timesUsed.set(sentence, used(sentence) + 1)
    return sentence(story)
  }
  return (person: DemoPerson, facts: { writtenAt: string; city?: string }): string | undefined => {
    const arrival = new Date(person.arrival)
    const story: Story = {
      ...person,
      city: facts.city,
      monthsAway: monthsBetween(new Date(facts.writtenAt), arrival),
      month: MONTH.format(arrival),
      year: arrival.getUTCFullYear(),
    }
    const length = draw()
    if (length < 0.22) return undefined
    const sentences = [
      length < 0.85 ? next(parts.journey, story) : undefined,
      length > 0.34 ? next(parts.matter, story) : undefined,
      length > 0.55 ? next(parts.person, story) : undefined,
    ]
    return sentences.filter(Boolean).join(' ')
  }
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

const monthsBetween = (from: Date, to: Date): number =>
  (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()

/** First day of the month so many months from now, as the sign-up form stores it. */
const monthStart = (now: Date, months: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString()

const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - Math.round(days * 24 * 60) * 60_000).toISOString()

/** Different numbers of Ofcom's range for drama, from `07700 900` and `first` on. */
const phoneNumbers = (count: number, first: number, draw: Draw): string[] =>
  shuffled(
    Array.from({ length: count }, (_, index) => `07700 900${first + index * 6}`),
    draw,
  )

/** Gives the next number of its row, from 0 up to but not 1. */
type Draw = () => number

/** The same row of numbers for the same seed: Tommy Ettinger's generator "Mulberry32". */
const drawing = (seed: number): Draw => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(items: readonly T[], draw: Draw): T => items[Math.floor(draw() * items.length)]!

/** A shuffled copy (Fisher and Yates). */
const shuffled = <T>(items: readonly T[], draw: Draw): T[] => {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1))
    ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
  }
  return copy
}

/** So many items, from the start again where there are not enough. */
const repeatedTo = <T>(items: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, index) => items[index % items.length]!)
