import { type Actor, type Session, SESSION_PATH } from '@lectern/identity';
import { SignIn } from '@lectern/identity/requests';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { CurrentActor } from '../platform/visitor.decorators';
import { notFound } from '@lectern/core';
import { AccountsService } from './accounts.service';
import { sessionView } from './account.mapper';
import { sessionCookie, sessionCookieName } from '../platform/session-cookie';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';

/** Signing in and out. */
@Controller(SESSION_PATH)
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Post()
  @Answers(201, 'Session')
  async signIn(
    @Body() request: SignIn,
    @Req() raw: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const account = await this.signIns.check(request, raw.ip);
    const name = sessionCookieName(this.config);
    const { token, expiresAt } = await this.sessions.start(account.id, raw.cookies[name]);
    void reply.setCookie(name, token, sessionCookie(this.config, expiresAt));
    return sessionView(account);
  }

  @RequirePermission('session.own')
  @Get()
  @Answers(200, 'Session')
  async current(@CurrentActor() actor: Actor): Promise<Session> {
    const account = await this.accounts.find(actor.accountId);
    if (!account) throw notFound('account');
    return sessionView(account);
  }

  @RequirePermission('session.own')
  @Delete()
  @HttpCode(204)
  @Answers(204)
  async signOut(@Req() raw: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const name = sessionCookieName(this.config);
    const token = raw.cookies[name];
    if (token) await this.sessions.end(token);
    void reply.setCookie(name, '', sessionCookie(this.config, new Date(0)));
  }
}
