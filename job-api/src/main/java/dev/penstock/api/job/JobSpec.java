package dev.penstock.api.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a producer asks for: the body of a {@code Submit}. Every field but {@code type} has a default, so the smallest
 * submission is {@code {"type":"email.send"}}.
 *
 * @param type job type, such as {@code email.send}
 * @param schemaVersion version of the payload's schema; from 1
 * @param payload at most 256 KB
 * @param queue name of a declared queue; if none is given, its type's, else {@code default}
 * @param priority lane of the queue
 * @param idempotencyKey a second submit with the same key answers with the first job (until its Delete After date)
 * @param unique at most one live job for these arguments
 * @param runAt not before this moment; at most a year ahead
 * @param startBefore not started by then: ABORTED
 * @param runBy user who triggered the job; absent for system jobs (S2.11)
 * @param origin started by a person or by the system
 * @param notifyUser user to notify of the end (S4.4)
 * @param instance instance number, a filter of S3.22
 * @param batch BatchID, a filter of S4.17
 * @param tags short labels
 * @param metadata names and values for people and filters
 * @param links where the job's result or origin can be opened
 * @param limitKey key of a concurrency or rate limit
 * @param subject pseudonym of the data subject whose erasure also erases this job's contents (failure scenario B15)
 * @param replyTo client id that awaits the end
 * @param overrides what this job has in place of its type's policy
 * @param batchOf the job is a batch: so many jobs will be submitted as its children, and it is called back, or if its type is
 *     {@link #BATCH} completes, after the last of them; null for every other job
 */
public record JobSpec(
        String type,
        int schemaVersion,
        Json payload,
        String queue,
        Priority priority,
        @Nullable String idempotencyKey,
        @Nullable Unique unique,
        @Nullable Instant runAt,
        @Nullable Instant startBefore,
        @Nullable String runBy,
        Origin origin,
        @Nullable String notifyUser,
        @Nullable String instance,
        @Nullable String batch,
        List<String> tags,
        Map<String, String> metadata,
        List<Link> links,
        @Nullable String limitKey,
        @Nullable String subject,
        @Nullable String replyTo,
        Overrides overrides,
        @Nullable Integer batchOf) {

    /** At most one live job for a type and some of its payload's fields, scoped to the family for children. */
    public record Unique(
            List<String> arguments,
            OnConflict onConflict,
            @Nullable Duration period) {}

    /** What a second submission of a unique job does. */
    public enum OnConflict {
        IGNORE,
        REPLACE,
        REFUSE
    }

    /** Where something of the job can be opened: relation (such as {@code module}, {@code item}), title, address. */
    public record Link(String rel, String title, String href) {}

    /** What one job has in place of its type's policy; absent fields keep the policy's value. */
    public record Overrides(
            @Nullable Integer maxAttempts,
            @Nullable Duration timeout,
            @Nullable Duration deleteAfter,
            @Nullable Duration artifactRetention) {
        public static final Overrides NONE = new Overrides(null, null, null, null);
    }

    /** Type of a batch that nobody is called back for: it completes when its jobs have ended. */
    public static final String BATCH = "penstock-batch";

    public static final String DEFAULT_QUEUE = "default";
    /** Stands for the queue that the job's type declares; it never leaves the submission. */
    public static final String QUEUE_OF_TYPE = "";

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    // Absent fields arrive as null or 0 from the wire; here they get their defaults, in one place for all producers.
    @SuppressWarnings("ConstantValue")
    public JobSpec {
        schemaVersion = schemaVersion == 0 ? 1 : schemaVersion;
        payload = payload == null ? Json.EMPTY : payload;
        queue = queue == null ? QUEUE_OF_TYPE : queue;
        priority = priority == null ? Priority.NORMAL : priority;
        origin = origin == null ? Origin.USER : origin;
        tags = tags == null ? List.of() : List.copyOf(tags);
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
        links = links == null ? List.of() : List.copyOf(links);
        overrides = overrides == null ? Overrides.NONE : overrides;
        if (batchOf != null && batchOf < 1) {
            throw new IllegalArgumentException("batchOf is the number of jobs of a batch, at least 1, not " + batchOf);
        }
        checkTime("runAt", runAt);
        checkTime("startBefore", startBefore);
    }

    /** Whether the submission says where the job goes; else its type does. */
    public boolean namesQueue() {
        return !queue.equals(QUEUE_OF_TYPE);
    }

    // Databases and calendars of readers end somewhere; a job that lies beyond would stop them.
    private static void checkTime(String field, @Nullable Instant at) {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
            throw new IllegalArgumentException(field + " is a time between the years 1 and 9999, not " + at);
        }
    }
}
