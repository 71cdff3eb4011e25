package dev.penstock.projector.analyst.rows;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.projector.view.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about a failure group last: a resolve ends a mute.
 *
 * @param mute null: it is not muted
 * @param resolve null: nobody has ever resolved it
 * @param last of both
 */
record Opinion(@Nullable Said mute, @Nullable Said resolve, LogEntry.Fact last) {
    /** One act, and the event that tells of it. */
    record Said(GroupCommand act, LogEntry.Fact fact) {}

    static Opinion after(@Nullable Opinion before, GroupCommand act, LogEntry.Fact fact) {
        Said said = new Said(act, fact);
        return act instanceof GroupCommand.Mute
                ? new Opinion(said, before == null ? null : before.resolve, fact)
                : new Opinion(null, said, fact);
    }
}
