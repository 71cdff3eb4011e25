package dev.penstock.ui.view.setting;

import dev.penstock.ui.view.Shell;
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
     * @param attempts what is in force: "4 attempts · waits 1 s, 3 s, 9 s"
     * @param limit what is in force: "time-out 1 m"
     * @param changed when it was changed last, by whom and why
     * @param text what the fields hold: what is in force, or what was typed and did not pass
     * @param problem what is wrong with it
     * @param open whether the form is unfolded
     */
    public record TypeForm(
            String name,
            String description,
            String queue,
            int version,
            String attempts,
            String limit,
            Changed changed,
            PolicyText text,
            FormProblem problem,
            boolean open) {}

    /**
     * A policy as people type it.
     *
     * @param timeout longest running time of an attempt as "30 s"; empty: none
     * @param maxAttempts attempts of a round
     * @param first wait after the first failure
     * @param factor each wait is this many times the one before
     * @param max longest wait
     * @param jitter per cent by which waits differ
     * @param reason why it is changed
     */
    public record PolicyText(
            String timeout,
            String maxAttempts,
            String first,
            String factor,
            String max,
            String jitter,
            String reason) {}

    /** A connection of this process: its name, whether it answers, and its properties. */
    public record Connection(String name, String hue, String state, List<Property> properties) {}

    /** A property as it is set; secrets are masked. */
    public record Property(String name, String value) {}
}
