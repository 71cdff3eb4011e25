package dev.penstock.api.event;

/** The answer to a command that changed nothing (B5). */
public sealed interface Outcome extends Event {
    /** What was asked, such as {@code Retry}. */
    String commandType();

    /**
     * Not allowed.
     *
     * @param sentence names the job, the command and the status, and what to do (law 3)
     */
    record CommandRefused(String commandType, RefusalKind kind, String sentence) implements Outcome {}

    /** Nothing to do: already so, or a copy; the answer says which. */
    record CommandIgnored(String commandType, String answer) implements Outcome {}
}
