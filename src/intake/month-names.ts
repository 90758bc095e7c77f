import { fold } from '#text/fold.ts';

/**
 * The months of the Gregorian calendar as they are printed, January first; several names where
 * regions differ. Arabic: the Levant and Iraq; Egypt, the Gulf and Sudan; Tunisia and Algeria;
 * Morocco.
 */
const GREGORIAN: readonly (readonly string[])[] = [
  ['january jan', 'janvier janv', 'januar jänner', 'enero', 'gennaio', 'ocak', 'январь января'],
  ['february feb', 'février févr', 'februar', 'febrero', 'febbraio', 'şubat', 'февраль февраля'],
  ['march mar', 'mars', 'märz', 'marzo', 'mart', 'март марта'],
  ['april apr', 'avril avr', 'abril', 'aprile', 'nisan', 'апрель апреля'],
  ['may', 'mai', 'mayo', 'maggio', 'mayıs', 'май мая'],
  ['june jun', 'juin', 'juni', 'junio', 'giugno', 'haziran', 'июнь июня'],
  ['july jul', 'juillet juil', 'juli', 'julio', 'luglio', 'temmuz', 'июль июля'],
  ['august aug', 'août', 'agosto', 'ağustos', 'август августа'],
  ['september sept sep', 'septembre', 'septiembre', 'settembre', 'eylül', 'сентябрь сентября'],
  ['october oct', 'octobre', 'oktober okt', 'octubre', 'ottobre', 'ekim', 'октябрь октября'],
  ['november nov', 'novembre', 'noviembre', 'kasım', 'ноябрь ноября'],
  [
    'december dec',
    'décembre déc',
    'dezember dez',
    'diciembre',
    'dicembre',
    'aralık',
    'декабрь декабря',
  ],
];

const GREGORIAN_RIGHT_TO_LEFT: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي', 'ژانویه', 'ינואר', 'جنوری'],
  ['شباط', 'فبراير', 'فيفري', 'فوریه', 'פברואר', 'فروری'],
  ['آذار', 'مارس', 'מרץ', 'מרס', 'مارچ'],
  ['نيسان', 'أبريل', 'إبريل', 'ابريل', 'أفريل', 'آوریل', 'אפריל', 'اپریل'],
  ['أيار', 'مايو', 'ماي', 'مه', 'מאי', 'مئی'],
  ['حزيران', 'يونيو', 'يونيه', 'جوان', 'ژوئن', 'יוני', 'جون'],
  ['تموز', 'يوليو', 'يوليه', 'جويلية', 'يوليوز', 'ژوئیه', 'יולי', 'جولائی'],
  ['آب', 'أغسطس', 'أوت', 'غشت', 'اوت', 'אוגוסט', 'اگست'],
  ['أيلول', 'سبتمبر', 'شتنبر', 'سپتامبر', 'ספטמבר', 'ستمبر'],
  ['تشرين الأول', 'أكتوبر', 'اکتبر', 'אוקטובר', 'اکتوبر'],
  ['تشرين الثاني', 'نوفمبر', 'نونبر', 'نوامبر', 'נובמבר', 'نومبر'],
  ['كانون الأول', 'ديسمبر', 'دجنبر', 'دسامبر', 'דצמבר', 'دسمبر'],
];

/** Months of calendars that are never converted: lunar hijri, solar hijri, Hebrew. */
const OTHER_CALENDARS = [
  'محرم الحرام',
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الثاني',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الأول',
  'جمادى الثانية',
  'جمادى الآخرة',
  'جمادى الآخر',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذي القعدة',
  'ذو الحجة',
  'ذي الحجة',
  'muharram',
  'safar',
  'rajab',
  'shaban',
  'ramadan',
  'shawwal',
  'rabi al awwal',
  'rabi al thani',
  'jumada al ula',
  'dhu al qada',
  'dhu al hijja',
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
  'תשרי',
  'חשוון',
  'חשון',
  'מרחשוון',
  'כסלו',
  'טבת',
  'שבט',
  'אדר',
  'ניסן',
  'אייר',
  'סיוון',
  'סיון',
  'תמוז',
  'אב',
  'אלול',
];

/** What a month’s name says: its number in the Gregorian calendar, or that it is of another. */
export interface Month {
  readonly number: number | null;
}

const MONTHS: ReadonlyMap<string, Month> = new Map<string, Month>([
  ...OTHER_CALENDARS.map((name) => [key(name), { number: null }] as const),
  ...GREGORIAN.flatMap((names, index) =>
    names.flatMap((name) =>
      name.split(' ').map((one) => [key(one), { number: index + 1 }] as const),
    ),
  ),
  ...GREGORIAN_RIGHT_TO_LEFT.flatMap((names, index) =>
    names.map((name) => [key(name), { number: index + 1 }] as const),
  ),
]);

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...MONTHS.keys()].flatMap((name) => {
    const [first = ''] = name.split(' ');
    return name.includes(' ') ? [first] : [];
  }),
);

/**
 * The month that some words begin with, and how many of the words are its name. One whose name is
 * of two words and of which only the first is there is `cut`.
 *
 * @param words folded
 */
export function monthAt(
  words: readonly string[],
  at: number,
): { readonly month: Month | 'cut'; readonly length: number } | undefined {
  const first = words[at] ?? '';
  for (const length of [3, 2, 1]) {
    const name = words.slice(at, at + length).join(' ');
    const month = MONTHS.get(name) ?? MONTHS.get(withoutPrefix(name));
    if (month && words.length >= at + length) return { month, length };
  }
  if (BEGINNINGS.has(first) || BEGINNINGS.has(withoutPrefix(first))) {
    return { month: 'cut', length: 1 };
  }
  return undefined;
}

/** Whether a word is the beginning of a month’s name, three letters of it at least. */
export function isBeginningOfMonth(word: string): boolean {
  return word.length >= 3 && [...MONTHS.keys()].some((name) => name.startsWith(word));
}

/** Hebrew writes “in” to the month: באוקטובר. */
function withoutPrefix(word: string): string {
  return /^ב\p{Script=Hebrew}{3}/u.test(word) ? word.slice(1) : word;
}

function key(name: string): string {
  return fold(name);
}
