package dev.penstock.projector.sink;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of another one, unless it is said otherwise. */
abstract class ForwardingReadModel implements ReadModel {
    private final ReadModel rows;

    ForwardingReadModel(ReadModel rows) {
        this.rows = rows;
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
        return rows.write(parts, durable);
    }

    @Override
    public void harden() {
        rows.harden();
    }

    @Override
    public void close() {
        rows.close();
    }
}
