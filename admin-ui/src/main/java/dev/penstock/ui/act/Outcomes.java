package dev.penstock.ui.act;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Port: whether the read model shows what became of a command. */
public interface Outcomes {
    /** The outcome; empty while none is visible. */
    Optional<ActResult> of(String command);

    /** The outcomes that are visible of several commands, by command. */
    default Map<String, ActResult> of(Collection<String> commands) {
        Map<String, ActResult> known = new HashMap<>();
        commands.forEach(command -> of(command).ifPresent(result -> known.put(command, result)));
        return known;
    }
}
