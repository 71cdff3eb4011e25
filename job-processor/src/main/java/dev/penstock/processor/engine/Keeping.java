package dev.penstock.processor.engine;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.Families;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.FamilyBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job's change means for the stores, and nothing else: the same whether its events were decided just now or are read from
 * the log (A11).
 */
final class Keeping {
    private final Ports.JobStore jobs;
    private final Ports.StubStore stubs;
    private final FamilyBook book;

    Keeping(Ports.JobStore jobs, Ports.StubStore stubs, FamilyBook book) {
        this.jobs = jobs;
        this.stubs = stubs;
        this.book = book;
    }

    /**
     * Keeps the job, or what is left of it.
     *
     * @param stub what was there before if no live job was
     * @param last the latest of its events
     * @return the job that is live now
     */
    @Nullable
    Job keep(JobId id, @Nullable Job before, @Nullable Stub stub, @Nullable Job after, EventMessage last) {
        Job kept = save(id, before, stub, after, last);
        book.moved(before, kept);
        return kept;
    }

    private @Nullable Job save(
            JobId id, @Nullable Job before, @Nullable Stub stub, @Nullable Job after, EventMessage last) {
        if (after != null && !Stubs.shrinks(after)) {
            jobs.put(after);
            return after;
        }
        if (after != null) {
            stubs.put(Stubs.of(after, before));
        } else if (before != null) {
            stubs.put(Stubs.deleted(before));
        } else if (stub != null) {
            stubs.put(Stubs.after(stub, last));
        }
        if (before != null) {
            jobs.remove(id);
        }
        return null;
    }

    /** The parent that hears of its child's changes; null if there is none that does. */
    @Nullable
    Job parent(@Nullable Job child) {
        if (child == null || child.parent() == null) {
            return null;
        }
        Job parent = jobs.get(child.parent());
        return parent != null && Families.isOfThisGeneration(parent, child) ? parent : null;
    }

    /** Notes how a child ended, for its parent's next call; returns what the parent is told. */
    List<JobEvent> tell(Job parent, Job child, @Nullable Job before, @Nullable Job after) {
        if (parent.status().isEnd()) {
            book.news().missed(parent);
            return List.of();
        }
        List<JobEvent> told = Families.told(child.id(), before, after);
        boolean ended =
                told.stream().anyMatch(e -> e instanceof FamilyEvent.ChildEnded c && c.status() != Status.STOPPED);
        if (ended && mayBeCalled(parent)) {
            book.news().ended(parent, child);
        }
        return told;
    }

    /** It is called back when its children end, or its attempt runs and may yet ask for that. */
    private static boolean mayBeCalled(Job parent) {
        Calls calls = parent.children().callsOrFirst();
        return calls.await() != null || !calls.waits();
    }

    /** Whether the change leaves a unique job's place to the one that waits for it. */
    static boolean leavesItsPlace(@Nullable Job job, @Nullable Job kept) {
        return job != null
                && job.spec().unique() != null
                && (kept == null || kept.status().isEnd());
    }
}
