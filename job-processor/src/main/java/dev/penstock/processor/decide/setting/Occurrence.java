package dev.penstock.processor.decide.setting;

import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Origin;
import dev.penstock.api.setting.Setting;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One job of a schedule: its name, so that a second firing of the same time is the same job (B1), and what it is. */
final class Occurrence {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int HASH = 10;

    private Occurrence() {}

    static JobId at(Setting.Schedule schedule, Instant fireTime) {
        return JobId.of(Setting.route(schedule.key()), TIME.format(fireTime.atOffset(ZoneOffset.UTC)));
    }

    /** Named after the command that asks for it, so that a copy of the command asks for the same. */
    static JobId asked(Setting.Schedule schedule, String command) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
            String name = new BigInteger(1, Arrays.copyOf(hash, HASH)).toString(36);
            return JobId.of(Setting.route(schedule.key()), "now-" + name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The submission: whoever made the schedule, its jobs are started by the system (S2.11). */
    static Submit submit(Setting.Schedule schedule, JobId id, Instant fireTime) {
        JobSpec s = schedule.spec();
        @Nullable Instant deadline = schedule.startWithin() == null ? null : fireTime.plus(schedule.startWithin());
        Map<String, String> metadata = new HashMap<>(s.metadata());
        metadata.put("schedule", schedule.name());
        metadata.put("fireTime", fireTime.toString());
        return new Submit(
                id,
                null,
                new JobSpec(
                        s.type(),
                        s.schemaVersion(),
                        s.payload(),
                        s.queue(),
                        s.priority(),
                        null,
                        null,
                        null,
                        deadline,
                        s.runBy(),
                        Origin.SYSTEM,
                        s.notifyUser(),
                        s.instance(),
                        s.batch(),
                        s.tags(),
                        metadata,
                        s.links(),
                        s.limitKey(),
                        s.subject(),
                        null,
                        s.overrides(),
                        null));
    }

    /** What a schedule's submission may not say; null if it says nothing of that. */
    static @Nullable String objection(JobSpec s) {
        String field = s.runAt() != null
                ? "runAt"
                : s.startBefore() != null
                        ? "startBefore"
                        : s.idempotencyKey() != null
                                ? "idempotencyKey"
                                : s.unique() != null
                                        ? "unique"
                                        : s.replyTo() != null ? "replyTo" : s.batchOf() != null ? "batchOf" : null;
        return field == null
                ? null
                : "the submission of a schedule cannot have the field " + field
                        + ": its fire time says when its jobs run and what they are called; use startWithin and overlap.";
    }
}
