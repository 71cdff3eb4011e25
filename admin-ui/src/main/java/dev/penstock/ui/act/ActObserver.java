package dev.penstock.ui.act;

import java.time.Duration;

/** Port: hears what became of each command, for metrics. */
public interface ActObserver {
    void acted(String command, ActResult result, Duration took);
}
