package dev.penstock.processor.decide.setting;

import dev.penstock.api.command.Command;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent;
import java.util.List;

/** What comes of a command about a setting, a failure group or a worker. */
public sealed interface Answer {
    /** It is so now. */
    record Changed(List<SettingEvent> events) implements Answer {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It is not. */
    record Unchanged(Outcome outcome) implements Answer {}

    /** A copy, or obsolete: counted, not written. */
    record Copy() implements Answer {}

    /**
     * A schedule fires, if its job can be submitted; what that comes to is {@link Firing}'s.
     *
     * @param firing what is submitted, and what follows
     */
    record Fires(Firing firing) implements Answer {}

    static Answer changed(SettingEvent... events) {
        return new Changed(List.of(events));
    }

    static Answer ignored(Command command, String answer) {
        return new Unchanged(new Outcome.CommandIgnored(command.getClass().getSimpleName(), answer));
    }

    /** @param what the rest of the sentence that begins with "Cannot" and the command */
    static Answer refused(Command command, String about, RefusalKind kind, String what) {
        String name = command.getClass().getSimpleName();
        return new Unchanged(new Outcome.CommandRefused(name, kind, "Cannot " + name + " for " + about + ": " + what));
    }
}
