/**
 * Part of the room {@code handlers} (floor 3): transfers between accounts, step by step, each step a database transaction that
 * submits the next one through an outbox (S3.2, S3.4).
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code dev.penstock.api.outbox} and JDBC. Start with
 * {@link dev.penstock.processor.handlers.workflow.WorkflowSteps}.
 */
@NullMarked
package dev.penstock.processor.handlers.workflow;

import org.jspecify.annotations.NullMarked;
