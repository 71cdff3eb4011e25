package dev.penstock.ui.act;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.Command;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.ui.act.CommandDoor.DoorClosed;
import dev.penstock.ui.act.CommandDoor.Sent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a command and waits until its outcome can be seen, so that the page after an act shows the act (read your writes).
 *
 * <p>What it cannot wait for is said as it is: accepted, waiting. Thread-safe.
 */
public final class Acts {
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final CommandDoor door;
    private final Outcomes outcomes;
    private final Duration patience;
    private final ActObserver observer;
    private final Rights rights;
    private final SentForms forms = new SentForms();

    /**
     * The acts of one program.
     *
     * @param patience how long to wait for an outcome
     */
    public Acts(CommandDoor door, Outcomes outcomes, Duration patience, ActObserver observer, Rights rights) {
        this.door = door;
        this.outcomes = outcomes;
        this.patience = patience;
        this.observer = observer;
        this.rights = rights;
    }

    /** What became of a submission; {@code job} is null if it never left. */
    public record Submitted(@Nullable JobId job, ActResult result) {}

    /** Asks for any act, setting or group command, in somebody's name. */
    public ActResult perform(Command command, Who who) {
        String objection = rights.objection(command, who);
        if (objection != null) {
            return new ActResult.NotAllowed("", objection);
        }
        String form = who.key() == null
                ? null
                : who.key() + " " + command.getClass().getSimpleName() + " " + command.route() + " " + command;
        return observed(command.getClass().getSimpleName(), () -> {
            String id = forms.once(form, () -> door.act(command, who));
            return outcome(id, () -> say("{1} was accepted and waits for its turn.", name(command)));
        });
    }

    /**
     * Submits a job.
     *
     * @param id its name; null: a random one, or that of its idempotency key
     * @param key idempotency key, in place of the one that {@code spec} may have
     * @throws IllegalArgumentException if it asks for something impossible; the sentence says what
     */
    public Submitted submit(JobSpec spec, @Nullable JobId id, @Nullable String key) {
        AtomicReference<@Nullable JobId> job = new AtomicReference<>();
        ActResult result = observed("Submit", () -> {
            Sent sent = door.submit(spec, id, key);
            job.set(sent.job());
            return outcome(sent.command(), () -> say("Job {1} was accepted and waits for its turn.", sent.job()));
        });
        return new Submitted(job.get(), result);
    }

    private ActResult observed(String command, Supplier<ActResult> act) {
        long from = System.nanoTime();
        ActResult result;
        try {
            result = act.get();
        } catch (DoorClosed e) {
            result = new ActResult.NotSent("", String.valueOf(e.getMessage()));
        }
        observer.acted(command, result, Duration.ofNanos(System.nanoTime() - from));
        return result;
    }

    private ActResult outcome(String command, Supplier<String> waiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_LOOK;
        while (true) {
            Optional<ActResult> outcome = outcomes.of(command);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (System.nanoTime() + pause.toNanos() >= deadline || !slept(pause)) {
                return new ActResult.Waiting(command, waiting.get());
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String name(Command command) {
        return command.getClass().getSimpleName() + " of " + command.route();
    }
}
