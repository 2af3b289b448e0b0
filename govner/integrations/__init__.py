"""govner inside other tools: spaCy, pandas, Spark. Each needs the extra of its name."""
