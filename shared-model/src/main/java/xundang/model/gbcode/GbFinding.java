package xundang.model.gbcode;

import xundang.model.text.ModelText;

/** One thing wrong or doubtful about a GB/T 28181 code; rules R1 to R8 of the domain specification, section 3. */
public sealed interface GbFinding {
    /** How bad it is. */
    enum Severity {
        ERROR,
        /** For a person to look at; the code may still be right, because the tables change. */
        WARNING
    }

    /** E.g. {@code R4}. */
    String rule();

    Severity severity();

    /** Wording for people. */
    ModelText text();

    /** R1: not exactly 20 ASCII digits; nothing is trimmed or padded. */
    record NotTwentyDigits(int length) implements GbFinding {
        @Override
        public String rule() {
            return "R1";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public ModelText text() {
            return ModelText.of("gb.R1", Integer.toString(length));
        }
    }

    /** R4: the type digits do not suit the asset's category. */
    record TypeUnsuitable(String type, String category) implements GbFinding {
        @Override
        public String rule() {
            return "R4";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public ModelText text() {
            return ModelText.of("gb.R4", type, category);
        }
    }

    /** R7: another object that is not scrapped has the code. */
    record UsedTwice(String otherAssetNo) implements GbFinding {
        @Override
        public String rule() {
            return "R7";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public ModelText text() {
            return ModelText.of("gb.R7", otherAssetNo);
        }
    }

    /**
     * R2, R3, R5, R6, R8: part of the code is unusual.
     *
     * @param part the digits in question
     */
    record Doubtful(String rule, String part) implements GbFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public ModelText text() {
            return ModelText.of("gb." + rule, part);
        }
    }
}
