package dev.penstock.stack.history.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a job was submitted with, and how far it has used that up: limits, deadlines, attempts, files. Times are milliseconds. */
public final class Terms {
    private static final long NEVER = Long.MAX_VALUE;
    /** Files that are kept no longer than this are waited for at the end of a run. */
    private static final long SOON = 60_000;

    private long maxAttempts;
    private long deleteAfter = NEVER;
    private long artifactRetention = NEVER;
    private long startBefore = NEVER;
    private long batchOf;
    private @Nullable UniqueKey unique;
    private JsonNode spec = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    private String family = "";

    private long failures;
    private boolean started;
    private boolean files;
    private boolean follows;
    private long ended = NEVER;
    private long due = NEVER;
    private long snoozed = -1;
    private List<String> limits = List.of();

    void fold(Told told) {
        JsonNode data = told.data();
        policy(data.path("policy"));
        if (data.path("dispatch").isObject()) {
            dispatched(data.path("dispatch"));
        }
        switch (told.event()) {
            case "JobSubmitted" -> submitted(data);
            case "JobRequeued" -> requeued(told);
            case "PredecessorAwaited" -> {
                follows = true;
                due = NEVER;
            }
            case "JobScheduled", "RetryScheduled" -> due = millis(data.path("due"));
            case "WaitEnded" -> due = NEVER;
            case "AttemptStarted" -> started = true;
            case "AttemptFailed" -> failures++;
            case "ArtifactAttached" -> files = true;
            case "ArtifactExpired" -> files = false;
            case "JobCompleted", "JobFailed", "JobAborted", "JobStopped" -> ended = told.atMs();
            default -> {}
        }
        snoozed = told.event().equals("AttemptSnoozed")
                ? told.atMs() + data.path("delay").asLong()
                : -1;
    }

    private void policy(JsonNode policy) {
        if (policy.isObject()) {
            maxAttempts = policy.path("maxAttempts").asLong();
            deleteAfter = policy.path("deleteAfter").asLong(NEVER);
            artifactRetention = policy.path("artifactRetention").asLong(NEVER);
        }
    }

    private void submitted(JsonNode data) {
        spec = data.path("spec");
        family = data.path("parent").asText("").isEmpty()
                ? ""
                : data.path("root").asText();
        startBefore = millis(spec.path("startBefore"));
        batchOf = spec.path("batchOf").asLong();
        unique = UniqueKey.of(family, spec, spec.path("payload"));
    }

    private void requeued(Told told) {
        ended = NEVER;
        if (told.data().path("payload").isObject()) {
            unique = UniqueKey.of(family, spec, told.data().path("payload"));
        }
        if (!told.text("cause").equals("RESUME")) {
            failures = 0;
            started = false;
        }
    }

    private void dispatched(JsonNode dispatch) {
        follows = false;
        due = NEVER;
        limits = new ArrayList<>();
        dispatch.path("limits").forEach(name -> limits.add(name.asText()));
    }

    private static long millis(JsonNode instant) {
        return instant.isTextual() ? Instant.parse(instant.asText()).toEpochMilli() : NEVER;
    }

    /** Failed attempts of a round that are allowed; 0 if the log does not say. */
    public long maxAttempts() {
        return maxAttempts;
    }

    /** Attempts of this round that have failed. */
    public long failures() {
        return failures;
    }

    /** Whether an attempt of this round has begun. */
    public boolean started() {
        return started;
    }

    /** Not started by then it is given up; {@link Long#MAX_VALUE}: it may start at any time. */
    public long startBefore() {
        return startBefore;
    }

    /** Jobs of the batch that it is; 0 if it is none. */
    public long batchOf() {
        return batchOf;
    }

    /** Null if it need not be unique. */
    public @Nullable UniqueKey unique() {
        return unique;
    }

    /** Whether it has the key of a job in whose place it will be when that has ended. */
    public boolean follows() {
        return follows;
    }

    /** Gates that its dispatch has passed or waits at. */
    public List<String> limits() {
        return limits;
    }

    /** End of the present wait; {@link Long#MAX_VALUE} if there is none. */
    public long due() {
        return due;
    }

    /** Until when the attempt that has just ended asked to wait; -1 if it did not. */
    public long snoozed() {
        return snoozed;
    }

    /** When its files may expire; {@link Long#MAX_VALUE}: it has none, or has not ended. */
    public long filesUntil() {
        return files ? later(artifactRetention) : NEVER;
    }

    /** When it may be deleted without being asked. */
    public long keptUntil() {
        return later(deleteAfter);
    }

    private long later(long span) {
        return ended == NEVER || span >= NEVER - ended ? NEVER : ended + span;
    }

    /** Whether it has files that expire so soon that this is worth waiting for. */
    public boolean expiresSoon() {
        return files && artifactRetention <= SOON;
    }
}
