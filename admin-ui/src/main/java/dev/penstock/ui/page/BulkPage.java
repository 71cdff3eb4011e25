package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.ui.act.BulkActs;
import dev.penstock.ui.act.BulkActs.Target;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.act.Orders;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.operation.Operations;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Bulk;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.Shell.Flash;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** An act on the jobs whose rows were ticked, and no others: the question first, then a command for each. */
@Path("/jobs/acts")
@Produces(MediaType.TEXT_HTML)
public class BulkPage {
    private static final int MOST = Asked.SIZES.getLast();

    /** More become an operation, which has a page, a rate and a way back. */
    private static final int AT_ONCE = 20;

    private final BulkActs acts;
    private final JobQueries jobs;
    private final Shells shells;
    private final Operations operations;

    @Inject
    public BulkPage(BulkActs acts, JobQueries jobs, Shells shells, Operations operations) {
        this.operations = operations;
        this.acts = acts;
        this.jobs = jobs;
        this.shells = shells;
    }

    /** What was ticked and pressed. */
    public static class Ticks {
        /** Ids, each with {@code @} and the version that was seen. */
        @FormParam("job")
        List<String> jobs = List.of();

        @FormParam("act")
        @DefaultValue("")
        String act = "";

        @FormParam("sure")
        @DefaultValue("")
        String sure = "";

        @FormParam("reason")
        @Nullable
        String reason;

        @FormParam("key")
        @Nullable
        String key;

        @FormParam("back")
        @Nullable
        String back;

        Deed deed() {
            return Deed.named(act)
                    .filter(deed -> deed != Deed.EDIT)
                    .orElseThrow(
                            () -> Trouble.bad("act", say("There is no act \"{1}\" on several jobs at once.", act)));
        }

        List<Target> targets() {
            Map<JobId, Target> targets = new LinkedHashMap<>();
            for (String text : jobs) {
                String[] parts = text.split("@", 3);
                if (JobId.isValid(parts[0])) {
                    JobId id = new JobId(parts[0]);
                    targets.put(id, new Target(id, number(parts, 1), number(parts, 2)));
                }
            }
            if (targets.size() > MOST) {
                throw Trouble.bad("job", say("At most {1} jobs can be ticked at once, not {2}.", MOST, targets.size()));
            }
            return List.copyOf(targets.values());
        }

        private static @Nullable Long number(String[] parts, int at) {
            return parts.length > at && parts[at].matches("\\d{1,18}") ? (Long) Long.parseLong(parts[at]) : null;
        }
    }

    /** A reload of the address without its form. */
    @GET
    @Operation(hidden = true)
    public Response list() {
        return Response.seeOther(URI.create("/jobs")).build();
    }

    @POST
    @Operation(hidden = true)
    public Response act(@BeanParam Ticks ticks) {
        Deed deed = ticks.deed();
        List<Target> targets = ticks.targets();
        String back = Back.or(ticks.back, "/jobs");
        if (targets.isEmpty()) {
            return Back.with(new Flash("amber", say("No job was ticked. Tick the rows first."), null), back);
        }
        if (targets.size() > AT_ONCE) {
            Operations.Wish wish = new Operations.Wish(
                    deed,
                    shells.who().caller(),
                    null,
                    Instant.now(),
                    UUID.randomUUID().toString());
            return Response.seeOther(URI.create("/operations/" + operations.plan(wish, targets)))
                    .build();
        }
        return ticks.sure.equals("yes") ? perform(deed, targets, ticks, back) : ask(deed, targets, back);
    }

    private Response ask(Deed deed, List<Target> targets, String back) {
        var found = jobs.facts(targets.stream().map(Target::job).toList());
        if (found.isEmpty()) {
            return Back.with(
                    new Flash("amber", say("The ticked jobs are gone: somebody has deleted them."), null), back);
        }
        Shell shell = shells.shell(Bulk.title(deed, found.size()) + "? · Jobs", Section.JOBS, "", back);
        return Response.ok(Pages.bulk(Bulk.question(shell, deed, found, shells.reader(), back)))
                .build();
    }

    private Response perform(Deed deed, List<Target> targets, Ticks ticks, String back) {
        Function<Target, Act> act = target -> Orders.of(deed, target.job(), target.lease());
        Who who = shells.who().because(ticks.reason).form(ticks.key);
        List<BulkActs.Answer> answers = acts.perform(targets, act, who);
        if (answers.stream().allMatch(Bulk::isDone)) {
            return Back.with(new Flash("green", Bulk.done(deed, answers.size()), null), back);
        }
        var view = Bulk.answer(shells.shell(say("Not all · Jobs"), Section.JOBS, "", back), deed, answers, back);
        return Response.ok(Pages.answer(view)).build();
    }
}
