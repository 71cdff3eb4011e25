package dev.penstock.processor.kin;

import dev.penstock.api.dispatch.ChildrenNews.Ended;
import dev.penstock.api.event.Submission.Recount;
import dev.penstock.api.job.JobId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the book of families; which fields it has depends on its key.
 *
 * @param member the job that an index entry stands for
 * @param waiting members in a lane that wait for their turn
 * @param lying members in a lane that are dispatched and not started
 * @param running members in a queue that a worker holds
 * @param news ends that the parent has not been told of, oldest first, as far as they fit
 * @param missing ends beyond those
 * @param brood how the children of a generation stand
 * @param until when a unique key is free though nobody takes it; null: when its job ends
 */
public record Kin(
        @Nullable JobId member,
        int waiting,
        int lying,
        int running,
        @Nullable List<News> news,
        int missing,
        @Nullable Recount brood,
        @Nullable Instant until) {
    /** An entry that says nothing but that it is there. */
    public static final Kin MARK = new Kin(null, 0, 0, 0, null, 0, null, null);

    static final Kin NOBODY = MARK;

    /** The end of a child, and the how-manieth it is. */
    public record News(int number, Ended ended) {}

    static Kin of(JobId member) {
        return new Kin(member, 0, 0, 0, null, 0, null, null);
    }

    Kin waiting(int more) {
        return new Kin(null, waiting + more, lying, running, null, 0, null, null);
    }

    Kin lying(int more) {
        return new Kin(null, waiting, lying + more, running, null, 0, null, null);
    }

    Kin running(int more) {
        return new Kin(null, waiting, lying, running + more, null, 0, null, null);
    }

    static Kin of(List<News> news, int missing) {
        return news.isEmpty() && missing == 0 ? NOBODY : new Kin(null, 0, 0, 0, news, missing, null, null);
    }

    static Kin of(Recount brood) {
        boolean nobody = brood.open() == 0 && brood.failed() == 0 && brood.stopped() == 0;
        return nobody ? NOBODY : new Kin(null, 0, 0, 0, null, 0, brood, null);
    }

    Kin until(Instant end) {
        return new Kin(member, 0, 0, 0, null, 0, null, end);
    }

    boolean isNobody() {
        return equals(NOBODY);
    }
}
