package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.view.JobView.File;
import java.util.List;

/** Files of a job (S4.14 to S4.16). */
final class Files {
    private Files() {}

    static List<File> of(JobDetail detail) {
        Status status = detail.job().status();
        return detail.state().artifacts().stream()
                .map(file -> file(detail, status, file))
                .toList();
    }

    private static File file(JobDetail detail, Status status, Artifact file) {
        boolean there = status == Status.COMPLETED;
        return new File(
                file.name(),
                Counts.bytes(file.size()),
                file.contentType(),
                file.sha256(),
                there ? Links.file(detail.job().id(), file.name()) : "",
                there
                        ? ""
                        : status == Status.EXPIRED
                                ? say("It was kept as long as its type says, and is gone.")
                                : say("It can be downloaded once the job is completed."));
    }
}
