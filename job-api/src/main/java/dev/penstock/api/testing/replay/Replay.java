package dev.penstock.api.testing.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.AttemptEnd.Outcome;
import dev.penstock.api.mask.Masking;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.api.testing.SettableClock;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the recorded attempts of a job again, each with what it was given then, and compares what comes of them:
 * {@snippet :
 * Recording job = Recording.read(Path.of("01m83.json"));
 * assertThat(new Replay(job).run(new SendEmailHandler(smtp), SendEmail.class)).allMatch(Replay.Verdict::isSame);
 * }
 * The clock stands at the attempt's beginning. What the handler reaches outside, such as a mail server, is what the test gives it.
 */
public final class Replay {
    private final Recording recording;
    private final UnaryOperator<HandlerKit> more;

    public Replay(Recording recording) {
        this(recording, kit -> kit);
    }

    /** @param more what each kit is given besides, such as templates */
    public Replay(Recording recording, UnaryOperator<HandlerKit> more) {
        this.recording = recording;
        this.more = more;
    }

    /**
     * An attempt, run again.
     *
     * @param attempt as it was recorded
     * @param run what the handler did now; null: not run, because it was not the handler that ended it
     * @param differences sentences; empty if it ended alike
     */
    public record Verdict(RecordedAttempt attempt, @Nullable HandlerRun run, List<String> differences) {
        public Verdict {
            differences = List.copyOf(differences);
        }

        /** Whether it ended as it was recorded, or was not to be compared. */
        public boolean isSame() {
            return differences.isEmpty();
        }
    }

    /**
     * Runs all attempts that the handler itself had ended, in their order.
     *
     * @throws IllegalArgumentException if a recorded payload is no {@code payload}
     */
    public <P extends Record> List<Verdict> run(JobHandler<P> handler, Class<P> payload) {
        List<Verdict> verdicts = new ArrayList<>();
        for (RecordedAttempt attempt : recording.attempts()) {
            if (attempt.isOfTheHandler()) {
                HandlerRun run = kit(attempt).run(handler, read(attempt.payload(), payload));
                verdicts.add(new Verdict(attempt, run, compare(attempt, run)));
            } else {
                verdicts.add(new Verdict(attempt, null, List.of()));
            }
        }
        return verdicts;
    }

    private HandlerKit kit(RecordedAttempt attempt) {
        HandlerKit kit = more.apply(new HandlerKit(new SettableClock(attempt.startedAt())))
                .job(recording.job(), attempt.round(), recording.createdAt(), recording.runBy(), recording.tenant())
                .attempt(attempt.number());
        if (attempt.checkpoint() != null) {
            kit.checkpoint(attempt.checkpoint());
        }
        if (attempt.children() != null) {
            kit.children(attempt.children());
        }
        if (attempt.claimed()) {
            kit.fencingToken(attempt.lease());
        }
        return attempt.outcome() == Outcome.STOPPED ? kit.stopRequested() : kit;
    }

    private <P extends Record> P read(Json payload, Class<P> type) {
        try {
            return Wire.read(payload.text().getBytes(StandardCharsets.UTF_8), type);
        } catch (UndecodableException e) {
            if (payload.text().contains("\"" + Masking.SEAL + "\"")) {
                throw new IllegalArgumentException(
                        "The payload of " + recording.job() + " (" + recording.type()
                                + ") is sealed for its subject: a recording of it cannot be run again",
                        e);
            }
            throw new IllegalArgumentException(
                    "The payload of " + recording.job() + " (" + recording.type() + " v" + recording.schemaVersion()
                            + ") is no " + type.getSimpleName() + ": " + e.getMessage(),
                    e);
        }
    }

    private static List<String> compare(RecordedAttempt then, HandlerRun now) {
        List<String> differences = new ArrayList<>();
        differ(differences, "outcome", ended(then), ended(now));
        if (then.outcome() == Outcome.SUCCEEDED && now.isDone()) {
            if (!same(then.result(), now.result())) {
                differences.add("result: recorded " + then.result() + ", now " + now.result());
            }
        }
        Json kept = then.checkpoints().isEmpty() ? null : then.checkpoints().getLast();
        Json keeps = now.checkpoints().isEmpty() ? null : now.checkpoints().getLast();
        if (!same(kept, keeps)) {
            differences.add("last checkpoint: recorded " + kept + ", now " + keeps);
        }
        return differences;
    }

    private static void differ(List<String> differences, String what, String then, String now) {
        if (!then.equals(now)) {
            differences.add(what + ": recorded " + then + ", now " + now);
        }
    }

    private static String ended(RecordedAttempt then) {
        if (then.failure() != null) {
            return "FAILED " + then.failure().kind() + " " + then.failure().error();
        }
        return then.awaits() ? "waits for its children" : String.valueOf(then.outcome());
    }

    private static String ended(HandlerRun now) {
        if (now.failure() != null) {
            return "FAILED " + now.failure().kind() + " " + now.failure().error();
        }
        if (now.stopped()) {
            return "STOPPED";
        }
        if (now.snoozed() != null) {
            return "SNOOZED";
        }
        return now.family().awaited() != null ? "waits for its children" : "SUCCEEDED";
    }

    private static boolean same(@Nullable Json one, @Nullable Json other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        try {
            return Wire.mapper().readTree(one.text()).equals(Wire.mapper().readTree(other.text()));
        } catch (JsonProcessingException e) {
            return one.text().equals(other.text());
        }
    }
}
