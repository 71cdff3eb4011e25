package dev.penstock.api.client.control;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.wire.Wire;
import java.util.function.Function;

/**
 * What people and services ask of jobs. Every method sends one signed command and returns its id when it is durable; the
 * command's outcome in {@code jobs.events} names that id. What is not allowed is refused there, with a sentence.
 */
public final class JobControl {
    private final Function<Command, String> send;
    private final SettingControl settings;

    /** Control through something that signs and sends. */
    public JobControl(Function<Command, String> send) {
        this.send = send;
        this.settings = new SettingControl(send);
    }

    /** The same for queues, types, schedules, limits and templates. */
    public SettingControl settings() {
        return settings;
    }

    /** Ask the handler to stop; the job is STOPPING until it does (S2.15). */
    public String stop(JobId job) {
        return send.apply(new Act.Stop(job));
    }

    /** Interrupt the handler of a STOPPING job; its data may become inconsistent (S2.17). */
    public String forceStop(JobId job) {
        return send.apply(new Act.ForceStop(job));
    }

    /** Go on where a STOPPED job left off (S2.16). */
    public String resume(JobId job) {
        return send.apply(new Act.Resume(job));
    }

    /** Give the job up (S2.18, S3.25). */
    public String abort(JobId job) {
        return send.apply(new Act.Abort(job));
    }

    /** Back to the queue, attempts from 0 (S0.17). */
    public String retry(JobId job) {
        return send.apply(new Act.Retry(job));
    }

    /** Run a COMPLETED job again (S2.19). */
    public String restart(JobId job) {
        return send.apply(new Act.Restart(job));
    }

    /** Start a SCHEDULED or RETRYING job without waiting. */
    public String runNow(JobId job) {
        return send.apply(new Act.RunNow(job));
    }

    /** Move to another lane (S2.20, S2.21). */
    public String setPriority(JobId job, Priority lane) {
        return send.apply(new Act.SetPriority(job, lane));
    }

    /** Retry with another payload, written as JSON; the old one stays in the history. */
    public String editPayload(JobId job, Object payload) {
        return send.apply(new Act.EditPayload(job, payload instanceof Json json ? json : new Json(Wire.text(payload))));
    }

    /** Free the lease of a stuck job; it is then retried or failed (S1.23). */
    public String expireLease(JobId job, long lease) {
        return send.apply(new Act.ExpireLease(job, lease));
    }

    /** Out of every view; its events stay in the log (S0.18). */
    public String delete(JobId job) {
        return send.apply(new Act.Delete(job));
    }

    /** A person has looked at a flagged job (S1.21). */
    public String clearReview(JobId job) {
        return send.apply(new Act.ClearReview(job));
    }

    /** Destroy the key of the job's data subject (B15). */
    public String eraseSubject(JobId job, String subject) {
        return send.apply(new Act.EraseSubject(job, subject));
    }

    /** A worker takes nothing new and finishes what it has. */
    public String quiet(String worker) {
        return send.apply(new GroupCommand.Quiet(worker));
    }
}
