package dev.penstock.ui.act;

import dev.penstock.api.command.Command;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.ui.act.CommandDoor.DoorClosed;
import dev.penstock.ui.act.CommandDoor.Sent;
import java.time.Duration;
import java.util.Optional;
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
    private final SentForms forms = new SentForms();

    /**
     * The acts of one program.
     *
     * @param patience how long to wait for an outcome
     */
    public Acts(CommandDoor door, Outcomes outcomes, Duration patience) {
        this.door = door;
        this.outcomes = outcomes;
        this.patience = patience;
    }

    /** What became of a submission; {@code job} is null if it never left. */
    public record Submitted(@Nullable JobId job, ActResult result) {}

    /** Asks for any act, setting or group command, in somebody's name. */
    public ActResult perform(Command command, Who who) {
        String form = who.key() == null
                ? null
                : who.key() + " " + command.getClass().getSimpleName() + " " + command.route() + " " + command;
        try {
            String id = forms.once(form, () -> door.act(command, who));
            return outcome(id, () -> name(command) + " was accepted and waits for its turn.");
        } catch (DoorClosed e) {
            return new ActResult.NotSent("", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Submits a job.
     *
     * @throws IllegalArgumentException if it asks for something impossible; the sentence says what
     */
    public Submitted submit(JobSpec spec, @Nullable JobId id) {
        try {
            Sent sent = door.submit(spec, id);
            return new Submitted(
                    sent.job(),
                    outcome(sent.command(), () -> "Job " + sent.job() + " was accepted and waits for its turn."));
        } catch (DoorClosed e) {
            return new Submitted(null, new ActResult.NotSent("", String.valueOf(e.getMessage())));
        }
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
