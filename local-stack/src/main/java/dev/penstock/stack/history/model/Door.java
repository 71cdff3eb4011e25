package dev.penstock.stack.history.model;

import java.util.Set;

/** What sort of command it is: which rule says whether it may be without an outcome. */
public enum Door {
    /** Asked for by a producer. */
    SUBMIT,
    /** Said by a worker: a copy is counted, not answered. */
    REPORT,
    /** Said by a processor about time: likewise. */
    TIMER,
    /** Asked for by a person or a service, about a job or a setting: always answered. */
    ACT;

    private static final Set<String> REPORTS = Set.of(
            "Started",
            "Progress",
            "Checkpoint",
            "ErrorLogged",
            "Spawn",
            "AwaitChildren",
            "Attach",
            "Succeeded",
            "Failed",
            "Stopped",
            "Snooze",
            "HandedBack",
            "StaleDropped",
            "DeliveriesUsedUp");

    private static final Set<String> TIMERS = Set.of(
            "DelayElapsed",
            "WorkerLost",
            "LeaseLost",
            "DispatchLost",
            "AttemptTimedOut",
            "DeadlinePassed",
            "ArtifactDue",
            "RetentionDue",
            "Continue",
            "FireSchedule");

    public static Door of(String command) {
        if (command.equals("Submit")) {
            return SUBMIT;
        }
        if (REPORTS.contains(command)) {
            return REPORT;
        }
        return TIMERS.contains(command) ? TIMER : ACT;
    }
}
