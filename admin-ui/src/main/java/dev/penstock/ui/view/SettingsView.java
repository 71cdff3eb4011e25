package dev.penstock.ui.view;

import java.util.List;

/**
 * Settings (S0.25): what holds for each job type, changed by a command; connections, read-only; how the pages look.
 *
 * @param shell the frame
 * @param types job types with their policies
 * @param connections Kafka, PostgreSQL and what hangs on them, secrets masked
 */
public record SettingsView(Shell shell, List<TypeForm> types, List<Connection> connections) {

    /**
     * The form of one job type.
     *
     * @param name job type
     * @param description what it does
     * @param queue its default queue
     * @param version of the policy that the form shows; the change is refused if another came in between
     * @param timeout longest running time of an attempt as "30 s"; empty: none
     * @param maxAttempts attempts of a round
     * @param first wait after the first failure
     * @param factor each wait is this many times the one before
     * @param max longest wait
     * @param jitter per cent by which waits differ
     * @param schedule the waits that follow from it: "1 s, 4 s, 16 s, 1 m"
     * @param problem why the last change was refused; empty if it was not
     * @param open whether the form is unfolded
     */
    public record TypeForm(
            String name,
            String description,
            String queue,
            int version,
            String timeout,
            String maxAttempts,
            String first,
            String factor,
            String max,
            String jitter,
            String schedule,
            String problem,
            boolean open) {}

    /** A connection of this process: its name, whether it answers, and its properties. */
    public record Connection(String name, String hue, String state, List<Property> properties) {}

    /** A property as it is set; secrets are masked. */
    public record Property(String name, String value) {}
}
