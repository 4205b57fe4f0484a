package xundang.model.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xundang.model.asset.CategoryCatalog;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.TemplateCatalog;
import xundang.model.text.ModelText;

/** Whether a plan can be carried out and is allowed. The same on the laptop, on the server and at an import. */
public final class PlanCheck {
    /**
     * Categories that stand outdoors: [003] asks for one round of all of them in at most a month. Plans with a {@code visit} are work on top of
     * that round, e.g. the yearly earth test.
     */
    private static final Set<String> FIELD_DEVICES = Set.of("camera", "pole", "field_box", "epolice", "ip_speaker");

    private static final Set<String> GRADES = Set.of("A", "B", "C");
    private static final int MOST_NAME = 100;
    private static final int YEAR = 12;
    /** A turn of so many days is never longer than a month [003]. */
    private static final int SHORTEST_MONTH = 28;

    private final TemplateCatalog templates;
    private final CategoryCatalog categories;
    private final List<PlanProblem> problems = new ArrayList<>();

    private PlanCheck(TemplateCatalog templates, CategoryCatalog categories) {
        this.templates = templates;
        this.categories = categories;
    }

    /** Everything that is wrong with the plan; empty when nothing is. */
    public static List<PlanProblem> check(PlanBody plan, TemplateCatalog templates, CategoryCatalog categories) {
        PlanCheck check = new PlanCheck(templates, categories);
        check.name(plan);
        check.target(plan);
        check.form(plan);
        check.rhythm(plan);
        check.term(plan);
        return List.copyOf(check.problems);
    }

    /** Whether turns can be computed from the rhythm at all; one of a newer program or of a damaged record may be nonsense. */
    static boolean isComputable(Rhythm rhythm) {
        List<PlanProblem> problems = new ArrayList<>();
        new RhythmCheck(problems).turns(rhythm);
        return problems.isEmpty();
    }

    private void name(PlanBody plan) {
        if (plan.name().isBlank() || plan.name().length() > MOST_NAME) {
            add("name", "plan.name", MOST_NAME);
        }
    }

    private void target(PlanBody plan) {
        String category = plan.category();
        if (plan.assetId() != null) {
            if (category != null || plan.grade() != null || plan.siteId() != null) {
                add("asset_id", "plan.two_targets");
            }
        } else if (category == null) {
            add("category", "plan.no_target");
        } else if (categories.find(category).isEmpty()) {
            add("category", "plan.unknown_category", category);
        }
        if (plan.grade() != null && !GRADES.contains(plan.grade())) {
            add("grade", "plan.grade", plan.grade());
        }
    }

    private void form(PlanBody plan) {
        Optional<InspectionTemplate> template = templates.find(plan.templateId());
        if (template.isEmpty()) {
            Set<String> known = new TreeSet<>();
            templates.all().forEach(one -> known.add(one.id()));
            add("template_id", "plan.unknown_template", plan.templateId(), String.join("、", known));
            return;
        }
        String category = plan.category();
        if (category != null && !suits(template.get(), category)) {
            add("template_id", "plan.template_not_for", plan.templateId(), category);
        }
        plan.visit().keySet().stream()
                .filter(asked -> !template.get().asks().contains(asked))
                .forEach(asked -> add("visit", "plan.visit", asked, plan.templateId()));
    }

    /** Whether objects of that category are inspected with that form. Cameras of traffic enforcement are inspected as cameras [D]. */
    public static boolean suits(InspectionTemplate template, String category) {
        return template.category().equals(InspectionTemplate.ANY_CATEGORY)
                || template.category().equals(category)
                || (template.category().equals("camera") && category.equals("epolice"));
    }

    private void rhythm(PlanBody plan) {
        new RhythmCheck(problems).turns(plan.rhythm());
        boolean bounded = plan.visit().isEmpty()
                && (plan.grade() != null || (plan.category() != null && FIELD_DEVICES.contains(plan.category())));
        if (bounded && isOverAMonth(plan.rhythm())) {
            add("rhythm", "plan.over_a_month");
        }
    }

    private static boolean isOverAMonth(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Slots ignored -> false;
            case Rhythm.PerDay ignored -> false;
            case Rhythm.Days days -> days.days() > SHORTEST_MONTH;
            case Rhythm.Months months ->
                months.months() > 1
                        || (!months.only().isEmpty() && months.only().size() < YEAR);
        };
    }

    private void term(PlanBody plan) {
        if (plan.endsOn() != null && plan.endsOn().isBefore(plan.startsOn())) {
            add("ends_on", "plan.end_before_start", plan.startsOn(), plan.endsOn());
        }
        if (plan.purpose() == Purpose.GUARDED && plan.endsOn() == null) {
            add("ends_on", "plan.guarded_needs_end");
        }
        if (plan.purpose() == Purpose.FLOOD && plan.season() == null) {
            add("season", "plan.flood_needs_season");
        }
    }

    private void add(String field, String key, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = String.valueOf(args[i]);
        }
        problems.add(new PlanProblem(field, ModelText.of(key, texts)));
    }
}
