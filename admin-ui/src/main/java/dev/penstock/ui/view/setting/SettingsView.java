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
     * @param capabilities what may be done to its jobs, as its handler declares; read-only
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
            List<Capability> capabilities,
            PolicyText text,
            FormProblem problem,
            boolean open) {}

    /**
     * What may be done to jobs of a type, or not.
     *
     * @param name as handlers declare it
     * @param holds whether it may
     * @param meaning what that means for a person, as a sentence
     */
    public record Capability(String name, boolean holds, String meaning) {}

    /**
     * A policy as people type it.
     *
     * @param tries how it is tried
     * @param ends what becomes of it
     * @param reason why it is changed
     */
    public record PolicyText(Tries tries, Ends ends, String reason) {

        /**
         * How a job is tried.
         *
         * @param timeout longest running time of an attempt as "30 s"; empty: none
         * @param maxAttempts attempts of a round
         * @param first wait after the first failure
         * @param factor each wait is this many times the one before
         * @param max longest wait
         * @param jitter per cent by which waits differ
         */
        public record Tries(
                String timeout, String maxAttempts, String first, String factor, String max, String jitter) {}

        /**
         * What becomes of a job; the first three are words of {@link dev.penstock.api.job.JobPolicy}.
         *
         * @param onExhausted when its attempts are used up
         * @param onLeaseLost when its worker is lost
         * @param onChildFailed when one of its children fails
         * @param deleteAfter how long it is kept once it has completed or was aborted
         * @param artifactRetention how long its files are kept
         */
        public record Ends(
                String onExhausted,
                String onLeaseLost,
                String onChildFailed,
                String deleteAfter,
                String artifactRetention) {}
    }

    /** A connection of this process: its name, whether it answers, and its properties. */
    public record Connection(String name, String hue, String state, List<Property> properties) {}

    /** A property as it is set; secrets are masked. */
    public record Property(String name, String value) {}
}
