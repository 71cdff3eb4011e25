package dev.penstock.api.client;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.topic.TopicNames;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a submission may ask for, said before it is sent: the processor would refuse the same, but only into the log.
 * Every complaint is an {@link IllegalArgumentException} that says what to do.
 */
final class SpecCheck {
    private static final int MAX_PAYLOAD = 256 * 1024;
    private static final int MAX_LABELS = 32 * 1024;
    private static final Duration PAST = Duration.ofMinutes(1);
    private static final Duration FUTURE = Duration.ofDays(366);
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private SpecCheck() {}

    static void check(JobSpec spec) {
        if (!TYPE.matcher(spec.type()).matches()) {
            throw complaint(spec.type(), "a job type is made of letters, digits, . _ and -, at most 100");
        }
        if (spec.namesQueue() && !TopicNames.isQueueName(spec.queue())) {
            throw complaint(
                    spec.type(),
                    "a queue's name is made of letters, digits, _ and -, at most 60; this one is \"" + spec.queue()
                            + "\"");
        }
        if (spec.payload().exceeds(MAX_PAYLOAD)) {
            throw complaint(
                    spec.type(),
                    "its payload has " + spec.payload().bytes() + " bytes, at most " + MAX_PAYLOAD
                            + " are allowed. Put the data into a store and its address into the payload");
        }
        if (spec.unique() != null && spec.idempotencyKey() != null) {
            throw complaint(
                    spec.type(), "it has an idempotency key and is unique; either of them names the job. Use one");
        }
        if (spec.subject() != null && !SUBJECT.matcher(spec.subject()).matches()) {
            throw complaint(
                    spec.type(),
                    "its subject is no pseudonym. A client with keys of subjects makes it, and seals the payload"
                            + " (NewJob.subject); a name in the clear would stay in the log for ever");
        }
        int labels = length(spec.tags()) + length(spec.metadata()) + length(spec.links());
        if (labels > MAX_LABELS) {
            throw complaint(
                    spec.type(),
                    "its tags, metadata and links have " + labels + " characters, at most " + MAX_LABELS
                            + " are allowed");
        }
    }

    /** The start time as it is sent: none if it lies in the past by more than clocks may differ. */
    static @Nullable Instant runAt(String type, @Nullable Instant runAt, Instant now) {
        if (runAt == null || runAt.isBefore(now.minus(PAST))) {
            return null;
        }
        if (runAt.isAfter(now.plus(FUTURE))) {
            throw complaint(
                    type, "runAt " + runAt + " is more than " + FUTURE.toDays() + " days ahead. Use an earlier time");
        }
        return runAt;
    }

    /** A wait from now on. */
    static void wait(String type, Duration wait) {
        if (wait.isNegative() || wait.compareTo(FUTURE) > 0) {
            throw complaint(
                    type,
                    "a wait of " + wait + " is not between 0 and " + FUTURE.toDays() + " days. Use a shorter one");
        }
    }

    private static int length(Object labels) {
        return labels.toString().length();
    }

    private static IllegalArgumentException complaint(String type, String what) {
        String shown = type.length() > 100 ? type.substring(0, 100) + "…" : type;
        return new IllegalArgumentException("Cannot submit " + shown + ": " + what);
    }
}
