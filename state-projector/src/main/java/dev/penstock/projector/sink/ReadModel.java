package dev.penstock.projector.sink;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Changes;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows, as the sink needs them. One for each thread. */
public interface ReadModel extends AutoCloseable {
    /**
     * One partition's part of a transaction.
     *
     * @param partition of the event log
     * @param first offset that must be the partition's next one, or nothing is written
     * @param next offset after it
     * @param lastAt append time of the last record in it
     * @param changes the rows
     * @param letters entries that are passed over, to be published once the part is written
     */
    record Part(
            int partition,
            long first,
            long next,
            @Nullable Instant lastAt,
            Changes changes,
            List<DeadLetter> letters) {}

    /**
     * For each partition the offset of the first record that is not in the rows.
     *
     * @throws GenerationGone if the schema was dropped: what it held has to be read from the beginning
     */
    Map<Integer, Long> next(Set<Integer> partitions);

    /** Those of the jobs that there are. */
    Map<JobId, JobView> jobs(Collection<JobId> ids);

    /** Those of a partition's minutes that there are. */
    Map<MinuteKey, Minute> minutes(int partition, Collection<MinuteKey> keys);

    /**
     * Writes all parts in one transaction, or nothing.
     *
     * @param durable false: a crash of the database may take it back, as long as nothing durable has followed
     * @return false if another instance has been here: a partition's next offset is not the one expected (B4)
     * @throws RowRefused if the database does not take a value; nothing was written
     */
    boolean write(List<Part> parts, boolean durable);

    /** Makes durable all that was written. */
    void harden();

    @Override
    void close();

    /** The schema is not the one this reader began with. */
    final class GenerationGone extends RuntimeException {
        private static final long serialVersionUID = 1;

        public GenerationGone(String sentence) {
            super(sentence);
        }
    }

    /** A value that the database does not take, whatever the others are. */
    final class RowRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public RowRefused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
