package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobSpec.OnConflict;
import dev.penstock.stack.chaos.worker.Recipe;
import dev.penstock.stack.chaos.worker.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Jobs with limits, unique keys, deadlines, snoozes and files. */
final class Rarities {
    /** Few, so that they come again while the last of a name lives. */
    private static final int NAMES = 4;

    private static final int KEYS = 3;
    private static final List<OnConflict> RULES = List.of(OnConflict.values());

    private final Random dice;

    Rarities(Random dice) {
        this.dice = dice;
    }

    NewJob next() {
        return switch (dice.nextInt(8)) {
            case 0 -> NewJob.of(new Steps.Narrow(work()));
            case 1 -> NewJob.of(new Steps.Step(work())).limitKey(Limits.KEYED + ":" + dice.nextInt(KEYS));
            case 2 -> NewJob.of(new Steps.Step(Recipe.of(dice.nextInt(50)))).limitKey(Limits.RATED);
            case 3, 7 -> sole();
            case 4 -> NewJob.of(new Steps.Filed(work().with(new Recipe.Quirk(0, true))));
            case 5 -> NewJob.of(new Steps.Step(work().with(new Recipe.Quirk(1 + dice.nextInt(2), false))));
            default -> soon();
        };
    }

    private NewJob sole() {
        String name = "sole-" + dice.nextInt(NAMES);
        return NewJob.of(new Steps.Sole(name, work())).unique(RULES.get(dice.nextInt(RULES.size())), "name");
    }

    /** Some wait for longer than they may. */
    private NewJob soon() {
        Instant now = Instant.now();
        NewJob job = dice.nextBoolean()
                ? NewJob.of(new Steps.Step(work()))
                : NewJob.of(new Steps.Narrow(work())).limitKey(Limits.KEYED + ":" + dice.nextInt(KEYS));
        NewJob late = dice.nextInt(4) == 0 ? job.runAt(now.plusMillis(dice.nextInt(2_000))) : job;
        return late.startBefore(now.plus(Duration.ofMillis(20 + dice.nextInt(1_500))));
    }

    private Recipe work() {
        int millis = dice.nextInt(3) == 0 ? dice.nextInt(20) : 50 + dice.nextInt(1_500);
        return new Recipe(millis, 1 + dice.nextInt(3), dice.nextInt(8) == 0 ? 1 : 0, false, true, null, null);
    }
}
