package dev.penstock.stack.chaos.load;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.stack.history.model.Stand;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An act that persons do, with where it is possible. A new command gets a line in {@link #ALL}.
 *
 * @param weight how often, compared with the others
 * @param possible where a job stands for it to be accepted
 * @param fits what else must hold
 * @param make the command
 */
record Deed(int weight, Set<Stand> possible, Predicate<Sight> fits, Make make) {
    /** Makes the command for a job. */
    interface Make {
        Command command(Sight seen, Random dice);
    }

    private static final Set<Stand> FAILED = Set.of(Stand.FAILED, Stand.ABORTED);
    private static final Set<Stand> HELD = Set.of(Stand.RUNNING, Stand.STOPPING);
    private static final Set<Stand> ENDED =
            Set.of(Stand.STOPPED, Stand.COMPLETED, Stand.FAILED, Stand.ABORTED, Stand.EXPIRED);
    private static final Set<Stand> OPEN = Set.of(
            Stand.SCHEDULED, Stand.QUEUED, Stand.RETRYING, Stand.WAITING_FOR_CHILDREN, Stand.STOPPED, Stand.FAILED);

    private static final List<Priority> LANES = List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW);

    /** The table. */
    static final List<Deed> ALL = List.of(
            of(12, FAILED, (seen, dice) -> new Act.Retry(seen.job())),
            of(12, OPEN, (seen, dice) -> new Act.Abort(seen.job())),
            of(6, ENDED, (seen, dice) -> new Act.Delete(seen.job())),
            of(8, Set.of(Stand.SCHEDULED, Stand.RETRYING), (seen, dice) -> new Act.RunNow(seen.job())),
            of(5, FAILED, (seen, dice) -> new Act.EditPayload(seen.job(), edited(dice))),
            of(6, HELD, (seen, dice) -> new Act.ExpireLease(seen.job(), seen.lease())),
            new Deed(3, Set.of(Stand.FAILED), Sight::review, (seen, dice) -> new Act.ClearReview(seen.job())),
            of(8, Set.of(Stand.RUNNING, Stand.WAITING_FOR_CHILDREN), (seen, dice) -> new Act.Stop(seen.job())),
            of(4, Set.of(Stand.STOPPING), (seen, dice) -> new Act.ForceStop(seen.job())),
            of(8, Set.of(Stand.STOPPED), (seen, dice) -> new Act.Resume(seen.job())),
            of(5, Set.of(Stand.COMPLETED, Stand.EXPIRED), (seen, dice) -> new Act.Restart(seen.job())),
            of(5, OPEN, (seen, dice) -> new Act.SetPriority(seen.job(), lane(dice))));

    private static Deed of(int weight, Set<Stand> possible, Make make) {
        return new Deed(weight, possible, seen -> true, make);
    }

    /** One of them, by weight. */
    static Deed any(Random dice) {
        int left = dice.nextInt(ALL.stream().mapToInt(Deed::weight).sum());
        for (Deed deed : ALL) {
            left -= deed.weight();
            if (left < 0) {
                return deed;
            }
        }
        throw new IllegalStateException("weights that do not add up");
    }

    private static Json edited(Random dice) {
        return new Json("{\"name\":\"sole-" + dice.nextInt(6) + "\",\"recipe\":{\"millis\":" + dice.nextInt(300)
                + ",\"slices\":1,\"failures\":0,\"spoiled\":false,\"obeys\":true}}");
    }

    private static Priority lane(Random dice) {
        return LANES.get(dice.nextInt(LANES.size()));
    }
}
