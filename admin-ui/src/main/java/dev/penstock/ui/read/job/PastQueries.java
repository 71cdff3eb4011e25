package dev.penstock.ui.read.job;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.job.PastJob;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.stored.Columns;
import dev.penstock.ui.read.stored.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            EventMessage message = message(id, fact, event);
            job = message == null ? job : Evolution.evolve(job, message);
        }
        return Optional.of(new PastJob(told.getLast(), job == null ? null : Columns.covered(job, mask), told));
    }

    private static @Nullable EventMessage message(JobId id, EventFact fact, StoredEvent stored) {
        Class<?> type = EventCodec.NAMES.find(fact.event());
        if (type == null || fact.version() == 0) {
            return null; // a refusal or an answer changes nothing
        }
        return new EventMessage(
                id.value(),
                fact.version(),
                fact.command(),
                true,
                fact.actor(),
                fact.reason(),
                fact.at(),
                CommandMessage.DEFAULT_TENANT,
                null,
                null,
                null,
                (Event) stored.body(type));
    }
}
