package dev.penstock.processor.kin;

import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Recount;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to whom, who waits for a turn, and how many members of a family lie in a lane or run (B6). All of it follows from
 * the jobs: every entry is changed only by {@link #moved}, from a job's state before to its state after, so the counts equal a
 * recount and cannot leak.
 */
public final class FamilyBook {
    private final KinStore store;
    private final NewsBook news;
    private final UniqueBook unique;

    /** @param uniqueKeys the same for jobs of a tenant that are equal in their unique arguments */
    public FamilyBook(KinStore store, BiFunction<String, JobSpec, String> uniqueKeys) {
        this.store = store;
        this.news = new NewsBook(store);
        this.unique = new UniqueBook(store, uniqueKeys);
    }

    /** What a member is doing, as far as its family's turns are concerned. */
    private enum Doing {
        NOTHING,
        WAITING,
        LYING,
        RUNNING;

        static Doing of(@Nullable Job job) {
            if (job == null || job.parent() == null) {
                return NOTHING;
            }
            if (job.run().holder() != null) {
                return RUNNING;
            }
            if (job.run().dispatch() != null) {
                return LYING;
            }
            return job.status() == Status.QUEUED ? WAITING : NOTHING;
        }
    }

    /** Enters what a job's change means for its family. */
    public void moved(@Nullable Job before, @Nullable Job after) {
        Job job = after != null ? after : before;
        if (job == null) {
            return;
        }
        if (job.parent() != null) {
            if ((before == null) != (after == null)) {
                store.put(kinKey(job), after == null ? null : Kin.of(job.id()));
            }
            enter(before, -1);
            enter(after, 1);
            count(before, -1);
            count(after, 1);
        }
        deadline(before, after);
        news.forget(before, after);
        unique.moved(before, after);
    }

    /** How a parent's children stand, whether or not it is told of them. */
    public Recount brood(Job parent) {
        return brood(broodKey(parent.id(), parent.children().callsOrFirst().generation()));
    }

    private Recount brood(String key) {
        Recount brood = store.at(key).brood();
        return brood == null ? new Recount(0, 0, 0) : brood;
    }

    private void count(@Nullable Job child, int more) {
        Submission.Birth birth = child == null ? null : child.birth();
        if (child == null
                || birth == null
                || child.parent() == null
                || child.status() == Status.COMPLETED
                || child.status() == Status.EXPIRED) {
            return;
        }
        String key = broodKey(child.parent(), birth.generation());
        Recount was = brood(key);
        Recount is = switch (child.status()) {
            case FAILED, ABORTED -> new Recount(was.open(), was.failed() + more, was.stopped());
            case STOPPED -> new Recount(was.open() + more, was.failed(), was.stopped() + more);
            default -> new Recount(was.open() + more, was.failed(), was.stopped());
        };
        store.keep(key, Kin.of(is));
    }

    private void enter(@Nullable Job job, int more) {
        if (job == null) {
            return;
        }
        TurnLane lane = TurnLane.of(job);
        switch (Doing.of(job)) {
            case NOTHING -> {}
            case WAITING -> {
                store.put(turnKey(lane, job), more < 0 ? null : Kin.of(job.id()));
                store.keep(lane.key(), store.at(lane.key()).waiting(more));
            }
            case LYING -> store.keep(lane.key(), store.at(lane.key()).lying(more));
            case RUNNING ->
                store.keep(lane.queueKey(), store.at(lane.queueKey()).running(more));
        }
    }

    /** Members of a lane that may be dispatched now; never more than wait. */
    public int room(TurnLane lane, int window, @Nullable Integer mostRunning) {
        Kin kin = store.at(lane.key());
        int room = Math.min(window - kin.lying(), kin.waiting());
        return mostRunning == null ? room : Math.min(room, mostRunning - running(lane) - lying(lane));
    }

    /** Members of a root that run in a queue, in all its lanes. */
    public int running(TurnLane lane) {
        return store.at(lane.queueKey()).running();
    }

    private int lying(TurnLane lane) {
        int all = 0;
        for (Priority priority : Priority.values()) {
            all += store.at(new TurnLane(lane.root(), lane.queue(), priority).key())
                    .lying();
        }
        return all;
    }

    /** Whose turn it is. */
    public @Nullable JobId next(TurnLane lane) {
        Kin first = store.first(lane.turns());
        return first == null ? null : first.member();
    }

    /**
     * Live children of a job, in the order in which they were created.
     *
     * @param after key of the entry before the first; empty: from the first
     */
    public List<KinStore.Entry> children(JobId parent, String after, int most) {
        return store.after("k/" + parent + "/", after, most);
    }

    /** Who has a unique key. */
    public UniqueBook unique() {
        return unique;
    }

    /** Ends that parents have not been told of. */
    public NewsBook news() {
        return news;
    }

    /** An index by deadline, so that nobody has to look through all that waits. */
    private void deadline(@Nullable Job before, @Nullable Job after) {
        String was = deadlineKey(before);
        String is = deadlineKey(after);
        if (was != null && !was.equals(is)) {
            store.put(was, null);
        }
        if (is != null && !is.equals(was) && after != null) {
            store.put(is, Kin.of(after.id()));
        }
    }

    private static @Nullable String deadlineKey(@Nullable Job job) {
        Instant deadline = job == null ? null : job.spec().startBefore();
        return job == null
                        || deadline == null
                        || job.times().startedAt() != null
                        || job.status().isEnd()
                ? null
                : String.format(Locale.ROOT, "d/%014d/%s", deadline.toEpochMilli(), job.id());
    }

    private static String broodKey(JobId parent, int generation) {
        return "b/" + parent + "/" + generation;
    }

    private static String kinKey(Job child) {
        var birth = child.birth();
        return String.format(
                Locale.ROOT,
                "k/%s/%06d-%010d/%s",
                child.parent(),
                birth == null ? 0 : birth.generation(),
                birth == null ? 0 : birth.number(),
                child.id());
    }

    /** By creation; children of one command by their number. */
    private static String turnKey(TurnLane lane, Job job) {
        return String.format(
                Locale.ROOT,
                "%s%014d-%010d/%s",
                lane.turns(),
                job.times().createdAt().toEpochMilli(),
                job.birth() == null ? 0 : job.birth().number(),
                job.id());
    }
}
