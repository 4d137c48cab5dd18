import { DomainError } from '@lectern/core';
import { can } from '@lectern/identity';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from './access';
import type { Config } from './config';
import { requestContext } from './request-context';
import { refuseForeignOrigin } from './same-origin';
import { sessionCookieName } from './session-cookie';
import type { DeviceReader, SessionReader } from './visitors';

const signInFirst = (): DomainError => new DomainError('unauthenticated', 'not-signed-in', 'Sign in first.');

/** Deny by default: a route that does not say who may call it answers nobody. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly sessions: SessionReader,
    private readonly devices: DeviceReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new DomainError('not-found', 'not-found', 'There is nothing at this address.');
    refuseForeignOrigin(request, this.config.url);
    if (access.kind === 'device') return this.admitDevice(request, access);
    await this.recogniseActor(request);
    if (access.kind === 'public') return true;
    if (!request.actor) throw signInFirst();
    if (!can(request.actor, access.permission)) {
      throw new DomainError('not-found', 'not-found', 'There is nothing here that your account may use.');
    }
    return true;
  }

  private async recogniseActor(request: FastifyRequest): Promise<void> {
    const token = request.cookies[sessionCookieName(this.config)];
    const actor = token ? await this.sessions.actorOf(token) : null;
    if (!actor) return;
    request.actor = actor;
    const running = requestContext.current();
    if (running) running.actor = { kind: 'account', id: actor.accountId };
  }

  private async admitDevice(request: FastifyRequest, access: Access & { kind: 'device' }): Promise<boolean> {
    const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const device = token ? await this.devices.deviceOf(token) : null;
    if (!device) {
      throw new DomainError(
        'unauthenticated',
        'device-not-paired',
        'This phone is not paired, or was unpaired. Pair it again with a new code.',
      );
    }
    if (!access.roles.includes(device.role)) {
      throw new DomainError(
        'forbidden',
        'not-a-supervisor',
        'Only a supervisor’s phone may do this. Ask the supervisor.',
      );
    }
    request.device = device;
    const running = requestContext.current();
    if (running) running.actor = { kind: 'device', id: device.deviceId };
    return true;
  }
}
