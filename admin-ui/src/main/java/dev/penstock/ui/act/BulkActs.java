package dev.penstock.ui.act;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.ui.act.CommandDoor.DoorClosed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The same act on some jobs: a command for each, all sent before any is waited for.
 *
 * <p>The id of each command follows from the form and the job. So a form that is sent again, even after a restart or to
 * another instance, finds what became of its commands and sends none twice. Thread-safe.
 */
public final class BulkActs {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CommandDoor door;
    private final Outcomes outcomes;
    private final Duration patience;
    private final ActObserver observer;
    private final Rights rights;

    /**
     * The bulk acts of one program.
     *
     * @param patience how long to wait for all outcomes together
     */
    public BulkActs(CommandDoor door, Outcomes outcomes, Duration patience, ActObserver observer, Rights rights) {
        this.door = door;
        this.outcomes = outcomes;
        this.patience = patience;
        this.observer = observer;
        this.rights = rights;
    }

    /**
     * A job as it was seen.
     *
     * @param version lifecycle version; another one refuses the act (B5); null: whatever it is
     * @param lease number of its lease; null: nobody held it
     */
    public record Target(
            JobId job, @Nullable Long version, @Nullable Long lease) {}

    /** What became of one of them. */
    public record Answer(JobId job, ActResult result) {}

    /** Asks for the act on each; the answers come in the order of the targets. */
    public List<Answer> perform(List<Target> targets, Function<Target, Act> act, Who who) {
        long from = System.nanoTime();
        String form =
                Objects.requireNonNullElseGet(who.key(), () -> UUID.randomUUID().toString());
        List<Asked> asked = new ArrayList<>();
        @Nullable DoorClosed closed = null;
        for (Target target : targets) {
            Act command = act.apply(target);
            Asked one = new Asked(target.job(), id(form, command));
            asked.add(one);
            String objection = rights.objection(command, who);
            one.result =
                    objection == null ? outcomes.of(one.command).orElse(null) : new ActResult.NotAllowed("", objection);
            if (one.result == null && closed == null) {
                closed = sent(one, command, who.saw(target.version()));
            }
            if (one.result == null && closed != null) {
                // What keeps one out keeps the others out as well, and each would wait for its time-out.
                one.result = new ActResult.NotSent("", String.valueOf(closed.getMessage()));
            }
        }
        await(asked);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        return asked.stream().map(one -> one.answer(observer, took)).toList();
    }

    private @Nullable DoorClosed sent(Asked one, Act command, Who who) {
        try {
            door.act(one.command, command, who);
            return null;
        } catch (DoorClosed e) {
            return e;
        }
    }

    private void await(List<Asked> asked) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Asked> open = asked.stream().filter(one -> one.result == null).toList();
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            open.forEach(one -> one.result = outcomes.of(one.command).orElse(null));
            open = open.stream().filter(one -> one.result == null).toList();
        }
    }

    private static String id(String form, Act command) {
        String name = form + " " + command;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static final class Asked {
        private final JobId job;
        private final String command;
        private @Nullable ActResult result;

        Asked(JobId job, String command) {
            this.job = job;
            this.command = command;
        }

        Answer answer(ActObserver observer, Duration took) {
            ActResult known = result == null
                    ? new ActResult.Waiting(command, say("It was accepted and waits for its turn."))
                    : result;
            observer.acted("Bulk", known, took);
            return new Answer(job, known);
        }
    }
}
