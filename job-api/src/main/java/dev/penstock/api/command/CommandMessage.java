package dev.penstock.api.command;

import dev.penstock.api.job.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A command with who asked, why, and in which trace.
 *
 * <p>It carries no time: "now" for the decision is the append time of its record, one clock for all (A9).
 *
 * @param id names the command for ever; its outcome names it back (B5)
 * @param actor who asked
 * @param reason why, where a person acted
 * @param tenant label and filter key; no isolation is promised
 * @param traceparent W3C trace context
 * @param ifVersion refuse if the job has another version
 * @param token the dispatch's secret for reports, the act key's signature for acts and settings; never logged
 * @param body what is asked
 */
public record CommandMessage(
        String id,
        Actor actor,
        @Nullable String reason,
        String tenant,
        @Nullable String traceparent,
        @Nullable Long ifVersion,
        @Nullable String token,
        Command body) {
    public static final String DEFAULT_TENANT = "default";

    public static CommandMessage of(String id, Actor actor, Command body) {
        return new CommandMessage(id, actor, null, DEFAULT_TENANT, null, null, null, body);
    }

    public CommandMessage withReason(@Nullable String why) {
        return new CommandMessage(id, actor, why, tenant, traceparent, ifVersion, token, body);
    }

    public CommandMessage withToken(@Nullable String secret) {
        return new CommandMessage(id, actor, reason, tenant, traceparent, ifVersion, secret, body);
    }

    public CommandMessage withIfVersion(@Nullable Long version) {
        return new CommandMessage(id, actor, reason, tenant, traceparent, version, token, body);
    }

    public CommandMessage withTrace(@Nullable String context) {
        return new CommandMessage(id, actor, reason, tenant, context, ifVersion, token, body);
    }

    public CommandMessage withTenant(String label) {
        return new CommandMessage(id, actor, reason, label, traceparent, ifVersion, token, body);
    }

    @Override
    public String toString() {
        return body.getClass().getSimpleName() + " " + id + " by " + actor + " for " + body.route();
    }
}
