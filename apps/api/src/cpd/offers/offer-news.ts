import type { OfferDecision, OfferParty } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { AccountDirectoryService } from '../../identity/account-directory.service';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { OfferPost } from './offer-post';
import {
  offerApprovedLetter,
  offerChangesLetter,
  offerDeclinedLetter,
  offerNoteLetter,
  offerWithdrawnLetter,
} from './offer.letters';
import { type Offer, PresenterOffersRepository } from './presenter-offers.repository';

interface About {
  readonly offer: Offer;
  readonly session: CpdSessionEntity;
}

/** Whom to tell of what happened to an offer, inside its unit of work. */
@Injectable()
export class OfferNews {
  constructor(
    private readonly offers: PresenterOffersRepository,
    private readonly post: OfferPost,
    private readonly directory: AccountDirectoryService,
  ) {}

  async decided(
    { offer, session }: About,
    decision: OfferDecision,
    note: string | null,
    isNewSession: boolean,
  ): Promise<void> {
    if (decision === 'approve') {
      await this.post.tellTeam(offer, session, 'cpd-offer.approved', (told) =>
        offerApprovedLetter(told, note, isNewSession),
      );
    } else if (decision === 'decline') {
      await this.post.tellTeam(offer, session, 'cpd-offer.declined', (told) =>
        offerDeclinedLetter(told, note ?? ''),
      );
    } else {
      await this.post.tellTeam(offer, session, 'cpd-offer.changes-requested', (told) =>
        offerChangesLetter(told, note ?? ''),
      );
    }
  }

  /** To the rest of the team and the mentors who had to do with it. */
  async withdrawn({ offer, session }: About, byId: string, reason: string): Promise<void> {
    const by = await this.nameOf(byId);
    const letter = (told: Parameters<typeof offerWithdrawnLetter>[0]) =>
      offerWithdrawnLetter(told, by, reason);
    const mentors = await this.mentorsOf(offer.id);
    await this.post.tellTeam(offer, session, 'cpd-offer.withdrawn', letter, byId);
    await this.post.tellMentors(mentors, offer, session, 'cpd-offer.withdrawn', letter, byId);
  }

  /** A trainee’s note goes to the mentors who wrote before, a mentor’s to the team. */
  async noted({ offer, session }: About, party: OfferParty, byId: string, text: string): Promise<void> {
    const by = await this.nameOf(byId);
    const letter = (told: Parameters<typeof offerNoteLetter>[0]) => offerNoteLetter(told, by, text);
    if (party === 'presenter') {
      const mentors = await this.mentorsOf(offer.id);
      await this.post.tellMentors(mentors, offer, session, 'cpd-offer.note', letter, byId);
    } else {
      await this.post.tellTeam(offer, session, 'cpd-offer.note', letter, byId);
    }
  }

  private async mentorsOf(offerId: string): Promise<string[]> {
    const entries = await this.offers.entriesOf([offerId]);
    return [
      ...new Set(
        entries.flatMap(({ party, writtenBy }) =>
          party === 'presenter' || writtenBy === null ? [] : [writtenBy],
        ),
      ),
    ];
  }

  private async nameOf(accountId: string): Promise<string> {
    return (await this.directory.named([accountId])).get(accountId)?.name ?? 'Somebody';
  }
}
