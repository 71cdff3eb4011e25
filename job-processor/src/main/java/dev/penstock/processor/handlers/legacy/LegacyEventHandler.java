package dev.penstock.processor.handlers.legacy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one file a customer. Events may come twice or out of order: the one of the highest revision stays, so the register
 * comes to the same whatever the order (S1.13).
 */
public final class LegacyEventHandler implements JobHandler<LegacyEvent> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> EVENTS = Set.of("opened", "moved", "closed");

    private final ReentrantLock register = new ReentrantLock();
    private final Path customers;

    public LegacyEventHandler(Path customers) {
        this.customers = customers;
    }

    /** What is known of a customer. */
    record Customer(long revision, boolean open, @Nullable String place) {}

    /** What the job leaves behind. */
    public record Taken(String customer, long revision, boolean changed) {}

    @Override
    public Taken run(LegacyEvent event, JobContext context) throws IOException, InterruptedException {
        if (!EVENTS.contains(event.event())) {
            throw new PermanentFailure("\"" + event.event() + "\" is no event of the legacy service; known are opened,"
                    + " moved and closed. Mend the trigger's mapping, then submit the record again.");
        }
        Path file = Inside.of(customers, event.customer() + ".json");
        register.lockInterruptibly();
        try {
            Optional<Customer> known =
                    Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Customer.class)) : Optional.empty();
            if (known.isPresent() && known.get().revision() >= event.revision()) {
                context.log("Revision " + known.get().revision() + " of customer " + event.customer()
                        + " is known already; nothing changed");
                return new Taken(event.customer(), known.get().revision(), false);
            }
            Customer now = new Customer(
                    event.revision(),
                    !event.event().equals("closed"),
                    event.place() == null ? known.map(Customer::place).orElse(null) : event.place());
            WholeFile.write(file, JSON.writeValueAsString(now));
            return new Taken(event.customer(), event.revision(), true);
        } finally {
            register.unlock();
        }
    }
}
