import { type Clock, newId } from '@lectern/core';
import { decideNextTry, judgeDelivery, type DeliveryProblem, TOO_LATE } from '@lectern/notifications';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from '../platform/config';
import { Jobs } from '../platform/jobs';
import { Readiness } from '../platform/readiness';
import { CLOCK, CONFIG, LOGGER } from '../platform/tokens';
import { letterFrame } from './letter-frame';
import { LetterKinds } from './letter-kinds';
import { LetterOpener } from './letter-opener';
import { MailsRepository } from './mails.repository';
import type { OutboxMailEntity } from './outbox-mail.entity';
import { Postman } from './postman';

const EVERY_SECONDS = 5;
const BATCH = 20;
const AT_ONCE = 4;
/** Longer than one delivery may take, so that nobody takes a mail over that is still on its way. */
const LEASE = 3 * 60_000;
/** How long one round begins new mails: the other jobs of the process wait for it. */
const ROUND = 15_000;

const problemWords = (error: unknown): string => {
  const { message, response } = error as { message?: string; response?: string };
  const said = response ?? message ?? 'No reason was given.';
  // What a server answers is one line of at most what the column holds.
  return said
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 300);
};

/**
 * The round of the post: claims mails that are due, hands each to the mail server and writes down what became of it.
 * Any number of processes may go round at once, one bad mail holds up no other, and none is lost: what cannot be sent
 * stays, with the reason.
 */
@Injectable()
export class MailRound implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly mails: MailsRepository,
    private readonly opener: LetterOpener,
    private readonly kinds: LetterKinds,
    private readonly postman: Postman,
    private readonly readiness: Readiness,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'mail.send', everySeconds: EVERY_SECONDS, run: () => this.go() });
  }

  /** Sends what is due, until nothing is left or the round is over. */
  async go(): Promise<void> {
    if (!this.postman.hasServer) return;
    const end = performance.now() + ROUND;
    for (;;) {
      const lease = newId();
      const batch = await this.mails.claim(lease, this.clock.now(), this.later(LEASE), BATCH);
      const away = await this.hand(batch, lease, end);
      await this.mails.release(lease);
      if (away || batch.length === 0 || performance.now() > end || this.readiness.stopping) return;
    }
  }

  /** Several at once; answers whether the server is away, and then leaves the rest for the next round. */
  private async hand(batch: readonly OutboxMailEntity[], lease: string, end: number): Promise<boolean> {
    const queue = [...batch];
    let away = false;
    const walk = async (): Promise<void> => {
      for (let mail = queue.shift(); mail; mail = queue.shift()) {
        if (away || performance.now() > end || this.readiness.stopping) return;
        if (!(await this.one(mail, lease))) away = true;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walk));
    return away;
  }

  /** Sends one mail and writes down what came of it; false when there was nobody to give it to. */
  private async one(mail: OutboxMailEntity, lease: string): Promise<boolean> {
    if (this.clock.now().getTime() - mail.nextTryAt.getTime() > TOO_LATE) {
      const problem = 'It could not be sent within seven days, and may tell of what is past.';
      await this.mails.givenUp(mail.id, lease, problem);
      return true;
    }
    if (!(await this.mails.begin(mail.id, lease, this.later(LEASE)))) return true;
    try {
      await this.deliver(mail);
    } catch (error) {
      return this.failed(mail, lease, error);
    }
    await this.mails.sent(mail.id, this.clock.now());
    return true;
  }

  private async deliver(mail: OutboxMailEntity): Promise<void> {
    const to = { name: mail.recipientName, email: mail.recipientEmail };
    const frame = letterFrame(to, this.kinds.find(mail.kind), this.config.url);
    await this.postman.deliver({ id: mail.id, to, letter: this.opener.open(mail), frame });
  }

  private async failed(mail: OutboxMailEntity, lease: string, error: unknown): Promise<boolean> {
    const problem = error as DeliveryProblem;
    const verdict = judgeDelivery(problem);
    const tries = mail.tries + 1;
    const next = decideNextTry(verdict, tries, this.clock.now(), Math.random());
    // The words of the error can hold the address, so the log gets the codes alone.
    const line = { mail: mail.id, tries, verdict, code: problem.code, reply: problem.responseCode };
    if (next.step === 'give-up') {
      this.logger.warn(line, 'a mail was given up');
      await this.mails.givenUp(mail.id, lease, problemWords(error));
    } else {
      this.logger.info(line, 'a mail was not sent');
      await this.mails.later(mail.id, lease, next.at, problemWords(error));
    }
    return verdict !== 'away';
  }

  private later(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}
