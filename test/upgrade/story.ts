import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { simpleParser } from 'mailparser'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import sharp from 'sharp'

import type { JSONBody } from '../helpers/boot.ts'
import { fillEmpty, optionsOf, write } from './records.ts'
import { EDITED, STORY_MENTEES, STORY_MENTORS, STORY_PASSWORD } from './story-people.ts'

type Installation = { payload: Payload; config: SanitizedConfig; dataDir: string }

/** A message that was delivered, with the links in it. */
export type Mailed = { to: string; subject: string; links: string[] }

const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()

/**
 * Fills an installation the way people do: staff edit words, people sign up and confirm, a run
 * proposes, a coordinator confirms, mail goes out; and writes what takes months by hand, a match in
 * every state with what belongs to it. Works with every version since the first that can be upgraded.
 *
 * @returns what was mailed, with links that work
 */
export const tellStory = async (app: Installation): Promise<Mailed[]> => {
  const staff = await addStaff(app)
  await editWords(app, staff)
  await signUps(app)
  const people = await addPeople(app)
  await introduceSome(app, staff.tokens.coordinator!)
  // This one's mail is still in the outbox.
  await signUp(app, 'mentee', 'Jamila Waits', 'jamila.waits@example.org')
  await addMatches(app, people, staff.ids.coordinator!)
  await addIntroductions(app, staff.ids.coordinator!)
  await addMails(app, people)
  await addWork(app, people, staff)
  await fillEmpty(app.payload)
  return readMails(app)
}

type Staff = { ids: Record<string, string>; tokens: Record<string, string> }

const addStaff = async ({ payload }: Installation): Promise<Staff> => {
  const staff: Staff = { ids: {}, tokens: {} }
  for (const role of ['admin', 'coordinator', 'comms']) {
    const email = `${role}@example.org`
    const data = { email, password: STORY_PASSWORD, name: `Staff ${role}`, role }
    staff.ids[role] = (await write(payload, 'users', data, { isDemo: true }))!
    const { token } = await payload.login({
      collection: 'users',
      data: { email, password: STORY_PASSWORD },
    })
    staff.tokens[role] = token!
  }
  return staff
}

/** Calls the REST API of the version that runs. */
const call = async (
  { config }: Installation,
  route: string,
  body: unknown,
  { token, method = 'POST' }: { token?: string; method?: string } = {},
): Promise<JSONBody> => {
  const request = new Request(`http://localhost:3000/api${route}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  const response = await handleEndpoints({ config, request })
  const text = await response.text()
  if (response.status >= 400) throw new Error(`${route} answered ${response.status}: ${text}`)
  return text.startsWith('{') ? JSON.parse(text) : text
}

const editWords = async (app: Installation, { tokens }: Staff) => {
  const { payload } = app
  const { subject, body } = EDITED
  if (payload.globals.config.some(({ slug }) => (slug as string) === 'mail-wording')) {
    await payload.updateGlobal({
      slug: 'mail-wording' as 'programme-page',
      data: { confirmSignUp: { subject, body } } as object,
      overrideAccess: true,
    })
  } else {
    await payload.update({
      collection: 'mail-words',
      where: { name: { equals: 'confirmSignUp' } },
      data: { subject, body, _status: 'published' },
      overrideAccess: true,
    })
  }
  await payload.updateGlobal({
    slug: 'programme-page',
    draft: true,
    data: { trustName: EDITED.programmeDraft, _status: 'draft' },
    overrideAccess: true,
  })
  const link = { url: 'https://resources.example.org/', audience: 'Everyone', description: 'Words' }
  await write(payload, 'resource-links', { ...link, title: EDITED.resource, _status: 'published' })
  await write(payload, 'resource-links', {
    ...link,
    url: 'https://draft.example.org/',
    title: EDITED.resourceDraft,
    _status: 'draft',
  })
  await editForms(payload)
  const picture = await sharp({
    create: { width: 60, height: 40, channels: 3, background: '#005eb8' },
  })
    .png()
    .toBuffer()
  await payload.create({
    collection: 'media',
    data: { alt: 'A blue sign' },
    file: { data: picture, mimetype: 'image/png', name: 'sign.png', size: picture.length },
    overrideAccess: true,
  })
  for (const slug of ['matching-settings', 'mentoring-settings']) {
    const global = payload.globals.config.find((one) => one.slug === slug)
    if (!global) continue
    const data: Record<string, unknown> =
      slug === 'matching-settings' ? { leastPoints: 7 } : { months: 5 }
    await call(app, `/globals/${slug}`, data, { token: tokens.coordinator })
  }
}

/** Sign-ups by the form: one confirms, one has the link. */
const signUps = async (app: Installation) => {
  await signUp(app, 'mentor', 'Huda Confirmed', 'huda.confirmed@example.org')
  await signUp(app, 'mentee', 'Idris Haslink', 'idris.haslink@example.org')
  await deliver(app)
  const { links } = (await readMails(app)).find(({ to }) => to === 'huda.confirmed@example.org')!
  const token = new URL(links[0]!).searchParams.get('token')
  await call(app, '/sign-up/confirm', { token })
  // An address that is known already.
  await signUp(app, 'mentor', 'Huda Again', 'huda.confirmed@example.org')
  await deliver(app)
}

const signUp = (app: Installation, kind: 'mentee' | 'mentor', name: string, email: string) => {
  const answers = {
    phone: '07700 900 123',
    originChoice: 'count',
    country: 'SD',
    qualifiedIn: 'EG',
    languages: ['ar'],
    arrival: '2024-08',
    pathway: 'mti',
    grade: 'higher',
    specialty: 'cardiology',
    site: 'lgi',
    team: 'anotherTeam',
    teamName: 'Ward L18',
    topics: ['housing', 'exams'],
    meetingPreference: 'either',
    about: 'Signed up by the form.',
    consent: 'yes',
  }
  const mentor = { ...answers, capacity: '2', takesMentees: 'true' }
  const form = kind === 'mentor' ? mentor : answers
  return call(app, `/sign-up/${kind}`, { ...form, name, email })
}

type People = { mentors: string[]; mentees: string[] }

/** Which of the mentors has had mentees for months. A run proposes nobody for them, or they would have too many. */
const LONG_TIME_MENTOR = 3

const addPeople = async ({ payload }: Installation): Promise<People> => {
  const common = {
    originChoice: 'count',
    arrival: '2020-08-01T00:00:00.000Z',
    pathway: 'mti',
    grade: 'higher',
    specialty: 'cardiology',
    site: 'lgi',
    topics: ['housing', 'exams'],
    meetingPreference: 'either',
    phone: '+44 7700 900456',
    consent: { wording: 'I agree that the programme keeps my answers.', givenAt: ago(90) },
    confirmedAt: ago(89),
  }
  const people: People = { mentors: [], mentees: [] }
  for (const [place, person] of STORY_MENTORS.entries()) {
    const status = ['active', 'withdrawn'][place === 7 ? 1 : 0]
    // One takes nobody, and one nobody more: that one gets the matches that are written by hand.
    const takesMentees = ![LONG_TIME_MENTOR, 6].includes(place)
    const own = { email: `mentor.${place}@example.org`, capacity: 3, takesMentees }
    people.mentors.push(
      (await write(payload, 'mentors', { ...common, ...person, ...own, status }))!,
    )
  }
  for (const [place, person] of STORY_MENTEES.entries()) {
    const own = { email: `mentee.${place}@example.org`, waitingSince: ago(80 - place) }
    const keepApartFrom = place === 0 ? [people.mentors[1]] : []
    const status = place === 11 ? 'withdrawn' : 'waiting'
    people.mentees.push(
      (await write(payload, 'mentees', { ...common, ...person, ...own, status, keepApartFrom }))!,
    )
  }
  return people
}

/** A run; two of its pairs are introduced and told, one is not told yet, one is rejected, one is locked. */
const introduceSome = async (app: Installation, token: string) => {
  await call(app, '/matching/run', {}, { token })
  const { docs } = await app.payload.find({
    collection: 'matches',
    sort: 'menteeName',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const [first, second, third, rejected, locked] = docs.map(({ id }) => id)
  await call(app, '/matching/confirm', { matches: [first, second] }, { token })
  await deliver(app)
  await call(app, '/matching/confirm', { matches: [third] }, { token })
  await call(app, '/matching/reject', { match: rejected }, { token })
  if (optionsOf(app.payload, 'matches', 'status').includes('inContact')) {
    await call(app, '/matching/lock', { matches: [locked], isLocked: true }, { token })
  }
}

/** By the outbox itself; in versions before it did so, by its jobs. */
const deliver = async ({ payload }: Installation) => {
  const load = (file: string) => import(path.resolve(file)).catch(() => undefined)
  const outbox =
    (await load('plugins/outbox/index.ts')) ?? (await load('plugins/outbox/deliver.ts'))
  if (outbox) await outbox.deliverMails(payload)
  else await payload.jobs.run({ queue: 'mail', limit: 100, overrideAccess: true })
}

const readMails = async ({ dataDir }: Installation): Promise<Mailed[]> => {
  const folder = path.join(dataDir, 'mail')
  const mails: Mailed[] = []
  for (const name of (await readdir(folder)).sort()) {
    const { subject, text, to } = await simpleParser(await readFile(path.join(folder, name)))
    const links = [...(text ?? '').matchAll(/https?:\/\/\S+\?token=[\w-]+\S*/g)].map(([url]) => url)
    mails.push({ to: [to].flat()[0]!.text, subject: subject!, links })
  }
  return mails
}

/** One match of each state there is besides those the run has made, with what belongs to it. */
const addMatches = async ({ payload }: Installation, people: People, user: string) => {
  const run = (await payload.find({ collection: 'matching-runs', overrideAccess: true })).docs[0]!
    .id
  const { docs } = await payload.find({
    collection: 'mentees',
    where: { status: { equals: 'waiting' } },
    sort: '-email',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const waiting = docs.map(({ id }) => id)
  for (const status of optionsOf(payload, 'matches', 'status')) {
    if (['proposed', 'introduced', 'rejected'].includes(status)) continue
    const isOpen = ['inContact', 'agreed', 'extended'].includes(status)
    const mentee = waiting.shift()!
    await payload.delete({
      collection: 'matches',
      where: { and: [{ mentee: { equals: mentee } }, { status: { equals: 'proposed' } }] },
      overrideAccess: true,
    })
    const mentor = people.mentors[LONG_TIME_MENTOR]!
    const signed = ['agreed', 'extended', 'completed'].includes(status)
    const match = await write(payload, 'matches', {
      mentee,
      mentor,
      status,
      tier: 'sharedLanguage',
      tierLabel: 'Shared language',
      score: 40,
      reasons: ['Both speak a language', 'Both came by MTI'],
      differences: ['Different sites'],
      madeBy: 'coordinator',
      run,
      decidedBy: user,
      decidedAt: ago(60),
      confirmedAt: ago(60),
      firstContactDue: ago(53),
      endsOn: new Date(Date.now() + 60 * DAY).toISOString(),
      ...(status === 'undone' ? {} : { contactAt: ago(57) }),
      ...(signed ? { agreedAt: ago(50), metFaceToFaceOn: ago(49) } : {}),
      ...(status === 'extended'
        ? { extensionAskedBy: 'mentee', extensionAskedAt: ago(9), extendedAt: ago(8) }
        : {}),
      ...(isOpen ? {} : { closedAt: ago(2), mentorGoesOn: 'asked', menteeGoesOn: 'yes' }),
      ...(status === 'endedEarly' ? { exitWord: 'Moved away’', exitSeenAt: ago(1) } : {}),
    })
    if (isOpen) {
      await payload.update({
        collection: 'mentees',
        id: mentee,
        data: { status: 'matched' },
        context: { followsMatch: true },
        overrideAccess: true,
      })
    }
    await addFollowUp(payload, match!, status, user)
  }
  const startsAt = new Date(Date.now() + 20 * DAY).toISOString()
  const day = await write(payload, 'training-days', {
    title: 'Training for mentors',
    startsAt,
    place: 'Room 2',
    places: 12,
    details: 'Lunch is there.',
  })
  for (const mentor of people.mentors.slice(0, 2)) {
    await write(payload, 'training-places', { day, mentor, key: `${day}:${mentor}` })
  }
}

/** Introductions that are done with: what is under way would go on when it is upgraded. */
const addIntroductions = async ({ payload }: Installation, user: string) => {
  const { docs } = await payload.find({
    collection: 'matches',
    where: { status: { equals: 'introduced' } },
    depth: 0,
    overrideAccess: true,
  })
  await write(payload, 'matching-introductions', {
    pairs: docs.map(({ id }) => ({ match: id })),
    done: docs.length,
    refused: [{ pair: 0, message: 'This mentor has withdrawn.' }],
    by: user,
    language: 'en',
    finishedAt: ago(1),
  })
}

const addFollowUp = async (payload: Payload, match: string, status: string, user: string) => {
  await write(payload, 'match-steps', {
    match,
    what: 'introduce',
    at: ago(60),
    by: 'coordinator',
    user,
    note: 'By phone',
  })
  if (status === 'undone') return
  await write(payload, 'match-steps', {
    match,
    what: 'contact',
    at: ago(57),
    by: 'mentor',
  })
  const terms = {
    howOften: 'Once a fortnight',
    howLong: '45 minutes',
    howToMeet: 'In the canteen',
    topics: 'Exams “and” more',
  }
  await write(payload, 'agreements', {
    match,
    version: 1,
    key: `${match}:1`,
    ...terms,
    confidentiality: 'Between us',
    menteeSignedAt: ago(51),
    mentorSignedAt: status === 'inContact' ? null : ago(50),
  })
  await write(payload, 'meetings', { match, on: ago(49), way: 'faceToFace' })
  await write(payload, 'meetings', { match, on: ago(20), way: 'online' })
  if (status === 'completed') {
    await write(payload, 'surveys', {
      match,
      role: 'mentor',
      key: `${match}:mentor`,
      helpful: 'very',
      stillInContact: 'yes',
      wouldMentor: 'later',
    })
  }
}

/** Messages in every status there is, and with every shape of key that versions have written. */
const addMails = async ({ payload }: Installation, { mentors, mentees }: People) => {
  const match = (await payload.find({ collection: 'matches', limit: 1, overrideAccess: true }))
    .docs[0]!.id
  const day = new Date().toISOString()
  const shapes = [
    ['confirmSignUp', `confirm:mentees:${mentees[0]}:bm9uY2U`, 'mentee.0'],
    ['alreadySignedUp', `already:${mentors[0]}:${Date.now()}`, 'mentor.0'],
    ['introductionToMentor', `introductionToMentor:${match}`, 'mentor.0'],
    ['introductionToMentee', `introductionToMentee:${match}`, 'mentee.0'],
    ['matchWithdrawn', `withdrawn:${match}:mentor`, 'mentor.0'],
    ['personalLink', `personalLink:mentors:${mentors[0]}:bm9uY2U`, 'mentor.0'],
    ['partnerLeft', `partnerLeft:mentees:${mentees[0]}:bm9uY2U`, 'mentee.0'],
    ['contactGentle', `contactGentle:${match}:gentle:mentor`, 'mentor.0'],
    ['agreementToSign', `agreementToSign:${match}:1:mentee`, 'mentee.0'],
    ['endMoved', `endMoved:${match}:${day}:mentor`, 'mentor.0'],
    ['trainingPlace', `trainingPlace:${mentors[1]}:${mentors[0]}:${day}`, 'mentor.0'],
    ['agreementSigned', `agreementSigned:${match}:1:mentee`, 'mentee.0'],
  ] as const
  const statuses = optionsOf(payload, 'mails', 'status')
  for (const [place, [template, key, to]] of shapes.entries()) {
    const status = statuses[place % statuses.length]!
    await write(payload, 'mails', {
      key,
      template,
      to: `${to}@example.org`,
      subject: `Subject ${place}: “${template}”`,
      text: `Hello,\n\nmessage ${place}.`,
      html: `<p>Hello,</p><p>message ${place}.</p>`,
      status,
      attempts: status === 'queued' ? 0 : 1,
      ...(status === 'sent' ? { sentAt: ago(3) } : {}),
      ...(status === 'failed' ? { lastError: 'the mail server answered 421', attempts: 8 } : {}),
      ...(status === 'sending' ? { mayHaveGoneTwice: true } : {}),
    })
  }
}

/** What Payload keeps beside the records, and what jobs leave. */
const addWork = async (app: Installation, { mentors }: People, { ids, tokens }: Staff) => {
  const { payload } = app
  const user = { relationTo: 'users', value: ids.coordinator }
  await write(payload, 'payload-locked-documents', {
    document: { relationTo: 'mentors', value: mentors[0] },
    user,
  })
  await write(payload, 'payload-locked-documents', {
    globalSlug: 'programme-page',
    user: { relationTo: 'users', value: ids.comms },
  })
  const preference = { value: { limit: 50 } }
  await call(app, '/payload-preferences/mentors-list', preference, { token: tokens.coordinator })
  await payload.kv.set('fixture', { kept: true })
  await write(payload, 'publications', {
    status: 'live',
    startedAt: ago(1),
    seconds: 3.2,
    pages: 9,
  })
  await write(payload, 'publications', { status: 'failed', startedAt: ago(2), problem: 'A reason' })
  await write(payload, 'link-checks', {
    url: 'https://example.org/guide',
    usedIn: [{ collection: 'pages', id: 'x', title: 'A page' }],
    status: 'Answered with 200',
    lastOkAt: ago(1),
    failures: 0,
    nextAt: ago(-6),
  })
  await payload.jobs.handleSchedules({ allQueues: true })
  const mail = (await payload.find({ collection: 'mails', limit: 1, overrideAccess: true }))
    .docs[0]!.id
  const at = { executedAt: ago(1), completedAt: ago(1) }
  const tasks = optionsOf(payload, 'payload-jobs', 'taskSlug')
  const taskSlug = tasks.includes('sendMail') ? 'sendMail' : tasks[0]
  await write(payload, 'payload-jobs', {
    taskSlug,
    queue: 'mail',
    input: { mail },
    totalTried: 1,
    hasError: true,
    error: { message: 'A reason' },
    log: [{ ...at, taskSlug, taskID: 'once', state: 'failed', error: { message: 'x' } }],
  })
}

/** Comms add a list with a choice and other names, a question, and ask it after an answer. */
const editForms = async (payload: Payload): Promise<void> => {
  const words = { label: 'How do you come to work?', invalid: 'Select how you come to work' }
  await write(payload, 'choice-lists', { label: 'Ways to work', noun: 'way', order: 'asPlaced' })
  for (const label of ['Bus', 'Bicycle']) {
    await write(payload, 'choices', { list: 'waysToWork', label, synonyms: [`By ${label}`] })
  }
  await write(payload, 'questions', {
    adminLabel: 'Way to work',
    kind: 'one',
    list: 'waysToWork',
    purpose: 'To see what is kept.',
    mentor: words,
    mentee: words,
  })
  const { docs } = await payload.find({
    collection: 'sign-up-forms',
    where: { kind: { equals: 'mentee' } },
    overrideAccess: true,
  })
  const { id, pages } = docs[0]!
  const [first, ...others] = pages
  const onlyIf = { question: 'gender', isOneOf: ['woman', 'man'] }
  await payload.update({
    collection: 'sign-up-forms',
    id,
    data: {
      pages: [
        { ...first!, questions: [...(first!.questions ?? []), { question: 'wayToWork', onlyIf }] },
        ...others,
      ],
    },
    overrideAccess: true,
  })
}
