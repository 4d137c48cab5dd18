export const INSTRUMENTS_PATH = 'instruments';

/** Before the conference, and after it. */
export const WAVES = ['before', 'after'] as const;
export type Wave = (typeof WAVES)[number];

/** Items of one instrument, options of one item: beyond these no pupil reads on. */
export const ITEMS_MAX = 60;
export const OPTIONS_MAX = 10;
export const FREE_TEXT_LENGTH = 500;

/** One answer that may be chosen; `value` is its coding. “Prefer not to say” is offered with every item and is none. */
export interface AnswerOption {
  readonly value: number;
  readonly label: string;
  /** For an option that is no point of the scale, such as “I already study it”: it is kept and counted, never averaged. */
  readonly unscored?: true;
}

interface ItemFacts {
  /** Within the instrument, `maths-confident`; it joins before and after, and never changes. */
  readonly id: string;
  /** What is asked, word for word. */
  readonly prompt: string;
  /** Both waves, unless it makes sense in one only. */
  readonly waves: readonly Wave[];
}

/** A question with options, which is scored. */
export interface ChoiceItem extends ItemFacts {
  readonly kind: 'choice';
  /** In the order in which they are shown. */
  readonly options: readonly AnswerOption[];
}

/** A question that is answered in words, which staff read before anybody else does. */
export interface FreeTextItem extends ItemFacts {
  readonly kind: 'free-text';
}

export type InstrumentItem = ChoiceItem | FreeTextItem;

/** Items that measure one thing together. The score is the mean of its items. */
export interface Scale {
  readonly id: string;
  readonly title: string;
  /** In the order in which they are asked; all of them, always. */
  readonly itemIds: readonly string[];
}

/** What is asked, in which words and order and how it is coded: all that a published version fixes. */
export interface InstrumentContent {
  readonly title: string;
  /** What is read before the first question. */
  readonly introduction: string | null;
  readonly items: readonly InstrumentItem[];
  /** An item of no scale is reported by itself. */
  readonly scales: readonly Scale[];
}

/** An instrument as it travels: a JSON file that another host can read. */
export interface InstrumentFile extends InstrumentContent {
  readonly format: 'lectern-instrument-1';
  /** Where it comes from and how it is cited. */
  readonly source: string;
  /** Under what it may be used. */
  readonly licence: string;
  /** Whether somebody has shown that it measures what it says. */
  readonly validated: boolean;
}

export interface InstrumentVersion extends InstrumentContent {
  readonly id: string;
  readonly version: number;
  /** A version that is published is never changed again. */
  readonly publishedAt: string | null;
}

export interface Instrument {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly validated: boolean;
  /** Latest first. */
  readonly versions: readonly InstrumentVersion[];
}
