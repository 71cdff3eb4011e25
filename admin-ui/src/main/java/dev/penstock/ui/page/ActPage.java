package dev.penstock.ui.page;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.act.Orders;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.view.PlainView;
import dev.penstock.ui.view.Shell.Flash;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the buttons of a job do (S0.17, S0.18, S2.14 to S2.21): the question before an act that cannot be undone, and the act. */
@Path("/jobs/{id}/{act: stop|force-stop|resume|retry|restart|run-now|low-priority|normal-priority|"
        + "clear-review|expire-lease|abort|delete}")
@Produces(MediaType.TEXT_HTML)
public class ActPage {
    private final Acts acts;
    private final JobQueries jobs;
    private final Shells shells;
    private final Problems problems;

    @Inject
    public ActPage(Acts acts, JobQueries jobs, Shells shells, Problems problems) {
        this.acts = acts;
        this.jobs = jobs;
        this.shells = shells;
        this.problems = problems;
    }

    @GET
    @Operation(hidden = true)
    public Response ask(
            @PathParam("id") String id, @PathParam("act") String act, @QueryParam("back") @Nullable String back) {
        Optional<JobFact> job = JobId.isValid(id) ? jobs.fact(new JobId(id)) : Optional.empty();
        if (job.isEmpty()) {
            return problems.noSuchJob(id);
        }
        Deed deed = deed(act);
        var button = dev.penstock.ui.present.Acts.button(job.get(), deed, shells.reader());
        PlainView.Confirm question = new PlainView.Confirm(
                shells.shell(button.word() + "?", Section.JOBS, ""),
                button.label() + "?",
                dev.penstock.ui.present.Acts.warning(job.get(), deed),
                button,
                Back.or(back, "/jobs/" + id));
        return Response.ok(Pages.confirm(question)).build();
    }

    @POST
    @Operation(hidden = true)
    public Response perform(
            @PathParam("id") String id,
            @PathParam("act") String act,
            @FormParam("version") @Nullable Long version,
            @FormParam("key") @Nullable String key,
            @FormParam("back") @Nullable String back,
            @Context HttpHeaders headers) {
        if (!JobId.isValid(id)) {
            return problems.noSuchJob(id);
        }
        Deed deed = deed(act);
        // The version guards that it is the lease that was seen.
        Long lease = deed == Deed.EXPIRE_LEASE
                ? jobs.fact(new JobId(id)).map(JobFact::lease).orElse(null)
                : null;
        ActResult result = acts.perform(
                Orders.of(deed, new JobId(id), lease), shells.who().saw(version).form(form(key, id, act)));
        Flash told = Back.flash(result, result.sentence());
        String target = Back.or(back, "/jobs/" + id);
        boolean gone = act.equals("delete") && result instanceof ActResult.Done;
        return gone && target.startsWith("/jobs/" + id)
                ? Back.away(told, listOf(target), headers)
                : Back.with(told, target);
    }

    /** A list's rows share the key of its form. */
    private static @Nullable String form(@Nullable String key, String id, String act) {
        return key == null ? null : key + " " + id + " " + act;
    }

    /** The list that the page of a job was reached from. */
    private static String listOf(String address) {
        int in = address.indexOf("?in=");
        return in < 0 ? "/jobs" : address.endsWith("?in=*") ? "/jobs?q=" : "/jobs?q=" + address.substring(in + 4);
    }

    private static Deed deed(String act) {
        return Deed.named(act).orElseThrow(() -> new IllegalStateException("The path lets no " + act + " through"));
    }
}
