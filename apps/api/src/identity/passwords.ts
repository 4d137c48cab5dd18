import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Semaphore } from 'async-mutex';

// OWASP: 19 MiB, two passes, one lane. Two at a time at most: a hash costs a core 14 ms, and the door must not wait.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;

/** Hashes and checks passwords (argon2id). */
@Injectable()
export class Passwords {
  private readonly turns = new Semaphore(AT_ONCE);
  // Checked when there is no such account, so that the answer takes as long as for a wrong password.
  private readonly nobody = hash('nobody has this password', COST);

  hash(password: string): Promise<string> {
    return this.turns.runExclusive(() => hash(password.normalize('NFKC'), COST));
  }

  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.nobody);
    const right = await this.turns.runExclusive(() => verify(against, password.normalize('NFKC')));
    return right && passwordHash !== null;
  }
}
