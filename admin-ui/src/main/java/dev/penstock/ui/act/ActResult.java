package dev.penstock.ui.act;

import dev.penstock.api.event.RefusalKind;

/** What became of a command. */
public sealed interface ActResult {
    /** Id of the command; its outcome in the history names it. Empty if it never left. */
    String command();

    /** For people: what happened, or why it did not. */
    String sentence();

    /** Accepted, and the read model shows it. {@code event} is the last of its events. */
    record Done(String command, String event, String sentence) implements ActResult {}

    /** Nothing to do: it was so already, or this was a copy. */
    record Ignored(String command, String sentence) implements ActResult {}

    /** Not allowed; the sentence is the rule's own (law 3). */
    record Refused(String command, RefusalKind kind, String sentence) implements ActResult {}

    /** Kafka has it; its outcome is not visible yet. It will be accepted or refused, and nothing need be sent again. */
    record Waiting(String command, String sentence) implements ActResult {}

    /** Whoever asked may not; nothing was sent. */
    record NotAllowed(String command, String sentence) implements ActResult {}

    /** It could not be sent; the sentence says what is away. */
    record NotSent(String command, String sentence) implements ActResult {}
}
