package dev.penstock.processor.engine;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.FamilyBook;
import dev.penstock.processor.kin.KinInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A partition's stores made again from its events alone (A11): nothing that the deciders need stands anywhere but in the log.
 *
 * <p>Two things are forgotten without an event, and so are still there afterwards: stubs of deleted jobs whose Delete After date is
 * over, and unique keys whose period is over. Marks of submissions that were decided before their turn are no part of it.
 * One thread.
 */
public final class Refold {
    private final Ports.JobStore jobs;
    private final Ports.StubStore stubs;
    private final Ports.SettingStore settings;
    private final FamilyBook book;
    private final Keeping keeping;
    /** The events that one command caused to one job, as far as they have been read. */
    private final List<EventMessage> batch = new ArrayList<>();

    /**
     * @param into empty stores
     * @param uniqueRoute the route of a unique job, from tenant and spec
     */
    public Refold(StoresInMemory into, BiFunction<String, JobSpec, String> uniqueRoute) {
        this.jobs = into.jobStore(() -> {});
        this.stubs = into.stubStore();
        this.settings = into.settingStore();
        this.book = new FamilyBook(new KinInMemory(into.kin()), uniqueRoute);
        this.keeping = new Keeping(jobs, stubs, book);
    }

    /** The next event of the partition, whatever it is about. */
    public void take(EventMessage event) {
        if (!batch.isEmpty() && !isOfTheBatch(event)) {
            end();
        }
        switch (event.body()) {
            case JobEvent e -> batch.add(event);
            case SettingEvent.SettingChanged e -> settings.put(e.setting());
            case SettingEvent.SettingDeleted e -> settings.remove(e.key());
            default -> {} // outcomes without a change
        }
    }

    private boolean isOfTheBatch(EventMessage event) {
        EventMessage last = batch.getLast();
        return event.body() instanceof JobEvent
                && event.key().equals(last.key())
                && event.command().equals(last.command());
    }

    /** The log ends here, for now. */
    public void end() {
        if (batch.isEmpty()) {
            return;
        }
        JobId id = new JobId(batch.getFirst().key());
        Job before = jobs.get(id);
        Stub stub = before != null ? null : stubs.get(id);
        Job after = before;
        for (EventMessage event : batch) {
            after = Evolution.evolve(after, event);
        }
        Job kept = keeping.keep(id, before, stub, after, batch.getLast());
        batch.clear();
        Job job = after != null ? after : before;
        note(job, before, after);
        if (job != null && Keeping.leavesItsPlace(job, kept)) {
            book.unique().succeeded(job.id());
        }
    }

    private void note(@Nullable Job job, @Nullable Job before, @Nullable Job after) {
        Job parent = keeping.parent(job);
        if (job != null && parent != null) {
            keeping.tell(parent, job, before, after); // what it is told are the next events
        }
    }
}
