import type { OutsideBlock } from '#intake/document.ts';

const LABEL =
  /^[([]?\s*(?:pic|pics|picture|photo|photos|photograph|image|caption|illustration|fig\.?|figure|photo credit|image credit|légende|crédit photo|foto|bild|صورة|الصورة|صور|تصوير|تعليق الصورة|مصدر الصورة|عدسة|عکس|تصویر|תמונה|צילום|בתמונה)\s?\d{0,3}\s*[:：]/iu;

/** Whether a block is the caption of a picture: it says so itself, or its document’s markup does. */
export function isCaption({ kind, plain, is }: OutsideBlock): boolean {
  if (is === 'caption') return true;
  return is === undefined && kind === 'paragraph' && plain.length < 400 && LABEL.test(plain.trim());
}
