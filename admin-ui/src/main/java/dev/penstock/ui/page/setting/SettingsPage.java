package dev.penstock.ui.page.setting;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.setting.TypeForms;
import dev.penstock.ui.present.setting.TypedPolicy;
import dev.penstock.ui.present.setting.TypedPolicy.Reading;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.view.setting.FormProblem;
import dev.penstock.ui.view.setting.SettingsView;
import dev.penstock.ui.view.setting.SettingsView.PolicyText;
import dev.penstock.ui.view.setting.SettingsView.TypeForm;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The policy of each job type, changed by a command; its capabilities and the connections, to look at (S0.25). */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {
    private final Shells shells;
    private final SettingQueries settings;
    private final SettingActs acts;
    private final ConnectionStates connections;
    private final Problems problems;

    @Inject
    public SettingsPage(
            Shells shells, SettingQueries settings, SettingActs acts, ConnectionStates connections, Problems problems) {
        this.shells = shells;
        this.settings = settings;
        this.acts = acts;
        this.connections = connections;
        this.problems = problems;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response all(@QueryParam("type") @DefaultValue("") String open) {
        Reader reader = shells.reader();
        return page(
                200,
                settings.types().stream()
                        .map(type -> TypeForms.inForce(
                                type, reader, type.value().name().equals(open)))
                        .toList());
    }

    @POST
    @Path("types/{name}")
    @Operation(hidden = true)
    public Response change(@PathParam("name") String name, @BeanParam PolicyForm form) {
        Optional<SettingFact<Setting.Type>> type = settings.type(name);
        if (type.isEmpty()) {
            return problems.noSuchSetting(say("job type"), name);
        }
        return switch (TypedPolicy.read(form.text())) {
            case Reading.Wrong wrong -> again(400, name, form.text(), wrong.problem());
            case Reading.Good good -> {
                Who who = shells.who().because(form.reason).form(form.key);
                ActResult result = acts.changePolicy(name, good.change(), form.version, who);
                int code = Back.refusal(result);
                yield code == 0
                        ? Back.with(Back.flash(result, told(name, result)), "/settings?type=" + Links.encoded(name))
                        : again(code, name, form.text(), FormProblem.of(result.sentence()));
            }
        };
    }

    /** The page again, with what was typed in this type's form, and what is wrong with it. */
    private Response again(int code, String name, PolicyText typed, FormProblem problem) {
        Reader reader = shells.reader();
        return page(
                code,
                settings.types().stream()
                        .map(type -> type.value().name().equals(name)
                                ? TypeForms.typed(type, reader, typed, problem)
                                : TypeForms.inForce(type, reader, false))
                        .toList());
    }

    private Response page(int code, List<TypeForm> types) {
        SettingsView view = new SettingsView(
                shells.shell(say("Settings"), Section.SETTINGS, "", "/settings"), types, connections.now());
        return Response.status(code).entity(Pages.settings(view)).build();
    }

    private static String told(String name, ActResult result) {
        return result instanceof ActResult.Done
                ? say("Saved. What is set for {1} is in force from the next attempt.", name)
                : result.sentence();
    }
}
