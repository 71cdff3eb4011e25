package dev.penstock.ui.notification;

import dev.penstock.api.client.NewJob;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.own.OwnDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Makes a job of each thing that is to be sent. The job's idempotency key is the notification's id: sent again by another
 * program, or by this one after a restart, it is the same job.
 */
public final class Sender {
    /** Type of the jobs; a worker of this installation handles it. */
    public static final String TYPE = "system.notification";

    private final OwnDatabase own;
    private final CommandDoor door;

    public Sender(OwnDatabase own, CommandDoor door) {
        this.own = own;
        this.door = door;
    }

    private record Outgoing(String id, String channel, String recipient, String subject, String text) {
        Map<String, String> payload() {
            return Map.of("channel", channel, "to", recipient, "subject", subject, "text", text);
        }
    }

    /** Submits what is open; how many. What cannot be submitted now stays open. */
    public int send() {
        List<Outgoing> open = own.inTransaction(session -> session.list(
                "SELECT * FROM outgoing WHERE job IS NULL ORDER BY at LIMIT 100",
                row -> new Outgoing(
                        row.getString("id"),
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text"))));
        for (Outgoing one : open) {
            NewJob job = NewJob.of(TYPE, one.payload()).bySystem().tags("notification");
            CommandDoor.Sent sent = door.submit(job.spec(Instant.now()), null, "notification " + one.id());
            own.inTransaction(session -> session.change(
                    "UPDATE outgoing SET job = ? WHERE id = ?", sent.job().value(), one.id()));
        }
        return open.size();
    }
}
