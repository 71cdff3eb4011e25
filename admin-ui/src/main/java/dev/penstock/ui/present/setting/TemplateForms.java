package dev.penstock.ui.present.setting;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.setting.FormProblem;
import dev.penstock.ui.view.setting.TemplatesView.TemplateForm;
import dev.penstock.ui.view.setting.TemplatesView.TemplateText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The forms of the e-mail templates (S0.26). */
public final class TemplateForms {
    /** What handlers fill in: a name in braces. Other braces are plain text. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_.-]*}");

    private TemplateForms() {}

    /** What is in force. */
    public static TemplateForm inForce(SettingFact<Setting.Template> template, Reader reader, boolean open) {
        Setting.Template value = template.value();
        return form(template, reader, new TemplateText(value.subject(), value.body(), ""), FormProblem.NONE, open);
    }

    /** What was typed and did not pass. */
    public static TemplateForm typed(
            SettingFact<Setting.Template> template, Reader reader, TemplateText typed, FormProblem problem) {
        return form(template, reader, typed, problem, true);
    }

    private static TemplateForm form(
            SettingFact<Setting.Template> fact, Reader reader, TemplateText text, FormProblem problem, boolean open) {
        Setting.Template template = fact.value();
        return new TemplateForm(
                template.name(),
                template.subject(),
                List.copyOf(placeholders(template.subject(), template.body())),
                TypeForms.changed(fact, reader),
                SettingActs.seen(template),
                text,
                problem,
                open);
    }

    /** Placeholders that the new text asks for and the old one did not: jobs may not bring them. */
    public static Collection<String> added(Setting.Template before, TemplateText after) {
        Set<String> added = placeholders(after.subject(), after.body());
        added.removeAll(placeholders(before.subject(), before.body()));
        return added;
    }

    private static Set<String> placeholders(String subject, String body) {
        Set<String> found = new LinkedHashSet<>();
        PLACEHOLDER
                .matcher(subject + "\n" + body)
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }
}
