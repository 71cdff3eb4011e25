package dev.penstock.ui.read.stored;

import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.mask.Mask;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The heavy columns of a job: read for one job at a time. */
@Entity
@Immutable
@Table(name = "job")
public class StoredContents extends PanacheEntityBase {
    @Id
    @Column(name = "id")
    String id;

    @Column(name = "payload")
    String payload;

    @Column(name = "result")
    @Nullable
    String result;

    @Column(name = "checkpoint")
    @Nullable
    String checkpoint;

    @Column(name = "state")
    String state;

    @Column(name = "error_stack")
    @Nullable
    String errorStack;

    public String id() {
        return id;
    }

    public Json payload(Mask mask) {
        return mask.contents(new Json(payload));
    }

    public @Nullable Json result(Mask mask) {
        return result == null ? null : mask.contents(new Json(result));
    }

    public @Nullable Json checkpoint(Mask mask) {
        return checkpoint == null ? null : mask.contents(new Json(checkpoint));
    }

    public Job state(Mask mask) {
        return Columns.json(mask.message(new Json(state)).text(), Job.class);
    }

    public @Nullable String errorStack() {
        return errorStack;
    }
}
