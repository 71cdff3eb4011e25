package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.view.OverviewView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The kinds of work (S0.19); a job type belongs to the first whose pattern matches its name. */
enum Category {
    EMAIL(
            english("Email Delivery"),
            english("All outgoing e-mails of the system: 2FA codes, licence keys, alerts."),
            "(email|mail)\\..*"),
    TELEMETRY(
            english("Telemetry"),
            english("Hardware fingerprints and usage data that SDKs send."),
            "(telemetry|analytics)\\..*"),
    WEBHOOKS(english("Webhooks"), english("Notifications to the addresses of third parties."), "webhooks?\\..*"),
    BULK(
            english("Bulk Operations"),
            english("Hundreds of licence keys at once, imports and exports of large data sets."),
            "(licences|records|bulk)\\..*|.*\\.(import|export)"),
    SYNC(
            english("Sync Jobs"),
            english("What is pulled periodically from marketplaces and other third parties."),
            "sync\\..*|.*\\.sync"),
    OTHER(english("Other work"), english("Job types that belong to none of these."), ".*");

    private final String title;
    private final String text;
    private final String pattern;

    Category(String title, String text, String pattern) {
        this.title = title;
        this.text = text;
        this.pattern = pattern;
    }

    /** Every category with its types; the last one only if a type belongs to it. */
    static List<OverviewView.Category> all(Map<String, Depths> byType, SortedSet<String> declared) {
        SortedSet<String> types = new TreeSet<>(declared);
        types.addAll(byType.keySet());
        List<OverviewView.Category> categories = new ArrayList<>();
        for (Category category : values()) {
            List<OverviewView.TypeCount> counts = types.stream()
                    .filter(type -> of(type) == category)
                    .map(type -> count(type, byType.getOrDefault(type, Depths.NONE)))
                    .toList();
            if (category != OTHER || !counts.isEmpty()) {
                categories.add(new OverviewView.Category(say(category.title), say(category.text), counts));
            }
        }
        return categories;
    }

    static Category of(String type) {
        return Arrays.stream(values())
                .filter(category -> type.matches(category.pattern))
                .findFirst()
                .orElse(OTHER);
    }

    private static OverviewView.TypeCount count(String type, Depths depths) {
        return new OverviewView.TypeCount(
                type,
                Links.jobs(Key.TYPE, type),
                depths.open() == 0 ? "" : Counts.of(depths.open()),
                depths.failed() == 0 ? "" : Counts.of(depths.failed()));
    }
}
