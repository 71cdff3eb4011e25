package dev.penstock.projector.sink;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses the rows of one job, as a database refuses a value. */
final class PickyReadModel implements ReadModel {
    private final ReadModel rows;
    private final JobId refused;

    PickyReadModel(ReadModel rows, String refused) {
        this.rows = rows;
        this.refused = new JobId(refused);
    }

    @Override
    public Map<Integer, Long> next(Set<Integer> partitions) {
        return rows.next(partitions);
    }

    @Override
    public Map<JobId, JobView> jobs(Collection<JobId> ids) {
        return rows.jobs(ids);
    }

    @Override
    public Map<MinuteKey, Minute> minutes(int partition, Collection<MinuteKey> keys) {
        return rows.minutes(partition, keys);
    }

    @Override
    public boolean write(List<Part> parts, boolean durable) {
        if (parts.stream().anyMatch(part -> part.changes().jobs().containsKey(refused))) {
            throw new RowRefused("value out of range", new IllegalArgumentException());
        }
        return rows.write(parts, durable);
    }

    @Override
    public void harden() {
        rows.harden();
    }

    @Override
    public void close() {}
}
