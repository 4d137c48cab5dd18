import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import {
  type Certificate,
  CERTIFICATE_CHECK_PATH,
  type CertificateCheck,
  CERTIFICATES_PATH,
  type CertificateWithdrawal,
  CPD_SESSIONS_PATH,
  type CpdSession,
  EVIDENCE_PATH,
  type EvidenceChange,
  type EvidenceForMentor,
  type EvidenceListing,
  type EvidenceRecord,
  FEEDBACK_PATH,
  type FeedbackForm,
  type FeedbackForMentor,
  type FeedbackRequest,
  OWN_FEEDBACK_PATH,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

const session = (id: string): string => `${CPD_SESSIONS_PATH}/${encodeURIComponent(id)}`;

/** Feedback, certificates and evidence over HTTP. */
@Injectable({ providedIn: 'root' })
export class OutcomesApi {
  private readonly api = inject(Api);

  feedbackForms(): Promise<Page<FeedbackForm>> {
    return this.api.get(OWN_FEEDBACK_PATH);
  }

  feedbackForm(sessionId: string): Promise<FeedbackForm> {
    return this.api.get(`${session(sessionId)}/feedback-form`);
  }

  giveFeedback(sessionId: string, request: FeedbackRequest): Promise<FeedbackForm> {
    return this.api.post(`${session(sessionId)}/${FEEDBACK_PATH}`, request);
  }

  /** As staff and mentors read it. */
  feedback(sessionId: string): Promise<FeedbackForMentor> {
    return this.api.get(`${session(sessionId)}/${FEEDBACK_PATH}`);
  }

  session(id: string): Promise<CpdSession> {
    return this.api.get(session(id));
  }

  certificates(): Promise<Page<Certificate>> {
    return this.api.get(CERTIFICATES_PATH);
  }

  certificatesOf(sessionId: string): Promise<Page<Certificate>> {
    return this.api.get(`${session(sessionId)}/certificates`);
  }

  withdraw(id: string, request: CertificateWithdrawal): Promise<Certificate> {
    return this.api.post(`${CERTIFICATES_PATH}/${encodeURIComponent(id)}/withdrawal`, request);
  }

  check(code: string): Promise<CertificateCheck> {
    return this.api.get(`${CERTIFICATE_CHECK_PATH}/${encodeURIComponent(code)}`);
  }

  evidence(): Promise<Page<EvidenceRecord>> {
    return this.api.get(EVIDENCE_PATH);
  }

  changeEvidence(id: string, change: EvidenceChange): Promise<EvidenceRecord> {
    return this.api.patch(`${EVIDENCE_PATH}/${encodeURIComponent(id)}`, change);
  }

  /** Of one academic year. */
  evidenceToGuide(academicYear: string): Promise<Page<EvidenceListing>> {
    return this.api.get(`${EVIDENCE_PATH}/to-guide`, { academicYear });
  }

  evidenceForMentor(id: string): Promise<EvidenceForMentor> {
    return this.api.get(`${EVIDENCE_PATH}/${encodeURIComponent(id)}`);
  }

  note(id: string, text: string): Promise<EvidenceForMentor> {
    return this.api.put(`${EVIDENCE_PATH}/${encodeURIComponent(id)}/mentor-note`, { text });
  }
}

/** Where a certificate is downloaded. */
export const certificateAddress = ({ id }: Certificate): string => `/api/${CERTIFICATES_PATH}/${id}.pdf`;

/** Where a trainee downloads the whole record. */
export const EVIDENCE_ADDRESS = `/api/${EVIDENCE_PATH}.pdf`;
