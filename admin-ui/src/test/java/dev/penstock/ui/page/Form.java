package dev.penstock.ui.page;

import dev.penstock.ui.fixture.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Fills in and sends the forms of pages, as a browser without script does; keeps its cookies. */
public final class Form {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private final Http http;

    public Form(URI base) {
        this(new Http(base));
    }

    public Form(Http http) {
        this.http = http;
    }

    public Document page(String address) {
        Http.Answer answer = http.get(address);
        if (answer.code() != 200) {
            throw new AssertionError(address + " answers " + answer.code() + ": " + answer.body());
        }
        return parse(answer);
    }

    public static Document parse(Http.Answer answer) {
        return Jsoup.parse(answer.body());
    }

    /** Sends the page's form with that action, as it is shown, with some fields changed. */
    public Http.Answer send(Document page, String action, Map<String, String> changed) {
        return send(page, action, action, changed);
    }

    /** The same, of the form with the action {@code shown}, to another address. */
    public Http.Answer send(Document page, String address, String shown, Map<String, String> changed) {
        Element form = page.selectFirst("form[action='" + shown + "']");
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            fields.put(field.attr("name"), value(field));
        }
        fields.putAll(changed);
        return post(
                address,
                fields.entrySet().stream()
                        .map(field -> field(field.getKey(), field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String value(Element field) {
        Element chosen = field.selectFirst("option[selected]");
        Element option = chosen == null ? field.selectFirst("option") : chosen;
        return field.is("textarea") ? text(field) : option == null ? field.val() : option.val();
    }

    /** Fields as a browser sends them; a name may come more than once. */
    public Http.Answer post(String address, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = TYPE;
        return http.post(address, body, all);
    }

    /** The form's fields as they are shown; only those of these names, if there are any. */
    public static String fields(Element form, String... names) {
        return form.select("input[name]").stream()
                .filter(field -> names.length == 0 || List.of(names).contains(field.attr("name")))
                .map(field -> field(field.attr("name"), field.val()))
                .collect(Collectors.joining("&"));
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What a browser shows in a text area: HTML ignores a line break right after its tag. */
    public static String text(Element area) {
        return area.wholeText().replaceFirst("^\n", "");
    }

    /** The page that a 303 leads to. */
    public Document follow(Http.Answer answer) {
        return page(
                URI.create(answer.header("Location")).getRawSchemeSpecificPart().replaceFirst("//[^/]*", ""));
    }
}
