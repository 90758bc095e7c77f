import type { OutsideBlock } from '#intake/document.ts';
import { fold } from '#text/fold.ts';
import type { Notice } from '#intake/notices.ts';
import { readByline } from './byline.ts';
import { readDateline } from './dateline.ts';
import { isProse } from './prose.ts';

/** Whole lines that pages put around every text. Folded; nothing stands before or behind them. */
const LINES: readonly RegExp[] = [
  // Comments
  /^(?:no|\d+) (?:comments?|responses?|replies)(?: (?:yet|so far))?$/,
  /^(?:post|leave|add|write) (?:a|your) (?:comment|reply|response)$/,
  /^(?:be the first to comment|comments are closed|view all comments|reply|comments?)$/,
  /^(?:لا توجد|لا يوجد|\d+) (?:اي )?تعليق(?:ات|ا)?(?: بعد| حتي الان)?$/,
  /^(?:ارسال|اضف|اترك|اكتب|اضافه|كتابه) تعليق(?:ا|ك|ات)?(?: جديد)?$/,
  /^(?:كن اول من يعلق|التعليقات|تعليقات|التعليقات مغلقه)$/,
  /^(?:aucun|\d+) commentaires?$|^(?:laisser|publier|enregistrer) un commentaire$/,
  /^(?:اين مطلب )?(?:\d+ )?(?:ديدگاه|نظر)(?:ها|ات)?$|^(?:ارسال|افزودن) (?:نظر|ديدگاه)$/,
  /^(?:אין|\d+) תגובות$|^(?:הוסף|הוספת|כתוב|כתיבת) תגובה$/,
  // What else there is to read
  /^(?:related|recommended|popular|more|latest|recent|trending|you may also like|see also|read (?:more|also|next)|also read|further reading)(?: (?:articles?|posts?|stories|news|topics|links|content|from .{1,40}|on .{1,40}|by .{1,40}))?$/,
  /^(?:اقرا|شاهد|تابع|انظر|طالع) (?:ايضا|المزيد|كذلك)(?: .{1,120})?$/,
  /^(?:المزيد|مواضيع|مقالات|اخبار|موضوعات|روابط)(?: (?:ذات صله|متعلقه|مشابهه|اخري|من .{1,40}))?$/,
  /^(?:a lire aussi|lire aussi|lire la suite|voir aussi|articles? (?:lies|similaires|connexes))(?: .{1,120})?$/,
  /^(?:בيشتر بخوانيد|مطالب مرتبط|بيشتر بخوانيد|ادامه مطلب|همچنين بخوانيد)$/,
  /^(?:קרא עוד|קראו עוד|קראו גם|כתבות נוספות|עוד בנושא)(?: .{1,120})?$/,
  /^(?:read|see|watch) (?:also|more|next) .{1,120}$/,
  // Ways about the page
  /^(?:home|skip to (?:main )?content|menu|search|back(?: to top)?|top|next|previous|older posts?|newer posts?|next post|previous post|continue reading|log ?in|sign (?:in|up)|close|click here)$/,
  /^(?:home|الرييسيه|الصفحه الرييسيه|accueil)(?: \p{L}[\p{L} ]{0,30}){1,6}$/u,
  /^(?:الرييسيه|الصفحه الرييسيه|بحث|القايمه|التالي|السابق|تسجيل الدخول|رجوع|الي الاعلي)$/,
  /^(?:accueil|menu|rechercher|suivant|precedent|صفحه اصلي|חיפוש|תפריט|ראשי)$/,
  // Asking for readers
  /^(?:subscribe|sign up|follow us|join us|like us|get our|download (?:our|the) app|donate|support us)(?: (?:to|on|for|in|by|via|now|today|our|the|us|a|daily|weekly|free|newsletter|channel|telegram|facebook|twitter|youtube|whatsapp|instagram|email|e mail|mailing list|updates|news|app|posts|atom)){0,8}$/,
  /^(?:اشترك|تابعنا|تابعونا|انضم|سجل|حمل)(?: (?:في|علي|الي|عبر|الان|معنا|نشرتنا|القناه|قناتنا|النشره|البريديه|تطبيقنا|التطبيق|تلغرام|تليغرام|فيسبوك|تويتر|يوتيوب|واتساب|واتس|اب|و)){0,8}$/,
  /^(?:abonnez vous|suivez nous)(?: .{1,60})?$/,
  // Rights and shop
  /^(?:copyright|c|all rights reserved|©).{0,120}(?:all rights reserved|\d{4}).{0,80}$|^all rights reserved$/,
  /^(?:جميع )?(?:الحقوق محفوظه|حقوق النشر|حقوق الطبع)(?: .{1,80})?$|^جميع الحقوق محفوظه.{0,80}$/,
  /^(?:tous droits reserves|כל הזכויות שמורות|تمام حقوق محفوظ است).{0,80}$/,
  /^(?:advertisement|advertisements|advertising|ad|ads|sponsored(?: content)?|اعلان|اعلانات|publicite|פרסומת|تبليغات)$/,
  // What a weblog says of its posts
  /^posted by .{1,60} at \d.{0,20}$|^posted (?:in|under) .{1,80}$|^filed under .{1,80}$/,
  /^(?:email this|blogthis|share to (?:x|twitter|facebook|pinterest))+$/,
  /^(?:views|مشاهدات|عدد المشاهدات|القراءات|hits|visits) \d[\d ]{0,12}$|^\d[\d ]{0,12} (?:views|مشاهده|مشاهدات|shares|likes)$/,
  /^\d{1,3} (?:min|mins|minute|minutes|دقيقه|دقايق)(?: read| قراءه| للقراءه)?$/,
];

/** Labels with a colon behind which whatever follows is of the page: tags, categories. */
const LABELLED =
  /^(?:tags?|labels?|categor(?:y|ies)|keywords|topics|filed under|الوسوم|وسوم|كلمات مفتاحية|الكلمات المفتاحية|كلمات دلالية|التصنيفات|التصنيف|étiquettes|mots-clés|برچسب‌?ها|کلیدواژه‌?ها|תגיות|תגים|related(?: articles?| posts?| stories)?|read (?:also|more)|see also|اقرأ أيض[اً]{1,2}|إقرأ أيض[اً]{1,2}|اقرأ المزيد|مواضيع ذات صلة|à lire aussi|lire aussi|بیشتر بخوانید|קראו גם)\s*[:：]\s*\S.{0,300}$/iu;

/** Words of which lines for passing a page on consist. */
const SHARING = new Set(
  `share tweet email e mail print save copy link post pin it send facebook twitter x whatsapp telegram linkedin
  pinterest reddit instagram youtube rss messenger viber this on via with to story article page friends more like pdf
  شارك مشاركه طباعه ارسال بريد البريد الالكتروني فيسبوك تويتر تغريد واتساب واتس اب تلغرام تليغرام تيليجرام نسخ رابط الرابط
  علي عبر المقال الخبر هذا هذه احفظ حفظ لينكدان
  partager imprimer envoyer par courriel sur اشتراك گذاري اشتراك‌گذاري چاپ ايميل توييتر شتف שתפו שיתוף הדפסה הדפס שלח`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const MEANS_SHARING =
  /(?:^| )(?:share|tweet|email|print|facebook|twitter|whatsapp|telegram|linkedin|pinterest|شارك|مشاركه|طباعه|فيسبوك|تويتر|واتساب|تلغرام|partager|imprimer|چاپ|שתפו|שיתוף|הדפסה)(?: |$)/;

/** What was found around a text. */
interface WithoutBoilerplate {
  readonly blocks: readonly OutsideBlock[];
  readonly dropped: readonly OutsideBlock[];
  readonly notices: readonly Notice[];
}

/**
 * Takes out what a page puts around its text: at its ends, short, and no sentence. What looks like
 * it in the midst of the text stays, and the editor is told.
 */
export function takeBoilerplate(blocks: readonly OutsideBlock[]): WithoutBoilerplate {
  const prose = blocks.flatMap((block, index) =>
    isProse(block) && !isBoilerplate(block) ? [index] : [],
  );
  const [first, last] = [prose[0] ?? blocks.length, prose.at(-1) ?? -1];
  const kept: OutsideBlock[] = [];
  const dropped: OutsideBlock[] = [];
  const notices: Notice[] = [];
  /** Whether headlines of other pages are being listed. */
  let isListing = false;
  for (const [index, block] of blocks.entries()) {
    const isAtEnd = index < first || index > last;
    const isSaid = isBoilerplate(block);
    if (block.is === 'boilerplate' || (isAtEnd && isSaid)) {
      dropped.push(block);
      isListing = index > last && opensList(block);
    } else if (isListing && isOfList(block)) dropped.push(block);
    else {
      isListing = false;
      kept.push(block);
      if (isSaid) {
        notices.push({ code: 'boilerplate-kept', args: { words: begin(block) }, line: block.line });
      }
    }
  }
  return { blocks: kept, dropped, notices };
}

/** Whether a block looks like what pages put around their texts, wherever it stands. */
export function isBoilerplate({ kind, plain, is }: OutsideBlock): boolean {
  if (is !== undefined && is !== 'boilerplate') return false;
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'list') return false;
  if (plain.length > 400) return false;
  const lines = plain.split('\n');
  return lines.length <= 12 && lines.every(isBoilerplateLine);
}

/** Whether a line is one that pages put around texts, by its words alone. */
export function isBoilerplateLine(line: string): boolean {
  const words = line.trim();
  if (words === '' || words.length > 320) return false;
  if (LABELLED.test(words)) return true;
  if (/[.؟?!]$/.test(words) && words.split(/\s+/).length > 8 && !words.includes('©')) return false;
  const bare = (fold(words).match(/[\p{L}\p{N}©]+/gu) ?? []).join(' ');
  if (bare === '') return false;
  return LINES.some((pattern) => pattern.test(bare)) || isSharing(bare);
}

function isSharing(bare: string): boolean {
  if (!MEANS_SHARING.test(bare)) return false;
  return bare.split(' ').every((word) => SHARING.has(word) || /^\d+$/.test(word));
}

/** A label behind which other headlines are listed. */
function opensList({ plain }: OutsideBlock): boolean {
  return /^(?:related|recommended|popular|latest|recent|more|you may|see also|read (?:more|also|next)|also read|اقرأ|إقرأ|المزيد|مواضيع|مقالات|أخبار|à lire|lire aussi|articles|مطالب|بیشتر|קרא|כתבות|עוד)/iu.test(
    plain.trim(),
  );
}

function isOfList({ kind, plain, is }: OutsideBlock): boolean {
  if (is !== undefined && is !== 'boilerplate') return false;
  const isShort = plain.split('\n').every((line) => line.length < 140);
  const speaks = readByline(plain) !== null || readDateline(plain) !== null;
  return kind === 'list' || (isShort && !speaks && !/[:.]$/.test(plain) && kind === 'paragraph');
}

function begin({ plain }: OutsideBlock): string {
  return plain.split('\n', 1).join('').slice(0, 60);
}
