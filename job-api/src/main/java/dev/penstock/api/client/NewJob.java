package dev.penstock.api.client;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.seal.Sealing;
import dev.penstock.api.seal.Wish;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job to submit, filled in step by step: {@code NewJob.of(new SendEmail("ana@example.org")).idempotencyKey("order-17")}.
 *
 * <p>Not thread-safe; the client copies it when it submits.
 */
public final class NewJob {
    private final String type;
    private final int schemaVersion;
    private final Json payload;
    private final List<String> tags = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<JobSpec.Link> links = new ArrayList<>();
    private String queue;
    private Priority priority = Priority.NORMAL;
    private Origin origin = Origin.USER;
    private JobSpec.Overrides overrides = JobSpec.Overrides.NONE;
    private boolean awaited;

    private @Nullable JobId id;
    private @Nullable String idempotencyKey;
    private @Nullable Instant runAt;
    private @Nullable String runBy;
    private @Nullable String notifyUser;
    private @Nullable String instance;
    private @Nullable String batch;
    private JobSpec.@Nullable Unique unique;
    private @Nullable Instant startBefore;
    private @Nullable String limitKey;
    private @Nullable String subject;
    private @Nullable Wish wish;
    private @Nullable Integer batchOf;
    private List<String> sealed = List.of();

    private NewJob(String type, int schemaVersion, String queue, Json payload) {
        this.type = type;
        this.schemaVersion = schemaVersion;
        this.queue = queue;
        this.payload = payload;
    }

    /** A job whose type, schema version and queue its payload record declares. */
    public static NewJob of(Record payload) {
        TypeDeclaration<?> declared = TypeDeclaration.of(payload.getClass());
        NewJob job = new NewJob(declared.name(), declared.version(), declared.queue(), json(payload));
        job.sealed = List.of(payload.getClass().getAnnotation(JobType.class).sealed());
        return job;
    }

    /** A job of a type that this program knows by name alone: it goes to the type's queue; the payload is written as JSON. */
    public static NewJob of(String type, Object payload) {
        return new NewJob(type, 1, JobSpec.QUEUE_OF_TYPE, payload instanceof Json json ? json : json(payload));
    }

    /** A job as somebody else asked for it, such as in a request that a program passes on. */
    public static NewJob of(JobSpec spec) {
        NewJob job = new NewJob(spec.type(), spec.schemaVersion(), spec.queue(), spec.payload());
        job.tags.addAll(spec.tags());
        job.metadata.putAll(spec.metadata());
        job.links.addAll(spec.links());
        job.priority = spec.priority();
        job.origin = spec.origin();
        job.overrides = spec.overrides();
        job.idempotencyKey = spec.idempotencyKey();
        job.runAt = spec.runAt();
        job.runBy = spec.runBy();
        job.notifyUser = spec.notifyUser();
        job.instance = spec.instance();
        job.batch = spec.batch();
        job.unique = spec.unique();
        job.startBefore = spec.startBefore();
        job.limitKey = spec.limitKey();
        job.subject = spec.subject();
        job.batchOf = spec.batchOf();
        return job;
    }

    private static Json json(Object payload) {
        return new Json(Wire.text(payload));
    }

    /** Its name, in place of a random one: for senders that keep it before they submit. */
    public NewJob id(JobId job) {
        id = job;
        return this;
    }

    /**
     * A second submit with this key answers with the first job; with another type or payload it is refused. Remembered
     * until the job's Delete After date (by default 30 days after it ended).
     */
    public NewJob idempotencyKey(String key) {
        idempotencyKey = key;
        return this;
    }

    /**
     * At most one live job of this type with the same values of these fields of the payload; no fields: of this type. What a
     * second one does, {@code onConflict} says. A child is unique within its family.
     */
    public NewJob unique(JobSpec.OnConflict onConflict, String... fields) {
        return unique(new JobSpec.Unique(List.of(fields), onConflict, null));
    }

    /** As above, with a period: then at most one within that time, whether it lives or not. */
    public NewJob unique(JobSpec.Unique rule) {
        unique = rule;
        return this;
    }

    NewJob batchOf(int jobs) {
        batchOf = jobs;
        return this;
    }

    NewJob batchUnlessSet(String name) {
        batch = batch == null ? name : batch;
        return this;
    }

    /** Queue, in place of its type's. */
    public NewJob queue(String name) {
        queue = name;
        return this;
    }

    /** Lane of the queue (S1.4, S2.20). */
    public NewJob priority(Priority lane) {
        priority = lane;
        return this;
    }

    /** Not before this moment, at most a year ahead. A moment that has passed means at once. */
    public NewJob runAt(Instant moment) {
        runAt = moment;
        return this;
    }

    /**
     * Not before this long from now, by this machine's clock.
     *
     * @throws IllegalArgumentException if it is negative, or longer than a year
     */
    public NewJob runIn(Duration wait) {
        SpecCheck.wait(type, wait);
        return runAt(Instant.now().plus(wait));
    }

    /** Not started by this moment, it is ABORTED. */
    public NewJob startBefore(Instant moment) {
        startBefore = moment;
        return this;
    }

    /** Must pass this limit: its name, or {@code name:key} for a bound of its own for each key (B1). */
    public NewJob limitKey(String name) {
        limitKey = name;
        return this;
    }

    /**
     * Whose data its payload holds, such as a customer's number: the fields that its type names, or all, are sealed with a key of
     * theirs before the job is sent. When that key is deleted nobody can read them any more, in the log neither.
     */
    public NewJob subject(String person) {
        wish = new Wish(person, sealed);
        return this;
    }

    /** As above, with the fields to seal: dotted from the top of the payload, such as {@code customer.email}. */
    public NewJob subject(String person, String... fields) {
        wish = new Wish(person, List.of(fields));
        return this;
    }

    /** Whose it is, and what is sealed of it; null: nothing. */
    @Nullable
    Wish wish() {
        return wish;
    }

    /** User who triggered it (S2.11). */
    public NewJob runBy(String user) {
        runBy = user;
        return this;
    }

    /** Started by the system and not by a person (S2.25, S4.5). */
    public NewJob bySystem() {
        origin = Origin.SYSTEM;
        return this;
    }

    /** User to notify of its end (S4.4). */
    public NewJob notifyUser(String user) {
        notifyUser = user;
        return this;
    }

    /** Instance number, a filter of S3.22. */
    public NewJob instance(String number) {
        instance = number;
        return this;
    }

    /** BatchID, a filter of S4.17. */
    public NewJob batch(String name) {
        batch = name;
        return this;
    }

    /** Short labels. */
    public NewJob tags(String... more) {
        tags.addAll(List.of(more));
        return this;
    }

    /** A name and a value for people and filters. */
    public NewJob metadata(String name, String value) {
        metadata.put(name, value);
        return this;
    }

    /** Where something of the job can be opened (S4.17, S4.18). */
    public NewJob link(String rel, String title, String href) {
        links.add(new JobSpec.Link(rel, title, href));
        return this;
    }

    /** What this job has in place of its type's policy. */
    public NewJob overrides(JobSpec.Overrides own) {
        overrides = own;
        return this;
    }

    /** Its end will be awaited by this client: {@link JobClient#await}. */
    public NewJob awaited() {
        awaited = true;
        return this;
    }

    boolean isAwaited() {
        return awaited;
    }

    /** The name it was given; null if it was given none. */
    public @Nullable JobId id() {
        return id;
    }

    /**
     * What would be submitted now.
     *
     * @throws IllegalArgumentException if it asks for something impossible; the sentence says what
     */
    public JobSpec spec(Instant now) {
        if (wish != null) {
            throw new IllegalArgumentException(
                    "Cannot submit " + type + " from here: it names a subject, and only a client"
                            + " or a worker that was given keys of subjects can seal what is theirs");
        }
        return spec(now, null);
    }

    /** What would be submitted if nothing of it were sealed: for the test kit, which keeps it to itself. */
    public JobSpec unsealed(Instant now) {
        return spec(now, null);
    }

    /** What would be submitted as a child of a job, sealed for its family. */
    public JobSpec childSpec(Instant now, @Nullable Sealing sealing, String tenant, JobId parent) {
        if (wish == null || sealing == null) {
            return spec(now);
        }
        JobSpec spec = sealing.sealChild(spec(now, null), wish, tenant, parent);
        SpecCheck.check(spec);
        return spec;
    }

    /** What goes onto the wire, checked. */
    JobSpec spec(Instant now, @Nullable String replyTo) {
        JobSpec spec = new JobSpec(
                type,
                schemaVersion,
                payload,
                queue,
                priority,
                idempotencyKey,
                unique,
                SpecCheck.runAt(type, runAt, now),
                startBefore,
                runBy,
                origin,
                notifyUser,
                instance,
                batch,
                tags,
                metadata,
                links,
                limitKey,
                subject,
                replyTo,
                overrides,
                batchOf);
        SpecCheck.check(spec);
        return spec;
    }
}
