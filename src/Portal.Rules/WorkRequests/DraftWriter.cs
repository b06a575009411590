using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Rules.WorkRequests;

/// <summary>
/// Writes a draft as the JSON that <see cref="DefinitionReader"/> understands, or finds wrong at the same place. The
/// same draft is always the same text.
/// </summary>
public static class DraftWriter
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The draft as JSON; fields, columns and options without a key get one that nobody has.</summary>
    /// <param name="draft">As it was typed.</param>
    /// <param name="before">What the item says now, so that nothing new is given a key of it: what somebody has typed
    /// into its form would stand under another label. Null for a new item.</param>
    public static string Write(ItemDraft draft, WorkDefinition? before = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            Text(json, "title", draft.TitleJa, draft.TitleEn);
            Text(json, "summary", draft.SummaryJa, draft.SummaryEn);
            Text(json, "category", draft.CategoryJa, draft.CategoryEn);
            Number(json, "points", draft.Points);
            Number(json, "days", draft.Days);
            OptionalText(json, "terms", draft.TermsJa, draft.TermsEn);
            Fields(json, "fields", draft.Fields, before?.Fields ?? [], isTable: false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(content.ToArray());
    }

    private static void Fields(Utf8JsonWriter json, string name, IReadOnlyList<FieldDraft> fields, IReadOnlyList<WorkField> before,
        bool isTable)
    {
        json.WriteStartArray(name);
        var keys = Keys([.. fields.Select(field => field.Key.Trim())], [.. before.Select(field => field.Key)],
            isTable ? "column" : "field", StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < fields.Count; i++)
        {
            Field(json, fields[i], keys[i], before.FirstOrDefault(field => field.Key == keys[i]), isTable);
        }

        json.WriteEndArray();
    }

    private static void Field(Utf8JsonWriter json, FieldDraft field, string key, WorkField? before, bool isTable)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteString("type", field.Type);
        Text(json, "label", field.LabelJa, field.LabelEn);
        if (!isTable)
        {
            OptionalText(json, "hint", field.HintJa, field.HintEn);
        }

        if (field.IsRequired)
        {
            json.WriteBoolean("required", true);
        }

        switch (DefinitionReader.TypeOf(field.Type))
        {
            case WorkFieldType.Text or WorkFieldType.LongText:
                Number(json, "longest", field.Longest);
                break;
            case WorkFieldType.Choice:
                Options(json, OptionLines.Read(field.Options), before?.Options ?? []);
                break;
            case WorkFieldType.Date:
                Number(json, "daysAhead", field.DaysAhead);
                Word(json, "notBefore", field.NotBefore);
                break;
            case WorkFieldType.Table when !isTable:
                Number(json, "mostRows", field.MostRows);
                Fields(json, "columns", field.Columns, before?.Columns ?? [], isTable: true);
                break;
        }

        json.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter json, IReadOnlyList<WorkOption> options, IReadOnlyList<WorkOption> before)
    {
        json.WriteStartArray("options");
        var values = Keys([.. options.Select(option => option.Value)], [.. before.Select(option => option.Value)], "option",
            StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("value", values[i]);
            Text(json, "label", options[i].Label.Ja, options[i].Label.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>As they are; where there is none, the first of its kind that nobody has or had.</summary>
    private static List<string> Keys(IReadOnlyList<string> typed, IReadOnlyList<string> before, string kind, StringComparer comparer)
    {
        var taken = typed.Concat(before).ToHashSet(comparer);
        return [.. typed.Select(key => key.Length > 0
            ? key
            : Enumerable.Range(1, typed.Count + before.Count).Select(number => kind + NumberText.Of(number)).First(taken.Add))];
    }

    private static void Text(Utf8JsonWriter json, string name, string ja, string en)
    {
        json.WriteStartObject(name);
        json.WriteString("ja", ja.ReplaceLineEndings("\n").Trim());
        json.WriteString("en", en.ReplaceLineEndings("\n").Trim());
        json.WriteEndObject();
    }

    private static void OptionalText(Utf8JsonWriter json, string name, string ja, string en)
    {
        if (ja.Trim().Length > 0 || en.Trim().Length > 0)
        {
            Text(json, name, ja, en);
        }
    }

    private static void Word(Utf8JsonWriter json, string name, string typed)
    {
        if (typed.Trim().Length > 0)
        {
            json.WriteString(name, typed.Trim());
        }
    }

    /// <summary>What is no number stands there as a text, which the reader finds wrong.</summary>
    private static void Number(Utf8JsonWriter json, string name, string typed)
    {
        if (NumberText.Read(typed) is { } number)
        {
            json.WriteNumber(name, number);
        }
        else if (NumberText.Plain(typed).Length > 0)
        {
            json.WriteString(name, typed);
        }
    }
}
