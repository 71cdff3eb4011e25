package dev.penstock.api.event;

import dev.penstock.api.command.Report.Await;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import java.util.List;

/** What a parent learns of its children; a child's end is folded into it in the same partition. */
public sealed interface FamilyEvent extends JobEvent {
    /** Children were created. */
    record ChildrenSpawned(List<JobId> children) implements FamilyEvent {}

    /** The parent's attempt ended and it waits: callback after all, or after each. */
    record ChildrenAwaited(Lease lease, Await mode) implements FamilyEvent {}

    /** A child reached an end. A STOPPED one may yet go on: its parent goes on waiting for it. */
    record ChildEnded(JobId child, Status status) implements FamilyEvent {}

    /**
     * A child that had ended goes on: retried, restarted or resumed by a person while its parent still waits.
     *
     * @param status the end it had
     */
    record ChildReopened(JobId child, Status status) implements FamilyEvent {}
}
