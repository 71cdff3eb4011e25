package dev.penstock.ui.view;

import dev.penstock.ui.view.Shell.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes every page with fixture views into {@code target/preview}, to be looked at in a browser. */
public final class Preview {
    private Preview() {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of("target/preview");
        Files.createDirectories(out);
        String json = Files.readString(Path.of("target/classes/META-INF/resources/assets/assets.json"));
        Shell.Assets assets = new Shell.Assets(
                json.replaceAll("(?s).*\"script\":\"([^\"]*)\".*", "$1"),
                json.replaceAll("(?s).*\"style\":\"([^\"]*)\".*", "$1"));
        TemplateEngine engine = new TemplateEngine();
        for (String theme : new String[] {"light", "dark"}) {
            for (Map.Entry<String, Object[]> page :
                    pages(new Look(theme, "comfortable", true), assets).entrySet()) {
                String html = engine.render((String) page.getValue()[0], page.getValue()[1]);
                Files.writeString(
                        out.resolve(page.getKey() + "-" + theme + ".html"),
                        html.replace("\"/assets/", "\"../classes/META-INF/resources/assets/"));
            }
        }
    }

    private static Map<String, Object[]> pages(Look look, Shell.Assets assets) {
        Map<String, Object[]> pages = new LinkedHashMap<>();
        Shell overview = Facts.shell("353 failed · Background Jobs", "", look, assets);
        pages.put("overview", new Object[] {"pages/overview", OverviewFixtures.overview(overview, false)});
        pages.put("overview-calm", new Object[] {"pages/overview", OverviewFixtures.overview(overview, true)});
        Shell jobs = Facts.shell("Jobs", "jobs", look, assets);
        pages.put("jobs", new Object[] {"pages/jobs", JobListFixtures.jobs(jobs, false)});
        pages.put("jobs-none", new Object[] {"pages/jobs", JobListFixtures.jobs(jobs, true)});
        pages.put("job", new Object[] {"pages/job", JobPageFixtures.job(jobs)});
        pages.put("logs", new Object[] {"pages/logs", PageFixtures.logs(Facts.shell("Logs", "logs", look, assets))});
        Shell settings = Facts.shell("Settings", "settings", look, assets);
        pages.put("settings", new Object[] {"pages/settings", PageFixtures.settings(settings)});
        pages.put("templates", new Object[] {"pages/emails", PageFixtures.templates(settings)});
        pages.put("help", new Object[] {"pages/help", PageFixtures.help(Facts.shell("Help", "help", look, assets))});
        return pages;
    }
}
