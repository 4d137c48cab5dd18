import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountDirectoryService, type DirectoryEntry } from '../../identity/account-directory.service';
import type { Letter } from '../../notifications/letter';
import { LetterKinds } from '../../notifications/letter-kinds';
import { Outbox } from '../../notifications/outbox';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeView } from '../planning/cpd-session.mapper';
import { OFFER_LETTER_KINDS } from './offer-letter-examples';
import { offersWaitingLetter, type OfferTold, type SessionTold } from './offer.letters';
import type { Offer } from './presenter-offers.repository';

export const sessionTold = (session: CpdSessionEntity): SessionTold => ({
  title: session.title,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  place: placeView(session),
});

/** Writes to teams and mentors about offers, inside the unit of work of what it tells. */
@Injectable()
export class OfferPost implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly kinds: LetterKinds,
    private readonly directory: AccountDirectoryService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...OFFER_LETTER_KINDS);
  }

  /** To everybody in the team, but for whoever did it themselves. */
  async tellTeam(
    offer: Offer,
    session: CpdSessionEntity,
    kind: string,
    letter: (told: OfferTold) => Letter,
    except?: string,
  ): Promise<void> {
    const team = await this.teamOf(offer);
    const told = letter(this.told(team, session, `${this.config.url}/my-offers/${offer.id}`));
    await this.post(
      team.filter(({ id }) => id !== except),
      kind,
      told,
      offer.id,
    );
  }

  /** To these mentors, but for whoever did it themselves. */
  async tellMentors(
    mentorIds: readonly string[],
    offer: Offer,
    session: CpdSessionEntity,
    kind: string,
    letter: (told: OfferTold) => Letter,
    except?: string,
  ): Promise<void> {
    const mentors = [...(await this.directory.named(mentorIds)).values()];
    const told = this.told(await this.teamOf(offer), session, `${this.config.url}/mentor/offers/${offer.id}`);
    await this.post(
      mentors.filter(({ id }) => id !== except),
      kind,
      letter(told),
      offer.id,
    );
  }

  /** To every mentor: what waits for them since they were last told. */
  async tellOfWaiting(
    offers: readonly { readonly offer: Offer; readonly session: CpdSessionEntity }[],
  ): Promise<void> {
    const [first] = offers;
    if (!first) return;
    const told: OfferTold[] = [];
    for (const { offer, session } of offers) told.push(this.told(await this.teamOf(offer), session, ''));
    const url = `${this.config.url}/mentor${offers.length === 1 ? `/offers/${first.offer.id}` : ''}`;
    await this.post(
      await this.directory.holding('mentor'),
      'cpd-offer.waiting',
      offersWaitingLetter(told, url),
      offers.length === 1 ? first.offer.id : null,
    );
  }

  private async teamOf({ presenters }: Offer): Promise<readonly DirectoryEntry[]> {
    const people = await this.directory.named(presenters.map(({ accountId }) => accountId));
    return presenters.flatMap(({ accountId }) => people.get(accountId) ?? []);
  }

  private told(team: readonly DirectoryEntry[], session: CpdSessionEntity, url: string): OfferTold {
    return { session: sessionTold(session), team: team.map(({ name }) => name), url };
  }

  private async post(
    to: readonly DirectoryEntry[],
    kind: string,
    letter: Letter,
    offerId: string | null,
  ): Promise<void> {
    for (const { name, email, isInUse } of to) {
      if (!isInUse) continue;
      await this.outbox.post({
        kind,
        to: { name, email },
        letter,
        about: { kind: 'cpd-offer', id: offerId },
      });
    }
  }
}
