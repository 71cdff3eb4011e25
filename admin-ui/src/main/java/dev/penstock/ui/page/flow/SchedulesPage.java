package dev.penstock.ui.page.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.flow.ScheduleViews;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.view.flow.SchedulesView;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Recurring schedules: when they fire next, what they made last; pause, resume, trigger, change, delete. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
public class SchedulesPage {
    private final Shells shells;
    private final SettingQueries settings;
    private final Acts acts;
    private final Problems problems;

    @Inject
    public SchedulesPage(Shells shells, SettingQueries settings, Acts acts, Problems problems) {
        this.shells = shells;
        this.settings = settings;
        this.acts = acts;
        this.problems = problems;
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return page(200, "", "");
    }

    @POST
    @Path("{name}/{act: pause|resume|trigger|delete}")
    @Operation(hidden = true)
    public Response act(
            @PathParam("name") String name, @PathParam("act") String act, @FormParam("key") @Nullable String key) {
        SettingCommand command = switch (act) {
            case "pause" -> new SettingCommand.PauseSchedule(name, true);
            case "resume" -> new SettingCommand.PauseSchedule(name, false);
            case "trigger" -> new SettingCommand.TriggerSchedule(name);
            default -> new SettingCommand.DeleteSchedule(name);
        };
        ActResult result = acts.perform(command, shells.who().form(key));
        return Back.with(Back.flash(result, result.sentence()), "/schedules");
    }

    @POST
    @Path("{name}")
    @Operation(hidden = true)
    public Response change(
            @PathParam("name") String name,
            @FormParam("cron") String cron,
            @FormParam("zone") String zone,
            @FormParam("overlap") Overlap overlap,
            @FormParam("catchUp") CatchUp catchUp) {
        Optional<SettingFact<Setting.Schedule>> found = settings.schedule(name);
        if (found.isEmpty()) {
            return problems.noSuchSetting(say("schedule"), name);
        }
        Setting.Schedule before = found.get().value();
        Setting.Schedule after = new Setting.Schedule(
                name,
                cron.strip(),
                zone.strip(),
                before.paused(),
                overlap,
                catchUp,
                before.startWithin(),
                before.spec());
        ActResult result = acts.perform(new SettingCommand.PutSchedule(after), shells.who());
        int code = Back.refusal(result);
        return code == 0
                ? Back.with(Back.flash(result, result.sentence()), "/schedules")
                : page(code, name, result.sentence());
    }

    private Response page(int code, String name, String problem) {
        Reader reader = shells.reader();
        SchedulesView view = new SchedulesView(
                shells.shell(say("Schedules"), Section.SCHEDULES, "", "/schedules"),
                settings.schedules().stream()
                        .map(SettingFact::value)
                        .map(schedule -> ScheduleViews.view(
                                schedule,
                                settings.firings(schedule.name()).orElse(null),
                                reader,
                                schedule.name().equals(name) ? problem : ""))
                        .toList());
        return Response.status(code).entity(Pages.schedules(view)).build();
    }
}
