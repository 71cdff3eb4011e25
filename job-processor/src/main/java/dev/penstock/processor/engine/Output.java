package dev.penstock.processor.engine;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import org.jspecify.annotations.Nullable;

/** A record to forward, in the transaction of the command that caused it. */
public sealed interface Output {
    /** To {@code jobs.events}. */
    record Event(EventMessage message) implements Output {}

    /** To the work topic of the order's queue and lane. */
    record Work(WorkOrder order) implements Output {}

    /** To the rung of the ladder that fits. */
    record Retry(RetryPointer pointer) implements Output {}

    /** To {@code jobs.dead-letter}. */
    record Dead(String key, DeadLetter letter) implements Output {}

    /** To {@code jobs.signals}, for one worker or client. */
    record Signal(String to, dev.penstock.api.dispatch.Signal signal) implements Output {}

    /** To {@code jobs.revoked}. */
    record Revoke(JobId job, Revocation revocation) implements Output {}

    /** To {@code jobs.grants}. */
    record Granted(String worker, Grant grant) implements Output {}

    /** To {@code jobs.gates}. */
    record Gate(String name, GateRequest request) implements Output {}

    /** To {@code jobs.commands}, outside the transaction: the rest of an act (A1, A6). */
    record Next(dev.penstock.api.command.Timer timer) implements Output {}

    /**
     * To {@code jobs.submissions}: an act on a job that nobody knows yet. The two doors are read side by side, so it may
     * have come in before the submission of its job; behind all submissions that were accepted before, it is decided.
     */
    record Behind(CommandMessage act) implements Output {}

    /** To {@code jobs.settings}; null removes the entry. */
    record Changed(String key, dev.penstock.api.setting.@Nullable Setting setting) implements Output {}
}
