import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@lectern/identity';
import type { FastifyRequest } from 'fastify';
import type { DeviceVisitor } from './visitors';

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The account that asks; the guard has made sure that there is one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new Error('A route asks for its actor without requiring a permission.');
  return actor;
});

/** The account that asks, or null for a visitor who is not signed in. */
export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => requestOf(context).actor ?? null,
);

/** The paired device that asks. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext): DeviceVisitor => {
  const { device } = requestOf(context);
  if (!device) throw new Error('A route asks for its device without being for devices.');
  return device;
});
