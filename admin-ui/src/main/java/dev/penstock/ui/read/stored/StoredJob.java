package dev.penstock.ui.read.stored;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy.Capabilities;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.JobFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a list shows of a job; its contents are in {@link StoredContents}, so that a list never reads a payload. */
@Entity
@Immutable
@Table(name = "job")
public class StoredJob extends PanacheEntityBase {
    @Id
    @Column(name = "id")
    String id;

    @Column(name = "root")
    String root;

    @Column(name = "parent")
    @Nullable
    String parent;

    @Column(name = "type")
    String type;

    @Column(name = "queue")
    String queue;

    @Enumerated(EnumType.STRING)
    @Column(name = "priority")
    Priority priority;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    Status status;

    @Column(name = "lifecycle")
    long lifecycle;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin")
    Origin origin;

    @Column(name = "system")
    boolean system;

    @Column(name = "run_by")
    @Nullable
    String runBy;

    @Column(name = "instance")
    @Nullable
    String instance;

    @Column(name = "batch")
    @Nullable
    String batch;

    @Column(name = "tags")
    String[] tags;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "available_at")
    Instant availableAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "delete_after")
    @Nullable
    Instant deleteAfter;

    @Column(name = "lease_since")
    @Nullable
    Instant leaseSince;

    @Column(name = "waited_ms")
    @Nullable
    Long waitedMs;

    @Column(name = "took_ms")
    @Nullable
    Long tookMs;

    @Column(name = "round")
    int round;

    @Column(name = "attempt")
    int attempt;

    @Column(name = "failures")
    int failures;

    @Column(name = "max_attempts")
    int maxAttempts;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "lost_leases")
    int lostLeases;

    @Column(name = "errors")
    boolean errors;

    @Column(name = "needs_review")
    boolean needsReview;

    @Column(name = "children_total")
    int childrenTotal;

    @Column(name = "children_open")
    int childrenOpen;

    @Column(name = "children_failed")
    int childrenFailed;

    @Column(name = "progress_done")
    @Nullable
    Long progressDone;

    @Column(name = "progress_total")
    @Nullable
    Long progressTotal;

    @Column(name = "progress_message")
    @Nullable
    String progressMessage;

    @Embedded
    @Nullable
    StoredFailure failure;

    @Column(name = "error_fingerprint")
    @Nullable
    String fingerprint;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "worker")
    @Nullable
    String worker;

    @Column(name = "lease")
    @Nullable
    Long lease;

    @Embedded
    @Nullable
    StoredDelivery delivery;

    /**
     * The type's capabilities, cut out of the state as text: PostgreSQL's JSON functions refuse a document for one escaped
     * character 0. Quotes inside of strings are escaped, so only the field itself can match.
     */
    @Formula("substring(state from '\"capabilities\":([{][^{}]*[}])')")
    @Nullable
    String capabilities;

    public String id() {
        return id;
    }

    public boolean says() {
        return failure != null || reason != null || progressMessage != null;
    }

    /** As a list shows it; {@code stack} of the last failure lies beside the contents, null: it is not asked for. */
    public JobFact fact(Mask mask, @Nullable String stack) {
        return new JobFact(
                new JobId(id),
                new JobId(root),
                parent == null ? null : new JobId(parent),
                type,
                queue,
                priority,
                status,
                lifecycle,
                origin,
                runBy,
                instance,
                batch,
                List.of(tags),
                times(),
                new JobFact.Tries(round, attempt, failures, maxAttempts, attempts, lostLeases),
                new JobFact.Flags(errors, needsReview, system),
                new JobFact.Children(childrenTotal, childrenOpen, childrenFailed),
                progressDone == null || progressTotal == null
                        ? null
                        : new Progress(
                                progressDone,
                                progressTotal,
                                progressMessage == null ? null : mask.text(progressMessage)),
                StoredFailure.of(failure, stack, mask),
                fingerprint,
                reason == null ? null : mask.text(reason),
                worker,
                lease,
                StoredDelivery.of(delivery),
                capabilities == null ? Capabilities.DEFAULT : Columns.json(capabilities, Capabilities.class));
    }

    private JobFact.Times times() {
        return new JobFact.Times(
                createdAt,
                availableAt,
                startedAt,
                endedAt,
                dueAt,
                changedAt,
                deleteAfter,
                leaseSince,
                Columns.millis(waitedMs),
                Columns.millis(tookMs));
    }
}
