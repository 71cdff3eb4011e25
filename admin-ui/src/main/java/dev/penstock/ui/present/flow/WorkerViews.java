package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.fact.lock.LockFact;
import dev.penstock.ui.present.Acts;
import dev.penstock.ui.present.Bulk;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.Took;
import dev.penstock.ui.view.flow.WorkersView;
import dev.penstock.ui.view.flow.WorkersView.Lock;
import dev.penstock.ui.view.flow.WorkersView.Worker;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Workers and locks in words. */
public final class WorkerViews {
    /** As many as a bulk act takes. */
    private static final int MOST = 100;

    private WorkerViews() {}

    public static Worker worker(WorkerFact worker, Reader reader) {
        return new Worker(
                worker.id(),
                worker.host(),
                worker.version(),
                worker.live() ? worker.state() == Beat.State.WORKING ? "green" : "blue" : "red",
                worker.live()
                        ? word(worker.state())
                        : worker.state() == Beat.State.STOPPED ? say("stopped") : say("silent"),
                say("{1} of {2}", worker.busy(), counted(worker.slots(), "{1} slot", "{1} slots")),
                worker.queues(),
                String.join(", ", worker.types().keySet().stream().sorted().toList()),
                reader.moment(worker.beatAt()),
                reader.moment(worker.startedAt()),
                worker.live() && worker.state() == Beat.State.WORKING);
    }

    private static String word(Beat.State state) {
        return switch (state) {
            case WORKING -> say("working");
            case QUIET -> say("quiet");
            case DRAINING -> say("draining");
            case STOPPED -> say("stopped");
        };
    }

    public static List<Lock> locks(List<LockFact> locks, Reader reader) {
        return locks.stream().map(lock -> lock(lock, reader)).toList();
    }

    /** A lock; what is wrong with it comes with a hue. */
    private static Lock lock(LockFact lock, Reader reader) {
        String verdict =
                lock.stale() ? say("stale: its worker is gone") : lock.stuck() ? say("stuck: {1}", why(lock)) : "";
        return new Lock(
                JobRows.row(lock.job(), reader),
                lock.job().worker() == null ? "" : lock.job().worker(),
                Took.between(lock.job().times().leaseSince(), null, reader.now()),
                lock.usual() == null ? "" : Spans.exact(lock.usual()),
                verdict.isEmpty() ? "" : lock.stale() ? Hue.RED.word() : Hue.AMBER.word(),
                verdict,
                Acts.button(lock.job(), Deed.EXPIRE_LEASE, reader));
    }

    private static String why(LockFact lock) {
        return lock.timeout() != null && lock.age().compareTo(lock.timeout()) > 0
                ? say("over its time-out of {1}", Spans.exact(lock.timeout()))
                : say("over 3 times what is usual");
    }

    /** One button for all of a kind; null if there is none. */
    public static WorkersView.@Nullable Bulk bulk(String words, List<LockFact> locks, Predicate<LockFact> kind) {
        List<String> jobs = locks.stream()
                .filter(kind)
                .limit(MOST)
                .map(lock -> Bulk.value(lock.job()))
                .toList();
        return jobs.isEmpty() ? null : new WorkersView.Bulk(words + " (" + jobs.size() + ")", jobs);
    }
}
