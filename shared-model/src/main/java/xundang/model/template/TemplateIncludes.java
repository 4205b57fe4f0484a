package xundang.model.template;

import static xundang.model.template.TemplateFile.all;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.template.TemplateFault.Problem;

/**
 * Puts into a file what it takes over from other templates: whole sections, as the quarterly form does with the monthly one, and the limits of
 * single items. So an item has one definition. A template that is taken over must not itself take over sections.
 */
final class TemplateIncludes {
    /** Finds another template's file as it was written. */
    interface Library {
        Optional<TemplateFile> find(String id, int version);
    }

    /** @param faults what could not be taken over */
    record Expanded(TemplateFile file, List<TemplateFault> faults) {}

    private final String name;
    private final TemplateFile file;
    private final Library library;
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Map<String, TemplateFile.AttributeUse> attributes = new LinkedHashMap<>();
    private final List<String> asks = new ArrayList<>();
    private final Map<String, TemplateFile.Partition> partitions = new LinkedHashMap<>();

    private TemplateIncludes(String name, TemplateFile file, Library library) {
        this.name = name;
        this.file = file;
        this.library = library;
    }

    static Expanded expand(String name, TemplateFile file, Library library) {
        TemplateIncludes includes = new TemplateIncludes(name, file, library);
        return new Expanded(includes.expanded(), List.copyOf(includes.faults));
    }

    private TemplateFile expanded() {
        List<TemplateFile.SectionEntry> sections = new ArrayList<>();
        for (TemplateFile.SectionEntry section : all(file.sections())) {
            if (section.include() == null) {
                sections.add(section);
            } else {
                sections.addAll(included(section.include()));
            }
        }
        all(file.attributes()).forEach((attribute, use) -> declare(attribute, listed(use, file)));
        all(file.asks()).stream().filter(asked -> !asks.contains(asked)).forEach(asks::add);
        all(file.partitions()).forEach((partition, rule) -> {
            if (!Objects.equals(partitions.getOrDefault(partition, rule), rule)) {
                fault(partition, Problem.AGAINST_INCLUDED, partition);
            }
            partitions.put(partition, rule);
        });
        TemplateFile whole = file.with(attributes, asks, partitions, sections);
        return whole.with(
                attributes,
                asks,
                partitions,
                sections.stream().map(section -> limits(section, whole)).toList());
    }

    private List<TemplateFile.SectionEntry> included(TemplateFile.IncludeEntry include) {
        Optional<TemplateFile> found = find(include.id(), include.version());
        String what = include.id() + " v" + include.version();
        if (found.isEmpty()) {
            fault("sections", Problem.UNKNOWN_TEMPLATE, what);
            return List.of();
        }
        TemplateFile other = found.get();
        all(other.attributes()).forEach((attribute, use) -> declare(attribute, listed(use, other)));
        all(other.asks()).stream().filter(asked -> !asks.contains(asked)).forEach(asks::add);
        partitions.putAll(all(other.partitions()));
        List<TemplateFile.SectionEntry> sections = new ArrayList<>();
        for (int number : all(include.sections())) {
            if (number < 1 || number > all(other.sections()).size()) {
                fault("sections", Problem.UNKNOWN_TEMPLATE, what + " · " + number);
            } else {
                TemplateFile.SectionEntry section = all(other.sections()).get(number - 1);
                if (section.include() != null) {
                    fault("sections", Problem.UNKNOWN_TEMPLATE, what + " · " + number);
                }
                sections.add(section);
            }
        }
        return sections;
    }

    private TemplateFile.SectionEntry limits(TemplateFile.SectionEntry section, TemplateFile whole) {
        return section.items() == null
                ? section
                : new TemplateFile.SectionEntry(
                        section.title(),
                        section.items().stream()
                                .map(item -> limits(item, whole))
                                .toList(),
                        null);
    }

    private TemplateFile.ItemEntry limits(TemplateFile.ItemEntry item, TemplateFile whole) {
        TemplateFile.ItemRef ref = item.sameLimitsAs();
        if (ref == null) {
            return item;
        }
        String id = String.valueOf(item.id());
        Optional<TemplateFile> source = ref.id() == null ? Optional.of(whole) : find(ref.id(), ref.version());
        Optional<TemplateFile.ItemEntry> found = source.flatMap(other -> other.items().stream()
                .filter(candidate -> candidate.id() != null && candidate.id().equals(ref.item()))
                .findFirst());
        if (found.isEmpty() || found.get().limits() == null || item.limits() != null) {
            fault(id, Problem.UNKNOWN_ITEM, String.valueOf(ref.item()));
            return item.withLimits(item.limits());
        }
        return item.withLimits(found.get().limits());
    }

    private Optional<TemplateFile> find(@Nullable String id, int version) {
        return id == null ? Optional.empty() : library.find(id, version);
    }

    /** The use with its list said, so that an attribute of another template's category keeps its meaning here. */
    private static TemplateFile.AttributeUse listed(TemplateFile.AttributeUse use, TemplateFile from) {
        return new TemplateFile.AttributeUse(
                use.of() == null ? from.category() : use.of(), use.options(), use.fallback(), use.fallbackSource());
    }

    private void declare(String attribute, TemplateFile.AttributeUse use) {
        TemplateFile.AttributeUse before = attributes.putIfAbsent(attribute, use);
        if (before != null && !before.equals(use)) {
            fault(attribute, Problem.AGAINST_INCLUDED, attribute);
        }
    }

    private void fault(String where, Problem problem, String detail) {
        faults.add(new TemplateFault(name, where, problem, detail));
    }
}
