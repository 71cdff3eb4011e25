package dev.penstock.api.command;

import dev.penstock.api.job.JobId;

/** A command about one job. */
public sealed interface JobCommand extends Command permits Submit, Report, Act, Timer {
    JobId job();

    @Override
    default String route() {
        return job().route();
    }
}
