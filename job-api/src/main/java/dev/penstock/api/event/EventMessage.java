package dev.penstock.api.event;

import dev.penstock.api.job.Actor;
import dev.penstock.api.setting.Setting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its cause, its actor and its place in the job's history.
 *
 * @param key the job's id, or the key of the setting, group or worker it is about; its route is the record key
 * @param version the job's version after this event, from 1; 0 for outcomes and settings. A repeated or missing number
 *     shows a reader that it has read uncommitted records
 * @param command id of the command behind it
 * @param last the last of that command's outcome (B5)
 * @param actor who asked
 * @param reason why, where a person acted
 * @param at append time of the command (A9)
 * @param tenant label
 * @param traceparent W3C trace context
 * @param subject data subject whose erasure seals the contents (B15)
 * @param sealed encrypted payload, result, checkpoint, error text and tags, in place of the plain ones (B15)
 * @param body what happened
 */
public record EventMessage(
        String key,
        long version,
        String command,
        boolean last,
        Actor actor,
        @Nullable String reason,
        Instant at,
        String tenant,
        @Nullable String traceparent,
        @Nullable String subject,
        @Nullable String sealed,
        Event body) {

    /** The same, marked as the last of its command's outcome. */
    public EventMessage asLast() {
        return last
                ? this
                : new EventMessage(
                        key, version, command, true, actor, reason, at, tenant, traceparent, subject, sealed, body);
    }

    /** CloudEvents id: unique, and the same when the command is decided again. */
    public String id() {
        return key + "#" + (version > 0 ? String.valueOf(version) : command);
    }

    /** Record key in {@code jobs.events}. */
    public String route() {
        int dot = key.indexOf('.');
        boolean job = key.indexOf('/') < 0 && dot >= 0;
        return job ? key.substring(0, dot) : Setting.route(key);
    }
}
