package dev.penstock.processor.stream;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.command.Timer;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.key.Ids;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.timer.KeyRing;
import dev.penstock.processor.timer.TimerToken;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may be believed at the inner door (A7): reports return the token of their dispatch, acts and settings carry the
 * signature of an act key, timers the proof that a processor sent them.
 */
final class Trust implements Ports.Secrets {
    private final KeyRing keys;
    private final TimerToken timers;
    private final Function<JobId, @Nullable Job> jobs;
    private byte[] record = new byte[0];

    Trust(KeyRing keys, Function<JobId, @Nullable Job> jobs) {
        this.keys = keys;
        this.timers = new TimerToken(keys);
        this.jobs = jobs;
    }

    /** The bytes of the record that is handled next: a signature covers them as they lie in the topic. */
    void take(byte[] bytes) {
        record = bytes;
    }

    @Override
    public String leaseToken(JobId job, int round, int attempt, long number) {
        return keys.leases().issue(job, round, attempt, number);
    }

    @Override
    public String uploadToken(JobId job, long number) {
        return keys.uploads().issue(job, number);
    }

    @Override
    public String uniqueRoute(String tenant, JobSpec spec) {
        return new Ids(keys.keys().ids()).uniqueRoute(tenant, spec);
    }

    @Override
    public @Nullable String distrust(CommandMessage message) {
        return switch (message.body()) {
            case Report report ->
                keys.leases().fits(message.token(), report.job(), report.lease())
                        ? null
                        : what(message) + " does not return the token of its dispatch: only the worker that read the"
                                + " dispatch can report about it.";
            case Timer timer ->
                timers.fits(message.token(), timer)
                        ? null
                        : what(message) + " was not sent by a processor of this installation.";
            case Submit submit -> what(message) + " came through the inner door: send it to the submissions topic.";
            case Act act -> keys.acts().objection(message, record, queue(act.job()));
            case SettingCommand.FireSchedule fire ->
                timers.fits(message.token(), fire)
                        ? null
                        : what(message) + " was not sent by a processor of this installation.";
            case SettingCommand setting -> keys.acts().objection(message, record, null);
            case GroupCommand group -> keys.acts().objection(message, record, null);
        };
    }

    private @Nullable String queue(JobId id) {
        Job job = jobs.apply(id);
        return job == null ? null : job.queue();
    }

    private static String what(CommandMessage m) {
        return m.body().getClass().getSimpleName() + " for " + m.body().route() + " by " + m.actor();
    }
}
