package dev.penstock.ui.act;

import java.util.Optional;

/** Port: whether the read model shows what became of a command. */
public interface Outcomes {
    /** The outcome; empty while none is visible. */
    Optional<ActResult> of(String command);
}
