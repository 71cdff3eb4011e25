package dev.penstock.processor.decide;

import dev.penstock.api.command.Submit;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.turn.Waits;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a submission may ask for; each refusal says what is wrong and what to do. */
final class SubmissionCheck {
    static final int MAX_PAYLOAD = 256 * 1024;
    private static final int MAX_LIMIT_KEY = 200;
    private static final int MAX_LABELS = 32_768;
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private SubmissionCheck() {}

    static @Nullable Decision refusal(Facts facts, Submit submit, Instant now) {
        Decision refused = form(submit);
        if (refused == null) {
            refused = names(facts, submit);
        }
        if (refused == null) {
            refused = subject(submit);
        }
        return refused != null ? refused : bounds(facts, submit, now);
    }

    private static @Nullable Decision form(Submit submit) {
        JobSpec spec = submit.spec();
        if (!TYPE.matcher(spec.type()).matches()) {
            return invalid(submit, "a job type is made of letters, digits, . _ and -, at most 100.");
        }
        if (spec.payload().exceeds(MAX_PAYLOAD)) {
            return refused(
                    submit,
                    RefusalKind.TOO_LARGE,
                    "its payload has " + spec.payload().bytes() + " bytes, at most " + MAX_PAYLOAD
                            + " are allowed. Put the data into a store and its address into the payload.");
        }
        if (spec.schemaVersion() < 1) {
            return invalid(submit, "schemaVersion is at least 1, not " + spec.schemaVersion() + ".");
        }
        int labels = spec.tags().toString().length()
                + spec.metadata().toString().length()
                + spec.links().toString().length();
        if (labels > MAX_LABELS) {
            return refused(
                    submit,
                    RefusalKind.TOO_LARGE,
                    "its tags, metadata and links have " + labels + " characters, at most " + MAX_LABELS
                            + " are allowed.");
        }
        return null;
    }

    private static @Nullable Decision names(Facts facts, Submit submit) {
        if (!facts.queues().isEmpty()) {
            return refused(
                    submit,
                    RefusalKind.UNKNOWN_NAME,
                    "there is no queue " + facts.queue()
                            + (submit.spec().namesQueue() ? "" : ", to which its type sends jobs that name none")
                            + ". Known queues: "
                            + String.join(", ", facts.queues())
                            + ". Start a worker that serves it (./penstock worker --queues "
                            + facts.queue() + "), or put it with PutQueue.");
        }
        String limitKey = submit.spec().limitKey();
        if (limitKey != null
                && (limitKey.isEmpty() || limitKey.length() > MAX_LIMIT_KEY || limitKey.indexOf('/') >= 0)) {
            return invalid(submit, "a limitKey has 1 to " + MAX_LIMIT_KEY + " characters, none of them /.");
        }
        if (limitKey != null && !facts.around().isLimit(limitKey)) {
            return refused(
                    submit,
                    RefusalKind.UNKNOWN_NAME,
                    "there is no limit that limitKey " + limitKey
                            + " names. Put one with PutLimit, or leave the field out.");
        }
        return submit.parent() == null ? null : parent(facts.parent(), submit);
    }

    /** Children of a job that runs are created by its handler; from outside only a batch can be joined. */
    private static @Nullable Decision parent(@Nullable Job parent, Submit submit) {
        if (parent == null) {
            return refused(
                    submit,
                    RefusalKind.UNKNOWN_JOB,
                    "its parent " + submit.parent() + " does not exist. Name a job that has not ended, or none.");
        }
        Integer expected = parent.spec().batchOf();
        if (expected == null) {
            return refused(
                    submit,
                    RefusalKind.WRONG_STATUS,
                    "its parent " + parent.id() + " is no batch: only its own handler can create children of it.");
        }
        if (parent.status() != Status.WAITING_FOR_CHILDREN || parent.children().total() >= expected) {
            return refused(
                    submit,
                    RefusalKind.WRONG_STATUS,
                    "the batch " + parent.id() + " is " + parent.status() + " and has "
                            + parent.children().total() + " of " + expected + " jobs.");
        }
        return submit.job().route().equals(parent.id().route())
                ? null
                : invalid(
                        submit,
                        "the id of a batch's job begins with the batch's route, "
                                + parent.id().route() + ".");
    }

    /** The log is kept for ever: a name or an address does not belong into it, and nothing that its owner can have erased. */
    private static @Nullable Decision subject(Submit submit) {
        String subject = submit.spec().subject();
        return subject == null || SUBJECT.matcher(subject).matches()
                ? null
                : invalid(
                        submit,
                        "its subject is no pseudonym. A client with keys of subjects makes it, and seals the payload"
                                + " (NewJob.subject); a name in the clear would stay in the log for ever.");
    }

    private static @Nullable Decision bounds(Facts facts, Submit submit, Instant now) {
        Instant runAt = submit.spec().runAt();
        if (runAt != null && runAt.isAfter(now.plus(Waits.LONGEST))) {
            return invalid(
                    submit,
                    "runAt " + runAt + " is more than " + Waits.LONGEST.toDays() + " days ahead. Use an earlier time.");
        }
        try {
            facts.policy().with(submit.spec().overrides());
            return null;
        } catch (IllegalArgumentException e) {
            return invalid(submit, e.getMessage() + ".");
        }
    }

    private static Decision invalid(Submit submit, String what) {
        return refused(submit, RefusalKind.INVALID, what);
    }

    private static Decision refused(Submit submit, RefusalKind kind, String what) {
        String type = submit.spec().type();
        String shown = type.length() > 100 ? type.substring(0, 100) + "…" : type;
        return Decision.refused(kind, "Cannot submit " + shown + " as " + submit.job() + ": " + what);
    }
}
