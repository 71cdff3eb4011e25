package dev.penstock.projector.view;

import dev.penstock.api.job.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What people want to know of a job after the job itself has forgotten it.
 *
 * @param reason why it stands where it stands, one sentence
 * @param worker who held its last lease
 * @param delivery where that worker had read the dispatch (S0.16)
 * @param progress offset of the attempt's last progress event in the history, which the next one replaces; -1 if none
 */
public record Trail(
        @Nullable String reason,
        @Nullable String worker,
        @Nullable Delivery delivery,
        long progress) {
    public static final long NO_PROGRESS = -1;
    public static final Trail NONE = new Trail(null, null, null, NO_PROGRESS);

    public Trail because(@Nullable String sentence) {
        return new Trail(sentence, worker, delivery, progress);
    }

    public Trail progressAt(long offset) {
        return new Trail(reason, worker, delivery, offset);
    }
}
