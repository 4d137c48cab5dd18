import { notFound } from '@lectern/core';
import type { MailKind, MailKindPreview } from '@lectern/notifications';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import type { LetterKind } from './letter';
import { letterFrame } from './letter-frame';
import { letterHtml } from './letter-html';
import { LetterKinds } from './letter-kinds';
import { letterView } from './mail.mapper';

const SOMEBODY = { name: 'Pat Lowe' };

/** Every kind of letter with its example, so that staff know what is written in their name. */
@Injectable()
export class LetterPreviews {
  constructor(
    private readonly kinds: LetterKinds,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  list(): MailKind[] {
    return this.kinds.all().map(({ kind, title }) => ({ kind, title }));
  }

  see(name: string): MailKindPreview {
    const kind = this.find(name);
    const letter = letterView(kind.example(), letterFrame(SOMEBODY, kind, this.config.url));
    return { kind: kind.kind, title: kind.title, letter };
  }

  page(name: string): string {
    const kind = this.find(name);
    return letterHtml(kind.example(), letterFrame(SOMEBODY, kind, this.config.url));
  }

  private find(name: string): LetterKind {
    const kind = this.kinds.find(name);
    if (!kind) throw notFound('kind of letter');
    return kind;
  }
}
