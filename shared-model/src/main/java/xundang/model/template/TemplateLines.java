package xundang.model.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import xundang.model.json.ModelJson;

/** Where in a template file a fault stands, so that its writer finds it: the line of the faulty text, else that of the item. */
public final class TemplateLines {
    /** A name or a text of the file with its line, from 1. */
    private record Word(String text, int line, boolean isName) {}

    /** Words from {@code first} to before {@code end}. */
    private record Stretch(int first, int end) {}

    private final List<Word> words = new ArrayList<>();
    private final List<Stretch> objects = new ArrayList<>();
    private final int breaksAt;

    private TemplateLines(String json) {
        this.breaksAt = read(json);
    }

    /** Looks through the text, as far as it is JSON. */
    public static TemplateLines of(String json) {
        return new TemplateLines(json);
    }

    /** The line, from 1: where the file stops being JSON, else the fault's own place; the first line for a fault of the whole file. */
    public int line(TemplateFault fault) {
        if (breaksAt > 0) {
            return breaksAt;
        }
        boolean whole = fault.where().isEmpty();
        Optional<Stretch> place = whole ? Optional.of(new Stretch(0, words.size())) : place(fault);
        String detail = fault.detail();
        // The last word of "limits.source"; the expression after the colon of what is wrong with it.
        String last = detail.substring(Math.max(detail.lastIndexOf('.'), detail.lastIndexOf('：')) + 1);
        String property = fault.problem() == TemplateFault.Problem.OVERLAPPING_RANGES ? "warn" : last;
        return place.flatMap(it -> find(detail, it)
                        .or(() -> find(property, it))
                        .or(() -> whole
                                ? Optional.empty()
                                : Optional.of(words.get(it.first()).line())))
                .orElse(1);
    }

    /** The item, attribute or partition that the fault names; of a number given twice, the second. */
    private Optional<Stretch> place(TemplateFault fault) {
        List<Stretch> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).text().equals(fault.where())) {
                continue;
            }
            if (words.get(i).isName()) {
                places.add(valueOf(i));
            } else if (i > 0
                    && words.get(i - 1).isName()
                    && words.get(i - 1).text().equals("id")) {
                places.add(around(i));
            }
        }
        boolean second = fault.problem() == TemplateFault.Problem.DUPLICATE_ID && places.size() > 1;
        return places.stream().skip(second ? 1 : 0).findFirst();
    }

    /** The innermost object that the word stands in. */
    private Stretch around(int word) {
        return objects.stream()
                .filter(object -> object.first() <= word && word < object.end())
                .max(Comparator.comparingInt(Stretch::first))
                .orElse(new Stretch(word, word + 1));
    }

    /** A name together with its value. */
    private Stretch valueOf(int name) {
        return objects.stream()
                .filter(object -> object.first() == name + 1)
                .max(Comparator.comparingInt(Stretch::end))
                .map(object -> new Stretch(name, object.end()))
                .orElse(new Stretch(name, Math.min(name + 2, words.size())));
    }

    private Optional<Integer> find(String text, Stretch place) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<Word> here = words.subList(place.first(), place.end());
        return here.stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .or(() -> here.stream()
                        .filter(word -> !word.isName() && word.text().contains(text))
                        .findFirst())
                .map(Word::line);
    }

    /** The line where the text stops being JSON; 0 when it does not. */
    private int read(String json) {
        Deque<Integer> open = new ArrayDeque<>();
        try (JsonParser parser = ModelJson.mapper().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    open.push(words.size());
                } else if (token.isStructEnd()) {
                    int first = open.pop();
                    if (token == JsonToken.END_OBJECT) {
                        objects.add(new Stretch(first, words.size()));
                    }
                } else {
                    int line = parser.currentTokenLocation().getLineNr();
                    words.add(new Word(parser.getString(), line, token == JsonToken.PROPERTY_NAME));
                }
            }
            return 0;
        } catch (JacksonException e) {
            return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        }
    }
}
