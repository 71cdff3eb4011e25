package dev.penstock.processor.engine;

import dev.penstock.api.command.Timer;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.Families;
import dev.penstock.processor.decide.Stops;
import dev.penstock.processor.decide.Turns;
import dev.penstock.processor.decide.fact.Change;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.FamilyBook;
import dev.penstock.processor.kin.TurnLane;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies what was decided to the job, and follows it through its family: a child's end reaches its parent, a parent that has
 * what it waits for goes on, whose turn it is gets dispatched. All in the one transaction of the command.
 */
final class Cascade {
    private final Ports ports;
    private final FactFinder finder;
    private final FamilyBook book;
    private final Keeping keeping;
    private final Turn turn;
    private final Moment moment;
    private final Set<TurnLane> touched = new LinkedHashSet<>();

    Cascade(Ports ports, FactFinder finder, FamilyBook book, Turn turn, Moment moment) {
        this.ports = ports;
        this.finder = finder;
        this.book = book;
        this.keeping = new Keeping(ports.jobs(), ports.stubs(), book);
        this.turn = turn;
        this.moment = moment;
    }

    void apply(Change change) {
        apply(change.job(), change.events());
    }

    void apply(JobId id, List<JobEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Job before = ports.jobs().get(id);
        Stub stub = before != null ? null : ports.stubs().get(id);
        long version = before != null ? before.version() : stub != null ? stub.version() : 0;
        Job after = before;
        EventMessage last = null;
        for (JobEvent event : events) {
            Job old = after;
            last = turn.event(id, before, stub, ++version, event);
            after = Evolution.evolve(after, last);
            turn.released(old, after);
            turn.follow(event, before, after);
        }
        Job kept = keeping.keep(id, before, stub, after, Objects.requireNonNull(last));
        touch(before);
        touch(kept);
        tellParent(before, after);
        goOn(before, after);
        succeed(after != null ? after : before, kept);
    }

    /** Whoever waits for the end of this unique job to be in its place is dispatched, unless its own time has not come. */
    private void succeed(@Nullable Job job, @Nullable Job kept) {
        if (job == null || !Keeping.leavesItsPlace(job, kept)) {
            return;
        }
        JobId successor = book.unique().successor(job.id());
        Job waits = successor == null ? null : ports.jobs().get(successor);
        book.unique().succeeded(job.id());
        if (waits != null && waits.run().waiting() == null) {
            apply(waits.id(), Turns.take(finder.facts(waits), waits, moment));
        }
    }

    private void touch(@Nullable Job job) {
        if (job != null && job.parent() != null) {
            touched.add(TurnLane.of(job));
        }
    }

    private void tellParent(@Nullable Job before, @Nullable Job after) {
        Job child = after != null ? after : before;
        Job parent = keeping.parent(child);
        if (child != null && parent != null) {
            apply(parent.id(), keeping.tell(parent, child, before, after));
        }
    }

    private void goOn(@Nullable Job before, @Nullable Job after) {
        if (after == null || after.children().calls() == null) {
            return;
        }
        List<JobEvent> next = Families.goOn(finder.facts(after), after, moment);
        if (!next.isEmpty()) {
            apply(after.id(), next);
        } else if (Stops.isPending(after) && isNews(before, after)) {
            turn.next(new Timer.Continue(after.id(), turn.command(), ""));
        }
    }

    /** What the family is asked is new: only then it is gone through from its beginning. */
    private static boolean isNews(@Nullable Job before, Job after) {
        return before == null
                || before.status() != after.status()
                || !Objects.equals(before.run().stopping(), after.run().stopping());
    }

    /** A lane is to be looked at, though nobody in it has changed. */
    void touch(TurnLane lane) {
        touched.add(lane);
    }

    /** Dispatches whose turn it is, in every lane where somebody moved. */
    void takeTurns() {
        while (!touched.isEmpty()) {
            TurnLane moved = touched.iterator().next();
            touched.remove(moved);
            for (Priority priority : Priority.values()) {
                takeTurns(new TurnLane(moved.root(), moved.queue(), priority));
            }
        }
    }

    /** What is being stopped is not dispatched: the act reaches those who wait soon. */
    private boolean isStopping(@Nullable JobId parent) {
        Job of = parent == null ? null : ports.jobs().get(parent);
        return of != null && of.status() == Status.STOPPING;
    }

    /**
     * By the rule for queues without one of their own. It bounds what runs, not what lies: a family of short jobs needs a
     * window in flight to keep its half of the slots busy.
     */
    private boolean hasItsShare(TurnLane lane) {
        int running = book.running(lane);
        Integer share = running == 0 ? null : ports.shares().of(lane.queue(), lane.root());
        return share != null && running >= share;
    }

    private void takeTurns(TurnLane lane) {
        Setting.Queue queue =
                ports.known().find(Setting.key("queue", lane.queue())) instanceof Setting.Queue q ? q : null;
        int window = queue == null ? Setting.Queue.DEFAULT_WINDOW : queue.window();
        Integer most = queue == null ? null : queue.maxRunningPerRoot();
        if (most == null && hasItsShare(lane)) {
            return; // the end of one that runs comes back to this lane
        }
        for (int room = book.room(lane, window, most); room > 0; room--) {
            JobId next = book.next(lane);
            Job job = next == null ? null : ports.jobs().get(next);
            if (job == null || isStopping(job.parent())) {
                return;
            }
            apply(job.id(), Turns.take(finder.facts(job), job, moment));
        }
    }
}
