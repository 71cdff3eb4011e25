package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.fact.lock.LockFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Overviews;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.flow.WorkerViews;
import dev.penstock.ui.read.LockQueries;
import dev.penstock.ui.read.WorkerQueries;
import dev.penstock.ui.view.flow.WorkersView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Workers and what they do; the locks they hold, those that are stuck or stale marked (S1.14, S1.23, S1.24, S1.33). */
@Path("/workers")
@Produces(MediaType.TEXT_HTML)
public class WorkersPage {
    private final Shells shells;
    private final WorkerQueries workers;
    private final LockQueries locks;
    private final SettingActs acts;

    @Inject
    public WorkersPage(Shells shells, WorkerQueries workers, LockQueries locks, SettingActs acts) {
        this.shells = shells;
        this.workers = workers;
        this.locks = locks;
        this.acts = acts;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance all() {
        Reader reader = shells.reader();
        List<LockFact> held = locks.oldest();
        return Pages.workers(new WorkersView(
                shells.shell(say("Workers and locks"), Section.WORKERS, "jobs"),
                workers.all().stream()
                        .map(worker -> WorkerViews.worker(worker, reader))
                        .toList(),
                WorkerViews.locks(held, reader),
                held.size() == LockQueries.SHOWN ? say("the oldest {1}", LockQueries.SHOWN) : say("oldest first"),
                WorkerViews.bulk(say("Expire stuck jobs"), held, lock -> lock.stuck() && !lock.stale()),
                WorkerViews.bulk(say("Clear stale locks"), held, LockFact::stale),
                Overviews.WORKER_COMMAND));
    }

    @POST
    @Path("{worker}/quiet")
    @Operation(hidden = true)
    public Response quiet(@PathParam("worker") String worker, @FormParam("key") @Nullable String key) {
        ActResult result = acts.quiet(worker, shells.who().form(key));
        String told = result instanceof ActResult.Done
                ? say("{1} takes nothing new and finishes what it has.", worker)
                : result.sentence();
        return Back.with(Back.flash(result, told), "/workers");
    }
}
