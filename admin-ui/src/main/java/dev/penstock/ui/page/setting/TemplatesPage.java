package dev.penstock.ui.page.setting;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.setting.TemplateForms;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.setting.FormProblem;
import dev.penstock.ui.view.setting.TemplatesView;
import dev.penstock.ui.view.setting.TemplatesView.TemplateForm;
import dev.penstock.ui.view.setting.TemplatesView.TemplateText;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What queued e-mail jobs send, edited here and used by the next e-mail (S0.26). */
@Path("/settings/templates")
@Produces(MediaType.TEXT_HTML)
public class TemplatesPage {
    private final Shells shells;
    private final SettingQueries settings;
    private final SettingActs acts;
    private final Problems problems;

    @Inject
    public TemplatesPage(Shells shells, SettingQueries settings, SettingActs acts, Problems problems) {
        this.shells = shells;
        this.settings = settings;
        this.acts = acts;
        this.problems = problems;
    }

    /** The form of a template, as it was sent. */
    public static class TextForm {
        @FormParam("subject")
        @DefaultValue("")
        String subject = "";

        @FormParam("body")
        @DefaultValue("")
        String body = "";

        @FormParam("reason")
        @DefaultValue("")
        String reason = "";

        @FormParam("seen")
        @DefaultValue("")
        String seen = "";

        @FormParam("key")
        @DefaultValue("")
        String key = "";

        /** As it was typed, except that browsers send a text's line breaks as CR LF. */
        TemplateText text() {
            return new TemplateText(subject.strip(), body.replace("\r\n", "\n"), reason);
        }
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response all(@QueryParam("template") @DefaultValue("") String open) {
        Reader reader = shells.reader();
        return page(
                200,
                settings.templates().stream()
                        .map(template -> TemplateForms.inForce(
                                template, reader, template.value().name().equals(open)))
                        .toList());
    }

    @POST
    @Path("{name}")
    @Operation(hidden = true)
    public Response change(@PathParam("name") String name, @BeanParam TextForm form) {
        Optional<SettingFact<Setting.Template>> before = settings.template(name);
        if (before.isEmpty()) {
            return problems.noSuchSetting(say("template"), name);
        }
        TemplateText text = form.text();
        if (text.subject().isEmpty() || text.body().isBlank()) {
            String field = text.subject().isEmpty() ? "subject" : "body";
            return again(400, name, text, new FormProblem(field, say("An e-mail needs a subject and a text.")));
        }
        ActResult result = acts.changeTemplate(
                new Setting.Template(name, text.subject(), text.body()),
                form.seen,
                shells.who().because(text.reason()).form(form.key));
        int code = Back.refusal(result);
        return code == 0
                ? Back.with(
                        told(before.get().value(), text, result), "/settings/templates?template=" + Links.encoded(name))
                : again(code, name, text, FormProblem.of(result.sentence()));
    }

    private Response again(int code, String name, TemplateText typed, FormProblem problem) {
        Reader reader = shells.reader();
        return page(
                code,
                settings.templates().stream()
                        .map(template -> template.value().name().equals(name)
                                ? TemplateForms.typed(template, reader, typed, problem)
                                : TemplateForms.inForce(template, reader, false))
                        .toList());
    }

    private Response page(int code, List<TemplateForm> templates) {
        TemplatesView view = new TemplatesView(
                shells.shell(say("E-mail templates · Settings"), Section.SETTINGS, "", "/settings/templates"),
                templates);
        return Response.status(code).entity(Pages.emails(view)).build();
    }

    private static Flash told(Setting.Template before, TemplateText after, ActResult result) {
        if (!(result instanceof ActResult.Done)) {
            return Back.flash(result, result.sentence());
        }
        Collection<String> added = TemplateForms.added(before, after);
        String saved = say("Saved. The next e-mail uses the new text of {1}.", before.name());
        return added.isEmpty()
                ? Back.flash(result, saved)
                : new Flash(
                        "amber",
                        say(
                                "{1} It asks for {2}, which the old one did not: a job that does not bring it will fail.",
                                saved, String.join(", ", added)),
                        null);
    }
}
