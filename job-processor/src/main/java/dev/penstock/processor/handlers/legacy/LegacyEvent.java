package dev.penstock.processor.handlers.legacy;

import dev.penstock.api.payload.JobType;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a legacy service (S1.2, S2.2). The service knows nothing of jobs: a trigger made this of its
 * record.
 *
 * @param event what happened, one of {@code opened}, {@code moved}, {@code closed}
 * @param customer its number there
 * @param revision of the customer there; an older one than is known changes nothing
 * @param place where the customer lives now
 */
@JobType(
        name = "legacy.event",
        description = "Takes an event of a legacy service into the register of customers",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "30s"))
public record LegacyEvent(
        String event,
        String customer,
        long revision,
        @Nullable String place) {}
