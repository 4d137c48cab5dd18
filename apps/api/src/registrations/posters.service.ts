import type { Readable } from 'node:stream';
import { yearGroupWords } from '@lectern/conferences';
import { londonDate, londonTime } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { ConferencesService } from '../conferences/conferences.service';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { printPoster } from './printing/print-poster';
import { addressSymbol, symbolSvg } from '../platform/printing/qr-symbol';

/** What hangs on a wall for a conference; it lives beside the other printed things. */
@Injectable()
export class PostersService {
  constructor(
    private readonly conferences: ConferencesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async code(actor: Actor, id: string): Promise<string> {
    const { slug } = await this.conferences.see(actor, id);
    return symbolSvg(addressSymbol(this.addressOf(slug)));
  }

  async poster(actor: Actor, id: string): Promise<{ readonly file: Readable; readonly name: string }> {
    const conference = await this.conferences.see(actor, id);
    const { slug, startsAt, endsAt, title, venue, yearGroups } = conference;
    const file = printPoster({
      title,
      when: `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${londonTime(endsAt)}`,
      venueName: venue.name,
      venueAddress: venue.address.replace(/\s*\n\s*/g, ', '),
      years: `For ${yearGroupWords(yearGroups)}`,
      address: this.addressOf(slug),
    });
    return { file, name: `poster-${slug}.pdf` };
  }

  private addressOf(slug: string): string {
    return `${this.config.url}/conferences/${slug}`;
  }
}
