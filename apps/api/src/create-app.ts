import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { AppModule } from './app.module';
import type { Database } from './persistence/database';
import { AccessGuard } from './platform/access.guard';
import { addCompression } from './platform/compression';
import { IdempotencyInterceptor } from './platform/idempotency.interceptor';
import { NestLog } from './platform/logging';
import { Metrics } from './platform/metrics';
import { type PhoneCertificate, serveAuthority } from './platform/phone-certificate';
import type { PlatformParts } from './platform/platform.module';
import { ProblemFilter } from './platform/problem.filter';
import { problemOf } from './platform/problems';
import { requestContext } from './platform/request-context';
import { RequestPipe } from './platform/request.pipe';
import { addSecurityHeaders } from './platform/security-headers';
import { DEVICE_READER, SESSION_READER } from './platform/visitors';
import { serveWebFiles } from './platform/web-files';

const BODY_LIMIT = 100_000;
/** A scan batch of 500 and a roster of 500 people with notes are larger than anything else that is sent as JSON. */
const LARGE_BODIES = 1_500_000;
const FILE_LIMIT = 5_000_000;

const CONTENT_TYPES = /^(application\/json|multipart\/form-data)\s*(;|$)/i;

const CORRELATION_ID = /^[\w.-]{8,64}$/;

/**
 * The whole application, ready to listen; tests build it with a fixed clock and a database of their own. With a
 * certificate it speaks HTTPS.
 */
export const createApp = async (
  parts: PlatformParts,
  database: Database,
  certificate?: PhoneCertificate,
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    ...(certificate ? { https: { key: certificate.key, cert: certificate.cert } } : {}),
    bodyLimit: LARGE_BODIES,
    trustProxy: parts.config.trustProxy,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded reaches no route and no filter.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf({ statusCode: 400 }, request.id);
      void reply
        .status(400)
        .headers({ 'x-correlation-id': request.id, 'x-content-type-options': 'nosniff' })
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem));
    },
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-correlation-id'];
      return typeof given === 'string' && CORRELATION_ID.test(given) ? given : v7();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts, database), adapter, {
    logger: new NestLog(parts.logger),
    abortOnError: false,
  });
  await addCompression(app);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 5, fieldSize: 250_000, parts: 6, headerPairs: 50 },
    throwFileSizeLimit: true,
  });
  await addSecurityHeaders(app, parts.config);
  watchRequests(app, parts);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics', 'api/openapi.json'] });
  const reflector = app.get(Reflector);
  app.useGlobalGuards(
    new AccessGuard(reflector, parts.config, app.get(SESSION_READER), app.get(DEVICE_READER)),
  );
  app.useGlobalInterceptors(new IdempotencyInterceptor(database, reflector, parts.clock, parts.seal));
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(parts.logger));
  if (certificate) serveAuthority(app, certificate);
  await serveWebFiles(app);
  return app;
};

/** Gives each request its context, its correlation id, its line in the log and its figure in the metrics. */
const watchRequests = (app: NestFastifyApplication, { logger }: PlatformParts): void => {
  const server = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    done();
  });
  // After the body is read: what follows, and only that, runs in the request's own context.
  server.addHook('preHandler', (request, _reply, done) => {
    requestContext.run({ correlationId: request.id }, done);
  });
  server.addHook('preParsing', (request, reply, payload, done) => {
    const length = Number(request.headers['content-length'] ?? 0);
    const large = /\/(scans|roster|roster-previews)$/.test(request.url.split('?')[0] ?? '');
    const type = request.headers['content-type'];
    const hasBody = length > 0 || request.headers['transfer-encoding'] !== undefined;
    const refuse = (status: number): void => {
      const problem = problemOf({ statusCode: status }, request.id);
      void reply.status(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    };
    // Fastify and Nest would read forms and plain text too, which other sites can make a browser send.
    if (hasBody && type !== undefined && !CONTENT_TYPES.test(type)) {
      refuse(415);
      return;
    }
    const multipartBody = type?.startsWith('multipart/') ?? false;
    if (length > BODY_LIMIT && !large && !multipartBody) {
      refuse(413);
      return;
    }
    done(null, payload);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const line = {
      correlationId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) logger.warn(line, 'answered');
    else logger.debug(line, 'answered');
    done();
  });
};
