package dev.penstock.ui.read.job;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.job.PastJob;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.stored.Columns;
import dev.penstock.ui.read.stored.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job as it was after one of its events: the published fold over its history. Of progress the history keeps the last of
 * each attempt, so the progress of a moment may be missing; everything else is as it was.
 */
@ApplicationScoped
@Transactional
public class PastQueries {
    /** Events that are folded for one question. */
    public static final int MOST = 20_000;

    private final Covers covers;

    @Inject
    public PastQueries(Covers covers) {
        this.covers = covers;
    }

    /** The job as of a moment; empty if it was not there yet, or its history until then is longer than {@link #MOST}. */
    public Optional<PastJob> asOf(JobId id, Instant at) {
        StoredEvent last = StoredEvent.find("key = ?1 and at <= ?2 order by logOffset desc", id.value(), at)
                .page(0, 1)
                .firstResult();
        return last == null ? Optional.empty() : after(id, last.offset());
    }

    /** The job after the event at {@code offset}; empty if its history has no such event, or is longer than {@link #MOST}. */
    public Optional<PastJob> after(JobId id, long offset) {
        List<StoredEvent> stored = StoredEvent.find(
                        "key = ?1 and logOffset <= ?2 order by logOffset", id.value(), offset)
                .page(0, MOST + 1)
                .list();
        if (stored.isEmpty() || stored.size() > MOST || stored.getLast().offset() != offset) {
            return Optional.empty();
        }
        Mask mask = covers.of(id.value());
        Job job = null;
        List<EventFact> told = new ArrayList<>();
        for (StoredEvent event : stored) {
            EventFact fact = event.fact(mask);
            told.add(fact);
            EventMessage message = event.message();
            job = message == null ? job : Evolution.evolve(job, message);
        }
        return Optional.of(new PastJob(told.getLast(), job == null ? null : Columns.covered(job, mask), told));
    }
}
