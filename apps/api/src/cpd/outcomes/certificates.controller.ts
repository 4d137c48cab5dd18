import type { Page } from '@lectern/core';
import {
  type Certificate,
  CERTIFICATE_CHECK_PATH,
  type CertificateCheck,
  CERTIFICATES_PATH,
  CPD_SESSIONS_PATH,
} from '@lectern/cpd';
import { CertificateWithdrawal } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public, RequirePermission } from '../../platform/access';
import { Answers, AnswersFile } from '../../platform/answers';
import { asFile } from '../../platform/printed-file';
import { type Limit, Throttle } from '../../platform/throttle';
import { CurrentActor } from '../../platform/visitor.decorators';
import { CertificatesService } from './certificates.service';

const CHECKS: Limit = { name: 'certificate-code', tries: 100, seconds: 900 };

/** Certificates and the check of their codes. */
@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly throttle: Throttle,
  ) {}

  @RequirePermission('certificate.own')
  @Get(CERTIFICATES_PATH)
  @Answers(200, 'Page<Certificate>')
  own(@CurrentActor() actor: Actor): Promise<Page<Certificate>> {
    return this.certificates.own(actor);
  }

  @RequirePermission('certificate.own')
  @Get(`${CERTIFICATES_PATH}/:id.pdf`)
  @AnswersFile('application/pdf')
  async print(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return asFile(await this.certificates.print(actor, id));
  }

  @RequirePermission('cpd.plan')
  @Get(`${CPD_SESSIONS_PATH}/:id/certificates`)
  @Answers(200, 'Page<Certificate>')
  ofSession(@Param('id') id: string): Promise<Page<Certificate>> {
    return this.certificates.ofSession(id);
  }

  @RequirePermission('cpd.plan')
  @Post(`${CERTIFICATES_PATH}/:id/withdrawal`)
  @HttpCode(200)
  @Answers(200, 'Certificate')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() withdrawal: CertificateWithdrawal,
  ): Promise<Certificate> {
    return this.certificates.withdraw(actor, id, withdrawal);
  }

  @Public()
  @Get(`${CERTIFICATE_CHECK_PATH}/:code`)
  @Answers(200, 'CertificateCheck')
  async check(@Param('code') code: string, @Req() raw: FastifyRequest): Promise<CertificateCheck> {
    await this.throttle.take(CHECKS, raw.ip);
    return this.certificates.check(code);
  }
}
