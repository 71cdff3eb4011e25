package dev.penstock.ui.view.notification;

import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * What administrators are told, who is told by which way, and the alert rules.
 *
 * @param notices newest first
 * @param mailTo addresses, separated by commas
 * @param measures that a rule may look at
 */
public record NoticesView(
        Shell shell,
        List<Notice> notices,
        String mailTo,
        String webhook,
        String userDomain,
        String digest,
        String threshold,
        List<Rule> rules,
        List<Choice> measures) {

    /** What a user was told of the end of their jobs, newest first. */
    public record Mine(Shell shell, List<Notice> notices) {}

    /** Something that was told. */
    public record Notice(Moment at, String subject, String text, String href) {}

    /** A rule and how it stands; {@code value} is empty while it was not looked at. */
    public record Rule(String id, String title, String says, String value, String state, String hue, boolean snoozed) {}

    /** A measure. */
    public record Choice(String value, String text) {}
}
