import licenceIds from 'spdx-license-ids' with { type: 'json' };

/** SPDX identifiers of licences. */
export const LICENCES: readonly string[] = licenceIds;

/** The twelve statements of RightsStatements.org, version 1.0, by their codes. */
export const RIGHTS_STATEMENTS: readonly string[] = [
  'InC',
  'InC-OW-EU',
  'InC-EDU',
  'InC-NC',
  'InC-RUU',
  'NoC-CR',
  'NoC-NC',
  'NoC-OKLR',
  'NoC-US',
  'CNE',
  'UND',
  'NKC',
];

const licences = new Set(LICENCES);
const statements = new Set(RIGHTS_STATEMENTS);

export function isLicence(value: string): boolean {
  return licences.has(value);
}

/** Whether a value tells the rights of a text: a licence, or a rights statement. */
export function isRightsStatus(value: string): boolean {
  return statements.has(value) || licences.has(value);
}

/** Where the terms of a licence or rights statement can be read. */
export function rightsAddress(status: string): string {
  if (statements.has(status)) return `https://rightsstatements.org/vocab/${status}/1.0/`;
  const commons = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)$/.exec(status);
  if (commons) {
    return `https://creativecommons.org/licenses/${(commons[1] ?? '').toLowerCase()}/${commons[2] ?? ''}/`;
  }
  if (status === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  return `https://spdx.org/licenses/${status}.html`;
}
