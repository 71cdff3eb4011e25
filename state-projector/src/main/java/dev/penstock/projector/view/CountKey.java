package dev.penstock.projector.view;

import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;

/**
 * What jobs are counted by, so that no list ever has to count its rows.
 *
 * @param child it has a parent
 * @param system its type is the system's own (S2.25)
 */
public record CountKey(String queue, String type, Status status, Priority priority, boolean child, boolean system) {
    public static CountKey of(Job job) {
        return new CountKey(
                job.queue(),
                job.spec().type(),
                job.status(),
                job.priority(),
                job.parent() != null,
                job.policy().capabilities().system());
    }
}
