package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.fact.tally.TallySeries.Kind;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.present.flow.TallyCharts;
import dev.penstock.ui.present.flow.WorkerViews;
import dev.penstock.ui.read.LockQueries;
import dev.penstock.ui.read.WorkerQueries;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.tally.TallyQueries;
import dev.penstock.ui.view.flow.WorkersView;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One worker: what it is, the jobs it holds, what it did lately (S1.14, S1.24, S1.33). */
@Path("/workers/{worker}")
@Produces(MediaType.TEXT_HTML)
public class WorkerPage {
    private final Shells shells;
    private final WorkerQueries workers;
    private final LockQueries locks;
    private final TallyQueries tallies;
    private final Problems problems;

    @Inject
    public WorkerPage(
            Shells shells, WorkerQueries workers, LockQueries locks, TallyQueries tallies, Problems problems) {
        this.shells = shells;
        this.workers = workers;
        this.locks = locks;
        this.tallies = tallies;
        this.problems = problems;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response worker(@PathParam("worker") String id) {
        Optional<WorkerFact> found = workers.named(id);
        return found.isEmpty()
                ? problems.noSuchWorker(id)
                : Response.ok(Pages.worker(view(found.get()))).build();
    }

    private WorkersView.One view(WorkerFact worker) {
        Reader reader = shells.reader();
        Window day = Window.DAY;
        Figure lately = TallyCharts.of(
                tallies.series(Kind.WORKER, worker.id(), Stretch.last(day.length(), reader.now())),
                "attempts",
                day.spoken(),
                reader);
        return new WorkersView.One(
                shells.shell(say("{1} · Workers", worker.id()), Section.WORKERS, "jobs"),
                WorkerViews.worker(worker, reader),
                WorkerViews.locks(locks.of(worker.id()), reader),
                lately,
                day.text());
    }
}
