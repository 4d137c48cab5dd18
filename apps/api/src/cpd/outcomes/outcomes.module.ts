import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module';
import { CpdAttendanceModule } from '../attendance/attendance.module';
import { PlanningModule } from '../planning/planning.module';
import { CertificateGrounds } from './certificate-grounds';
import { CertificateIssuer } from './certificate-issuer';
import { CertificatesController } from './certificates.controller';
import { CertificatesRepository } from './certificates.repository';
import { CertificatesService } from './certificates.service';
import { EvidenceController } from './evidence.controller';
import { EvidenceReader } from './evidence-reader';
import { EvidenceRepository } from './evidence.repository';
import { EvidenceService } from './evidence.service';
import { OutcomeFacts } from './outcome-facts';
import { OutcomeFactsRepository } from './outcome-facts.repository';
import { OutcomePost } from './outcome-post';
import { SessionFeedbackController } from './session-feedback.controller';
import { SessionFeedbackRepository } from './session-feedback.repository';
import { SessionFeedbackService } from './session-feedback.service';

/** Feedback, certificates and evidence. */
@Module({
  imports: [CpdAttendanceModule, IdentityModule, PlanningModule],
  controllers: [SessionFeedbackController, CertificatesController, EvidenceController],
  providers: [
    CertificateGrounds,
    CertificateIssuer,
    CertificatesRepository,
    CertificatesService,
    EvidenceReader,
    EvidenceRepository,
    EvidenceService,
    OutcomeFacts,
    OutcomeFactsRepository,
    OutcomePost,
    SessionFeedbackRepository,
    SessionFeedbackService,
  ],
  exports: [CertificatesService, EvidenceService, SessionFeedbackService],
})
export class CpdOutcomesModule {}
