package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.flow.QueueRows;
import dev.penstock.ui.present.flow.QueueViews;
import dev.penstock.ui.read.QueueQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.view.flow.QueuesView;
import dev.penstock.ui.view.flow.QueuesView.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Queues: depth by lane, what comes next, who serves them (S0.20, S1.29), pause, limits. */
@Path("/queues")
@Produces(MediaType.TEXT_HTML)
public class QueuesPage {
    private static final Duration FLOW = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Shells shells;
    private final QueueQueries queues;
    private final StatisticQueries statistics;
    private final SettingActs acts;

    @Inject
    public QueuesPage(Shells shells, QueueQueries queues, StatisticQueries statistics, SettingActs acts) {
        this.shells = shells;
        this.queues = queues;
        this.statistics = statistics;
        this.acts = acts;
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return page(200, "", null);
    }

    @POST
    @Path("{queue}/pause")
    @Operation(hidden = true)
    public Response pause(@PathParam("queue") String queue, @FormParam("key") @Nullable String key) {
        return paused(queue, true, key);
    }

    @POST
    @Path("{queue}/resume")
    @Operation(hidden = true)
    public Response resume(@PathParam("queue") String queue, @FormParam("key") @Nullable String key) {
        return paused(queue, false, key);
    }

    private Response paused(String queue, boolean paused, @Nullable String key) {
        ActResult result = acts.pauseQueue(queue, paused, who(key));
        String told = result instanceof ActResult.Done
                ? paused
                        ? say("The queue {1} is paused: what runs goes on.", queue)
                        : say("The queue {1} is polled again.", queue)
                : result.sentence();
        return Back.with(Back.flash(result, told), "/queues");
    }

    @POST
    @Path("{queue}/limits")
    @Operation(hidden = true)
    public Response limits(
            @PathParam("queue") String queue,
            @FormParam("maxRunning") @DefaultValue("") String maxRunning,
            @FormParam("window") @DefaultValue("") String window,
            @FormParam("maxRunningPerRoot") @DefaultValue("") String perRoot,
            @FormParam("key") @Nullable String key) {
        try {
            Integer most = number(say("The window"), window);
            SettingActs.QueueLimits limits = new SettingActs.QueueLimits(
                    number(say("Running at a time"), maxRunning),
                    most == null ? dev.penstock.api.setting.Setting.Queue.DEFAULT_WINDOW : most,
                    number(say("Of a family at a time"), perRoot));
            ActResult result = acts.changeQueue(queue, limits, who(key));
            return Back.with(Back.flash(result, say("Limits of {1}: {2}", queue, result.sentence())), "/queues");
        } catch (IllegalArgumentException e) {
            return page(400, queue, new Limits(maxRunning, window, perRoot, "", String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable Integer number(String name, String text) {
        if (text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("\\d{1,6}")) {
            throw new IllegalArgumentException(say("{1} is a whole number or nothing, not \"{2}\".", name, text));
        }
        return Integer.parseInt(text.strip());
    }

    private Response page(int code, String queue, @Nullable Limits typed) {
        Reader reader = shells.reader();
        Map<String, List<QueueFact.Lane>> lanes = queues.lanes();
        List<QueueFact> facts = queues.all(FLOW);
        Map<String, QueueFact.Flow> lately = statistics.flowByQueue(reader.now().minus(HOUR), HOUR);
        List<QueuesView.Queue> all = facts.stream()
                .map(fact -> QueueViews.view(
                        fact,
                        lanes.getOrDefault(fact.name(), List.of()),
                        reader,
                        fact.name().equals(queue) ? typed : null))
                .toList();
        QueuesView view = new QueuesView(
                shells.shell(say("Queues"), Section.QUEUES, "jobs", "/queues"), rows(facts, lately), all);
        return Response.status(code).entity(Pages.queues(view)).build();
    }

    private static List<QueuesView.Row> rows(List<QueueFact> facts, Map<String, QueueFact.Flow> lately) {
        return facts.stream()
                .map(fact -> QueueRows.row(
                        fact,
                        lately.getOrDefault(fact.name(), QueueFact.Flow.NONE).failed()))
                .toList();
    }

    private Who who(@Nullable String key) {
        return shells.who().form(key);
    }
}
