package dev.penstock.processor.simulate.past;

import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.measure.Stretch;
import java.util.List;
import java.util.Map;

/**
 * What the log says of a stretch, in the form a simulation needs.
 *
 * @param stretch from when to when
 * @param jobs that were there when it began and had not ended, in the order of their ids
 * @param settings as they were then; each queue and type that a job names has one
 * @param arrivals in the order of their times
 * @param puts settings that changed, likewise
 * @param deeds what people did, likewise
 * @param attempts that were begun, likewise
 * @param broods children that an attempt created
 * @param workers that were there
 * @param pickups how long jobs and slots take to find each other
 */
public record Recording(
        Stretch stretch,
        List<Job> jobs,
        Map<String, Setting> settings,
        List<Arrival> arrivals,
        List<Put> puts,
        List<Deed> deeds,
        List<Ran> attempts,
        Map<AttemptKey, List<Brood>> broods,
        List<Presence> workers,
        Pickups pickups) {}
