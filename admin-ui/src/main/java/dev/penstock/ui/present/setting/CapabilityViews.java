package dev.penstock.ui.present.setting;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobPolicy.Capabilities;
import dev.penstock.ui.view.setting.SettingsView.Capability;
import java.util.List;

/** What a job type can do, in sentences. */
final class CapabilityViews {
    private CapabilityViews() {}

    static List<Capability> of(Capabilities can) {
        return List.of(
                capability(
                        "stoppable",
                        can.stoppable(),
                        say("Stop asks a running job to end early; its handler obeys when it can."),
                        say("A running job cannot be stopped; it ends by itself.")),
                capability(
                        "resumable",
                        can.resumable(),
                        say("A stopped job can be resumed where it left off."),
                        say("A stopped job cannot be restarted or resumed; it can only be aborted or deleted.")),
                capability(
                        "restartable",
                        can.restartable(),
                        say("A completed job can be run once more."),
                        say("A completed job is not run again; submit a new one.")),
                capability(
                        "claimFirst",
                        can.claimFirst(),
                        say(
                                "A worker waits for its grant before it runs the job, so that not even a late copy starts."),
                        say(
                                "A worker starts the job as it takes it, without waiting for a grant; reports of a lost lease are refused.")),
                capability(
                        "system",
                        can.system(),
                        say("The system's own: its jobs are hidden until Show system jobs is chosen."),
                        say("Its jobs stand in the main list.")));
    }

    private static Capability capability(String name, boolean holds, String yes, String no) {
        return new Capability(name, holds, holds ? yes : no);
    }
}
