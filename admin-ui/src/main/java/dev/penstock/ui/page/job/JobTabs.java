package dev.penstock.ui.page.job;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.job.Heads;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.job.FamilyQueries;
import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.Shell;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** What the pages of one job have in common: find the job, or say that there is none; its head and its frame. */
@RequestScoped
public class JobTabs {
    private final Shells shells;
    private final JobQueries jobs;
    private final FamilyQueries families;
    private final Problems problems;

    @Inject
    public JobTabs(Shells shells, JobQueries jobs, FamilyQueries families, Problems problems) {
        this.shells = shells;
        this.jobs = jobs;
        this.families = families;
        this.problems = problems;
    }

    Reader reader() {
        return shells.reader();
    }

    /** The page of the job, if there is one. */
    Response of(String id, Function<JobFact, TemplateInstance> page) {
        return JobId.isValid(id)
                ? jobs.fact(new JobId(id))
                        .map(job -> Response.ok(page.apply(job)).build())
                        .orElseGet(() -> problems.noSuchJob(id))
                : problems.noSuchJob(id);
    }

    Shell shell(JobFact job, String tab, String live) {
        StatusStyle style = StatusStyle.of(job.status());
        String name = job.type() + " #" + JobRows.shortId(job.id());
        return shells.shell(tab + " · " + style.glyph() + " " + style.word() + " · " + name, Section.JOBS, live);
    }

    JobView.Head head(JobFact job, Tab tab) {
        return Heads.of(job, families.ancestors(job), tab, "/jobs", shells.reader());
    }
}
