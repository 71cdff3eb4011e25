package dev.penstock.ui.page.operation;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.BulkActs.Target;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.operation.Operation;
import dev.penstock.ui.operation.Operations;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the buttons of operations do: settle which jobs, begin, pause, go on, abort. */
@Path("/operations")
public class OperationActsPage {
    private static final int FASTEST = 1_000;

    private final Operations operations;
    private final JobQueries jobs;
    private final CurrentCaller current;
    private final Shells shells;

    @Inject
    public OperationActsPage(Operations operations, JobQueries jobs, CurrentCaller current, Shells shells) {
        this.operations = operations;
        this.current = current;
        this.jobs = jobs;
        this.shells = shells;
    }

    /** What somebody wants to do to all that match; the answer is the question. */
    @POST
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public Response plan(
            @FormParam("q") @DefaultValue("") String filter,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("key") @Nullable String key) {
        Deed deed = Deed.named(act)
                .filter(named -> named != Deed.EDIT)
                .orElseThrow(() -> Trouble.bad("act", say("There is no act \"{1}\" on several jobs at once.", act)));
        if (!(FilterParser.parse(filter) instanceof Parsed.Good good)) {
            throw Trouble.bad("q", say("The filter does not read: correct it in the list of jobs first."));
        }
        Instant asOf = Instant.now();
        List<Target> found = jobs.targets(good.filter(), Operations.MOST);
        String back = "/jobs?q=" + dev.penstock.ui.present.Links.encoded(filter);
        if (found.isEmpty()) {
            return Back.with(new Flash("amber", say("No job matches any more."), null), back);
        }
        if (found.size() > Operations.MOST) {
            return Back.with(
                    new Flash(
                            "amber",
                            say(
                                    "More than {1} jobs match; one operation takes so many at most. Narrow the filter, for example by created:.",
                                    Operations.MOST),
                            null),
                    back);
        }
        String form = key == null || key.isBlank() ? UUID.randomUUID().toString() : key + " " + act;
        long id = operations.plan(new Operations.Wish(deed, current.caller(), filter, asOf, form), found);
        String cut = JobLists.scanned(jobs.searched(good.filter()), shells.reader());
        String address = OperationViews.address(id);
        return cut.isEmpty()
                ? Response.seeOther(URI.create(address)).build()
                : Back.with(
                        new Flash("amber", say("Of the jobs that match, some may be missing. {1}", cut), null),
                        address);
    }

    /** What was filled in. */
    public static class Answer {
        @FormParam("rate")
        @DefaultValue("20")
        int rate;

        @FormParam("trial")
        @DefaultValue("")
        String trial = "";

        @FormParam("typed")
        @DefaultValue("")
        String typed = "";

        @FormParam("reason")
        @Nullable
        String reason;
    }

    @POST
    @Path("{id:\\d{1,18}}/start")
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public Response start(@PathParam("id") long id, @BeanParam Answer answer) {
        Operation operation = known(id);
        String address = OperationViews.address(id);
        if (operation.administers() && !current.caller().may(Permission.ADMINISTER)) {
            throw Trouble.notAllowed(say("An administrator planned this operation: only administrators may begin it."));
        }
        boolean trial = answer.trial.equals("yes");
        if (OperationViews.mustType(operation)
                && !trial
                && !answer.typed.strip().equals(String.valueOf(operation.total()))) {
            String sentence = say("Nothing was begun: type {1} to confirm so many at once.", operation.total());
            return Back.with(new Flash("amber", sentence, null), address);
        }
        int rate = Math.max(0, Math.min(FASTEST, answer.rate));
        String reason = answer.reason == null || answer.reason.isBlank() ? null : answer.reason.strip();
        boolean begun = operations.start(id, rate, trial ? OperationViews.TRIAL : 0, reason);
        return told(begun, say("It has begun."), say("It was begun before."), address);
    }

    @POST
    @Path("{id:\\d{1,18}}/pause")
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public Response pause(@PathParam("id") long id) {
        return told(
                operations.pause(id, "Paused by " + current.caller().name() + "."),
                say("Paused: nothing more is sent until somebody goes on."),
                say("It is not running."),
                OperationViews.address(id));
    }

    @POST
    @Path("{id:\\d{1,18}}/go-on")
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public Response goOn(@PathParam("id") long id) {
        return told(operations.goOn(id), say("It goes on."), say("It is not paused."), OperationViews.address(id));
    }

    @POST
    @Path("{id:\\d{1,18}}/abort")
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public Response abort(@PathParam("id") long id) {
        return told(
                operations.abort(id, "Aborted by " + current.caller().name() + "."),
                say("Aborted: what was sent is done, the rest stays as it is."),
                say("It has ended."),
                OperationViews.address(id));
    }

    private Operation known(long id) {
        return operations
                .find(id)
                .orElseThrow(() -> Trouble.notFound(
                        say("There is no operation #{1}. A plan that nobody starts is forgotten after a day.", id)));
    }

    private static Response told(boolean done, String sentence, String otherwise, String address) {
        return Back.with(new Flash(done ? "green" : "amber", done ? sentence : otherwise, null), address);
    }
}
