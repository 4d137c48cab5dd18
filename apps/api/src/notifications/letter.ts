/** One part of a letter, drawn once as plain text and once as HTML. */
export type LetterPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'button'; readonly label: string; readonly url: string };

/** A calendar entry that comes with a letter; `cancel` takes the entry of the same UID out again. */
export interface LetterCalendar {
  readonly method: 'request' | 'cancel';
  readonly ics: string;
}

/** What a mail says, before anybody decided how it looks; the greeting and the foot are added to every letter. */
export interface Letter {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly calendar?: LetterCalendar;
}

export interface Recipient {
  readonly name: string;
  readonly email: string;
}

/** A letter to one person, about one thing. */
export interface Outgoing {
  /** Which of the registered kinds of letter this is, such as `group.confirmed`. */
  readonly kind: string;
  readonly to: Recipient;
  readonly letter: Letter;
  readonly about: { readonly kind: string; readonly id: string | null };
}

/** A kind of letter that Lectern writes, with an invented example for the preview. */
export interface LetterKind {
  readonly kind: string;
  /** When it is sent, as staff read it: "A group gets its places". */
  readonly title: string;
  /** Why somebody gets it, for its foot: "You get this because …". */
  readonly why?: string;
  /** Whether its links open an account: then nobody but its recipient follows them. */
  readonly secret?: boolean;
  readonly example: () => Letter;
}
