package dev.penstock.ui.artifact;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.read.FileQueries;
import dev.penstock.ui.read.FileQueries.Known;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.rhythm.Rhythm;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Deletes files whose job has expired or was deleted (S4.15, S4.16), and after a day those whose job nobody knows.
 *
 * <p>While the tables are behind the log, as after a rebuild, a job may merely not be known yet: then nothing goes but what
 * the log says is over.
 */
@ApplicationScoped
public class ArtifactSweep {
    private static final Logger LOG = Logger.getLogger(ArtifactSweep.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration ORPHANED = Duration.ofDays(1);

    private final ArtifactFolder folder;
    private final FileQueries jobs;
    private final FreshnessQueries freshness;
    private final Rhythm rhythm = new Rhythm("artifact-sweep");

    @Inject
    public ArtifactSweep(ArtifactFolder folder, FileQueries jobs, FreshnessQueries freshness) {
        this.folder = folder;
        this.jobs = jobs;
        this.freshness = freshness;
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(EVERY, () -> sweep(Instant.now()));
    }

    void stop(@Observes ShutdownEvent event) {
        rhythm.close();
    }

    /** Goes through the folder once; says how many jobs' files were deleted. */
    int sweep(Instant now) {
        List<JobId> inFolder = folder.jobs();
        if (inFolder.isEmpty()) {
            return 0;
        }
        Freshness fresh = freshness.now();
        boolean upToDate = fresh.behindRecords() == 0 && fresh.projectorSilent().isZero() && fresh.lastAt() != null;
        Known known = jobs.known(inFolder);
        int deleted = 0;
        for (JobId job : inFolder) {
            Status status = known.status().get(job);
            boolean over = status == Status.EXPIRED
                    || (status == null && known.deleted().contains(job));
            boolean orphaned = status == null
                    && upToDate
                    && folder.changed(job).toInstant().isBefore(now.minus(ORPHANED));
            if (over || orphaned) {
                folder.delete(job);
                deleted++;
            }
        }
        if (deleted > 0) {
            LOG.infof("The files of %d jobs that have expired, were deleted or are unknown were deleted", deleted);
        }
        return deleted;
    }
}
