package dev.penstock.projector.sink;

import dev.penstock.api.job.JobId;
import java.util.List;

/** Refuses the rows of one job, as a database refuses a value. */
final class PickyReadModel extends ForwardingReadModel {
    private final JobId refused;

    PickyReadModel(ReadModel rows, String refused) {
        super(rows);
        this.refused = new JobId(refused);
    }

    @Override
    public boolean write(List<Part> parts, boolean durable) {
        if (parts.stream().anyMatch(part -> part.changes().jobs().containsKey(refused))) {
            throw new RowRefused("value out of range", new IllegalArgumentException());
        }
        return super.write(parts, durable);
    }
}
