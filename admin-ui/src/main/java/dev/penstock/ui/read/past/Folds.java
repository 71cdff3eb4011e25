package dev.penstock.ui.read.past;

import dev.penstock.api.event.EventMessage;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.stored.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds histories as far as a moment. Events are taken by their time: in the log a job's events lie in the order in which they
 * happened, by one clock.
 */
@ApplicationScoped
@Transactional
public class Folds {
    /** Jobs whose histories are read in one go. */
    private static final int AT_ONCE = 500;

    private final EntityManager database;
    private final Covers covers;

    @Inject
    public Folds(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    /** Each of these jobs as it was; without those that were not there. */
    Map<String, Then> of(List<String> ids, Instant asOf) {
        Map<String, Then> then = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            List<StoredEvent> events = StoredEvent.list("key in ?1 and at <= ?2 order by key, logOffset", some, asOf);
            for (StoredEvent event : events) {
                EventMessage message = event.message();
                if (message != null) {
                    then.merge(event.key(), Then.NOTHING.after(message), (before, first) -> before.after(message));
                }
            }
            // They are read once, and there may be many.
            events.forEach(database::detach);
        }
        then.values().removeIf(one -> one.job() == null);
        return then;
    }

    /** As a list shows them, what is secret covered; contents are read only of those that say something. */
    Map<String, JobFact> facts(Map<String, Then> jobs) {
        Collection<String> saying = new ArrayList<>();
        jobs.forEach((id, then) -> {
            if (then.says()) {
                saying.add(id);
            }
        });
        Covers.Known masks = covers.of(saying);
        Map<String, JobFact> facts = new HashMap<>();
        jobs.forEach((id, then) -> {
            if (then.job() != null) {
                facts.put(id, Then.fact(then.job(), then, masks.of(id)));
            }
        });
        return facts;
    }
}
