import type { PublicationTexts } from './index.ts'

/** The texts in Arabic. */
export const ar: PublicationTexts = {
  // States of a publication
  building: 'قيد البناء',
  live: 'منشور الآن',
  kept: 'كان منشورًا ويمكن إرجاعه',
  gone: 'كان منشورًا',
  failed: 'فشل',

  // Why the site was built
  publish: 'نُشر محتوى',
  schedule: 'في الوقت المحدد',
  start: 'بدأ الخادم',
  rollback: 'أُرجع نشر سابق',
  byHand: 'يدويًا',

  // Publications
  publication: 'نشر',
  publications: 'عمليات النشر',
  publicationsAbout:
    'كل مرة بُني فيها الموقع العام: ما الذي تغير، ومن غيره، وما الذي حال دون ذلك إن فشل. ويمكن إرجاع نشر سابق.',
  number: 'الرقم',
  numbered: 'النشر رقم {{number}}',
  status: 'الحالة',
  cause: 'السبب',
  by: 'من',
  startedAt: 'متى',
  seconds: 'المدة',
  pages: 'الصفحات',
  bytes: 'البايتات',
  problem: 'ما الذي حال دون ذلك',
  findings: 'ما يحتاج إلى نظر',
  changes: 'ما الذي تغير',
  putBackNumber: 'ما الذي أُرجع',
  fingerprint: 'بصمة المحتوى',
  noChanges: 'لم يتغير أي مستند.',
  isNew: 'جديد',
  isOff: 'أُزيل من الموقع',
  compare: 'اعرض الفرق',
  seeVersions: 'اعرض إصداراته',
  open: 'افتحه',
  openFront: 'افتح الموقع',
  newTab: 'يُفتح في لسان جديد',
  leftOut: 'تُرك شيء خارج الموقع. وكل ما عداه منشور.',
  couldNot: 'تعذر بناء الموقع. وبقي منشورًا ما كان منشورًا قبله.',
  putsBack: 'أرجع النشر رقم {{number}}. وما تغير هو ما رجع معه.',
  took: {
    zero: '{{count}} ثانية',
    one: 'ثانية واحدة ({{count}})',
    two: 'ثانيتان ({{count}})',
    few: '{{count}} ثوانٍ',
    many: '{{count}} ثانية',
    other: '{{count}} ثانية',
  },
  pagesOf: {
    zero: '{{count}} صفحة',
    one: 'صفحة واحدة ({{count}})',
    two: 'صفحتان ({{count}})',
    few: '{{count}} صفحات',
    many: '{{count}} صفحة',
    other: '{{count}} صفحة',
  },
  andOthers: {
    zero: 'و{{count}} غيرها',
    one: 'و{{count}} غيرها',
    two: 'و{{count}} غيرها',
    few: 'و{{count}} غيرها',
    many: 'و{{count}} غيرها',
    other: 'و{{count}} غيرها',
  },

  // Beside a document
  onTheSite: 'على الموقع',
  isBuilding: 'يُبنى الموقع…',
  liveAt: 'منشور منذ الساعة {{time}}.',
  liveSince: 'منشور منذ {{time}}.',
  see: 'اعرضه',
  notLive: 'غير منشور:',
  notLiveLeftOut: 'ليس على الموقع:',
  notLiveHeld: 'غير منشور: أُرجع نشر سابق. يُنشر هذا حين يضغط أحدهم «تابع النشر».',
  notPublished: 'ليس عامًا.',
  notKnown: 'تعذرت معرفة ما إذا كان منشورًا. حمّل الصفحة من جديد.',

  // Putting back
  putBack: 'أرجع هذا النشر',
  putBackHeading: 'أتريد إرجاع النشر رقم {{number}}؟',
  putBackAbout:
    'يرى الزوار على الفور صفحات ذلك النشر وكلماته وصوره من جديد. ويبقى ما في لوحة الإدارة كما هو. ولا يُنشر شيء بعد ذلك حتى يضغط أحدهم «تابع النشر».',
  puttingBack: 'جارٍ الإرجاع…',
  cancel: 'إلغاء',
  isPutBack: 'النشر رقم {{number}} منشور من جديد. ولا يُنشر شيء آخر حتى تتابع النشر.',
  neverUp: 'لم يُنشر هذا قط، فلا يمكن إرجاعه.',
  buildGone:
    'لم تعد ملفات هذا النشر محفوظة، فلا يمكن إرجاعه. اختر نشرًا أحدث، أو استعد إصدارات سابقة من مستنداته.',
  isUpAlready: 'هذا ما يراه الزوار الآن.',
  notPutBack: 'تعذر إرجاعه. وما كان منشورًا قبله ما زال منشورًا.',
  noPublication: 'لا يوجد نشر كهذا.',

  // Going on
  heldHeading: 'أُرجع نشر سابق',
  heldAbout:
    'يرى الزوار النشر رقم {{number}}. وينتظر ما يُنشر حتى تتابع. أصلح أولًا ما كان خطأ: فالمتابعة تنشر كل شيء كما هو الآن.',
  heldPlain:
    'يرى الزوار نشرًا سابقًا. وينتظر ما يُنشر حتى تتابع. أصلح أولًا ما كان خطأ: فالمتابعة تنشر كل شيء كما هو الآن.',
  goOn: 'تابع النشر',
  goesOn: 'النشر مستمر. ويُبنى الموقع الآن.',
  goesOnAlready: 'النشر مستمر أصلًا: لم يُرجَع أي نشر سابق.',
  isHeld: 'لم يُبنَ شيء: أُرجع نشر سابق. اضغط «تابع النشر» في الصفحة الأولى لتنشر من جديد.',
  isBeingBuilt: 'يُبنى الموقع الآن.',

  // In rows
  leftBehind: 'توقف الخادم أثناء بناء الموقع.',
  heldMeanwhile: 'لم يُنشر: أُرجع نشر سابق أثناء بنائه.',

  // Refusals
  mayNotPublish: 'ليس لك أن تنشر الموقع.',
  mayNotRead: 'ليس لك أن ترى عمليات النشر.',
  whichDocument: 'حدد المستند، مثل «?for=pages:ID» أو «?global=front-page».',
  noDocument: 'لا يوجد مستند كهذا على الموقع.',
}
