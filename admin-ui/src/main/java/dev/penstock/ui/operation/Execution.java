package dev.penstock.ui.operation;

import dev.penstock.api.command.Act;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.CommandDoor.DoorClosed;
import dev.penstock.ui.act.Orders;
import dev.penstock.ui.act.Outcomes;
import dev.penstock.ui.act.Rights;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.own.OwnDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the operations, one step at a time.
 *
 * <p>A step belongs to one program: whoever holds the operation, for as long as a lease of ten seconds. An item is marked
 * before its command is sent. So a program that dies in between leaves items that are marked and have no outcome: they are sent
 * again after {@code silence}, under the same id and with the version that was seen, so that a command that did arrive the first
 * time refuses its copy, and the first outcome is the one that counts.
 */
public final class Execution {
    private static final int AT_ONCE = 100;
    private static final int STEPS_A_SECOND = 4;

    private static final String CLAIM = """
            UPDATE operation SET worked_by = ?, worked_until = now() + interval '10 seconds', stepped_at = now()
            WHERE id = (SELECT id FROM operation o
                        WHERE state IN ('RUNNING', 'PAUSED', 'ABORTED')
                          AND (worked_by = ? OR worked_until IS NULL OR worked_until < now())
                          AND (state = 'RUNNING'
                               OR EXISTS (SELECT 1 FROM operation_item i WHERE i.operation = o.id AND i.state = 'SENT'))
                        ORDER BY stepped_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *, paced_until <= now() AS due""";
    private static final String TAKE = """
            UPDATE operation_item SET state = 'SENT', sent_at = now()
            WHERE operation = ? AND number IN (SELECT number FROM operation_item
                                               WHERE operation = ? AND state = 'WAITING' AND number <= ?
                                               ORDER BY number LIMIT ?)
              AND state = 'WAITING'
            RETURNING *""";
    private static final String TAKE_AGAIN = """
            UPDATE operation_item SET sent_at = now()
            WHERE operation = ? AND state = 'SENT' AND sent_at < now() - ? * interval '1 millisecond'
            RETURNING *""";
    private static final String PACE =
            "UPDATE operation SET paced_until = greatest(paced_until, now()) + ? * interval '1 second' / rate WHERE id = ?";
    private static final String END =
            "UPDATE operation_item SET state = ?, sentence = ? WHERE operation = ? AND number = ? AND state = 'SENT'";

    private final OwnDatabase own;
    private final CommandDoor door;
    private final Outcomes outcomes;
    private final Rights rights;
    private final String name;
    private final Duration silence;

    /**
     * One program's part in it.
     *
     * @param self this program
     */
    public Execution(OwnDatabase own, CommandDoor door, Outcomes outcomes, Rights rights, Self self) {
        this.own = own;
        this.door = door;
        this.outcomes = outcomes;
        this.rights = rights;
        this.name = self.name();
        this.silence = self.silence();
    }

    /**
     * One of the programs that take part.
     *
     * @param silence how long an outcome may be away before the command is sent again
     */
    public record Self(String name, Duration silence) {}

    private record Claimed(Operation operation, boolean due) {}

    /** One step of one operation; whether it sent anything. */
    public boolean step() {
        Optional<Claimed> claimed = own.inTransaction(session ->
                session.one(CLAIM, row -> new Claimed(Operation.of(row), row.getBoolean("due")), name, name));
        if (claimed.isEmpty()) {
            return false;
        }
        Operation operation = claimed.get().operation();
        settle(operation);
        List<Item> items = new ArrayList<>(again(operation));
        if (operation.state() == Operation.State.RUNNING && claimed.get().due()) {
            items.addAll(taken(operation));
        }
        send(operation, items);
        finish(operation);
        return !items.isEmpty();
    }

    /** What is known of commands that were sent. */
    private void settle(Operation operation) {
        List<Item> sent = own.inTransaction(session -> session.list(
                "SELECT * FROM operation_item WHERE operation = ? AND state = 'SENT' ORDER BY number LIMIT 1000",
                Item::of,
                operation.id()));
        Map<String, Item> byCommand =
                sent.stream().collect(Collectors.toMap(item -> item.command(operation.id()), Function.identity()));
        outcomes.of(byCommand.keySet()).forEach((command, result) -> {
            Item item = byCommand.get(command);
            if (item != null) {
                end(operation, item, result);
            }
        });
    }

    private void end(Operation operation, Item item, ActResult result) {
        Item.State state = Ends.of(result);
        own.inTransaction(session -> session.change(END, state, result.sentence(), operation.id(), item.number()));
    }

    private List<Item> again(Operation operation) {
        return own.inTransaction(session -> session.list(TAKE_AGAIN, Item::of, operation.id(), silence.toMillis()));
    }

    private List<Item> taken(Operation operation) {
        int most = operation.rate() == 0 ? AT_ONCE : Math.max(1, Math.min(AT_ONCE, operation.rate() / STEPS_A_SECOND));
        int last = operation.trial() == 0 ? Integer.MAX_VALUE : operation.trial();
        return own.inTransaction(session -> {
            List<Item> items = session.list(TAKE, Item::of, operation.id(), operation.id(), last, most);
            session.change(
                    "UPDATE operation_item SET command = c FROM unnest(?::int[], ?::text[]) AS t (n, c)"
                            + " WHERE operation = ? AND number = n",
                    items.stream().map(Item::number).toArray(Integer[]::new),
                    items.stream().map(item -> item.command(operation.id())).toArray(String[]::new),
                    operation.id());
            if (operation.rate() > 0 && !items.isEmpty()) {
                session.change(PACE, items.size(), operation.id());
            }
            return items;
        });
    }

    /** All at once; what is not taken now is sent again after the silence. */
    private void send(Operation operation, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        Who who = Who.is(operation.caller()).because(operation.reason());
        List<CompletableFuture<Void>> sent;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            sent = items.stream()
                    .map(item -> CompletableFuture.runAsync(() -> send(operation, item, who), threads))
                    .toList();
        }
        @Nullable String closed = null;
        for (CompletableFuture<Void> one : sent) {
            closed = closed == null ? closed(one) : closed;
        }
        note(operation, closed);
    }

    private void send(Operation operation, Item item, Who who) {
        Act act = Orders.of(operation.deed(), item.job(), item.lease());
        String objection = rights.objection(act, who);
        if (objection == null) {
            door.act(item.command(operation.id()), act, who.saw(item.version()));
        } else {
            end(operation, item, new ActResult.NotAllowed("", objection));
        }
    }

    private static @Nullable String closed(CompletableFuture<Void> sent) {
        try {
            sent.join();
            return null;
        } catch (CompletionException e) {
            if (e.getCause() instanceof DoorClosed closed) {
                return closed.getMessage();
            }
            throw e;
        }
    }

    private void note(Operation operation, @Nullable String closed) {
        own.inTransaction(session -> session.change(
                "UPDATE operation SET note = ? WHERE id = ? AND state = 'RUNNING' AND note IS DISTINCT FROM ?",
                closed,
                operation.id(),
                closed));
    }

    private void finish(Operation operation) {
        own.inTransaction(session -> {
            Tally tally = Operations.tally(session, operation.id());
            if (tally.sent() > 0 || operation.state() != Operation.State.RUNNING) {
                return 0;
            }
            if (tally.waiting() == 0) {
                return session.change(
                        "UPDATE operation SET state = 'DONE', finished_at = now() WHERE id = ? AND state = 'RUNNING'",
                        operation.id());
            }
            return operation.trial() > 0 && tally.ended() >= operation.trial()
                    ? session.change(
                            "UPDATE operation SET state = 'PAUSED', note = ? WHERE id = ? AND state = 'RUNNING'",
                            "The trial is over: look what became of them, then go on with the rest or abort.",
                            operation.id())
                    : 0;
        });
    }
}
