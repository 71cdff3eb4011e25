package dev.penstock.ui.page;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.ui.act.BulkActs;
import dev.penstock.ui.act.BulkActs.Target;
import dev.penstock.ui.act.Who;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Retry or delete the jobs whose rows were ticked, and no others: the question first, then a command for each. */
@Path("/jobs/acts")
@Produces(MediaType.TEXT_HTML)
public class BulkPage {
    private static final int MOST = Asked.SIZES.getLast();

    private final BulkActs acts;
    private final JobQueries jobs;
    private final Shells shells;

    @Inject
    public BulkPage(BulkActs acts, JobQueries jobs, Shells shells) {
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

        Verb verb() {
            return switch (act) {
                case "retry" -> Verb.RETRY;
                case "delete" -> Verb.DELETE;
                default -> throw Trouble.bad("act", "Several jobs at once can be retried or deleted, nothing else.");
            };
        }

        List<Target> targets() {
            Map<JobId, Target> targets = new LinkedHashMap<>();
            for (String text : jobs) {
                String[] parts = text.split("@", 2);
                if (JobId.isValid(parts[0]) && (parts.length == 1 || parts[1].matches("\\d{1,18}"))) {
                    JobId id = new JobId(parts[0]);
                    targets.put(id, new Target(id, parts.length == 1 ? null : (Long) Long.parseLong(parts[1])));
                }
            }
            if (targets.size() > MOST) {
                throw Trouble.bad(
                        "job", "At most " + MOST + " jobs can be ticked at once, not " + targets.size() + ".");
            }
            return List.copyOf(targets.values());
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
        Verb verb = ticks.verb();
        List<Target> targets = ticks.targets();
        String back = Back.or(ticks.back, "/jobs");
        if (targets.isEmpty()) {
            return Back.with(new Flash("amber", "No job was ticked. Tick the rows first.", null), back);
        }
        return ticks.sure.equals("yes") ? perform(verb, targets, ticks, back) : ask(verb, targets, back);
    }

    private Response ask(Verb verb, List<Target> targets, String back) {
        var found = jobs.facts(targets.stream().map(Target::job).toList());
        if (found.isEmpty()) {
            return Back.with(new Flash("amber", "The ticked jobs are gone: somebody has deleted them.", null), back);
        }
        Shell shell = shells.shell(Bulk.title(verb, found.size()) + "? · Jobs", Section.JOBS, "", back);
        return Response.ok(Pages.bulk(Bulk.question(shell, verb, found, shells.reader(), back)))
                .build();
    }

    private Response perform(Verb verb, List<Target> targets, Ticks ticks, String back) {
        Function<JobId, Act> act = verb == Verb.DELETE ? Act.Delete::new : Act.Retry::new;
        Who who = Who.is(ActPage.NOBODY_KNOWN).because(ticks.reason).form(ticks.key);
        List<BulkActs.Answer> answers = acts.perform(targets, act, who);
        if (answers.stream().allMatch(Bulk::isDone)) {
            return Back.with(new Flash("green", Bulk.done(verb, answers.size()), null), back);
        }
        var view = Bulk.answer(shells.shell("Not all · Jobs", Section.JOBS, "", back), verb, answers, back);
        return Response.ok(Pages.answer(view)).build();
    }
}
