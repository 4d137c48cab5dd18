import { createHash } from 'node:crypto';
import { type Clock, DomainError } from '@lectern/core';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { ACCESS, type Access, UNKEYED } from './access';
import { requestContext } from './request-context';
import type { Seal } from './seal';

interface StoredAnswer {
  readonly fingerprint: string;
  readonly body: string;
}

const PURPOSE = 'idempotency';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Honours `Idempotency-Key` on every POST of JSON by somebody signed in. The answer is stored in the same transaction as the
 * change, so a repeat gets the first answer, and a crash leaves either both or neither. Answers hold links, codes and what is
 * needed on the day, so they are kept sealed.
 */
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const actor = requestContext.current()?.actor;
    if (request.method !== 'POST' || typeof key !== 'string' || access?.kind !== 'permission' || !actor) {
      return next.handle();
    }
    if (this.reflector.get<true | undefined>(UNKEYED, context.getHandler())) return next.handle();
    // A file is read once, as it arrives, so neither can it be compared nor the work be run again.
    if (request.isMultipart()) return next.handle();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new DomainError(
        'invalid',
        'bad-idempotency-key',
        'An Idempotency-Key has 1 to 200 printable characters.',
      );
    }
    const path = request.url.split('?')[0] ?? '';
    const keyHash = sha(`${actor.id}\n${path}\n${key}`);
    const fingerprint = sha(JSON.stringify(request.body ?? null));
    return from(this.once(keyHash, fingerprint, next, http.getResponse<FastifyReply>()));
  }

  private async once(
    keyHash: string,
    fingerprint: string,
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<unknown> {
    const stored = await this.find(keyHash);
    if (stored) return this.replay(keyHash, stored, fingerprint, reply);
    try {
      return await this.database.transaction(async () => {
        // The key is taken before the work: of twins that arrive at once, the second waits here and then finds the answer.
        await this.database.execute(
          'INSERT INTO idempotency_keys (key_hash, fingerprint, status, body, created_at) VALUES (?, ?, ?, ?, ?)',
          [keyHash, fingerprint, 201, '', this.clock.now()],
        );
        const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
        await this.database.execute('UPDATE idempotency_keys SET body = ? WHERE key_hash = ?', [
          this.seal.close(PURPOSE, keyHash, JSON.stringify(body ?? null)),
          keyHash,
        ]);
        return body;
      });
    } catch (error) {
      // A twin with the same key was first: its answer is ours.
      const twin = isUniqueViolation(error) ? await this.find(keyHash) : undefined;
      if (twin) return this.replay(keyHash, twin, fingerprint, reply);
      throw error;
    }
  }

  private async find(keyHash: string): Promise<StoredAnswer | undefined> {
    const [row] = await this.database.select<StoredAnswer>(
      'SELECT fingerprint, body FROM idempotency_keys WHERE key_hash = ?',
      [keyHash],
    );
    return row;
  }

  private replay(keyHash: string, stored: StoredAnswer, fingerprint: string, reply: FastifyReply): unknown {
    if (stored.fingerprint !== fingerprint) {
      throw new DomainError(
        'conflict',
        'idempotency-key-reused',
        'This Idempotency-Key was used for a different request. Use a new key.',
      );
    }
    void reply.header('idempotency-replayed', 'true');
    return JSON.parse(this.seal.open(PURPOSE, keyHash, stored.body)) as unknown;
  }
}
