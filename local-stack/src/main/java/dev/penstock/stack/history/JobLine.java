package dev.penstock.stack.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One job's line in the ledger: where it stands, and what in its history must not be. */
final class JobLine {
    /** Where a job stands, as far as sums go. */
    enum Standing {
        /** In a queue or with a worker. */
        UNDER_WAY,
        /** Waits for a later attempt or a later time. */
        WAITING,
        COMPLETED,
        FAILED,
        ABORTED,
        STOPPED,
        DELETED
    }

    private Standing standing = Standing.UNDER_WAY;
    private long version;
    private @Nullable Instant dispatchedAt;
    private int gaps;
    private int secondCompletions;
    private int eventsAfterTheEnd;

    /** Folds one event; returns the milliseconds from dispatch to start if this was a start, else -1. */
    long fold(String event, long newVersion, Instant at, JsonNode data) {
        if (newVersion != version + 1) {
            gaps++;
        }
        version = newVersion;
        if (ended() && !mayFollowAnEnd(event)) {
            eventsAfterTheEnd++;
        }
        return switch (event) {
            case "JobSubmitted" -> {
                dispatchedAt = data.hasNonNull("dispatch") ? at : null;
                yield -1;
            }
            case "JobDispatched" -> {
                dispatchedAt = at;
                standing = Standing.UNDER_WAY;
                yield -1;
            }
            case "JobScheduled", "RetryScheduled" -> reach(Standing.WAITING);
            case "AttemptStarted" -> pickUp(data);
            case "JobCompleted" -> reach(Standing.COMPLETED);
            case "JobFailed" -> reach(Standing.FAILED);
            case "JobAborted" -> reach(Standing.ABORTED);
            case "JobStopped" -> reach(Standing.STOPPED);
            case "JobDeleted" -> reach(Standing.DELETED);
            case "JobRequeued" -> reach(Standing.UNDER_WAY);
            default -> -1;
        };
    }

    private boolean ended() {
        return standing != Standing.UNDER_WAY && standing != Standing.WAITING;
    }

    Standing standing() {
        return standing;
    }

    /** Events whose version is not the one after the event before. */
    int gaps() {
        return gaps;
    }

    /** Completions of a round that was completed already. */
    int secondCompletions() {
        return secondCompletions;
    }

    /** Events that an ended job must not have, second completions among them. */
    int eventsAfterTheEnd() {
        return eventsAfterTheEnd;
    }

    private long pickUp(JsonNode data) {
        if (dispatchedAt == null || !data.hasNonNull("startedAt")) {
            return -1;
        }
        long waited = Instant.parse(data.get("startedAt").asText()).toEpochMilli() - dispatchedAt.toEpochMilli();
        dispatchedAt = null;
        return Math.max(0, waited);
    }

    private long reach(Standing reached) {
        if (reached == Standing.COMPLETED && standing == Standing.COMPLETED) {
            secondCompletions++;
        }
        standing = reached;
        return -1;
    }

    private static boolean mayFollowAnEnd(String event) {
        return switch (event) {
            // What design.md lists under "Rounds", and what says something about an ended job without changing its end.
            case "JobRequeued", "JobAborted", "ArtifactExpired", "JobDeleted", "ReviewCleared", "SubjectErased" -> true;
            case "ErrorsFlagged", "PriorityChanged", "ChildEnded" -> true;
            default -> false;
        };
    }
}
