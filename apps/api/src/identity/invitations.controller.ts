import {
  type Actor,
  type Invitation,
  type InvitationDetails,
  INVITATIONS_PATH,
  type Session,
} from '@lectern/identity';
import { InvitationAcceptance, InvitationRequest } from '@lectern/identity/requests';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import type { Config } from '../platform/config';
import { sessionCookie, sessionCookieName } from '../platform/session-cookie';
import { type Limit, Throttle } from '../platform/throttle';
import { CONFIG } from '../platform/tokens';
import { CurrentActor } from '../platform/visitor.decorators';
import { sessionView } from './account.mapper';
import { InvitationsService } from './invitations.service';
import { SessionsService } from './sessions.service';

const TRIES: Limit = { name: 'invitation-address', tries: 100, seconds: 900 };

/** Inviting people, and accepting. */
@Controller(INVITATIONS_PATH)
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly sessions: SessionsService,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @RequirePermission('account.invite')
  @Post()
  @Answers(201, 'Invitation')
  invite(@CurrentActor() actor: Actor, @Body() request: InvitationRequest): Promise<Invitation> {
    return this.invitations.invite(actor, request);
  }

  @Public()
  @Get(':token')
  @Answers(200, 'InvitationDetails')
  async details(@Param('token') token: string, @Req() raw: FastifyRequest): Promise<InvitationDetails> {
    await this.throttle.take(TRIES, raw.ip);
    return this.invitations.details(token);
  }

  @Public()
  @Post(':token/acceptance')
  @Answers(201, 'Session')
  async accept(
    @Param('token') token: string,
    @Body() request: InvitationAcceptance,
    @Req() raw: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    await this.throttle.take(TRIES, raw.ip);
    const account = await this.invitations.accept(token, request);
    const name = sessionCookieName(this.config);
    const { token: sessionToken, expiresAt } = await this.sessions.start(account.id, raw.cookies[name]);
    void reply.setCookie(name, sessionToken, sessionCookie(this.config, expiresAt));
    return sessionView(account);
  }
}
