package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobSpec.Overrides;
import dev.penstock.api.job.Priority;
import dev.penstock.stack.chaos.worker.Recipe;
import dev.penstock.stack.chaos.worker.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Which jobs are submitted: short and long, good and bad, now and later, with keys that come again. */
final class Mix {
    private static final int KEYS = 400;
    private static final List<Recipe.Waiting> WAITINGS = List.of(Recipe.Waiting.values());

    private final Random dice;
    private final Rarities rarities;

    Mix(Random dice) {
        this.dice = dice;
        this.rarities = new Rarities(dice);
    }

    NewJob next() {
        NewJob job = job();
        int extra = dice.nextInt(100);
        if (extra < 8) {
            return job.runIn(Duration.ofMillis(300 + dice.nextInt(4_000)));
        }
        if (extra < 16) {
            // The same key comes again: with the same job it is answered, with another one refused.
            int key = dice.nextInt(KEYS);
            return NewJob.of(new Steps.Step(Recipe.of(dice.nextInt(3) == 0 ? 20 : 10)))
                    .idempotencyKey("chaos-" + key);
        }
        if (extra < 20) {
            return job.awaited();
        }
        if (extra < 23) {
            return job.overrides(new Overrides(null, null, Duration.ofSeconds(10 + dice.nextInt(20)), null));
        }
        return extra < 25 ? job.queue("nobody-declared-this") : job;
    }

    private NewJob job() {
        int kind = dice.nextInt(100);
        if (kind < 58) {
            return NewJob.of(new Steps.Step(recipe())).priority(lane());
        }
        if (kind < 68) {
            return NewJob.of(new Steps.Claimed(recipe()));
        }
        if (kind >= 82) {
            return rarities.next();
        }
        return kind < 74 ? NewJob.of(new Steps.Fragile(recipe())) : NewJob.of(new Steps.Timed(slow()));
    }

    private Recipe recipe() {
        int length = dice.nextInt(100);
        // Most are short; a few outlive several lease times, so that there is always somebody to lose.
        int millis =
                length < 70 ? dice.nextInt(60) : length < 95 ? 200 + dice.nextInt(3_000) : 8_000 + dice.nextInt(7_000);
        int slices = millis < 200 ? 1 : 1 + dice.nextInt(8);
        int failures = dice.nextInt(10) == 0 ? 1 + dice.nextInt(4) : 0;
        return new Recipe(millis, slices, failures, dice.nextInt(25) == 0, dice.nextInt(4) != 0, family(), null);
    }

    /** One in forty is a parent; one child in four of these families is a parent itself. */
    private Recipe.@Nullable Family family() {
        if (dice.nextInt(40) != 0) {
            return null;
        }
        Recipe leaf = leaf();
        Recipe each = dice.nextInt(4) == 0
                ? new Recipe(5, 1, 0, false, true, new Recipe.Family(2, waiting(), leaf), null)
                : leaf;
        return new Recipe.Family(1 + dice.nextInt(12), waiting(), each);
    }

    private Recipe leaf() {
        int millis = dice.nextInt(4) == 0 ? dice.nextInt(2_000) : dice.nextInt(30);
        return new Recipe(millis, 1, dice.nextInt(8) == 0 ? 1 : 0, dice.nextInt(10) == 0, true, null, null);
    }

    private Recipe.Waiting waiting() {
        return WAITINGS.get(dice.nextInt(WAITINGS.size()));
    }

    private Recipe slow() {
        return Recipe.of(dice.nextInt(4) == 0 ? 3_500 : 100);
    }

    private Priority lane() {
        int lane = dice.nextInt(10);
        return lane == 0 ? Priority.HIGH : lane < 3 ? Priority.LOW : Priority.NORMAL;
    }
}
