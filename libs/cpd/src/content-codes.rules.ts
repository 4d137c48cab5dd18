import type { FieldError } from '@lectern/core';
import { A_LEVEL_SECTIONS, type ContentCode, GCSE_CONTENT, GCSE_STRANDS } from './content-codes.data';
import { type Qualification, QUALIFICATION_NAMES } from './topic.contract';

const LABELS: Readonly<Record<Qualification, ReadonlyMap<string, string>>> = {
  gcse: new Map(GCSE_CONTENT.map(([code, , label]) => [code, label])),
  'a-level': new Map(A_LEVEL_SECTIONS),
};

/** Every content code of a qualification with its label, in the order of the content. */
export const contentCodesOf = (qualification: Qualification): readonly ContentCode[] =>
  [...LABELS[qualification]].map(([code, label]) => ({ code, label }));

/** What a content code stands for, in short; null when the qualification has no such code. */
export const contentLabel = (qualification: Qualification, code: string): string | null =>
  LABELS[qualification].get(code) ?? null;

/** The strand of a GCSE code, `Algebra` for `A11`. */
export const strandOf = (code: string): string | null =>
  Object.entries(GCSE_STRANDS).find(([letter]) => letter === code.charAt(0))?.[1] ?? null;

/** Codes in the order of the content, each once: `A4, A19` and never `A19, A4`. */
export const inContentOrder = (qualification: Qualification, codes: readonly string[]): readonly string[] =>
  [...LABELS[qualification].keys()].filter((code) => codes.includes(code));

/** What is wrong with the codes of a topic; empty when nothing is. */
export const checkContentCodes = (
  qualification: Qualification,
  codes: readonly string[],
): readonly FieldError[] =>
  codes.flatMap((code, at) =>
    contentLabel(qualification, code) === null
      ? {
          field: `contentCodes[${at}]`,
          code: 'unknown-code',
          message: `${QUALIFICATION_NAMES[qualification]} mathematics has no content code “${code}”. Codes look like ${qualification === 'gcse' ? 'A11' : 'H'}.`,
        }
      : [],
  );
